// The panel below the search field: asks the index, shows what it found, and follows the keyboard.
import { FEW, load, openIndex, wordsOf } from "./search-engine.js";

const SHORTEST = 2; // letters
const PAUSE = 120; // milliseconds after the last letter
const LOOKED_AT = 6; // terms, of which one may be what the query names
const ALIKE = 0.59; // of a word; the rest is an ending
const OTHERS_AFTER = 800; // milliseconds after the results, when nobody types any more

export function start(form) {
  const part = (name) => form.querySelector(`[data-part="${name}"]`);
  const [panel, said, note, meant, results, more, others] = ["panel", "said", "note", "meant", "results", "more", "others"].map(part);
  const field = form.querySelector("input[type=search]");
  const [bundle, home] = [form.dataset.bundle, form.dataset.home].map((link) => new URL(link, document.baseURI));
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);
  const kinds = [...form.elements.kind].map(({ value }) => value).filter(Boolean);
  const elsewhereOpened = new Map();
  let index, waiting, latest = 0, pending = Promise.resolve();

  // Words of the interface, with `{name}` filled in; of a text with forms, that of the number `n`.
  function say(name, values = {}) {
    const text = form.getAttribute(`data-${name}`) ?? form.getAttribute(`data-${name}-${plural.select(values.n)}`);
    return text.replace(/\{(\w+)\}/g, (_, key) => (key === "n" ? values.n.toLocaleString(language) : values[key]));
  }

  // Opened once; when that fails, the next query tries again.
  const engine = () => (index ??= openIndex(bundle, home, kinds).catch((error) => { index = undefined; throw error; }));
  const kind = () => form.elements.kind.value;
  const isWanted = (result) => !kind() || result.kind === kind();
  const links = () => [...results.querySelectorAll("a"), ...others.querySelectorAll("a")];

  function open() {
    panel.hidden = false;
  }

  function close() {
    clearTimeout(waiting);
    latest++;
    form.ariaBusy = "false";
    panel.hidden = true;
    keep("");
  }

  // The address keeps the query, so that a reader who comes back finds the results again.
  function keep(query) {
    const address = new URL(location);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  function tell(text, advice = "") {
    note.textContent = said.textContent = text;
    if (advice) note.append(document.createElement("br"), advice);
  }

  function clear() {
    results.replaceChildren();
    others.replaceChildren();
    more.hidden = meant.hidden = true;
  }

  function search() {
    clearTimeout(waiting);
    const turn = ++latest;
    const query = field.value.trim();
    if (query.length < SHORTEST) {
      clear();
      close();
      return pending = Promise.resolve();
    }
    open();
    form.ariaBusy = "true";
    if (!results.childElementCount) note.textContent = say("busy");
    pending = answer(query, turn).finally(() => { if (turn === latest) form.ariaBusy = "false"; });
    return pending;
  }

  async function answer(query, turn) {
    let found;
    try {
      found = await better(await engine(), query);
    } catch {
      if (turn === latest) {
        clear();
        tell(say(await isThere(bundle) ? "failed" : "missing"));
      }
      return;
    }
    const every = [...found.listed, ...found.near];
    await Promise.all(every.slice(0, FEW).map(load));
    if (turn !== latest) return;
    clear();
    await add(every, found.listed.length);
    show(found, query);
    keep(query);
    form.dataset.answered = query; // what is shown, for whoever waits for it
    if (!found.instead && found.listed.length < FEW) doubt(found, turn);
    waiting = setTimeout(() => elsewhere(found.query, turn), OTHERS_AFTER);
  }

  // Returns what the query finds, or what a corrected query finds when a word of it is unknown to the index; when
  // that is little, also what comes near.
  async function better(open, query) {
    let found = { query, ...(await inOrder(open, query)) };
    if (found.unknown.length) found = (await corrected(open, found)) ?? { ...found, listed: [] };
    const near = found.listed.length < FEW ? (await open.near(found.query, found.unknown)).filter(isWanted) : [];
    const ids = new Set(found.listed.map(({ id }) => id));
    return { ...found, near: near.filter(({ id }) => !ids.has(id)) };
  }

  async function corrected(open, { query, unknown }) {
    const { suggestions } = await import("./spelling.js");
    for (const proposed of await suggestions(bundle, query, unknown)) {
      const other = await inOrder(open, proposed);
      if (other.listed.length && !other.unknown.length) return { query: proposed, instead: true, ...other };
    }
  }

  // One list of the chosen kind: the term that the query names, then the records, then the other terms.
  async function inOrder(open, query) {
    const { results, unknown } = await open.find(query);
    if (kind()) return { unknown, listed: results.filter(isWanted) };
    const [records, terms] = [false, true].map((wanted) => results.filter((result) => (result.kind === "term") === wanted));
    const term = await namedBy(query, terms);
    return { unknown, listed: [...(term ? [term] : []), ...records, ...terms.filter((other) => other !== term)] };
  }

  function show({ query: asked, instead, listed, near }, query) {
    const count = say("count", { n: listed.length });
    if (!listed.length) tell(say("none", { query }), near.length ? "" : say("advice"));
    else tell(instead ? `${say("instead", { query, found: asked })} ${count}` : count);
  }

  // Shows some more of `every` result, the last of which only come near; returns the first new link.
  async function add(every, exact) {
    const begun = results.querySelectorAll(".result").length;
    const lines = (await Promise.all(every.slice(begun, begun + FEW).map(load))).map(item);
    if (begun <= exact && exact < begun + lines.length) lines.splice(exact - begun, 0, nearness());
    results.append(...lines);
    more.hidden = every.length <= begun + FEW;
    more.onclick = async () => (await add(every, exact)).focus();
    return lines.find((line) => line.className === "result")?.querySelector("a");
  }

  function nearness() {
    const line = document.createElement("li");
    [line.className, line.textContent] = ["results__near", say("near")];
    return line;
  }

  // Few results: perhaps a word near to the query was meant, which finds more.
  async function doubt({ query, listed }, turn) {
    const { strangers, suggestions } = await import("./spelling.js");
    const open = await engine();
    for (const proposed of await suggestions(bundle, query, await strangers(bundle, query))) {
      const other = await inOrder(open, proposed);
      if (turn !== latest) return;
      if (other.listed.length <= listed.length || other.unknown.length) continue;
      const button = document.createElement("button");
      [button.type, button.className, button.textContent] = ["button", "search__link", say("meant", { found: proposed })];
      button.addEventListener("click", () => { field.value = proposed; field.focus(); search(); });
      meant.replaceChildren(button);
      meant.hidden = false;
      return;
    }
  }

  // After the results: how many there are in the other languages, with links that carry the query.
  async function elsewhere(query, turn) {
    const { saveData, effectiveType = "4g" } = navigator.connection ?? {};
    if (saveData || effectiveType !== "4g") return; // two more engines, of about 90 KB each
    for (const link of document.querySelectorAll(".languages a:not([aria-current])")) {
      const code = link.hreflang;
      if (!elsewhereOpened.has(code)) elsewhereOpened.set(code, openIndex(new URL(`../${code}/`, bundle), home, kinds));
      const found = await elsewhereOpened.get(code).then((open) => open.find(query)).catch(() => null);
      if (turn !== latest) return;
      const n = found && !found.unknown.length ? found.results.filter(isWanted).length : 0;
      if (!n) continue;
      const there = new URL(link.href);
      there.searchParams.set("q", query);
      const line = document.createElement("li");
      line.append(anchor(there.href, say(`also-${code}`, { n })));
      others.append(line);
    }
    form.dataset.compared = query;
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE);
  });
  field.addEventListener("focus", () => { if (field.value.trim().length >= SHORTEST && panel.hidden) search(); });
  form.addEventListener("change", (event) => { if (event.target.name === "kind") search(); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await (form.dataset.answered === field.value.trim() && !panel.hidden ? pending : search());
    links()[0]?.focus();
  });
  // A result on this very page, such as a term, must not stay behind the panel.
  results.addEventListener("click", (event) => { if (event.target.closest("a")?.pathname === location.pathname) close(); });
  part("close").addEventListener("click", () => { field.focus(); close(); });
  document.addEventListener("pointerdown", (event) => { if (!form.contains(event.target) && !panel.hidden) close(); });
  form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });

  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      field.focus();
      close();
      return;
    }
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.target.name === "kind") return;
    const every = links();
    if (!every.length || panel.hidden) return;
    event.preventDefault();
    const here = every.indexOf(document.activeElement);
    const next = event.key === "ArrowDown" ? here + 1 : here < 0 ? every.length - 1 : here - 1;
    (next < 0 ? field : every[Math.min(next, every.length - 1)]).focus();
  });

  part("kinds").disabled = false; // no part of the form's own address
  const key = part("key");
  try { key.checked = localStorage.getItem("search-key") !== "off"; } catch { key.checked = true; }
  key.addEventListener("change", () => { try { localStorage.setItem("search-key", key.checked ? "on" : "off"); } catch { /* private windows may refuse */ } });

  engine().catch(() => { /* said when somebody asks */ });
  if (field.value) search();
}

// Returns the term that the query names, in whatever form: not every term with a word of it.
async function namedBy(query, terms) {
  const asked = wordsOf(query);
  let [best, closest] = [undefined, ALIKE];
  for (const term of terms.slice(0, LOOKED_AT)) {
    const name = wordsOf((await load(term)).title);
    if (name.length !== asked.length) continue;
    const alike = Math.min(...name.map((word, place) => begunAlike(word, asked[place])));
    if (alike > closest) [best, closest] = [term, alike];
  }
  return best;
}

// The share of two words that is the same from the beginning on.
function begunAlike(a, b) {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same / Math.max(a.length, b.length);
}

// Tells an index that cannot be loaded now from one that was never made.
async function isThere(bundle) {
  return fetch(new URL("pagefind-entry.json", bundle)).then((answer) => answer.status !== 404, () => true);
}

function anchor(address, text) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  return link;
}

function item({ address, title, facts, excerpt }) {
  const line = document.createElement("li");
  const [about, passage] = [document.createElement("p"), document.createElement("p")];
  [line.className, about.className, passage.className] = ["result", "result__facts", "result__passage"];
  about.textContent = facts.join(" · ");
  passage.append(...marked(excerpt));
  line.append(anchor(address, title), about, passage);
  return line;
}

// Pagefind gives passages as HTML: words in <mark> with the signs around them, and escaped < and >. Here they
// become text and mark elements, each around a word only.
function marked(passage) {
  return passage.split(/(<mark>.*?<\/mark>)/).flatMap((piece) => {
    const inner = piece.match(/^<mark>([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)<\/mark>$/u);
    if (!inner) return plain(piece);
    const mark = document.createElement("mark");
    mark.textContent = plain(inner[2]);
    return [plain(inner[1]), mark, plain(inner[3])];
  });
}

const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");

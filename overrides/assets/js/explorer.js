// The explorer on the page of all cases. What is chosen stands in the form and in the address, so that a reader can
// send it and go back; the facets are loaded when something is chosen, the search engine when words are given.
import { markable } from "./shortlist.js";

const form = document.querySelector("[data-explorer]");
const part = (selector) => document.querySelector(selector);
const [said, chips, listed, results, widen, more] = ["[data-said]", "[data-chips]", "[data-listed]", "[data-results]", "[data-widen]", "[data-more]"].map(part);
const cards = results.querySelector(".cards");
const [bundle, home] = [form.dataset.bundle, form.dataset.home].map((link) => new URL(link, document.baseURI));
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const { words, sort } = form.elements;
const [byTitle, byMatch] = ["", "relevance"].map((order) => [...sort.options].find(({ value }) => value === order));

const PAGE = 6; // cases shown at once; each costs a small file
const PAUSE = 250; // milliseconds after the last letter

let opened, engine, waiting, latest = 0, typed = false, ordered = false;

// Words of the interface, with `{name}` filled in; of a text with forms, that of the number `n`.
function say(name, values = {}) {
  const text = form.getAttribute(`data-${name}`) ?? form.getAttribute(`data-${name}-${plural.select(values.n)}`);
  return text.replace(/\{(\w+)\}/g, (_, key) => (key === "n" ? values.n.toLocaleString(language) : values[key]));
}

const nameOf = (box) => box.labels[0].querySelector("span").textContent;
const facetOf = (box) => box.closest("fieldset").querySelector("legend").textContent;

// What is chosen, as it stands in the address; an empty query means that nothing is.
function query() {
  const chosen = new URLSearchParams(new FormData(form));
  if (!words.value.trim()) chosen.delete("words");
  if (!ordered) chosen.delete("sort");
  return chosen;
}

// Brings the form in line with the address.
function fill() {
  const asked = new URL(location).searchParams;
  for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
  words.value = asked.get("words") ?? "";
  sort.value = asked.get("sort");
  ordered = sort.selectedIndex >= 0;
  settle();
}

// The order that the reader has asked for, while it makes sense: only words can match better or worse, and only the
// whole list is in the order of titles.
function settle() {
  const worded = words.value.trim() !== "";
  const narrowed = worded || boxes.some(({ checked }) => checked);
  [byMatch.disabled, byTitle.disabled] = [!worded, narrowed];
  const usual = worded ? "relevance" : narrowed ? "newest" : "";
  if (!ordered || sort.selectedOptions[0].disabled || sort.value === usual) [ordered, sort.value] = [false, usual];
}

// Every choice is a step to go back to; the letters of one word are one step.
function chosen(letter = false) {
  settle();
  const address = new URL(location);
  address.search = query();
  if (address.href === location.href) return;
  history[letter && typed ? "replaceState" : "pushState"]({}, "", address);
  typed = letter;
  show();
}

async function show() {
  const turn = ++latest;
  const asked = query();
  describe();
  if (!asked.size) return reset();
  form.ariaBusy = "true";
  said.textContent = say("busy");
  try {
    const { openFacets, narrow, inOrder, loadCase } = await import("./facet-index.js");
    opened ??= openFacets(bundle).catch((error) => { opened = undefined; throw error; });
    const [index, match] = await Promise.all([opened, matching(asked.get("words"))]);
    const chosen = new Map([...new Set(boxes.map(({ name }) => name))].filter((name) => asked.has(name)).map((name) => [name, new Set(asked.getAll(name))]));
    const { found, counts, without } = narrow(index, chosen, match?.scores);
    const ordered = inOrder(index, found, sort.value, match?.scores);
    const shown = Math.max(PAGE, history.state?.shown ?? 0);
    const load = (some) => Promise.all(some.map(({ id }) => loadCase(bundle, language, id)));
    const first = await load(ordered.slice(0, shown));
    if (turn !== latest) return;
    count(counts);
    tell(found.length, match);
    propose(found.length ? new Map() : without, asked);
    cards.replaceChildren(...first.map(card));
    markable(cards);
    more.hidden = ordered.length <= first.length;
    more.onclick = async () => {
      const next = (await load(ordered.slice(cards.childElementCount, cards.childElementCount + PAGE))).map(card);
      cards.append(...next);
      next.forEach(markable);
      more.hidden = ordered.length <= cards.childElementCount;
      history.replaceState({ ...history.state, shown: cards.childElementCount }, "");
      next[0]?.querySelector("a").focus();
    };
    [results.hidden, listed.hidden] = [false, true];
    if (history.state?.y) scrollTo(0, history.state.y);
  } catch (error) {
    if (turn === latest) said.textContent = say(error.missing ? "missing" : "failed");
  } finally {
    if (turn === latest) {
      form.ariaBusy = "false";
      form.dataset.shown = String(asked); // for whoever waits for it
    }
  }
}

// Nothing is chosen: the static list again, and the counts of all cases.
function reset() {
  [results.hidden, listed.hidden] = [true, false];
  said.textContent = form.dataset.shown = "";
  for (const box of boxes) countOf(box, Number(box.dataset.all));
  form.ariaBusy = "false";
}

// Returns the cases with these words and how well they match, and words that no case has.
async function matching(asked) {
  if (!asked) return;
  const { openIndex } = await import("./search-engine.js");
  engine ??= openIndex(bundle, home, ["case"]).catch((error) => { engine = undefined; throw error; });
  const { results: matches, unknown } = await (await engine).find(asked);
  const scores = new Map(unknown.length ? [] : matches.map(({ id, weight }) => [id.replace(`${language}_`, ""), weight]));
  return { scores, unknown };
}

function tell(n, match) {
  const strange = match?.unknown.length ? say("strange", { words: match.unknown.join(" ") }) : "";
  said.textContent = n ? say("count", { n }) : strange || say("none");
}

function countOf(box, n) {
  box.labels[0].querySelector("[data-count]").textContent = n.toLocaleString(language);
  box.labels[0].toggleAttribute("data-empty", !n && !box.checked);
}

function count(counts) {
  for (const box of boxes) countOf(box, counts.get(box.name)?.get(box.value) ?? 0);
}

// The chosen values as buttons that take them away, and how many of each group there are.
function describe() {
  const taken = boxes.filter(({ checked }) => checked);
  chips.querySelector("ul").replaceChildren(...taken.map((box) => {
    const button = document.createElement("button");
    [button.type, button.textContent] = ["button", `${facetOf(box)}: ${nameOf(box)}`];
    button.className = "chip";
    button.addEventListener("click", () => {
      const place = taken.indexOf(box);
      box.checked = false;
      chosen();
      (chips.querySelectorAll(".chip")[place] ?? chips.querySelector(".chip") ?? words).focus();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
  chips.hidden = !query().size;
  for (const group of form.querySelectorAll("[data-group]")) {
    const n = group.querySelectorAll(":checked").length;
    group.querySelector("[data-chosen]").textContent = n ? ` (${n})` : "";
  }
}

// Nothing passes: what to leave out, with the number of cases that come back.
function propose(without, asked) {
  const ways = [...without].sort(([, a], [, b]) => b - a).map(([name, n]) => {
    const button = document.createElement("button");
    const taken = boxes.filter((box) => box.name === name && box.checked);
    const what = name === "words" ? asked.get("words") : taken.map(nameOf).join(", ");
    [button.type, button.className, button.textContent] = ["button", "button", say("without", { what, n })];
    button.addEventListener("click", () => {
      if (name === "words") words.value = "";
      for (const box of taken) box.checked = false;
      chosen();
      words.focus();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  });
  widen.querySelector("ul").replaceChildren(...ways);
  widen.hidden = !ways.length;
}

function card(found) {
  const item = results.querySelector("template").content.firstElementChild.cloneNode(true);
  const [heading, link, summary, details, outcome] = ["h2", "a", "[data-summary]", "[data-details]", "[data-outcome]"].map((name) => item.querySelector(name));
  link.href = new URL(found.url.replace(/^\//, ""), home);
  [link.textContent, summary.textContent] = [found.title, found.summary];
  heading.lang = summary.lang = found.language;
  const box = boxes.find(({ name, value }) => name === "outcome" && value === found.outcome);
  outcome.textContent = box ? nameOf(box) : "";
  outcome.classList.add(`outcome--${found.outcome}`);
  const marker = item.querySelector("[data-mark]");
  [marker.dataset.mark, marker.dataset.title] = [found.url.split("/").at(-2), found.title];
  marker.ariaLabel = `${marker.textContent}: ${found.title}`;
  details.textContent = found.details && `${found.details} · `;
  return item;
}

form.addEventListener("change", ({ target }) => {
  if (target === sort) ordered = true;
  if (target !== words) chosen();
  typed = false;
});
words.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(chosen, PAUSE, true);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  chosen(true);
});
chips.querySelector("[data-clear]").addEventListener("click", () => {
  for (const box of boxes) box.checked = false;
  words.value = "";
  ordered = false;
  chosen();
  words.focus();
});
addEventListener("popstate", () => { typed = false; fill(); show(); });
// Where the reader was, for the way back from a case.
addEventListener("pagehide", () => history.replaceState({ ...history.state, y: scrollY }, ""));

for (const box of boxes) box.dataset.all = box.labels[0].querySelector("[data-count]").textContent;
fill();
if (query().size) show();

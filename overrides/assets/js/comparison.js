// The page of the shortlist: the reader's own list, or one that came with the address, and two or three of its cases
// side by side. What is compared is taken from the pages of the cases, in the language of this page.
import { printable } from "./print.js";
import { MOST, add, clear, keeps, marked, onChange, put, remove } from "./shortlist.js";

const root = document.querySelector("[data-comparer]");
const part = (name) => root.querySelector(`[data-part=${name}]`);
const [form, list, said, sent, none, side, table, undo] = ["form", "list", "said", "sent", "none", "side", "table", "undo"].map(part);
const home = new URL(root.dataset.home, document.baseURI);
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const MOST_COMPARED = 3;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const pages = new Map();
let turn = 0, before = null;

function say(name, values = {}) {
  const text = root.getAttribute(`data-${name}`) ?? root.getAttribute(`data-${name}-${plural.select(values.n)}`);
  return text.replace(/\{(\w+)\}/g, (_, key) => (key === "n" ? values.n.toLocaleString(language) : values[key]));
}

// Slugs in the address under a name; null when it has none.
function inAddress(name) {
  const value = new URL(location).searchParams.get(name);
  return value === null ? null : [...new Set(value.split(",").filter((slug) => SLUG.test(slug)))].slice(0, MOST);
}

function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), text === undefined ? {} : { textContent: text }, properties);
}

const addressOf = (slug) => new URL(`cases/${slug}/`, home);

// Reads the page of a case once; null when there is none.
function pageOf(slug) {
  if (!pages.has(slug)) pages.set(slug, readPage(slug).catch(() => { pages.delete(slug); return null; }));
  return pages.get(slug);
}

async function readPage(slug) {
  const answer = await fetch(addressOf(slug));
  if (!answer.ok) throw new Error(answer.url);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const heading = page.querySelector("h1");
  return {
    title: heading.textContent,
    language: heading.lang,
    summary: page.querySelector(".summary")?.textContent ?? "",
    facts: new Map([...page.querySelectorAll(".facts dl > div")].map((row) => [row.querySelector("dt").textContent, [...row.querySelectorAll("dd")].map((value) => [...value.childNodes])])),
    figures: figures(page),
    evidence: words(page, "evidence"),
    lessons: words(page, "lessons"),
  };
}

const words = (page, id) => [...page.querySelectorAll(`section[aria-labelledby=${id}] > :is(p:not(.notice, .view__label), ul, ol)`)];

// Each figure in one line: what it counts, how many, which year.
function figures(page) {
  return [...page.querySelectorAll("section[aria-labelledby=evidence] tbody")].flatMap((body) => {
    const label = body.querySelector("th").textContent;
    return [...body.rows].map((row) => {
      const [figure, unit, year] = [...row.cells].filter(({ tagName }) => tagName === "TD").map((cell) => cell.textContent.trim());
      return `${label}: ${figure} ${unit}, ${year}`;
    });
  });
}

// A copy of nodes of another page that can stand here: without its ids, with whole addresses.
function copied(nodes, slug) {
  return nodes.map((node) => {
    const copy = document.importNode(node, true);
    if (copy.nodeType !== Node.ELEMENT_NODE) return copy;
    for (const inner of [copy, ...copy.querySelectorAll("*")]) {
      inner.removeAttribute("id");
      if (inner.hasAttribute("href")) inner.href = new URL(inner.getAttribute("href"), addressOf(slug));
    }
    return copy;
  });
}

// ---- the list

const shown = () => inAddress("cases") ?? Object.keys(marked());

async function show() {
  const mine = ++turn;
  const slugs = shown();
  const own = marked();
  const foreign = inAddress("cases") !== null;
  sent.hidden = !foreign || slugs.every((slug) => slug in own) || !keeps;
  none.hidden = slugs.length > 0;
  form.hidden = !slugs.length;
  part("clear").hidden = foreign || !slugs.length;
  const compared = inAddress("compare") ?? [];
  const titles = slugs.map((slug) => own[slug]?.[language] ?? "");
  draw(slugs, titles, compared, foreign);
  const missing = (await Promise.all(slugs.map(async (slug, n) => {
    if (titles[n]) return;
    const page = await pageOf(slug);
    titles[n] = page?.title ?? say("gone", { slug });
    if (page && slug in marked() && !foreign) learn(slug, page.title);
    return slug;
  }))).some(Boolean);
  if (mine !== turn) return;
  if (missing) draw(slugs, titles, compared, foreign);
  await compare(compared.filter((slug) => slugs.includes(slug)).slice(0, MOST_COMPARED), mine);
  root.dataset.shown = slugs.join(); // for whoever waits for it
}

// A title in this language, for the next time.
const learn = (slug, title) => { if (marked()[slug]?.[language] !== title) add(slug, title); };

function draw(slugs, titles, compared, foreign) {
  const focused = document.activeElement?.dataset?.of;
  list.replaceChildren(...slugs.map((slug, n) => {
    const item = root.querySelector("template").content.firstElementChild.cloneNode(true);
    const [box, label, link, away] = ["input", "label span", "a", "button"].map((name) => item.querySelector(name));
    [box.value, box.checked] = [slug, compared.includes(slug)];
    label.textContent = titles[n] || slug;
    link.href = addressOf(slug);
    link.ariaLabel = `${link.textContent}: ${label.textContent}`;
    away.hidden = foreign;
    away.ariaLabel = `${away.textContent}: ${label.textContent}`;
    away.dataset.of = slug;
    away.addEventListener("click", () => {
      const next = slugs[n + 1] ?? slugs[n - 1];
      remove(slug);
      (list.querySelector(`[data-of="${next}"]`) ?? root.querySelector("h2, a")).focus();
    });
    return item;
  }));
  if (focused) list.querySelector(`[data-of="${focused}"]`)?.focus();
  limit();
}

const chosen = () => [...list.querySelectorAll("input:checked")].map(({ value }) => value);

// No more than three can be chosen; two are needed.
function limit() {
  const n = chosen().length;
  for (const box of list.querySelectorAll("input:not(:checked)")) box.disabled = n >= MOST_COMPARED;
  part("compare").disabled = n < 2;
}

// ---- side by side

async function compare(slugs, mine) {
  if (slugs.length < 2) {
    side.hidden = true;
    said.textContent = "";
    return;
  }
  said.textContent = say("busy");
  const found = await Promise.all(slugs.map(pageOf));
  if (mine !== turn) return;
  if (found.some((page) => !page)) {
    side.hidden = true;
    said.textContent = say("failed");
    return;
  }
  const facts = [...new Set(found.flatMap(({ facts }) => [...facts.keys()]))];
  const row = (name, cells) => [name, cells.map((nodes, n) => copied(nodes, slugs[n]))];
  const lines = ({ figures }) => (figures.length ? [figures.reduce((ul, line) => (ul.append(element("li", line)), ul), element("ul"))] : []);
  const rows = [
    row(say("summary"), found.map(({ summary }) => [element("p", summary)])),
    ...facts.map((name) => row(name, found.map((page) => (page.facts.get(name) ?? []).map((value) => {
      const line = element("p");
      line.append(...value.map((node) => document.importNode(node, true)));
      return line;
    })))),
    row(say("evidence"), found.map((page) => [...lines(page), ...page.evidence])),
    row(say("lessons"), found.map(({ lessons }) => lessons)),
  ];
  const head = element("tr");
  head.append(...found.map((page, n) => {
    const cell = element("th", undefined, { scope: "col", lang: page.language });
    cell.append(element("a", page.title, { href: addressOf(slugs[n]) }));
    return cell;
  }));
  const thead = element("thead");
  thead.append(head);
  table.replaceChildren(table.caption, thead, ...rows.map(([name, cells]) => {
    const body = element("tbody");
    const [label, values] = [element("tr"), element("tr")];
    label.append(element("th", name, { colSpan: slugs.length, scope: "rowgroup" }));
    values.append(...cells.map((nodes, n) => {
      const cell = element("td", undefined, facts.includes(name) ? {} : { lang: found[n].language });
      cell.append(...(nodes.length ? nodes : [element("p", "–")]));
      return cell;
    }));
    body.append(label, values);
    return body;
  }));
  table.dataset.columns = slugs.length;
  side.hidden = false;
  said.textContent = say("compared", { n: slugs.length });
}

// ---- what the reader does

function go(change) {
  const address = new URL(location);
  change(address.searchParams);
  address.search = address.search.replaceAll("%2C", ","); // to be read and sent
  history.pushState(null, "", address);
  return show();
}

list.addEventListener("change", limit);
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await go((asked) => asked.set("compare", chosen().join(",")));
  side.querySelector("h2").focus();
});
sent.querySelector("button").addEventListener("click", async () => {
  for (const slug of shown()) {
    const page = await pageOf(slug);
    if (page) add(slug, page.title);
  }
  await go((asked) => asked.delete("cases"));
  (list.querySelector("input") ?? none.querySelector("a")).focus();
});
part("clear").addEventListener("click", () => {
  before = marked();
  clear();
  undo.hidden = false;
  undo.focus();
});
undo.addEventListener("click", () => {
  put(before);
  undo.hidden = true;
  part("clear").focus();
});
part("share").addEventListener("click", async ({ target }) => {
  const address = new URL(location);
  address.searchParams.set("cases", shown().join(","));
  const written = address.href.replaceAll("%2C", ",");
  part("address").value = written;
  part("address").hidden = false;
  try {
    await navigator.clipboard.writeText(written);
    target.textContent = say("copied");
  } catch { part("address").select(); }
});
addEventListener("popstate", show);
onChange(show);
printable(root, side);
show();

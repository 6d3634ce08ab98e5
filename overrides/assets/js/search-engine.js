// One language's index, and what it finds. Everything of Pagefind that the search relies on is in this file.

// Titles first; index-only words (synonyms, other languages) count, but below any word of the text.
const RANKING = {
  pageLength: 0.4,
  termSaturation: 1.2,
  metaWeights: { title: 5, term: 3, entitled: 4, place: 2, names: 1, words: 0.3, mentioned: 0.15, period: 0.2, label: 0 },
};

// What readers come for goes before what it refers to; kinds that are not named here weigh 1.
const WEIGHTS = { case: 1.4, guide: 1.4, organisation: 0.7, page: 0.5 };

export const FEW = 5; // so many results fill the panel; each costs a small file

const EXCERPT = 26; // words

export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// Opens the index in the folder `bundle`, of pages of these kinds; addresses begin at `home`. Rejects when there is
// none.
export async function openIndex(bundle, home, kinds) {
  const { createInstance } = await import(new URL("pagefind.js", bundle));
  // Without a worker: that saves 41 KB, and a query takes a few milliseconds.
  const engine = createInstance({ basePath: bundle.pathname, baseUrl: home.pathname, noWorker: true, excerptLength: EXCERPT, ranking: RANKING });
  await engine.init();
  const ask = (query) => ofAllKinds(engine, query, kinds);
  const unmatched = (words, results) => unknown(engine, words, results);
  return {
    // Returns { results, unknown }: results to load, best first, and the words that nothing begins with.
    async find(query) {
      const results = await ask(query);
      return { results, unknown: await unmatched(wordsOf(query), results) };
    },

    // Returns results that come near to a query which finds few: by the beginnings of its words, then by any of
    // its words that are known.
    async near(query, unknown) {
      const words = wordsOf(query);
      const alike = await begunAlike(ask, unmatched, words, unknown.length ? unknown : words);
      const known = words.filter((word) => !unknown.includes(word));
      const some = words.length > 1 ? await ofSome(ask, known) : [];
      const ids = new Set(alike.map(({ id }) => id));
      return [...alike, ...some.filter(({ id }) => !ids.has(id))];
    },
  };
}

// Other forms that stemming keeps apart, slips in the last letters, compounds: the more is cut off, the less alike.
const KEPT = [(n) => n - 3, (n) => Math.ceil(0.6 * n), (n) => Math.ceil(0.5 * n)];
const SHORTEST = 5; // letters that a beginning has

async function begunAlike(ask, unmatched, words, cut) {
  for (const kept of KEPT) {
    const begun = words.map((word) => (cut.includes(word) ? word.slice(0, Math.max(SHORTEST, kept(word.length))) : word));
    const results = await ask(begun.join(" "));
    if (results.length && !(await unmatched(begun, results)).length) return results;
  }
  return [];
}

// Results with some of the words, those with most of their weight first.
async function ofSome(ask, words) {
  const sums = new Map();
  for (const result of (await Promise.all(words.map(ask))).flat()) {
    const before = sums.get(result.id);
    sums.set(result.id, before ? Object.assign(before, { weight: before.weight + result.weight }) : result);
  }
  return [...sums.values()].sort((a, b) => b.weight - a.weight).slice(0, FEW);
}

// A search for each kind tells the kind of every result without loading it.
async function ofAllKinds(engine, query, kinds) {
  const asked = stemmable(query);
  const lists = await Promise.all(kinds.map(async (kind) => {
    const { results } = await engine.search(asked, { filters: { kind } });
    return results.map((result) => Object.assign(result, { kind, weight: result.score * (WEIGHTS[kind] ?? 1) }));
  }));
  return lists.flat().sort((a, b) => b.weight - a.weight);
}

// Pagefind takes the marks off letters before it looks for endings, so that й is и and a Russian -ый or -ой is no
// ending any more. Without the й what is left begins every form in the index.
const stemmable = (query) => query.replace(/([а-яё]{4})й(?![а-яё])/gi, "$1");

// Loads what a result shows.
export async function load(result) {
  result.loaded ??= result.data().then((data) => ({
    address: result.kind === "term" ? data.url.replace(/([^/]+)\/$/, "#$1") : data.url,
    kind: result.kind,
    title: data.meta.title || data.meta.term,
    facts: [data.meta.label, data.meta.place, data.meta.period].filter(Boolean),
    excerpt: data.excerpt.replaceAll("\u2060", ""), // word joiners before the numbers of sources
    known: [...result.words.map((place) => data.content.split(/\s+/)[place] ?? ""), ...Object.values(data.meta)].flatMap(wordsOf),
  }));
  return result.loaded;
}

// When no word of the index begins as a word of the query does, Pagefind takes the longest beginning that it
// knows, and so finds something for any typing error. A word counts as known when a match goes on from it, or
// leaves out less than a third of it (other endings), or when the index has it. What holds for the first result
// holds for all.
async function unknown(engine, words, [first]) {
  if (!first) return words;
  const { known } = await load(first);
  const found = await Promise.all(words.map(async (word) => {
    const least = Math.max(3, 0.6 * word.length);
    const near = (other) => other.startsWith(word) || (other.length >= least && word.startsWith(other));
    return known.some(near) || (await engine.search(`"${stemmable(word)}"`)).results.length > 0;
  }));
  return words.filter((word, place) => !found[place]);
}

// One language's index, and what it finds. Everything of Pagefind that the search relies on is in this file.

// Titles first; index-only words (synonyms, other languages) count, but below any word of the text.
const RANKING = {
  pageLength: 0.4,
  termSaturation: 1.2,
  metaWeights: { title: 5, term: 3, entitled: 4, place: 2, names: 1, words: 0.3, mentioned: 0.15, period: 0.2, label: 0 },
};

// What readers come for goes before what it refers to; the kinds of records as the pages name them.
const KINDS = { case: 1.4, guide: 1.4, seminar: 1, organisation: 0.7, page: 0.5, term: 1 };

export const FEW = 5; // so many results fill the panel; each costs a small file

export const EXCERPT = 26; // words

export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// Opens the index in the folder `bundle`; its addresses begin at `home`. Rejects when there is none.
export async function openIndex(bundle, home) {
  const { createInstance } = await import(new URL("pagefind.js", bundle));
  // Without a worker: that saves 41 KB, and a query takes a few milliseconds.
  const engine = createInstance({ basePath: bundle.pathname, baseUrl: home.pathname, noWorker: true, excerptLength: EXCERPT, ranking: RANKING });
  await engine.init();
  return {
    // Returns { results, unknown }: results to load, best first, and the words that nothing begins with.
    async find(query) {
      const results = await ofAllKinds(engine, query);
      return { results, unknown: await unmatched(engine, wordsOf(query), results) };
    },

    // Returns results that come near to a query which finds few: by the beginnings of its words, then by any of
    // its words that are known.
    async near(query, unknown) {
      const words = wordsOf(query);
      const alike = await begunAlike(engine, words, unknown.length ? unknown : words);
      const known = words.filter((word) => !unknown.includes(word));
      const some = words.length > 1 ? await ofSome(engine, known) : [];
      return [...new Map([...some, ...alike].reverse().map((result) => [result.id, result])).values()].reverse();
    },
  };
}

// Other forms that stemming keeps apart, slips in the last letters, compounds: the more is cut off, the less alike.
const KEPT = [(n) => n - 3, (n) => Math.ceil(0.6 * n), (n) => Math.ceil(0.5 * n)];
const SHORTEST = 5; // letters that a beginning has

async function begunAlike(engine, words, cut) {
  for (const kept of KEPT) {
    const begun = words.map((word) => (cut.includes(word) ? word.slice(0, Math.max(SHORTEST, kept(word.length))) : word));
    const results = await ofAllKinds(engine, begun.join(" "));
    if (results.length && !(await unmatched(engine, begun, results)).length) return results;
  }
  return [];
}

// Results with some of the words, those with most of their weight first.
async function ofSome(engine, words) {
  const sums = new Map();
  for (const result of (await Promise.all(words.map((word) => ofAllKinds(engine, word)))).flat()) {
    const before = sums.get(result.id);
    sums.set(result.id, before ? Object.assign(before, { weight: before.weight + result.weight }) : result);
  }
  return [...sums.values()].sort((a, b) => b.weight - a.weight).slice(0, FEW);
}

// A search for each kind tells the kind of every result without loading it.
async function ofAllKinds(engine, query) {
  const asked = stemmable(query);
  const lists = await Promise.all(Object.keys(KINDS).map(async (kind) => {
    const { results } = await engine.search(asked, { filters: { kind } });
    return results.map((result) => Object.assign(result, { kind, weight: result.score * KINDS[kind] }));
  }));
  return lists.flat().sort((a, b) => b.weight - a.weight);
}

// Pagefind takes the marks off letters before it looks for endings, so that й is и and a Russian -ый or -ой is no
// ending any more. Without the й what is left begins every form in the index.
const stemmable = (query) => query.replace(/(?<=[а-яё]{4})й(?![а-яё])/gi, "");

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
async function unmatched(engine, words, [first]) {
  if (!first) return words;
  const { known } = await load(first);
  const found = await Promise.all(words.map(async (word) => {
    const least = Math.max(3, 0.6 * word.length);
    const near = (other) => other.startsWith(word) || (other.length >= least && word.startsWith(other));
    return known.some(near) || (await engine.search(`"${stemmable(word)}"`)).results.length > 0;
  }));
  return words.filter((word, place) => !found[place]);
}

// One language's index, and what it finds. Everything of Pagefind that the search relies on is in this file.

// Titles first; index-only words (synonyms, other languages) count, but below any word of the text.
const RANKING = {
  pageLength: 0.4,
  termSaturation: 1.2,
  metaWeights: { title: 5, term: 3, entitled: 4, place: 2, names: 1, words: 0.3, mentioned: 0.15, period: 0.2, label: 0 },
};

// What readers come for goes before what it refers to; the kinds of records as the pages name them.
const KINDS = { case: 1.4, guide: 1.4, seminar: 1, organisation: 0.7, page: 0.5, term: 1 };

const FEW = 5; // so many results fill the panel

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
      const words = wordsOf(query);
      const found = await ofAllKinds(engine, query);
      const unknown = found.length ? await unmatched(engine, words, await load(found[0])) : words;
      if (unknown.length || found.length >= FEW) return { results: found, unknown };
      // Other forms that stemming keeps apart, and slips in the last letters.
      const looser = await ofAllKinds(engine, words.map(shortened).join(" "));
      const ids = new Set(found.map(({ id }) => id));
      return { results: [...found, ...looser.filter(({ id }) => !ids.has(id))], unknown };
    },
  };
}

const shortened = (word) => word.slice(0, word.length < 6 ? word.length : word.length < 8 ? -2 : -3);

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
    known: new Set([...result.words.map((place) => data.content.split(/\s+/)[place] ?? ""), ...Object.values(data.meta)].flatMap(wordsOf)),
  }));
  return result.loaded;
}

// When no word of the index begins as a word of the query does, Pagefind takes the longest beginning that it
// knows, and so finds something for any typing error. A word counts as known when a match goes on from it, or
// leaves out less than a third of it (other endings), or when the index has it.
async function unmatched(engine, words, { known }) {
  const found = await Promise.all(words.map(async (word) => {
    const least = Math.max(3, 0.6 * word.length);
    const near = (other) => other.startsWith(word) || (other.length >= least && word.startsWith(other));
    return [...known].some(near) || (await engine.search(`"${stemmable(word)}"`)).results.length > 0;
  }));
  return words.filter((word, place) => !found[place]);
}

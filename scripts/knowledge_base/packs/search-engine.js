// The index of an offline pack, and what it finds: the panel of the site's search works with it as with Pagefind.
// There is no stemmer here: a word is found by its form, by a stem that it begins with, or as a beginning.

const WEIGHTS = { case: 1.4, guide: 1.4, organisation: 0.7, page: 0.5 }; // as in the search of the site
const FORM = 1, STEM = 0.8, BEGINNING = 0.7; // how much a match counts

export const FEW = 5; // so many results fill the panel
const SOME = 20; // so many results come near at most

export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

let opened;

// Opens the index in the folder `bundle`; addresses begin at `home`. Other languages are in other packs.
export async function openIndex(bundle, home) {
  if (!bundle.pathname.endsWith(`/${document.documentElement.lang}/`)) throw new Error("another language");
  const { entries, stems, forms, sorted } = await (opened ??= read(bundle));

  // Returns entry -> weight of all that one word finds.
  function ofWord(word) {
    const groups = new Map();
    const add = (group, factor) => { if (group && !(groups.get(group) >= factor)) groups.set(group, factor); };
    add(forms.get(word), FORM);
    const least = Math.max(3, Math.ceil(0.6 * word.length));
    for (let length = word.length; length >= least; length--) {
      const group = stems.get(word.slice(0, length));
      if (!group) continue;
      add(group, (STEM * length) / word.length);
      break;
    }
    for (let at = firstFrom(sorted, word); at < sorted.length && sorted[at].startsWith(word); at++) add(forms.get(sorted[at]), BEGINNING);
    const found = new Map();
    for (const [group, factor] of groups) {
      const places = placesOf(group);
      const rare = Math.log(1 + entries.length / places.length);
      for (const [entry, weight] of places) found.set(entry, Math.max(found.get(entry) ?? 0, factor * weight * rare));
    }
    return found;
  }

  function inOrder(sums) {
    const results = [...sums].map(([id, sum]) => {
      const [address, kind, title, facts, summary] = entries[id];
      return { id, kind, weight: sum * (WEIGHTS[kind] ?? 1), shown: { address: new URL(address, home).href, kind, title, facts, excerpt: summary } };
    });
    return results.sort((a, b) => b.weight - a.weight || a.id - b.id);
  }

  return {
    // Returns { results, unknown }: what has every word, best first, and the words that find nothing.
    async find(query) {
      const words = wordsOf(query);
      const found = words.map(ofWord);
      const [first = new Map(), ...others] = found;
      const sums = new Map();
      for (const [id, weight] of first) {
        if (others.every((other) => other.has(id))) sums.set(id, others.reduce((sum, other) => sum + other.get(id), weight));
      }
      return { results: inOrder(sums), unknown: words.filter((_, place) => !found[place].size) };
    },

    // Returns what has some of the words, an unknown word cut to its beginning.
    async near(query, unknown) {
      const sums = new Map();
      for (const word of wordsOf(query)) {
        const known = unknown.includes(word) ? word.slice(0, Math.max(4, Math.ceil(0.6 * word.length))) : word;
        for (const [id, weight] of ofWord(known)) sums.set(id, (sums.get(id) ?? 0) + weight);
      }
      return inOrder(sums).slice(0, SOME);
    },
  };
}

// Returns what a result shows.
export async function load(result) {
  return result.shown;
}

// A script brings the index: from a disk nothing else can be read.
function read(bundle) {
  return new Promise((resolve, reject) => {
    window.offlineIndex = ({ entries, words }) => resolve({ entries, ...groupsOf(words) });
    const script = document.createElement("script");
    script.src = new URL("index.js", bundle);
    script.addEventListener("error", () => { opened = undefined; reject(new Error("no index")); });
    document.head.append(script);
  });
}

function groupsOf(words) {
  const [stems, forms] = [new Map(), new Map()];
  for (const line of words.split("\n")) {
    const [stem, endings, places] = line.split("\t");
    const group = { places };
    stems.set(stem, group);
    for (const ending of endings.split(",")) forms.set(ending.startsWith("=") ? ending.slice(1) : stem + ending, group);
  }
  return { stems, forms, sorted: [...forms.keys()].sort() };
}

// Returns [entry, weight] for each entry that has a word of the group.
function placesOf(group) {
  let number = 0;
  if (typeof group.places === "string") {
    group.places = group.places.split(" ").map((place) => [number += parseInt(place.slice(1), 36), parseInt(place[0], 36)]);
  }
  return group.places;
}

// The place of the first of the sorted words that does not go before this one.
function firstFrom(sorted, word) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

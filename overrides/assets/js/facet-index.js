// The facets of all cases in one language, and the words of a case that is to be shown.

// Opens the facets in the folder `bundle`. Rejects with `missing` when there are none.
export async function openFacets(bundle) {
  const answer = await fetch(new URL("facets.json", bundle), { cache: "no-cache" }); // its name stays, its content does not
  if (!answer.ok) throw Object.assign(new Error(answer.url), { missing: answer.status === 404 });
  const { cases, facets } = await answer.json();
  const columns = Object.entries(facets).map(([name, { values, one, some }]) => [name, (one ? [...one] : some.split(",")).map(
    (cell) => (cell ? cell.split(".").map((place) => values[parseInt(place, 36)]) : []),
  )]);
  return { cases: cases.split(" "), columns };
}

// Narrows the cases. `chosen` maps facets to sets of values; `scores`, when words were asked for, the found cases to
// numbers. Returns the cases that pass, newest first; by facet and value how many there are or would be; and how many
// there would be without each condition, named by its facet or "words".
export function narrow({ cases, columns }, chosen, scores) {
  const found = [];
  const counts = new Map(columns.map(([name]) => [name, new Map()]));
  const without = new Map();
  cases.forEach((id, n) => {
    const failing = columns.filter(([name, column]) => chosen.has(name) && !column[n].some((value) => chosen.get(name).has(value)));
    const missed = scores && !scores.has(id);
    const fails = failing.length + (missed ? 1 : 0);
    if (fails > 1) return;
    if (fails === 1) {
      const name = missed ? "words" : failing[0][0];
      without.set(name, (without.get(name) ?? 0) + 1);
    }
    else found.push({ id, n });
    if (missed) return;
    for (const [name, column] of failing.length ? failing : columns) {
      for (const value of column[n]) counts.get(name).set(value, (counts.get(name).get(value) ?? 0) + 1);
    }
  });
  return { found, counts, without };
}

// Puts cases in order; what is equal stays newest first.
export function inOrder({ columns }, found, sort, scores) {
  if (sort === "relevance") return found.toSorted((a, b) => scores.get(b.id) - scores.get(a.id));
  if (sort !== "grade") return found;
  const grades = new Map(columns).get("grade");
  return found.toSorted((a, b) => String(grades[a.n]).localeCompare(String(grades[b.n])));
}

// Reads one of Pagefind's pieces, gzipped JSON after a signature, without its engine of 85 KB.
const SIGNATURE = "pagefind_dcd";

async function fetchPiece(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const text = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
  return JSON.parse(text.slice(SIGNATURE.length));
}

// Loads what the index has of a case: an address, a title, and facts that stand on its card.
export async function loadCase(bundle, language, id) {
  const { url, meta, filters } = await fetchPiece(new URL(`fragment/${language}_${id}.pf_fragment`, bundle));
  const [summary = "", details = "", textLanguage, outcome] = ["summary", "details", "language", "outcome"].map((name) => filters[name]?.[0]);
  return { url, title: meta.title, summary, details, language: textLanguage, outcome };
}

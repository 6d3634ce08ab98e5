// Suggests words of this site for a mistyped word.
import { fold, wordsOf } from "./search-engine.js";

const lists = new Map();

// The site's own words in this language, the most used first. An index without such a list suggests nothing.
async function listOf(bundle) {
  if (!lists.has(bundle.href)) {
    const loading = fetch(new URL("words.json", bundle)).then((answer) => (answer.ok ? answer.json() : []));
    lists.set(bundle.href, loading.then((words) => words.map((word) => ({ word, plain: fold(word) }))));
  }
  return lists.get(bundle.href);
}

// Returns the words of a query that are not among the site's own: they may be right, and rare.
export async function strangers(bundle, query) {
  const own = new Set((await listOf(bundle)).map(({ plain }) => plain));
  return wordsOf(query).filter((word) => !own.has(word));
}

// Returns queries to try instead, the likeliest first: each unknown word replaced by one of its neighbours.
export async function suggestions(bundle, query, unknown) {
  const list = await listOf(bundle);
  const words = wordsOf(query);
  const neighbours = new Map(unknown.map((word) => [word, nearest(word, list)]).filter(([, near]) => near.length));
  if (neighbours.size === 1) {
    const [[word, near]] = neighbours;
    return near.map((other) => replaced(words, new Map([[word, other]])));
  }
  return neighbours.size ? [replaced(words, new Map([...neighbours].map(([word, near]) => [word, near[0]])))] : [];
}

const replaced = (words, by) => words.map((word) => by.get(word) ?? word).join(" ");

function nearest(word, list) {
  if (word.length < 4) return []; // nearly every short word is one letter away from another
  const most = word.length < 7 ? 1 : 2;
  const found = [];
  list.forEach(({ word: proposed, plain }, rank) => {
    // An unfinished or inflected word is compared with as much of the other.
    const whole = distance(word, plain, most);
    const begun = plain.length > word.length ? distance(word, plain.slice(0, word.length), word.length < 9 ? most - 1 : most) + 0.5 : Infinity;
    const away = Math.min(whole, begun) + (plain[0] === word[0] ? 0 : 0.25);
    if (away <= most + 0.25) found.push({ proposed, away, rank });
  });
  return found.sort((a, b) => a.away - b.away || a.rank - b.rank).slice(0, 3).map(({ proposed }) => proposed);
}

// The number of letters to add, take away, change or swap, as far as it is at most `most`; else Infinity.
function distance(a, b, most) {
  if (most < 0 || Math.abs(a.length - b.length) > most) return Infinity;
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[b.length] <= most ? row[b.length] : Infinity;
}

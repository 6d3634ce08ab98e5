// The shortlist: cases that a reader has marked, kept in this browser as { slug: { language: title } }, and the buttons
// that mark them.
import { keeps, onChangeElsewhere, read, write } from "./keep.js";

export { keeps };

const KEY = "shortlist";
const language = document.documentElement.lang;

export const MOST = 30; // an address that names more would be too long to send

export function marked() {
  const kept = read(KEY);
  return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : {};
}

function keep(list) {
  write(KEY, Object.keys(list).length ? list : null);
  show();
}

export function add(slug, title) {
  const list = marked();
  if (!(slug in list) && Object.keys(list).length >= MOST) return false;
  keep({ ...list, [slug]: { ...list[slug], [language]: title } });
  return true;
}

export function remove(slug) {
  const { [slug]: gone, ...rest } = marked();
  keep(rest);
}

export function clear() {
  keep({});
}

export function put(list) {
  keep(list);
}

const listeners = [];
// Calls `listener` whenever the list has changed, here or in another tab.
export function onChange(listener) {
  listeners.push(listener);
}

// Brings every button, and every link to the list, in line with the list.
function show() {
  const list = marked();
  for (const button of document.querySelectorAll("[data-mark]")) button.ariaPressed = String(button.dataset.mark in list);
  const n = Object.keys(list).length;
  for (const link of document.querySelectorAll("[data-shortlist]")) {
    link.hidden = !n;
    link.querySelector("span").textContent = n.toLocaleString(language);
  }
  for (const listener of listeners) listener();
}

// Makes the buttons below `root` work; they are hidden where nothing can be kept.
export function markable(root) {
  if (!keeps) return;
  for (const button of root.querySelectorAll("[data-mark]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const { mark, title, full } = button.dataset;
      if (mark in marked()) remove(mark);
      else if (!add(mark, title)) button.textContent = full;
    });
  }
  show();
}

onChangeElsewhere(KEY, show);
addEventListener("pageshow", show); // a page that comes back as it was may be behind
markable(document);

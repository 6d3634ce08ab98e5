// What a marked term means, in a small box beside it; without this script the mark is a link to the glossary.
const prose = document.querySelector("[data-term-more]");
const box = document.createElement("span");
const name = document.createElement("strong");
const said = document.createElement("span");
const more = document.createElement("a");
more.textContent = prose.dataset.termMore;
Object.assign(box, { className: "term-box", id: "term-box", tabIndex: -1, lang: document.documentElement.lang });
name.id = "term-name";
box.setAttribute("role", "dialog");
box.setAttribute("aria-labelledby", name.id);
box.append(name, " ", said, " ", more);
let open = null;

function close() {
  open?.setAttribute("aria-expanded", "false");
  open = null;
  box.remove();
}

// Laid over the page, so that nothing moves: below the term, or above it near the lower edge of the window.
function place(link) {
  const lines = link.getClientRects();
  const first = lines[0];
  const last = lines[lines.length - 1];
  const edge = 8;
  const wide = document.documentElement.clientWidth;
  box.style.maxWidth = `${Math.min(384, wide - 2 * edge)}px`;
  const left = Math.max(edge, Math.min(last.left, wide - box.offsetWidth - edge));
  const below = last.bottom + box.offsetHeight + edge < innerHeight || first.top < box.offsetHeight + edge;
  const top = below ? last.bottom + edge : first.top - box.offsetHeight - edge;
  const origin = box.offsetParent?.getBoundingClientRect() ?? document.documentElement.getBoundingClientRect();
  box.style.left = `${left - origin.left}px`;
  box.style.top = `${top - origin.top}px`;
}

function show(link) {
  close();
  open = link;
  name.textContent = `${link.dataset.term}.`;
  said.textContent = link.dataset.definition;
  more.href = link.href;
  link.setAttribute("aria-expanded", "true");
  link.after(box); // the next stop of the Tab key
  place(link);
  box.focus({ preventScroll: true });
}

for (const link of document.querySelectorAll("a.term")) link.setAttribute("aria-expanded", "false");
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.term");
  if (!link) {
    if (!box.contains(event.target)) close();
    return;
  }
  // With a modifier a reader wants the glossary, in another tab.
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (open === link) close();
  else show(link);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !open) return;
  const link = open;
  close();
  link.focus();
});
box.addEventListener("focusout", (event) => {
  if (event.relatedTarget && event.relatedTarget !== open && !box.contains(event.relatedTarget)) close();
});
addEventListener("resize", () => open && place(open));

// A button that empties a part of the page, with a way back until something new is entered.
// `take` returns what is there, null when nothing is; `put` puts it there, null empties.
export function clearable(root, take, put) {
  const [clear, undo, said] = ["[data-clear]", "[data-undo]", "[data-cleared]"].map((s) => root.querySelector(s));
  let before = null;
  const show = (cleared) => {
    undo.hidden = !cleared;
    said.textContent = cleared ? said.dataset.cleared : "";
  };
  clear.hidden = false;
  clear.addEventListener("click", () => {
    const now = take();
    if (now === null) return;
    before = now;
    put(null);
    show(true);
  });
  undo.addEventListener("click", () => {
    put(before);
    show(false);
    clear.focus(); // the button that had the focus is gone
  });
  root.addEventListener("input", () => show(false));
}

// Ticks that stay: a guide's checklist remembers them in this browser, in whatever language it is read.
import { clearable } from "./clear.js";
import { keeps, onChangeElsewhere, read, write } from "./keep.js";
import { printable } from "./print.js";

for (const list of document.querySelectorAll(".checklist")) {
  const boxes = [...list.querySelectorAll("[data-point]")];
  const here = new Set(boxes.map((box) => box.dataset.point));
  const progress = list.querySelector("[data-progress]");
  const kept = list.querySelector("[data-kept]");

  const stored = () => {
    const points = read(list.dataset.keep);
    return Array.isArray(points) ? points : [];
  };
  const ticked = () => {
    // A translation that is behind may lack points of the original: their ticks are not ours to drop.
    const elsewhere = stored().filter((point) => !here.has(point));
    const points = boxes.filter((box) => box.checked).map((box) => box.dataset.point);
    return points.length ? [...elsewhere, ...points] : null;
  };
  const count = () => {
    const done = boxes.filter((box) => box.checked).length;
    progress.textContent = progress.dataset.progress.replace("{done}", done);
  };
  const show = (points) => {
    for (const box of boxes) box.checked = Boolean(points?.includes(box.dataset.point));
    count();
  };
  const keep = (points) => { kept.hidden = !write(list.dataset.keep, points); };

  progress.hidden = false;
  kept.hidden = !keeps;
  show(stored());
  list.addEventListener("change", () => { count(); keep(ticked()); });
  onChangeElsewhere(list.dataset.keep, () => show(stored()));
  clearable(list, ticked, (points) => { show(points); keep(points); });
  printable(list);
}

// Forms to fill in: kept in this browser as they are written, copied, downloaded, printed, cleared.
import { clearable } from "./clear.js";
import { download } from "./download.js";
import { fieldsOf } from "./fields.js";
import { asPage, asText } from "./form_export.js";
import { keeps, onChangeElsewhere, read, write } from "./keep.js";
import { printable } from "./print.js";

for (const form of document.querySelectorAll(".form")) {
  const { keep: key, file, source, address } = form.dataset;
  const fields = fieldsOf(form);
  const frame = form.closest("details");
  const begun = frame.querySelector("[data-begun]");
  const kept = form.querySelector("[data-kept]");
  const said = form.querySelector("[data-cleared]");

  const take = () => {
    const filled = fields.map((field) => [field.name, field.take()]).filter(([, value]) => value !== null);
    return filled.length ? Object.fromEntries(filled) : null;
  };
  const show = (values) => {
    for (const field of fields) field.put(values?.[field.name] ?? null);
    begun.hidden = !take();
  };
  const keep = () => {
    kept.hidden = !write(key, take());
    begun.hidden = !take();
  };

  for (const field of fields) field.live();
  kept.hidden = !keeps;
  show(read(key));
  form.addEventListener("input", (event) => {
    const name = event.target.closest("[data-field]").dataset.field;
    fields.find((field) => field.name === name).changed();
    keep();
  });
  onChangeElsewhere(key, show);
  clearable(form, take, (values) => { show(values); keep(); });
  printable(form, frame);

  const content = () => ({
    title: frame.querySelector("summary h3").textContent,
    purpose: form.querySelector(".form__purpose").textContent,
    language: document.documentElement.lang,
    wide: frame.matches(".template--wide"),
    source, address, fields,
  });
  const files = {
    // Old editors know the letters by the mark at the start, and lines by both signs.
    txt: () => ["\ufeff" + asText(content()).replaceAll("\n", "\r\n"), "text/plain"],
    html: () => [asPage(content()), "text/html"],
  };
  for (const button of form.querySelectorAll("[data-save]")) {
    const ending = button.dataset.save;
    button.hidden = false;
    button.addEventListener("click", () => download(`${file}.${ending}`, ...files[ending]()));
  }
  const copy = form.querySelector("[data-copy-form]");
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const done = await copied(asText(content()));
    said.textContent = done ? copy.dataset.done : copy.dataset.refused;
  });
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { return false; }
}

// A link to a form opens it, also where the browser would not.
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  const frame = target?.closest("details.template");
  if (!frame || frame.open) return;
  frame.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", openTarget);
openTarget();

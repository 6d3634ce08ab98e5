// The things to fill in of a form. Each has `name`, `type`, `label`, and
//   take()    what is filled in, as it is kept: text, true, some ids, or rows of texts; null when nothing is
//   put(value) the way back; anything that does not fit counts as nothing
//   shown()   the same in a reader's words
//   live()    to be called once, and `changed()` after each edit
import { tableOf } from "./table_field.js";
import { mirror, setText } from "./text_control.js";

export function fieldsOf(form) {
  return [...form.querySelectorAll("[data-field]")].map((node) => {
    const label = node.querySelector(".field__label").textContent.trim();
    return { name: node.dataset.field, type: node.dataset.type, label, ...KINDS[node.dataset.type](node, form) };
  });
}

const KINDS = { line, text: line, date, choice, choices, check, select, table: tableOf };

function line(node) {
  const control = node.querySelector("input, textarea");
  return {
    take: () => control.value || null,
    put: (value) => setText(control, value),
    shown: () => control.value,
    live: () => {},
    changed: () => mirror(control, control.value),
  };
}

function date(node, form) {
  const control = node.querySelector("input");
  const written = new Intl.DateTimeFormat(form.dataset.locale, { dateStyle: "long", timeZone: "UTC" });
  const shown = () => (control.value ? written.format(new Date(`${control.value}T00:00Z`)) : "");
  return {
    take: () => control.value || null,
    put: (value) => setText(control, value, shown),
    shown,
    // Without a script it is a plain line: an empty date field would print a pattern instead of room to write.
    live: () => { control.type = "date"; },
    changed: () => mirror(control, shown()),
  };
}

function choice(node) {
  const options = [...node.querySelectorAll("input")];
  const chosen = () => options.find((option) => option.checked);
  return {
    take: () => chosen()?.value ?? null,
    put: (value) => { for (const option of options) option.checked = option.value === value; },
    shown: () => chosen()?.parentElement.textContent.trim() ?? "",
    options: options.map((option) => option.parentElement.textContent.trim()),
    live: () => {},
    changed: () => {},
  };
}

function choices(node) {
  const boxes = [...node.querySelectorAll("input")];
  const ticked = () => boxes.filter((box) => box.checked);
  return {
    take: () => (ticked().length ? ticked().map((box) => box.value) : null),
    put: (value) => { for (const box of boxes) box.checked = Array.isArray(value) && value.includes(box.value); },
    shown: () => ticked().map((box) => box.parentElement.textContent.trim()).join("; "),
    live: () => {},
    changed: () => {},
  };
}

function select(node) {
  const control = node.querySelector("select");
  return {
    take: () => control.value || null,
    put: (value) => { control.value = [...control.options].some((o) => o.value === value) ? value : ""; },
    shown: () => (control.value ? control.selectedOptions[0].textContent : ""),
    live: () => {},
    changed: () => {},
  };
}

function check(node) {
  const box = node.querySelector("input");
  return {
    take: () => box.checked || null,
    put: (value) => { box.checked = value === true; },
    shown: () => box.checked,
    live: () => {},
    changed: () => {},
  };
}

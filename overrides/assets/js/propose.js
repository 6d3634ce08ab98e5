// A proposal: kept as it is written, checked, and made into files that the writer saves and sends.
import { answersOf } from "./answers.js";
import { clearable } from "./clear.js";
import { download } from "./download.js";
import { listsOf } from "./entries.js";
import { fieldsOf } from "./fields.js";
import { keeps, onChangeElsewhere, read, write } from "./keep.js";
import { mistakes } from "./proposal_check.js";
import { asText, filesOf } from "./proposal_files.js";
import { slugOf } from "./slug.js";
import { zip } from "./zip.js";

const form = document.getElementById("proposal");
const { keep: key, locale } = form.dataset;
const kept = form.querySelector("[data-kept]");
const made = form.querySelector("[data-made]");
const summary = form.querySelector("[data-errors]");
const said = form.querySelector("[data-said]");
const lists = listsOf(form);
let files = [];

const take = () => {
  const filled = fieldsOf(form).map((field) => [field.name, field.take()]).filter(([, value]) => value !== null);
  return filled.length ? Object.fromEntries(filled) : null;
};
const show = (values) => {
  const names = Object.keys(values ?? {});
  for (const list of lists) {
    const positions = names.filter((name) => name.startsWith(`${list.path}.`))
      .map((name) => Number(name.slice(list.path.length + 1).split(".")[0]) + 1);
    list.resize(Math.max(0, ...positions.filter((position) => position <= 200)));
  }
  for (const field of fieldsOf(form)) field.put(values?.[field.name] ?? null);
};
const keep = () => { kept.hidden = !write(key, take()); };
const changed = () => {
  keep();
  made.hidden = true; // the files are no longer what stands in the form
};

document.querySelector("[data-without-script]").hidden = true;
form.hidden = false;
kept.hidden = !keeps;
for (const list of lists) list.live(changed);
show(read(key));
onChangeElsewhere(key, show);
clearable(form, take, (values) => { show(values); forget(); changed(); });

form.addEventListener("input", (event) => {
  const node = event.target.closest("[data-field]");
  fieldsOf(form).find((field) => field.name === node.dataset.field).changed();
  changed();
});

// A link from a page brings its address along, for the first question.
function fillIn() {
  const [first, ...others] = fieldsOf(form);
  if (!location.hash.startsWith("#/") || others.some((field) => field.take() !== null)) return;
  first.put(form.dataset.root + location.hash.slice(2));
  changed();
}
addEventListener("hashchange", fillIn);
fillIn();

// A name for the folder is suggested from the title as long as there is none.
const slug = form.querySelector('[data-meaning="slug"] input');
const title = `title, names.${document.documentElement.lang}.text`.split(", ");
form.addEventListener("change", (event) => {
  if (!slug || slug.value || !title.includes(event.target.id)) return;
  slug.value = slugOf(event.target.value, JSON.parse(form.dataset.letters));
  changed();
});

form.querySelector("[data-make]").addEventListener("click", () => {
  const parts = answersOf(form);
  const wrong = mistakes(parts, form);
  forget();
  for (const { field, words } of wrong) mark(field.node, words);
  if (wrong.length) {
    list(wrong);
    return;
  }
  files = filesOf(parts, form);
  form.querySelector("[data-files]").replaceChildren(...files.map(shown));
  made.hidden = false;
  said.textContent = "";
  made.focus();
});

form.querySelector("[data-zip]").addEventListener("click", async () => {
  const name = files[0].path.replace(/^practices\/\w+\//, "").split("/")[0].replace(/\.\w+$/, "");
  download(`${name}.zip`, await zip(files, new Date()).arrayBuffer(), "application/zip");
});

const copy = form.querySelector("[data-copy-files]");
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(asText(files));
    said.textContent = copy.dataset.done;
  } catch { said.textContent = copy.dataset.refused; }
});

function controlOf(node) {
  return node.querySelector(":scope > fieldset") ?? node.querySelector("input, select, textarea");
}

function mark(node, words) {
  const place = node.querySelector(".asks__error");
  place.textContent = words;
  place.hidden = false;
  for (const control of node.querySelectorAll("input, select, textarea")) control.setAttribute("aria-invalid", "true");
}

function forget() {
  summary.hidden = true;
  summary.querySelector("ul").replaceChildren();
  for (const place of form.querySelectorAll(".asks__error")) place.hidden = true;
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

// The list of mistakes, each with a link to its question.
function list(wrong) {
  const heading = summary.querySelector("[data-counts]");
  const counts = JSON.parse(heading.dataset.counts);
  const rule = new Intl.PluralRules(locale).select(wrong.length);
  heading.textContent = (counts[rule] ?? counts.other).replace("{n}", wrong.length);
  summary.querySelector("ul").replaceChildren(...wrong.map(({ field, words }) => {
    const control = controlOf(field.node);
    const link = document.createElement("a");
    link.href = `#${control.id}`;
    link.textContent = `${nameOf(field.node)}: ${words}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.focus();
      field.node.scrollIntoView();
    });
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  }));
  summary.hidden = false;
  summary.focus();
  summary.scrollIntoView(); // it may be taller than the window: its head is to be seen first
}

// A question's label, after that of the entry that it belongs to.
function nameOf(node) {
  const entry = node.closest("[data-item]")?.querySelector("legend").textContent;
  return [entry, node.dataset.label].filter(Boolean).filter((part, n, all) => !all[n + 1]?.startsWith(part)).join(": ");
}

function shown({ path, text }) {
  const [frame, name, content] = ["details", "summary", "pre"].map((tag) => document.createElement(tag));
  name.textContent = path;
  content.textContent = text;
  content.tabIndex = 0;
  frame.append(name, content);
  return frame;
}

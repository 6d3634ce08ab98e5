// The files of a proposal: a record as YAML with its text as Markdown, or, where a record is there already,
// the answers as a text of headings, as an issue form makes it.
import { everyField } from "./answers.js";
import { digits, slugIn } from "./proposal_check.js";
import { slugOf } from "./slug.js";
import { lines, markdown, oneLine } from "./written.js";
import { yaml } from "./yaml.js";

const KEY = 40; // letters of a key at most
const REVIEW = 2; // years until the statements are compared with their sources again

export function filesOf(parts, form) {
  const { folder, form: name, words } = form.dataset;
  if (!folder) return [{ path: `${name}.md`, text: asIssue(parts) }];
  const language = document.documentElement.lang;
  const [record, front, sections] = recordOf(parts, form, language);
  const slug = oneLine(parts.find((part) => part.name === "slug").value);
  const place = `practices/${folder}/${slug}`;
  if (!words) return [{ path: `${place}.yml`, text: yaml(record) }];
  const text = `---\n${yaml(front)}---\n\n${sections.join("\n\n")}\n`;
  return [{ path: `${place}/record.yml`, text: yaml(record) }, { path: `${place}/${language}.md`, text }];
}

// All files in one text, from which they can be made again.
export function asText(files) {
  if (files.length === 1 && files[0].path.endsWith(".md")) return files[0].text;
  return files.map(({ path, text }) => `### ${path}\n\n~~~\n${text}~~~\n`).join("\n");
}

function recordOf(parts, form, language) {
  const letters = JSON.parse(form.dataset.letters);
  const sources = parts.find((part) => part.name === "sources");
  const keys = keysOf(sources.items, (item) => {
    const { publisher, published } = named(item.parts);
    return [oneLine(publisher?.value ?? ""), (published?.value ?? "").trim().slice(0, 4)].join(" ");
  }, "source", letters);
  const context = { language, keys, letters, front: {} };
  const wordNames = form.dataset.words.split(" ");
  const record = { original_language: language, ...JSON.parse(form.dataset.fixed) };
  const front = {};
  const sections = [];
  for (const part of parts) {
    if (part.name === "slug") continue;
    const made = part.items ? groupOf(part, context) : valueOf(part, context);
    if (made === undefined) continue;
    if (part.heading) sections.push(`## ${part.heading} {#${part.name}}\n\n${made}`);
    else if (!part.items && wordNames.includes(part.name)) front[part.name] = made;
    else record[part.name] = made;
  }
  if (record.checked_on) record.review_by = yearsAfter(record.checked_on, REVIEW);
  if (!form.dataset.words) return [{ ...record, reviewed_by: "" }];
  return [record, { ...front, ...context.front, reviewed_by: "" }, sections];
}

function groupOf(group, context) {
  const items = group.items.filter((item) => !item.empty || group.shape === "one");
  if (group.shape === "one") return bodyOf(items[0].parts, context);
  if (group.shape === "languages") {
    return Object.fromEntries(items.map((item) => [item.key, bodyOf(item.parts, context)]));
  }
  if (group.shape !== "keyed") return items.map((item) => bodyOf(item.parts, context));
  if (group.name === "sources") {
    return Object.fromEntries(group.items.flatMap((item, n) => (
      item.empty ? [] : [[context.keys[n], bodyOf(item.parts, context)]]
    )));
  }
  // The same words for another year tell of the same quantity: its figures stand together.
  const label = (item) => oneLine(named(item.parts).label.value ?? "");
  const same = (item) => `${label(item)} ${named(item.parts).unit?.value ?? ""}`;
  const unique = items.filter((item, n) => !item.parts.some((part) => part.shape === "first")
    || items.findIndex((other) => same(other) === same(item)) === n);
  const keys = keysOf(unique, label, group.name, context.letters);
  context.front[group.name] = Object.fromEntries(unique.map((item, n) => [keys[n], label(item)]));
  return Object.fromEntries(unique.map((item, n) => {
    const made = bodyOf(item.parts, context);
    for (const other of items) {
      if (other === item || same(other) !== same(item) || unique.includes(other)) continue;
      for (const part of other.parts.filter((one) => one.shape === "first")) {
        made[part.name].push(...groupOf(part, context));
      }
    }
    return [keys[n], made];
  }));
}

function bodyOf(parts, context) {
  const made = {};
  for (const part of parts) {
    // Words stand in the text; what has no name says something of the field before it.
    if (!part.name || part.name === "label") continue;
    const value = part.items ? groupOf(part, context) : valueOf(part, context);
    if (value !== undefined) made[part.name] = value;
  }
  return made;
}

function valueOf(field, { language, keys }) {
  const instead = field.node.nextElementSibling;
  if (instead?.matches("[data-instead]:has(:checked)")) return instead.dataset.instead;
  const { value, meaning } = field;
  if (value === null || (typeof value === "string" && !value.trim())) return field.empty;
  switch (meaning) {
    case "number":
    case "whole":
      return Number(digits(value).replace(",", "."));
    case "source":
      return keys[Number(digits(value)) - 1];
    case "record": {
      if (!("many" in field)) return slugIn(value, field.record);
      const slugs = lines(value).split("\n").filter((line) => line.trim()).map((line) => slugIn(line, field.record));
      return [...new Set(slugs)];
    }
    case "prose": {
      const text = markdown(value, keys);
      return "languages" in field ? { [language]: text } : text;
    }
    case "words":
      return { [language]: oneLine(value) };
    case "term":
    case "flag":
      return value;
    default:
      return oneLine(value);
  }
}

// A key for each item, made from its words; items of the same words are numbered.
function keysOf(items, wordsOf, name, letters) {
  const keys = [];
  items.forEach((item, n) => {
    const stem = slugOf(wordsOf(item), letters, KEY) || `${slugOf(name, {})}-${n + 1}`;
    let key = stem;
    for (let more = 2; keys.includes(key); more += 1) key = `${stem}-${more}`;
    keys.push(key);
  });
  return keys;
}

const named = (parts) => Object.fromEntries(parts.filter((part) => part.name).map((part) => [part.name, part]));

function yearsAfter(day, years) {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return later.endsWith("-02-29") ? `${later.slice(0, 8)}28` : later;
}

function asIssue(parts) {
  const answered = everyField(parts).filter((field) => field.label);
  const written = (field) => {
    if (field.value === null) return "_No response_";
    return field.type === "check" ? "- [x]" : lines(String(field.value)).trim();
  };
  // A line that looks like a heading of ours would end the answer.
  const safe = (text) => text.replace(/^(\s*)(#{1,6}\s)/gm, "$1\\$2");
  return answered.map((field) => `### ${field.label}\n\n${safe(written(field))}\n`).join("\n");
}

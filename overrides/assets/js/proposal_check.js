// What a browser can tell about a proposal: the rules of single answers, and those about dates and sources.
// The rules of the models come as data of the fields, and words from the form.
import { everyField } from "./answers.js";
import { cited, lines, oneLine } from "./written.js";

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const NUMBER = /^-?\d+([.,]\d+)?$/;
const GROUPED = /^-?\d{1,3},\d{3}$/; // a thousand in one language, one point nothing in another

export function digits(text) {
  return oneLine(text).replace(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-");
}

// Returns the slug in the address of a record's page, or the text itself when it is one.
export function slugIn(text, folder) {
  const address = oneLine(text).replace(/[?#].*$/, "");
  return new RegExp(`(?:^|/)${folder}/([a-z0-9-]+)/?$`).exec(address)?.[1] ?? address;
}

// Returns [{field, words}], in reading order.
export function mistakes(parts, form) {
  const found = [];
  const say = (field, rule, values = {}) => {
    if (found.some((one) => one.field === field)) return;
    const words = form.dataset[`error${rule[0].toUpperCase()}${rule.slice(1)}`];
    found.push({ field, words: words.replace(/\{(\w+)\}/g, (_, name) => values[name]) });
  };
  const sources = parts.find((part) => part.name === "sources" && part.items);
  const filled = (sources?.items ?? []).map((item) => !item.empty);
  const slugPattern = new RegExp(form.dataset.slug);

  const one = (field) => {
    const { value, meaning } = field;
    if (typeof value === "boolean") return;
    if (value === null || (typeof value === "string" && !value.trim())) {
      const replaced = "instead" in field || field.node.nextElementSibling?.matches("[data-instead]:has(:checked)");
      if ("required" in field && !replaced) say(field, "missing");
      return;
    }
    const [least, most] = [field.least, field.most].map((bound) => (bound === undefined ? null : Number(bound)));
    switch (meaning) {
      case "term":
        if ("many" in field && least !== null && value.length < least) say(field, "few", { n: least });
        if ("many" in field && most !== null && value.length > most) say(field, "many", { n: most });
        break;
      case "number":
      case "whole": {
        const written = digits(value);
        const wrong = meaning === "whole" ? !/^\d+$/.test(written) : !NUMBER.test(written) || GROUPED.test(written);
        const number = Number(written.replace(",", "."));
        if (wrong) say(field, "number");
        else if (least !== null && most !== null && (number < least || number > most)) say(field, "range", { least, most });
        else if (least !== null && number < least) say(field, "least", { least });
        break;
      }
      case "date":
        if (!DATE.test(value.trim())) say(field, "date");
        else if (!exists(value.trim())) say(field, "day");
        break;
      case "day":
        if (!/^\d{4}-\d\d-\d\d$/.test(value.trim()) || !exists(value.trim())) say(field, "day");
        break;
      case "address": {
        const address = oneLine(value);
        if (!/^https?:\/\/[^\s/?#]+/i.test(address)) say(field, "address");
        break;
      }
      case "slug":
        if (!isSlug(value.trim(), slugPattern)) say(field, "slug");
        break;
      case "record": {
        const written = "many" in field ? lines(value).split("\n").filter((line) => line.trim()) : [value];
        if (!written.every((line) => isSlug(slugIn(line, field.record), slugPattern))) say(field, "record");
        break;
      }
      case "source":
        if (!filled[Number(digits(value)) - 1]) say(field, "source", { n: filled.length });
        break;
      case "prose":
        if (sources) {
          const missing = cited(value).find((number) => !filled[number - 1]);
          if (missing !== undefined) say(field, "cites", { number: missing });
        }
        break;
      default: {
        const text = oneLine(value);
        if (most !== null && [...text].length > most) say(field, "long", { n: [...text].length, most });
        else if (field.pattern && !new RegExp(field.pattern).test(text)) say(field, "pattern");
      }
    }
  };

  const together = (inside) => {
    const by = Object.fromEntries(inside.filter((part) => !part.items).map((part) => [part.name, part]));
    if (by.value && by.low && by.high) {
      const [value, low, high] = [by.value, by.low, by.high].map((field) => field.value !== null);
      if (value === (low && high) || low !== high) say(by.value, "figure");
      else if (low && Number(digits(by.low.value).replace(",", ".")) > Number(digits(by.high.value).replace(",", "."))) {
        say(by.low, "figure");
      }
    }
    if (by.start?.value && by.end?.value && !by.end.node.nextElementSibling?.matches("[data-instead]:has(:checked)")) {
      const [start, end] = [by.start.value.trim(), by.end.value.trim()];
      const common = Math.min(start.length, end.length);
      if (end.slice(0, common) < start.slice(0, common)) say(by.end, "order");
    }
  };

  const walk = (inside) => {
    for (const part of inside) {
      if (!part.items) one(part);
      else {
        part.items.forEach((item, n) => {
          // One entry is needed where the group is; of names, the one in the form's language.
          const first = part.shape === "languages" ? item.key === document.documentElement.lang : n === 0;
          if (!item.empty || (part.required && first)) walk(item.parts);
        });
      }
    }
    together(inside);
  };
  walk(parts);

  if (sources) {
    const fields = everyField(parts);
    const used = new Set(fields.flatMap((field) => {
      if (field.value === null) return [];
      if (field.meaning === "prose") return cited(field.value);
      return field.meaning === "source" ? [Number(digits(field.value))] : [];
    }));
    sources.items.forEach((item, n) => {
      if (!item.empty && !used.has(n + 1)) say(item.parts[0], "uncited", { number: n + 1 });
    });
  }
  return found;
}

const isSlug = (text, pattern) => pattern.test(text) && text.length >= 3 && text.length <= 60 && !["by", "page"].includes(text);

function exists(date) {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

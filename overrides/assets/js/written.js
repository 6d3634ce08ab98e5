// What a person has written, made safe for files: as one line, as lines, and as Markdown that shows it as it is.

// Signs that no text needs, and that readers of files trip over.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;

export function lines(text) {
  const whole = text.normalize("NFC").replace(/\p{Surrogate}/gu, "\ufffd");
  return whole.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").replace(CONTROLS, " ");
}

export function oneLine(text) {
  return lines(text).replace(/\s+/g, " ").trim();
}

const CITATION = /\[(\d{1,3})\]/g;

// The numbers of the sources that a text cites as [1], [2].
export function cited(text) {
  return [...text.matchAll(CITATION)].map((match) => Number(match[1]));
}

// `keys` are the names of the sources, the first for [1]. Blank lines part paragraphs, "- " and "1. " begin
// entries of a list; every other sign stands for itself.
export function markdown(text, keys) {
  let before = 0; // the number of the list's last entry
  const made = lines(text).split("\n").map((line) => {
    const words = line.trim();
    const [, dash, number, mark, rest] = /^(?:([-*•]\s+)|(\d{1,3})([.)]\s+))?(.*)$/s.exec(words);
    if (dash) return `- ${inline(rest, keys)}`;
    if (number && Number(number) === before + 1) {
      before += 1;
      return `${number}. ${inline(rest, keys)}`;
    }
    if (!words) before = 0;
    return inline(number ? number + mark + rest : rest, keys).replace(/^([#>+=-])/, "\\$1").replace(/^(\d+)([.)])/, "$1\\$2");
  });
  return made.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

function inline(text, keys) {
  const parts = text.split(CITATION); // every second part is a number
  return parts.map((part, n) => {
    if (n % 2 === 0) return escaped(part);
    return keys[part - 1] ? `[^${keys[part - 1]}]` : escaped(`[${part}]`);
  }).join("");
}

function escaped(text) {
  return text.replace(/[\\`*_<[\]^|~]/g, "\\$&").replace(/&(?=#?\w+;)/g, "&amp;");
}

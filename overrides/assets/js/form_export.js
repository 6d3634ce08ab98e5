// A form as a text, and as a page that stands alone and prints well.
// Both take {title, purpose, source, address, language, wide, fields}; fields as fields.js gives them.

export function asText(form) {
  const parts = [form.title, form.purpose, ...form.fields.map(fieldAsText), `${form.source}\n${form.address}`];
  return `${parts.join("\n\n")}\n`;
}

function fieldAsText(field) {
  switch (field.type) {
    case "check":
      return `[${field.shown() ? "x" : " "}] ${field.label}`;
    case "table": {
      const rows = field.shown().map((row, r) => {
        const cells = row.map((text, c) => (text ? `${field.columns[c]}: ${text.replaceAll("\n", " ")}` : ""));
        return `${r + 1}. ${cells.filter(Boolean).join("; ")}`;
      });
      return [`${field.label}:`, ...rows].join("\n");
    }
    case "text": {
      const lines = field.shown() ? field.shown().split("\n") : [];
      return [`${field.label}:`, ...lines].join("\n");
    }
    default:
      return `${field.label}: ${field.shown()}`.trimEnd();
  }
}

const STYLE = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #14232b; background: #fff; font: 1rem/1.5 Georgia, "PT Serif", "Noto Serif", serif; }
h1, h2, th { font-family: "Segoe UI", "Noto Sans", "PT Sans", system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1rem; margin: 1.2rem 0 .2rem; }
h1, h2 { break-after: avoid; }
p { margin: .2rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.empty { border-bottom: 1px solid #7b8c94; height: 2rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: .85rem; }
th, td { border: 1px solid #7b8c94; padding: .3rem .4rem; text-align: left; vertical-align: top; height: 2.2rem; overflow-wrap: anywhere; white-space: pre-wrap; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
footer { margin-top: 2rem; border-top: 1px solid #7b8c94; padding-top: .4rem; font-size: .85rem; }
@page { margin: 16mm; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
`;

export function asPage(form) {
  return `<!doctype html>
<html lang="${safe(form.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(form.title)}</title>
<style>${STYLE}${form.wide ? "@page { size: landscape; }\n" : ""}</style>
</head>
<body>
<h1>${safe(form.title)}</h1>
<p>${safe(form.purpose)}</p>
${form.fields.map(fieldAsHtml).join("\n")}
<footer><p>${safe(form.source)}</p><p>${safe(form.address)}</p></footer>
</body>
</html>
`;
}

function fieldAsHtml(field) {
  const head = `<h2>${safe(field.label)}</h2>`;
  switch (field.type) {
    case "check":
      return `<p>${box(field.shown())} ${safe(field.label)}</p>`;
    case "choice":
      return `${head}\n${field.options.map((words) => `<p>${box(words === field.shown())} ${safe(words)}</p>`).join("\n")}`;
    case "table": {
      const empty = field.columns.map(() => "");
      const filled = field.shown();
      const rows = [...filled, ...Array(Math.max(0, field.rows - filled.length)).fill(empty)];
      const cells = (tag, texts) => `<tr>${texts.map((text) => `<${tag}>${safe(text)}</${tag}>`).join("")}</tr>`;
      const body = rows.map((row) => cells("td", row)).join("\n");
      return `${head}\n<table><thead>${cells("th", field.columns)}</thead><tbody>\n${body}\n</tbody></table>`;
    }
    default: {
      const blank = '<p class="empty"></p>'.repeat(field.type === "text" ? 4 : 1);
      return head + (field.shown() ? `<p>${safe(field.shown())}</p>` : blank);
    }
  }
}

const box = (ticked) => (ticked ? "☒" : "☐");

function safe(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => signs[sign]);
}

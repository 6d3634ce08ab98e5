// Values as YAML. Every text stands in quotes with the escapes of JSON, so that no reader takes it for
// anything but a text; keys are names of ours.
export function yaml(value, indent = "") {
  return Object.entries(value).map(([key, part]) => `${indent}${key}:${below(part, indent)}`).join("");
}

function below(value, indent) {
  if (Array.isArray(value)) {
    if (value.every((part) => typeof part !== "object")) return ` [${value.map(scalar).join(", ")}]\n`;
    const entries = value.map((part) => `${indent}  - ${yaml(part, `${indent}    `).slice(indent.length + 4)}`);
    return `\n${entries.join("")}`;
  }
  if (typeof value === "object") return Object.keys(value).length ? `\n${yaml(value, `${indent}  `)}` : " {}\n";
  return ` ${scalar(value)}\n`;
}

function scalar(value) {
  if (typeof value !== "string") return String(value);
  // JSON leaves some signs as they are that end a line in YAML, or that it forbids.
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => (
    `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`
  ));
}

// A form's questions as a tree: what stands in what, with what is answered.
// A field is {node, ...its dataset, path, name, value}, a group {node, name, shape, fields, items, empty}.
import { fieldsOf } from "./fields.js";

export function answersOf(form) {
  const values = new Map(fieldsOf(form).map((field) => [field.name, field]));
  return partsOf(form, null, values);
}

// Every field of a tree, in reading order.
export function everyField(parts) {
  return parts.flatMap((part) => (part.items ? part.items.flatMap((item) => everyField(item.parts)) : [part]));
}

function partsOf(root, outer, values) {
  return [...root.querySelectorAll("[data-field], [data-group]")]
    .filter((node) => (node.parentElement.closest("[data-group], [data-item]") ?? null) === outer)
    .map((node) => (node.dataset.group ? group(node, values) : field(node, values)));
}

function field(node, values) {
  const { take, label } = values.get(node.dataset.field);
  const { field: path, ...data } = node.dataset;
  return { node, path, heard: label, ...data, value: take() };
}

function group(node, values) {
  const { group: name, shape, path } = node.dataset;
  const own = [...node.querySelectorAll(":scope > [data-item]")];
  const items = (own.length ? own : shape === "one" || shape === "first" ? [node] : []).map((item) => {
    const parts = partsOf(item, item, values);
    return { node: item, key: item.dataset.item, parts, empty: everyField(parts).every((one) => one.value === null) };
  });
  return { node, name, shape, path, required: "required" in node.dataset, items };
}

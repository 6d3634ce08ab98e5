// Lists of questions that are asked several times: entries are added at the end and removed there, so that
// the number of an entry, by which texts cite a source, never changes.
export function listsOf(form) {
  return [...form.querySelectorAll('[data-shape="list"], [data-shape="keyed"]')].map((group) => {
    const pattern = group.querySelector("template");
    const row = group.querySelector(":scope > .tools__row");
    const least = "required" in group.dataset ? 1 : 0;
    const entries = () => [...group.querySelectorAll(":scope > [data-item]")];
    const show = () => { row.querySelector("[data-remove]").hidden = entries().length <= least; };
    const list = {
      path: group.dataset.path,
      entries,
      // Make it this long; what is cut off is gone.
      resize(wanted) {
        const length = Math.max(wanted, least);
        while (entries().length > length) entries().at(-1).remove();
        while (entries().length < length) row.before(filledIn(pattern, entries().length));
        show();
      },
      live(changed) {
        row.querySelector("[data-add]").addEventListener("click", () => {
          list.resize(entries().length + 1);
          changed();
          entries().at(-1).querySelector("input, select, textarea").focus();
        });
        row.querySelector("[data-remove]").addEventListener("click", () => {
          list.resize(entries().length - 1);
          changed();
          (entries().at(-1) ?? group).focus();
        });
      },
    };
    list.resize(0);
    return list;
  });
}

function filledIn(pattern, position) {
  const entry = pattern.content.cloneNode(true);
  const put = (text) => text.replaceAll("{i}", position).replaceAll("{number}", position + 1);
  for (const node of entry.querySelectorAll("*")) {
    for (const attribute of node.attributes) attribute.value = put(attribute.value);
  }
  const legend = entry.querySelector("legend");
  legend.textContent = put(legend.textContent);
  return entry;
}

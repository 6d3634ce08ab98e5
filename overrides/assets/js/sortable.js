// Tables whose columns can be put in order: by the first number in a cell, else by the alphabet; then reversed.
const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

for (const table of document.querySelectorAll("table[data-sortable]")) {
  for (const head of table.tHead.rows[0].cells) head.replaceChildren(button(table, head));
}

function button(table, head) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "sort";
  made.append(...head.childNodes);
  made.addEventListener("click", () => {
    const down = head.ariaSort === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.ariaSort = down ? "descending" : "ascending";
    const body = table.tBodies[0];
    body.append(...inOrder([...body.rows], head.cellIndex, down));
  });
  return made;
}

function inOrder(rows, column, down) {
  const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column]) }));
  const sign = down ? -1 : 1;
  const numbers = keyed.filter(({ key }) => typeof key === "number").sort((a, b) => sign * (a.key - b.key));
  const words = keyed.filter(({ key }) => typeof key === "string").sort((a, b) => sign * compare(a.key, b.key));
  return [...numbers, ...words].map(({ row }) => row); // what is not known stays last
}

function keyOf(cell) {
  const copy = cell.cloneNode(true);
  for (const citation of copy.querySelectorAll(".citation")) citation.remove();
  const text = copy.textContent.trim();
  // 1,258,500 in English; 1 258 500 in Swedish and Russian, with spaces that do not break; 3,2 is 3.2 there.
  const number = document.documentElement.lang === "en"
    ? text.match(/^[^\d]{0,12}(\d[\d,]*(?:\.\d+)?)/)?.[1].replaceAll(",", "")
    : text.match(/^[^\d]{0,12}(\d[\d\s]*(?:,\d+)?)/)?.[1].replace(/\s/g, "").replace(",", ".");
  return number ? Number(number) : text;
}

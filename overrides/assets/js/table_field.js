// The rows of a table to fill in; see fields.js for what it offers.
import { mirror, setText } from "./text_control.js";

const SHOWN = 2; // empty rows at the end that stay in sight where rows are stacked; paper shows them all

export function tableOf(node) {
  const body = node.querySelector("tbody");
  const first = body.rows.length;
  const columns = [...node.querySelectorAll("thead th")].map((head) => head.textContent);
  let inSight = SHOWN;

  const cells = (row) => [...row.querySelectorAll("textarea")];
  const texts = () => [...body.rows].map((row) => cells(row).map((cell) => cell.value));
  const filled = () => {
    const rows = texts();
    while (rows.length && !rows.at(-1).some(Boolean)) rows.pop();
    return rows;
  };

  function showSpare() {
    inSight = Math.max(inSight, filled().length + SHOWN);
    [...body.rows].forEach((row, n) => row.classList.toggle("spare", n >= inSight));
  }

  function addRow() {
    const row = body.appendChild(body.rows[0].cloneNode(true));
    const pattern = node.querySelector("table").dataset.cell.replace("{n}", body.rows.length);
    cells(row).forEach((cell, n) => {
      cell.setAttribute("aria-label", pattern.replace("{column}", () => columns[n]));
      setText(cell, "");
    });
    return row;
  }

  function nextRow() {
    const spare = body.querySelector(".spare");
    const hidden = spare && getComputedStyle(spare).display === "none";
    inSight = hidden ? inSight + 1 : body.rows.length + 1;
    const row = hidden ? spare : addRow();
    showSpare();
    return row;
  }

  return {
    take: () => {
      const rows = filled();
      return rows.length ? rows : null;
    },
    put: (value) => {
      const rows = Array.isArray(value) ? value : [];
      while (body.rows.length > Math.max(first, rows.length)) body.lastElementChild.remove();
      while (body.rows.length < rows.length) addRow();
      [...body.rows].forEach((row, r) => cells(row).forEach((cell, c) => setText(cell, rows[r]?.[c])));
      inSight = SHOWN;
      showSpare();
    },
    shown: () => filled().filter((row) => row.some(Boolean)),
    columns,
    rows: first,
    live: () => {
      const button = node.querySelector("[data-add-row]");
      button.hidden = false;
      button.addEventListener("click", () => cells(nextRow())[0].focus());
    },
    changed: () => {
      for (const row of body.rows) for (const cell of cells(row)) mirror(cell, cell.value);
      showSpare();
    },
  };
}

// Buttons that print one part of the page and nothing else.
let restore = () => {};
addEventListener("afterprint", () => restore());

export function printable(root, part = root) {
  for (const button of root.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => printOnly(part, button.dataset.print));
  }
}

function printOnly(part, name) {
  restore();
  const title = document.title;
  const others = [];
  for (let node = part; node !== document.body; node = node.parentElement) {
    others.push(...[...node.parentElement.children].filter((other) => other !== node));
  }
  for (const other of others) other.dataset.unprinted = "";
  part.dataset.printed = "";
  document.title = `${name} – ${title}`; // browsers name the file after it
  restore = () => {
    for (const other of others) delete other.dataset.unprinted;
    delete part.dataset.printed;
    document.title = title;
    restore = () => {};
  };
  print();
}

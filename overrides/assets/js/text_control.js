// A control for text, with the copy that is printed in its place: paper cannot scroll.
export function setText(control, value, shown = () => control.value) {
  control.value = typeof value === "string" ? value : "";
  mirror(control, shown());
}

export function mirror(control, text) {
  let copy = control.nextElementSibling;
  if (!copy?.matches(".field__filled")) {
    copy = document.createElement("span");
    copy.className = "field__filled";
    control.after(copy);
  }
  copy.textContent = text;
  control.classList.toggle("is-filled", text !== "");
}

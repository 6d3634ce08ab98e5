// On every page: the search is loaded when somebody means to use it, by the field, a key or the address.
const form = document.querySelector(".search");
const field = form.querySelector("input[type=search]");
let panel;

// The panel's address is relative to the page; an import would take it as relative to this script.
const load = () => (panel ??= import(new URL(form.dataset.panel, document.baseURI)).then((loaded) => loaded.start(form)));

field.addEventListener("focus", load, { once: true });

// A key without Ctrl can be pressed by mistake, or by a voice: the panel has a switch for it.
const keyIsOff = () => { try { return localStorage.getItem("search-key") === "off"; } catch { return false; } };
const writes = (element) => element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);

document.addEventListener("keydown", (event) => {
  const combined = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const plain = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !writes(event.target) && !keyIsOff();
  if (!combined && !plain) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// A reader who comes back, or from another language, finds the search as it was.
const asked = new URL(location).searchParams.get("q");
if (asked) {
  field.value = asked;
  load();
}

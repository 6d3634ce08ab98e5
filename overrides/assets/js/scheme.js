// Light or dark by the reader's choice, kept in this browser only. Everything else works without a script.
// In the head and at once, so that no page flashes in the other scheme.
const root = document.documentElement;
const stored = (() => { try { return localStorage.getItem("scheme"); } catch { return null; } })();
if (stored === "light" || stored === "dark") root.dataset.scheme = stored;

addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector(".scheme");
  if (!button) return;
  const isDark = () => (root.dataset.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try { localStorage.setItem("scheme", root.dataset.scheme); } catch { /* private windows may refuse */ }
    show();
  });
});

// A field that leaves the terms in which what is typed stands, in any of the three languages.
const filter = document.querySelector(".terms-filter");
const field = filter.querySelector("input");
const status = filter.querySelector("[role=status]");
const forms = JSON.parse(filter.dataset.found);
const plural = new Intl.PluralRules(document.documentElement.lang);

// Without accents, as people type in a hurry: å as a, ё as е.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
const sections = [...document.querySelectorAll(".glossary section")].map((section) => ({
  section,
  terms: [...section.querySelectorAll("dl > div")].map((entry) => ({ entry, names: null })),
}));
// The name and its variants, then those of the other languages; not the definition.
const namesOf = (entry) => plain([...entry.querySelectorAll("dt, dd [lang]")].map((e) => e.textContent).join("\n"));

function show() {
  const wanted = plain(field.value);
  let found = 0;
  for (const { section, terms } of sections) {
    let here = 0;
    for (const term of terms) {
      term.names ??= namesOf(term.entry);
      term.entry.hidden = !term.names.includes(wanted);
      here += !term.entry.hidden;
    }
    section.hidden = here === 0;
    found += here;
  }
  const words = forms[plural.select(found)] ?? forms.other;
  status.textContent = !wanted ? "" : found ? words.replace("{n}", found) : filter.dataset.none;
}

field.addEventListener("input", show);
// A link to a term that is filtered away brings all terms back.
addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest(".glossary [hidden]")) return;
  field.value = "";
  show();
  target.scrollIntoView();
});
filter.hidden = false;
if (field.value) show(); // the browser may have kept what was typed

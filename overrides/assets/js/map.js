// The map of cases: a theme narrows marks and list together, and a place lights up in both.
const filter = document.querySelector("[data-filter]");
const map = document.querySelector(".outline");
const places = [...document.querySelectorAll("[data-counts]")].map((entry) => {
  const pin = document.getElementById(entry.id.replace("place-", "mark-"));
  return { entry, pin, counts: JSON.parse(entry.dataset.counts), name: entry.querySelector("h2").textContent };
});

function choose(theme) {
  for (const { entry, pin, counts, name } of places) {
    const count = counts[theme];
    entry.hidden = !count;
    pin?.parentElement.toggleAttribute("hidden", !count);
    if (!count) continue;
    entry.querySelector("[data-said]").textContent = count.said;
    for (const item of entry.querySelectorAll("[data-themes]")) {
      item.hidden = theme !== "" && !item.dataset.themes.split(" ").includes(theme);
    }
    if (!pin) continue;
    pin.setAttribute("aria-label", `${name}: ${count.said}`);
    pin.querySelector("title").textContent = pin.getAttribute("aria-label");
    for (const circle of pin.querySelectorAll(".mark")) circle.setAttribute("r", count.r);
    for (const text of pin.querySelectorAll(".pin__count")) text.textContent = count.n;
  }
}

// Shows every name that lies on no mark and no other name at this width, with these marks.
function nameMore() {
  const seen = (selector) => [...map.querySelectorAll(selector)].filter((part) => part.getClientRects().length);
  const taken = seen(".mark, .mark__name:not([data-unsure])").map((part) => part.getBoundingClientRect());
  const whole = map.getBoundingClientRect();
  for (const name of seen("[data-unsure]")) {
    const box = name.getBoundingClientRect();
    const apart = (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom;
    const fits = box.left >= whole.left && box.right <= whole.right && taken.every(apart);
    name.dataset.unsure = fits ? "fits" : "";
    if (fits) taken.push(box);
  }
}

function apply(radio) {
  radio.checked = true;
  choose(radio.value);
  document.querySelector("[data-filter-name]").textContent = radio.labels[0].textContent.trim();
  const said = document.querySelector("[data-filter-said]");
  if (said.textContent !== radio.dataset.said) said.textContent = radio.dataset.said;
  nameMore();
}

// The theme stands in the address, so that a narrowed map can be sent to somebody.
filter.addEventListener("change", ({ target }) => {
  apply(target);
  const address = new URL(location.href);
  if (target.value) address.searchParams.set("theme", target.value);
  else address.searchParams.delete("theme");
  history.replaceState(null, "", address);
});

const wanted = new URL(location.href).searchParams.get("theme");
const radios = [...filter.querySelectorAll("input")];
apply(radios.find(({ value }) => value === wanted) ?? radios[0]);
// Who was sent to one place sees it, whatever the theme.
if (document.getElementById(location.hash.slice(1))?.closest("[hidden]")) apply(radios[0]);
filter.hidden = false;
filter.open = matchMedia("(min-width: 48rem)").matches;

for (const { entry, pin } of places) {
  if (!pin) continue;
  const light = (on) => [entry, pin].forEach((part) => part.toggleAttribute("data-lit", on));
  for (const part of [entry, pin]) {
    for (const event of ["pointerenter", "focusin"]) part.addEventListener(event, () => light(true));
    for (const event of ["pointerleave", "focusout"]) part.addEventListener(event, () => light(false));
  }
}
new ResizeObserver(nameMore).observe(map);

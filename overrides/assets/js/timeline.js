// From the day of the event to the date of each thing to prepare, on the page and as a calendar file.
import { calendar, daysAfter } from "./calendar.js";
import { clearable } from "./clear.js";
import { download } from "./download.js";
import { keeps, onChangeElsewhere, read, write } from "./keep.js";
import { printable } from "./print.js";

for (const timeline of document.querySelectorAll(".timeline")) {
  const { keep: key, locale } = timeline.dataset;
  const input = timeline.querySelector("input");
  const output = timeline.querySelector("output");
  const button = timeline.querySelector("[data-calendar]");
  const kept = timeline.querySelector("[data-kept]");
  const written = new Intl.DateTimeFormat(locale, {
    weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
  const rows = [...timeline.querySelectorAll("[data-weeks]")].map((row) => ({
    row,
    weeks: Number(row.dataset.weeks),
    when: row.querySelector("[data-when]").textContent,
    what: row.querySelector("[data-what]").textContent,
    date: row.querySelector("th").appendChild(element("time", "timeline__date")),
    state: row.querySelector("th").appendChild(element("span", "timeline__state")),
  }));
  // A plan is {day, id, sequence}: with the same id a calendar moves its events when the day has moved.
  let plan = null;

  function show(stored) {
    plan = typeof stored?.day === "string" && /^\d{4}-\d\d-\d\d$/.test(stored.day) ? stored : null;
    const event = plan && new Date(`${plan.day}T00:00Z`);
    if (input.value !== (plan?.day ?? "")) input.value = plan?.day ?? "";
    output.textContent = event ? written.format(event) : "";
    for (const { row, weeks, date, state } of rows) {
      const due = event && daysAfter(event, -7 * weeks);
      date.textContent = due ? written.format(due) : "";
      if (due) date.dateTime = due.toISOString().slice(0, 10);
      else date.removeAttribute("datetime");
      const past = due !== null && due < today();
      row.classList.toggle("timeline__past", past);
      const isToday = due !== null && due.getTime() === today().getTime();
      state.textContent = past ? timeline.dataset.past : isToday ? timeline.dataset.today : "";
    }
    for (const part of [button, document.getElementById(button.getAttribute("aria-describedby"))]) part.hidden = !plan;
  }
  const put = (next) => {
    show(next);
    kept.hidden = !write(key, plan);
  };

  timeline.querySelector(".timeline__day").hidden = false;
  kept.hidden = !keeps;
  show(read(key));
  input.addEventListener("input", () => {
    // While a year is being typed it is a year long ago, or none.
    if (!input.validity.valid) return;
    const next = { day: input.value, id: plan?.id ?? randomId(), sequence: plan ? plan.sequence + 1 : 0 };
    put(input.value ? next : null);
  });
  button.addEventListener("click", () => {
    const event = new Date(`${plan.day}T00:00Z`);
    const { guide, address, file } = timeline.dataset;
    const events = rows.map(({ row, weeks, when, what }) => ({
      uid: `${plan.id}-${row.dataset.moment}@${new URL(address).hostname}`,
      sequence: plan.sequence,
      day: daysAfter(event, -7 * weeks),
      summary: what,
      description: `${guide}\n${when}\n${address}`,
      url: address,
    }));
    download(`${file}-${plan.day}.ics`, calendar(events, new Date()), "text/calendar");
  });
  onChangeElsewhere(key, show);
  clearable(timeline, () => plan, put);
  printable(timeline);
}

function today() {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

function randomId() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((n) => n.toString(16).padStart(2, "0")).join("");
}

function element(name, style) {
  const made = document.createElement(name);
  made.className = style;
  return made;
}

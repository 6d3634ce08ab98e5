// Text of a calendar file (RFC 5545) with all-day events.
const LINE = 75; // octets, the line break not counted

// Events are {uid, sequence, day: Date at 0:00 UTC, summary, description, url}.
export function calendar(events, now) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//RED knowledge base//Guide//EN", "CALSCALE:GREGORIAN"];
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  for (const event of events) {
    lines.push(
      "BEGIN:VEVENT",
      `UID:${event.uid}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${event.sequence}`,
      `DTSTART;VALUE=DATE:${date(event.day)}`,
      `DTEND;VALUE=DATE:${date(daysAfter(event.day, 1))}`, // the end is the first day that no longer counts
      `SUMMARY:${escaped(event.summary)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      `URL:${event.url}`,
      "TRANSP:TRANSPARENT", // a thing to do, not a day that is taken
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

export function daysAfter(day, days) {
  return new Date(day.getTime() + days * 86400000); // in UTC each day has 24 hours
}

function date(day) {
  return day.toISOString().slice(0, 10).replaceAll("-", "");
}

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n").replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");
}

// Long lines go on after a line break and a space; no letter is cut in two.
function folded(line) {
  const encoder = new TextEncoder();
  let length = 0;
  let text = "";
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (length + octets > LINE) {
      text += "\r\n ";
      length = 1;
    }
    text += letter;
    length += octets;
  }
  return text;
}

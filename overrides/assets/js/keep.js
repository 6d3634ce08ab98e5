// What a reader enters, kept in this browser only and under the address of the thing it belongs to.
// A browser may refuse (private windows, no room left); then the page works, and says nothing of keeping.

// Whether this browser keeps anything at all.
export const keeps = write("kept", true) && write("kept", null);

export function read(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
}

// Null forgets. Returns whether the browser did it.
export function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch { return false; }
}

// Another tab has changed it: without this the two would overwrite each other.
export function onChangeElsewhere(key, show) {
  addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) show(read(key));
  });
}

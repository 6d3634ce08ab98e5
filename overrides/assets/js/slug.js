// Names for folders and keys: small Latin letters, digits and hyphens, cut at a hyphen.
// `letters` says what becomes of letters that keep nothing when they lose their accents.
export function slugOf(words, letters, most = 60) {
  const latin = [...words.toLowerCase().normalize("NFC")].map((letter) => letters[letter] ?? letter).join("");
  const plain = latin.normalize("NFD").replace(/\p{Mn}/gu, "");
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (slug.length <= most) return slug;
  const cut = slug.slice(0, most + 1);
  return (cut.slice(0, Math.max(0, cut.lastIndexOf("-"))) || cut.slice(0, most)).replace(/^-|-$/g, "");
}

"""Names for folders and keys, made from words in any of the three languages."""

import re
import unicodedata

# What is left of a letter without its accents is kept; these have no such rest.
LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu", "я": "ya", "ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "þ": "th", "ð": "d",
}  # fmt: skip

_OTHERS = re.compile(r"[^a-z0-9]+")


def slug_of(words: str, most: int = 60) -> str:
    """Return small Latin letters, digits and hyphens, cut at a hyphen; nothing when no letter is left."""
    letters = "".join(LETTERS.get(letter, letter) for letter in unicodedata.normalize("NFC", words.lower()))
    plain = "".join(sign for sign in unicodedata.normalize("NFD", letters) if not unicodedata.combining(sign))
    slug = _OTHERS.sub("-", plain).strip("-")
    if len(slug) <= most:
        return slug
    cut = slug[: most + 1]
    return (cut.rpartition("-")[0] or cut[:most]).strip("-")

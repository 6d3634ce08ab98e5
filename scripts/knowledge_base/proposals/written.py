"""What a person has written, made safe for files: one line, lines, or Markdown that shows it as it is.

The script written.js does the same in the browser; a test holds the two together.
"""

import re
import unicodedata
from collections.abc import Sequence

_ENDS = re.compile("\r\n?|[\u2028\u2029\u0085]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
CITATION = re.compile(r"\[(\d{1,3})\]")
_MARKED = re.compile(r"(?:(?P<dash>[-*•]\s+)|(?P<number>\d{1,3})(?P<mark>[.)]\s+))?(?P<rest>.*)", re.DOTALL)
_SIGNS = re.compile(r"[\\`*_<\[\]^|~]")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def lines(text: str) -> str:
    """Return a text whose lines end as files do, without signs that no text needs."""
    whole = _SURROGATES.sub("\ufffd", unicodedata.normalize("NFC", text))
    return _CONTROLS.sub(" ", _ENDS.sub("\n", whole))


def one_line(text: str) -> str:
    """Return the words of a text with single spaces."""
    return " ".join(lines(text).split())


def markdown(text: str, keys: Sequence[str]) -> str:
    """Return Markdown that shows a text as it was written, with `[1]` as a citation of the first key.

    Blank lines part paragraphs, "- " and "1. " begin entries of a list.
    """
    before = 0  # the number of the list's last entry
    made = []
    for line in lines(text).split("\n"):
        words = line.strip()
        parts = _MARKED.fullmatch(words)
        assert parts is not None  # every line has a rest
        if parts["dash"]:
            made.append(f"- {_inline(parts['rest'], keys)}")
        elif parts["number"] and int(parts["number"]) == before + 1:
            before += 1
            made.append(f"{parts['number']}. {_inline(parts['rest'], keys)}")
        else:
            before = before if words else 0
            shown = re.sub(r"^([#>+=-])", r"\\\1", _inline(words, keys))
            made.append(re.sub(r"^(\d+)([.)])", r"\1\\\2", shown))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(made)).strip()


def _inline(text: str, keys: Sequence[str]) -> str:
    parts = CITATION.split(text)  # every second part is a number
    return "".join(_cited(part, keys) if n % 2 else _escaped(part) for n, part in enumerate(parts))


def _cited(number: str, keys: Sequence[str]) -> str:
    known = 0 < int(number) <= len(keys) and keys[int(number) - 1]
    return f"[^{known}]" if known else _escaped(f"[{number}]")


def _escaped(text: str) -> str:
    return _ENTITY.sub("&amp;", _SIGNS.sub(lambda sign: f"\\{sign[0]}", text))

"""What the search of a pack reads: words by stem, and the pages that have them.

There is no stemmer in the browser. Every form of a word that occurs stands with its stem, and a word that a
reader types in yet another form is found by the stem that it begins with.
"""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from knowledge_base.inflection import plain, stem
from knowledge_base.languages import Language
from knowledge_base.staging.page import FrontMatter

# What a word counts, by where it stands. What a page does not show (`entitled` and the rest) finds it too.
_TITLE = 12
_WEIGHTS = {"summary": 3, "entitled": 4, "place": 3, "names": 3, "label": 1, "words": 1, "mentioned": 1}
_MOST_OF_TEXT = 6
"""So often a word of the text counts at most."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""A weight is one of these, so that it needs no sign after it."""

_ARTICLE = re.compile(r'<article class="page"([^>]*)>')
_META = re.compile(r'<meta name="(\w+)" content="([^"]*)"(?: data-pagefind-\w+="\1\[content\]")?>')
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_PIECE = re.compile(r'<(/?)([a-zA-Z][\w-]*)((?:[^>"]|"[^"]*")*)>|<!--.*?-->|[^<]+', re.DOTALL)
_IGNORED = re.compile(r'data-pagefind-ignore(?!="index")|class="citation"')
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "path", "circle", "image", "use", "col", "source"}
_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = str.maketrans("", "", "\u00ad\u2060\u200b")


@dataclass(frozen=True)
class Entry:
    """Something to find: where it is in the pack, what a result shows of it, and what its words count."""

    address: str
    kind: str
    title: str
    facts: list[str]
    summary: str
    words: Mapping[str, int]

    def as_row(self) -> list[object]:
        """Return what the script gets of it."""
        return [self.address, self.kind, self.title, self.facts, self.summary]


def entry_of_page(html: str, address: str) -> Entry | None:
    """Return the entry of a painted page, or None for a page that a search shall not find."""
    article = _ARTICLE.search(html)
    if not article or "data-pagefind-body" not in article[1] or 'ignore="index"' in article[1]:
        return None
    metas = {name: unescape(value) for name, value in _META.findall(html[: article.start()])}
    kind = re.search(r'<meta name="kind" content="(\w+)"', html)
    if not kind:
        return None
    body = html[article.end() : html.rindex("</article>")]
    heading = _HEADING.search(body)
    title = _text(heading[1]).strip() if heading else metas.get("description", "")
    counts: Counter[str] = Counter()
    for word, times in Counter(_words(_text(body))).items():
        counts[word] = min(times, _MOST_OF_TEXT)
    _count(counts, {"title": title, "summary": metas.get("description", ""), **metas})
    # The first of each name is meant: filters have the same names further on.
    period = re.search(r'<meta name="period" content="([^"]*)" data-pagefind-meta', html)
    facts = [metas.get("label", ""), metas.get("place", ""), unescape(period[1]) if period else ""]
    summary = metas.get("description", "")
    return Entry(address, kind[1], title, [fact for fact in facts if fact], summary, counts)


def entries_of_glossary(page: FrontMatter, address: str) -> Iterator[Entry]:
    """Yield an entry for each term of the staged glossary, whose page is at `address`."""
    for term in (term for group in page["groups"] for term in group["terms"]):
        also = ", ".join([*term["variants"], *(form["names"][0] for form in term["others"])])
        counts = Counter(_words(term["definition"]))
        _count(counts, {"title": term["name"], "entitled": also, "words": term["search_words"]})
        place = f"{address}#{term['id']}"
        yield Entry(place, "term", term["name"], [page["term_label"]], term["definition"], counts)


def index_script(entries: Iterable[Entry], language: Language) -> str:
    """Return the script that hands the index to the search.

    `words` has a line for each stem: stem, endings of its forms (after =, whole forms), and for each entry a
    digit of weight and the distance from the entry before, all to the base of 36.
    """
    rows, forms = [], defaultdict(set)
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        rows.append(entry.as_row())
        for word, weight in entry.words.items():
            form, root = _form_and_stem(word, language)
            forms[root].add(form)
            found[root][number] = max(weight, found[root].get(number, 0))
    lines = (f"{root}\t{_endings(root, forms[root])}\t{_places(found[root])}" for root in sorted(found))
    index = {"entries": rows, "words": "\n".join(lines)}
    return f"offlineIndex({json.dumps(index, ensure_ascii=False, separators=(',', ':'))});\n"


def _count(counts: Counter[str], fields: Mapping[str, str]) -> None:
    for name, text in fields.items():
        weight = _TITLE if name == "title" else _WEIGHTS.get(name, 0)
        for word in set(_words(text)) if weight else ():
            counts[word] += weight


def _endings(root: str, forms: set[str]) -> str:
    return ",".join(
        form.removeprefix(root) if form.startswith(root) else f"={form}" for form in sorted(forms)
    )


def _places(weights: Mapping[int, int]) -> str:
    numbers = sorted(weights)
    steps = zip(numbers, [0, *numbers], strict=False)
    most = len(_DIGITS) - 1
    return " ".join(f"{_DIGITS[min(weights[n], most)]}{_base36(n - before)}" for n, before in steps)


def _base36(number: int) -> str:
    more, digit = divmod(number, 36)
    return (_base36(more) if more else "") + _DIGITS[digit]


def _text(html: str) -> str:
    """Return the text of a piece of HTML, without what the index leaves out."""
    said: list[str] = []
    inside, depth = "", 0  # an element that is left out, and how many of its name are open
    for piece in _PIECE.finditer(html):
        closing, name, attributes = piece.groups()
        if inside:
            if name == inside and not attributes.endswith("/"):
                depth += -1 if closing else 1
                inside = inside if depth else ""
        elif name and not closing and name not in _VOID and _IGNORED.search(attributes):
            inside, depth = name, 1
        else:
            said.append(" " if name else piece[0])
    return unescape("".join(said))


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text.translate(_INVISIBLE)))


@lru_cache(2**17)
def _form_and_stem(word: str, language: Language) -> tuple[str, str]:
    return _folded(word), _folded(stem(word, language))


def _folded(word: str) -> str:
    """Return a word without marks on its letters, as the script folds what readers type."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in parts if not unicodedata.category(sign).startswith("M"))

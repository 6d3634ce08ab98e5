"""Mark the first use of each term in the running text of a page, as a link to the glossary."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from knowledge_base.glossary import Glossary
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.phrases import NOT_A_WORD

MOST = 8
"""So many terms are marked on a page at most: a text full of marks is hard to read."""

_BETWEEN = re.compile(rf"((?:<[^>]*>|&#?\w+;|\[\^[^\]]*\]|{NOT_A_WORD}|[&\[\]`])+)")
_NOT_RUNNING_TEXT = ("a", "code", "pre", "h3", "h4")
_BEFORE_A_SENTENCE = re.compile(r"[.!?:>]")


class TermMarker:
    """Marks terms in the parts of one page, given in reading order.

    The text is in one language, its reader may read another: a page that shows the original still
    explains itself in the reader's words. `resolve` turns an address of this site into a link.
    """

    def __init__(
        self, glossary: Glossary, text: Language, reader: Language, resolve: Callable[[str], str]
    ) -> None:
        self._glossary = glossary
        self._phrases = glossary.linked(text)
        self._reader = reader
        self._resolve = resolve
        self._marked: set[str] = set()

    @property
    def found(self) -> int:
        """How many terms have been marked."""
        return len(self._marked)

    def mark(self, html: str) -> str:
        """Return the HTML with the first uses marked that no earlier part of the page had.

        Citations are still as they were written, which leaves less to look at.
        """
        if self.found >= MOST:
            return html
        marks: list[tuple[int, str]] = []
        looked_until = 0
        parts = html.split()
        for number, pointer in self._phrases.among(parts):
            if pointer.slug in self._marked:
                continue
            place = _place_of(number, parts, html)
            if place >= looked_until:
                start, looked_until = _line_around(place, html)
                marks += self._marks_in(html, start, looked_until)
        for where, mark in reversed(marks):
            html = html[:where] + mark + html[where:]
        return html

    def _marks_in(self, html: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Yield where to put which mark in one line of the HTML."""
        pieces = _BETWEEN.split(html[start:end])
        for match in self._phrases.find(pieces):
            slug, is_name = match.value
            begin = start + sum(map(len, pieces[: match.start]))
            if (
                self.found < MOST
                and slug not in self._marked
                and (is_name or _as_a_word(pieces, match.start, match.end))
                and _in_running_text(html, begin)
            ):
                self._marked.add(slug)
                yield begin, self._opening(slug)
                yield start + sum(map(len, pieces[: match.end + 1])), "</a>"

    def _opening(self, slug: str) -> str:
        term = self._glossary.terms[slug]
        said = next(term.definition[code] for code in (self._reader, *LANGUAGES) if code in term.definition)
        return (
            f'<a class="term" href="{self._resolve(f"/glossary/#{slug}")}"'
            f' data-term="{escape(term.name(self._reader))}" data-definition="{escape(said)}">'
        )


def _as_a_word(pieces: Sequence[str], start: int, end: int) -> bool:
    """Tell whether a phrase is used as words of the language, not in a name such as NetPort Science Park."""
    if not any(word[:1].isupper() for word in pieces[start : end + 1 : 2]):
        return True
    begins_a_sentence = start == 0 or bool(_BEFORE_A_SENTENCE.search(pieces[start - 1]))
    # With the word that follows: Region Blekinge.
    last = end + 2 if pieces[end + 1 : end + 2] == [" "] else end
    return begins_a_sentence and not any(word[:1].isupper() for word in pieces[start + 2 : last + 1 : 2])


def _place_of(number: int, parts: Sequence[str], html: str) -> int:
    """Return where one of the parts between white space stands, by counting those that are equal to it."""
    part = parts[number]
    before = parts[:number].count(part)
    place = -1
    while before >= 0:
        place = html.index(part, place + 1)
        end = place + len(part)
        # It may also be a piece of a longer part.
        whole = not html[max(0, place - 1) : place].strip() and not html[end : end + 1].strip()
        before -= whole
    return place


def _line_around(place: int, html: str) -> tuple[int, int]:
    # A sentence is a line in our texts, so that no phrase goes on in the next.
    end = html.find("\n", place)
    return html.rfind("\n", 0, place) + 1, len(html) if end < 0 else end


def _in_running_text(html: str, place: int) -> bool:
    return all(
        html.rfind(f"<{tag}", 0, place) <= html.rfind(f"</{tag}>", 0, place) for tag in _NOT_RUNNING_TEXT
    )

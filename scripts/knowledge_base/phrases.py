"""Find phrases in texts in whatever form their words stand.

Looking happens in two steps, because most texts hold no phrase: `among` goes over what white space
divides, which is fast; where it finds something, `find` looks closely. That takes pieces: words at the even
places, what stands between them at the odd ones, as `re.split` gives them for a pattern with one group. So
the same search serves HTML and Markdown, and `"".join(pieces)` is the text again.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from knowledge_base.inflection import is_form, plain, stem, stems_of_forms
from knowledge_base.languages import Language

Value = TypeVar("Value")

NOT_A_WORD = r"[^\w<&\[\]`'’-]|[-'’](?!\w)|(?<!\w)[-'’]"
"""Pattern of a sign between words; signs that begin something to step over are left to the user."""

_BETWEEN = re.compile(rf"((?:{NOT_A_WORD}|[<&\[\]`])+)")
_WORD = re.compile(r"\w+(?:[-\u2011'’]\w+)*")
_SPACE = re.compile("[\u00a0\u202f\\s]|&nbsp;")


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase in pieces: its first and last word as places in them, and what it stands for."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Value]):
    words: tuple[str, ...]
    between: tuple[str, ...]
    anchor: int
    """The place of the longest word, by which the phrase is looked up."""
    beside: tuple[int, str] | None
    """Where from the anchor another word stands, and which; None when white space does not divide them."""
    order: int
    value: Value


class Phrases(Generic[Value]):
    """The phrases of one language, each with what it stands for; the first of two equal ones counts."""

    def __init__(self, phrases: Iterable[tuple[str, Value]], language: Language) -> None:
        self._language = language
        self._by_stem: dict[str, list[_Phrase[Value]]] = {}
        self._seen: set[str] = set()
        self._known: dict[str, tuple[_Phrase[Value], ...]] = {}
        self._holds = _Remembered(self._has_form)
        for order, (text, value) in enumerate(phrases):
            pieces = _trimmed(_BETWEEN.split(text))
            words = tuple(plain(word) for word in pieces[::2])
            if not words:  # nothing but signs
                continue
            between = tuple(map(_space, pieces[1::2]))
            # The longest word is the rarest: few texts that hold it do not hold the phrase.
            anchor = max(range(len(words)), key=lambda i: len(words[i]))
            step = -1 if anchor else 1
            beside = (step, words[anchor + step]) if set(between) == {" "} else None
            phrase = _Phrase(words, between, anchor, beside, order, value)
            for one in stems_of_forms(words[anchor], language):
                self._by_stem.setdefault(one, []).append(phrase)

    def among(self, parts: Sequence[str]) -> list[tuple[int, Value]]:
        """Return which parts, as `str.split` gives them, may belong to phrases, and to which."""
        if self._look_up(parts).isdisjoint(self._known):
            return []
        last = len(parts) - 1
        likely = []
        for place in [place for place, part in enumerate(parts) if part in self._known]:
            part = parts[place]
            for phrase in self._known[part]:
                if phrase.beside:
                    # Most phrases are ruled out by the word beside the longest one.
                    step, word = phrase.beside
                    beside = parts[min(max(place + step, 0), last)]
                    if not self._holds[beside, word] and not self._holds[part, word]:
                        continue
                likely.append((place, phrase.value))
        return likely

    def find(self, pieces: Sequence[str]) -> list[Match[Value]]:
        """Return the phrases in reading order; of two that overlap the first, or the longer."""
        words = pieces[::2]
        if self._look_up(words).isdisjoint(self._known):
            return []
        hits = [(i, self._known[word]) for i, word in enumerate(words) if word in self._known]
        found = sorted(self._verified(hits, pieces), key=lambda f: (f[0].start, -f[0].end, f[1]))
        matches: list[Match[Value]] = []
        for match, _ in found:
            if not matches or match.start > matches[-1].end:
                matches.append(match)
        return matches

    def _verified(
        self, hits: list[tuple[int, tuple[_Phrase[Value], ...]]], pieces: Sequence[str]
    ) -> Iterator[tuple[Match[Value], int]]:
        for place, candidates in hits:
            for phrase in candidates:
                start = 2 * (place - phrase.anchor)
                end = start + 2 * len(phrase.words) - 2
                if start < 0 or end >= len(pieces):
                    continue
                written = pieces[start : end + 1]
                if self._is(phrase, written[::2], written[1::2]):
                    yield Match(start, end, phrase.value), phrase.order

    def _is(self, phrase: _Phrase[Value], words: Sequence[str], between: Sequence[str]) -> bool:
        if any(_space(a) != b for a, b in zip(between, phrase.between, strict=True)):
            return False
        pairs = zip(words, phrase.words, strict=True)
        return all(is_form(plain(written), word, self._language) for written, word in pairs)

    def _look_up(self, parts: Iterable[str]) -> set[str]:
        """Return the different parts, of which those that may belong to phrases are known afterwards."""
        different = set(parts)
        for part in different.difference(self._seen):
            self._seen.add(part)
            if candidates := self._candidates(part):
                self._known[part] = candidates
        return different

    def _candidates(self, part: str) -> tuple[_Phrase[Value], ...]:
        """Return the phrases whose longest word stands in a part of a text, with signs or without."""
        return tuple(
            phrase
            for written in map(plain, _WORD.findall(part))
            for phrase in self._by_stem.get(stem(written, self._language), ())
            if is_form(written, phrase.words[phrase.anchor], self._language)
        )

    def _has_form(self, part_and_word: tuple[str, str]) -> bool:
        part, word = part_and_word
        return any(is_form(plain(written), word, self._language) for written in _WORD.findall(part))


def _space(between: str) -> str:
    """Return what stands between two words with each kind of white space as a space."""
    return _SPACE.sub(" ", between)


def _trimmed(pieces: list[str]) -> list[str]:
    """Leave out signs before the first word and after the last, such as quotation marks."""
    return pieces[(0 if pieces[0] else 2) : (len(pieces) if pieces[-1] else -2)]


class _Remembered(dict[Any, Any]):
    """The results of a function, by argument: a text says most words many times."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, argument: Any) -> Any:
        self[argument] = self._function(argument)
        return self[argument]

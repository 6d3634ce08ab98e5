"""Read the answers in the text of an issue that was made by one of our issue forms.

The text is a row of headings with an answer below each. People write before it, in it and after it: odd
spaces, marks, other line ends and missing answers are no hindrance; what cannot be meant is a reason to
refuse, and all reasons are given at once.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from knowledge_base.proposals.elements import Element, columns, elements
from knowledge_base.proposals.questions import Question
from knowledge_base.proposals.wording import Wording
from knowledge_base.proposals.written import lines, one_line

_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]*(?P<words>.+?)[ \t]*#*[ \t]*")
# The page "Propose" writes a line of an answer so that would else be a heading.
_ESCAPED = re.compile(r"^(\s*)\\(#{1,6}\s)")
_NOTHING = {"", "no response", "none", "n/a"}
_TICKED = re.compile(r"^[-*+][ \t]*\[[xX✓✔]\][ \t]*(.*)$", re.MULTILINE)
_COLUMN = re.compile(r"(?<!\\)\|")
_ENTRY = re.compile(r"^(?:[-*•]|\d{1,3}[.)])\s+")


class Refused(Exception):
    """A text that cannot become a record; `reasons` says why, each in a sentence."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(reasons)
        super().__init__("\n".join(self.reasons))


@dataclass
class Answers:
    """What was answered, in which form and language: values by the path of their question.

    An entry of a list is a mapping from the name of a question, or its path below the list.
    """

    wording: Wording
    values: dict[tuple[str, ...], Any] = field(default_factory=dict)


def read_answers(text: str, wordings: Iterable[Wording]) -> Answers:
    """Return the answers of a text; raises Refused with every reason why it cannot be used."""
    blocks = list(_blocks(text))
    best: tuple[int, Wording, dict[str, Element]] | None = None
    for wording in wordings:
        known = {_plain(element.label): element for element in elements(wording)}
        score = sum(heading in known for heading, _, _ in blocks)
        if score and (best is None or score > best[0]):
            best = score, wording, known
    if best is None:
        raise Refused(["No heading of this text is a question of one of our forms."])
    _, wording, known = best
    answers, reasons = Answers(wording), list[str]()
    found: dict[str, str] = {}
    last = ""
    for heading, line, body in blocks:
        if heading in known and heading in found:
            reasons.append(f"“{known[heading].label}” is answered twice.")
        elif heading in known:
            last = heading
            found[last] = body
        elif last:  # a heading that the writer used inside an answer
            found[last] += f"\n{line}\n{body}"
    for heading, element in known.items():
        _answer(answers, element, found.get(heading, ""), reasons)
    if reasons:
        raise Refused(reasons)
    return answers


def _answer(answers: Answers, element: Element, text: str, reasons: list[str]) -> None:
    said = lines(text).strip()
    if _plain(said) in _NOTHING:
        if element.required:
            reasons.append(f"“{element.label}” has no answer.")
        return
    asked = element.asked
    if isinstance(asked, Question):
        before = len(reasons)
        value = _value(answers.wording, asked, element.label, said, reasons)
        if value is not None:
            answers.values[element.path] = value
        elif element.required and len(reasons) == before:
            reasons.append(f"“{element.label}” has no answer.")
        return
    questions = columns(asked)
    entries = []
    for line in filter(None, (line.strip() for line in said.split("\n"))):
        cells = [cell.replace("\\|", "|").strip() for cell in _COLUMN.split(_ENTRY.sub("", line).strip("|"))]
        if len(cells) > len(questions):
            reasons.append(f"“{element.label}”: more than {len(questions)} parts in the line “{line[:60]}”.")
            continue
        entry = {}
        for question, cell in zip(questions, [*cells, *[""] * len(questions)], strict=False):
            before = len(reasons)
            label = f"{element.label}: {answers.wording.label(question)}"
            value = (
                None
                if _plain(cell) in _NOTHING or cell == "-"
                else _value(answers.wording, question, label, cell, reasons)
            )
            if value is not None:
                entry[question.path] = value
            elif len(reasons) == before and question.required and question.empty is None:
                reasons.append(f"“{label}” has no answer in the line “{line[:60]}”.")
        entries.append(entry)
    answers.values[element.path] = entries


def _value(wording: Wording, asked: Question, label: str, said: str, reasons: list[str]) -> Any:
    if asked.meaning == "flag":
        ticked = _TICKED.search(said) or not re.search(r"\[\s*\]", said)
        return True if ticked and _plain(said) not in {"no", "nej", "нет"} else None
    if asked.meaning != "term":
        return said
    wanted = _TICKED.findall(said) if asked.many else [said]
    if asked.many and not wanted and "[" not in said:  # written by hand
        wanted = re.split(r"[\n;,]", said)
    options = wording.options(asked)
    ids = {_plain(name): option.id for option in options for name in (option.name, option.id)}
    found = []
    for name in filter(None, map(_plain, wanted)):
        if name in ids:
            found.append(ids[name])
        elif asked.empty is None or name != _plain(wording.words("propose_unknown")):
            near = get_close_matches(name, ids, n=1)
            meant = next((f" Did you mean “{o.name}”?" for o in options if near and ids[near[0]] == o.id), "")
            reasons.append(f"“{label}”: “{name}” is no choice.{meant}")
    if not asked.many:
        return found[0] if found else None
    if found and ((asked.most and len(found) > asked.most) or (asked.least and len(found) < asked.least)):
        reasons.append(
            f"“{label}”: {len(found)} choices; {asked.least:.0f} to {asked.most:.0f} are possible."
        )
    return found or None


def _blocks(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each heading, made plain and as it is written, with the text below it."""
    heading, written, body = "", "", list[str]()
    for line in lines(text).split("\n"):
        if match := _HEADING.fullmatch(line):
            yield heading, written, "\n".join(body)
            heading, written, body = _plain(match["words"]), line, []
        else:
            body.append(_ESCAPED.sub(r"\1\2", line))
    yield heading, written, "\n".join(body)


def _plain(words: str) -> str:
    """Return words as they are compared: no case, no emoji, no marks around them, single spaces."""
    folded = unicodedata.normalize("NFKC", words).casefold().replace("ё", "е")
    kept = "".join(
        sign for sign in folded if unicodedata.category(sign) not in ("So", "Sk", "Mn", "Cf", "Cn")
    )
    return one_line(kept).strip("*_:. ")

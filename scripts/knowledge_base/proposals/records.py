"""Make the files of a record from answers; the script proposal_files.js does the same in the browser."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from knowledge_base.languages import LANGUAGES
from knowledge_base.proposals.answers import Answers, Refused
from knowledge_base.proposals.questions import Asked, Group, Question, questions_of
from knowledge_base.proposals.slugs import slug_of
from knowledge_base.proposals.wording import Wording
from knowledge_base.proposals.written import lines, markdown, one_line
from knowledge_base.proposals.yaml_text import yaml_text
from knowledge_base.schema.fields import SLUG_PATTERN
from knowledge_base.schema.kinds import KINDS

KEY = 40
"""Letters of a key at most."""

REVIEW = 2
"""Years until the statements are compared with their sources again."""

_FOLDERS = {kind.name: kind.folder for kind in KINDS}
_GAPS = re.compile(r"[\s\u00a0\u202f]")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_GROUPED = re.compile(r"-?\d{1,3},\d{3}")  # a thousand in one language, one point nothing in another

Entry = Mapping[tuple[str, ...], Any]


def files_of(answers: Answers) -> dict[str, str]:
    """Return path and text of each file of the record; raises Refused when an answer cannot be used."""
    return _Maker(answers).files()


class _Maker:
    """Makes one record; collects the reasons why it cannot."""

    def __init__(self, answers: Answers) -> None:
        self._wording: Wording = answers.wording
        self._values = answers.values
        self._language = answers.wording.language
        self._reasons: list[str] = []
        self._labels: dict[str, dict[str, str]] = {}
        listed: Sequence[Entry] = answers.values.get(("sources",), ())
        self._sources = keys_of(listed, source_words, "source")

    def files(self) -> dict[str, str]:
        form = self._wording.form
        assert form.kind is not None  # only forms of records make files
        record: dict[str, Any] = {"original_language": self._language, **form.fixed}
        front: dict[str, Any] = {}
        sections: list[str] = []
        for asked in (one for questions in questions_of(form).values() for one in questions):
            made = self._made(asked, asked.path)
            if made is None or asked.name == "slug":
                continue
            if isinstance(asked, Question) and asked.path[0] == "section":
                sections.append(f"## {self._wording.heading(asked)} {{#{asked.name}}}\n\n{made}")
            elif form.words and asked.name in form.words.model_fields and isinstance(asked, Question):
                front[asked.name] = made
            else:
                record[asked.name] = made
        if "checked_on" in record:
            record["review_by"] = _years_after(record["checked_on"], REVIEW)
        place = f"practices/{form.kind.folder}/{self._slug(front, record)}"
        if self._reasons:
            raise Refused(self._reasons)
        if not form.words:
            return {f"{place}.yml": yaml_text({**record, "reviewed_by": ""})}
        text = yaml_text({**front, **self._labels, "reviewed_by": ""})
        body = "\n\n".join(sections)
        return {
            f"{place}/record.yml": yaml_text(record),
            f"{place}/{self._language}.md": f"---\n{text}---\n\n{body}\n",
        }

    def _slug(self, front: Mapping[str, Any], record: Mapping[str, Any]) -> str:
        names: dict[str, dict[str, str]] = record.get("names", {})
        own: dict[str, str] = names.get(self._language) or next(iter(names.values()), {})
        suggested = slug_of(front.get("title") or own.get("text", ""))
        slug = one_line(self._values.get(("slug",), "")) or suggested
        if not re.fullmatch(SLUG_PATTERN, slug) or not 3 <= len(slug) <= 60:
            self._reasons.append(
                f"The short name “{slug[:80]}” cannot be used: small letters, digits, hyphens."
            )
        return slug

    def _made(self, asked: Asked, path: tuple[str, ...]) -> Any:
        if isinstance(asked, Question):
            return self._value(asked, self._values.get(path))
        if asked.shape == "one":
            return self._body(asked, lambda one: self._made(one, (*path, one.name)))
        if asked.shape == "languages":
            found = {
                code: self._body(asked, lambda one, code=code: self._made(one, (*path, code, one.name)))  # type: ignore[misc]
                for code in LANGUAGES
            }
            return {code: body for code, body in found.items() if body}
        entries: Sequence[Entry] = self._values.get(path, ())
        if not entries:
            return None
        if asked.shape == "list":
            return [self._entry(asked, entry) for entry in entries]
        if asked.name == "sources":
            made = [self._entry(asked, entry) for entry in entries]
            return dict(zip(self._sources, made, strict=True))
        return self._keyed(asked, entries)

    def _keyed(self, asked: Group, entries: Sequence[Entry]) -> dict[str, Any]:
        """Return entries by keys made from their labels; figures of the same quantity stand together."""
        told_again = any(isinstance(one, Group) and one.shape == "first" for one in asked.questions)

        def label(entry: Entry) -> str:
            return one_line(entry.get((asked.name, "label"), ""))

        def quantity(entry: Entry) -> tuple[str, str]:
            return label(entry), entry.get((asked.name, "unit"), "")

        unique: list[Entry] = []
        for entry in entries:
            if not (told_again and any(quantity(entry) == quantity(other) for other in unique)):
                unique.append(entry)
        keys = keys_of(unique, label, asked.name)
        self._labels[asked.name] = {key: label(entry) for key, entry in zip(keys, unique, strict=True)}
        made = {}
        for key, entry in zip(keys, unique, strict=True):
            body = self._entry(asked, entry)
            for other in entries:
                if told_again and other is not entry and quantity(other) == quantity(entry):
                    for one in asked.questions:
                        if isinstance(one, Group):
                            body[one.name] += [self._entry(one, other)]
            made[key] = body
        return made

    def _entry(self, group: Group, entry: Entry) -> dict[str, Any]:
        def made(one: Asked) -> Any:
            if isinstance(one, Group):
                body = self._entry(one, entry)
                return [body] if one.shape == "first" else body
            return None if one.name == "label" else self._value(one, entry.get(one.path))

        return self._body(group, made)

    def _body(self, group: Group, made: Callable[[Asked], Any]) -> dict[str, Any]:
        found = ((one.name, made(one)) for one in group.questions)
        return {name: value for name, value in found if value is not None}

    def _value(self, asked: Question, said: Any) -> Any:
        if said is None:
            return asked.empty
        match asked.meaning:
            case "number" | "whole":
                return self._number(asked, said)
            case "source":
                return self._source(asked, said)
            case "record":
                slugs = [
                    slug_in(line, _FOLDERS[asked.kind]) for line in lines(said).split("\n") if line.strip()
                ]
                return list(dict.fromkeys(slugs)) if asked.many else slugs[0]
            case "prose":
                text = markdown(said, self._sources)
                return {self._language: text} if asked.in_languages else text
            case "words":
                return {self._language: one_line(said)}
            case "term" | "flag":
                return said
            case "date" if _is_word(self._wording, asked, said):
                return asked.instead
            case _:
                return one_line(said)

    def _number(self, asked: Question, said: str) -> float | int | None:
        written = _GAPS.sub("", said).replace("\u2212", "-")
        if not _NUMBER.fullmatch(written) or _GROUPED.fullmatch(written):
            self._reasons.append(f"“{self._wording.label(asked)}”: “{said[:40]}” is no number that is clear.")
            return None
        number = float(written.replace(",", "."))
        return int(number) if number.is_integer() else number

    def _source(self, asked: Question, said: str) -> str | None:
        number = re.sub(r"\D", "", said)
        if not number or not 0 < int(number) <= len(self._sources):
            self._reasons.append(f"“{self._wording.label(asked)}”: there is no source “{said[:40]}”.")
            return None
        return self._sources[int(number) - 1]


def _is_word(wording: Wording, asked: Question, said: str) -> bool:
    words = (asked.instead, asked.instead and wording.label(asked, asked.instead))
    return one_line(said).casefold() in {word.casefold() for word in words if word}


def keys_of(entries: Sequence[Entry], words_of: Callable[[Entry], str], name: str) -> list[str]:
    """Return a key for each entry, made from its words; entries of the same words are numbered."""
    keys: list[str] = []
    for n, entry in enumerate(entries, start=1):
        key = stem = slug_of(words_of(entry), KEY) or f"{slug_of(name)}-{n}"
        more = 2
        while key in keys:
            key, more = f"{stem}-{more}", more + 1
        keys.append(key)
    return keys


def source_words(entry: Entry) -> str:
    """Return the words that the key of a source is made of: its publisher and year."""
    published = entry.get(("sources", "published"), "").strip()[:4]
    return f"{one_line(entry.get(('sources', 'publisher'), ''))} {published}"


def slug_in(text: str, folder: str) -> str:
    """Return the slug in the address of a record's page, or the text itself when it holds none."""
    address = re.sub(r"[?#].*$", "", one_line(text))
    match = re.search(rf"(?:^|/){folder}/([a-z0-9-]+)/?$", address)
    return match[1] if match else address


def _years_after(day: str, years: int) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return day
    later = f"{int(day[:4]) + years}{day[4:]}"
    return f"{later[:8]}28" if later.endswith("-02-29") else later

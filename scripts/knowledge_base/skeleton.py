"""The files of a new record: every field with its meaning, an example and whether it is required.

A skeleton is a draft that can be looked at at once. Where only a person knows the right value it holds a
provisional one with a mark (`marks_to_fill_in`), which checks find until the mark is removed.
"""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml
from pydantic import BaseModel

from knowledge_base.catalogue import Record, Text
from knowledge_base.field_guide import FieldGuide, guide_to
from knowledge_base.generate import modeline
from knowledge_base.inspection import owner_of
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.settings import PROJECT
from knowledge_base.marks_to_fill_in import MARKS
from knowledge_base.record_names import short_name
from knowledge_base.schema.guide import Template
from knowledge_base.schema.kinds import KINDS, Kind
from knowledge_base.schema.vocabulary import UNKNOWN, VocabularyTerm
from knowledge_base.translations import original_language
from knowledge_base.yaml_writing import inline

WORDS = PROJECT / "overrides" / "locales" / "skeletons.yml"

SOURCE_KEY = "source-1"
"""The source that a skeleton lists and cites."""

_WIDTH = 100
_FEW = 14
"""So many ids of a closed list are named in a comment; of a longer list, where it stands."""

_NEED_A_FORM = ("id", "url", "file", "currency")
"""Texts of a form of their own, which the mark does not have."""

_NOT_FOR_PEOPLE = ("translated_from",)


@cache
def skeleton_words() -> dict[str, Any]:
    """Return the words of skeletons: `words` and `sections`."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    written: dict[str, Any] = yaml.load(WORDS.read_text(encoding="utf-8"), Loader=loader)
    return written


def skeleton_word(key: str, language: Language, **values: object) -> str:
    """Return a word of `kb new`, with its gaps filled."""
    return str(skeleton_words()["words"][key][language]).format(**values)


@dataclass(frozen=True)
class Skeleton:
    """Writes skeletons in one language; vocabularies give the ids, `today` the days."""

    language: Language
    vocabularies: Mapping[str, Mapping[str, VocabularyTerm]]
    today: date

    def record(self, kind: Kind, slug: str) -> dict[str, str]:
        """Return path and content of each file of a new record."""
        if kind.words is None:
            path = f"practices/{kind.folder}/{slug}.yml"
            return {path: self._yaml(kind.facts, path, kind.name)}
        folder = f"practices/{kind.folder}/{slug}"
        facts = f"{folder}/record.yml"
        return {
            facts: self._yaml(kind.facts, facts, kind.name),
            f"{folder}/{self.language}.md": self._text(kind, kind.words),
        }

    def template(self, guide: str, name: str) -> dict[str, str]:
        """Return path and content of a new template of a guide."""
        path = f"practices/guides/{guide}/templates/{name}.yml"
        return {path: self._yaml(Template, path, "template")}

    def translation(self, record: Record, original: Text) -> dict[str, str]:
        """Return path and content of a new translation: the original's words, to be written over.

        What is the same in all texts of a kind stands in the new language already: headings, and comments
        that explain the fields.
        """
        assert record.kind.words is not None  # else there are no texts to translate
        source, written_in = original.source, original_language(record)
        lines = ["---", *self._fields_of(source.front_matter_text, record.kind.words), "---"]
        fixed = skeleton_words()["sections"].get(record.kind.name, {})
        for section in source.sections:
            said = fixed.get(section.id)
            known = said is not None and said[written_in]["heading"] == section.heading
            heading = said[self.language]["heading"] if known else section.heading
            lines += ["", f"## {heading} {{#{section.id}}}"] if section.id else []
            lines += ["", section.body]
        path = f"{source.path.removesuffix(f'{written_in}.md')}{self.language}.md"
        return {path: "\n".join(lines) + "\n"}

    def _fields_of(self, front_matter: str, words: type[BaseModel]) -> Iterator[str]:
        """Yield the fields that a translator writes over, each below its explanation."""
        written = _blocks(front_matter)
        for field in guide_to(words):
            if field.name in written and field.name not in (*_NOT_FOR_PEOPLE, "sources"):
                yield from self._meaning(field, "")  # no example: the original's words are one
                yield from ['reviewed_by: ""'] if field.name == "reviewed_by" else written[field.name]

    def _yaml(self, model: type[BaseModel], path: str, schema: str) -> str:
        return "\n".join([modeline(path, schema), *self._opening(path), *self._fields(model)]) + "\n"

    def _opening(self, path: str) -> Iterator[str]:
        place = short_name(owner_of(path))
        for key in ("marks", "switched_off", "none_fits", "check"):
            yield from self._comment(skeleton_word(key, self.language, mark=self._mark, place=place))

    def _text(self, kind: Kind, words: type[BaseModel]) -> str:
        lines = ["---", *list(self._fields(words))[1:], "---"]
        for id_, said in skeleton_words()["sections"][kind.name].items():
            optional = id_ in kind.optional_sections
            drop = f" {skeleton_word('drop_section', self.language)}" if optional else ""
            citation = "" if id_ == "transfer" else f"[^{SOURCE_KEY}]"
            heading, hint = said[self.language]["heading"], said[self.language]["hint"]
            lines += ["", f"## {heading} {{#{id_}}}", "", f"{self._mark}: {hint}{drop}{citation}"]
        return "\n".join(lines) + "\n"

    @property
    def _mark(self) -> str:
        return MARKS[self.language]

    def _fields(self, model: type[BaseModel], indent: str = "") -> Iterator[str]:
        """Yield the lines of a mapping: required fields as they are, optional ones switched off."""
        for field in guide_to(model):
            if field.name in _NOT_FOR_PEOPLE:
                continue
            if not indent:
                yield ""
            yield from self._about(field, indent)
            entry = self._entry(field, indent)
            yield from entry if field.required else (_off(line, indent) for line in entry)

    def _about(self, field: FieldGuide, indent: str) -> Iterator[str]:
        yield from self._meaning(field, indent)
        if field.examples and field.required:  # the line of an optional field is an example itself
            example = f"{field.name}: {inline(field.examples[0])}"
            yield f"{indent}## {skeleton_word('example', self.language, example=example)}"

    def _meaning(self, field: FieldGuide, indent: str) -> Iterator[str]:
        words = field.words(self.language)
        need = skeleton_word("required" if field.required else "optional", self.language)
        parts = [f"{words.label} ({need}): {words.meaning}"]
        ids = self._ids(field)
        if ids and len(ids) <= _FEW:
            parts.append(skeleton_word("choices", self.language, ids=", ".join(ids)))
        if field.vocabulary:
            told = "meanings" if ids and len(ids) <= _FEW else "vocabulary"
            parts.append(skeleton_word(told, self.language, name=field.vocabulary))
        if field.refers_to:
            folder = next(kind.folder for kind in KINDS if kind.name == field.refers_to)
            parts.append(skeleton_word("refers", self.language, folder=folder))
        if field.refers_to == "organisation":
            parts.append(skeleton_word("new_organisation", self.language))
        if field.name == "sources":
            parts.append(skeleton_word("rename_source", self.language, source=SOURCE_KEY))
        yield from self._comment(" ".join(parts), indent)

    def _ids(self, field: FieldGuide) -> list[str]:
        if field.choices and (not field.examples or str(field.examples[0]) in field.choices):
            return list(field.choices)
        ids = list(self.vocabularies.get(field.vocabulary or "", ()))
        return [*ids, UNKNOWN] if ids and UNKNOWN in field.examples else ids

    def _entry(self, field: FieldGuide, indent: str) -> Iterator[str]:
        """Yield the lines of one field with a value."""
        name, inner = f"{indent}{field.name}:", f"{indent}  "
        if field.model is None:
            value, provisional = self._value(field)
            mark = f"  # {self._mark}" if provisional and not _says_mark(value, self._mark) else ""
            yield f"{name} {inline(value)}{mark}"
            return
        yield name
        if field.shape == "list":
            lines = list(self._fields(field.model, f"{inner}  "))
            # The first line that is no comment carries the hyphen of the list.
            first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
            lines[first] = f"{inner}- {lines[first].lstrip()}"
            yield from lines
        elif field.shape == "mapping":
            for key in self._keys(field):
                yield f"{inner}{key}:"
                yield from self._fields(field.model, f"{inner}  ")
        else:
            yield from self._fields(field.model, inner)

    def _keys(self, field: FieldGuide) -> list[str]:
        if field.name == "names":
            return list(LANGUAGES)
        return [SOURCE_KEY if field.name == "sources" else "key-1"]

    def _value(self, field: FieldGuide) -> tuple[Any, bool]:
        """Return a value for a field, and whether a person must put in the right one."""
        example = field.examples[0] if field.examples else ""
        own = {
            "original_language": self.language,
            "status": "draft",
            "checked_on": self.today.isoformat(),
            "review_by": f"{self.today.year + 2}{self.today.isoformat()[4:].replace('02-29', '02-28')}",
            "accessed": self.today.isoformat(),
            "reviewed_by": "",
            "red_event": False,
        }
        if field.name in own:
            return own[field.name], False
        if not field.required:
            if field.refers_to or field.shape != "one" or field.in_languages:
                return example or [], False
            return example, False
        if field.in_languages:
            return {self.language: self._mark + (f" [^{SOURCE_KEY}]" if field.prose else "")}, True
        if UNKNOWN in field.examples and field.vocabulary:
            return UNKNOWN, False
        if field.name == "source":
            return SOURCE_KEY, False
        if UNKNOWN in field.choices:
            return UNKNOWN, True
        if ids := self._ids(field):
            first = next((i for i in ids if i != UNKNOWN), ids[0])
            return ([first] if field.shape == "list" else first), True
        if isinstance(example, str) and not example[:1].isdigit() and field.name not in _NEED_A_FORM:
            return self._mark, True
        return example, True

    @staticmethod
    def _comment(text: str, indent: str = "") -> list[str]:
        prefix = f"{indent}## "  # two signs, so that no line of it looks like a field that is switched off
        return textwrap.wrap(
            text,
            _WIDTH,
            initial_indent=prefix,
            subsequent_indent=prefix,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _off(line: str, indent: str) -> str:
    """Switch a line off: everything behind the indent becomes a comment."""
    return f"{indent}# {line.removeprefix(indent)}"


def _blocks(front_matter: str) -> dict[str, list[str]]:
    """Return the lines of each field of a front matter, without comments at the margin."""
    blocks: dict[str, list[str]] = {}
    name = ""
    for line in front_matter.splitlines():
        if line[:1] not in ("", " ", "#", "-"):
            name = line.partition(":")[0]
        if not line.startswith("#") and line.strip():
            blocks.setdefault(name, []).append(line)
    return blocks


def _says_mark(value: Any, mark: str) -> bool:
    return mark in inline(value)

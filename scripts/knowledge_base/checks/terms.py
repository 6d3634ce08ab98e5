"""Texts use the words of the glossary, not those that it tells to avoid."""

import re
from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Place, finding
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.phrases import NOT_A_WORD
from knowledge_base.schema.marks import KeyPath
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.term import Term
from knowledge_base.translations import LABEL_FIELDS

# What stands between words in our Markdown; code, addresses, citations and the names of organisations
# that a text links to are stepped over whole.
_BETWEEN = re.compile(
    r"((?:`[^`]*`|\[[^\]]*\]\(/organisations/[^)]*\)|\]\([^)]*\)|\[\^[^\]]*\]|<[^>\s]*>|https?://\S+"
    rf"|{NOT_A_WORD}|[<&\[\]`])+)"
)

Found = tuple[int, str, str]
"""Where in a text a word to avoid begins, how it is written, and the slug of the term to use."""


def avoided_words(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find words that the glossary tells to avoid: in titles, summaries, labels, sections, descriptions."""
    for language, text in sorted(record.texts.items()):
        source = text.source
        # Nearly all texts hold none: one look at all of a text is fast, and only then its parts are taken.
        words_in_yaml = list(_front_matter(source.front_matter))
        parts = [words for _, words in words_in_yaml]
        parts += [part for section in source.sections for part in (section.heading, section.body)]
        if not catalogue.glossary.avoided(language).among("\n".join(parts).split()):
            continue
        for key_path, words in words_in_yaml:
            for _, written, slug in _avoided_in(words, language, catalogue):
                place = _place_in_yaml(source.front_matter_text, key_path, written, first_line=2)
                yield _finding(source.path, place, written, slug, language, catalogue)
        for section in source.sections:
            for start, written, slug in _avoided_in(section.heading, language, catalogue):
                place = section.line, len("## ") + start + 1
                yield _finding(source.path, place, written, slug, language, catalogue)
            for start, written, slug in _avoided_in(section.body, language, catalogue):
                before = section.body[:start]
                place = section.body_line + before.count("\n"), start - before.rfind("\n")
                yield _finding(source.path, place, written, slug, language, catalogue)
    for field, language, words in _short_texts(record):
        for _, written, slug in _avoided_in(words, language, catalogue):
            place = _place_in_yaml(record.yaml, (field, language), written)
            yield _finding(record.path, place, written, slug, language, catalogue)


def _avoided_in(text: str, language: Language, catalogue: Catalogue) -> Iterator[Found]:
    avoided = catalogue.glossary.avoided(language)
    if not avoided.among(text.split()):
        return
    pieces = _BETWEEN.split(text)
    for match in avoided.find(pieces):
        start = sum(map(len, pieces[: match.start]))
        written = "".join(pieces[match.start : match.end + 1])
        if not _in_a_name(start, written, text, catalogue):
            yield start, written, match.value


def _in_a_name(start: int, written: str, text: str, catalogue: Catalogue) -> bool:
    """Tell whether a word stands in the name of an organisation of the catalogue."""
    for name in catalogue.organisation_names:
        within = name.find(written)
        if within >= 0 and text.startswith(name, start - within):
            return True
    return False


def _front_matter(front_matter: dict[str, object]) -> Iterator[tuple[KeyPath, str]]:
    for name in ("title", "summary"):
        if isinstance(words := front_matter.get(name), str):
            yield (name,), words
    for name in LABEL_FIELDS:
        labels = front_matter.get(name)
        for key, label in labels.items() if isinstance(labels, dict) else ():
            yield (name, key), str(label)


def _short_texts(record: Record) -> Iterator[tuple[str, Language, str]]:
    match record.facts:
        case Organisation(description=said):
            field = "description"
        case Term(definition=said):
            field = "definition"
        case _:
            return
    for language in LANGUAGES:
        if language in said:
            yield field, language, said[language]


def _place_in_yaml(text: str, key_path: KeyPath, written: str, first_line: int = 1) -> Place:
    """Return where a word stands below a key; the key's own place when it is written in another way there."""
    line, column = place_of(text, key_path, first_line)
    lines = text.splitlines()
    for number, content in enumerate(lines[line - first_line :], start=line):
        found = content.find(written, column - 1 if number == line else 0)
        if found >= 0:
            return number, found + 1
    return line, column


def _finding(
    path: str, place: Place, written: str, slug: str, language: Language, catalogue: Catalogue
) -> Finding:
    term = catalogue.glossary.terms[slug].name(language)
    return finding("word-to-avoid", "avoid", path, place, written=written, term=term, slug=slug)

"""Read every record of a root: `practices/` and the hand-written pages of `docs/`."""

import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from knowledge_base.catalogue import Catalogue, Record, Text
from knowledge_base.digests import stats
from knowledge_base.findings import Finding, Severity, finding
from knowledge_base.languages import LANGUAGES
from knowledge_base.loading import text_source, yaml_source
from knowledge_base.loading.readings import Reading, Readings
from knowledge_base.loading.validation import validate
from knowledge_base.loading.vocabularies import load_vocabularies
from knowledge_base.marks_to_fill_in import findings_of_marks, marked
from knowledge_base.schema.fields import SLUG_PATTERN
from knowledge_base.schema.guide import Template
from knowledge_base.schema.kinds import GUIDE, KINDS, PAGE, Kind
from knowledge_base.schema.page import Page

PICTURE_ENDINGS = frozenset({".png", ".jpg", ".webp"})
_PAGE_NAME = re.compile(r"(?P<slug>[a-z0-9-]+)\.(?P<language>[a-z]{2})\.md")


def load(root: Path, today: date, readings: Readings | None = None) -> tuple[Catalogue, list[Finding]]:
    """Return all records of `root`, untouched ones from `readings`, and what is wrong with their form."""
    records: list[Record] = []
    vocabularies, findings = load_vocabularies(root)
    for kind in KINDS:
        entries, found = _entries(root / "practices" / kind.folder, root)
        findings.extend(found)
        for entry in entries:
            read = partial(read_record, entry, kind, root)
            record, found = readings.of(entry, kind, read) if readings else read()
            records.extend([record] if record else [])
            findings.extend(found)
    pages, found = _pages(root)
    return Catalogue((*records, *pages), vocabularies, today), findings + found


def read_record(entry: Path, kind: Kind, root: Path) -> Reading:
    """Return the record in a folder or file of its kind below `root`, if it is one, and its findings."""
    return _folder(entry, kind, root) if kind.words else _file(entry, kind, root)


def _file(entry: Path, kind: Kind, root: Path) -> Reading:
    if entry.suffix != ".yml" or not entry.is_file():
        return None, [_foreign(entry, root, "not-a-file", kind=kind.folder)]
    return _record(entry, entry.stem, kind, root)


def _folder(entry: Path, kind: Kind, root: Path) -> Reading:
    facts = entry / "record.yml"
    if not facts.is_file():
        return None, [_foreign(entry, root, "not-a-folder", kind=kind.folder)]
    record, findings = _record(facts, entry.name, kind, root)
    files, found = _entries(entry, root)
    findings.extend(found)
    for file in files:
        language = next((code for code in LANGUAGES if file.name == f"{code}.md"), None)
        if language:
            record.texts[language], found = _text(file, kind, root)
            findings.extend(found)
        elif kind is GUIDE and file.name == "templates" and file.is_dir():
            templates, found = _entries(file, root)
            findings.extend(found)
            for template in templates:
                findings.extend(_template(template, record, root))
        elif file.suffix in PICTURE_ENDINGS and file.is_file():
            record.files[file.name] = "".join(stats(str(file)))
        elif file != facts:
            findings.append(_foreign(file, root, "in-a-record"))
    return record, findings + _missing(record)


def _pages(root: Path) -> tuple[list[Record], list[Finding]]:
    """Read `docs/<slug>.<language>.md`; the facts of a page stand in its English front matter."""
    records: dict[str, Record] = {}
    files, findings = _entries(root / "docs", root)
    for file in files:
        match = _PAGE_NAME.fullmatch(file.name)
        language = next((code for code in LANGUAGES if match and match["language"] == code), None)
        if match is None or language is None:
            if file.name != "assets":
                findings.append(_foreign(file, root, "not-a-page"))
            continue
        text, found = _text(file, PAGE, root)
        findings.extend(found)
        if language == "en":
            # The empty line stands for the `---` before the front matter, so that lines agree.
            yaml = "\n" + text.source.front_matter_text
            sources = getattr(text.words, "sources", {})
            facts = Page(original_language="en", sources=sources) if text.words else None
            records[match["slug"]] = Record(PAGE, match["slug"], text.source.path, yaml, facts)
        if match["slug"] not in records:
            findings.append(_foreign(file, root, "no-english-page", slug=match["slug"]))
            continue
        records[match["slug"]].texts[language] = text
    for record in records.values():
        findings.extend(_missing(record))
    return list(records.values()), findings


def _record(file: Path, slug: str, kind: Kind, root: Path) -> tuple[Record, list[Finding]]:
    path = file.relative_to(root).as_posix()
    values, findings = yaml_source.read(file, path)
    if findings:
        return Record(kind, slug, path, "", None), findings
    text = file.read_text(encoding="utf-8")
    facts, findings = validate(values, kind.facts, path, text)
    if not is_slug(slug):
        findings.append(finding("slug", "no-address", path, slug=slug))
    return Record(kind, slug, path, text, facts), findings


def is_slug(name: str) -> bool:
    """Tell whether a name can be that of a record, and part of its address."""
    return 3 <= len(name) <= 60 and name != "page" and re.fullmatch(SLUG_PATTERN, name) is not None


def _text(file: Path, kind: Kind, root: Path) -> tuple[Text, list[Finding]]:
    assert kind.words is not None  # only kinds with words have texts
    path = file.relative_to(root).as_posix()
    source, findings = text_source.read(file, path)
    if not source.front_matter:
        return Text(source, None), findings
    words, found = validate(source.front_matter, kind.words, path, source.front_matter_text, first_line=2)
    if words:  # as good as what was read, which need not be kept as well
        source = replace(source, front_matter=vars(words))
    return Text(source, words), findings + found


def _template(file: Path, record: Record, root: Path) -> list[Finding]:
    path = file.relative_to(root).as_posix()
    if file.suffix != ".yml":
        return [_foreign(file, root, "not-a-template")]
    values, findings = yaml_source.read(file, path)
    if findings:
        return findings
    text = file.read_text(encoding="utf-8")
    template, findings = validate(values, Template, path, text)
    # One that is still to be filled in and not listed yet is a draft, whatever its guide is.
    draft = marked(text) and file.stem not in getattr(record.facts, "templates", [])
    severity = Severity.WARNING if draft or record.status == "draft" else None
    findings.extend(findings_of_marks(path, text, severity))
    if template and not draft:
        record.templates[file.stem] = template
    return findings


def _missing(record: Record) -> list[Finding]:
    return [
        finding("translation-missing", "text", record.path, language=language)
        for language in LANGUAGES
        if language not in record.texts
    ]


def _entries(folder: Path, root: Path) -> tuple[list[Path], list[Finding]]:
    """Return what lies in a folder, in order; a link to another place is a finding and no entry."""
    entries: list[Path] = []
    findings: list[Finding] = []
    for entry in sorted(folder.glob("*")):
        if not entry.is_symlink():
            entries.append(entry)
            continue
        path = entry.relative_to(root).as_posix()
        findings.append(finding("link", "elsewhere", path, name=entry.name))
    return entries, findings


def _foreign(entry: Path, root: Path, saying: str, **values: str) -> Finding:
    path = entry.relative_to(root).as_posix()
    return finding("foreign-file", saying, path, name=entry.name, **values)

"""Walk the folder `practices/` of a root and read every record in it."""

from datetime import date
from pathlib import Path

from knowledge_base.catalogue import Catalogue, Record, Text
from knowledge_base.findings import Finding, Severity
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading import text_source, yaml_source
from knowledge_base.loading.validation import validate
from knowledge_base.loading.vocabularies import load_vocabularies
from knowledge_base.schema.kinds import KINDS, Kind

PICTURE_ENDINGS = frozenset({".svg", ".png", ".jpg", ".webp"})


def load(root: Path, today: date) -> tuple[Catalogue, list[Finding]]:
    """Return all records below `root/practices` and what is wrong with the form of each."""
    records: list[Record] = []
    vocabularies, findings = load_vocabularies(root)
    for kind in KINDS:
        for entry in sorted((root / "practices" / kind.folder).glob("*")):
            read = _folder if kind.words else _file
            record, found = read(entry, kind, root)
            records.extend([record] if record else [])
            findings.extend(found)
    return Catalogue(tuple(records), vocabularies, today), findings


def _file(entry: Path, kind: Kind, root: Path) -> tuple[Record | None, list[Finding]]:
    if entry.suffix != ".yml" or not entry.is_file():
        return None, [_foreign(entry, root, f"Records of the kind {kind.name} are files <slug>.yml.")]
    return _record(entry, entry.stem, kind, root)


def _folder(entry: Path, kind: Kind, root: Path) -> tuple[Record | None, list[Finding]]:
    facts = entry / "record.yml"
    if not facts.is_file():
        return None, [
            _foreign(entry, root, f"Records of the kind {kind.name} are folders with a record.yml.")
        ]
    record, findings = _record(facts, entry.name, kind, root)
    for file in sorted(entry.iterdir()):
        language = next((code for code in LANGUAGES if file.name == f"{code}.md"), None)
        if language:
            record.texts[language], found = _text(file, kind, root)
            findings.extend(found)
        elif file != facts and file.suffix not in PICTURE_ENDINGS:
            remedy = "Remove it: a folder holds record.yml, en.md, sv.md, ru.md and pictures."
            findings.append(_foreign(file, root, remedy))
    findings.extend(_missing(record, language) for language in LANGUAGES if language not in record.texts)
    return record, findings


def _record(file: Path, slug: str, kind: Kind, root: Path) -> tuple[Record, list[Finding]]:
    path = file.relative_to(root).as_posix()
    values, findings = yaml_source.read(file, path)
    if findings:
        return Record(kind, slug, path, "", None), findings
    text = file.read_text(encoding="utf-8")
    facts, findings = validate(values, kind.facts, path, text)
    return Record(kind, slug, path, text, facts), findings


def _text(file: Path, kind: Kind, root: Path) -> tuple[Text, list[Finding]]:
    assert kind.words is not None  # only kinds with words are read as folders
    path = file.relative_to(root).as_posix()
    try:
        source, findings = text_source.parse(file.read_text(encoding="utf-8"), path)
    except UnicodeDecodeError:
        source = text_source.TextSource(path, {}, "", ())
        findings = [
            Finding(
                path, 1, 1, "encoding", Severity.ERROR, "The file is not UTF-8 text.", "Save it as UTF-8."
            )
        ]
    if findings:
        return Text(source, None), findings
    words, findings = validate(source.front_matter, kind.words, path, source.front_matter_text, first_line=2)
    return Text(source, words), findings


def _missing(record: Record, language: Language) -> Finding:
    message = f'The text in "{language}" is missing.'
    remedy = f"Translate the original into {language}.md; until then the page shows the original."
    return Finding(record.path, 1, 1, "translation-missing", Severity.WARNING, message, remedy)


def _foreign(entry: Path, root: Path, remedy: str) -> Finding:
    path = entry.relative_to(root).as_posix()
    return Finding(
        path, 1, 1, "foreign-file", Severity.ERROR, f'"{entry.name}" does not belong here.', remedy
    )

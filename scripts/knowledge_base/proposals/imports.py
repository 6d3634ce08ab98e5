"""Turn the text of an issue or an e-mail into the files of a record.

It takes answers below the headings of an issue form, and the copied text of the page "Propose", which
holds the files themselves. What is made passes every check, or nothing is written.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.checks import CHECKS
from knowledge_base.findings import Finding, Severity, in_order
from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.records import load, read_record
from knowledge_base.loading.words import LOCALES, load_words
from knowledge_base.proposals.answers import Answers, Refused, read_answers
from knowledge_base.proposals.forms import CORRECTION_FORM, FORMS, REUSE_FORM
from knowledge_base.proposals.insertion import with_entry
from knowledge_base.proposals.records import Entry, files_of, keys_of, slug_in, source_words
from knowledge_base.proposals.slugs import slug_of
from knowledge_base.proposals.wording import Vocabularies, Wording
from knowledge_base.proposals.written import lines, one_line
from knowledge_base.proposals.yaml_text import yaml_text
from knowledge_base.reporting import said
from knowledge_base.schema.kinds import CASE, KINDS, Kind

_FILE = re.compile(
    r"^#{1,6}[ \t]*`?(?P<path>practices/[^\n`]+?)`?[ \t]*\n\s*"
    r"(?P<fence>~~~+|```+)[^\n]*\n(?P<text>.*?)\n?(?P=fence)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_LARGEST = 1_000_000
"""So many characters at most are read: no form makes more."""


@dataclass(frozen=True)
class Imported:
    """The files that were made, and what is left to do about them."""

    paths: list[str]
    findings: list[Finding]


def import_issue(root: Path, text: str, today: date) -> Imported:
    """Write the files of a proposal below `root`; raises Refused with the reasons when that cannot be."""
    if len(text) > _LARGEST:
        raise Refused([f"The text has more than {_LARGEST} characters."])
    text = lines(text)
    catalogue, _ = load(root, today)
    if blocks := list(_FILE.finditer(text)):
        return _import_record(root, catalogue, _given(blocks))
    answers = read_answers(text, _wordings(catalogue.vocabularies))
    if answers.wording.form is CORRECTION_FORM:
        raise Refused(_about(answers, catalogue))
    if answers.wording.form is REUSE_FORM:
        return _import_reuse(root, catalogue, answers)
    return _import_record(root, catalogue, files_of(answers))


def _wordings(vocabularies: Vocabularies) -> list[Wording]:
    words, _ = load_words(LOCALES)
    return [Wording(form, words[language], vocabularies) for form in FORMS for language in LANGUAGES]


def _given(blocks: Iterable[re.Match[str]]) -> dict[str, str]:
    files: dict[str, str] = {}
    for block in blocks:
        if block["path"] in files:
            raise Refused([f"{block['path']} stands twice."])
        files[block["path"]] = block["text"].rstrip("\n") + "\n"
    return files


def _import_record(root: Path, catalogue: Catalogue, files: Mapping[str, str]) -> Imported:
    kind, slug = _owner(files)
    if slug in catalogue.of_kind(kind.name):
        raise Refused([f"There is already a {kind.name} “{slug}”; choose another short name."])
    findings = _findings(files, kind, slug, catalogue)
    _refuse_errors(findings)
    _write(root, files)
    return Imported(list(files), findings)


def _owner(files: Mapping[str, str]) -> tuple[Kind, str]:
    """Return the kind and slug of the one record that all paths belong to."""
    owners = set()
    for path in files:
        for kind in KINDS:
            name = r"(record\.yml|(en|sv|ru)\.md)" if kind.words else ""
            ending = rf"/{name}" if kind.words else r"\.yml"
            if match := re.fullmatch(rf"practices/{kind.folder}/([a-z0-9-]+){ending}", path):
                owners.add((kind, match[1]))
                break
        else:
            raise Refused([f"“{path[:100]}” is no place for a file of a record."])
    if len(owners) != 1:
        raise Refused([f"The files belong to {len(owners)} records; import one at a time."])
    return owners.pop()


def _findings(files: Mapping[str, str], kind: Kind, slug: str, catalogue: Catalogue) -> list[Finding]:
    """Return all findings about a record as if it stood in the catalogue."""
    with TemporaryDirectory() as place:
        root = Path(place)
        _write(root, files)
        below = root / "practices" / kind.folder
        record, findings = read_record(below / slug if kind.words else below / f"{slug}.yml", kind, root)
    if record is None:
        return findings
    others = tuple(r for r in catalogue.records if (r.kind, r.slug) != (kind, slug))
    whole = replace(catalogue, records=(*others, record))
    return in_order([*findings, *(f for check in CHECKS for f in check(record, whole))])


def _refuse_errors(findings: Iterable[Finding]) -> None:
    errors = [f for f in findings if f.severity is Severity.ERROR]
    if errors:
        raise Refused(map(_said, errors))


def _said(finding: Finding) -> str:
    what = said(finding, "en")
    return f"{finding.path}:{finding.line}: {what.message} {what.remedy}"


def _write(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")


def _import_reuse(root: Path, catalogue: Catalogue, answers: Answers) -> Imported:
    """Add a use elsewhere to its case: the entry with its source, and the words in the form's language."""
    slug = slug_in(answers.values[("case",)], CASE.folder)
    record = catalogue.of_kind(CASE.name).get(slug)
    if record is None or record.facts is None:
        raise Refused([f"There is no valid case “{slug[:80]}”."])
    language = answers.wording.language
    if language not in record.texts:
        raise Refused([f"The case “{slug}” has no text in “{language}”: translate the sentence first."])
    files = _with_reuse(root, record, answers)
    before = {replace(f, line=0, column=0) for check in CHECKS for f in check(record, catalogue)}
    others = [f"{other.source.path}" for code, other in record.texts.items() if code != language]
    whole = files | {path: (root / path).read_text(encoding="utf-8") for path in others}
    whole |= {f"practices/cases/{slug}/{name}": "" for name in record.files}  # checked by name only
    findings = [
        f for f in _findings(whole, CASE, slug, catalogue) if replace(f, line=0, column=0) not in before
    ]
    # The other languages get their words from a translator: that is work to do, and the check says so.
    _refuse_errors(f for f in findings if not (f.rule == "label-mismatch" and f.path in others))
    _write(root, files)
    return Imported(list(files), findings)


def _with_reuse(root: Path, record: Record, answers: Answers) -> dict[str, str]:
    def said(*path: str) -> str:
        return one_line(answers.values.get(path, ""))

    given: Entry = {("sources", name): said("source", name) for name in ("publisher", "published")}
    sources: dict[str, object] = getattr(record.facts, "sources", {})
    uses: dict[str, object] = getattr(record.facts, "adaptations", {})
    stem = keys_of([given], source_words, "source")[0]
    source = _free(stem, sources)
    use = _free(slug_of(said("label"), 40) or "use", uses)
    facts = {
        "title": said("source", "title"),
        "publisher": said("source", "publisher"),
        "url": said("source", "url") or None,
        "published": said("source", "published") or "unknown",
        "accessed": said("source", "accessed") or "unknown",
        "archived": said("source", "archived") or None,
        "weak": bool(answers.values.get(("source", "weak"))) or None,
    }
    if not re.fullmatch(r"\d{4}", said("year")):
        raise Refused([f"“{answers.values[('year',)][:40]}” is no year."])
    text_source = record.texts[answers.wording.language].source
    try:
        yaml = with_entry(
            record.yaml, "sources", source, f"\n{yaml_text({k: v for k, v in facts.items() if v}, '    ')}"
        )
        entry = f"\n{yaml_text({'year': int(said('year')), 'source': source}, '    ')}"
        yaml = with_entry(yaml, "adaptations", use, entry)
        label = yaml_text({"x": said("label")}).removeprefix("x:")
        front = with_entry(text_source.front_matter_text, "adaptations", use, label)
    except ValueError as error:
        raise Refused([f"{record.path}: {error}."]) from error
    text = (root / text_source.path).read_text(encoding="utf-8")
    return {
        record.path: yaml,
        text_source.path: text.replace(text_source.front_matter_text, front, 1),
    }


def _free(stem: str, taken: Mapping[str, object]) -> str:
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _about(answers: Answers, catalogue: Catalogue) -> list[str]:
    """Return why a correction makes no record, and which files it is about."""
    address = answers.values[("page",)]
    found = [r for r in catalogue.records if r.address.strip("/") and r.address.rstrip("/#") in address]
    reasons = ["A correction changes what is there, by hand; it makes no record."]
    reasons += [
        f"It is about {path}." for r in found for path in (r.path, *(t.source.path for t in r.texts.values()))
    ]
    return reasons

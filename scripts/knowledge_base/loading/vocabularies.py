"""Read the closed lists in `practices/vocabularies/`."""

from pathlib import Path

from knowledge_base.findings import Finding
from knowledge_base.loading import yaml_source
from knowledge_base.loading.validation import validate
from knowledge_base.schema.vocabulary import VocabularyTerm


def load_vocabularies(root: Path) -> tuple[dict[str, dict[str, VocabularyTerm]], list[Finding]]:
    """Return the terms by vocabulary and id, and what is wrong with their form."""
    vocabularies: dict[str, dict[str, VocabularyTerm]] = {}
    findings: list[Finding] = []
    for file in sorted((root / "practices" / "vocabularies").glob("*.yml")):
        path = file.relative_to(root).as_posix()
        entries, found = yaml_source.read(file, path)
        findings.extend(found)
        text = "" if found else file.read_text(encoding="utf-8")
        terms = vocabularies.setdefault(file.stem, {})
        for term_id, values in entries.items():
            term, found = validate(values, VocabularyTerm, path, text, below=(term_id,))
            findings.extend(found)
            if term:
                terms[term_id] = term
    return vocabularies, findings

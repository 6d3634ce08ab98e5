"""The reviewer's checklist: knock-out criteria to tick, then graded ones, in the three languages."""

from collections.abc import Iterator, Mapping

from knowledge_base.languages import FACTS, LANGUAGES, Language
from knowledge_base.loading.words import Words
from knowledge_base.proposals.wording import Vocabularies

PATH = ".github/review-checklist.md"


def review_checklist(words: Mapping[Language, Words], vocabularies: Vocabularies) -> str:
    """Return the checklist as Markdown, to be copied into a review."""
    note = "<!-- Made by `kb generate` from practices/vocabularies/*-criteria.yml: change those. -->"
    return "\n".join([note, *(row for code in LANGUAGES for row in _in(words[code], vocabularies))]) + "\n"


def _in(words: Words, vocabularies: Vocabularies) -> Iterator[str]:
    code = words.language
    yield from ("", f"# {words('review_checklist')} ({FACTS[code].own_name})")
    yield from ("", f"## {words('criteria_knock_out')}", "", words("criteria_knock_out_hint"), "")
    for term in vocabularies.get("knock-out-criteria", {}).values():
        yield f"- [ ] **{term.name[code]}.** {term.meaning[code]}"
    yield from ("", f"## {words('criteria_graded')}", "", words("criteria_graded_hint"), "")
    for term in vocabularies.get("graded-criteria", {}).values():
        yield f"- **{term.name[code]}** ( /3). {term.meaning[code]}"

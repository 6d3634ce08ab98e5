"""Dates must not contradict each other, and a review that is due is work to do."""

from collections.abc import Iterator
from datetime import date

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.marks import KeyPath
from knowledge_base.schema.parts import Period
from knowledge_base.schema.record import Dated, ReviewedFacts


def contradicting_dates(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find days that do not exist, periods that end before they start, and reviews before the last check."""
    facts = record.facts
    periods: list[Period] = getattr(facts, "periods", [])
    for i, period in enumerate(periods):
        if _before(period.end, period.start):
            yield _contradiction(
                record, ("periods", i, "end"), f"ends {period.end}, before its start {period.start}"
            )
    if isinstance(facts, ReviewedFacts) and facts.review_by < facts.checked_on:
        yield _contradiction(
            record, ("review_by",), f"is {facts.review_by}, before checked_on {facts.checked_on}"
        )
    for way, day in _days(facts):
        if not _exists(day):
            yield _contradiction(record, way, f"is {day}, a day that does not exist")
    if isinstance(facts, Dated) and facts.added and facts.changed and facts.changed.date < facts.added:
        yield _contradiction(
            record, ("changed", "date"), f"is {facts.changed.date}, before it was added on {facts.added}"
        )


def overdue_reviews(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find records whose `review_by` has passed."""
    if isinstance(record.facts, ReviewedFacts) and record.facts.review_by < catalogue.today.isoformat():
        line, column = place_of(record.yaml, ("review_by",))
        message = f"The review was due by {record.facts.review_by}."
        remedy = "Compare the record with its sources, then set checked_on and review_by."
        yield Finding(record.path, line, column, "review-overdue", Severity.WARNING, message, remedy)


def _days(facts: object) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(facts, ReviewedFacts):
        yield ("checked_on",), facts.checked_on
        yield ("review_by",), facts.review_by
    if isinstance(facts, Dated) and facts.added:
        yield ("added",), facts.added
    if isinstance(facts, Dated) and facts.changed:
        yield ("changed", "date"), facts.changed.date


def _before(end: str, start: str) -> bool:
    """Compare as far as both dates go: 2001-05 does not begin after 2001 has ended."""
    common = min(len(end), len(start))
    return end[:1].isdigit() and start[:1].isdigit() and end[:common] < start[:common]


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _contradiction(record: Record, key_path: KeyPath, what: str) -> Finding:
    line, column = place_of(record.yaml, key_path)
    message = f"{'.'.join(map(str, key_path))} {what}."
    remedy = "Correct one of the dates by the source."
    return Finding(record.path, line, column, "date-contradiction", Severity.ERROR, message, remedy)

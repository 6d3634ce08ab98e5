"""Dates must not contradict each other, and a review that is due is work to do."""

from collections.abc import Iterator
from datetime import date

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, finding
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.parts import Period
from knowledge_base.schema.record import Dated, ReviewedFacts


def contradicting_dates(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find days that do not exist, periods that end before they start, and reviews before the last check."""
    facts = record.facts
    periods: list[Period] = getattr(facts, "periods", [])
    for i, period in enumerate(periods):
        if _before(period.end, period.start):
            place = place_of(record.yaml, ("periods", i, "end"))
            dates = {"start": period.start, "end": period.end}
            yield finding("date-contradiction", "period", record.path, place, n=i + 1, **dates)
    if isinstance(facts, ReviewedFacts) and facts.review_by < facts.checked_on:
        place = place_of(record.yaml, ("review_by",))
        days = {"review_by": facts.review_by, "checked_on": facts.checked_on}
        yield finding("date-contradiction", "review", record.path, place, **days)
    for name, day in _days(facts):
        if not _exists(day):
            place = place_of(record.yaml, tuple(name.split(".")))
            yield finding("date-contradiction", "no-such-day", record.path, place, name=name, day=day)
    if isinstance(facts, Dated) and facts.added and facts.changed and facts.changed.date < facts.added:
        place = place_of(record.yaml, ("changed", "date"))
        days = {"changed": facts.changed.date, "added": facts.added}
        yield finding("date-contradiction", "change", record.path, place, **days)


def overdue_reviews(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find records whose `review_by` has passed."""
    if isinstance(record.facts, ReviewedFacts) and record.facts.review_by < catalogue.today.isoformat():
        place = place_of(record.yaml, ("review_by",))
        yield finding("review-overdue", "due", record.path, place, day=record.facts.review_by)


def _days(facts: object) -> Iterator[tuple[str, str]]:
    """Yield each day that must exist, after its name."""
    if isinstance(facts, ReviewedFacts):
        yield "checked_on", facts.checked_on
        yield "review_by", facts.review_by
    if isinstance(facts, Dated) and facts.added:
        yield "added", facts.added
    if isinstance(facts, Dated) and facts.changed:
        yield "changed.date", facts.changed.date


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

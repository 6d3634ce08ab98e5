"""The facets of cases: by what they are listed, and by what the explorer narrows them.

A facet's `id` is the name of its filter in the search index and in addresses. Values are ids; their words
stand in the page of the explorer.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from knowledge_base.schema.case import Case
from knowledge_base.schema.parts import Period
from knowledge_base.schema.vocabulary import UNKNOWN

Values = Callable[[Case, str], Sequence[str]]
"""From a case and today's date to the ids of its values."""


@dataclass(frozen=True)
class Facet:
    """One way to divide the cases, with the values of a case in it.

    A facet with a `list` has static lists below `/cases/by/<list>/`; `prefix` keeps the terms of several
    vocabularies apart there. A facet without a `vocabulary` has decades as its values.
    """

    id: str
    name: str
    """Key of its name among the interface words."""
    values: Values
    vocabulary: str = ""
    list: str = ""
    prefix: str = ""

    def address(self, value: str) -> str:
        """Return where the list of one value begins."""
        return f"/cases/by/{self.list}/{self.prefix}{value.lower()}/"


def decades(case: Case, today: str) -> list[str]:
    """Return the first year of each decade in which a case is known to have run, else "unknown"."""
    found = sorted({decade for period in case.periods for decade in _decades(period, today)})
    return [str(decade) for decade in found] or [UNKNOWN]


def _decades(period: Period, today: str) -> Iterator[int]:
    known = [day for day in (period.start, period.end, period.last_confirmed) if day and day[:1].isdigit()]
    if period.end == "ongoing":
        known.append(today)
    if known:
        years = [int(day[:4]) for day in known]
        yield from range(min(years) // 10 * 10, max(years) + 1, 10)


FACETS = (
    Facet("theme", "fact_themes", lambda case, _: case.themes, "themes", "theme"),
    Facet(
        "work-package",
        "fact_work_packages",
        lambda case, _: case.work_packages,
        "work-packages",
        "work-package",
    ),
    Facet("region", "fact_region", lambda case, _: case.regions, "regions", "region"),
    Facet("period", "fact_period", decades),
    Facet("outcome", "fact_outcome", lambda case, _: [case.outcome], "outcomes"),
    Facet("grade", "fact_evidence_grade", lambda case, _: [case.evidence_grade], "evidence-grades"),
    Facet("budget", "fact_budget", lambda case, _: [case.means.budget], "budget-bands", "means", "budget-"),
    Facet("staff", "fact_staff", lambda case, _: [case.means.staff], "staff-bands", "means", "staff-"),
    Facet(
        "power",
        "fact_legal_power",
        lambda case, _: [case.means.legal_power],
        "legal-powers",
        "means",
        "legal-power-",
    ),
)


def begun(case: Case) -> str:
    """Return when a case began, as far as a source says: the earliest known start, else "0"."""
    return min((period.start for period in case.periods if period.start != UNKNOWN), default="0")

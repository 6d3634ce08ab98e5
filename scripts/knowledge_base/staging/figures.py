"""A case's evidence as readers see it: figures set large, small charts of series, and a table of all."""

from typing import Any

from knowledge_base.schema.case import Case
from knowledge_base.schema.parts import Evidence, Value
from knowledge_base.staging import wording
from knowledge_base.staging.facts import qualified
from knowledge_base.staging.page import View

LARGE = 3
"""So many figures are set large: more would not stand out."""

SERIES = 3
"""From so many years on a quantity is drawn."""

WIDTH, HEIGHT, ABOVE, BELOW = 320, 120, 22, 22
"""Size of a chart's field and of the room for numbers above and years below, in SVG units."""


def figures(view: View, case: Case, labels: dict[str, str], numbers: dict[str, int]) -> dict[str, Any]:
    """Return `evidence` (rows of the table), `large` (the figures that say most) and `charts`."""
    shown = [(labels.get(key, key), evidence) for key, evidence in case.evidence.items()]
    results = [(label, e, _latest_result(e)) for label, e in shown]
    return {
        "evidence": [_rows(view, label, evidence, numbers) for label, evidence in shown],
        "large": [
            {"label": label, "unit": view.term("units", e.unit), **_row(view, value, numbers)}
            for label, e, value in results
            if value
        ][:LARGE],
        "charts": [_chart(view, label, e.unit, series) for label, e in shown if (series := _series(e))],
    }


def _rows(view: View, label: str, evidence: Evidence, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "label": label,
        "unit": view.term("units", evidence.unit),
        "baseline": _row(view, evidence.baseline, numbers) if evidence.baseline else None,
        "values": [_row(view, value, numbers) for value in evidence.values],
    }


def _row(view: View, value: Value, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "figure": qualified(view, value.qualifier, wording.figure(value, view.language)),
        "planned": value.qualifier == "planned",
        "year": str(value.year),
        "source": value.source,
        "number": numbers[value.source],
    }


def _latest_result(evidence: Evidence) -> Value | None:
    """Return the figure of the latest year that is no plan, unless sources disagree about that year."""
    results = [value for value in evidence.values if value.qualifier != "planned"]
    latest = max((value.year for value in results), default=None)
    found = [value for value in results if value.year == latest]
    return found[0] if len(found) == 1 else None


def _series(evidence: Evidence) -> list[Value]:
    """Return one figure for each of several years, or nothing: disagreeing sources make no line."""
    values = [*([evidence.baseline] if evidence.baseline else []), *evidence.values]
    years = {value.year for value in values}
    if not SERIES <= len(years) == len(values) or any(value.value is None for value in values):
        return []
    return sorted(values, key=lambda value: value.year)


def _chart(view: View, label: str, unit_id: str, values: list[Value]) -> dict[str, Any]:
    """Return a line from zero upwards: points in SVG units, numbers at both ends, and the same in words."""
    unit = view.term("units", unit_id)
    first, last = values[0].year, values[-1].year
    highest = max(value.value or 0 for value in values) or 1

    def point(value: Value) -> dict[str, Any]:
        return {
            "x": round(8 + (WIDTH - 16) * (value.year - first) / (last - first), 1),
            "y": round(ABOVE + HEIGHT * (1 - (value.value or 0) / highest), 1),
            "planned": value.qualifier == "planned",
            "figure": wording.figure(value, view.language),
            "year": str(value.year),
        }

    points = [point(value) for value in values]
    return {
        "label": label,
        "unit": unit,
        "points": points,
        "line": " ".join(f"{p['x']},{p['y']}" for p in points if not p["planned"]),
        "floor": ABOVE + HEIGHT,
        "width": WIDTH,
        "size": f"0 0 {WIDTH} {ABOVE + HEIGHT + BELOW}",
        "alt": f"{label}, {unit}. " + "; ".join(f"{p['year']}: {p['figure']}" for p in points),
    }

"""The facets of cases, as staged."""

from typing import Any

import pytest
from tests.conftest import TODAY
from tests.explored import with_facts

from knowledge_base.inspection import inspect
from knowledge_base.schema.case import Case
from knowledge_base.schema.parts import Period
from knowledge_base.staging.facets import begun, decades
from knowledge_base.staging.stage import Stage
from knowledge_base.staging.writer import read_page


@pytest.mark.parametrize(
    ("periods", "found", "first"),
    [
        ([("1994", "2003-05", None)], ["1990", "2000"], "1994"),
        ([("2011-04", "ongoing", "2019")], ["2010", "2020"], "2011-04"),
        ([("unknown", "unknown", "2012")], ["2010"], "0"),
        ([("unknown", "2016", None), ("1987", "unknown", None)], ["1980", "2010"], "1987"),
        ([("unknown", "unknown", None)], ["unknown"], "0"),
    ],
)
def test_a_case_belongs_to_the_decades_in_which_it_is_known_to_have_run(
    periods: list[tuple[str, str, str | None]], found: list[str], first: str
) -> None:
    spans = [Period(start=start, end=end, last_confirmed=seen) for start, end, seen in periods]
    case = Case.model_construct(periods=spans)
    assert (decades(case, "2026-11-25"), begun(case)) == (found, first)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    root = with_facts(tmp_path_factory.mktemp("explorer"))
    Stage(inspect(root, TODAY)).write("sv", root / "pages")
    return read_page(root / "pages/sv/cases/index.md")


def test_the_form_has_each_value_that_occurs_with_its_count(page: dict[str, Any]) -> None:
    groups = {group["name"]: group["facets"] for group in page["explorer"]}
    assert list(groups) == [
        *("Teman", "Arbetspaket i RED", "Region", "Period", "Utfall", "Underlag", "Resurser")
    ]
    [themes] = groups["Teman"]
    assert [(option["name"], option["count"]) for option in themes["options"]] == [
        ("Hamnar", 5),
        ("Livsmedel", 3),
    ]
    [periods] = groups["Period"]
    assert next((o["name"], o["count"]) for o in periods["options"]) == ("2020-talet", 7)
    assert [facet["name"] for facet in groups["Resurser"]] == ["Budget", "Personal", "Befogenhet"]
    assert [(o["id"], o["count"]) for o in groups["Resurser"][0]["options"]] == [
        *(("small", 3), ("large", 2), ("unknown", 2))
    ]


def test_the_list_below_stays_as_it_is_without_scripts(page: dict[str, Any]) -> None:
    assert len(page["cards"]) == 7
    assert {facet["name"] for facet in page["facets"]} >= {"tema", "region"}

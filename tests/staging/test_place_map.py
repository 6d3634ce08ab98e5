"""The map of all cases and the small maps of records, as staged."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import TODAY
from tests.places import BRUSSELS, KALININGRAD, KARLSKRONA, replace, with_places

from knowledge_base.drawing.frame import SOUTH_BALTIC
from knowledge_base.inspection import inspect
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.staging.place_map import SHOWN, _shown_at_a_place
from knowledge_base.staging.stage import Stage
from knowledge_base.staging.writer import read_page


def staged(root: Path, language: Language, page: str) -> dict[str, Any]:
    inspected = inspect(root, TODAY)
    assert not inspected.failed, inspected.findings
    Stage(inspected).write(language, root / "pages")
    return read_page(root / "pages" / language / f"{page}.md")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_places(tmp_path_factory.mktemp("places"))


def test_cases_stand_under_their_places_with_those_off_the_map_last(root: Path) -> None:
    places = staged(root, "en", "map")["places"]
    assert {p["name"]: [case["text"] for case in p["cases"]] for p in places} == {
        "Kaliningrad": ["ferry-line (en)"],
        "Karlshamn": ["small-port (en)"],
        # Two records give the town by points that differ a little.
        "Karlskrona": ["ferry-line (en)", "naval-town (en)"],
        "Lund": ["food-cluster (en)"],
        "Malmö": ["old-yard (en)"],
        "Ronneby": ["soft-town (en)"],
        "Brussels": ["food-cluster (en)"],
        "Not tied to one place": ["Harbour yard (en)"],
    }
    assert [p["name"] for p in places if not p["mark"]] == ["Brussels", "Not tied to one place"]


def test_the_order_is_that_of_the_readers_alphabet_and_ids_are_the_same_in_all_languages(root: Path) -> None:
    pages = {language: staged(root, language, "map")["places"] for language in LANGUAGES}
    assert [p["name"] for p in pages["ru"]][:3] == ["Калининград", "Карлскруна", "Карлсхамн"]
    assert [p["id"] for p in pages["sv"]][:6] == [
        "kaliningrad",
        "karlshamn",
        "karlskrona",
        "lund",
        "malmo",
        "ronneby",
    ]
    marks = [
        {p["id"]: [p["mark"]["x"], p["mark"]["y"]] for p in places if p["mark"]} for places in pages.values()
    ]
    assert marks[0] == marks[1] == marks[2]


def test_counts_by_theme_are_in_the_readers_words(root: Path) -> None:
    page = staged(root, "ru", "map")
    counts = {p["id"]: json.loads(p["counts"]) for p in page["places"]}
    assert counts["karlskrona"][""]["said"] == "2 практики"
    assert counts["karlskrona"]["food"]["said"] == "1 практика"
    assert counts["karlskrona"][""]["r"] > counts["karlskrona"]["food"]["r"] == 12
    assert "food" not in counts["kaliningrad"]
    assert [(theme["id"], theme["said"]) for theme in page["themes"]] == [
        ("", "7 практик, 7 мест"),
        ("ports-logistics", "5 практик, 4 места"),
        ("food", "3 практики, 4 места"),
    ]


def test_a_mark_stands_where_its_place_lies(root: Path) -> None:
    marks = {p["id"]: p["mark"] for p in staged(root, "en", "map")["places"]}
    right, down = SOUTH_BALTIC.place(KALININGRAD.longitude, KALININGRAD.latitude)
    assert (marks["kaliningrad"]["x"], marks["kaliningrad"]["y"]) == (f"{right:.2%}", f"{down:.2%}")
    assert all(layout["away"] is False for layout in marks["kaliningrad"]["layouts"])
    # Ronneby is squeezed in between two others on a phone.
    assert any(layout["away"] for layout in marks["ronneby"]["layouts"])


def test_a_draft_is_not_on_the_map(tmp_path: Path) -> None:
    root = with_places(tmp_path)
    replace(root / "practices/cases/old-yard/record.yml", "status: published", "status: draft")
    assert "Malmö" not in [p["name"] for p in staged(root, "en", "map")["places"]]


def test_a_place_lists_fifty_cases_and_says_how_many_more_there_are(tmp_path: Path) -> None:
    root = with_places(tmp_path)
    source = root / "practices/cases/soft-town"
    for n in range(SHOWN + 1):
        copy = root / f"practices/cases/soft-town-{n}"
        copy.mkdir()
        for file in source.iterdir():
            (copy / file.name).write_bytes(file.read_bytes())
    [ronneby] = [p for p in staged(root, "en", "map")["places"] if p["id"] == "ronneby"]
    assert (len(ronneby["cases"]), ronneby["count"]["n"]) == (SHOWN, SHOWN + 2)
    assert ronneby["more"] == "2 more in the list of all cases"


@pytest.mark.parametrize(
    ("counts", "shown"), [([1, 2, 60], SHOWN), ([40] * 20, 25), ([30] * 3 + [100], SHOWN), ([9] * 600, 1)]
)
def test_all_places_together_list_no_more_than_a_page_can_hold(counts: list[int], shown: int) -> None:
    assert _shown_at_a_place(counts) == shown


def test_a_namesake_far_away_is_another_place(tmp_path: Path) -> None:
    root = with_places(tmp_path)
    record = root / "practices/cases/soft-town/record.yml"
    replace(record, "en: Ronneby, sv: Ronneby, ru: Роннебю", "en: Malmö, sv: Malmö, ru: Мальмё")
    assert {p["id"] for p in staged(root, "en", "map")["places"]} >= {"malmo", "malmo-2"}


def test_a_record_shows_its_places_in_the_readers_language(root: Path) -> None:
    locator = staged(root, "ru", "cases/ferry-line")["locator"]
    assert locator["alt"] == "Карта Южной Балтики. Отмечено: Карлскруна, Калининград."
    assert [mark["name"] for mark in locator["marks"]] == ["Карлскруна", "Калининград"]
    right, down = SOUTH_BALTIC.place(KALININGRAD.longitude, KALININGRAD.latitude)
    assert (locator["marks"][1]["x"], locator["marks"][1]["y"]) == (f"{right:.2%}", f"{down:.2%}")
    assert all(mark["at"] for mark in locator["marks"]) and locator["notes"] == []


def test_a_place_off_the_map_is_named_and_not_drawn(root: Path) -> None:
    locator = staged(root, "sv", "cases/food-cluster")["locator"]
    assert [mark["name"] for mark in locator["marks"]] == ["Lund"]
    assert locator["notes"] == ["Utanför kartan: Bryssel."]
    assert locator["alt"] == "Karta över södra Östersjön. Markerat: Lund. Utanför kartan: Bryssel."


@pytest.mark.parametrize(("page", "all_cases"), [("cases/naval-town", True), ("seminars/harbour-day", False)])
def test_a_case_leads_to_the_map_of_all(root: Path, page: str, all_cases: bool) -> None:
    assert staged(root, "en", page)["locator"]["all"] == ("../../map/" if all_cases else "")


def test_without_a_place_on_the_map_there_is_none(tmp_path: Path) -> None:
    root = with_places(tmp_path)
    assert staged(root, "en", "cases/harbour-yard")["locator"] is None
    replace(root / "practices/cases/naval-town/record.yml", KARLSKRONA.yaml, BRUSSELS.yaml)
    page = staged(root, "en", "cases/naval-town")
    assert page["locator"] is None
    assert {"label": "Place", "values": [{"text": "Brussels"}]} in page["facts"]


def test_only_the_list_of_all_cases_leads_to_the_map(root: Path) -> None:
    assert staged(root, "en", "cases/index")["map"] == "../map/"
    assert staged(root, "en", "guides/index")["map"] == ""


def test_the_map_follows_an_edit_of_a_case(tmp_path: Path) -> None:
    root = with_places(tmp_path)
    staged(root, "en", "map")
    replace(root / "practices/cases/soft-town/en.md", "title: soft-town", "title: edited")
    [ronneby] = [p for p in staged(root, "en", "map")["places"] if p["id"] == "ronneby"]
    assert ronneby["cases"][0]["text"] == "edited (en)"

"""Related cases and meetings, with the reason in words."""

from pathlib import Path
from typing import Any

import pytest
from tests.conftest import TODAY
from tests.explored import with_facts
from tests.places import replace

from knowledge_base.inspection import inspect
from knowledge_base.languages import Language
from knowledge_base.staging.stage import Stage
from knowledge_base.staging.writer import read_page


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_facts(tmp_path)


def staged(root: Path, language: Language, page: str) -> dict[str, Any]:
    inspected = inspect(root, TODAY)
    assert not inspected.failed, inspected.findings
    Stage(inspected).write(language, root / "pages")
    return read_page(root / "pages" / language / f"{page}.md")


def reasons(links: list[dict[str, str]]) -> dict[str, str]:
    return {link["text"].rpartition(" ")[0]: link["reason"] for link in links}


def test_the_reason_stands_in_words_of_each_language(root: Path) -> None:
    found = reasons(staged(root, "en", "cases/naval-town")["related"])
    assert list(found)[:3] == ["food-cluster", "soft-town", "ferry-line"]
    assert found["food-cluster"] == (
        "Same theme: Food; same region: Blekinge County; same budget band: Small; as many staff: Small"
    )
    # The place says where, so the region need not.
    assert found["ferry-line"] == "Same theme: Ports; same place: Karlskrona"
    assert reasons(staged(root, "sv", "cases/naval-town")["related"])["ferry-line"] == (
        "Samma tema: Hamnar; samma plats: Karlskrona"
    )
    assert reasons(staged(root, "ru", "cases/naval-town")["related"])["ferry-line"] == (
        "Общая тема: Порты; то же место: Карлскруна"
    )


def test_what_the_editors_chose_comes_first_on_both_pages(root: Path) -> None:
    record = root / "practices/cases/soft-town/record.yml"
    record.write_text(record.read_text(encoding="utf-8") + "related: [small-port]\n", encoding="utf-8")
    there = reasons(staged(root, "en", "cases/soft-town")["related"])
    back = reasons(staged(root, "en", "cases/small-port")["related"])
    assert (next(iter(there)), next(iter(back))) == ("small-port", "soft-town")
    assert there["small-port"] == "Same region: Blekinge County"  # too little for us, enough for them


def test_a_chosen_draft_is_shown_in_a_preview_only(root: Path) -> None:
    record = root / "practices/cases/soft-town/record.yml"
    record.write_text(record.read_text(encoding="utf-8") + "related: [small-port]\n", encoding="utf-8")
    replace(root / "practices/cases/small-port/record.yml", "status: published", "status: draft")
    inspected = inspect(root, TODAY)
    for drafts in (False, True):
        Stage(inspected, drafts=drafts).write("en", root / "pages")
        found = reasons(read_page(root / "pages/en/cases/soft-town.md")["related"])
        assert ("small-port" in found) is drafts


def test_a_guide_in_common_counts_once_it_is_published(root: Path) -> None:
    guide = root / "practices/guides/harbour-visit/record.yml"
    replace(guide, "step-1: [harbour-yard]", "step-1: [harbour-yard, food-cluster]")
    found = reasons(staged(root, "en", "cases/harbour-yard")["related"])
    assert found["food-cluster"] == "In the same guide: Harbour visit (en); same region: Blekinge County"
    replace(guide, "status: published", "status: draft")
    assert "food-cluster" not in reasons(staged(root, "en", "cases/harbour-yard")["related"])


def test_a_case_that_is_not_published_is_related_to_none(root: Path) -> None:
    replace(root / "practices/cases/food-cluster/record.yml", "status: published", "status: archived")
    assert "food-cluster" not in reasons(staged(root, "en", "cases/naval-town")["related"])


def test_five_are_shown(root: Path) -> None:
    assert [len(staged(root, "en", f"cases/{s}")["related"]) for s in ("naval-town", "food-cluster")] == [
        5,
        2,
    ]


def test_a_meeting_and_a_case_need_an_organisation_in_common_or_the_editors(root: Path) -> None:
    [meeting] = staged(root, "en", "cases/naval-town")["meetings"]
    assert meeting["reason"] == "Same organisation: Example Harbour"
    forum = root / "practices/seminars/harbour-day/record.yml"
    assert len(staged(root, "en", "seminars/harbour-day")["cases"]) == 5
    replace(forum, "organisers: [example-harbour]", "organisers: []\ncases: [soft-town]")
    [case] = staged(root, "en", "seminars/harbour-day")["cases"]
    assert (case["text"], case["reason"]) == ("soft-town (en)", "")
    [meeting] = staged(root, "en", "cases/soft-town")["meetings"]
    assert meeting["text"] == "Harbour day (en)"
    assert staged(root, "en", "cases/naval-town")["meetings"] == []


def test_a_remembered_page_follows_what_others_have_in_common_with_it(root: Path) -> None:
    before = reasons(staged(root, "en", "cases/small-port")["related"])
    record = root / "practices/cases/ferry-line/record.yml"
    replace(record, "themes: [ports-logistics]", "themes: [food]")
    again = reasons(staged(root, "en", "cases/small-port")["related"])
    assert "ferry-line" in before and "ferry-line" not in again
    replace(root / "practices/cases/naval-town/en.md", "title: naval-town", "title: port-town")
    assert "port-town" in reasons(staged(root, "en", "cases/small-port")["related"])

"""A guide's steps are numbered, and its advice is set apart from what sources say."""

from pathlib import Path

import pytest
from tests.conftest import TODAY

from knowledge_base.inspection import inspect
from knowledge_base.staging.advice import with_advice
from knowledge_base.staging.guide import numbered_step
from knowledge_base.staging.markup import html_of
from knowledge_base.staging.stage import Stage
from knowledge_base.staging.writer import read_page

LABEL = '<div class="advice" role="note"><p class="advice__label">'


@pytest.mark.parametrize(
    ("section", "heading", "expected"),
    [
        ("step-3", "Step 3: Build", {"step": 3, "label": "Step 3: ", "name": "Build"}),
        ("step-11", "Шаг 11. Проверьте", {"step": 11, "label": "Шаг 11. ", "name": "Проверьте"}),
        ("step-3", "Steg 4: Bygg", {"step": 3, "label": "", "name": "Steg 4: Bygg"}),
        ("step-1", "Look at 1: it", {"step": 1, "label": "Look at 1: ", "name": "it"}),
        ("step-1", "Look", {"step": 1, "label": "", "name": "Look"}),
        ("pitfalls", "Step 1: Look", {}),
    ],
)
def test_a_step_has_its_number_and_its_name(section: str, heading: str, expected: object) -> None:
    assert numbered_step(section, heading) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> **Our advice.** Go.", f"{LABEL}Our advice</p>\n<p>Go.</p>\n</div>"),
        ("> **Наш совет:** Идите.", f"{LABEL}Наш совет</p>\n<p>Идите.</p>\n</div>"),
        ("> **Our advice.**\n>\n> Go.", f"{LABEL}Our advice</p>\n\n<p>Go.</p>\n</div>"),
        ("> A quotation.", "<blockquote>\n<p>A quotation.</p>\n</blockquote>"),
    ],
)
def test_advice_is_a_note_and_a_quotation_stays_one(text: str, expected: str) -> None:
    assert with_advice(html_of(text, {}, str)).strip() == expected


def test_two_pieces_of_advice_are_two_notes() -> None:
    html = with_advice(html_of("> **A.** b\n\nc\n\n> **D.** e", {}, str))
    assert (html.count(LABEL), html.count("</div>"), html.count("blockquote")) == (2, 2, 0)


def test_a_case_names_a_draft_of_a_guide_in_a_preview_only(site: Path, tmp_path: Path) -> None:
    record = site / "practices/guides/harbour-visit/record.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("status: published", "status: draft"), encoding="utf-8"
    )
    inspected = inspect(site, TODAY)
    assert not inspected.failed
    named = []
    for drafts in (True, False, True):  # a preview and a build share what they stage
        Stage(inspected, drafts).write("en", tmp_path)
        named.append([u["guide"] for u in read_page(tmp_path / "en/cases/harbour-yard.md")["used_in"]])
    assert named == [["Harbour visit (en)"], [], ["Harbour visit (en)"]]

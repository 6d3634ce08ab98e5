"""The generated files of .github/ are what the models say, and what the repository's host takes."""

import re
from typing import Any

import pytest
import yaml

from knowledge_base.loading.settings import PROJECT
from knowledge_base.proposals.generated import github_files

FILES = github_files(PROJECT)
FORMS = [path for path in FILES if re.search(r"/\w+\.(en|sv|ru)\.yml$", path)]


@pytest.mark.parametrize("path", FILES)
def test_it_is_up_to_date(path: str) -> None:
    assert (PROJECT / path).read_text(encoding="utf-8") == FILES[path], "run kb generate"


def test_there_is_a_form_for_each_kind_and_language() -> None:
    assert len(FORMS) == 15
    names = [yaml.safe_load(FILES[path])["name"] for path in FORMS]
    assert len(set(names)) == 15


@pytest.mark.parametrize("path", FORMS)
def test_the_host_takes_it(path: str) -> None:
    form = yaml.safe_load(FILES[path])
    assert form.keys() == {"name", "description", "body"}
    assert len(form["name"]) >= 3 and len(form["description"]) <= 200
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    ids, labels = [part["id"] for part in asked], [part["attributes"]["label"] for part in asked]
    assert len(set(ids)) == len(ids) >= 4 and all(re.fullmatch(r"[A-Za-z0-9_-]+", name) for name in ids)
    assert len({label.casefold() for label in labels}) == len(labels)
    for part in asked:
        options: list[Any] = part["attributes"].get("options", [])
        texts = [option["label"] if isinstance(option, dict) else option for option in options]
        assert bool(options) == (part["type"] in ("dropdown", "checkboxes"))
        assert all(isinstance(text, str) and text and text.casefold() != "none" for text in texts)
        assert len(set(texts)) == len(texts)
        assert part["type"] in ("input", "textarea", "dropdown", "checkboxes")


def test_the_checklist_puts_knock_out_criteria_first() -> None:
    text = FILES[".github/review-checklist.md"]
    assert text.count("- [ ] ") == 21 and text.count("( /3)") == 18
    first, graded = text.index("- [ ] "), text.index("( /3)")
    assert first < graded

"""What a page tells its readers about its translation."""

import json
from pathlib import Path

import pytest
from tests.conftest import TODAY

from knowledge_base.staging.stage import stage


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: Harbour yard (en)", "title: Another yard", "Ännu inte uppdaterat: rubrik."),
        ("jobs: Jobs", "jobs: Posts", "Ännu inte uppdaterat: benämningar på siffror."),
        ("Words.[^press]", "Other words.[^press]", "Ännu inte uppdaterat: Challenge."),
    ],
)
def test_the_page_names_the_changed_unit(site: Path, tmp_path: Path, old: str, new: str, said: str) -> None:
    english = site / "practices/cases/harbour-yard/en.md"
    english.write_text(english.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert not stage(site, tmp_path / "pages", TODAY).failed
    staged = (tmp_path / "pages/sv/cases/harbour-yard.md").read_text(encoding="utf-8")
    [notice] = json.loads(staged.strip("-\n"))["notices"]
    assert notice.endswith(said)

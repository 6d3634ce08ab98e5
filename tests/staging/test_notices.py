"""What a page tells its readers about its translation."""

from pathlib import Path

import pytest
from tests.conftest import TODAY

from knowledge_base.inspection import inspect
from knowledge_base.staging.stage import Stage
from knowledge_base.staging.writer import read_page


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
    inspected = inspect(site, TODAY)
    assert not inspected.failed
    Stage(inspected).write("sv", tmp_path)
    [notice] = read_page(tmp_path / "sv/cases/harbour-yard.md")["notices"]
    assert notice.endswith(said)

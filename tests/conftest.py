"""A copy of the example site that a test may break."""

import shutil
from pathlib import Path

import pytest

EXAMPLE_SITE = Path(__file__).parent / "example_site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE_SITE, tmp_path / "site"))

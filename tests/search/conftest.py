"""The real records, alone or among synthetic ones, as a site to search."""

import os
import shutil
from collections.abc import Iterator

import pytest
from scripts.benchmarks.corpus import write_corpus

from knowledge_base.languages import LANGUAGES
from knowledge_base.loading.settings import PROJECT
from knowledge_base.website.build import Options, build
from tests.browser.conftest import serving
from tests.conftest import TODAY

SYNTHETIC = int(os.environ.get("KB_SYNTHETIC_RECORDS", "0"))
"""How many synthetic cases stand among the real records: `make audit` asks for a thousand."""


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site of this project's own records and return its address."""
    root = tmp_path_factory.mktemp("records")
    write_corpus(root, SYNTHETIC)
    shutil.copytree(PROJECT / "practices", root / "practices", dirs_exist_ok=True)
    assert build(root, root / "site", TODAY, Options(LANGUAGES, jobs=2)).release
    with serving(root / "site") as address:
        yield address

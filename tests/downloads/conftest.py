"""The documents of the example site, made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge_base.documents import Shelf
from knowledge_base.downloads.document import Document
from knowledge_base.downloads.order import Order, Wanted
from knowledge_base.downloads.press import Press
from knowledge_base.inspection import inspect
from knowledge_base.languages import LANGUAGES
from knowledge_base.website.store import Store
from tests.conftest import EXAMPLE_SITE, TODAY


class Printed:
    """Documents by file name, as content and as bytes."""

    def __init__(self, work: Path) -> None:
        wanted = list(Order(inspect(EXAMPLE_SITE, TODAY, work), LANGUAGES))
        self.wanted = {one.stem: one for one in wanted}
        self.store = Store(work / "store")
        self.shelf: Shelf = Press(work, self.store, jobs=2).shelf(wanted)
        self._digests = self.shelf.files()

    def document(self, stem: str) -> Document:
        return self.wanted[stem].compose()

    def file(self, name: str) -> Path:
        return self.store.path(self._digests[f"downloads/{name}"])

    def names(self) -> Iterator[str]:
        return (path.removeprefix("downloads/") for path in self._digests)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return Printed(tmp_path_factory.mktemp("printed"))


@pytest.fixture(scope="session")
def order(printed: Printed) -> list[Wanted]:
    return list(printed.wanted.values())

"""The store of finished files."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from knowledge_base.website.store import Store


def test_the_same_content_does_not_replace_the_file_that_is_there(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    digest = store.write(b"words")
    before = store.path(digest).stat().st_ino
    same = tmp_path / "same.html"
    same.write_bytes(b"words")
    assert store.take(same) == store.write(b"words") == store.write_text(["wor", "ds"]) == digest
    assert store.path(digest).stat().st_ino == before
    assert not same.exists()
    assert [file.name for file in (tmp_path / "store").rglob("*") if file.is_file()] == [digest]


def test_a_release_can_link_a_file_while_another_page_brings_it_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    digest = store.write(b"words")

    def bring() -> None:
        for number in range(1_000):
            file = tmp_path / f"again-{number}"
            file.write_bytes(b"words")
            store.take(file)

    with ThreadPoolExecutor(1) as behind:
        brought = behind.submit(bring)
        links = 0
        while not brought.done():
            os.link(store.path(digest), tmp_path / f"link-{links}")
            links += 1
        brought.result()
    assert links

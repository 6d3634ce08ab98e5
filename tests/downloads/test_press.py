"""Documents are made once, made again only when they change, and equal whoever makes them."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge_base.downloads.order import Order, Wanted
from knowledge_base.downloads.press import Press
from knowledge_base.inspection import inspect
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.website.build import Options, build
from knowledge_base.website.store import Store
from tests.conftest import EXAMPLE_SITE, TODAY
from tests.downloads.conftest import Printed

Work = Callable[[date], list[str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE_SITE, tmp_path / "root"))


def run(
    root: Path, today: date = TODAY, languages: tuple[Language, ...] = LANGUAGES
) -> tuple[int, dict[str, str]]:
    """Return how many documents were made, and the digest of each."""
    work = root / "build"
    press = Press(work, Store(work / "store"), jobs=1)
    shelf = press.shelf(Order(inspect(root, today, work), languages))
    return press.fresh, {path.partition("/red-")[2]: digest for path, digest in shelf.files().items()}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_second_time_makes_none_and_another_day_neither(root: Path) -> None:
    made, first = run(root)
    assert made == len(first) > 50
    assert run(root) == (0, first)
    assert run(root, date(2027, 1, 1)) == (0, first)


def test_two_processes_make_the_same_as_one(root: Path, printed: Printed) -> None:
    _, alone = run(root)
    assert printed.shelf.files() == {f"downloads/red-{path}": digest for path, digest in alone.items()}


def test_an_edit_of_a_case_makes_only_its_own_again(root: Path) -> None:
    _, before = run(root)
    edit(root / "practices/cases/harbour-yard/sv.md", "Words", "Andra ord")
    made, after = run(root)
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {
        f"case-harbour-yard-{e}" for e in ("sv.pdf", "sv.docx", "sv.epub", "en-sv.pdf", "sv-ru.pdf")
    }
    assert made == len(changed)


def test_an_edit_of_a_guide_also_makes_the_book_of_its_language(root: Path) -> None:
    _, before = run(root)
    edit(root / "practices/guides/harbour-visit/ru.md", "Words", "Слова")
    _, after = run(root)
    changed = {path for path in after if after[path] != before.get(path)}
    single = {
        f"{stem}-ru.{e}" for stem in ("guide-harbour-visit", "book-guides") for e in ("pdf", "docx", "epub")
    }
    assert changed == single | {"guide-harbour-visit-en-ru.pdf", "guide-harbour-visit-sv-ru.pdf"}


def test_a_renamed_case_changes_what_names_it_and_nothing_else(root: Path) -> None:
    _, before = run(root)
    edit(root / "practices/cases/harbour-yard/en.md", "title: ", "title: Renamed ")
    _, after = run(root)
    changed = {path.rpartition(".")[0] for path in after if after[path] != before.get(path)}
    assert {"case-harbour-yard-en", "guide-harbour-visit-en", "case-changed-since-en"} <= changed
    assert not [stem for stem in changed if stem.startswith(("seminar", "case-swedish"))]


def test_another_picture_under_the_same_name_is_seen(root: Path) -> None:
    _, before = run(root)
    picture = root / "practices/cases/changed-since/quay.png"
    picture.write_bytes(Path(__file__).with_name("other.png").read_bytes())
    _, after = run(root)
    assert after["case-changed-since-en.pdf"] != before["case-changed-since-en.pdf"]


def test_drafts_and_withdrawn_cases_have_none(root: Path) -> None:
    record = root / "practices/cases/harbour-yard/record.yml"
    edit(record, "status: published", "status: draft")
    edit(
        root / "practices/guides/harbour-visit/record.yml",
        "step_cases: {step-1: [harbour-yard]}",
        "step_cases: {}",
    )
    _, found = run(root)
    assert not [path for path in found if "harbour-yard" in path]


def test_only_wanted_languages(root: Path) -> None:
    _, found = run(root, languages=("sv",))
    assert found and all(path.rpartition(".")[0].endswith("-sv") and "-en-" not in path for path in found)


def test_what_the_store_has_lost_is_made_again(root: Path) -> None:
    _, first = run(root)
    store = Store(root / "build" / "store")
    store.path(first["case-harbour-yard-en.pdf"]).unlink()
    made, again = run(root)
    assert (made, again) == (3, first)


def test_a_failure_names_the_document_and_publishes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = root / "site"
    options = Options(LANGUAGES, jobs=1, search=False)
    first = build(root, output, TODAY, options).release
    assert first
    (root / "practices/cases/changed-since/quay.png").write_bytes(b"no picture")
    edit(root / "practices/cases/changed-since/en.md", "Other words", "Changed words")
    with pytest.raises(RuntimeError, match=r"red-case-changed-since-en\.pdf could not be made"):
        build(root, output, TODAY, options)
    assert output.resolve() == first.resolve()


def test_a_document_that_cannot_be_composed_is_named(tmp_path: Path) -> None:
    def fail() -> dict[str, object]:
        raise KeyError("form_write")

    wanted = Wanted("case/x", "red-case-x-en", ("en",), ("pdf",), "key", fail)
    with pytest.raises(RuntimeError, match="red-case-x-en could not be composed: KeyError"):
        Press(tmp_path, Store(tmp_path / "store"), jobs=1).shelf([wanted])


def test_a_preview_shows_what_was_made_last_and_makes_none(root: Path) -> None:
    _, made = run(root)
    edit(root / "practices/cases/harbour-yard/sv.md", "Words", "Andra ord")
    work = root / "build"
    press = Press(work, Store(work / "store"), jobs=1)
    shelf = press.last(Order(inspect(root, TODAY, work), LANGUAGES))
    assert {path.partition("/red-")[2]: digest for path, digest in shelf.files().items()} == made
    assert press.fresh == 0

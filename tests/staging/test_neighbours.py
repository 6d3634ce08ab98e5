"""The records before and after one in its list."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import EXAMPLE_SITE, TODAY

from knowledge_base.inspection import inspect
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.staging.stage import Stage
from knowledge_base.staging.writer import Files, read_page


def staged(root: Path) -> dict[Language, Files]:
    inspected = inspect(root, TODAY)
    assert not inspected.failed, inspected.findings
    return {language: Stage(inspected).write(language, root / "pages") for language in LANGUAGES}


def around(root: Path, language: Language, slug: str) -> list[tuple[str, str, str]]:
    page = read_page(root / "pages" / language / "cases" / f"{slug}.md")
    return [(one["rel"], one["href"], one["language"]) for one in page["neighbours"]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE_SITE, tmp_path / "root"))


def test_they_stand_in_the_order_of_the_readers_list(root: Path) -> None:
    file = root / "practices/cases/harbour-yard/ru.md"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[1] = "title: 1 верфь"  # first in Russian, third in English
    file.write_text("\n".join(lines), encoding="utf-8")
    staged(root)
    lists = {
        language: [card["href"] for card in read_page(root / "pages" / language / "cases/index.md")["cards"]]
        for language in LANGUAGES
    }
    for language, order in lists.items():
        for place, href in enumerate(order):
            slug = href.strip("/").rpartition("/")[2]
            found = {rel: target for rel, target, _ in around(root, language, slug)}
            assert found == {
                rel: f"../{order[n].strip('/').rpartition('/')[2]}/"
                for rel, n in (("prev", place - 1), ("next", place + 1))
                if 0 <= n < len(order)
            }
    assert lists["en"] != lists["ru"]
    assert around(root, "ru", "harbour-yard")[0][2] in LANGUAGES


def test_one_added_record_changes_the_neighbours_of_two_others(root: Path) -> None:
    slugs = sorted(folder.name for folder in (root / "practices/cases").iterdir())
    staged(root)
    before = {(language, slug): around(root, language, slug) for language in LANGUAGES for slug in slugs}
    new = root / "practices/cases/english-zone"
    shutil.copytree(root / "practices/cases/english-only", new)
    text = (new / "en.md").read_text(encoding="utf-8").splitlines()
    text[1] = "title: English, zoned"
    (new / "en.md").write_text("\n".join(text), encoding="utf-8")
    staged(root)
    for language in LANGUAGES:
        # Which cases are related may change on more pages: the new one has much in common with them.
        changed = {slug for slug in slugs if around(root, language, slug) != before[language, slug]}
        assert changed == {href.strip("./") for _, href, _ in around(root, language, new.name)}
        assert len(changed) == 2


def test_another_text_of_a_neighbour_changes_nothing(root: Path) -> None:
    before = staged(root)
    for language in LANGUAGES:
        file = root / f"practices/cases/harbour-yard/{language}.md"
        words = {"en": "Words", "sv": "Ord", "ru": "Слова"}[language]
        file.write_text(
            file.read_text(encoding="utf-8").replace(f"\n{words}", f"\n{words}!"), encoding="utf-8"
        )
    after = staged(root)
    changed = {p for p, digest in after["en"].items() if before["en"][p] != digest}
    # The translation desk tells that the Swedish and Russian texts are behind.
    assert changed - {"en/translations.md"} == {"en/cases/harbour-yard.md"}


def test_what_is_in_no_list_has_none(root: Path) -> None:
    staged(root)
    assert read_page(root / "pages/en/about-red.md")["neighbours"] == []

"""After any edits, a build that reuses earlier work equals one from nothing, byte for byte."""

import os
import random
import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from knowledge_base.languages import LANGUAGES
from knowledge_base.website.build import Options, build
from knowledge_base.website.release import KEPT
from tests.conftest import EXAMPLE_SITE, TODAY

SEQUENCES = int(os.environ.get("KB_EDIT_SEQUENCES", "5"))
EDITS_IN_A_SEQUENCE = 4


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new), encoding="utf-8")


def edit_a_title(practices: Path, draw: random.Random) -> None:
    file = draw.choice(sorted(practices.glob("cases/*/*.md")))
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = f"title: Edited {draw.randrange(1000)}\n"
    file.write_text("".join(lines), encoding="utf-8")


def edit_a_section(practices: Path, draw: random.Random) -> None:
    file = draw.choice(sorted(practices.glob("*/*/*.md")))
    _replace(file, "\nWords", f"\n{draw.choice(['Some', 'Many', 'Few'])} words")


def rename_an_organisation(practices: Path, draw: random.Random) -> None:
    _replace(practices / "organisations/example-harbour.yml", "text: Ex", f"text: {draw.choice('ABC')} ex")


def rename_a_vocabulary_term(practices: Path, draw: random.Random) -> None:
    _replace(practices / "vocabularies/outcomes.yml", "en: ", f"en: {draw.choice('ABC')}")


def rename_a_place(practices: Path, draw: random.Random) -> None:
    _replace(practices / "cases/changed-since/record.yml", "{en: Ex", f"{{en: {draw.choice('ABC')} ex")


def add_a_case(practices: Path, draw: random.Random) -> None:
    new = practices / "cases" / f"added-{draw.randrange(10_000)}"
    shutil.copytree(practices / "cases/english-only", new, dirs_exist_ok=True)


def remove_or_rename_a_case(practices: Path, draw: random.Random) -> None:
    added = sorted(practices.glob("cases/added-*"))
    if added and draw.random() < 0.5:
        shutil.rmtree(draw.choice(added))
    elif added:
        draw.choice(added).rename(practices / "cases" / f"added-{draw.randrange(10_000, 20_000)}")


def edit_a_term(practices: Path, draw: random.Random) -> None:
    _replace(practices / "glossary/harbour.yml", "place", f"{draw.choice(['good', 'small'])} place")


def rename_a_term(practices: Path, draw: random.Random) -> None:
    # Pages say "harbours": they lose their mark when no term has that name, and get it back. Its names in the
    # other languages are words by which every page that mentions it is found.
    old, new = draw.choice([("en: harbour\n", "en: dock\n"), ("en: dock\n", "en: harbour\n")])
    _replace(practices / "glossary/harbour.yml", old, new)
    _replace(practices / "glossary/harbour.yml", "sv: hamn", f"sv: {draw.choice('abc')}hamn")


def add_a_word(practices: Path, draw: random.Random) -> None:
    words = practices / "vocabularies/search-words.yml"
    entry = "{0}: {{name: {{en: words, sv: {0}, ru: слова}}, meaning: {{en: x, sv: x, ru: x}}}}\n"
    with words.open("a", encoding="utf-8") as file:
        file.write(entry.format(f"w{draw.randrange(10_000)}"))


def link_a_step(practices: Path, draw: random.Random) -> None:
    case = draw.choice(["english-only", "swedish-first", "harbour-yard"])
    file = practices / "guides/harbour-visit/record.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [f"step_cases: {{step-1: [{case}]}}" if x.startswith("step_cases") else x for x in lines]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def publish_or_withhold_the_guide(practices: Path, draw: random.Random) -> None:
    status = draw.choice(["published", "draft"])
    file = practices / "guides/harbour-visit/record.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^status: .*$", f"status: {status}", text), encoding="utf-8")


def edit_the_checklist(practices: Path, draw: random.Random) -> None:
    point = draw.choice(["Everybody can swim.", "Nobody is left behind."])
    file = practices / "guides/harbour-visit/en.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^- (Every|No)body.*$", f"- {point}", text), encoding="utf-8")


def edit_the_facts(practices: Path, draw: random.Random) -> None:
    # What cases share decides which are related, and why.
    food = "food: {name: {en: Food, sv: Mat, ru: Еда}, meaning: {en: x, sv: x, ru: x}}\n"
    vocabulary = practices / "vocabularies/themes.yml"
    if food not in (themes := vocabulary.read_text(encoding="utf-8")):
        vocabulary.write_text(themes + food, encoding="utf-8")
    file = draw.choice(sorted(practices.glob("cases/*/record.yml")))
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^work_packages: .*$", f"work_packages: [{draw.choice('abcd')}]", text)
    text = re.sub(r"(?m)^themes: .*$", f"themes: [{draw.choice(['ports-logistics', 'food'])}]", text)
    file.write_text(text, encoding="utf-8")


def archive_or_publish_a_case(practices: Path, draw: random.Random) -> None:
    file = practices / "cases/changed-since/record.yml"  # no guide shows it
    status = draw.choice(["published", "archived"])
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^status: .*$", f"status: {status}", text), encoding="utf-8")


def relate_a_meeting(practices: Path, draw: random.Random) -> None:
    file = practices / "seminars/harbour-day/record.yml"
    text = re.sub(r"(?m)^cases: .*\n", "", file.read_text(encoding="utf-8"))
    file.write_text(f"{text}cases: [{draw.choice(['harbour-yard', 'english-only'])}]\n", encoding="utf-8")


def tell_of_a_change(practices: Path, draw: random.Random) -> None:
    file = draw.choice(sorted(practices.glob("*/*/record.yml")))
    text = re.sub(r"(?m)^changed: .*\n", "", file.read_text(encoding="utf-8"))
    day = f"202{draw.choice('678')}-12-01"
    file.write_text(f'{text}changed: {{date: "{day}", note: {{en: New.}}}}\n', encoding="utf-8")


EDITS: list[Callable[[Path, random.Random], None]] = [
    edit_a_title,
    edit_a_section,
    rename_an_organisation,
    rename_a_vocabulary_term,
    rename_a_place,
    add_a_case,
    remove_or_rename_a_case,
    edit_a_term,
    rename_a_term,
    add_a_word,
    link_a_step,
    publish_or_withhold_the_guide,
    edit_the_checklist,
    edit_the_facts,
    archive_or_publish_a_case,
    relate_a_meeting,
    tell_of_a_change,
]


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_incremental_equals_cold(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    root = Path(shutil.copytree(EXAMPLE_SITE, tmp_path / "root"))
    day = TODAY
    painted = []
    for _ in range(EDITS_IN_A_SEQUENCE):
        for edit in draw.sample(EDITS, draw.randint(1, 2)):
            edit(root / "practices", draw)
        day += timedelta(days=draw.choice([0, 0, 900]))
        some_with_an_index = Options(LANGUAGES, jobs=1, search=draw.random() < 0.5)
        warm = build(root, tmp_path / "warm" / "site", day, some_with_an_index)
        assert warm.release, warm.findings
        painted.append(warm.painted)
    warm = build(root, tmp_path / "warm" / "site", day, Options(LANGUAGES, jobs=1))
    cold = build(root, tmp_path / "cold" / "site", day, Options(LANGUAGES, jobs=1))
    assert cold.release is not None and warm.release is not None
    assert warm.release.name == cold.release.name
    assert files(warm.release) == files(cold.release)
    assert min(painted[1:]) < cold.painted


def files(release: Path) -> dict[str, bytes]:
    return {f.relative_to(release).as_posix(): f.read_bytes() for f in release.rglob("*") if f.is_file()}


def test_nothing_changed_paints_nothing(tmp_path: Path) -> None:
    first = build(EXAMPLE_SITE, tmp_path / "site", TODAY, Options(LANGUAGES, jobs=1))
    second = build(EXAMPLE_SITE, tmp_path / "site", TODAY, Options(LANGUAGES, jobs=1))
    assert (first.painted > 0, second.painted) == (True, 0)
    assert second.release == first.release


def test_an_older_release_stays_for_a_way_back(tmp_path: Path) -> None:
    root = Path(shutil.copytree(EXAMPLE_SITE, tmp_path / "root"))
    for n in range(4):
        edit_a_title(root / "practices", random.Random(n))
        build(root, tmp_path / "site", TODAY, Options(LANGUAGES, jobs=1))
    assert len([r for r in (tmp_path / "build/releases").iterdir() if r.is_dir()]) == KEPT

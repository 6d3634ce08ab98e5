"""A build is published whole or not at all, and equals another of the same content."""

from pathlib import Path

import pytest

from knowledge_base.languages import LANGUAGES
from knowledge_base.website.build import Options, build
from knowledge_base.website.release import publish
from tests.conftest import EXAMPLE_SITE, TODAY


def test_two_builds_are_byte_identical(built: Path, tmp_path: Path) -> None:
    again = build(EXAMPLE_SITE, tmp_path / "site", TODAY, Options(LANGUAGES, jobs=1))
    assert again.release is not None
    assert again.release.name == built.resolve().name


def test_a_failed_build_leaves_the_last_good_site(site: Path, tmp_path: Path) -> None:
    output = tmp_path / "out" / "site"
    first = build(site, output, TODAY, Options(LANGUAGES, jobs=2))
    record = site / "practices/cases/harbour-yard/record.yml"
    record.write_text(record.read_text(encoding="utf-8") + "unknown: 1\n", encoding="utf-8")
    second = build(site, output, TODAY, Options(LANGUAGES, jobs=2))
    assert second.release is None
    assert [finding.rule for finding in second.findings] == ["unknown-field"]
    assert first.release is not None and output.resolve() == first.release.resolve()
    assert (output / "cases/harbour-yard/index.html").is_file()


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(RuntimeError, match="Move it away"):
        publish(tmp_path / "release", tmp_path / "site")
    assert (tmp_path / "site").is_dir()

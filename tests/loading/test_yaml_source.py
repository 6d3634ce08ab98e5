"""YAML is read as authors mean it, and mistakes are named with their place."""

import pytest

from knowledge_base.loading.yaml_source import parse, place_of
from knowledge_base.reporting import said


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("on", "on"),
        ("012", "012"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2021-11-16", "2021-11-16"),
        ("true", True),
        ("~", None),
        ("-7", -7),
        ("56.17", 56.17),
        ("1e3", 1000.0),
        ('"2001"', "2001"),
    ],
)
def test_scalars_follow_yaml_1_2(written: str, read: object) -> None:
    values, findings = parse(f"field: {written}\n", "record.yml")
    assert (values, findings) == ({"field": read}, [])
    assert type(values["field"]) is type(read)


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ("title: a\nlevel: b\ntitle: c\n", "duplicate-key", 3, 1),
        ("outer:\n  a: 1\n  a: 2\n", "duplicate-key", 3, 3),
        ("title: [a\nlevel: b\n", "yaml-syntax", 2, 6),
        ("- a\n- b\n", "yaml-syntax", 1, 1),
        ("", "yaml-syntax", 1, 1),
        ("title: !!python/object/apply:os.getcwd []\n", "yaml-syntax", 1, 8),
        ("title: \x07\n", "yaml-syntax", 1, 1),
    ],
)
def test_a_mistake_is_one_finding_at_its_place(text: str, rule: str, line: int, column: int) -> None:
    values, [finding] = parse(text, "record.yml")
    assert values == {}
    assert (finding.path, finding.rule, finding.line, finding.column) == ("record.yml", rule, line, column)
    assert said(finding, "en").message and said(finding, "ru").remedy


def test_front_matter_counts_lines_of_its_file() -> None:
    _, [finding] = parse("a: 1\na: 2\n", "en.md", first_line=2)
    assert finding.line == 3


@pytest.mark.parametrize(
    ("key_path", "place"),
    [
        (("places", 1, "name"), (4, 5)),
        (("places", 1), (4, 5)),
        (("places", 7), (2, 1)),
        (("missing",), (1, 1)),
    ],
)
def test_each_value_has_a_place(key_path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert place_of("level: local\nplaces:\n  - name: a\n  - name: b\n", key_path) == place

"""The glossary as files: a table, and TBX that follows the rules of TBX-Basic."""

import csv
import io
import os
from pathlib import Path
from urllib.request import urlopen

import pytest
from lxml import etree
from tests.conftest import TODAY

from knowledge_base.exports.glossary import glossary_csv, glossary_tbx
from knowledge_base.inspection import inspect
from knowledge_base.loading.settings import PROJECT, load_settings

NAMESPACES = {"t": "urn:iso:std:iso:30042:ed-2", "xml": "http://www.w3.org/XML/1998/namespace"}
SCHEMAS = [Path(__file__).with_name("tbx_basic.rng").as_uri()]
# Where there is a network: the address, or a copy, of the schema that the head of the export names.
SCHEMAS += [os.environ["KB_TBX_SCHEMA"]] if "KB_TBX_SCHEMA" in os.environ else []


def rules_at(address: str) -> etree.RelaxNG:
    with urlopen(address) as answer:
        return etree.RelaxNG(etree.fromstring(answer.read()))


def rows(built: Path) -> dict[str, dict[str, str]]:
    text = (built / "data/glossary.csv").read_bytes().decode("utf-8-sig")
    return {row["slug"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_the_table_has_a_row_per_term_in_three_languages(built: Path) -> None:
    assert (built / "data/glossary.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    table = rows(built)
    assert list(table) == ["harbour", "quay"]
    harbour = table["harbour"]
    assert [harbour[f"term_{code}"] for code in ("en", "sv", "ru")] == ["harbour", "hamn", "порт"]
    assert harbour["definition_sv"] == "En skyddad plats för fartyg."
    assert (harbour["variants_ru"], harbour["avoid_en"]) == ("гавань", "haven")
    assert harbour["source_ru"].startswith("Law of the sea (https://")
    assert [harbour[f"state_{code}"] for code in ("en", "sv", "ru")] == ["", "check", "source"]
    assert table["quay"]["state_ru"] == "usage"
    assert table["quay"]["definition_en"] == 'A wall at which ships lie, "alongside".'


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_tbx_follows_the_rules(built: Path, schema: str) -> None:
    rules_at(schema).assertValid(etree.parse(built / "data/glossary.tbx"))


def test_the_rules_can_be_broken(built: Path) -> None:
    rules = rules_at(SCHEMAS[0])
    text = (built / "data/glossary.tbx").read_text(encoding="utf-8")
    for old, new in [
        ("preferredTerm-admn-sts", "preferred"),
        ('type="subjectField"', 'type="field"'),
        ('id="term-quay"', 'id="term-harbour"'),
        ('target="https://', 'target="ftp://'),
        (' style="dca"', ""),
    ]:
        assert old in text
        assert not rules.validate(etree.fromstring(text.replace(old, new).encode())), new


def test_the_tbx_tells_terms_variants_and_words_to_avoid_apart(built: Path) -> None:
    tree = etree.parse(built / "data/glossary.tbx")

    def said(language: str) -> list[tuple[str, str, str | None]]:
        sections = tree.xpath(
            f"//t:conceptEntry[@id='term-harbour']/t:langSec[@xml:lang='{language}']/t:termSec",
            namespaces=NAMESPACES,
        )
        return [
            (
                section.findtext("t:term", namespaces=NAMESPACES),
                section.findtext("t:termNote[@type='administrativeStatus']", namespaces=NAMESPACES),
                section.findtext("t:admin", namespaces=NAMESPACES),
            )
            for section in sections
        ]

    assert said("en") == [
        ("harbour", "preferredTerm-admn-sts", None),
        ("seaport", "admittedTerm-admn-sts", None),
        ("haven", "deprecatedTerm-admn-sts", None),
    ]
    assert said("sv")[0] == ("hamn", "preferredTerm-admn-sts", "usage, check")
    [address] = tree.xpath("//t:conceptEntry[@id='term-quay']/t:xref/@target", namespaces=NAMESPACES)
    assert address == "https://red.example/glossary/#quay"


def test_the_real_glossary_is_exported_whole(tmp_path: Path) -> None:
    inspected = inspect(PROJECT, TODAY, tmp_path)
    glossary = inspected.catalogue.glossary
    text = glossary_tbx(glossary, load_settings(), inspected.words["en"])
    tree = etree.fromstring(text.encode())
    for schema in SCHEMAS:
        rules_at(schema).assertValid(tree)
    assert len(tree.findall(".//t:conceptEntry", NAMESPACES)) == len(glossary.terms) > 200
    assert glossary_csv(glossary).count("\r\n") == len(glossary.terms) + 1

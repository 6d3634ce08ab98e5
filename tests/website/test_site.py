"""The built example site, read as HTML."""

import json
import re
from pathlib import Path

import pytest

from knowledge_base.loading.settings import PROJECT
from tests.website.pages import LANGUAGES, ROOTS, all_pages, broken_links, page


def test_every_address_exists_in_three_languages(built: Path) -> None:
    addresses: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for language, address, _ in all_pages(built):
        addresses[language].add(address)
    assert addresses["en"] == addresses["sv"] == addresses["ru"]
    assert {"", "cases/harbour-yard", "guides/harbour-visit", "glossary"} <= addresses["en"]


def test_the_language_of_a_page_is_that_of_its_path(built: Path) -> None:
    for language, address, html in all_pages(built):
        root = html.css_first("html")
        assert root is not None and root.attributes["lang"] == language, address


def test_no_link_or_anchor_is_broken(built: Path) -> None:
    # The example has two of the hand-written pages; the others stand in the real docs.
    not_there = {"how-to-use", "how-this-site-works", "editorial-policy", "accessibility"}
    not_there |= {"privacy", "licence", "contact", "contribute"}
    broken = [link for link in broken_links(built) if not not_there & set(link[1].split("/"))]
    assert broken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_unique_and_each_page_has_one_heading(built: Path, language: str) -> None:
    for of, address, html in all_pages(built):
        if of == language:
            ids = [node.attributes["id"] for node in html.css("[id]")]
            assert len(ids) == len(set(ids)), address
            assert len(html.css("h1")) == 1, address


@pytest.mark.parametrize(
    ("address", "shown", "notice"),
    [
        ("sv/cases/english-only/", "en", "inte översatt"),
        ("ru/cases/english-only/", "en", "не переведён"),
        ("cases/swedish-first/", "sv", "not been translated"),
    ],
)
def test_a_missing_translation_shows_the_original_and_says_so(
    built: Path, address: str, shown: str, notice: str
) -> None:
    html = page(built, address)
    prose, said, canonical = (html.css_first(s) for s in (".prose", ".notice", "link[rel=canonical]"))
    assert prose is not None and said is not None and canonical is not None
    assert prose.attributes["lang"] == shown
    assert notice in said.text()
    assert str(canonical.attributes["href"]).endswith(f"/{ROOTS[shown]}cases/{address.split('/')[-2]}/")
    assert html.css_first("meta[name=robots]") is not None


def test_a_changed_section_is_marked_and_no_other(built: Path) -> None:
    html = page(built, "ru/cases/changed-since/")
    assert [node.attributes["aria-labelledby"] for node in html.css("section:has(> .notice)")] == [
        "challenge"
    ]
    assert page(built, "cases/changed-since/").css_first("section > .notice") is None


def test_figures_are_written_as_the_language_does(built: Path) -> None:
    shown = {
        language: page(built, f"{ROOTS[language]}cases/changed-since/").css_first("table").text()
        for language in LANGUAGES
    }
    assert "1,000–2,000.5" in shown["en"]
    assert "1\u00a0000–2\u00a0000,5" in shown["sv"]
    assert "1\u00a0000–2\u00a0000,5" in shown["ru"]
    assert "plan, not a result" in shown["en"]


def test_a_picture_has_its_words_and_its_file(built: Path) -> None:
    picture = page(built, "sv/cases/changed-since/").css_first(".picture img")
    assert picture is not None and picture.attributes["alt"] == "A red quay."
    assert (built / "sv/cases/changed-since" / str(picture.attributes["src"])).is_file()
    assert int(picture.attributes["width"] or 0) > 0 < int(picture.attributes["height"] or 0)


def test_plurals_follow_the_language(built: Path) -> None:
    facts = page(built, "ru/guides/harbour-visit/").css_first(".facts").text()
    assert "5 недель" in facts
    assert "2–10 участников" in facts


def test_the_sitemap_names_pages_in_their_own_languages(built: Path) -> None:
    sitemap = (built / "sitemap.xml").read_text(encoding="utf-8")
    assert "/sv/cases/swedish-first/" in sitemap
    assert "/ru/cases/swedish-first/" not in sitemap
    assert 'hreflang="ru" href="https://red.example/ru/cases/harbour-yard/"' in sitemap


def test_the_404_page_speaks_three_languages(built: Path) -> None:
    text = (built / "404.html").read_text(encoding="utf-8")
    assert all(words in text for words in ("Page not found", "Sidan finns inte", "Страница не найдена"))
    assert not (built / "sv" / "404.html").exists()
    assert [f'href="{root}"' in text for root in ("/", "/sv/", "/ru/")] == [True, True, True]


def test_the_catalogue_tells_the_state_of_each_language(built: Path) -> None:
    records = json.loads((built / "data" / "catalogue.json").read_text(encoding="utf-8"))["records"]
    states = {
        r["slug"]: [r["languages"][language]["state"] for language in LANGUAGES]
        for r in records
        if r["kind"] == "case"
    }
    assert states == {
        "changed-since": ["original", "changed", "changed"],
        "english-only": ["original", "missing", "missing"],
        "harbour-yard": ["original", "current", "current"],
        "swedish-first": ["missing", "original", "missing"],
    }


def test_only_our_own_styles_and_scripts_are_published(built: Path) -> None:
    found = {re.sub(r"\.[0-9a-f]{8}\.", ".", file.name) for file in (built / "assets").rglob("*")}
    scripts = {file.name for file in (PROJECT / "overrides/assets/js").iterdir()}
    icons = {file.name for file in (PROJECT / "overrides/assets/icons").iterdir()}
    assert found == {"mark.svg", "site.css", "south-baltic.svg", "icons", *icons, *scripts}


def test_the_glossary_stands_by_letter_with_origin_and_words_to_avoid(built: Path) -> None:
    html = page(built, "sv/glossary/")
    assert [node.text() for node in html.css(".letters a")] == ["H", "K"]
    assert [node.text() for node in html.css(".glossary h2")] == ["H", "K"]
    entry = html.css_first("#harbour")
    assert entry is not None
    assert "behöver granskas av modersmålstalare" in entry.css_first("dt").text()
    assert "Även: hamnområde" in entry.css_first("dt").text()
    assert "Undvik: ankarplats" in entry.text()
    english, russian = entry.css("dd [lang]")
    assert (english.text(), russian.text()) == ("harbour; seaport", "порт; гавань")
    assert [node.attributes["href"] for node in entry.css("a")] == ["#S1", "#S2", "#quay"]
    assert [node.text() for node in html.css(".sources li")] == [
        "Law of the sea",
        "Book of harbours (printed, no address)",
    ]
    assert "enligt bruk" in html.css_first("#quay").text()
    assert [node.attributes["href"] for node in html.css(".glossary__links a")] == [
        "word-list/",
        "../../data/glossary.csv",
        "../../data/glossary.tbx",
    ]


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("en", [["harbour", "hamn", "порт"], ["quay", "kaj", "набережная"]]),
        ("sv", [["hamn", "harbour", "порт"], ["kaj", "quay", "набережная"]]),
        ("ru", [["набережная", "quay", "kaj"], ["порт", "harbour", "hamn"]]),
    ],
)
def test_the_word_list_is_in_the_readers_order(built: Path, language: str, rows: list[list[str]]) -> None:
    html = page(built, f"{ROOTS[language]}glossary/word-list/")
    found = [[cell.text() for cell in row.css("th, td")] for row in html.css("tbody tr")]
    assert found == rows


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "seaports", "A sheltered place for ships."),
        ("sv", "hamnområdet", "En skyddad plats för fartyg."),
        ("ru", "гавани", "Защищённое место для судов."),
    ],
)
def test_the_first_use_of_a_term_leads_to_the_glossary(
    built: Path, language: str, written: str, said: str
) -> None:
    [mark] = page(built, f"{ROOTS[language]}about-red/").css("a.term")
    assert mark.text() == written
    assert mark.attributes["href"] == "../glossary/#harbour"
    assert mark.attributes["data-definition"] == said


def test_a_script_imports_files_that_are_published(built: Path) -> None:
    imports = [
        (script, name)
        for script in (built / "assets").glob("*.js")
        for name in re.findall(r'^import [^"]*"([^"]+)"', script.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(imports) > 10
    assert [i for i in imports if not (i[0].parent / i[1]).is_file()] == []


def test_a_page_loads_at_once_what_its_scripts_import(built: Path) -> None:
    html = page(built, "guides/harbour-visit/")
    loaded = {str(node.attributes["src"]).rpartition("/")[2] for node in html.css("script[type=module]")}
    needed = {
        name
        for script in loaded
        for name in re.findall(
            r'^import [^"]*"\./([^"]+)"', (built / "assets" / script).read_text("utf-8"), re.M
        )
    }
    assert needed and needed <= loaded


@pytest.mark.parametrize(
    ("language", "guide"), [("en", "Step 1: Look"), ("sv", "Steg 1: Titta"), ("ru", "Шаг 1: Осмотрите")]
)
def test_a_case_and_the_step_that_shows_it_lead_to_each_other(built: Path, language: str, guide: str) -> None:
    root = ROOTS[language]
    link = page(built, f"{root}cases/harbour-yard/").css_first(".record__aside .used-in a")
    assert link is not None and link.attributes["href"] == "../../guides/harbour-visit/#step-1"
    assert guide in link.text()
    back = page(built, f"{root}guides/harbour-visit/").css_first("section[aria-labelledby=step-1] .seen a")
    assert back is not None and back.attributes["href"] == "../../cases/harbour-yard/"

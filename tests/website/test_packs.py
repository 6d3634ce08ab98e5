"""Offline packs: the site in one language, from a folder on a disk, with no network and no server."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from knowledge_base.addresses import pack_of
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.packs import pack
from knowledge_base.packs.classic import classic_script
from knowledge_base.packs.index import entry_of_page
from knowledge_base.packs.links import Folder
from knowledge_base.website.build import Options, build
from tests.conftest import EXAMPLE_SITE, TODAY
from tests.website.pages import ROOTS, page

RELEASE = Options(LANGUAGES, jobs=2, search=False, release=True)
ONLINE = "https://red.example"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packed")


@pytest.fixture(scope="module")
def released(place: Path) -> Path:
    root = Path(shutil.copytree(EXAMPLE_SITE, place / "root"))
    assert build(root, place / "site", TODAY, RELEASE).release
    return (place / "site").resolve()


@pytest.fixture(scope="module")
def unpacked(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the folder of each pack; its name has what names of folders have."""
    folder = tmp_path_factory.mktemp("мои файлы")
    for language in LANGUAGES:
        ZipFile(released / pack_of(language)).extractall(folder)
    return folder


@pytest.fixture
def offline(browser: Browser) -> Iterator[Page]:
    """Return a page that can reach no network; what a page complains of fails the test."""
    said: list[str] = []

    def refuse(route: Route) -> None:
        said.append(f"asked for {route.request.url}")
        route.abort()

    context = browser.new_context()
    context.set_offline(True)
    context.route(re.compile("^(?!file:)"), refuse)
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


def files_of(unpacked: Path, language: str) -> list[Path]:
    found = sorted((unpacked / f"red-{language}").rglob("*.html"))
    assert len(found) > 30
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_names_a_file_or_is_full(unpacked: Path, language: str) -> None:
    anchors: dict[Path, set[str]] = {}
    links = []
    for file in files_of(unpacked, language):
        html = LexborHTMLParser(file.read_text(encoding="utf-8"))
        anchors[file] = {str(node.attributes["id"]) for node in html.css("[id]")}
        for node in html.css("[href], [src], [action]"):
            name = next(name for name in ("href", "src", "action") if name in node.attributes)
            links.append((file, str(node.attributes[name] or "")))
    assert len(links) > 20 * len(anchors)
    kinds = set()
    for file, link in links:
        parts = urlsplit(link)
        if parts.scheme:
            assert parts.scheme in ("https", "http", "mailto", "data"), (file, link)
            kinds.add("full")
            continue
        target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
        assert target.is_file(), (file, link)
        if parts.fragment and target.suffix == ".html" and not parts.fragment.startswith("/"):
            assert parts.fragment in anchors[target], (file, link)
        kinds.add(target.suffix)
    assert kinds >= {"full", ".html", ".css", ".js", ".svg", ".pdf", ".docx", ".epub"}


def test_other_languages_and_data_are_online(unpacked: Path) -> None:
    home = LexborHTMLParser((unpacked / "red-sv/cases/harbour-yard/index.html").read_text(encoding="utf-8"))
    links = {a.attributes["hreflang"]: a.attributes["href"] for a in home.css(".languages a")}
    assert links == {
        "en": f"{ONLINE}/cases/harbour-yard/",
        "sv": "index.html",
        "ru": f"{ONLINE}/ru/cases/harbour-yard/",
    }


def test_a_copy_says_what_it_is(unpacked: Path) -> None:
    html = LexborHTMLParser((unpacked / "red-sv/cases/harbour-yard/index.html").read_text(encoding="utf-8"))
    notice = html.css_first(".footer p")
    assert notice is not None and "kopia" in notice.text()
    link = notice.css_first("a")
    assert link is not None and link.attributes["href"] == f"{ONLINE}/sv/cases/harbour-yard/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_has_the_pages_and_documents_of_its_language(
    released: Path, unpacked: Path, language: str
) -> None:
    folder = unpacked / f"red-{language}"
    here = released / ROOTS[language]
    own = {f.relative_to(here) for f in here.rglob("index.html")}
    if language == "en":
        own = {path for path in own if path.parts[0] not in ("sv", "ru")}
    assert {f.relative_to(folder) for f in folder.rglob("*.html")} == own - {Path("shortlist/index.html")}
    documents = {f.name for f in (folder / "downloads").glob("red-*")}
    made = {f.name for f in (released / "downloads").glob(f"red-*-{language}.*")}
    handouts = {name for name in made if re.search(r"-(en|sv)-(sv|ru)\.pdf$", name)}
    assert documents == made - handouts - {f"red-pack-{language}.zip"}
    assert {Path(name).suffix for name in documents} == {".pdf", ".docx", ".epub"}


# Forms that no page of the example site has.
@pytest.mark.parametrize(
    ("language", "query"), [("sv", "hamnområdenas"), ("ru", "автобусами"), ("en", "checklists")]
)
def test_an_inflected_word_is_found(offline: Page, unpacked: Path, language: Language, query: str) -> None:
    texts = (file.read_text(encoding="utf-8").lower() for file in files_of(unpacked, language))
    assert not any(re.search(rf"\b{query}\b", text) for text in texts), "choose another form"
    offline.goto((unpacked / f"red-{language}" / "index.html").as_uri())
    offline.keyboard.press("/")
    offline.keyboard.type(query)
    form = offline.locator(f'form.search[data-answered="{query}"]')
    form.wait_for()
    assert re.search(r"\d", offline.locator("[data-part=said]").text_content() or "")
    first = offline.locator(".results .result").first
    assert first.locator(".result__facts").inner_text() and first.locator(".result__passage").inner_text()
    title = first.locator("a").inner_text()
    offline.keyboard.press("ArrowDown")
    offline.keyboard.press("Enter")
    expect(offline.locator("h1")).to_have_text(title)


def test_a_term_leads_to_its_place_in_the_glossary(offline: Page, unpacked: Path) -> None:
    offline.goto((unpacked / "red-en/index.html").as_uri())
    offline.fill("#search-field", "Harbour")
    offline.locator(".results a").first.click()
    offline.wait_for_url("**/glossary/index.html#harbour")
    assert offline.locator("#harbour").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_every_kind_complain_of_nothing(offline: Page, unpacked: Path, language: str) -> None:
    files = files_of(unpacked, language)
    root = unpacked / f"red-{language}"
    one_of_each = {(f.relative_to(root).parts[0], len(f.relative_to(root).parts)): f for f in files}
    for file in one_of_each.values():
        offline.goto(file.as_uri())
        assert offline.locator("h1").inner_text()
        # Dressed by its style file, which the policy has to let in.
        assert offline.evaluate(
            "getComputedStyle(document.querySelector('.masthead')).backgroundColor"
        ) not in (
            "rgba(0, 0, 0, 0)",
            "transparent",
        )


def test_what_needs_a_server_makes_room_for_what_does_not(offline: Page, unpacked: Path) -> None:
    offline.goto((unpacked / "red-en/cases/index.html").as_uri())
    assert offline.locator("nav.facets").is_visible()
    for gone in (".explorer", ".marker"):
        assert offline.locator(gone).count() and not offline.locator(gone).first.is_visible(), gone
    offline.locator("nav.facets summary").first.click()
    offline.locator("nav.facets a").first.click()
    expect(offline.locator(".card h2").first).to_be_visible()


def test_a_pack_is_remembered_and_the_same_when_made_again(
    place: Path, released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {language: (released / pack_of(language)).read_bytes() for language in LANGUAGES}
    made: list[Language] = []
    make = pack._make
    monkeypatch.setattr(pack, "_make", lambda job: made.append(job.language) or make(job))
    monkeypatch.setattr(pack, "_made", lambda jobs, _: map(pack._make, jobs))
    (place / "build/last.json").unlink()
    assert build(place / "root", place / "site", TODAY, RELEASE).release
    assert made == []
    (place / "build/last.json").unlink()
    (place / "build" / pack.MEMORY).unlink()
    assert build(place / "root", place / "site", TODAY, RELEASE).release
    assert made == list(LANGUAGES)
    assert before == {language: (place / "site" / pack_of(language)).read_bytes() for language in LANGUAGES}


def test_without_room_documents_stay_online(
    place: Path, released: Path, unpacked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (released / pack_of("sv")).stat().st_size
    monkeypatch.setattr(pack, "LIMIT", size - 1)
    monkeypatch.setattr(pack, "_made", lambda jobs, _: map(pack._make, jobs))
    (place / "build/last.json").unlink()
    (place / "build" / pack.MEMORY).unlink()
    assert build(place / "root", place / "site", TODAY, RELEASE).release
    with ZipFile(place / "site" / pack_of("sv")) as smaller:
        names = smaller.namelist()
        downloads = LexborHTMLParser(smaller.read("red-sv/downloads/index.html").decode())
    assert not any("red-book" in name for name in names)
    assert "red-sv/downloads/red-guide-harbour-visit-sv.pdf" in names
    links = [str(a.attributes["href"]) for a in downloads.css(".shelf a")]
    assert f"{ONLINE}/downloads/red-book-guides-sv.pdf" in links
    assert "red-guide-harbour-visit-sv.pdf" in links


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_downloads_names_the_pack_of_a_release(
    built: Path, released: Path, language: str
) -> None:
    link = page(released, f"{ROOTS[language]}downloads/").css_first("a[href$='.zip']")
    assert link is not None
    file = released / ROOTS[language] / "downloads" / str(link.attributes["href"])
    assert file.resolve() == released / pack_of(language)  # type: ignore[arg-type]
    assert page(built, f"{ROOTS[language]}downloads/").css_first("a[href$='.zip']") is None
    assert not list(built.rglob("*.zip"))


@pytest.mark.parametrize(
    ("link", "moved"),
    [
        ("../b/", "../b/index.html"),
        ("../b/?q=1#x", "../b/index.html?q=1#x"),
        ("./", "index.html"),
        ("../../", "../../index.html"),
        ("#part", "#part"),
        ("?q=1", "?q=1"),
        ("../../../ru/cases/a/", "https://red.example/ru/cases/a/"),
        ("../../../data/cases.csv", "https://red.example/data/cases.csv"),
        ("../../../", "https://red.example/"),
        ("mailto:a@red.example", "mailto:a@red.example"),
        ("https://other.example/a/", "https://other.example/a/"),
    ],
)
def test_a_link_is_moved(link: str, moved: str) -> None:
    files = ("index.html", "cases/a/index.html", "cases/b/index.html")
    folder = Folder({f"sv/{file}": file for file in files}, ONLINE + "/")
    html = f'<p title="a > b"><a class="x" href="{link}">href="../b/"</a></p>'
    expected = f'<p title="a > b"><a class="x" href="{moved}">href="../b/"</a></p>'
    assert folder.with_links(html, "sv/cases/a/index.html") == expected


def test_what_cannot_be_made_a_classic_script_is_named() -> None:
    with pytest.raises(ValueError, match=r"a\.js.*export default"):
        classic_script({"a.js": "export default 1;\n"})


def test_a_page_that_no_search_shall_find_has_no_entry() -> None:
    html = '<meta name="kind" content="case"><article class="page" id="content"{}><h1>Ett</h1></article>'
    assert entry_of_page(html.format(""), "a.html") is None
    assert entry_of_page(html.format(' data-pagefind-body data-pagefind-ignore="index"'), "a.html") is None
    entry = entry_of_page(html.format(" data-pagefind-body"), "a.html")
    assert entry is not None and entry.title == "Ett"

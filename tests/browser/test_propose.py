"""Proposals: the browser makes files of answers that are valid as they are, and nothing leaves it."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from knowledge_base.catalogue import Record
from knowledge_base.findings import Severity
from knowledge_base.inspection import inspect
from knowledge_base.proposals.answers import Refused
from knowledge_base.proposals.imports import import_issue
from knowledge_base.staging.markup import html_of
from tests.browser.accessibility import assert_accessible
from tests.browser.proposal import answered, press, proposing, skip, type_in, unpacked
from tests.browser.test_pages import ROOTS, opened
from tests.conftest import TODAY
from tests.proposals.issues import CASE as ISSUE
from tests.proposals.issues import issue

FORMS = ["case", "seminar", "organisation", "reuse", "correction"]
HOSTILE = '"><script>alert(1)</script>{{ 7*7 }} &lt; 👍 ---'
LINES = "\n".join(
    [
        "## Stray {#stray}",
        HOSTILE,
        "~~~",
        "---",
        "[^nobody] [x](javascript:alert(1)) ![p](q.png) <b onclick=x>b</b>",
        "    code `a` *b* _c_ \\ |",
        "[ref]: javascript:x",
        "> quote",
        "# head",
        "Heading",
        "===",
        "5. May and 1_000 & 2 &amp; 3: - # !!python [1]",
        "one\u2028two\u0085three\x00\ufefffour",
    ]
)

CASE = [
    ("title", "Порт Ёлкино: причал для малых судов"),
    ("summary", "Город построил причал."),
    ("sources.0.title", "Отчёт о причале"),
    ("sources.0.publisher", "Администрация города"),
    ("sources.0.url", "https://example.org/otchet"),
    ("sources.0.published", "2012"),
    ("+sources", ""),
    ("sources.1.title", "Статья"),
    ("sources.1.publisher", "Газета"),
    ("checked_on", "2026-11-25"),
    ("outcome", "mixed"),
    ("evidence_grade", "B"),
    ("themes", "ports-logistics"),
    ("work_packages", "c"),
    ("periods.0.start", "2010-05"),
    ("periods.0.end~ongoing", "on"),
    ("regions", "SE221"),
    ("level", "local"),
    ("+places", ""),
    ("places.0.name", "Ёлкино"),
    ("places.0.latitude", "54,71"),
    ("places.0.longitude", "20,51"),
    ("lead", "https://red.example/ru/organisations/example-harbour/"),
    ("+budget", ""),
    ("budget.0.amount", "1 500 000"),
    ("budget.0.currency", "RUB"),
    ("budget.0.year", "2010"),
    ("budget.0.kind", "израсходовано"),
    ("budget.0.source", "1"),
    ("section.challenge", "Судам негде было стоять.[1]"),
    ("section.approach", "Построили причал.[1]\n\n- сначала сваи\n- потом настил[2]"),
    ("section.resources", "Неизвестно."),
    ("section.evidence", "Около 12 судов в день.[1]"),
    ("section.lessons", "Причал мал.[2]"),
    ("section.transfer", "Нужен берег."),
    ("+evidence", ""),
    ("evidence.0.label", "Суда в день"),
    ("evidence.0.unit", "Рабочие"),
    ("evidence.0.values.value", "12"),
    ("evidence.0.values.qualifier", "About"),
    ("evidence.0.values.year", "2011"),
    ("evidence.0.values.source", "1"),
    ("+evidence", ""),
    ("evidence.1.label", "Суда в день"),
    ("evidence.1.unit", "Рабочие"),
    ("evidence.1.values.low", "10"),
    ("evidence.1.values.high", "14,5"),
    ("evidence.1.values.qualifier", "Exact"),
    ("evidence.1.values.year", "2012"),
    ("evidence.1.values.source", "2"),
    ("related", "/cases/harbour-yard/"),
]


def errors_of(root: Path) -> list[str]:
    return [str(f) for f in inspect(root, TODAY).findings if f.severity is Severity.ERROR]


def record_of(root: Path, kind: str, slug: str) -> Record:
    return inspect(root, TODAY).catalogue.of_kind(kind)[slug]


def test_a_case_by_keyboard_in_russian_passes_the_check(
    browser: Browser, address: str, site: Path, tmp_path: Path
) -> None:
    with proposing(browser, address, "case") as page:
        type_in(page, CASE)
        before = answered(page)
        page.reload()
        assert answered(page) == before
        skip(page)
        press(page, "[data-make]")
        expect(page.locator("[data-made]")).to_be_focused()
        expect(page.locator("[data-errors]")).to_be_hidden()
        names = unpacked(page, tmp_path, site)
    slug = "port-elkino-prichal-dlya-malykh-sudov"
    assert names == [f"practices/cases/{slug}/record.yml", f"practices/cases/{slug}/ru.md"]
    assert errors_of(site) == []
    made_here = [(site / name).read_text(encoding="utf-8") for name in names]
    record = record_of(site, "case", slug)
    facts = record.facts.model_dump() if record.facts else {}
    assert facts["status"] == "draft" and facts["original_language"] == "ru"
    assert facts["review_by"] == "2028-11-25"
    assert facts["lead"] == "example-harbour" and facts["related"] == ["harbour-yard"]
    assert facts["budget"][0]["amount"] == 1500000
    assert facts["places"][0]["latitude"] == 54.71
    assert facts["periods"][0]["end"] == "ongoing"
    assert list(facts["sources"]) == ["administratsiya-goroda-2012", "gazeta"]
    assert facts["means"] == {"budget": "unknown", "staff": "unknown", "legal_power": "unknown"}
    [(key, evidence)] = facts["evidence"].items()
    assert key == "suda-v-den"
    assert [(v["value"], v["low"], v["high"], v["source"]) for v in evidence["values"]] == [
        (12, None, None, "administratsiya-goroda-2012"),
        (None, 10, 14.5, "gazeta"),
    ]
    approach = next(s for s in record.texts["ru"].source.sections if s.id == "approach")
    assert approach.heading == "Как это работало"
    assert approach.body.splitlines()[-1] == "- потом настил[^gazeta]"
    # The same answers in an issue make the same files.
    shutil.rmtree(site / f"practices/cases/{slug}")
    assert import_issue(site, issue("case", "ru", ISSUE), TODAY).paths == names
    assert [(site / name).read_text(encoding="utf-8") for name in names] == made_here


def fill(page: Page, answers: list[tuple[str, str]]) -> None:
    """Answer quickly, where the keyboard is not the point."""
    for name, answer in answers:
        if name.startswith("+"):
            page.locator(f"[data-path='{name[1:]}'] [data-add]").click()
            continue
        control = page.locator(f"[id='{name}']")
        match control.evaluate("node => node.localName + (node.type || '')"):
            case "selectselect-one":
                label = control.locator("option").evaluate_all("all => all.map(o => o.textContent)")
                control.select_option(label=next(words for words in label if words.startswith(answer)))
            case "fieldsetfieldset":
                control.locator(f"[value='{answer}']").check()
            case "inputcheckbox":
                control.check()
            case _:
                control.fill(answer)


def made(page: Page) -> None:
    page.locator("[data-make]").click()
    assert page.locator("[data-errors] li").all_inner_texts() == []
    expect(page.locator("[data-made]")).to_be_visible()


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_accessible_and_says_what_is_wrong(
    browser: Browser, address: str, form: str, language: str
) -> None:
    with proposing(browser, address, form, language) as page:
        page.set_viewport_size({"width": 320, "height": 640})
        press(page, "[data-make]")
        expect(page.locator("[data-errors]")).to_be_focused()
        links = page.locator("[data-errors] a")
        wrong = page.locator(".asks__error:visible")
        assert links.count() == wrong.count() >= 3
        for button in page.locator("[data-add]").all():
            button.click()
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for link in links.all():
            target = (link.get_attribute("href") or "").removeprefix("#")
            link.focus()
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == target
            field = page.locator(f"[data-field='{target}'] [aria-invalid=true]")
            assert field.count() >= 1


WRONG = [
    ("title", "ж" * 101, "101"),
    ("slug", "Нет", "a–z"),
    ("sources.0.url", "javascript:alert(1)", "https://"),
    ("sources.0.published", "2012-02-30", "дня нет"),
    ("sources.0.accessed", "вчера", "дня нет"),
    ("periods.0.end", "2009", "раньше"),
    ("periods.0.start", "май", "год"),
    ("places.0.latitude", "541", "от -90 до 90"),
    ("places.0.longitude", "1,234", "цифрами"),
    ("lead", "Порт Ёлкино", "адрес страницы"),
    ("budget.0.currency", "рубли", "заглавные"),
    ("budget.0.amount", "-5", "не меньше 0"),
    ("budget.0.year", "1812", "от 1900 до 2100"),
    ("budget.0.source", "3", "от 1 до 2"),
    ("section.challenge", "Так.[7]", "[7]"),
    ("section.lessons", " ", "нужен ответ"),
    ("evidence.0.values.low", "3", "либо"),
]


def test_each_rule_that_a_browser_holds_is_said_where_it_is_broken(browser: Browser, address: str) -> None:
    with proposing(browser, address, "case") as page:
        fill(page, CASE)
        made(page)
        for name, answer, part in WRONG:
            control = page.locator(f"[id='{name}']")
            before = control.input_value()
            if name == "periods.0.end":
                page.locator("[id='periods.0.end~ongoing']").uncheck()
            control.fill(answer)
            expect(page.locator("[data-made]")).to_be_hidden()
            page.locator("[data-make]").click()
            said = page.locator("[data-errors] li").all_inner_texts()
            assert len(said) == 1 and part in said[0], (name, said)
            control.fill(before)
        for theme in ("ports-logistics", "clusters", "science-parks", "incubators"):
            box = page.locator(f"[id='themes'] [value='{theme}']")
            if box.count():
                box.check()
        page.locator("[id='section.lessons']").fill("Причал мал.")
        page.locator("[id='section.approach']").fill("Построили причал.[1]")
        page.locator("[id='evidence.1.values.source']").fill("1")
        page.locator("[data-make]").click()
        said = page.locator("[data-errors] li").all_inner_texts()
        assert any("[2]" in words and "Источник 2" in words for words in said), said


def shown(record: Record, language: str, section: str) -> str:
    text = record.texts[language].source  # type: ignore[index]
    body = next(s.body for s in text.sections if s.id == section)
    html = html_of(body, {"gazeta": 1, "x": 1}, lambda address: address)
    assert "<script" not in html and "onclick" not in re.sub(r">[^<]*<", "><", html)
    return HTMLParser(html).text()


def test_hostile_text_stays_text(browser: Browser, address: str, site: Path, tmp_path: Path) -> None:
    with proposing(browser, address, "case") as page:
        fill(page, CASE)
        sections = ["challenge", "approach", "resources", "evidence", "lessons", "transfer"]
        fill(page, [(f"section.{name}", LINES) for name in sections])
        hostile = ["title", "summary", "sources.0.title", "sources.0.publisher", "places.0.name"]
        fill(page, [(name, HOSTILE) for name in [*hostile, "evidence.0.label", "evidence.1.label"]])
        made(page)
        assert page.locator("script:not([src], [type='application/ld+json'])").count() == 0
        unpacked(page, tmp_path, site)
        page.evaluate("() => { document.activeElement.blur(); }")
    assert errors_of(site) == []
    record = record_of(site, "case", "port-elkino-prichal-dlya-malykh-sudov")
    words = record.texts["ru"].words.model_dump()  # type: ignore[union-attr]
    assert words["title"] == words["summary"] == HOSTILE
    assert list(words["evidence"].values()) == [HOSTILE]
    assert record.facts and record.facts.model_dump()["places"][0]["name"] == {"ru": HOSTILE}
    seen = " ".join(shown(record, "ru", "transfer").split())
    for part in ["## Stray {#stray}", HOSTILE, "~~~",
                 "[x](javascript:alert(1)) ![p](q.png) <b onclick=x>b</b>",
                 "code `a` *b* _c_ \\ |", "[ref]: javascript:x", "> quote", "# head", "===",
                 "5. May and 1_000 & 2 &amp; 3: - # !!python", "one two three four"]:  # fmt: skip
        assert part in seen, (part, seen)


MEETING = [
    ("title", "Möte om hamnen: no"), ("summary", "yes"),
    ("sources.0.title", "~"), ("sources.0.publisher", "012"),
    ("checked_on", "2026-11-25"), ("type", "forum"), ("start", "2026-11-02"), ("end", "2026-11-03"),
    ("participants.qualifier", "About"), ("participants.number", "40"), ("participants.kinds", "null"),
    ("organisers", "https://red.example/sv/organisations/example-harbour/\n\nexample-harbour"),
    ("section.topics", "Hamnen.[1]"), ("+outcomes", ""), ("outcomes.0.label", "true"),
    ("outcomes.0.type", "Decision"), ("outcomes.0.source", "1"), ("+outcomes", ""),
    ("outcomes.1.label", "true"), ("outcomes.1.type", "Decision"), ("outcomes.1.source", "1"),
    ("+materials", ""), ("materials.0.title", "- a: b"), ("materials.0.url", "https://example.org/?a=b#c"),
]  # fmt: skip

BODY = [
    ("names.sv.text", "Östra hamnen"), ("names.sv.kind", "organisationens"),
    ("names.en.text", "East Harbour"),
    ("names.en.kind", "vår"), ("sources.0.title", "Om oss"), ("sources.0.publisher", "👍"),
    ("description", "En hamn.[1]\nDen är <b>stor</b>.[1]"), ("type", "company"), ("level", "local"),
    ("functions", "infrastructure-transport"), ("website", "https://example.org/"), ("region", "SE221"),
    ("place.name", "Östra"),
    ("place.latitude", "56.1"), ("place.longitude", "15"), ("place.approximate", "on"),
]  # fmt: skip


def test_a_meeting_in_swedish_passes_the_check(
    browser: Browser, address: str, site: Path, tmp_path: Path
) -> None:
    with proposing(browser, address, "seminar", "sv") as page:
        fill(page, MEETING)
        page.locator("[id='slug']").focus()
        made(page)
        assert unpacked(page, tmp_path, site)[1] == "practices/seminars/mote-om-hamnen-no/sv.md"
    assert errors_of(site) == []
    record = record_of(site, "seminar", "mote-om-hamnen-no")
    facts = record.facts.model_dump() if record.facts else {}
    assert facts["participants"] == {"number": 40, "qualifier": "about", "kinds": {"sv": "null"}}
    assert facts["organisers"] == ["example-harbour"]
    assert list(facts["outcomes"]) == ["true", "true-2"] and facts["red_event"] is False
    assert list(facts["sources"]) == ["012"]


def test_an_organisation_passes_the_check(browser: Browser, address: str, site: Path, tmp_path: Path) -> None:
    with proposing(browser, address, "organisation", "sv") as page:
        fill(page, BODY)
        made(page)
        page.locator("[data-files] summary").click()
        assert_accessible(page)
        assert unpacked(page, tmp_path, site) == ["practices/organisations/ostra-hamnen.yml"]
    assert errors_of(site) == []
    record = record_of(site, "organisation", "ostra-hamnen")
    facts = record.facts.model_dump() if record.facts else {}
    assert facts["names"]["en"] == {"text": "East Harbour", "kind": "rendering"}
    assert facts["description"] == {"sv": "En hamn.[^source-1]\nDen är \\<b>stor\\</b>.[^source-1]"}


def test_clearing_forgets_and_can_be_undone(browser: Browser, address: str) -> None:
    with proposing(browser, address, "case") as page:
        fill(page, CASE)
        before = answered(page)
        page.locator("[data-clear]").click()
        assert not any(answered(page))
        assert page.evaluate("Object.keys(localStorage)") == []
        page.locator("[data-undo]").click()
        assert answered(page) == before
        page.locator("[data-path='sources'] [data-remove]").click()
        page.reload()
        assert page.locator("[data-path='sources'] > [data-item]").count() == 1


def copied(browser: Browser, address: str, form: str, answers: list[tuple[str, str]]) -> str:
    permissions = ["clipboard-read", "clipboard-write"]
    with proposing(browser, address, form, permissions=permissions) as page:
        fill(page, answers)
        made(page)
        page.locator("[data-copy-files]").click()
        expect(page.locator("[data-said]")).not_to_be_empty()
        return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_copied_text_of_a_case_is_imported(browser: Browser, address: str, site: Path) -> None:
    text = copied(browser, address, "case", CASE)
    folder = "practices/cases/port-elkino-prichal-dlya-malykh-sudov"
    assert import_issue(site, text, TODAY).paths == [f"{folder}/record.yml", f"{folder}/ru.md"]
    assert errors_of(site) == []


def test_the_copied_text_of_a_use_elsewhere_is_imported(browser: Browser, address: str, site: Path) -> None:
    answers = [
        ("case", "https://red.example/ru/cases/harbour-yard/"),
        ("label", HOSTILE),
        ("year", "2024"),
        ("source.title", "### Год начала применения"),
        ("source.publisher", "Порт"),
        ("source.weak", "on"),
    ]
    import_issue(site, copied(browser, address, "reuse", answers), TODAY)
    record = record_of(site, "case", "harbour-yard")
    facts = record.facts.model_dump() if record.facts else {}
    assert [use["year"] for use in facts["adaptations"].values()] == [2024]
    assert facts["sources"]["port"]["weak"] is True
    assert facts["sources"]["port"]["title"] == "### Год начала применения"
    words = record.texts["ru"].words
    assert words and list(words.model_dump()["adaptations"].values()) == [HOSTILE]


def test_the_copied_text_of_a_correction_says_which_files_it_is_about(
    browser: Browser, address: str, site: Path
) -> None:
    answers = [
        ("page", "https://red.example/ru/cases/harbour-yard/"),
        ("statement", "Двенадцать\n### Что неверно"),
        ("correction", "Тринадцать"),
        ("source_text", "Отчёт"),
    ]
    text = copied(browser, address, "correction", answers)
    with pytest.raises(Refused) as refusal:
        import_issue(site, text, TODAY)
    assert "It is about practices/cases/harbour-yard/ru.md." in refusal.value.reasons


@pytest.mark.parametrize("language", ROOTS)
def test_without_javascript_it_says_what_to_write_and_where(
    browser: Browser, address: str, language: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}{ROOTS[language]}propose/case/")
    assert page.locator("#proposal").is_hidden()
    told = page.locator("[data-without-script]")
    assert told.locator("li li").count() >= 12
    link = told.locator("a[href*='issues/new']").get_attribute("href") or ""
    assert link.endswith(f"/issues/new?template=case.{language}.yml")
    assert told.locator("a[href='mailto:contact@red.example']").is_visible()
    page.context.close()


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("path", ["propose/", "propose/criteria/", "propose/case/", "propose/correction/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_pages_are_accessible_in_both_schemes(
    browser: Browser, address: str, language: str, path: str, scheme: str
) -> None:
    place = address + ROOTS[language] + path
    page, wrong = opened(browser, place, color_scheme=scheme, viewport={"width": 320, "height": 640})
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []
    page.context.close()


def test_the_page_to_propose_leads_to_every_form(browser: Browser, address: str) -> None:
    page, _ = opened(browser, f"{address}sv/propose/")
    links = page.locator(".proposals a").evaluate_all("all => all.map(a => a.href)")
    assert links == [f"{address}sv/propose/{form}/" for form in FORMS]
    page.context.close()


@pytest.mark.parametrize(
    ("link", "form", "question"),
    [("Сообщить об ошибке", "correction", "page"), ("Ваш регион применил", "reuse", "case")],
)
def test_a_link_from_a_page_fills_in_where_it_came_from(
    browser: Browser, address: str, link: str, form: str, question: str
) -> None:
    page, wrong = opened(browser, f"{address}ru/cases/harbour-yard/")
    page.get_by_role("link", name=link).click()
    page.wait_for_url(f"**/ru/propose/{form}/#/cases/harbour-yard/")
    expect(page.locator(f"[id='{question}']")).to_have_value("https://red.example/ru/cases/harbour-yard/")
    # What is begun is not changed by another link.
    page.locator("[data-field] textarea, [data-field] input").nth(1).fill("begun")
    page.goto(f"{address}ru/propose/{form}/#/cases/changed-since/")
    expect(page.locator(f"[id='{question}']")).to_have_value("https://red.example/ru/cases/harbour-yard/")
    assert wrong == []
    page.context.close()

"""The map of all cases and the small maps in a real browser: reachable, apart, and in step with the list."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from knowledge_base.languages import LANGUAGES
from knowledge_base.website.build import Options, build
from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import serving
from tests.browser.test_pages import ROOTS, opened
from tests.conftest import TODAY
from tests.places import with_places

WIDTHS = (320, 420, 600, 820, 1280)


@pytest.fixture(scope="module")
def map_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site whose cases crowd in Blekinge and Skåne."""
    folder = tmp_path_factory.mktemp("map")
    output = folder / "site"
    result = build(with_places(folder), output, TODAY, Options(LANGUAGES, jobs=2, search=False))
    assert result.release, result.findings
    with serving(output) as address:
        yield address


Rectangle = dict[str, float]


def rectangles(page: Page, selector: str) -> list[Rectangle]:
    """Return where each element of a kind is seen, left out those that are not."""
    found: list[Rectangle] = page.evaluate(
        """selector => [...document.querySelectorAll(selector)]
          .filter(part => part.getClientRects().length && getComputedStyle(part).visibility === "visible")
          .map(part => part.getBoundingClientRect().toJSON())""",
        selector,
    )
    return found


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return (
        min(one["right"], other["right"]) - max(one["left"], other["left"]) > 0.5
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 0.5
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ROOTS)
def test_marks_are_large_enough_and_apart(
    browser: Browser, map_address: str, language: str, width: int
) -> None:
    page, wrong = opened(
        browser, f"{map_address}{ROOTS[language]}map/", viewport={"width": width, "height": 800}
    )
    marks = rectangles(page, ".pin .mark")
    assert len(marks) == 6
    assert all(min(mark["width"], mark["height"]) > 23.99 for mark in marks)
    middles = [((m["left"] + m["right"]) / 2, (m["top"] + m["bottom"]) / 2, m["width"] / 2) for m in marks]
    for (x0, y0, r0), (x1, y1, r1) in combinations(middles, 2):
        assert (x1 - x0) ** 2 + (y1 - y0) ** 2 >= (r0 + r1) ** 2
    names = rectangles(page, ".outline .mark__name")
    assert names
    for name in names:
        assert not any(overlap(name, other) for other in [*marks, *(n for n in names if n is not name)])
    assert wrong == []
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_map_with_an_open_filter_is_accessible(
    browser: Browser, map_address: str, scheme: str, width: int
) -> None:
    page, wrong = opened(
        browser,
        f"{map_address}sv/map/?theme=food",
        color_scheme=scheme,
        viewport={"width": width, "height": 640},
    )
    page.locator("details").evaluate("node => node.open = true")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wrong == []
    page.context.close()


def test_a_mark_leads_to_its_entry_and_back_by_keyboard(browser: Browser, map_address: str) -> None:
    page, _ = opened(browser, map_address + "map/", viewport={"width": 360, "height": 700})
    page.get_by_role("link", name="Karlskrona: 2 cases", exact=True).focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#place-karlskrona")
    expect(page.locator("#place-karlskrona")).to_be_in_viewport()
    page.keyboard.press("Tab")
    back = page.get_by_role("link", name="On the map: Karlskrona")
    expect(back).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#mark-karlskrona")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("#mark-lund")).to_be_focused()
    page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_each_mark_can_be_clicked(browser: Browser, map_address: str, width: int) -> None:
    page, _ = opened(browser, map_address + "map/", viewport={"width": width, "height": 900})
    for pin in page.locator(".pin").all():
        # Playwright's click fails when another mark lies on top.
        pin.locator(".mark:visible").click()
        assert page.url.rpartition("#")[2] == str(pin.get_attribute("href")).removeprefix("#")
    page.context.close()


def test_a_theme_narrows_map_and_list_together(browser: Browser, map_address: str) -> None:
    page, wrong = opened(browser, map_address + "ru/map/", viewport={"width": 1280, "height": 900})
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("7 практик, 7 мест")
    wide = rectangles(page, "#mark-karlskrona .mark")[0]["width"]
    page.get_by_role("radio", name="Продовольствие").check()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("3 практики, 4 места")
    expect(page.locator(".pin:visible")).to_have_count(3)
    expect(page.locator(".place:visible h2")).to_have_text(["Карлскруна", "Лунд", "Роннебю", "Брюссель"])
    mark = page.get_by_role("link", name="Карлскруна: 1 практика", exact=True)
    assert rectangles(page, "#mark-karlskrona .mark")[0]["width"] < wide
    expect(page.locator("#place-karlskrona li:visible")).to_have_text("naval-town (ru)")
    mark.locator(".mark:visible").click()
    assert page.url == f"{map_address}ru/map/?theme=food#place-karlskrona"

    page.reload()
    expect(page.get_by_role("radio", name="Продовольствие")).to_be_checked()
    expect(page.locator(".pin:visible")).to_have_count(3)
    page.get_by_role("radio", name="Все темы").check()
    expect(page.locator(".pin:visible")).to_have_count(6)
    assert page.url == f"{map_address}ru/map/#place-karlskrona"
    assert wrong == []
    page.context.close()


def test_who_is_sent_to_a_place_sees_it_whatever_the_theme(browser: Browser, map_address: str) -> None:
    page, _ = opened(browser, map_address + "map/?theme=food#place-kaliningrad")
    expect(page.locator("#place-kaliningrad")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("7 cases, 7 places")
    page.context.close()


def test_a_name_that_had_no_room_is_shown_once_there_is(browser: Browser, map_address: str) -> None:
    page, _ = opened(browser, map_address + "map/", viewport={"width": 320, "height": 700})
    name = page.locator("#mark-lund .pin__narrow .mark__name")
    expect(name).to_be_hidden()
    page.locator("summary").click()
    page.get_by_role("radio", name="Food").check()
    expect(name).to_be_visible()
    page.context.close()


def test_a_place_lights_up_on_the_map_while_its_entry_is_pointed_at(
    browser: Browser, map_address: str
) -> None:
    page, _ = opened(browser, map_address + "map/", viewport={"width": 1280, "height": 900})
    mark = page.locator("#mark-lund .pin__wide .mark")
    plain = mark.evaluate("node => getComputedStyle(node).fill")
    page.locator("#place-lund").hover()
    expect(mark).not_to_have_css("fill", plain)
    page.locator("h1").hover()
    expect(mark).to_have_css("fill", plain)
    page.context.close()


def test_without_javascript_everything_is_shown_and_linked(browser: Browser, map_address: str) -> None:
    page, _ = opened(browser, map_address + "map/?theme=food", java_script_enabled=False)
    assert page.get_by_role("radio").count() == 0
    assert page.locator(".place:visible").count() == 8
    page.get_by_role("link", name="Karlshamn: 1 case", exact=True).click()
    assert page.url.endswith("#place-karlshamn")
    page.context.close()


def test_the_outline_keeps_its_shape(browser: Browser, map_address: str, tmp_path: Path) -> None:
    page, _ = opened(browser, map_address + "cases/ferry-line/")
    svg = page.request.get(
        page.evaluate("document.querySelector('.locator image').href.baseVal").replace(
            "../../", map_address, 1
        )
    )
    width, height = (int(n) for n in re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg.text())[0])
    box = page.locator(".locator svg.outline").bounding_box()
    assert box is not None and box["width"] / box["height"] == pytest.approx(width / height, abs=0.005)
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_locator_names_its_places_in_words_and_in_the_picture(
    browser: Browser, map_address: str, width: int
) -> None:
    page, wrong = opened(
        browser, map_address + "sv/cases/ferry-line/", viewport={"width": width, "height": 800}
    )
    picture = page.get_by_role("img", name="Karta över södra Östersjön. Markerat: Karlskrona, Kaliningrad.")
    expect(picture).to_be_visible()
    frame, names = rectangles(page, ".locator .outline")[0], rectangles(page, ".locator text")
    assert len(names) == 2 and not overlap(*names)
    assert all(name["left"] >= frame["left"] and name["right"] <= frame["right"] for name in names)
    west, east = rectangles(page, ".locator .mark")
    # Karlskrona lies 39.2 % of the way from the western to the eastern side, Kaliningrad 77 %.
    for mark, part in ((west, 0.392), (east, 0.77)):
        middle = (mark["left"] + mark["right"]) / 2 - frame["left"]
        assert middle / frame["width"] == pytest.approx(part, abs=0.003)
    assert wrong == []
    page.context.close()


def test_the_list_of_cases_leads_to_the_map(browser: Browser, map_address: str) -> None:
    page, _ = opened(browser, map_address + "cases/")
    page.get_by_role("link", name="All cases on the map").click()
    assert page.url == f"{map_address}map/"
    page.context.close()

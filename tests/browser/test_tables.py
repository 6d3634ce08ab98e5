"""Tables that compare things can be put in another order."""

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import ROOTS, opened


@pytest.mark.parametrize("language", ROOTS)
def test_a_column_puts_the_table_in_order_and_back(browser: Browser, address: str, language: str) -> None:
    page, wrong = opened(browser, f"{address}{ROOTS[language]}about-red/")
    table = page.locator("table[data-sortable]")

    def first_column() -> list[str]:
        return table.locator("tbody td:first-child").all_inner_texts()

    def press(name: str) -> str | None:
        head = table.get_by_role("columnheader", name=name)
        head.get_by_role("button").press("Enter")
        return head.get_attribute("aria-sort")

    assert first_column() == ["Älva", "Öde", "Anna", "Åsa"]
    assert press("Year") == "ascending"
    assert first_column() == ["Åsa", "Öde", "Älva", "Anna"]
    assert press("Price") == "ascending"  # what is not known stays last, also when turned round
    assert first_column() == ["Åsa", "Älva", "Anna", "Öde"]
    assert press("Price") == "descending"
    assert first_column() == ["Anna", "Älva", "Åsa", "Öde"]
    assert press("Boat") == "ascending"
    assert first_column() == (
        ["Anna", "Åsa", "Älva", "Öde"] if language == "sv" else ["Älva", "Anna", "Åsa", "Öde"]
    )
    assert table.locator("[aria-sort]").count() == 1
    assert wrong == []
    page.context.close()


def test_without_javascript_the_table_is_whole(browser: Browser, address: str) -> None:
    page, _ = opened(browser, f"{address}about-red/", java_script_enabled=False)
    assert page.locator("table[data-sortable] tbody tr").count() == 4
    assert page.locator("table[data-sortable] button").count() == 0
    page.context.close()

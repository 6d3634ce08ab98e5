"""What the explorer costs a reader at its first use, on the real records and, in the audit, more."""

from playwright.sync_api import Browser, Response, expect

from tests.browser.test_pages import opened
from tests.search.asking import SLOW

MOST = 120_000
"""Bytes beyond the page, as they are: a host that compresses sends less than half."""


def test_its_first_use_is_light_and_needs_no_engine(browser: Browser, records: str) -> None:
    page, wrong = opened(browser, records + "cases/")
    page.wait_for_load_state("networkidle")
    received: list[Response] = []
    page.on("response", lambda response: received.append(response))
    page.locator("[data-group] summary").first.click()
    page.locator("[data-group] input").first.check()
    expect(page.locator("[data-results] .card").first).to_be_visible(timeout=SLOW)
    page.wait_for_load_state("networkidle")
    assert received and not [response.url for response in received if "wasm" in response.url]
    assert sum(len(response.body()) for response in received) < MOST
    assert wrong == []
    page.context.close()

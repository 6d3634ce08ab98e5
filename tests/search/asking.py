"""Ask the search of a served site as a reader does."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

SLOW = 20_000
"""Milliseconds that an answer may take on a busy machine; how long it does take is measured elsewhere."""


@dataclass(frozen=True)
class Answer:
    """What the panel shows: what it says above the results, and their links from the root of the site."""

    said: str
    links: list[str]


def ask(page: Page, query: str) -> Answer:
    """Type a query and wait for what it finds."""
    page.get_by_role("search").get_by_role("searchbox").fill(query)
    return answer(page, query)


def answer(page: Page, query: str) -> Answer:
    """Wait for what a query finds and return it."""
    expect(page.locator(".search")).to_have_attribute("data-answered", query, timeout=SLOW)
    links = [str(link.get_attribute("href")) for link in page.locator(".result a").all()]
    return Answer(page.locator("[data-part=note]").inner_text(), links)

"""What the social card of each record says, in each language that the record is written in."""

from collections.abc import Iterator

from knowledge_base.addresses import card_of
from knowledge_base.catalogue import Record
from knowledge_base.drawing.card import Card
from knowledge_base.drawing.frame import SOUTH_BALTIC
from knowledge_base.languages import Language
from knowledge_base.schema.kinds import PAGE, SEMINAR
from knowledge_base.schema.parts import Place
from knowledge_base.staging.lists import card as list_card
from knowledge_base.staging.page import Site, View, shown_language


def cards(site: Site, language: Language) -> Iterator[tuple[str, Card]]:
    """Yield path and content of each card of a language; pages that are no record's share the site's."""
    view = View(site, language, "/")
    words = view.words
    for record in site.catalogue.records:
        if record.address.partition("#")[2] or not site.has_page(record):
            continue  # a term has no page of its own
        if shown_language(record, language) != language:
            continue  # the page names the card of the language that it shows
        home = record.address == "/"
        shown = list_card(view, record)
        what, details = _what(view, record, shown["details"])
        yield (
            card_of(record.kind, record.slug, language),
            Card(
                language=language,
                kind=what,
                title=words("site_name") if home else shown["title"],
                details=words("site_claim") if home else " · ".join(details),
                site="" if home else words("site_name"),
                places=tuple(_inside(record.facts)),
            ),
        )


def _what(view: View, record: Record, details: list[str]) -> tuple[str, list[str]]:
    """Return what a record is in a word or two, and what else lists say of it."""
    if record.kind is SEMINAR:
        return details[0], details[1:]
    return "" if record.kind is PAGE else view.words(f"kind_{record.kind.name}"), details


def _inside(facts: object) -> Iterator[tuple[float, float]]:
    places: list[Place] = getattr(facts, "places", None) or [getattr(facts, "place", None)]
    for place in places:
        if place and SOUTH_BALTIC.holds(place.longitude, place.latitude):
            right, down = SOUTH_BALTIC.place(place.longitude, place.latitude)
            yield round(right, 4), round(down, 4)

"""What the search index holds of a page beside its text, and the words by which other readers find it.

A page is found by words that it does not show: the names of its themes, places and terms in the other two
languages, their synonyms, and forms that stemming does not bring together. They are indexed only.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge_base.addresses import address_of
from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.languages import Language
from knowledge_base.schema.case import Case
from knowledge_base.schema.guide import Guide
from knowledge_base.schema.kinds import PAGE
from knowledge_base.schema.marks import FromVocabulary, RefersTo, marked_values
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.parts import Place
from knowledge_base.schema.seminar import Seminar
from knowledge_base.schema.term import Term
from knowledge_base.schema.vocabulary import UNKNOWN
from knowledge_base.staging import wording
from knowledge_base.staging.occurrences import (
    Phrases,
    key,
    keys_in,
    names_of_entry,
    names_of_term,
    stem,
    words_in,
)
from knowledge_base.staging.page import FrontMatter, View, shown_text, title_of

FOUND_BY = {"themes", "regions", "functions", "organisation-types", "seminar-types", "audiences"}
"""Vocabularies whose terms people search for; the others hold units, grades and the like."""

BEGINNING = 5
"""So many letters tell one word from another."""

THINGS = 2**13
"""So many things are remembered: themes and terms are named by many pages, the title of a case by few."""

HOME = address_of(PAGE, "index")


def search_entry(view: View, record: Record, page: FrontMatter) -> dict[str, str] | None:
    """Return what the index holds: `kind`, its name as `label`, `place`, `period`, `names` of what the record
    refers to in the reader's language, and words that are indexed only: `entitled` for those of the title,
    `words` for the facts, `mentioned` for what the text names. They count in this order.

    A page that has no place in the index gets None: the home page, a text in another language than the
    reader's, and what has been withdrawn.
    """
    withdrawn = getattr(record.facts, "status", "") == "withdrawn"
    if view.address == HOME or page["text_language"] != view.language or withdrawn:
        return None
    things = list(_from_facts(view.site.catalogue, record))
    names = list(dict.fromkeys(said[0] for thing in things if (said := thing.get(view.language))))
    return {
        "kind": record.kind.name,
        "label": page.get("kicker") or view.words("kind_page"),
        "place": ", ".join(dict.fromkeys(view.in_words(place.name) for place in _places(record))),
        "period": _period(view, record),
        "names": ", ".join(names),
        **_words(view, record, things, [page["title"], page["description"], *names]),
    }


def term_words(view: View, term: Term) -> str:
    """Return what finds a term beside its name in the reader's language."""
    name = keys_in(term.name(view.language), view.language)
    avoided: Phrases = {code: tuple(words) for code, words in term.forbidden.items() if words}
    families = view.site.occurrences[view.language].find(name)
    return " ".join(_reduced([names_of_term(term), avoided, *families], view.language, set(name)))


def _places(record: Record) -> list[Place]:
    match record.facts:
        case Case(places=places) | Seminar(places=places):
            return places
        case Organisation(place=place):
            return [place]
    return []


def _period(view: View, record: Record) -> str:
    match record.facts:
        case Case(periods=periods) | Organisation(periods=periods):
            known = next((span for span in periods if span.start != UNKNOWN), None)
            # Short: when a source last confirmed it stands on the page.
            short = known and known.model_copy(update={"last_confirmed": None})
            return wording.period(short, view.words) if short else ""
        case Seminar(start=start):
            return wording.partial_date(start, view.language)
    return ""


def _words(view: View, record: Record, things: list[Phrases], shown: list[str]) -> dict[str, str]:
    """Return the words to index beside those of the text and those `shown`; the title is first."""
    text = shown_text(record, view.language)
    bodies = [section.body for section in text.source.sections] if text else []
    title = keys_in(shown[0], view.language)
    own = title + keys_in(" ".join([*shown[1:], *bodies]), view.language)
    finder = view.site.occurrences[view.language]
    titles: Phrases = {code: (title_of(record, code),) for code in record.texts}
    tiers = {"entitled": [titles, *finder.find(title)], "words": things, "mentioned": finder.find(own)}
    seen = set(own)
    return {tier: " ".join(_reduced(found, view.language, seen)) for tier, found in tiers.items()}


def _from_facts(catalogue: Catalogue, record: Record) -> Iterator[Phrases]:
    if record.facts is None:
        return
    for mark, _, term_id in marked_values(record.facts, FromVocabulary):
        term = catalogue.vocabularies.get(mark.name, {}).get(term_id)
        if mark.name in FOUND_BY and term:
            yield names_of_entry(term)
    yield from (_by_language(place.name) for place in _places(record))
    if isinstance(record.facts, Organisation):
        yield {code: (name.text,) for code, name in record.facts.names.items()}
    if not isinstance(record.facts, Guide | Organisation):
        for to, _, slug in marked_values(record.facts, RefersTo):
            other = catalogue.of_kind(to.kind).get(slug)
            if other and isinstance(other.facts, Organisation):
                yield {code: (name.text,) for code, name in other.facts.names.items()}


def _by_language(words: dict[Language, str]) -> Phrases:
    return {code: (name,) for code, name in words.items()}


def _reduced(things: Iterable[Phrases], language: Language, seen: set[str]) -> Iterator[str]:
    """Yield what brings a new key to the index, and add it to those `seen`.

    The index stems words as those of the reader's language. Words of another language are given as their own
    stems: Pagefind falls back to the longest beginning that it knows, and so finds every form. A name of one
    word is given whole too, because texts of the reader's language may hold it. A word inside a longer
    name is not: its form would draw the query to the few pages that have just this form. Nor is one that
    goes on from another ("klusterinitiativ"): each beginning with the query would count again.
    """
    for thing in things:
        for code, phrases in thing.items():
            for form, same in _forms(phrases, code, language):
                if seen.isdisjoint(same):
                    seen.add(same[-1])
                    yield form


@lru_cache(THINGS)
def _forms(phrases: tuple[str, ...], of: Language, reader: Language) -> list[tuple[str, tuple[str, ...]]]:
    """Return what to index of a thing's names: each form with the keys that find the same, its own last."""
    words = dict.fromkeys(word for phrase in phrases for word in words_in(phrase) if len(word) > 1)
    if of == reader:
        return [(word, (key(word, reader),)) for word in words]
    stems = [(form := stem(word, of), _beginnings(key(form, reader))) for word in words]
    name = phrases[0].lower()
    return [(name, (key(name, reader),)), *stems] if name in words else stems


def _beginnings(word: str) -> tuple[str, ...]:
    return tuple(word[:n] for n in range(min(BEGINNING, len(word)), len(word) + 1))

"""The feed of a language: the records that have news, newest first (Atom, RFC 4287).

They are those of the page of news: what was added, changed or newly checked.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

from knowledge_base.addresses import absolute, feed_of
from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.settings import Settings
from knowledge_base.loading.words import Words
from knowledge_base.staging.news import news
from knowledge_base.staging.page import summary_of, title_of

LENGTH = 30
"""Entries of a feed: it must not grow with the catalogue."""


def feed(
    catalogue: Catalogue, written: Iterable[tuple[str, Language]], settings: Settings, words: Words
) -> str:
    """Return the feed of the language of `words`; a record counts where it is `written`."""
    language = words.language
    own = {address for address, of in written if of == language}
    entries = list(islice(_newest(catalogue, own), LENGTH))
    here = absolute(settings.site_address, f"/{feed_of(language)}", LANGUAGES[0])
    home = absolute(settings.site_address, "/", language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">',
        f"<title>{escape(words('site_name'))}</title>",
        f"<subtitle>{escape(words('site_claim'))}</subtitle>",
        f"<id>{escape(here)}</id>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(here)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(home)}/>',
        f"<updated>{_moment(entries[0][0] if entries else catalogue.today.isoformat())}</updated>",
        f"<author><name>{escape(settings.publisher)}</name></author>",
        *(_entry(record, day, settings, language) for day, record in entries),
    ]
    return "\n".join([*lines, "</feed>", ""])


def _newest(catalogue: Catalogue, own: set[str]) -> Iterator[tuple[str, Record]]:
    """Yield day and record of the last news of each record, newest first."""
    seen = set()
    for one in news(catalogue):
        address = one.record.address
        if address in own and address not in seen:  # an entry a record: its address is the entry's identity
            seen.add(address)
            yield one.date, one.record


def _entry(record: Record, day: str, settings: Settings, language: Language) -> str:
    address = absolute(settings.site_address, record.address, language)
    return (
        f"<entry><title>{escape(title_of(record, language))}</title><id>{escape(address)}</id>"
        f"<link href={quoteattr(address)}/><updated>{_moment(day)}</updated>"
        f'<category term="{record.kind.name}"/>'
        f"<summary>{escape(summary_of(record, language))}</summary></entry>"
    )


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"

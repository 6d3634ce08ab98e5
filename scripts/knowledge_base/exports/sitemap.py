"""The sitemap: every page in the language it is written in, with its other languages."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from knowledge_base.addresses import absolute
from knowledge_base.languages import Language
from knowledge_base.loading.settings import Settings


def sitemap(pages: Iterable[tuple[str, Language]], settings: Settings) -> str:
    """Return the sitemap of these pages, each an address and the language that it is written in."""
    found: dict[str, list[Language]] = {}
    for address, language in pages:
        found.setdefault(address, []).append(language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for address, languages in sorted(found.items()):
        links = {language: absolute(settings.site_address, address, language) for language in languages}
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(link)}/>'
            for language, link in links.items()
        )
        lines += [f"<url><loc>{escape(link)}</loc>{alternates}</url>" for link in links.values()]
    return "\n".join([*lines, "</urlset>", ""])

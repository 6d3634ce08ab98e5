"""The sitemap: every page in the language it is written in, with its other languages."""

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from knowledge_base.addresses import absolute
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.settings import Settings
from knowledge_base.staging.writer import read_page


def sitemap(pages: Path, settings: Settings) -> str:
    """Return the sitemap of the staged pages; a page shown in another language has no entry."""
    found: dict[str, list[Language]] = {}
    for language in LANGUAGES:
        for file in sorted((pages / language).rglob("*.md")):
            meta = read_page(file)
            if meta["indexed"]:
                found.setdefault(meta["address"], []).append(language)
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

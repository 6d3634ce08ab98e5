"""All exported files of a site, by path."""

from collections.abc import Iterable, Iterator, Mapping

from knowledge_base.addresses import bundle_of, feed_of
from knowledge_base.catalogue import Catalogue
from knowledge_base.exports.calendar import calendars
from knowledge_base.exports.catalogue import cases_csv, cases_geojson, catalogue_json
from knowledge_base.exports.feed import feed
from knowledge_base.exports.glossary import glossary_csv, glossary_tbx
from knowledge_base.exports.manifest import MANIFEST, manifest
from knowledge_base.exports.robots import robots
from knowledge_base.exports.schema import schemas
from knowledge_base.exports.sitemap import sitemap
from knowledge_base.exports.spelling import spelling_words
from knowledge_base.exports.translations import translations_csv
from knowledge_base.findings import Finding
from knowledge_base.languages import FACTS, LANGUAGES, Language
from knowledge_base.loading.settings import Settings
from knowledge_base.loading.words import Words
from knowledge_base.translation_desk import Desk


def export_files(
    catalogue: Catalogue,
    written: Iterable[tuple[str, Language]],
    settings: Settings,
    words: Mapping[Language, Words],
    findings: Iterable[Finding],
) -> Iterator[tuple[str, str | Iterable[str]]]:
    """Yield path and text of each file that stands once, at the root of the site; large ones in pieces.

    `written` names each page, by address, in each language that it is written in; `words` are those of
    the interface, `findings` tell how the translations stand.
    """
    desk = Desk(catalogue, findings)
    yield "data/catalogue.json", catalogue_json(catalogue, desk)
    yield "data/cases.csv", cases_csv(catalogue, settings)
    yield "data/cases.geojson", cases_geojson(catalogue, settings)
    yield "data/glossary.csv", glossary_csv(catalogue.glossary)
    yield "data/glossary.tbx", glossary_tbx(catalogue.glossary, settings, words[LANGUAGES[0]])
    yield "data/translations.csv", translations_csv(desk)
    for name, schema in schemas(catalogue.vocabularies).items():
        yield f"data/{name}.schema.json", schema
    for language in LANGUAGES:
        yield f"{bundle_of(language).lstrip('/')}words.json", spelling_words(catalogue, language)
    pages = list(written)
    for language in LANGUAGES:
        yield feed_of(language), feed(catalogue, pages, settings, words[language])
        yield f"{FACTS[language].folder}{MANIFEST}", manifest(words[language])
    yield from calendars(catalogue, settings)
    yield "robots.txt", robots(settings)
    yield "sitemap.xml", sitemap(pages, settings)

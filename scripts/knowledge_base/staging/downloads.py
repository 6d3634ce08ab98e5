"""What readers can take home: on the page of a record, and all of it in a list."""

from collections.abc import Iterable, Iterator
from typing import Any

from knowledge_base.addresses import DOWNLOADS, from_root, pack_of
from knowledge_base.catalogue import Record
from knowledge_base.documents import BOOK, Download, owner_of
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.schema.kinds import CASE, GUIDE, SEMINAR
from knowledge_base.staging import wording
from knowledge_base.staging.catalogue_lists import List, ListPage, pager
from knowledge_base.staging.lists import sorted_records
from knowledge_base.staging.page import FrontMatter, View, base, shown_language, title_of
from knowledge_base.translations import original_language

KILO, MEGA = 1000, 1000 * 1000


def of_record_page(view: View, record: Record) -> dict[str, Any]:
    """Return `downloads` (links with format and size) of a record's page, and where all of them are."""
    found = view.site.shelf.shown(owner_of(record), (view.language, original_language(record)))
    return {
        "downloads": [_link(view, one) for one in found],
        "all_downloads": view.link(DOWNLOADS),
    }


def download_lists(view: View) -> Iterator[ListPage]:
    """Yield the pages of the list of all documents."""
    shelf = view.site.shelf
    every = (r for kind in (GUIDE, SEMINAR, CASE) for r in sorted_records(view, kind) if shelf.of(r))
    title, summary = view.words("downloads"), view.words("downloads_summary")
    one = List(DOWNLOADS, title, summary, GUIDE, tuple(every))
    yield from (ListPage(one, number) for number in range(1, ListPage(one, 1).last + 1))


def downloads_key(view: View, page: ListPage) -> str:
    """Return what a page of the list depends on beside its records."""
    owners = (BOOK, *(owner_of(record) for record in page.records))
    return f"{page.key} {view.site.shelf.key(*owners)}"


def downloads_page(view: View, page: ListPage) -> FrontMatter:
    """Return one page of the list; the books stand on the first."""
    words, title = view.words, page.of.title
    title = title if page.number == 1 else words("page_title", title=title, n=page.number)
    front_matter = base(view, "downloads", title, page.of.summary)
    groups = [_group(view, words("book_title"), view.language, "", BOOK)] if page.number == 1 else []
    for record in page.records:
        shown = shown_language(record, view.language)
        href = view.link(record.address)
        groups.append(_group(view, title_of(record, view.language), shown, href, owner_of(record)))
    front_matter |= {"groups": [group for group in groups if group["files"]], "pager": pager(view, page)}
    # Without a size: the pack holds this very page, and would change with it.
    has_pack = page.number == 1 and view.site.packs
    front_matter["pack"] = from_root(view.address, view.language, pack_of(view.language)) if has_pack else ""
    return front_matter


def _group(view: View, name: str, language: Language, href: str, owner: str) -> dict[str, Any]:
    found = view.site.shelf.shown(owner, dict.fromkeys((view.language, language, *LANGUAGES)))
    return {
        "name": name,
        "language": language,
        "href": href,
        "files": [
            {
                **_link(view, one),
                "pages": wording.number(one.pages, view.language) if one.pages else "",
                "day": wording.partial_date(one.day, view.language),
                "checksum": one.sha256,
            }
            for one in found
        ],
    }


def _link(view: View, one: Download) -> dict[str, str]:
    """Return a document as text, link and size; its language is said where it is not the reader's."""
    words = view.words
    names = [words(f"language_{language}") for language in one.languages]
    if one.form == "handout":
        text = words("download_handout", first=names[0], second=names[1])
    else:
        text = words(f"download_{one.form}") + _in_other(view, one.languages, names)
    href = from_root(view.address, view.language, one.path)
    return {"text": text, "href": href, "size": _size(view, one.size)}


def _in_other(view: View, languages: Iterable[Language], names: list[str]) -> str:
    return "" if view.language in languages else f" ({', '.join(names)})"


def _size(view: View, size: int) -> str:
    """Return a size as people read it, in the decimal units that browsers and stores use."""
    if size < MEGA:
        return view.words("size_kb", number=wording.number(max(1, round(size / KILO)), view.language))
    return view.words("size_mb", number=wording.number(round(size / MEGA, 1), view.language))

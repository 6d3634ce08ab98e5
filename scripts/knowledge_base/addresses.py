"""Permanent addresses: equal in all languages below the language's root.

An address begins and ends with a slash and has no language, for example `/cases/netport-karlshamn/`.
"""

from knowledge_base.languages import FACTS, Language
from knowledge_base.schema.kinds import PAGE, TERM, Kind

WORD_LIST = "/glossary/word-list/"
NEWS, SHORTLIST = "/new/", "/shortlist/"
RULES = "/rules/"
FIELDS = "/fields/"
DESK = "/translations/"
DOWNLOADS = "/downloads/"
PROPOSE, CRITERIA = "/propose/", "/propose/criteria/"
REUSE, CORRECTION = f"{PROPOSE}reuse/", f"{PROPOSE}correction/"
FORMS = (*(f"{PROPOSE}{name}/" for name in ("case", "seminar", "organisation")), REUSE, CORRECTION)
LISTS = (
    *("/cases/", "/guides/", "/seminars/", "/organisations/", "/map/", "/glossary/", WORD_LIST),
    *(SHORTLIST, NEWS, RULES, FIELDS, DESK, DOWNLOADS),
)


def address_of(kind: Kind, slug: str) -> str:
    """Return the address of a record; a term lives on the one page of the glossary."""
    if kind is PAGE:
        return "/" if slug == "index" else f"/{slug}/"
    if kind is TERM:
        return f"/{TERM.folder}/#{slug}"
    return f"/{kind.folder}/{slug}/"


def relative(origin: str, target: str) -> str:
    """Return the link from page `origin` to `target`, both below one language's root."""
    path, hash_sign, fragment = target.partition("#")
    # A page has thirty links: `posixpath.relpath` takes ten times as long, for cases that addresses have not.
    here, there = _steps(origin), _steps(path)
    shared = 0
    for a, b in zip(here, there, strict=False):
        if a != b:
            break
        shared += 1
    link = "/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "."
    return f"{link}{'/' if path.endswith('/') else ''}{hash_sign}{fragment}"


def _steps(path: str) -> list[str]:
    return path.strip("/").split("/") if path != "/" else []


def between_languages(address: str, origin: Language, target: Language) -> str:
    """Return the link from a page in one language to the same page in another."""
    return relative(FACTS[origin].root + address.lstrip("/"), FACTS[target].root + address.lstrip("/"))


def from_root(address: str, language: Language, file: str) -> str:
    """Return the link from a page to a file that stands once for all languages, such as data/cases.csv."""
    return relative(FACTS[language].root + address.lstrip("/"), f"/{file}")


def calendar_of(slug: str, language: Language) -> str:
    """Return the path of the calendar file of a meeting to come."""
    return f"downloads/red-seminar-{slug}-{language}.ics"


def bundle_of(language: Language) -> str:
    """Return the folder of a language's search index, from the root of the site."""
    return f"/pagefind/{language}/"


def card_of(kind: Kind, slug: str, language: Language) -> str:
    """Return the path of a record's social card from the root of the site, without a slash before it."""
    return f"cards/{kind.name}/{slug}.{language}.png"


def pack_of(language: Language) -> str:
    """Return the path of a language's offline pack from the root of the site, without a slash before it."""
    return f"downloads/red-pack-{language}.zip"


def feed_of(language: Language) -> str:
    """Return the path of a language's feed from the root of the site, without a slash before it."""
    return f"feed.{language}.xml"


def absolute(site_address: str, address: str, language: Language) -> str:
    """Return the full address of a page on the published site."""
    return site_address.rstrip("/") + FACTS[language].root + address.lstrip("/")

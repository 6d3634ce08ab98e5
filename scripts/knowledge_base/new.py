"""Begin a record: choose its files, and write none over another."""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from knowledge_base.addresses import absolute, address_of
from knowledge_base.catalogue import Catalogue
from knowledge_base.findings import finding, nearest
from knowledge_base.languages import Language
from knowledge_base.loading.records import is_slug
from knowledge_base.reporting import said, said_in
from knowledge_base.schema.fields import SLUG_PATTERN
from knowledge_base.schema.kinds import KINDS, PAGE
from knowledge_base.skeleton import Skeleton, skeleton_word
from knowledge_base.translation_commands import record_to_translate

PORT = 8000
PREVIEW = f"http://127.0.0.1:{PORT}"
"""Where `kb serve` shows the site unless told otherwise."""


def new_record(root: Path, catalogue: Catalogue, kind: str, name: str, language: Language) -> list[str]:
    """Write the skeleton of a record, or of a template named GUIDE/NAME; return what to tell.

    Raises ValueError, with words for people, when the name cannot be used; then nothing is written.
    """
    skeleton = Skeleton(language, catalogue.vocabularies, catalogue.today)
    hints: list[str] = []
    if kind == "template":
        guide, _, id_ = name.partition("/")
        guides = catalogue.of_kind("guide")
        if guide not in guides:
            meant = nearest(guide, guides)
            asked = f" {said_in(language)('finding_meant', word=meant)}" if meant else ""
            raise ValueError(skeleton_word("guide_first", language, slug=guide) + asked)
        if not re.fullmatch(SLUG_PATTERN, id_):
            raise ValueError(_no_address(id_, language))
        files = skeleton.template(guide, id_)
        hints.append(skeleton_word("list_template", language, name=id_, path=guides[guide].path))
        kind, name = "guide", guide  # where the template is shown
    else:
        if not is_slug(name):
            raise ValueError(_no_address(name, language))
        files = skeleton.record(next(k for k in KINDS if k.name == kind), name)
        try:
            owner = catalogue.owner_of(kind, name)
        except KeyError:
            pass
        else:
            if owner.slug != name:
                raise ValueError(skeleton_word("taken", language, slug=name, owner=owner.path))
    return [*_write(root, files, language), *hints, *_next_steps(kind, name, language)]


def new_translation(
    root: Path, catalogue: Catalogue, name: str, into: Language, language: Language
) -> list[str]:
    """Write a translation that still has the words of its original; return what to tell in `language`.

    Raises ValueError, with words for people, when there is nothing to translate; then nothing is written.
    """
    record, original = record_to_translate(root, catalogue, name, into, language)
    skeleton = Skeleton(into, catalogue.vocabularies, catalogue.today)
    files = skeleton.translation(record, original)
    hints = [skeleton_word("accept", language, place=record.name, into=into)]
    steps = _next_steps(record.kind.name, record.slug, language, shown_in=into)
    return [*_write(root, files, language), *steps, *hints]


def _write(root: Path, files: Mapping[str, str], language: Language) -> list[str]:
    """Write files, or raise ValueError when one is there already; return what to tell."""
    for path in files:
        # The folder of a record counts, too: a text beside somebody else's facts would be half a record.
        taken = path if len(files) == 1 else posixpath.dirname(path)
        if (root / taken).exists():
            raise ValueError(skeleton_word("exists", language, path=taken))
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return [skeleton_word("written", language, path=path) for path in files]


def _next_steps(kind_name: str, slug: str, language: Language, shown_in: Language | None = None) -> list[str]:
    """Return how to go on: what is left to do, and where the preview shows the page."""
    kind = next(kind for kind in (*KINDS, PAGE) if kind.name == kind_name)
    address = absolute(PREVIEW, address_of(kind, slug), shown_in or language)
    return [
        skeleton_word("check", language, place=f"{kind.folder}/{slug}"),
        skeleton_word("serve", language, address=address),
    ]


def _no_address(name: str, language: Language) -> str:
    words = said(finding("slug", "no-address", name, slug=name), language)
    return f"{words.message} {words.remedy}"

"""Begin a record: choose its files, and write none over another."""

import posixpath
import re
from pathlib import Path

from knowledge_base.catalogue import Catalogue
from knowledge_base.findings import finding, nearest
from knowledge_base.languages import Language
from knowledge_base.loading.records import is_slug
from knowledge_base.reporting import said, said_in
from knowledge_base.schema.fields import SLUG_PATTERN
from knowledge_base.schema.kinds import KINDS
from knowledge_base.skeleton import Skeleton, skeleton_word


def new_record(root: Path, catalogue: Catalogue, kind: str, name: str, language: Language) -> list[str]:
    """Write the skeleton of a record, or of a template named GUIDE/NAME; return what to tell.

    Raises ValueError, with words for people, when the name cannot be used; then nothing is written.
    """
    skeleton = Skeleton(language, catalogue.vocabularies, catalogue.today)
    hints = [skeleton_word("check", language)]
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
        hints.insert(0, skeleton_word("list_template", language, name=id_, path=guides[guide].path))
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
    for path in files:
        # The folder of a record counts, too: a text beside somebody else's facts would be half a record.
        taken = path if len(files) == 1 else posixpath.dirname(path)
        if (root / taken).exists():
            raise ValueError(skeleton_word("exists", language, path=taken))
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return [*(skeleton_word("written", language, path=path) for path in files), *hints]


def _no_address(name: str, language: Language) -> str:
    words = said(finding("slug", "no-address", name, slug=name), language)
    return f"{words.message} {words.remedy}"

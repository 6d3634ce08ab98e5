"""Records as people name them on a command line: `cases/harbour-yard`, or the path of a file or a folder."""

from pathlib import Path

from knowledge_base.findings import nearest
from knowledge_base.inspection import owner_of
from knowledge_base.languages import Language
from knowledge_base.reporting import said_in


def named_record(root: Path, name: str, language: Language) -> str:
    """Return what the files of a record have in common, for example `practices/cases/harbour-yard`.

    Raises ValueError, with words for people, when nothing is there.
    """
    known = _owners(root)
    for path in _paths(root, name):
        if (owner := owner_of(path)) in known:
            return owner
    words = said_in(language)
    meant = nearest(short_name(_paths(root, name)[0]), map(short_name, known))
    reasons = [words("record_unknown", name=name)]
    reasons += [words("finding_meant", word=meant)] if meant else []
    raise ValueError(" ".join([*reasons, words("record_name")]))


def short_name(owner: str) -> str:
    """Return the name of a record as people write it: `cases/harbour-yard`, `docs/contact`."""
    return owner.removeprefix("practices/")


def _paths(root: Path, name: str) -> tuple[str, str]:
    """Return the paths below the root that a name can mean."""
    path = Path(name)
    if path.is_absolute() and path.is_relative_to(root.absolute()):
        path = path.relative_to(root.absolute())
    return path.as_posix(), f"practices/{path.as_posix()}"


def _owners(root: Path) -> set[str]:
    files = [*root.glob("practices/*/*"), *root.glob("docs/*.md")]
    return {owner_of(file.relative_to(root).as_posix()) for file in files}

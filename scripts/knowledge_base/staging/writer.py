"""Put pages on disk, writing only what changed, so that a build can tell what it must do again."""

import json
import os
from io import BytesIO
from pathlib import Path

from knowledge_base.digests import digest_of
from knowledge_base.languages import Language
from knowledge_base.staging.page import FrontMatter

_encoder = json.JSONEncoder(ensure_ascii=False)

Files = dict[str, str]
"""Path of each file below the folder of staged pages, and the digest of its content."""


_LISTS = ("pages/list.html", "pages/glossary.html", "pages/downloads.html")
"""Templates of pages that other pages may lie below."""


def write_page(page: FrontMatter, folder: Path, practices: Path) -> Files:
    """Write a page below the folder of its language, with copies of its pictures."""
    language, address = page["language"], page["address"].strip("/")
    is_list = address and page["template"] in _LISTS
    name = f"{language}/{address}/index.md" if is_list else f"{language}/{address or 'index'}.md"
    files: Files = {}
    for picture in page.get("pictures", ()):
        # Addresses and source folders of records have the same shape, so this finds the picture.
        content = (practices / address / picture["file"]).read_bytes()
        picture |= _size(content)
        copy = f"{language}/{address}/{picture['file']}"
        files[copy] = _write(folder / copy, content)
    files[name] = _write(folder / name, f"---\n{_json(page)}\n---\n".encode())
    return files


def _size(content: bytes) -> dict[str, int]:
    """Return width and height of a picture, for which browsers keep room; nothing when it cannot be read."""
    from PIL import Image, UnidentifiedImageError  # few sites have pictures, and loading it takes a while

    try:
        with Image.open(BytesIO(content)) as picture:
            return {"width": picture.width, "height": picture.height}
    except UnidentifiedImageError:
        return {}


def files_below(folder: Path, language: Language) -> set[str]:
    """Return the path, below `folder`, of every file that is staged in a language."""
    # os.walk, not pathlib: there are tens of thousands, and one question for all is asked at each build.
    found: set[str] = set()
    for at, _, names in os.walk(folder / language):
        below = Path(at).relative_to(folder).as_posix()
        found.update(f"{below}/{name}" for name in names)
    return found


def _write(file: Path, content: bytes) -> str:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    elif file.read_bytes() != content:
        file.write_bytes(content)
    return digest_of(content)


def read_page(file: Path) -> FrontMatter:
    """Return what `write_page` wrote."""
    page: FrontMatter = json.loads(file.read_text(encoding="utf-8").strip("-\n"))
    return page


def _json(page: FrontMatter) -> str:
    """Return JSON, which is YAML that no version reads differently (MkDocs reads YAML 1.1).

    One entry a line by hand: the indent of `json` leaves its fast encoder.
    """
    entries = (f"{json.dumps(key)}: {_encoder.encode(value)}" for key, value in page.items())
    return "{\n" + ",\n".join(entries) + "\n}"

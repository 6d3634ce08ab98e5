"""Put pages on disk, writing only what changed, so that a build can tell what it must do again."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from knowledge_base.staging.page import FrontMatter


def write_pages(pages: Iterable[FrontMatter], folder: Path, practices: Path) -> int:
    """Make `folder`, which is one language's, hold exactly these pages with their pictures.

    Return the number of pages.
    """
    wanted: set[Path] = set()
    count = 0
    for page in pages:
        file = folder / f"{page['address'].strip('/') or 'index'}.md"
        if page["address"] != "/" and page["template"] in ("pages/list.html", "pages/glossary.html"):
            file = file.with_suffix("") / "index.md"
        wanted.add(file)
        count += 1
        text = f"---\n{_json(page)}\n---\n"
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        for picture in page.get("pictures", ()):
            copy = file.with_suffix("") / picture["file"]
            wanted.add(copy)
            copy.parent.mkdir(parents=True, exist_ok=True)
            # Addresses and source folders of records have the same shape, so this finds its folder.
            shutil.copyfile(practices / page["address"].strip("/") / picture["file"], copy)
    for file in list(folder.rglob("*")):
        if file.is_file() and file not in wanted:
            file.unlink()
    return count


def read_page(file: Path) -> FrontMatter:
    """Return what `write_pages` wrote."""
    page: FrontMatter = json.loads(file.read_text(encoding="utf-8").strip("-\n"))
    return page


def _json(page: FrontMatter) -> str:
    """Return JSON, which is YAML that no version reads differently (MkDocs reads YAML 1.1).

    One entry a line by hand: the indent of `json` leaves its fast encoder.
    """
    entries = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in page.items())
    return "{\n" + ",\n".join(entries) + "\n}"

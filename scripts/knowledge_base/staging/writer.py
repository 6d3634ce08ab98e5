"""Put pages on disk, writing only what changed, so that a build can tell what it must do again."""

import json
from collections.abc import Iterable
from pathlib import Path

from knowledge_base.staging.page import FrontMatter


def write_pages(pages: Iterable[FrontMatter], folder: Path) -> int:
    """Make `folder` hold exactly these pages and return their number."""
    wanted: set[Path] = set()
    for page in pages:
        file = folder / page["language"] / f"{page['address'].strip('/') or 'index'}.md"
        if page["address"] != "/" and page["template"] in ("pages/list.html", "pages/glossary.html"):
            file = file.with_suffix("") / "index.md"
        wanted.add(file)
        # JSON is YAML that no version reads differently: MkDocs reads front matter as YAML 1.1.
        text = f"---\n{json.dumps(page, ensure_ascii=False, indent=1)}\n---\n"
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    for file in list(folder.rglob("*.md")):
        if file not in wanted:
            file.unlink()
    return len(wanted)

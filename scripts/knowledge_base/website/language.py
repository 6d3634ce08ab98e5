"""One language, one MkDocs build, at the root of a folder of its own."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from knowledge_base.languages import FACTS, Language
from knowledge_base.loading.settings import PROJECT, load_settings

Keep = Callable[[str, bytes], None]
"""Takes the path of a finished page from the root of its language, and its content."""


def build_language(language: Language, pages: Path, output: Path, keep: Keep) -> None:
    """Build the staged pages of one language; made for a process of its own.

    Each page goes to `keep`, what else there is to `output`: a file system takes longer to make a folder
    and a file for each page, and to remove them again, than we take to fill a template.
    Raises RuntimeError when MkDocs fails or warns.
    """
    os.environ |= {"KB_LANGUAGE": language, "KB_PAGES": str(pages), "NO_MKDOCS_2_WARNING": "1"}
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    config = load_config(
        str(PROJECT / "mkdocs.yml"),
        site_dir=str(output),
        site_url=load_settings().site_address.rstrip("/") + FACTS[language].root,
    )
    config.extra["keep"] = keep
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    if warnings.seen:
        raise RuntimeError(f"MkDocs warned while building {language}: " + " | ".join(warnings.seen))


class _Warnings(logging.Handler):
    """Collects warnings: all of them, where --strict would stop at the first language."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(record.getMessage())

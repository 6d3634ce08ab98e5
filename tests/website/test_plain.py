"""Plain MkDocs builds the real site too, without our command."""

import os
import subprocess
import sys
from pathlib import Path

from knowledge_base.loading.settings import PROJECT
from tests.website.pages import broken_links


def test_plain_mkdocs_builds_without_a_warning(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("KB_")}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=PROJECT,
        env=environment | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for root, language in (("", "en"), ("sv/", "sv"), ("ru/", "ru")):
        page = (tmp_path / "site" / f"{root}about-red/index.html").read_text(encoding="utf-8")
        assert f'<html lang="{language}"' in page
    assert broken_links(tmp_path / "site") == []

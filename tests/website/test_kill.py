"""However a build ends, `site` is the old release or the new one, whole."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from knowledge_base.languages import LANGUAGES
from knowledge_base.website.build import Options, build
from tests.conftest import EXAMPLE_SITE, TODAY
from tests.website.test_incremental import edit_a_section, edit_a_title, files

KILLS = int(os.environ.get("KB_KILLS", "3"))


def test_a_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    draw = random.Random(1)
    root = Path(shutil.copytree(EXAMPLE_SITE, tmp_path / "root"))
    site = root / "site"
    old = build(root, site, TODAY, Options(LANGUAGES, jobs=2)).release
    took, cut_off = 3.0, 0
    for n in range(KILLS):
        assert old
        before = files(old)
        draw.choice([edit_a_title, edit_a_section])(root / "practices", draw)
        if n % 2:
            shutil.rmtree(root / "build" / "pages")  # more to do, more moments to be killed in
        command = [sys.executable, "-m", "knowledge_base.cli", "build", "--root", str(root)]
        command += ["--today", TODAY.isoformat(), "--jobs", "2"]
        begun = time.monotonic()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            try:
                process.wait(timeout=draw.uniform(0, took))
                took = time.monotonic() - begun
            except subprocess.TimeoutExpired:
                process.kill()
                cut_off += 1
        after = files(site.resolve())
        expected = build(root, tmp_path / f"cold-{n}" / "site", TODAY, Options(LANGUAGES, jobs=1)).release
        assert expected
        assert after in (before, files(expected))
        old = build(root, site, TODAY, Options(LANGUAGES, jobs=2)).release
        assert old and files(old) == files(expected)
        shutil.rmtree(tmp_path / f"cold-{n}")
    assert cut_off, "No build was cut off: the moments were too late."

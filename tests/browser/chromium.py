"""Find a Chromium: named by the environment, on the path, or the system's package."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ARGUMENTS = [
    "--no-sandbox",  # as root, in containers, Chromium does not start without it
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def find_chromium() -> str | None:
    """Return the browser's path, or None for Playwright's own.

    Raises RuntimeError with what to run when there is none.
    """
    if named := os.environ.get("KB_CHROMIUM"):
        return named
    if found := _on_path():
        return found
    if shutil.which("apt-get") and os.geteuid() == 0:
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
            subprocess.run(command, check=False, capture_output=True)
        if found := _on_path():
            return found
    if _playwright_has_one():
        return None
    raise RuntimeError(
        "No Chromium was found: install it (Debian, Ubuntu: sudo apt install chromium; elsewhere: "
        ".venv/bin/playwright install chromium), or name one with KB_CHROMIUM."
    )


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _playwright_has_one() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "--list"]
    listed = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    return "chromium" in listed

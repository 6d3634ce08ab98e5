"""Signs that the fonts of our PDF files have not: PDF/UA allows none of them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

# What nearly all texts are made of: Latin, Cyrillic and the signs between words. Typst knows the rest.
_UNUSUAL = re.compile(r"[^\n\t -~\xa0-\u024f\u0400-\u045f\u2010-\u2030«»№€₽]")

_ONE_SIGN = b'#set document(title: "A sign")\n#set text(font: "Libertinus Serif")\n#sys.inputs.sign'


def unprintable(text: str) -> Iterator[re.Match[str]]:
    """Yield each sign of a text that no font has, with its place."""
    return (match for match in _UNUSUAL.finditer(text) if not _can_print(match[0]))


def printable(text: str) -> str:
    """Return a text without the signs that no font has."""
    return _UNUSUAL.sub(lambda match: match[0] if _can_print(match[0]) else "", text)


@cache
def _can_print(sign: str) -> bool:
    import typst  # loading it takes a while, and few texts need it

    # Behind a letter, so that an accent has something to stand on.
    try:
        _compiler().compile(_ONE_SIGN, format="pdf", pdf_standards=["ua-1"], sys_inputs={"sign": f"a{sign}"})
    except typst.TypstError:
        return False
    return True


@cache
def _compiler() -> Any:
    import typst

    return typst.Compiler(ignore_system_fonts=True)

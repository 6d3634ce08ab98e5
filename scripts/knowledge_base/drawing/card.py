"""A social card: the picture that other sites show beside a link to one of our pages.

Typst sets it, with fonts that it carries; Pillow then keeps few colours, which is an eighth of the bytes.
"""

import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import typst
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from knowledge_base.digests import digest_of
from knowledge_base.drawing.frame import SOUTH_BALTIC
from knowledge_base.drawing.outline import CREDIT, outline_svg
from knowledge_base.languages import Language
from knowledge_base.loading.settings import PROJECT

WIDTH, HEIGHT = 1200, 630
"""Pixels: what the large sites ask for."""

COLOURS = 64

_TEMPLATE = Path(__file__).with_suffix(".typ")


@dataclass(frozen=True)
class Card:
    """What a card says, in one language: what the page is, its title, details in a line, and the site.

    `places` are parts of the map's width and height.
    """

    language: Language
    kind: str
    title: str
    details: str
    site: str
    places: tuple[tuple[float, float], ...] = ()

    @property
    def key(self) -> str:
        """A digest that differs when the picture may."""
        return digest_of(_drawing_digest(), json.dumps(asdict(self), ensure_ascii=False))


def draw(card: Card) -> bytes:
    """Return the card as PNG; takes about 40 ms."""
    told = {
        **asdict(card),
        "marks": [{"x": right, "y": down} for right, down in card.places],
        "aspect": SOUTH_BALTIC.aspect,
        "outline": outline_svg(),
        "logo": _logo(),
    }
    drawn = typst.compile(
        _TEMPLATE.read_bytes(),
        format="png",
        ppi=72,
        ignore_system_fonts=True,  # the same picture on every machine
        sys_inputs={"card": json.dumps(told, ensure_ascii=False)},
    )
    assert isinstance(drawn, bytes)
    with Image.open(BytesIO(drawn)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file, said = BytesIO(), PngInfo()
    said.add_text("Copyright", CREDIT)
    few.save(
        file, "PNG", pnginfo=said, compress_level=6
    )  # 9 takes sixteen times as long for a tenth of the bytes
    return file.getvalue()


@cache
def _drawing_digest() -> str:
    code = (_TEMPLATE.read_bytes(), Path(__file__).read_bytes())
    return digest_of(*code, outline_svg(), _logo(), version("typst"), version("pillow"))


@cache
def _logo() -> str:
    return (PROJECT / "overrides" / "assets" / "mark.svg").read_text(encoding="utf-8")

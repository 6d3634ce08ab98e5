"""The site's mark as pictures of the sizes that phones ask for; `make icons` writes them beside the SVG."""

from io import BytesIO
from pathlib import Path

import typst
from PIL import Image

from knowledge_base.loading.settings import PROJECT

MARK = PROJECT / "overrides" / "assets" / "mark.svg"

FOLDER = MARK.parent / "icons"

SIZES = {"icon-180.png": 180, "icon-192.png": 192, "icon-512.png": 512, "icon-maskable.png": 512}
"""Pixels on each side, by file."""

TO_THE_EDGE = ("icon-180.png", "icon-maskable.png")
"""These fill their square, because phones cut it to a form of their own; the mark keeps clear of the cut."""

GROUND = "#0e4a5c"
"""The ground of the mark, which its rounded square vanishes in."""


def icon(name: str) -> bytes:
    """Return the PNG of one icon."""
    full = name in TO_THE_EDGE
    ground = f'rgb("{GROUND}")' if full else "none"
    template = (
        f"#set page(width: 100pt, height: 100pt, margin: 0pt, fill: {ground})\n"
        "#place(center + horizon, image(bytes(sys.inputs.mark), "
        f'format: "svg", width: {80 if full else 100}pt))'
    )
    drawn = typst.compile(
        template.encode(),
        format="png",
        ppi=72 * SIZES[name] / 100,
        ignore_system_fonts=True,
        sys_inputs={"mark": MARK.read_text(encoding="utf-8")},
    )
    assert isinstance(drawn, bytes)
    file = BytesIO()
    with Image.open(BytesIO(drawn)) as picture:
        picture.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def write_icons(folder: Path = FOLDER) -> None:
    """Draw every icon into a folder."""
    folder.mkdir(exist_ok=True)
    for name in SIZES:
        (folder / name).write_bytes(icon(name))


if __name__ == "__main__":
    write_icons()

"""A QR code of a page's address, for paper."""

import re
from typing import Any

import zxingcpp

_SIZE = re.compile(r'<svg width="(\d+)"')
_PATH = re.compile(r'<path d="([^"]+)"')


def qr_code(address: str) -> dict[str, Any]:
    """Return `size` (modules on each side, margin included) and the SVG `path` of the dark ones."""
    drawn = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode).to_svg()
    size, path = _SIZE.search(drawn), _PATH.search(drawn)
    assert size and path  # the library draws one path of dark modules
    return {"size": int(size[1]), "path": path[1].replace("\n", " ")}

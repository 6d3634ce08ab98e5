"""Pictures inside documents: their format and size, and the QR code as PNG for programs that lack SVG."""

import struct
import zlib
from typing import Any

import zxingcpp

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"

MODULE = 6
"""Pixels on each side of a module of a QR code."""


def ending_of(content: bytes) -> str:
    """Return the file ending of a picture: png, jpg or webp, the three that a record may have."""
    if content.startswith(PNG):
        return "png"
    return "jpg" if content.startswith(JPEG) else "webp"


def size_of(content: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG in pixels; raises ValueError for any other."""
    if content.startswith(PNG):
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    place = 2
    while content.startswith(JPEG) and place + 9 < len(content):
        marker, length = struct.unpack(">HH", content[place : place + 4])
        # Frames say the size; of their range, three markers mean something else.
        if 0xFFC0 <= marker <= 0xFFCF and marker not in (0xFFC4, 0xFFC8, 0xFFCC):
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        place += 2 + length
    raise ValueError("the picture is neither PNG nor JPEG")


def qr_png(address: str) -> bytes:
    """Return the QR code of an address as a PNG in black and white."""
    image: Any = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode).to_image(scale=MODULE)
    rows: Any = memoryview(image).tolist()
    width, height = len(rows[0]), len(rows)
    lines = b"".join(b"\0" + bytes(row) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return PNG + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines, 9)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum

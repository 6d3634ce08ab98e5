"""Zip files that are the same, byte for byte, whenever they are made."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that the format knows."""


def zip_of(files: Mapping[str, str | bytes], plain: tuple[str, ...] = ()) -> bytes:
    """Return a zip of files in the order given; those named like one of the endings `plain` are stored."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _NO_DATE)
            entry.compress_type = ZIP_STORED if name.endswith(plain) else ZIP_DEFLATED
            entry.create_system = 3  # else it tells on which system it was made
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()

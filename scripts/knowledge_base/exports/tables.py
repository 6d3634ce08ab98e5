"""Tables as files that spreadsheets open as they are meant."""

import csv
import io
from collections.abc import Iterable, Sequence


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV: UTF-8 with a mark that spreadsheets look for, CRLF as RFC 4180 has it."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(text: str) -> str:
    """Keep a spreadsheet from running a text that looks like a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text

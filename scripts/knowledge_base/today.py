"""The one day on which everything depends: given, else reproducible, else the clock."""

import os
from datetime import UTC, date, datetime


def resolve_today(given: str | None) -> date:
    """Return the day of `--today`, else of SOURCE_DATE_EPOCH (seconds, UTC), else of the clock (UTC).

    Raises ValueError when what is given is no ISO date or no number.
    """
    if given:
        return date.fromisoformat(given)
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()

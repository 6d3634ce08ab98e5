"""Each evidence key, adaptation and picture has its words in each text, and no words lack their key."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, finding, nearest
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.translations import LABEL_FIELDS


def mismatched_labels(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find keys without a label (for a picture: its alternative text) and labels without a key."""
    for text in record.texts.values():
        if record.facts is None or text.words is None:
            continue
        for field in LABEL_FIELDS:
            keys: dict[str, object] = getattr(record.facts, field, {})
            labels: dict[str, str] = getattr(text.words, field, {})
            for key in [*(k for k in keys if k not in labels), *(k for k in labels if k not in keys)]:
                place = place_of(text.source.front_matter_text, (field, key), first_line=2)
                saying, meant = ("no-words", "") if key in keys else ("no-key", nearest(key, keys))
                said = {"key": key, "name": field, "meant": meant}
                yield finding("label-mismatch", saying, text.source.path, place, **said)

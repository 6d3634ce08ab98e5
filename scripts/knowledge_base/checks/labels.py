"""Each evidence key, adaptation and picture has its words in each text, and no words lack their key."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity, did_you_mean
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
                line, column = place_of(text.source.front_matter_text, (field, key), first_line=2)
                if key in keys:
                    message = f'"{key}" of `{field}` has no words here.'
                    remedy = f"Add `{key}:` below `{field}:` in the front matter."
                else:
                    message = f'"{key}" is not in `{field}` of the record.{did_you_mean(key, keys)}'
                    remedy = "Correct the key, or remove the line."
                path = text.source.path
                yield Finding(path, line, column, "label-mismatch", Severity.ERROR, message, remedy)

"""A picture that is listed is there, and one that is there is listed."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, finding, nearest
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.parts import Picture


def misplaced_pictures(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find listed pictures without a file, and files without an entry (so without credit and licence)."""
    if record.facts is None:
        return
    pictures: dict[str, Picture] = getattr(record.facts, "pictures", {})
    for key, picture in pictures.items():
        if picture.file not in record.files:
            place, meant = (
                place_of(record.yaml, ("pictures", key, "file")),
                nearest(picture.file, record.files),
            )
            yield finding("picture-missing", "no-file", record.path, place, file=picture.file, meant=meant)
    for file in sorted(record.files.keys() - {picture.file for picture in pictures.values()}):
        yield finding("picture-unlisted", "no-entry", record.path, file=file)

"""A picture that is listed is there, and one that is there is listed."""

from collections.abc import Iterator

from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.findings import Finding, Severity, did_you_mean
from knowledge_base.loading.yaml_source import place_of
from knowledge_base.schema.parts import Picture


def misplaced_pictures(record: Record, catalogue: Catalogue) -> Iterator[Finding]:
    """Find listed pictures without a file, and files without an entry (so without credit and licence)."""
    if record.facts is None:
        return
    pictures: dict[str, Picture] = getattr(record.facts, "pictures", {})
    for key, picture in pictures.items():
        if picture.file not in record.files:
            line, column = place_of(record.yaml, ("pictures", key, "file"))
            message = f'The picture "{picture.file}" is not in the folder.'
            message += did_you_mean(picture.file, record.files)
            remedy = "Add the file, or correct its name."
            yield Finding(record.path, line, column, "picture-missing", Severity.ERROR, message, remedy)
    for file in sorted(record.files.keys() - {picture.file for picture in pictures.values()}):
        message = f'The picture "{file}" is not listed.'
        remedy = "List it in `pictures` with credit and licence, or remove the file."
        yield Finding(record.path, 1, 1, "picture-unlisted", Severity.ERROR, message, remedy)

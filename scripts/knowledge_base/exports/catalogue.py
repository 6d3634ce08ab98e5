"""The catalogue as JSON, CSV and GeoJSON."""

import json
from collections.abc import Iterator
from typing import Any

from knowledge_base.addresses import absolute
from knowledge_base.catalogue import Catalogue, Record
from knowledge_base.exports.tables import csv_text
from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.loading.settings import Settings
from knowledge_base.schema.case import Case
from knowledge_base.schema.kinds import PAGE
from knowledge_base.schema.organisation import Organisation
from knowledge_base.schema.term import Term
from knowledge_base.staging.page import shown_text, summary_of, title_of
from knowledge_base.translation_desk import Desk


def catalogue_json(catalogue: Catalogue, desk: Desk) -> Iterator[str]:
    """Yield the pieces of `{"records": [...]}`: facts, and per language title, summary, state and text."""
    # A record a line: `json` with an indent leaves its fast encoder, and lines are easy to compare.
    yield '{"records": ['
    for n, record in enumerate(_public(catalogue)):
        yield (",\n" if n else "\n") + json.dumps(_record(record, desk), ensure_ascii=False)
    yield "\n]}\n"


def cases_csv(catalogue: Catalogue, settings: Settings) -> str:
    """Return one line per case."""
    return csv_text(_case_rows(catalogue, settings))


def _case_rows(catalogue: Catalogue, settings: Settings) -> Iterator[list[str]]:
    titles = [f"title_{language}" for language in LANGUAGES]
    facts = "status outcome evidence_grade start end regions themes work_packages lead address".split()
    yield ["slug", *titles, *facts]
    for record, case in _cases(catalogue):
        yield [
            record.slug,
            *(title_of(record, language) for language in LANGUAGES),
            case.status,
            case.outcome,
            case.evidence_grade,
            case.periods[0].start,
            case.periods[-1].end,
            " ".join(case.regions),
            " ".join(case.themes),
            " ".join(case.work_packages),
            case.lead or "",
            absolute(settings.site_address, record.address, "en"),
        ]


def cases_geojson(catalogue: Catalogue, settings: Settings) -> str:
    """Return a FeatureCollection with a point per place (RFC 7946: longitude first)."""
    features = (
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
            "properties": {
                "slug": record.slug,
                "place": place.name,
                "approximate": place.approximate,
                "title": {language: title_of(record, language) for language in LANGUAGES},
                "address": absolute(settings.site_address, record.address, "en"),
            },
        }
        for record, case in _cases(catalogue)
        for place in case.places
    )
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def _public(catalogue: Catalogue) -> Iterator[Record]:
    for record in catalogue.records:
        if record.kind is not PAGE and record.status != "draft":
            yield record


def _cases(catalogue: Catalogue) -> Iterator[tuple[Record, Case]]:
    for record in _public(catalogue):
        if isinstance(record.facts, Case):
            yield record, record.facts


def _record(record: Record, desk: Desk) -> dict[str, Any]:
    assert record.facts is not None  # nothing is exported when a check failed
    facts = record.facts.model_dump(mode="json", exclude_none=True)
    return {
        "kind": record.kind.name,
        "slug": record.slug,
        "address": record.address,
        "status": facts.pop("status", "published"),
        "languages": {language: _language(record, language, desk) for language in LANGUAGES},
        **facts,
    }


def _language(record: Record, language: Language, desk: Desk) -> dict[str, str]:
    text = shown_text(record, language) if language in record.texts else None
    match record.facts:
        case Organisation(description=said) | Term(definition=said):
            words = said.get(language, "")
        case _:
            words = "\n\n".join(f"## {s.heading}\n\n{s.body}" for s in text.source.sections) if text else ""
    return {
        "title": title_of(record, language) if words else "",
        "summary": summary_of(record, language) if text else "",
        "state": desk.standing(record, language).state,
        "text": words,
    }

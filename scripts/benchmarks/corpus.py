"""Write a corpus of synthetic cases in three languages, for measuring.

    python scripts/benchmarks/corpus.py FOLDER 300

Every text is made of sentences that no source supports: never publish a corpus. The same number and
seed give the same files, byte for byte.
"""

import argparse
import json
import random
import re
import shutil
from pathlib import Path

from knowledge_base.translations import fingerprint

PROJECT = Path(__file__).parents[2]
SECTIONS = ("context", "challenge", "approach", "resources", "evidence", "lessons", "transfer")

# Subject, verb, object and circumstance per language, chosen by one draw for all three.
PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("The municipality", "The science park", "A group of firms", "The port", "The university"),
        ("opened", "extended", "closed", "tested", "shared"),
        ("a training course", "a quay", "an export office", "a data platform", "a workshop for start-ups"),
        ("after two years", "with its neighbours", "on a small budget", "in spite of delays", "step by step"),
    ),
    "sv": (
        ("Kommunen", "Forskningsparken", "En grupp företag", "Hamnen", "Högskolan"),
        ("öppnade", "utvidgade", "stängde", "prövade", "delade"),
        (
            "en utbildning",
            "en kaj",
            "ett exportkontor",
            "en dataplattform",
            "en verkstad för nystartade företag",
        ),
        ("efter två år", "med sina grannar", "med liten budget", "trots förseningar", "steg för steg"),
    ),
    "ru": (
        ("Муниципалитет", "Научный парк", "Союз предприятий", "Порт", "Университет"),
        ("открыл", "расширил", "закрыл", "испытал", "разделил"),
        ("учебный курс", "причал", "экспортное бюро", "платформу данных", "мастерскую для начинающих"),
        ("через два года", "вместе с соседями", "при малом бюджете", "несмотря на задержки", "шаг за шагом"),
    ),
}

HOME = """---
title: Synthetic records
summary: Written for measuring, and supported by no source.
reviewed_by: ""
---

Never publish this.
"""

# For facets and relations: as many values as the real records have, some far more common than others.
THEMES = (
    "clusters science-parks incubators investment-promotion industrial-land cross-border-cooperation "
    "small-project-funds ports-logistics skills energy-transition tourism-culture data-analysis "
    "business-meetings governance smes food"
).split()
REGIONS = ("SE221", "SE224", "SE212", "SE213", "SE211", "RU-KGD", "PL63", "PL621", "LT023", "DK014")
BUDGETS = ("unknown", "unknown", "under-100k", "100k-1m", "1m-10m", "over-10m")
STAFF = ("unknown", "unknown", "under-1", "1-to-5", "over-5")
LEGAL_POWERS = ("unknown", "none", "municipal", "regional", "national")
TOWNS = ("Karlskrona", "Karlshamn", "Ronneby", "Lund", "Kalmar", "Gdynia", "Kaliningrad", "Sovetsk")


def write_corpus(folder: Path, records: int, seed: int = 1, varied: bool = False) -> None:
    """Write `records` cases of about 600 words per language below `folder`; `varied` ones differ in facts."""
    practices = folder / "practices"
    for shared in ("vocabularies", "organisations", "glossary"):
        shutil.copytree(PROJECT / "practices" / shared, practices / shared, dirs_exist_ok=True)
    # Not the project's own pages: they link to cases that are not here.
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    for language in PARTS:
        (folder / f"docs/index.{language}.md").write_text(HOME, encoding="utf-8")
    for n in range(records):
        draw = random.Random(f"{seed}-{n}")
        case = practices / "cases" / f"synthetic-{n:05}"
        case.mkdir(parents=True, exist_ok=True)
        (case / "record.yml").write_text(
            json.dumps(_facts(draw) | (_varied(n, seed) if varied else {}), ensure_ascii=False, indent=1),
            encoding="utf-8",
        )
        sentences = {s: [[draw.randrange(5) for _ in range(4)] for _ in range(12)] for s in SECTIONS}
        original = {}
        for language in PARTS:
            words, units = _words(language, n, sentences)
            original = original or {unit: fingerprint(_unmarked(text)) for unit, text in units.items()}
            if language != "en":
                words["translated_from"] = original
            body = "".join(f"\n{text}\n" for unit, text in units.items() if unit.startswith("#"))
            body = f"---\n{json.dumps(words, ensure_ascii=False)}\n---\n{body}"
            (case / f"{language}.md").write_text(body, encoding="utf-8")


def _unmarked(text: str) -> str:
    """Return a section as the fingerprint sees it: its heading without marks, then its body."""
    return re.sub(r"^## (.*) \{#.*\}", r"\1", text)


def _facts(draw: random.Random) -> dict[str, object]:
    start = draw.randint(1990, 2020)
    jobs = {"value": draw.randint(5, 900), "qualifier": "about", "year": start + 3, "source": "made-up"}
    return {
        "original_language": "en",
        "status": "published",
        "outcome": draw.choice(["worked", "mixed", "stopped"]),
        "evidence_grade": draw.choice("ABC"),
        "periods": [{"start": str(start), "end": "ongoing"}],
        "work_packages": [draw.choice("abcd")],
        "themes": [draw.choice(["clusters", "incubators", "skills"])],
        "places": [
            {
                "name": {"en": "Karlskrona", "sv": "Karlskrona", "ru": "Карлскруна"},
                "latitude": 56.16,
                "longitude": 15.59,
            }
        ],
        "regions": [draw.choice(["SE221", "SE224", "RU-KGD"])],
        "level": "local",
        "lead": "region-blekinge",
        "means": {"budget": "unknown", "staff": "unknown", "legal_power": "unknown"},
        "evidence": {"jobs": {"unit": "jobs", "values": [jobs]}},
        "sources": {
            "made-up": {
                "title": "Synthetic source",
                "publisher": "Corpus generator",
                "published": str(start + 3),
                "accessed": "unknown",
            }
        },
        "checked_on": "2026-11-25",
        "review_by": "2099-11-25",
    }


def _varied(n: int, seed: int) -> dict[str, object]:
    """Return facts by which cases can be told apart, drawn on their own: the texts stay the same."""
    draw = random.Random(f"varied-{seed}-{n}")
    start, town = draw.randint(1960, 2024), draw.randrange(len(TOWNS))
    themes = [THEMES[int(len(THEMES) * draw.random() ** 2)] for _ in range(draw.randint(1, 3))]
    end = draw.choice(["ongoing", str(start + draw.randint(0, 12))])
    place = {"latitude": 55 + town / 5, "longitude": 13 + town}
    return {
        "outcome": draw.choice(["worked", "mixed", "mixed", "stopped", "too_early"]),
        "evidence_grade": draw.choice("ABBBCC"),
        "periods": [{"start": str(start), "end": end}],
        "work_packages": sorted({draw.choice("abcd"), draw.choice("abcd")}),
        "themes": list(dict.fromkeys(themes)),
        "places": [{"name": dict.fromkeys(PARTS, TOWNS[town]), **place}],
        "regions": [REGIONS[int(len(REGIONS) * draw.random() ** 2)]],
        "means": {
            "budget": draw.choice(BUDGETS),
            "staff": draw.choice(STAFF),
            "legal_power": draw.choice(LEGAL_POWERS),
        },
    }


def _words(
    language: str, n: int, sentences: dict[str, list[list[int]]]
) -> tuple[dict[str, object], dict[str, str]]:
    """Return the front matter, and each unit of the text with its words; sections with their heading."""
    subjects, verbs, objects, circumstances = PARTS[language]
    title = f"Synthetic {n} ({language})"
    summary = f"{subjects[n % 5]} {verbs[n // 5 % 5]} {objects[n // 25 % 5]}."
    units = {"title": title, "summary": summary, "evidence.jobs": "Synthetic"}
    for section, drawn in sentences.items():
        lines = (f"{subjects[a]} {verbs[b]} {objects[c]} {circumstances[d]}" for a, b, c, d in drawn)
        said = "\n".join(f"{line}.[^made-up]" for line in lines)
        units[f"#{section}"] = f"## {section.capitalize()} {{#{section}}}\n\n{said}"
    words = {"title": title, "summary": summary, "evidence": {"jobs": "Synthetic"}, "reviewed_by": ""}
    return words, units


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a corpus of synthetic cases, for measuring.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("records", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--varied", action="store_true", help="with facts that differ, for the explorer")
    options = parser.parse_args()
    write_corpus(options.folder, options.records, options.seed, options.varied)

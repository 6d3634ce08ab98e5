"""From the view model of a page to a chapter: plain JSON that holds all words of one record in one language.

A chapter is what a document of one record holds, and what a book has one of for each record:
`{"id", "kind", "kicker", "title", "summary", "notices", "facts", "figures", "sections", "sources", "cite",
"checked", "address", "qr"}`. A section is `{"id", "heading", "blocks", "label"?, "notice"?, "form"?}`; `form`
marks a page to fill in. `sources` holds the runs of a footnote for each source that is cited.
"""

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge_base.addresses import absolute
from knowledge_base.catalogue import Record
from knowledge_base.downloads.blocks import (
    Block,
    Run,
    blocks_of,
    bullets,
    notes_in,
    paragraph,
    run,
    table,
)
from knowledge_base.staging.page import FrontMatter, View, shown_text
from knowledge_base.staging.site import RECORD_PAGES
from knowledge_base.texts import Section

Chapter = dict[str, Any]


@dataclass(frozen=True)
class PaperView(View):
    """A view whose links work from paper and from another machine: all of them are full addresses."""

    def link(self, address: str) -> str:
        """Return the full address of a page."""
        return absolute(self.site.settings.site_address, address, self.language)


def chapter_of(view: PaperView, record: Record, practices: Path) -> Chapter:
    """Return the chapter of a record; `practices` is where its pictures lie."""
    page = RECORD_PAGES[record.kind](view, record)
    text = shown_text(record, view.language)
    bodies = {s.id: s for s in text.source.sections} if text else {}
    sections = [_section(view, page, staged, bodies[staged["id"]]) for staged in page["sections"]]
    if opening := bodies.get(""):
        sections.insert(0, {"id": "", "heading": "", "blocks": _blocks(view, page, opening)})
    sections += [*_lists(view, page), *(_form(template) for template in page.get("templates", ()))]
    figures = [_figure(item) for item in page.get("large", ())]
    cited = {*notes_in(figures), *notes_in(sections)}
    notes = {s["key"]: _source(view, s) for s in page["sources"]}
    if others := [runs for key, runs in notes.items() if key not in cited]:
        sections.append(_extra("sources", view.words("document_sources"), [bullets(others)]))
    return {
        "id": record.slug,
        "kind": record.kind.name,
        "kicker": page["kicker"],
        "title": page["title"],
        "summary": page["description"],
        "notices": [
            *([view.words("status", status=page["status"])] if page["status"] else []),
            *page["notices"],
        ],
        "facts": [
            {"label": f["label"], "values": [[run(v["text"], v.get("href"))] for v in f["values"]]}
            for f in page["facts"]
            if f["values"]
        ],
        "figures": figures,
        "pictures": [_picture(p, practices / record.address.strip("/")) for p in page.get("pictures", ())],
        "sections": sections,
        "sources": {key: runs for key, runs in notes.items() if key in cited},
        "cite": f"{page['cite']} {page['canonical']}",
        "checked": view.words("checked", date=page["checked_on"], review=page["review_by"]),
        "address": page["canonical"],
        "qr": page["qr"],
    }


def _blocks(view: PaperView, page: FrontMatter, section: Section) -> list[Block]:
    known = {source["key"] for source in page["sources"]}
    return blocks_of(section.body, view.link, known, boxes=section.id == "checklist")


def _section(view: PaperView, page: FrontMatter, staged: dict[str, Any], section: Section) -> dict[str, Any]:
    """Return a section with what its page adds to it: figures, a timeline, cases that show it."""
    words = view.words
    blocks = _blocks(view, page, section)
    if section.id == "evidence" and page.get("evidence"):
        blocks.append(_evidence(view, page["evidence"]))
    if staged.get("timeline"):
        rows = [[[run(m["when"])], [run(m["what"]), *_note(m)]] for m in staged["timeline"]]
        heads = [words("timeline_when"), words("timeline_what")]
        blocks += [
            table(words("timeline"), heads, rows, [1.5, 3.5]),
            paragraph(run(words("timeline_advice"))),
        ]
    if staged.get("cases"):
        links = [part for link in staged["cases"] for part in (run("; "), run(link["text"], link["href"]))]
        blocks.append(paragraph(run(f"{words('seen_in')}: "), *links[1:]))
    made = {"id": section.id, "heading": section.heading, "blocks": blocks}
    if section.id == "transfer":
        made["label"] = words("editors_view")
    if staged["changed"]:
        made["notice"] = words("section_changed")
    return made


def _evidence(view: PaperView, evidence: list[dict[str, Any]]) -> Block:
    words = view.words
    rows: list[list[Any]] = []
    for item in evidence:
        baseline = [item["baseline"]] if item["baseline"] else []
        for n, row in enumerate([*baseline, *item["values"]]):
            tags = [words("baseline")] if baseline and n == 0 else []
            tags += [words("planned")] if row["planned"] else []
            said = f" ({'; '.join(tags)})" if tags else ""
            label = [run(item["label"])] if n == 0 else None
            figure = [run(row["figure"] + said), {"note": row["source"]}]
            rows.append([label, figure, [run(item["unit"])], [run(row["year"])]])
    heads = [words(f"col_{name}") for name in ("what", "figure", "unit", "year")]
    return table(words("evidence_figures"), heads, rows, [4, 3, 2.4, 1])


def _figure(item: dict[str, Any]) -> dict[str, Any]:
    words = f"{item['unit']}, {item['year']}"
    return {"figure": item["figure"], "unit": words, "runs": [run(item["label"]), {"note": item["source"]}]}


def _note(moment: dict[str, Any]) -> list[Run]:
    return [{"note": moment["source"]}] if moment["source"] else []


def _extra(name: str, heading: str, blocks: list[Block]) -> dict[str, Any]:
    """Return a section that stands in no text; its id begins so that it meets none that does."""
    return {"id": f"also-{name}", "heading": heading, "blocks": blocks}


def _lists(view: PaperView, page: FrontMatter) -> list[dict[str, Any]]:
    """Return what stands behind the text: outcomes, materials, related records."""
    found = []
    if page.get("outcomes"):
        items = [
            [{"text": o["type"], "strong": True}, run(f": {o['text']}"), {"note": o["source"]}]
            for o in page["outcomes"]
        ]
        found.append(_extra("outcomes", view.words("outcomes"), [bullets(items)]))
    for name, heading in (("materials", "materials"), ("used_in", "used_in_guides"), ("related", "related")):
        # Computed relations change with every new record; on paper stand those that somebody chose.
        chosen = [link for link in page.get(name, ()) if link.get("chosen", True)]
        if chosen:
            links = [[run(link["text"], link["href"])] for link in chosen]
            found.append(_extra(name.replace("_", "-"), view.words(heading), [bullets(links)]))
    return found


def _form(template: dict[str, Any]) -> dict[str, Any]:
    fields = [
        {
            "type": "field",
            "kind": field["type"],
            "label": field["label"],
            "hint": field["hint"],
            "options": [option["words"] for option in field["options"]],
            "columns": field["columns"],
            "rows": field["rows"],
        }
        for field in template["fields"]
    ]
    blocks = [paragraph(run(template["purpose"])), *fields]
    return {"id": f"form-{template['id']}", "heading": template["title"], "blocks": blocks, "form": True}


def _source(view: PaperView, source: dict[str, Any]) -> list[Run]:
    words = view.words
    said = [source["publisher"]]
    said.append(words("published", date=source["published"]) if source["published"] else words("undated"))
    said += [words("accessed", date=source["accessed"])] if source["accessed"] else []
    said += [words("weak_source")] if source["weak"] else []
    runs = [run(source["title"], source["url"]), run(f". {', '.join(said)}.")]
    if source["url"]:  # on paper a link is worth as much as its address
        runs += [run(" "), run(source["url"], source["url"])]
    if source["archived"]:
        runs += [run(f" {words('archived')}: "), run(source["archived"], source["archived"])]
    return runs


def _picture(picture: dict[str, Any], folder: Path) -> dict[str, Any]:
    content = b64encode((folder / picture["file"]).read_bytes()).decode()
    return {**picture, "credit": f"{picture['credit']}, {picture['licence']}", "content": content}

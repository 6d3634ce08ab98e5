"""Runs of words in a Word document, with their links and footnotes."""

from collections.abc import Callable

from knowledge_base.downloads.blocks import Run
from knowledge_base.downloads.word_package import Package
from knowledge_base.downloads.wordml import bookmark, field, r, styled

CODE = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'


class Inline:
    """Writes runs; `number` gives each bookmark a number of its own."""

    def __init__(self, package: Package, number: Callable[[], int]) -> None:
        self._package, self._number = package, number

    def runs(self, runs: list[Run], part: str = "document") -> str:
        """Return runs of a part of the package: the document, or its footnotes."""
        made = []
        for n, it in enumerate(runs):
            if "note" in it:
                if n and "note" in runs[n - 1]:  # or 1 and 2 would read as 12
                    made.append(r(",", styled("FootnoteReference")))
                made.append(self._note(it))
            elif "break" in it:
                made.append("<w:r><w:br/></w:r>")
            else:
                made.append(self._run(it, part))
        return "".join(made)

    def _note(self, it: Run) -> str:
        """Return a footnote, or for a source that has one already, a field that shows its number."""
        name, properties = f"note{it['n']}", styled("FootnoteReference")
        if not it["first"]:
            return field(f"NOTEREF {name} \\f \\h", r(str(it["n"]), properties))
        mark = f'<w:r><w:rPr>{properties}</w:rPr><w:footnoteReference w:id="{it["n"]}"/></w:r>'
        return bookmark(self._number(), name, mark)

    def _run(self, it: Run, part: str) -> str:
        properties = (styled("Hyperlink") if "href" in it else "") + (CODE if it.get("code") else "")
        properties += ("<w:b/>" if it.get("strong") else "") + ("<w:i/>" if it.get("emphasis") else "")
        words = r(it["text"], properties)
        if "href" not in it:
            return words
        return (
            f'<w:hyperlink r:id="{self._package.link(it["href"], part)}" w:history="1">{words}</w:hyperlink>'
        )

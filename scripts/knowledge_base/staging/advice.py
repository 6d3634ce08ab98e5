"""What the editors advise, set apart from what sources say.

In a guide's text advice is a quotation that begins with its label in bold: `> **Our advice.** Do ...`.
"""

import re

_ADVICE = re.compile(
    r"<blockquote>\s*<p><strong>(?P<label>[^<]*?)[.:]?</strong>\s*(?P<words>(?:(?!<blockquote>).)*?)</blockquote>",
    re.DOTALL,
)


def with_advice(html: str) -> str:
    """Return the HTML of a guide's section with each piece of advice as a note under its label."""

    def note(match: re.Match[str]) -> str:
        words = f"<p>{match['words']}".removeprefix("<p></p>")  # the label may be a paragraph of its own
        label = f'<p class="advice__label">{match["label"]}</p>'
        return f'<div class="advice" role="note">{label}\n{words}</div>'

    return _ADVICE.sub(note, html)

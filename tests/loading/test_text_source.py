"""A text is read into front matter, sections and citations, each with its line."""

import pytest

from knowledge_base.loading.text_source import parse
from knowledge_base.texts import Citation

TEXT = """---
title: A park
summary: no
---

## Challenge {#challenge}

Jobs went away.[^press-2016]

## What was done {#approach}

```
## not a heading
```
They built.[^a-1][^b]
"""


def test_sections_keep_their_words_lines_and_citations() -> None:
    source, findings = parse(TEXT, "en.md")
    assert findings == []
    assert source.front_matter == {"title": "A park", "summary": "no"}
    assert [(s.id, s.heading, s.line) for s in source.sections] == [
        ("challenge", "Challenge", 6),
        ("approach", "What was done", 10),
    ]
    assert source.sections[0].body == "Jobs went away.[^press-2016]"
    assert tuple(source.sections[1].citations()) == (Citation("a-1", 15, 12), Citation("b", 15, 18))


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("## Challenge {#challenge}\n", "front-matter", 1),
        ("---\ntitle: a\n", "front-matter", 1),
        ("---\ntitle: a\n---\n## Challenge\n", "section-id", 4),
        ("---\ntitle: a\ntitle: b\n---\n", "duplicate-key", 3),
    ],
)
def test_a_fault_of_form_is_named_with_its_line(text: str, rule: str, line: int) -> None:
    _, [finding] = parse(text, "en.md")
    assert (finding.rule, finding.line) == (rule, line)

"""The first use of a term in running text leads to the glossary, and nothing else does."""

import re

import pytest

from knowledge_base.glossary import Glossary
from knowledge_base.schema.term import Term
from knowledge_base.staging.markup import html_of
from knowledge_base.staging.terms import MOST, TermMarker


def term(en: str, sv: str = "svenska", ru: str = "русский", **more: object) -> Term:
    said = {"en": f"What {en} is.", "sv": "Vad det är."}
    return Term.model_validate(
        {"original_language": "en", "en": en, "sv": sv, "ru": ru, "definition": said, **more}
    )


GLOSSARY = Glossary(
    {
        "park": term("science park", "forskningspark", "технопарк", variants={"en": ["research park"]}),
        "area": term("South Baltic area", variants={"en": ["South Baltic"]}),
        "cluster": term("cluster", "kluster", "кластер"),
        "result": term("result", everyday=["en"]),
        "fund": term("fund"),
        "sign": term("+++++"),
    }
)


def marked(text: str) -> list[str]:
    marker = TermMarker(GLOSSARY, "en", "en", lambda address: f"..{address}")
    html = html_of(text, {"cluster": 1}, lambda address: f"..{address}", None, marker.mark)
    found = re.findall(r'<a class="term" href="\.\./glossary/#([a-z]+)"[^>]*>(.*?)</a>', html)
    return [f"{slug}: {words}" for slug, words in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two science parks and a science park.", ["park: science parks"]),
        ("A research park.[^cluster]", ["park: research park"]),
        ("Clusters grow.", ["cluster: Clusters"]),
        ("A **cluster**, then a cluster.", ["cluster: cluster"]),
        ("A cluster.\nA science\npark.", ["cluster: cluster"]),
        ("In the South Baltic.", ["area: South Baltic"]),
        # Names are not words of the language.
        ("NetPort Science Park opened.", []),
        ("Science Park Gotland opened.", []),
        ("Cluster Skåne grew. The cluster grew.", ["cluster: cluster"]),
        # Not running text.
        ("### A cluster\n\nWords.", []),
        ("`cluster` and [a cluster](/cases/x/)", []),
        ("[a long\ncluster](https://example.org/)", []),
        ("```\ncluster\n```\n\nA cluster.", ["cluster: cluster"]),
        ('[x](https://example.org/cluster "cluster")', []),
        ("[a cluster ](/cases/x/) then\nthe cluster , a cluster .", ["cluster: cluster"]),
        ("park \nscience park \nsciencepark science park", ["park: science park"]),
        # Words of every day, and short ones.
        ("The result and the fund.", []),
        ("clusterfuck, sub-cluster", []),
    ],
)
def test_the_first_use_is_marked(text: str, found: list[str]) -> None:
    assert marked(text) == found


def test_parts_of_a_page_share_their_marks() -> None:
    marker = TermMarker(GLOSSARY, "en", "en", str)
    assert marker.mark("<p>a cluster</p>").count("<a ") == 1
    assert marker.mark("<p>a cluster, a science park</p>").count("<a ") == 1
    assert marker.found == 2


def test_no_page_has_too_many() -> None:
    words = [f"{letter * 5}" for letter in "abcdefghijkl"]
    marker = TermMarker(Glossary({w: term(w) for w in words}), "en", "en", str)
    assert "".join(marker.mark(f"<p>{w}</p>") for w in words).count("<a ") == MOST < len(words)


def test_what_is_explained_is_in_the_readers_language_and_escaped() -> None:
    hostile = term('x" onclick="y', "mening", ru="а<b>", variants={"en": ["cluster"]})
    marker = TermMarker(Glossary({"bad": hostile}), "en", "sv", str)
    html = marker.mark("<p>a cluster</p>")
    mark = '<a class="term" href="/glossary/#bad" data-term="mening" data-definition="Vad det är.">'
    assert html == f"<p>a {mark}cluster</a></p>"
    html = TermMarker(Glossary({"bad": hostile}), "en", "en", str).mark("<p>a cluster</p>")
    assert 'data-term="x&quot; onclick=&quot;y"' in html
    html = TermMarker(Glossary({"bad": hostile}), "en", "ru", str).mark("<p>a cluster</p>")
    assert 'data-term="а&lt;b&gt;"' in html and "What x&quot;" in html


def test_a_mark_leaves_the_rest_of_the_html_as_it_was() -> None:
    text = "A & B: cluster.[^cluster]\n\n> Clusters `x`"
    html = html_of(text, {"cluster": 1}, str)
    made = html_of(text, {"cluster": 1}, str, None, TermMarker(GLOSSARY, "en", "en", str).mark)
    assert re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", made) == html != made

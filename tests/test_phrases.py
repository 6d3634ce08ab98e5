"""Phrases are found whole, in any form, and nowhere else."""

import re

import pytest

from knowledge_base.languages import Language
from knowledge_base.phrases import NOT_A_WORD, Phrases

BETWEEN = re.compile(rf"((?:&nbsp;|{NOT_A_WORD})+)")


def found(language: Language, phrases: list[str], text: str) -> list[tuple[str, str]]:
    """Return what is written and which phrase it is, after both steps."""
    book = Phrases(((phrase, phrase) for phrase in phrases), language)
    pieces = BETWEEN.split(text)
    matches = book.find(pieces)
    if matches:
        assert {m.value for m in matches} <= {value for _, value in book.among(text.split())}
    return [("".join(pieces[m.start : m.end + 1]), m.value) for m in matches]


@pytest.mark.parametrize(
    ("language", "phrase", "text", "written"),
    [
        ("en", "science park", "Two science parks, and a park of science.", ["science parks"]),
        ("en", "science park", "Science&nbsp;park", ["Science&nbsp;park"]),
        ("en", "n+2 rule", "the n+2 rule, not the n 2 rule", ["n+2 rule"]),
        ("en", "cluster", "cluster-based, (cluster) and supercluster", ["cluster"]),
        (
            "sv",
            "små och medelstora företag",
            "för små och medelstora företagen",
            ["små och medelstora företagen"],
        ),
        ("ru", "«одно окно»", "по принципу одного окна", ["одного окна"]),
        (
            "ru",
            "приграничное сотрудничество",
            "о&nbsp;приграничном сотрудничестве",
            ["приграничном сотрудничестве"],
        ),
        (
            "ru",
            "орган, ответственный за развитие",
            "органа, ответственного за развитие",
            ["органа, ответственного за развитие"],
        ),
    ],
)
def test_a_phrase_is_found_in_its_forms(
    language: Language, phrase: str, text: str, written: list[str]
) -> None:
    assert [w for w, _ in found(language, [phrase], text)] == written


def test_of_two_that_overlap_the_first_or_the_longer_counts() -> None:
    phrases = ["cluster", "cluster organisation", "organisation of firms"]
    text = "A cluster organisation of firms; a cluster"
    assert found("en", phrases, text) == [
        ("cluster organisation", "cluster organisation"),
        ("cluster", "cluster"),
    ]


def test_the_first_of_two_equal_phrases_counts() -> None:
    book = Phrases([("quay", 1), ("quay", 2)], "en")
    assert [match.value for match in book.find(["quay"])] == [1]


def test_most_texts_are_ruled_out_at_once() -> None:
    book = Phrases([("joint operational programme", 1)], "en")
    assert book.among("The programme was joint and operational.".split()) == []
    assert book.among("The joint\noperational programmes.".split()) == [(2, 1)]

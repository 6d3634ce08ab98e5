"""The forms ask for every field of their models, or say why not; each has its words in three languages."""

import pytest

from knowledge_base.languages import LANGUAGES, Language
from knowledge_base.proposals.elements import elements
from knowledge_base.proposals.forms import FORMS, Form
from knowledge_base.proposals.questions import Group, Question, every_question, questions_of
from tests.proposals.issues import wording_of


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_field_is_asked_for_or_left_out_with_a_reason(form: Form) -> None:
    fields = {*form.facts.model_fields, *(form.words.model_fields if form.words else ())}
    known = {*form.asked, *form.fixed, *form.left_out}
    assert fields <= known, fields - known
    assert all(form.left_out.values())
    assert len(form.asked) == len(set(form.asked))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_required_section_is_asked_for(form: Form) -> None:
    sections = form.kind.sections if form.kind else None
    assert [name for name in form.asked if name.startswith("section.")] == [
        f"section.{s}" for s in sections or ()
    ]


def test_the_rules_come_from_the_models() -> None:
    asked = {
        q.path: q for form in FORMS[:1] for qs in questions_of(form).values() for q in every_question(qs)
    }
    assert asked["title",].most == 100 and asked["summary",].most == 300
    assert (asked["themes",].least, asked["themes",].most, asked["themes",].many) == (1, 3, True)
    assert (asked["places", "latitude"].least, asked["places", "latitude"].most) == (-90, 90)
    assert asked["budget", "currency"].pattern == "^[A-Z]{3}$"
    assert (asked["periods", "end"].empty, asked["periods", "end"].instead) == ("unknown", "ongoing")
    assert asked["lead",].kind == "organisation" and not asked["lead",].required


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_labels_are_there_and_differ(form: Form, language: Language) -> None:
    wording = wording_of(form.name, language)
    found = list(elements(wording))
    labels = [element.label.casefold() for element in found]
    assert len(labels) == len(set(labels))
    assert len({element.id for element in found}) == len(found)
    for element in found:
        asked = element.asked
        for question in [asked] if isinstance(asked, Question) else every_question(asked.questions):
            assert wording.label(question)
        if isinstance(asked, Group):
            assert "3" in wording.item(asked, 3)

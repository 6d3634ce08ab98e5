"""Forms of a word are known as forms, and words that only look alike are not."""

import pytest

from knowledge_base.inflection import is_form, plain
from knowledge_base.languages import Language


@pytest.mark.parametrize(
    ("language", "word", "forms"),
    [
        ("en", "county", "county counties Counties"),
        ("en", "cluster", "clusters cluster’s"),
        ("en", "business", "businesses"),
        ("en", "start-up", "start-ups Start\u2011up"),
        ("sv", "kluster", "klustret klustrets klustren"),
        ("sv", "inkubator", "inkubatorn inkubatorer inkubatorernas"),
        ("sv", "strategi", "strategin strategins strategier"),
        ("sv", "centrum", "centret"),
        ("sv", "program", "programmet programmens"),
        ("sv", "gemensam", "gemensamt gemensamma"),
        ("sv", "möte", "mötet mötena möten"),
        ("ru", "кластер", "кластера кластерами Кластеры"),
        ("ru", "партнёр", "партнёров партнеру"),
        ("ru", "заявка", "заявки заявок заявку"),
        ("ru", "рынок", "рынка рынком"),
        ("ru", "микрозаём", "микрозайма микрозаймы"),
        ("ru", "особая", "особой особую особых"),
        ("ru", "пространственное", "пространственном"),
        ("ru", "прозрачность", "прозрачности прозрачностью"),
    ],
)
def test_forms_are_known(language: Language, word: str, forms: str) -> None:
    assert [f for f in forms.split() if not is_form(plain(f), plain(word), language)] == []


@pytest.mark.parametrize(
    ("language", "word", "others"),
    [
        ("en", "region", "regional regionally"),
        ("en", "application", "applicant apply"),
        ("en", "employment", "employers employ"),
        ("en", "measure", "measuring measured"),
        ("en", "NUTS", "nut"),
        ("en", "haven", "haven't"),
        ("sv", "region", "regional"),
        ("sv", "öppenhet", "öppen öppet"),
        ("sv", "kluster", "klusterorganisation"),
        ("ru", "прозрачность", "прозрачный прозрачно"),
        ("ru", "действий", "действует действовать"),
        ("ru", "кластер", "кластерный"),
        ("ru", "лен", "лена лент"),
    ],
)
def test_other_words_are_not(language: Language, word: str, others: str) -> None:
    assert [o for o in others.split() if is_form(plain(o), plain(word), language)] == []

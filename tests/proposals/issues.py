"""The text of an issue as the repository's host makes it from one of our forms."""

from collections.abc import Mapping

from knowledge_base.inspection import LOCALES
from knowledge_base.languages import Language
from knowledge_base.loading.vocabularies import load_vocabularies
from knowledge_base.loading.words import load_words
from knowledge_base.proposals.elements import elements
from knowledge_base.proposals.forms import FORMS
from knowledge_base.proposals.wording import Wording
from tests.conftest import EXAMPLE_SITE


def wording_of(form: str, language: Language) -> Wording:
    """Return the words of a form, with the closed lists of the example site."""
    words, _ = load_words(LOCALES)
    vocabularies, _ = load_vocabularies(EXAMPLE_SITE)
    return Wording(next(f for f in FORMS if f.name == form), words[language], vocabularies)


def issue(form: str, language: Language, answers: Mapping[str, str]) -> str:
    """Return the text of an issue; what is not answered says so, as the host writes it."""
    known = {element.id: element for element in elements(wording_of(form, language))}
    assert answers.keys() <= known.keys(), answers.keys() - known.keys()
    return "\n".join(
        f"### {element.label}\n\n{answers.get(name, '_No response_')}\n" for name, element in known.items()
    )


CASE = {
    "title": "Порт Ёлкино: причал для малых судов",
    "summary": "Город построил причал.",
    "sources": "Отчёт о причале | Администрация города | https://example.org/otchet | 2012\nСтатья | Газета",
    "checked-on": "2026-11-25",
    "outcome": "Mixed",
    "evidence-grade": "B",
    "themes": "- [x] Порты и логистика",
    "work-packages": "- [ ] A\n- [x] C",
    "periods": "2010-05 | Продолжается до сих пор",
    "regions": "- [X] лен Блекинге",
    "level": "local",
    "places": "Ёлкино | 54,71 | 20,51",
    "lead": "https://red.example/ru/organisations/example-harbour/",
    "budget": "1 500 000 | RUB | 2010 | израсходовано | 1",
    "section-challenge": "Судам негде было стоять.[1]",
    "section-approach": "Построили причал.[1]\n\n- сначала сваи\n- потом настил[2]",
    "section-resources": "Неизвестно.",
    "section-evidence": "Около 12 судов в день.[1]",
    "section-lessons": "Причал мал.[2]",
    "section-transfer": "Нужен берег.",
    "evidence": "Суда в день | Рабочие места | 12 | | | About | 2011 | 1\n"
    "Суда в день | Рабочие места | | 10 | 14,5 | Exact | 2012 | 2",
    "related": "/cases/harbour-yard/",
}

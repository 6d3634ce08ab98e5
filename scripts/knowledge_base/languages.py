"""The three languages of the site, equal in rank, and how each writes what it shows."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "sv", "ru"]

LANGUAGES: tuple[Language, ...] = ("en", "sv", "ru")


@dataclass(frozen=True)
class LanguageFacts:
    """What a language is called by its readers, its CLDR locale, its stemmer, and where its pages begin."""

    own_name: str
    locale: str
    stemmer: str
    root: str

    @property
    def folder(self) -> str:
        """What paths of files of this language begin with: nothing, or a name and a slash."""
        return self.root.lstrip("/")


FACTS: dict[Language, LanguageFacts] = {
    "en": LanguageFacts(own_name="English", locale="en_GB", stemmer="english", root="/"),
    "sv": LanguageFacts(own_name="Svenska", locale="sv_SE", stemmer="swedish", root="/sv/"),
    "ru": LanguageFacts(own_name="Русский", locale="ru_RU", stemmer="russian", root="/ru/"),
}


def split_path(path: str) -> tuple[Language, str]:
    """Return the language of a file in the site, and its path below that language's folder."""
    for language, facts in FACTS.items():
        if facts.folder and path.startswith(facts.folder):
            return language, path.removeprefix(facts.folder)
    return LANGUAGES[0], path

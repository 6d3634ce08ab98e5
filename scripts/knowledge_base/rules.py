"""The rules that content is held to: one file each in overrides/locales/rules/, read when it is needed.

A file says in three languages what a rule finds, what to do, why the rule is there, and shows a wrong and a
right example. Findings name rule and saying; `reporting` puts the words in.
"""

from enum import StrEnum
from functools import cache
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from knowledge_base.languages import Language
from knowledge_base.loading.settings import PROJECT

FOLDER = PROJECT / "overrides" / "locales" / "rules"


class Severity(StrEnum):
    """An error would publish something wrong; a warning is work to do."""

    ERROR = "error"
    WARNING = "warning"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class InThree(_Strict):
    """Words in all three languages."""

    en: Annotated[str, Field(min_length=1)]
    sv: Annotated[str, Field(min_length=1)]
    ru: Annotated[str, Field(min_length=1)]

    def __getitem__(self, language: Language) -> str:
        return str(getattr(self, language))


class Example(_Strict):
    """What is wrong and how it is right; with `file` the golden tests put the one in place of the other."""

    file: str | None = None
    wrong: str
    right: str


class Rule(_Strict):
    """One rule; `says` has its sayings by id, `do` the remedy of each, or of `any`.

    `severity_in_draft` tells that a draft is judged otherwise than what is published.
    """

    severity: Severity
    severity_in_draft: Severity | None = None
    title: InThree
    why: InThree
    says: Annotated[dict[str, InThree], Field(min_length=1)]
    do: Annotated[dict[str, InThree], Field(min_length=1)]
    example: Example

    def remedy(self, saying: str) -> InThree:
        """Return what to do about a saying; KeyError when the rule does not tell."""
        return self.do[saying] if saying in self.do else self.do["any"]


def rule_names() -> list[str]:
    """Return the names of all rules, in order."""
    return sorted(file.stem for file in FOLDER.glob("*.yml"))


@cache
def rule(name: str) -> Rule:
    """Return a rule.

    Raises FileNotFoundError when there is none of that name, and pydantic's ValidationError when its file
    lacks something.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    written: Any = yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=loader)
    return Rule.model_validate(written)

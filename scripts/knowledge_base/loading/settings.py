"""Read the settings of the site: the block `extra: settings:` of mkdocs.yml, and the environment."""

import os
import re
from dataclasses import dataclass, fields
from pathlib import Path

import yaml

PROJECT = Path(__file__).parents[3]
"""The checkout: mkdocs.yml, overrides/ and requirements.lock stand there."""


@dataclass(frozen=True)
class Settings:
    """Who publishes the site, and where. `repository` is the address of the source on its host."""

    site_address: str
    repository: str
    publisher: str
    contact: str
    licence: str


_STAND_IN = re.compile(r"\.example\b|not yet named")
"""Names that the internet reserves for examples (RFC 2606), and the words for a publisher still to come."""


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose own tags (!ENV, !!python/name) are nothing to the settings."""


def _ignored(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    return None


_Loader.add_multi_constructor("!", _ignored)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignored)


def load_settings(project: Path = PROJECT) -> Settings:
    """Return the settings; `KB_SITE_ADDRESS`, `KB_REPOSITORY`, ... in the environment go first.

    Raises KeyError when mkdocs.yml lacks one.
    """
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    # The loader is a SafeLoader that knows no more than how to skip unknown tags.
    written = yaml.load(text, Loader=_Loader)["extra"]["settings"]
    return Settings(
        **{f.name: os.environ.get(f"KB_{f.name.upper()}", written[f.name]) for f in fields(Settings)}
    )


def reserved(settings: Settings) -> list[str]:
    """Return the names of settings that still hold what stands in for a value: nobody has set them."""
    values = {f.name: str(getattr(settings, f.name)) for f in fields(Settings)}
    return [name for name, value in values.items() if _STAND_IN.search(value)]

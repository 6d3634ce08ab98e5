"""A copy of the example site whose cases have places: towns that crowd, one off the map, one case without."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import EXAMPLE_SITE

THEMES = """
ports-logistics:
  name: {en: Ports, sv: Hamnar, ru: Порты}
  meaning: {en: Ports, sv: Hamnar, ru: Порты}
food:
  name: {en: Food, sv: Livsmedel, ru: Продовольствие}
  meaning: {en: Food, sv: Livsmedel, ru: Продовольствие}
"""


@dataclass(frozen=True)
class Town:
    """A place as a record has it: names in three languages, latitude and longitude."""

    en: str
    sv: str
    ru: str
    latitude: float
    longitude: float

    @property
    def yaml(self) -> str:
        """Return it as one flow mapping of YAML."""
        names = f"{{en: {self.en}, sv: {self.sv}, ru: {self.ru}}}"
        return f"{{name: {names}, latitude: {self.latitude}, longitude: {self.longitude}}}"


KARLSKRONA = Town("Karlskrona", "Karlskrona", "Карлскруна", 56.16, 15.59)
KARLSKRONA_PORT = Town("Karlskrona", "Karlskrona", "Карлскруна", 56.17, 15.63)
RONNEBY = Town("Ronneby", "Ronneby", "Роннебю", 56.21, 15.28)
KARLSHAMN = Town("Karlshamn", "Karlshamn", "Карлсхамн", 56.17, 14.86)
MALMO = Town("Malmö", "Malmö", "Мальмё", 55.61, 13.0)
LUND = Town("Lund", "Lund", "Лунд", 55.7, 13.19)
KALININGRAD = Town("Kaliningrad", "Kaliningrad", "Калининград", 54.71, 20.51)
BRUSSELS = Town("Brussels", "Bryssel", "Брюссель", 50.85, 4.35)

CASES: dict[str, tuple[str, list[Town]]] = {
    "naval-town": ("ports-logistics, food", [KARLSKRONA]),
    "ferry-line": ("ports-logistics", [KARLSKRONA_PORT, KALININGRAD]),
    "soft-town": ("food", [RONNEBY]),
    "small-port": ("ports-logistics", [KARLSHAMN]),
    "old-yard": ("ports-logistics", [MALMO]),
    "food-cluster": ("food", [LUND, BRUSSELS]),
}


def with_places(folder: Path) -> Path:
    """Return the root of the copy, made below a folder; every case but `harbour-yard` has places."""
    root = Path(shutil.copytree(EXAMPLE_SITE, folder / "root"))
    practices = root / "practices"
    (practices / "vocabularies/themes.yml").write_text(THEMES, encoding="utf-8")
    for slug in ("changed-since", "english-only", "swedish-first"):
        shutil.rmtree(practices / "cases" / slug)
    for slug, (themes, towns) in CASES.items():
        shutil.copytree(practices / "cases/harbour-yard", practices / "cases" / slug)
        for text in (practices / "cases" / slug).glob("*.md"):
            replace(text, "title: Harbour yard", f"title: {slug}")
        places = "".join(f"  - {town.yaml}\n" for town in towns)
        record = practices / "cases" / slug / "record.yml"
        replace(record, "regions:", f"places:\n{places}regions:")
        replace(record, "themes: [ports-logistics]", f"themes: [{themes}]")
    return root


def replace(file: Path, old: str, new: str) -> None:
    """Replace words that must be there in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")

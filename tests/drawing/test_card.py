"""Social cards and icons."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from knowledge_base.drawing.card import COLOURS, HEIGHT, WIDTH, Card, draw
from knowledge_base.drawing.icons import FOLDER, SIZES, icon

SHORT = Card("en", "Case", "A yard", "Karlskrona · 1998", "RED knowledge base", ((0.4, 0.4),))
LONG = (
    "Порт и кластер: как город с закрытой верфью за двадцать лет стал местом логистики и связи, а не заводов"
)


def opened(card: Card) -> Image.Image:
    return Image.open(BytesIO(draw(card)))


def changed(one: Card, other: Card) -> tuple[int, int, int, int]:
    """Return the box in which two cards differ plainly: their few colours are not the same ones."""
    difference = ImageChops.difference(opened(one).convert("L"), opened(other).convert("L"))
    box = difference.point(lambda value: 255 if value > 60 else 0).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("card", [SHORT, Card("ru", "Практика", LONG, "Карлсхамн", "База знаний RED")])
def test_a_card_has_the_size_that_is_asked_for_and_few_colours(card: Card) -> None:
    picture = opened(card)
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(picture.getcolors() or ()) <= COLOURS
    assert len(draw(card)) < 60_000
    assert "GSHHG" in picture.info["Copyright"]


def test_the_same_card_is_the_same_file() -> None:
    assert draw(SHORT) == draw(SHORT)


@pytest.mark.parametrize("word", ["щ", "å"])
def test_letters_of_all_three_languages_are_drawn(word: str) -> None:
    # A font without a letter draws the same box for any such letter.
    def drawn(title: str) -> Image.Image:
        return opened(Card("ru", "", title, "", "")).convert("RGB")

    missing = drawn("\ufdd0")
    assert ImageChops.difference(drawn(word), missing).getbbox() is not None
    assert ImageChops.difference(drawn(word), drawn(word + word)).getbbox() is not None


def test_a_long_title_stays_off_the_map_and_the_details() -> None:
    text = Card("ru", "", LONG, "", "")
    without = Card("ru", "", "А", "", "")
    _, _, right, lower = changed(text, without)
    assert right < 680 and lower < 440


def test_a_mark_stands_at_its_place() -> None:
    bare = Card("en", "Case", "A yard", "Karlskrona · 1998", "RED knowledge base")
    left, _, right, _ = changed(SHORT, bare)
    assert (left + right) / 2 == pytest.approx(640 + 0.4 * 560, abs=3)


@pytest.mark.parametrize("name", SIZES)
def test_the_icons_are_those_of_the_mark(name: str) -> None:
    # As pixels, and nearly: another machine may round a colour the other way. `make icons` draws them anew.
    kept, now = (Image.open(f).convert("RGBA") for f in (FOLDER / name, BytesIO(icon(name))))
    assert kept.size == (SIZES[name], SIZES[name])
    difference = ImageChops.difference(kept, now).convert("L")
    assert max(difference.getextrema()) <= 16, "run make icons"

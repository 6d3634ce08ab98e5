"""Social cards of a release, each drawn once: a card that says the same as before is the one from before."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from knowledge_base.drawing.card import Card, draw
from knowledge_base.memory import Memory
from knowledge_base.website.release import Manifest
from knowledge_base.website.store import Store

MEMORY = "cards.json"

FEW = 20
"""So few cards are drawn here: starting another process would take longer."""


def made_cards(work: Path, store: Store, jobs: int, wanted: Iterable[tuple[str, Card]]) -> Manifest:
    """Put the cards into the store and return them by path, in `jobs` processes at once."""
    memory = Memory(work / MEMORY)
    files: Manifest = {}
    missing: list[tuple[str, Card]] = []
    for path, card in wanted:
        digest = memory.recall(path, card.key)
        if digest and store.path(digest).exists():
            files[path] = digest
            memory.keep(path, card.key, digest)
        else:
            missing.append((path, card))
    for (path, card), picture in zip(missing, _drawn([card for _, card in missing], jobs), strict=True):
        files[path] = store.write(picture)
        memory.keep(path, card.key, files[path])
    memory.save()
    return files


def _drawn(cards: list[Card], jobs: int) -> Iterator[bytes]:
    if jobs == 1 or len(cards) <= FEW:
        yield from map(draw, cards)
        return
    # Setting type holds the interpreter: threads would not help.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(draw, cards, chunksize=8)

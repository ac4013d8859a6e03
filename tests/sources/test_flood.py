"""Many documents at once are read in other processes, with the same result as one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.world.pages import fall, item, rss
from watcher.app.ahead import FLOOD, ReadAhead
from watcher.model.document import Fetched
from watcher.model.source import Item
from watcher.pipeline.ingest import hints_of
from watcher.reference import load_register

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.sources.conftest import Watch
    from tests.world.server import World

HEAD = """
[watcher]
database = "watcher.db"
baseline = "none"
hold_above = 0
[fetch]
gap = 0.0
[[notify]]
type = "terminal"
"""


def pages_of(world: World, names: list[str]) -> None:
    world.pages = {"/feed": rss(*(item(name, world.url(f"/{n}")) for n, name in enumerate(names)))}
    world.pages |= {f"/{n}": fall(name) for n, name in enumerate(names)}


def item_of(council: str) -> Item:
    url = f"https://news.example/{council}"
    fetched = Fetched(url=url, outcome="ok", body=fall(council).body)
    return Item(key=url, fetched=fetched, url=url, title=council)


def test_a_flood_is_read_ahead_and_gives_what_reading_one_by_one_gives(
    world: World, watch: Callable[..., Watch], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [one.short_name for one in load_register().councils if " City" not in one.name]
    pages_of(world, names[: FLOOD + 8])
    source = {"type": "feed", "url": world.url("/feed"), "allow_private": True}
    one = watch(head=HEAD, **source)
    ahead = one.one()
    (one.folder / "watcher.db").unlink()
    monkeypatch.setattr("watcher.app.ahead.FLOOD", 10_000)
    alone = one.one()
    assert ahead.new == alone.new == FLOOD + 8
    assert sorted(a.headline for a in ahead.alerts) == sorted(a.headline for a in alone.alerts)
    assert ahead.alerts


def test_what_was_read_ahead_is_the_reading_itself() -> None:
    from watcher.app.reading import read_bytes, reading_context

    ahead = ReadAhead(0.5)
    items = [item_of(name) for name in ("Leeds", "York", "Derby", "Bury") * 6]
    try:
        for one in items:
            ahead.offer(one)
        read = [ahead.take(one.fetched.body, hints_of(one)) for one in items[:4]]
    finally:
        ahead.close()
    for one, reading in zip(items, read, strict=False):
        here = read_bytes(one.fetched.body, hints_of(one), reading_context(0.5))
        assert reading is None or reading == here


def test_a_few_documents_start_no_other_process() -> None:
    ahead = ReadAhead(0.5)
    one = item_of("Leeds")
    ahead.offer(one)
    assert ahead.take(one.fetched.body, hints_of(one)) is None
    assert ahead.take(b"never offered", hints_of(one)) is None
    ahead.close()

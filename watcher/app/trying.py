"""Try a source: fetch now, show what it would take, keep nothing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from watcher.app.clock import now
from watcher.app.parts import LazyWorkshop
from watcher.app.registering import table_of
from watcher.app.sourcing import LazyFetcher, chosen, councils_of_today, source_of, standard_input
from watcher.errors import FetchError
from watcher.fetch.desk import Kit
from watcher.fetch.memory import Memory
from watcher.fetch.register import RegisterSource
from watcher.fetch.web import WebSource
from watcher.pipeline.ingest import hints_of

if TYPE_CHECKING:
    from watcher.config import Config
    from watcher.model.document import Link
    from watcher.model.finding import Reading
    from watcher.model.source import Item
    from watcher.model.watch import Remark
    from watcher.pipeline.ports import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One document that a source would take, and what would be read in it."""

    item: Item
    reading: Reading | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What trying a source showed.

    `links` are all that it found, `wanted` those of them that its words choose. `rows` counts
    the councils of a register.
    """

    name: str
    type: str
    outcome: str
    error: str = ""
    hint: str = ""
    links: tuple[Link, ...] = ()
    wanted: int = 0
    rows: int | None = None
    taken: tuple[Taken, ...] = ()
    remarks: tuple[Remark, ...] = ()


def try_source(config: Config, name: str, limit: int) -> Trial:
    """Fetch a source as if for the first time, and read the first documents that it leads to.

    Raises:
        UsageError: when there is no source of that name.
    """
    (chosen_,) = chosen(config, (name,))
    memory = Memory()
    fetcher = LazyFetcher(config, memory)
    kit = Kit(
        fetcher=fetcher,
        memory=memory,
        now=now(),
        table=config.fetch,
        settle=lambda _: None,
        councils=councils_of_today,
        standard_input=standard_input,
    )
    source = source_of(chosen_, kit)
    try:
        return _tried(source, config, (chosen_.type, limit), memory)
    except FetchError as error:
        return Trial(
            name=name,
            type=chosen_.type,
            outcome=error.outcome,
            error=str(error),
            hint=error.hint,
            remarks=memory.remarks(name),
        )
    finally:
        fetcher.close()


def _tried(source: Source, config: Config, asked: tuple[str, int], memory: Memory) -> Trial:
    kind, limit = asked
    result = source.fetch()
    workshop = LazyWorkshop(config)
    taken = [_taken(item, workshop) for item in islice(result.items, limit)]
    web = source if isinstance(source, WebSource) else None
    rows = None
    if isinstance(source, RegisterSource) and source.page is not None:
        rows = len(table_of(source.page.fetched).rows)
    return Trial(
        name=source.name,
        type=kind,
        outcome=result.status.value,
        error=result.error or "",
        links=web.found if web else (),
        wanted=len(web.chosen(web.found)) if web else 0,
        rows=rows,
        taken=tuple(taken),
        remarks=memory.remarks(source.name),
    )


def _taken(item: Item, workshop: LazyWorkshop) -> Taken:
    if item.fetched.outcome != "ok":
        return Taken(item=item, reading=None)
    return Taken(item=item, reading=workshop.read(item.fetched.body, hints_of(item)))

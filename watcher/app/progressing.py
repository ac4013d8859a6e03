"""Let whoever watches see how far long work is; where nobody does, it costs nothing."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")


class Watching(Protocol):
    """Shows progress."""

    def over(self, what: str, items: Iterable[T], total: int) -> Iterator[T]:
        """Give the items, and show how far along they are."""
        ...


WATCHING: ContextVar[Watching | None] = ContextVar("watching", default=None)


def tracked(what: str, items: Sequence[T]) -> Iterable[T]:
    """Give the items, and let whoever watches see how far along they are."""
    watching = WATCHING.get()
    return items if watching is None else watching.over(what, items, len(items))

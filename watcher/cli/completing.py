"""Names of councils and regions for the shell's completion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def hyphened(name: str) -> str:
    """Write a name in one word: every command takes `north-somerset` for `North Somerset`."""
    return re.sub(r"[^\w']+", "-", name.strip()).strip("-").lower()


def complete_council(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Give the councils that begin so, else those that hold it."""
    del ctx, param
    from watcher.reference import load_register

    return _matching(load_register().names(), incomplete)


def complete_region(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Give the regions that begin so."""
    del ctx, param
    from watcher.reference import load_register

    return _matching({council.region for council in load_register().councils}, incomplete)


def _matching(names: object, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    begun = hyphened(incomplete)
    words = {hyphened(str(name)): str(name) for name in sorted(names)}  # type: ignore[call-overload]
    found = [word for word in words if word.startswith(begun)]
    found = found or [word for word in words if begun in word]
    return [CompletionItem(word, help=words[word]) for word in found]

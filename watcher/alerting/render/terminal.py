"""Alerts for the terminal: in colour where there is one, plain text when piped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.alerting.render.message import Part, ordered, part_of, text_of
from watcher.model.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from watcher.alerting.render.message import Line
    from watcher.model.alert import Alert

STYLES: dict[Severity, str] = {
    Severity.CRITICAL: "bold white on red",
    Severity.HIGH: "bold red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "cyan",
}

_REASONS = {
    "confirmation": "now confirmed",
    "correction": "correction",
    "catch_up": "kept back by a silence",
}


def terminal_text(alerts: Sequence[Alert], *, colour: bool, width: int = 100) -> str:
    """Write alerts as text for a terminal, the gravest first.

    Args:
        alerts: What to tell.
        colour: Whether the text goes to a terminal that shows colours.
        width: Columns to wrap at; plain text is not wrapped, so that it can be searched.
    """
    parts = [(_head(alert), part_of(alert)) for alert in ordered(tuple(alerts))]
    if not colour:
        return "".join(f"{head}{text_of(part)}\n\n" for head, part in parts)
    from io import StringIO

    from rich.console import Console

    out = StringIO()
    console = Console(file=out, force_terminal=True, width=width, highlight=False, emoji=False)
    for head, part in parts:
        console.print(_coloured(head, part))
        console.print()
    return out.getvalue()


def _head(alert: Alert) -> str:
    said = _REASONS.get(alert.reason, "")
    return f"[{said}] " if said else ""


def _coloured(head: str, part: Part) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    title = Text.assemble(
        (f" {part.severity.label.upper()} ", STYLES[part.severity]),
        " ",
        (head, "italic"),
        (part.subject, "bold"),
    )
    body: list[RenderableType] = [Text(part.facts, "dim")]
    for line in part.lines:
        body.extend(_line(line))
    body.append(Text(f"receipt: watcher explain {part.id}", "dim"))
    return Group(title, Padding(Group(*body), (0, 0, 0, 2)))


def _line(line: Line) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    inner: list[RenderableType] = []
    if line.quote:
        inner.append(Text(f"“{line.quote}”", "italic"))
    where = Text(line.source, "dim")
    if line.url:
        where.append(" — " if line.source else "")
        where.append(line.url, f"underline link {line.url}")
    if where.plain:
        inner.append(where)
    return [Text(line.text), *(Padding(one, (0, 0, 0, 2)) for one in inner)]

"""Alerts for the terminal: in colour where there is one, plain text when piped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.alerting.render.message import ordered, part_of, text_of
from watcher.alerting.render.words import one_line
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
    told = ordered(tuple(alerts))
    if not colour:
        return "".join(f"{_head(alert)}{text_of(part_of(alert))}\n\n" for alert in told)
    from io import StringIO

    from rich.console import Console

    out = StringIO()
    console = Console(file=out, force_terminal=True, width=width, highlight=False, emoji=False)
    for alert in told:
        console.print(_coloured(alert))
        console.print()
    return out.getvalue()


def _head(alert: Alert) -> str:
    said = _REASONS.get(alert.reason, "")
    return f"[{said}] " if said else ""


def _coloured(alert: Alert) -> RenderableType:
    """Lay one alert out: the verdict, the facts, and the sentence that proves each area."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    part = part_of(alert)
    title = Table.grid(padding=(0, 1))
    title.add_row(
        Text(f" {part.severity.label.upper()} ", STYLES[part.severity]),
        Text.assemble((_head(alert), "italic"), (one_line(alert.headline), "bold")),
    )
    facts = part.facts.removeprefix(f"{part.severity.label} · ")
    body: list[RenderableType] = [Text(f"{facts} · {part.status}", "dim")]
    for line in part.lines:
        body.extend(_line(line, part.council))
    body.append(Text(f"receipt: watcher explain {part.id}", "dim"))
    return Group(title, Padding(Group(*body), (0, 0, 0, 2)))


def _line(line: Line, council: str) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    inner: list[RenderableType] = []
    if line.quote:
        quote = Text(f"“{line.quote}”", "italic")
        quote.highlight_words([council.split(" (", 1)[0]], "bold")
        inner.append(quote)
    where = Text(line.source, "dim")
    if line.url:
        where.append(" — " if line.source else "")
        where.append(line.url, f"underline link {line.url}")
    if where.plain:
        inner.append(where)
    before, arrow, after = line.text.rpartition(" → ")
    changed = Text.assemble(before, arrow, (after, "bold")) if arrow else Text(line.text)
    return [changed, *(Padding(one, (0, 0, 0, 2)) for one in inner)]

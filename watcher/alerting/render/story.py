"""One council's story for the terminal: where it stands, and every inspection that led there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.alerting.render.message import safe_url
from watcher.alerting.render.status import area_lines, headline_words, signal_words
from watcher.alerting.render.words import (
    CHANGE_WORDS,
    KIND_WORDS,
    OUTCOME_WORDS,
    SEVERITY_MARKS,
    date_words,
    one_line,
    was_now,
)
from watcher.model.vocabulary import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from watcher.model.event import Citation, CouncilState, Event

Line = tuple[str, str]
"""A line and its style, as rich names styles."""

_STYLES = {Change.WORSENED: "bold red", Change.IMPROVED: "green"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What there is to tell. `notes` say what came before and after the council."""

    title: str
    notes: tuple[str, ...]
    state: CouncilState
    events: tuple[Event, ...]
    withdrawn: tuple[tuple[Event, str], ...] = ()


def story_text(story: Story, *, colour: bool, width: int = 100) -> str:
    """Write a council's story.

    Args:
        story: What to tell.
        colour: Whether the text goes to a terminal that shows colours.
        width: Columns to wrap at; plain text is not wrapped, so that it can be searched.
    """
    lines = list(_lines(story))
    if not colour:
        return "".join(f"{text}\n" for text, _ in lines)
    from io import StringIO

    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=True, width=width, highlight=False, emoji=False)
    for text, style in lines:
        bare = text.lstrip(" ")
        link = f" link {bare}" if bare.startswith(("http://", "https://")) else ""
        console.print(Padding(Text(bare, style + link), (0, 0, 0, len(text) - len(bare))))
    return out.getvalue()


def _lines(story: Story) -> Iterable[Line]:
    yield one_line(story.title), "bold"
    yield from ((f"  {one_line(note)}", "italic") for note in story.notes)
    yield from _standing(story.state)
    if story.events:
        yield from (("", ""), ("Timeline, latest first", "bold"))
    for group in _groups(story.events):
        yield from _occasion(group)
    if story.withdrawn:
        yield from (("", ""), ("Taken back", "bold"))
    for event, reason in story.withdrawn:
        yield f"  {one_line(was_now(event))} ({one_line(reason)}) · {event.id}", "dim"


def _standing(state: CouncilState) -> Iterable[Line]:
    yield f"  stands at: {headline_words(state)}", "bold"
    yield from ((f"  {line}", "") for line in area_lines(state))
    for signal in state.signals:
        yield f"  ! {signal_words(signal)}", "red" if signal.severity else ""
    if state.intervention is not None:
        yield f"  !! {OUTCOME_WORDS[state.intervention.outcome]}", "bold red"


def _groups(events: Sequence[Event]) -> Iterable[Sequence[Event]]:
    """Put the events of one inspection together, the latest inspection first."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.inspection or event.id, []).append(event)
    return reversed(list(groups.values()))


def _occasion(group: Sequence[Event]) -> Iterable[Line]:
    lead = group[0]
    when = date_words(lead.after.when or lead.published) or "no date"
    published = date_words(lead.published)
    said = f", published {published}" if published and lead.after.when else ""
    grave = max((event.severity for event in group if event.severity), default=None)
    mark = f"  {SEVERITY_MARKS[grave]} {grave.label}" if grave else ""
    yield "", ""
    yield f"  {when}  {KIND_WORDS[lead.kind]}{said}{mark}", "bold"
    for event in group:
        marks = [CHANGE_WORDS[event.change], event.status.value]
        marks += ["late"] if event.late else []
        marks += ["held"] if event.held else []
        yield f"    {one_line(was_now(event))}", _STYLES.get(event.change, "")
        yield f"      {' · '.join(marks)} · {event.id}", "dim"
        for citation in event.citations:
            yield from _cited(citation)


def _cited(citation: Citation) -> Iterable[Line]:
    if citation.quote:
        yield f"      “{one_line(citation.quote)}”", "italic"
    page = f", page {citation.page}" if citation.page else ""
    source = one_line(citation.outlet or citation.title or citation.path or "")
    if source:
        yield f"        {source}{page}", "dim"
    link = safe_url(citation.url)
    if link:
        yield f"        {link}", "underline"

"""A document as a person reads it: findings first, then the text with evidence marked.

Everything that comes from the document is cleaned before it is shown: control, bidirectional
and invisible characters never reach the terminal.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from watcher.alerting.render.words import (
    AREA_WORDS,
    KIND_WORDS,
    OUTCOME_WORDS,
    SEVERITY_MARKS,
    clean,
    date_words,
    one_line,
)
from watcher.model.vocabulary import Direction, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from watcher.model.document import Block, Document
    from watcher.model.finding import Finding, Reading, Rejection

_LONG = 20_000
"""In longer documents only the blocks with marks are shown (characters)."""
_FURNITURE_SHOWN = 60
_QUOTE_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line, already clean, and what it is."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the document's text that something was read from."""

    start: int
    end: int
    label: str
    style: str


Line = tuple[Span, ...]

_STYLES = {
    "title": "bold",
    "meta": "cyan",
    "adverse": "bold red",
    "news": "green",
    "background": "blue",
    "rejected": "yellow",
    "dim": "dim",
    "error": "bold red",
}
_RANK = ("rejected", "background", "news", "adverse")


def render(reading: Reading) -> list[Line]:
    """Lay out one reading as lines of spans."""
    document = reading.document
    lines = list(_heading(document))
    if reading.error is not None:
        return [*lines, (Span("could not be read: ", "error"), Span(one_line(reading.error)))]
    lines.append(())
    lines.extend(_findings(reading.findings))
    lines.extend(_rejections(reading.rejections))
    if document.blocks:
        lines.append(())
        lines.extend(_body(document, _marks(reading)))
    return lines


def show_plain(lines: Sequence[Line]) -> None:
    """Print without colour; brackets with labels mark what was read."""
    for line in lines:
        click.echo("".join(span.text for span in line))


def show_rich(lines: Sequence[Line]) -> None:
    """Print in colour, wrapped to the terminal."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=False)
    for line in lines:
        text = Text()
        for span in line:
            text.append(span.text, style=_STYLES.get(span.style, ""))
        console.print(text)


def _heading(document: Document) -> Iterator[Line]:
    """Name the document and what is known of it."""
    yield (Span(one_line(document.title) or "(no title)", "title"),)
    published = date_words(document.published)
    basis = f" ({document.published_basis})" if document.published_basis else ""
    facts = (
        one_line(document.outlet or ""),
        f"{published}{basis}" if published else "no date",
        one_line(document.url or document.path or ""),
        document.format.value,
    )
    yield (Span(" · ".join(fact for fact in facts if fact), "meta"),)


def _findings(findings: Sequence[Finding]) -> Iterator[Line]:
    """List the findings, numbered as their marks are."""
    if not findings:
        yield (Span("No findings.", "dim"),)
    for number, finding in enumerate(findings, start=1):
        mark = f"{SEVERITY_MARKS[finding.severity]} " if finding.severity and _loud(finding) else ""
        outcome = OUTCOME_WORDS[finding.outcome]
        yield (
            Span(f"[{number}] {mark}", _style(finding)),
            Span(f"{one_line(finding.council.name)}: ", "title"),
            Span(f"{AREA_WORDS[finding.area]}: {outcome}", _style(finding)),
        )
        yield (Span(f"    {' · '.join(_details(finding))}", "dim"),)


def _details(finding: Finding) -> Iterator[str]:
    """Say everything else of a finding in a few words each."""
    yield "news" if finding.role is Role.NEWS else "background"
    when = date_words(finding.when)
    yield KIND_WORDS[finding.kind] + (f", {when}" if when else "")
    if finding.previous is not None:
        before = date_words(finding.previous.when)
        yield f"was {OUTCOME_WORDS[finding.previous.outcome]}" + (f" ({before})" if before else "")
    if finding.direction is not Direction.UNKNOWN:
        yield finding.direction.value
    if finding.adverse and finding.severity is not None:
        yield f"would alert, {finding.severity.label}"
    yield f"confidence {finding.confidence:.2f}" + (", held for review" if finding.held else "")
    yield finding.rule


def _rejections(rejections: Sequence[Rejection]) -> Iterator[Line]:
    """List what was dropped and why, lettered as the marks are."""
    for number, rejection in enumerate(rejections):
        council = f" {one_line(rejection.council.name)}" if rejection.council else ""
        quote = one_line(rejection.quote)
        if len(quote) > _QUOTE_SHOWN:
            quote = quote[:_QUOTE_SHOWN] + "…"
        yield (
            Span(f"[{_letter(number)}] not taken:{council} {rejection.reason}", "rejected"),
            Span(f"  {quote}" if quote else "", "dim"),
        )


def _letter(number: int) -> str:
    """Give a, b, ... z, a2, b2, ..."""
    turn, place = divmod(number, 26)
    return chr(ord("a") + place) + (str(turn + 1) if turn else "")


def _loud(finding: Finding) -> bool:
    return finding.adverse and finding.role is Role.NEWS


def _style(finding: Finding) -> str:
    if finding.role is not Role.NEWS:
        return "background"
    return "adverse" if finding.adverse else "news"


def _marks(reading: Reading) -> list[Mark]:
    """Place every quotation in the text."""
    marks = [
        Mark(evidence.start, evidence.end, str(number), _style(finding))
        for number, finding in enumerate(reading.findings, start=1)
        for evidence in finding.evidence
    ]
    text = reading.document.text
    for number, rejection in enumerate(reading.rejections):
        start = text.find(rejection.quote) if rejection.quote else -1
        if start >= 0:
            end = start + len(rejection.quote)
            marks.append(Mark(start, end, _letter(number), "rejected"))
    return marks


def _body(document: Document, marks: Sequence[Mark]) -> Iterator[Line]:
    """Give the text block by block; what is furniture stands dim, and short."""
    brief = len(document.text) > _LONG
    skipped = 0
    for block in document.blocks:
        inside = [mark for mark in marks if mark.start < block.end and block.start < mark.end]
        if brief and not inside:
            skipped += 1
            continue
        if skipped:
            yield (Span(f"  … {skipped} blocks without findings …", "dim"),)
            skipped = 0
        yield _block(document, block, inside)
    if skipped:
        yield (Span(f"  … {skipped} blocks without findings …", "dim"),)


def _block(document: Document, block: Block, marks: Sequence[Mark]) -> Line:
    """Give one block with its marks."""
    if block.readable or marks:
        return tuple(_marked(document.text, block, marks))
    text = one_line(document.text[block.start : block.end])
    if len(text) > _FURNITURE_SHOWN:
        text = text[:_FURNITURE_SHOWN] + "…"
    return (Span(f"  ({block.role.value}: {text})", "dim"),)


def _marked(text: str, block: Block, marks: Sequence[Mark]) -> Iterator[Span]:
    """Cut a block where marks begin and end; labels stand at both."""
    edges = {block.start, block.end}
    for mark in marks:
        edges.update((max(mark.start, block.start), min(mark.end, block.end)))
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        for mark in marks:
            if max(mark.start, block.start) == start:
                yield Span(f"[{mark.label}▸ ", mark.style)
        active = [mark.style for mark in marks if mark.start <= start and end <= mark.end]
        style = max(active, key=_RANK.index, default="")
        yield Span(clean(text[start:end]).replace("\n", " "), style)
        for mark in marks:
            if min(mark.end, block.end) == end:
                yield Span(f" ◂{mark.label}]", mark.style)

"""`watcher show`: one council's story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.app.standing import Place
    from watcher.model.event import Event
    from watcher.store import Store


@click.command()
@click.argument("council")
@config_option
@json_option
def show(*, council: str, config_path: Path | None, as_json: bool) -> int:
    """Tell one council's story: its timeline, with the sentences that prove it."""
    from watcher.app.clock import today
    from watcher.app.standing import Picture, picture
    from watcher.app.wiring import open_store_to_read
    from watcher.reference import load_register

    asked = Picture(day=today(), councils=(council,))
    with open_store_to_read(loaded(config_path)) as store:
        (place,) = picture(store, load_register(), asked)
        if as_json:
            print_json(_story_json(store, place))
        else:
            _tell(store, place)
    return 0


def _story_json(store: Store, place: Place) -> dict[str, Any]:
    from watcher.alerting.json import event_json
    from watcher.cli.status import place_json

    lineage = place.council.lineage
    return {
        **place_json(place),
        "events": [event_json(event) for event in store.events.of_lineage(lineage)],
        "withdrawn": [
            {**event_json(event), "reason": reason}
            for event, reason in store.events.withdrawn(lineage)
        ],
        "alerts": [alert.id for alert in store.alerts.of_lineage(lineage)],
    }


def _tell(store: Store, place: Place) -> None:
    from watcher.alerting.render.status import area_lines, headline_words, signal_words
    from watcher.alerting.render.words import OUTCOME_WORDS

    state = place.state
    click.echo(f"{place.council.full_name} ({state.council.code}, {place.council.region})")
    click.echo(f"  stands at: {headline_words(state)}")
    for line in area_lines(state):
        click.echo(f"  {line}")
    for signal in state.signals:
        click.echo(f"  ! {signal_words(signal)}")
    if state.intervention is not None:
        click.echo(f"  !! {OUTCOME_WORDS[state.intervention.outcome]}")
    events = store.events.of_lineage(place.council.lineage)
    if events:
        click.echo("\nTimeline")
    for event in events:
        click.echo(_event_text(event))


def _event_text(event: Event) -> str:
    """Write an event: when, what, and every sentence that says so."""
    from watcher.alerting.render.message import safe_url
    from watcher.alerting.render.words import (
        CHANGE_WORDS,
        KIND_WORDS,
        date_words,
        one_line,
        was_now,
    )

    when = date_words(event.after.when or event.published) or "no date"
    marks = [CHANGE_WORDS[event.change], event.status.value]
    marks += [event.severity.label] if event.severity else []
    marks += ["late"] if event.late else []
    marks += ["held"] if event.held else []
    lines = [
        f"  {when}  {KIND_WORDS[event.kind]} — {was_now(event)}",
        f"    {' · '.join(marks)} · {event.id}",
    ]
    for citation in event.citations:
        page = f", page {citation.page}" if citation.page else ""
        source = one_line(citation.outlet or citation.title or citation.path or "")
        link = safe_url(citation.url)
        if citation.quote:
            lines.append(f"    “{one_line(citation.quote)}”")
        where = f"{source}{page}" + (f" — {link}" if link else "")
        if where:
            lines.append(f"      {where}")
    return "\n".join(lines)

"""`watcher show`: one council's story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json, width
from watcher.cli.completing import complete_council

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.app.standing import Place
    from watcher.store import Store


@click.command()
@click.argument("council", shell_complete=complete_council)
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
    standing = [event_json(event) for event in store.events.of_lineage(lineage)]
    withdrawn = [
        {**event_json(event), "reason": reason} for event, reason in store.events.withdrawn(lineage)
    ]
    return {
        **place_json(place),
        "events": standing + [event for event in withdrawn if event["change"] == "corrected"],
        "withdrawn": withdrawn,
        "alerts": [alert.id for alert in store.alerts.of_lineage(lineage)],
    }


def _tell(store: Store, place: Place) -> None:
    from watcher.alerting.render.story import Story, story_text
    from watcher.app.clock import colour_wanted
    from watcher.app.relations import relations

    lineage = place.council.lineage
    story = Story(
        title=f"{place.council.full_name} ({place.state.council.code}, {place.council.region})",
        notes=relations(place.council),
        state=place.state,
        events=store.events.of_lineage(lineage),
        withdrawn=tuple(
            (event, reason)
            for event, reason in store.events.withdrawn(lineage)
            if reason != "superseded"
        ),
    )
    colour = colour_wanted()
    click.echo(story_text(story, colour=colour, width=width()), nl=False, color=colour)

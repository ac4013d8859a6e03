"""`watcher status`: where councils stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from watcher.app.standing import Place


@click.command()
@click.argument("councils", nargs=-1, metavar="[COUNCIL]...")
@config_option
@click.option("--region", metavar="R", help="Only councils of this region.")
@click.option(
    "--as-of",
    "as_of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="D",
    help="As the world knew it at the end of this day.",
)
@click.option("--known", is_flag=True, help="Only councils of which something is known.")
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
def status(  # noqa: PLR0913  (one parameter an option)
    *,
    councils: tuple[str, ...],
    config_path: Path | None,
    region: str | None,
    as_of: dt.datetime | None,
    known: bool,
    as_json: bool,
    as_csv: bool,
) -> int:
    """Show where councils stand: every judgement, signals, intervention."""
    from watcher.app.clock import today
    from watcher.app.standing import Picture, picture
    from watcher.app.wiring import open_store_to_read
    from watcher.reference import load_register

    asked = Picture(
        day=as_of.date() if as_of else today(),
        past=as_of is not None,
        councils=councils,
        region=region,
        known=known,
    )
    with open_store_to_read(loaded(config_path)) as store:
        places = picture(store, load_register(), asked)
        baseline = store.meta.get("baseline_date")
    if as_json:
        print_json([place_json(place) for place in places])
    elif as_csv:
        click.echo(csv_text(places), nl=False)
    else:
        _print(places)
        if baseline is not None:
            click.echo(f"with the baseline of {baseline}", err=True)
    return 0


def place_json(place: Place) -> dict[str, Any]:
    """Render one council."""
    from watcher.alerting.json import state_json
    from watcher.model.reading import SCHEMA

    return {"schema": SCHEMA, **state_json(place.state, region=place.council.region)}


def csv_text(places: tuple[Place, ...]) -> str:
    """Render all councils as CSV: one row each, two columns an area."""
    import csv
    import io

    from watcher.alerting.render.status import AREAS

    out = io.StringIO()
    names = ["code", "name", "region", "headline", "headline_status"]
    names += [name for area in AREAS for name in (area.value, f"{area.value}_when")]
    writer = csv.DictWriter(out, [*names, "signals", "intervention"], lineterminator="\n")
    writer.writeheader()
    for place in places:
        writer.writerow(_csv_row(place))
    return out.getvalue()


def _csv_row(place: Place) -> dict[str, str]:
    state = place.state
    row = {
        "code": state.council.code,
        "name": state.council.name,
        "region": place.council.region,
        "headline": state.headline.outcome.value if state.headline else "",
        "headline_status": state.headline.status.value if state.headline else "",
        "signals": " ".join(f"{s.area.value}:{s.outcome.value}" for s in state.signals),
        "intervention": state.intervention.outcome.value if state.intervention else "",
    }
    for area, found in state.areas.items():
        row[area.value] = found.outcome.value
        row[f"{area.value}_when"] = found.when.text if found.when else ""
    return row


def _print(places: tuple[Place, ...]) -> None:
    from watcher.alerting.render.status import status_line

    width = max((len(place.state.council.name) for place in places), default=0)
    for place in places:
        click.echo(status_line(place.state, name_width=width))

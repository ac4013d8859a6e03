"""`watcher status`: where councils stand, and who got worse lately."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json, width
from watcher.cli.completing import complete_council, complete_region

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from watcher.app.standing import Place
    from watcher.app.surveying import Survey
    from watcher.app.trends import Trend

DAY = click.DateTime(["%Y-%m-%d"])
SORTS = ("name", "grade", "change", "age", "region")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of `status`, as they were given."""

    councils: tuple[str, ...]
    config_path: Path | None
    region: str | None
    group: str | None
    as_of: dt.datetime | None
    changed_since: dt.datetime | None
    only: str | None
    sort: str
    known: bool
    as_json: bool
    as_csv: bool
    nagios: bool


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of `status`."""
    for option in reversed(
        (
            click.option(
                "--region",
                metavar="R",
                help="Only councils of this region.",
                shell_complete=complete_region,
            ),
            click.option("--group", metavar="G", help="Only councils of this [groups] entry."),
            click.option(
                "--as-of",
                "as_of",
                type=DAY,
                metavar="D",
                help="As the world knew it at the end of this day.",
            ),
            click.option(
                "--changed-since",
                "changed_since",
                type=DAY,
                metavar="D",
                help="Only councils in which something moved on or after this day.",
            ),
            click.option(
                "--only",
                type=click.Choice(["worse"]),
                help="Only councils that got worse (in the last twelve months, or since D).",
            ),
            click.option(
                "--sort",
                type=click.Choice(SORTS),
                default="name",
                show_default=True,
                help="grade: worst first; change: latest first; age: longest ago first.",
            ),
            click.option(
                "--known", is_flag=True, help="Only councils of which something is known."
            ),
            json_option,
            click.option("--csv", "as_csv", is_flag=True, help="Print CSV."),
            click.option(
                "--nagios",
                is_flag=True,
                help="One line with perfdata; ends with 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.",
            ),
        )
    ):
        function = option(function)
    return function


@click.command()
@click.argument("councils", nargs=-1, metavar="[COUNCIL]...", shell_complete=complete_council)
@config_option
@_options
def status(**options: Any) -> int:
    """Show where councils stand: grade, history, what moved last, signals, intervention.

    --nagios looks at the alerts that were raised since D (seven days without it), at failing
    sources and at how long ago the last check was.
    """
    asked = Asked(**options)
    if asked.nagios:
        return _nagios(asked)
    survey = _surveyed(asked)
    if asked.as_json:
        print_json([place_json(place) for place in survey.places])
    elif asked.as_csv:
        click.echo(csv_text(survey.places), nl=False)
    else:
        _print(survey, asked)
    return 0


def _surveyed(asked: Asked) -> Survey:
    from watcher.app.surveying import Question, survey

    question = Question(
        councils=asked.councils,
        region=asked.region,
        group=asked.group,
        as_of=asked.as_of.date() if asked.as_of else None,
        changed_since=asked.changed_since.date() if asked.changed_since else None,
        only_worse=asked.only is not None,
        sort=asked.sort,
        known=asked.known,
        trends=not (asked.as_json or asked.as_csv),
    )
    return survey(loaded(asked.config_path), question)


def _nagios(asked: Asked) -> int:
    from watcher.app.surveying import nagios
    from watcher.errors import WatcherError

    try:
        code, line = nagios(
            loaded(asked.config_path), asked.changed_since.date() if asked.changed_since else None
        )
    except WatcherError as error:
        code, line = 3, f"WATCHER UNKNOWN - {error}"
    click.echo(line)
    return code


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


def _print(survey: Survey, asked: Asked) -> None:
    """Write the table on stdout; what it means and how old it is on stderr."""
    from watcher.alerting.render.status import KEY, status_table
    from watcher.app.clock import colour_wanted

    if survey.places:
        rows = [_row(place, survey.trends, survey.day) for place in survey.places]
        colour = colour_wanted()
        click.echo(status_table(rows, colour=colour, width=width()), nl=False, color=colour)
        if not asked.councils:
            click.echo(f"\n{survey.counted}")
        click.echo(KEY, err=True)
    if survey.baseline is not None:
        click.echo(f"with the baseline of {survey.baseline}", err=True)


def _row(place: Place, trends: Mapping[Any, Trend], day: dt.date) -> Any:
    from watcher.alerting.render.status import StatusRow, areas_in_short, signal_words
    from watcher.alerting.render.words import OUTCOME_WORDS
    from watcher.app.surveying import last_inspected, move_words, rank_of, seen_words
    from watcher.model.vocabulary import Status

    state, trend = place.state, trends[place.council.lineage]
    headline = state.headline
    return StatusRow(
        name=state.council.name,
        outcome=headline.outcome if headline else None,
        derived=headline is not None and headline.status is Status.DERIVED,
        ranks=tuple(rank for step in trend.steps if (rank := rank_of(step.outcome))),
        areas=areas_in_short(state),
        moved=move_words(trend.last),
        seen=seen_words(last_inspected(state), day),
        signals=tuple(signal_words(signal) for signal in state.signals if signal.severity),
        intervention=OUTCOME_WORDS[state.intervention.outcome] if state.intervention else "",
    )

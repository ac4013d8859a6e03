"""`watcher check`: one pass over the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json, width

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.app.checking import CheckReport
    from watcher.model.alert import Alert
    from watcher.pipeline.ingest import SourceReport

EXIT_SOME_FAILED = 3
EXIT_PENDING = 4
EXIT_ALL_FAILED = 5
EXIT_ALERTED = 10


@click.command()
@config_option
@click.option("--source", "sources", multiple=True, metavar="NAME", help="Only this source.")
@click.option("--all", "everything", is_flag=True, help="Also sources that are not due.")
@click.option("--dry-run", is_flag=True, help="Keep and send nothing; show what would be sent.")
@click.option("--exit-code", is_flag=True, help="End with 10 when an alert was raised.")
@json_option
def check(  # noqa: PLR0913  (one parameter an option)
    *,
    config_path: Path | None,
    sources: tuple[str, ...],
    everything: bool,
    dry_run: bool,
    exit_code: bool,
    as_json: bool,
) -> int:
    """Pass once over the sources that are due: states, events, alerts, delivery.

    Prints nothing when nothing happened. Ends with 0 when all is done, 3 when some source
    failed, 5 when all did, 4 when a delivery is pending, 75 when another run is at work.
    """
    from watcher.app.checking import CheckRequest, run_check
    from watcher.app.minding import minded
    from watcher.cli.progress import progress

    request = CheckRequest(sources=sources, everything=everything, rehearse=dry_run)
    config, tell = loaded(config_path), _silence if as_json else tell_alerts
    with progress() as bars:

        def say(alerts: tuple[Alert, ...]) -> None:
            bars.close()
            tell(alerts)

        bars.spin("looking at the sources")
        if dry_run:
            report = run_check(config, request, say)
        else:
            report = minded(config, lambda: run_check(config, request, say))
    if as_json:
        print_json(report_json(report))
    elif dry_run:
        tell_alerts(report.alerts)
    if not config.sources:
        click.echo("watcher: no [[source]] is configured: nothing was looked at", err=True)
    _talk(report)
    return code_of(report, asked=exit_code)


def code_of(report: CheckReport, *, asked: bool) -> int:
    """Give the exit code; what is worse for the watch comes first."""
    failed = [source for source in report.sources if source.status == "failed"]
    if failed and len(failed) == len(report.sources):
        return EXIT_ALL_FAILED
    if failed:
        return EXIT_SOME_FAILED
    if report.pending:
        return EXIT_PENDING
    return EXIT_ALERTED if asked and report.alerts else 0


def report_json(report: CheckReport) -> dict[str, Any]:
    """Render a pass as JSON."""
    from watcher.alerting.json import alert_json, event_json
    from watcher.model.reading import SCHEMA

    return {
        "schema": SCHEMA,
        "started": report.started.isoformat(timespec="seconds"),
        "finished": report.finished.isoformat(timespec="seconds"),
        "sources": [_source_json(source) for source in report.sources],
        "events": [event_json(event) for source in report.sources for event in source.events],
        "alerts": [alert_json(alert) for alert in report.alerts],
        "held": [alert_json(alert) for alert in report.held],
        "deliveries": {"pending": report.pending, "sent": report.sent, "failed": report.failed},
    }


def _source_json(source: SourceReport) -> dict[str, Any]:
    return {
        "name": source.name,
        "status": source.status.value,
        "documents": {"seen": source.seen, "new": source.new, "changed": source.changed},
        "error": source.error,
    }


def tell_alerts(alerts: tuple[Alert, ...]) -> None:
    """Write alerts on stdout, in colour where there is a terminal that wants it."""
    if not alerts:
        return
    from watcher.alerting.render.terminal import terminal_text
    from watcher.app.clock import colour_wanted

    colour = colour_wanted()
    text = terminal_text(alerts, colour=colour, width=width())
    click.echo(text, nl=False, color=colour)


def first_contact(source: SourceReport) -> str:
    """Say what the first fetch of a source holds: it makes history, and alerts for little."""
    councils = len({event.lineage for event in source.events})
    return (
        f"source {source.name}: first fetch: {source.new} document{'s' * (source.new != 1)},"
        f" findings about {councils} council{'s' * (councils != 1)};"
        " only what is recent and newer than what is known alerts"
    )


def _silence(alerts: tuple[Alert, ...]) -> None:
    """Leave the alerts to the JSON."""
    del alerts


def _talk_of(source: SourceReport) -> None:
    """Say what is to be said of one source: that it failed, or what its first fetch holds."""
    if source.error is not None:
        from watcher.alerting.render.words import one_line

        click.echo(one_line(f"watcher: source {source.name}: {source.error}"), err=True)
    elif source.first:
        click.echo(f"watcher: {first_contact(source)}", err=True)


def _talk(report: CheckReport) -> None:
    """Say on stderr what was found, what went wrong and what waits; nothing when all is quiet."""
    if report.alerts:
        number, read = len(report.alerts), sum(s.new + s.changed for s in report.sources)
        click.echo(
            f"watcher: {number} alert{'s' if number > 1 else ''} from {read} new document"
            f"{'' if read == 1 else 's'}",
            err=True,
        )
    for source in report.sources:
        _talk_of(source)
    if report.held:
        number = len(report.held)
        click.echo(
            f"watcher: {number} alert{'s' if number > 1 else ''} held for review "
            "(see `watcher alerts`, `watcher release`)",
            err=True,
        )
    if report.note is not None:
        click.echo(f"watcher: {report.note}", err=True)
    for line in report.trouble:
        click.echo(f"watcher: {line}", err=True)
    if report.pending:
        click.echo(f"watcher: {report.pending} deliveries pending (`watcher outbox`)", err=True)

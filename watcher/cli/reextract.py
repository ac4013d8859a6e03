"""`watcher reextract`: read stored documents again and compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.app.reextracting import DocumentDiff, EventDiff, Reextracted


@click.command()
@config_option
@click.option("--diff", "diff", is_flag=True, help="Show what today's rules read differently.")
@json_option
def reextract(*, config_path: Path | None, diff: bool, as_json: bool) -> int:
    """Run today's rules over the stored documents and show what differs.

    Nothing is written and nothing is alerted.
    """
    from watcher.app.reextracting import compare_stored
    from watcher.cli.progress import progress

    with progress():
        found = compare_stored(loaded(config_path))
    if as_json:
        print_json(reextracted_json(found))
        return 0
    if diff:
        for document in found.changed:
            _print_document(document)
        for event in found.events:
            _print_event(event)
    click.echo(
        f"{found.documents} documents read again: {len(found.changed)} differ, "
        f"{len(found.events)} events would be others",
        err=True,
    )
    return 0


def reextracted_json(found: Reextracted) -> dict[str, Any]:
    """Render the comparison."""
    from watcher.alerting.json import event_json
    from watcher.model.reading import SCHEMA

    return {
        "schema": SCHEMA,
        "documents": found.documents,
        "changed": [
            {
                "document": document.key,
                "title": document.title,
                "added": list(document.added),
                "removed": list(document.removed),
                "error": document.error,
            }
            for document in found.changed
        ],
        "events": [
            {
                "before": None if event.before is None else event_json(event.before),
                "after": None if event.after is None else event_json(event.after),
            }
            for event in found.events
        ],
    }


def _print_document(document: DocumentDiff) -> None:
    from watcher.alerting.render.words import one_line

    click.echo(one_line(f"{document.title or document.key} ({document.key})"))
    for sign, findings in (("-", document.removed), ("+", document.added)):
        for finding in findings:
            click.echo(f"  {sign} {one_line(_finding(finding))}")
    if document.error is not None:
        click.echo(f"  ! {one_line(document.error)}")


def _finding(finding: dict[str, Any]) -> str:
    council = finding["council"]["name"]
    when = f" ({finding['when']})" if finding["when"] else ""
    said = f"{finding['area']}: {finding['outcome']}{when}, {finding['role']}, {finding['kind']}"
    return f"{council}: {said}"


def _print_event(event: EventDiff) -> None:
    from watcher.alerting.render.words import one_line, was_now

    shown = event.after or event.before
    if shown is None:
        return
    sign = "~" if event.before and event.after else ("+" if event.after else "-")
    click.echo(one_line(f"{sign} event {shown.id}: {shown.council.name}: {was_now(shown)}"))

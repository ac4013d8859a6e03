"""`watcher notify`: try a channel, see what a message looks like, make a secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from watcher.cli.common import config_option, json_option, loaded, print_json

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.app.drill import DrillResult

EXIT_FAILED = 4
_FORMS = ("email", "html", "terminal", "webhook", "slack", "teams", "feed", "jsonl", "short")


@click.group()
def notify() -> None:
    """Test and preview notifications."""


@notify.command("test")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@config_option
@click.option("--verbose", is_flag=True, help="Show the dialogue also when all went well.")
@json_option
def test(*, names: tuple[str, ...], config_path: Path | None, verbose: bool, as_json: bool) -> int:
    """Send a drill, marked TEST, through the real channel; all channels when none is named.

    Shows what was said to the server and what it said when it fails. Ends with 4 then.
    """
    from watcher.app.drill import run_drill
    from watcher.app.secrets import exposed
    from watcher.cli.check import tell_alerts

    config = loaded(config_path)
    for line in exposed(config):
        click.echo(f"watcher: {line}", err=True)
    results = run_drill(config, names, tell_alerts)
    if as_json:
        print_json([_json(one) for one in results])
    else:
        for one in results:
            _print(one, verbose=verbose)
    return EXIT_FAILED if any(one.error for one in results) else 0


@notify.command("preview")
@click.argument("event")
@config_option
@click.option("--as", "form", type=click.Choice(_FORMS), default="terminal", show_default=True)
def preview(*, event: str, config_path: Path | None, form: str) -> int:
    """Render the message about an alert or event without sending it; `test` for the drill."""
    from watcher.app.drill import preview as previewed
    from watcher.app.wiring import open_store_to_read

    config = loaded(config_path)
    with open_store_to_read(config) as store:
        click.echo(previewed(store, config, event, form))
    return 0


@notify.command("secret")
def secret() -> int:
    """Make a secret for a webhook."""
    from watcher.app.drill import webhook_secret

    click.echo(webhook_secret())
    return 0


def _json(one: DrillResult) -> dict[str, object]:
    return {
        "schema": 1,
        "notifier": one.notifier,
        "ok": one.error is None,
        "answer": one.answer,
        "error": one.error,
        "hint": one.hint,
        "dialogue": list(one.dialogue),
    }


def _print(one: DrillResult, *, verbose: bool) -> None:
    if one.error is None:
        click.echo(f"{one.notifier}: ok ({one.answer})", err=True)
    else:
        click.echo(f"{one.notifier}: failed: {one.error}", err=True)
    if one.error is not None or verbose:
        for line in one.dialogue:
            click.echo(f"    {line}", err=True)
    if one.error is not None and one.hint:
        click.echo(f"  {one.hint}", err=True)

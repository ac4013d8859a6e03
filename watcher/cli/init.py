"""`watcher init`: a first configuration."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False), default="config.toml")
@click.option(
    "--watch",
    "words",
    multiple=True,
    metavar="NAME",
    help="A region or a council; as often as you like. Without it: all of England.",
)
@click.option("--contact", metavar="TEXT", help="How a site's owner can reach you.")
@click.option("--force", is_flag=True, help="Replace a configuration that is there.")
@click.option("--stdout", "show", is_flag=True, help="Print it instead of writing it.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the configuration.")
@click.option("--systemd", is_flag=True, help="Print systemd units and a crontab line.")
def init(  # noqa: PLR0913  (one parameter an option)
    *,
    path: Path,
    words: tuple[str, ...],
    contact: str | None,
    force: bool,
    show: bool,
    schema: bool,
    systemd: bool,
) -> None:
    """Write a commented configuration with real sources to PATH (config.toml).

    On a terminal it asks what to watch; elsewhere it asks nothing. An editor finds the schema
    that is written beside it.
    """
    if schema:
        from watcher.app.beginning import schema_text

        click.echo(schema_text(), nl=False)
        return
    if systemd:
        from watcher.app.systemd import all_units, own_command

        click.echo(all_units(own_command(), path.absolute()), nl=False)
        return
    from watcher.app.beginning import first_config, wishes_of, write_first

    wishes = wishes_of(words or ([] if show else _asked()), contact)
    if show:
        click.echo(first_config(wishes), nl=False)
        return
    written, beside = write_first(path, wishes, force=force)
    click.echo(f"watcher: wrote {written} and {beside}", err=True)
    click.echo(f"  next: watcher check --config {written}", err=True)


def _asked() -> list[str]:
    """Ask what to watch, where somebody is there to answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return []
    from watcher.app.beginning import regions

    click.echo(f"Regions: {', '.join(regions())}", err=True)
    answer = click.prompt(
        "Which regions or councils? (commas between; Enter for all of England)",
        default="",
        show_default=False,
        err=True,
    )
    return [word.strip() for word in str(answer).split(",") if word.strip()]

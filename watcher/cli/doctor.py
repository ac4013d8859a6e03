"""`watcher doctor`: what is wrong, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from watcher.cli.common import config_option, json_option, loaded, print_json

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.doctor import Line

EXIT_PROBLEM = 3
_MARKS = {"ok": ("✓", "green"), "warning": ("!", "yellow"), "problem": ("✗", "red")}


@click.command()
@config_option
@click.option("--offline", is_flag=True, help="Leave out what asks the network.")
@json_option
def doctor(*, config_path: Path | None, offline: bool, as_json: bool) -> int:
    """Find out what is wrong, and what to do about it.

    Looks at Python, SQLite, the configuration, secrets, permissions, write access, disk, clock,
    time zone, the database, the baseline, names and certificates of hosts, each source and each
    notifier. Ends with 0 when nothing is wrong, 3 when there is a problem, 2 when the
    configuration cannot be used.
    """
    from watcher.app.clock import now
    from watcher.doctor import Level, World, examine

    lines = examine(loaded(config_path), World(), now(), offline=offline)
    if as_json:
        from watcher.model.reading import SCHEMA

        print_json({"schema": SCHEMA, "checks": [_json(line) for line in lines]})
    else:
        _tell(lines)
    return EXIT_PROBLEM if any(line.level is Level.PROBLEM for line in lines) else 0


def _json(line: Line) -> dict[str, str]:
    return {
        "check": line.check,
        "level": line.level.value,
        "text": line.text,
        "remedy": line.remedy,
    }


def _tell(lines: tuple[Line, ...]) -> None:
    from watcher.alerting.render.words import one_line
    from watcher.app.clock import colour_wanted

    colour = colour_wanted()
    for line in lines:
        mark, shade = _MARKS[line.level.value]
        word = click.style(f"{mark} {line.level.value:<7}", fg=shade if colour else None)
        click.echo(f"{word}  {line.check}: {one_line(line.text)}", color=colour)
        if line.remedy:
            click.echo(f"           → {one_line(line.remedy)}")
    bad = sum(1 for line in lines if line.level.value == "problem")
    doubtful = sum(1 for line in lines if line.level.value == "warning")
    click.echo(f"watcher: {bad} problems, {doubtful} warnings", err=True)

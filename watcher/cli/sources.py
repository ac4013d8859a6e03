"""`watcher sources`: how sources fare, and what one would take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from watcher.app.trying import Taken, Trial
    from watcher.config import Config, SourceConfig
    from watcher.model.watch import Health

EXIT_FAILED = 3
SHOWN = 20
"""Links that are listed; how many more there are is said."""


@click.group(invoke_without_command=True)
@config_option
@json_option
@click.pass_context
def sources(ctx: click.Context, *, config_path: Path | None, as_json: bool) -> None:
    """Show how every source fares: last good fetch, last new document, when it is due."""
    ctx.obj = {"config": config_path}
    if ctx.invoked_subcommand is not None:
        return
    from watcher.app.wiring import open_store_to_read

    config = loaded(config_path)
    with open_store_to_read(config) as store:
        health = store.sources.health()
    if as_json:
        print_json(
            {
                "schema": 1,
                "sources": [_row(one, health.get(one.name)) for one in config.sources],
            }
        )
        return
    for line in _table(config, health):
        click.echo(line)


@sources.command()
@click.argument("name")
@config_option
@json_option
@click.option("--limit", default=5, show_default=True, help="Documents that are fetched and read.")
@click.pass_context
def test(
    ctx: click.Context, *, name: str, config_path: Path | None, as_json: bool, limit: int
) -> int:
    """Fetch source NAME now and show what it would take; nothing is kept or sent."""
    from watcher.app.trying import try_source

    trial = try_source(loaded(config_path or ctx.obj["config"]), name, limit)
    if as_json:
        print_json(_trial_json(trial))
    else:
        for line in _trial_lines(trial):
            click.echo(line)
    return 0 if trial.outcome in {"ok", "not_modified", "skipped"} else EXIT_FAILED


def _row(source: SourceConfig, known: Health | None) -> dict[str, Any]:
    from watcher.model.watch import Health

    health = known or Health(source=source.name)
    return {
        "name": source.name,
        "type": source.type,
        "state": health.state.value,
        "last_run": _stamp(health.last_run),
        "last_good": _stamp(health.last_good),
        "last_new": _stamp(health.last_new),
        "next_due": _stamp(health.next_due),
        "failures": health.failures,
        "failing_since": _stamp(health.failing_since),
        "outcome": health.outcome,
        "documents": health.documents,
        "error": health.error or None,
        "remarks": list(health.remarks),
    }


def _stamp(moment: dt.datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


_COLUMNS = ("name", "type", "state", "last_good", "last_new", "next_due", "documents")


def _table(config: Config, health: dict[str, Health]) -> list[str]:
    """Lay the sources out in columns, and what is wrong with one under it."""
    rows = [_row(one, health.get(one.name)) for one in config.sources]
    if not rows:
        return ["no sources: add a [[source]] to the configuration"]
    cells = [[_cell(row[name]) for name in _COLUMNS] for row in rows]
    heads = [name.replace("_", " ") for name in _COLUMNS]
    widths = [max(len(line[at]) for line in (heads, *cells)) for at in range(len(heads))]
    lines = [_line(heads, widths)]
    for row, line in zip(rows, cells, strict=True):
        lines.append(_line(line, widths))
        if row["failures"]:
            runs = "run" if row["failures"] == 1 else "runs"
            many = f"{row['failures']} {runs} failed since {_cell(row['failing_since'])}"
            lines.append(f"    {many}: {row['error']}")
        elif row["error"]:
            lines.append(f"    {row['error']}")
        lines += [f"    told: {kind.replace('_', ' ')}" for kind in row["remarks"]]
    return lines


def _line(cells: list[str], widths: list[int]) -> str:
    return "  ".join(cell.ljust(size) for cell, size in zip(cells, widths, strict=True)).rstrip()


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    text = str(value)
    return text[:16].replace("T", " ") if text[4:5] == "-" and "T" in text else text


def _trial_lines(trial: Trial) -> list[str]:
    """Tell what a trial showed, for people."""
    lines = [f"{trial.name} ({trial.type}): {trial.outcome.replace('_', ' ')}"]
    if trial.error:
        lines += [f"  {trial.error}", *([f"  {trial.hint}"] if trial.hint else [])]
    lines += [f"  {remark.kind.value.replace('_', ' ')}: {remark.text}" for remark in trial.remarks]
    if trial.rows is not None:
        lines.append(f"  {trial.rows} councils")
    if trial.links:
        lines.append(f"  {len(trial.links)} links, {trial.wanted} of them wanted")
        for link in trial.links[:SHOWN]:
            lines.append(f"    {link.published or '-'!s:<10}  {link.label or '(no title)'}")
            lines.append(f"                {link.url}")
        if len(trial.links) > SHOWN:
            lines.append(f"    and {len(trial.links) - SHOWN} more")
    for taken in trial.taken:
        lines += _taken_lines(taken)
    return [_printable(line) for line in lines]


def _taken_lines(taken: Taken) -> list[str]:
    item, reading = taken.item, taken.reading
    place = item.url or item.fetched.path or item.fetched.url
    if reading is None:
        return [f"  not taken: {place}: {item.fetched.detail or item.fetched.outcome}"]
    document = reading.document
    title = document.title or item.title or place
    lines = [f"  would take: {title} ({document.published or 'no date'})", f"    {place}"]
    if reading.error:
        return [*lines, f"    cannot be read: {reading.error}"]
    lines += [
        f"    {one.role.value}: {one.council.name}, {one.area.value}, {one.outcome.value}"
        for one in reading.findings
    ]
    return lines if reading.findings else [*lines, "    no findings"]


def _printable(line: str) -> str:
    """Keep control characters of pages out of the terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in line)


def _trial_json(trial: Trial) -> dict[str, Any]:
    from watcher.model.reading import reading_json

    return {
        "schema": 1,
        "name": trial.name,
        "type": trial.type,
        "outcome": trial.outcome,
        "error": trial.error or None,
        "hint": trial.hint or None,
        "wanted": trial.wanted,
        "rows": trial.rows,
        "links": [
            {"url": link.url, "title": link.label, "published": str(link.published or "") or None}
            for link in trial.links
        ],
        "remarks": [{"kind": one.kind.value, "text": one.text} for one in trial.remarks],
        "documents": [
            {
                "url": taken.item.url,
                "outcome": str(taken.item.fetched.outcome),
                "reading": reading_json(taken.reading) if taken.reading else None,
            }
            for taken in trial.taken
        ],
    }

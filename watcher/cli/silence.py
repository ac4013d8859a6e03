"""`watcher silence`: keep alerts back for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json
from watcher.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.config import Config
    from watcher.model.message import SilenceRule
    from watcher.store import Store


@click.group()
def silence() -> None:
    """Keep alerts back for a while; what was kept back comes in one message at the end."""


@silence.command("add")
@click.argument("target")
@config_option
@click.option("--for", "duration", metavar="SPAN", help="How long, such as 14d or '36 h'.")
@click.option("--until", metavar="TIME", help="Until when, such as 2026-12-24 or 2026-12-24T18:00.")
@click.option("--reason", required=True, help="Why.")
@json_option
def add(  # noqa: PLR0913  (one parameter an option)
    *,
    target: str,
    config_path: Path | None,
    duration: str | None,
    until: str | None,
    reason: str,
    as_json: bool,
) -> int:
    """Begin a silence of TARGET.

    TARGET is a council's name, region:NAME, group:NAME, notifier:NAME, source:NAME or all.
    """
    from watcher.app.clock import now
    from watcher.app.silencing import end_of, target_of
    from watcher.app.wiring import open_store

    config = loaded(config_path)
    moment = now()
    end = end_of(duration, until, moment)
    aim = target_of(config, target)
    with open_store(config) as store:
        with store.transaction():
            number = store.silences.add(aim, ends=end, reason=reason, now=moment)
        made = store.silences.get(number)
        shown = _json(store, config, made) if made else {}
    if as_json:
        print_json(shown)
    else:
        click.echo(f"silence {number}: {shown['name']} until {end:%Y-%m-%d %H:%M} UTC", err=True)
    return 0


@silence.command("list")
@config_option
@click.option("--all", "everything", is_flag=True, help="Also those that are over.")
@json_option
def list_(*, config_path: Path | None, everything: bool, as_json: bool) -> int:
    """List silences."""
    from watcher.app.clock import now
    from watcher.app.wiring import open_store_to_read

    config = loaded(config_path)
    with open_store_to_read(config) as store:
        rules = store.silences.all() if everything else store.silences.active(now())
        shown = [_json(store, config, rule) for rule in rules]
    if as_json:
        print_json(shown)
        return 0
    for one in shown:
        held = f", {one['kept_back']} kept back" if one["kept_back"] else ""
        click.echo(f"{one['id']:>4}  {one['name']}  until {one['ends']}{held}  ({one['reason']})")
    return 0


@silence.command("end")
@click.argument("number", type=int)
@config_option
def end(*, number: int, config_path: Path | None) -> int:
    """End a silence now; what it kept back is sent with the next delivery."""
    from watcher.app.clock import now
    from watcher.app.wiring import open_store

    config = loaded(config_path)
    with open_store(config) as store, store.transaction():
        if store.silences.get(number) is None:
            raise UsageError(f"there is no silence {number}", hint="see: watcher silence list")
        store.silences.end(number, now=now())
    click.echo(f"silence {number} is over", err=True)
    return 0


def _json(store: Store, config: Config, rule: SilenceRule) -> dict[str, Any]:
    from watcher.app.silencing import shown_target

    return {
        "schema": 1,
        "id": rule.id,
        "target": rule.target,
        "name": shown_target(config, rule),
        "starts": rule.starts.isoformat(timespec="seconds"),
        "ends": rule.ends.isoformat(timespec="seconds"),
        "reason": rule.reason,
        "kept_back": store.silences.kept_back(rule.id),
    }

"""`watcher outbox`: deliveries, what became of them, and another try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json, width
from watcher.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.config import Config
    from watcher.model.message import Attempt, Outgoing, Waiting
    from watcher.store import Store

EXIT_PENDING = 4


@click.group(invoke_without_command=True)
@config_option
@click.option("--all", "everything", is_flag=True, help="Also what arrived or was dropped.")
@json_option
@click.pass_context
def outbox(ctx: click.Context, *, config_path: Path | None, everything: bool, as_json: bool) -> int:
    """List what is on its way, what waits, and what could not be delivered."""
    ctx.ensure_object(dict)["config_path"] = config_path
    if ctx.invoked_subcommand is not None:
        return 0
    from watcher.app.wiring import open_store_to_read

    config = loaded(config_path)
    with open_store_to_read(config) as store:
        states = () if everything else ("pending", "failed", "dead")
        found, waiting = store.outbox.all(*states), store.outbox.waiting()
    if as_json:
        print_json(
            {
                "schema": 1,
                "messages": [_message_json(one) for one in found],
                "waiting": [_waiting_json(row) for row in waiting],
            }
        )
        return 0
    known = {one.name for one in config.notifiers}
    for one in found:
        _print(one, known)
    for row in waiting:
        click.echo(
            f"   -  waiting  {row.notifier:<12} {_why(row)}  {row.alert.headline}"[: width()]
        )
    return 0


@outbox.command("show")
@click.argument("number", type=int)
@config_option
@json_option
@click.pass_context
def show(ctx: click.Context, *, number: int, config_path: Path | None, as_json: bool) -> int:
    """Show one message with every attempt at it."""
    from watcher.app.wiring import open_store_to_read

    with open_store_to_read(_config(ctx, config_path)) as store:
        found, attempts = _found(store, number), store.outbox.attempts_at(number)
    if as_json:
        shown = {**_message_json(found), "tries": [_attempt_json(one) for one in attempts]}
        print_json({**shown, "text": found.message.text})
        return 0
    click.echo(f"{found.message.subject}\n  to {found.message.notifier}, {found.state}")
    click.echo(f"  key {found.message.key}")
    for alert in found.message.alerts:
        click.echo(f"  alert {alert.id}: {alert.headline}")
    for one in attempts:
        status = f" {one.status}" if one.status is not None else ""
        said = one.error or one.answer
        click.echo(
            f"  {one.started:%Y-%m-%d %H:%M:%S} {one.outcome}{status} ({one.seconds:.1f} s) {said}"
        )
    if found.next_try is not None:
        click.echo(f"  next try {found.next_try:%Y-%m-%d %H:%M:%S} UTC")
    return 0


@outbox.command("retry")
@click.argument("number", type=int, required=False)
@click.option("--dead", is_flag=True, help="Everything that was given up.")
@config_option
@click.pass_context
def retry(ctx: click.Context, *, number: int | None, dead: bool, config_path: Path | None) -> int:
    """Try again now what failed or was given up; the key stays the same."""
    from watcher.app.redelivering import retry_messages

    if (number is None) != dead:
        raise UsageError("name a message, or say --dead")
    config = _config(ctx, config_path)
    from watcher.cli.check import tell_alerts

    report, left = retry_messages(config, number, tell_alerts)
    for line in dict.fromkeys(report.errors):
        click.echo(f"watcher: {line}", err=True)
    click.echo(f"{report.sent} sent, {left} still on the way", err=True)
    return EXIT_PENDING if report.failed else 0


@outbox.command("drop")
@click.argument("number", type=int)
@click.option("--reason", required=True, help="Why it need not arrive.")
@config_option
@click.pass_context
def drop(ctx: click.Context, *, number: int, reason: str, config_path: Path | None) -> int:
    """Give a message up for good."""
    from watcher.app.clock import now
    from watcher.app.wiring import open_store

    with open_store(_config(ctx, config_path)) as store, store.transaction():
        if _found(store, number).state == "sent":
            raise UsageError(f"message {number} has arrived")
        store.outbox.drop(number, now=now(), why=f"dropped: {reason}")
    click.echo(f"dropped {number}", err=True)
    return 0


def _config(ctx: click.Context, named: Path | None) -> Config:
    return loaded(named or ctx.obj.get("config_path"))


def _found(store: Store, number: int) -> Outgoing:
    found = store.outbox.get(number)
    if found is None:
        raise UsageError(f"there is no message {number}", hint="see: watcher outbox --all")
    return found


def _print(one: Outgoing, known: set[str]) -> None:
    message = one.message
    when = f"next {one.next_try:%d %b %H:%M}" if one.next_try is not None else ""
    note = one.last_error or ""
    if message.notifier not in known and one.state != "sent":
        note = "no such notifier in the configuration any more"
    line = f"{one.id:>4}  {one.state:<8} {message.notifier:<12} {one.attempts} tries  {when}"
    click.echo(f"{line}  {message.subject}"[: width()].rstrip())
    if note:
        click.echo(f"      {note}")


def _why(row: Waiting) -> str:
    if row.silence is not None:
        return f"silence {row.silence}, until {row.next_try:%d %b %H:%M}"
    return f"digest {row.next_try:%d %b %H:%M}" if row.next_try else "next run"


def _message_json(one: Outgoing) -> dict[str, Any]:
    message = one.message
    return {
        "schema": 1,
        "id": one.id,
        "key": message.key,
        "notifier": message.notifier,
        "kind": message.kind.value,
        "subject": message.subject,
        "state": one.state,
        "attempts": one.attempts,
        "created": message.created.isoformat(timespec="seconds"),
        "next_try": one.next_try.isoformat(timespec="seconds") if one.next_try else None,
        "finished": one.finished.isoformat(timespec="seconds") if one.finished else None,
        "last_error": one.last_error,
        "alerts": [str(alert.id) for alert in message.alerts],
    }


def _waiting_json(row: Waiting) -> dict[str, Any]:
    return {
        "key": row.key,
        "notifier": row.notifier,
        "alert": str(row.alert.id),
        "until": row.next_try.isoformat(timespec="seconds") if row.next_try else None,
        "silence": row.silence,
    }


def _attempt_json(one: Attempt) -> dict[str, Any]:
    return {
        "started": one.started.isoformat(timespec="seconds"),
        "seconds": round(one.seconds, 3),
        "outcome": one.outcome,
        "status": one.status,
        "error": one.error,
        "answer": one.answer,
    }

"""`watcher alerts`: list, acknowledge and reject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json, width

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.model.alert import Alert
    from watcher.store import Store


@click.group(invoke_without_command=True)
@config_option
@click.option("--held", is_flag=True, help="Only those that wait for review.")
@click.option("--open", "open_only", is_flag=True, help="Only those nobody has seen to.")
@json_option
@click.pass_context
def alerts(
    ctx: click.Context, *, config_path: Path | None, held: bool, open_only: bool, as_json: bool
) -> int:
    """List alerts; acknowledge one, or take a false one back."""
    ctx.ensure_object(dict)["config_path"] = config_path
    if ctx.invoked_subcommand is not None:
        return 0
    from watcher.app.wiring import open_store_to_read

    with open_store_to_read(loaded(config_path)) as store:
        found = tuple(
            alert
            for alert in store.alerts.all()
            if (alert.held or not held) and not (open_only and _seen_to(store, alert))
        )
        if as_json:
            print_json([_alert_json(store, alert) for alert in found])
        else:
            _print(store, found)
    return 0


@alerts.command("ack")
@click.argument("alert")
@click.option("--note", default="", help="What was done.")
@config_option
@click.pass_context
def ack(ctx: click.Context, *, alert: str, note: str, config_path: Path | None) -> int:
    """Acknowledge an alert: a person has seen to it."""
    from watcher.app.clock import now
    from watcher.app.receipts import alert_id_of
    from watcher.app.wiring import open_store

    config = loaded(config_path or ctx.obj.get("config_path"))
    with open_store(config) as store, store.transaction():
        found = alert_id_of(store, alert)
        store.alerts.acknowledge(found, note=note, now=now())
    click.echo(f"acknowledged {found}", err=True)
    return 0


@alerts.command("reject")
@click.argument("alert")
@click.option("--reason", required=True, help="Why it is false.")
@config_option
@click.pass_context
def reject(ctx: click.Context, *, alert: str, reason: str, config_path: Path | None) -> int:
    """Take a false alert back: the state is restored, and whoever had it is told once."""
    from watcher.app.rejecting import reject_alert

    config = loaded(config_path or ctx.obj.get("config_path"))
    correction = reject_alert(config, alert, reason)
    click.echo(f"rejected; correction {correction.id}", err=True)
    return 0


def _seen_to(store: Store, alert: Alert) -> bool:
    handling = store.alerts.handling(alert.id)
    return bool(handling.acknowledged or handling.rejected)


def _alert_json(store: Store, alert: Alert) -> dict[str, Any]:
    from watcher.alerting.json import alert_json

    handling = store.alerts.handling(alert.id)
    return {
        **alert_json(alert),
        "acknowledged": handling.acknowledged,
        "note": handling.note,
        "rejected": handling.rejected,
        "rejected_reason": handling.rejected_reason,
        "deliveries": [
            {"notifier": delivery.notifier, "state": delivery.state}
            for delivery in store.deliveries.of_alert(alert.id)
        ],
    }


def _print(store: Store, found: tuple[Alert, ...]) -> None:
    from watcher.alerting.render.words import SEVERITY_MARKS, alert_subject, shorten

    room = max(width() - 40, 40)
    for alert in found:
        handling = store.alerts.handling(alert.id)
        state = (
            "rejected"
            if handling.rejected
            else "held"
            if alert.held
            else "seen"
            if handling.acknowledged
            else ""
        )
        day = alert.raised.date().isoformat()
        mark = SEVERITY_MARKS[alert.severity]
        line = f"{alert.id}  {day}  {mark:<3} {state:<8} {shorten(alert_subject(alert), room)}"
        click.echo(line.rstrip())

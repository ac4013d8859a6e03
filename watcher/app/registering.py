"""Take a register that was fetched in: parsed, compared with the last fetch, stored."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from watcher.diff import DiffContext, Provenance
from watcher.diff.register import Page
from watcher.errors import DocumentError
from watcher.fetch.register import RegisterSource
from watcher.model.source import SourceStatus
from watcher.model.watch import NoticeKind, Remark
from watcher.parse.hints import Hints
from watcher.parse.register import parse_register
from watcher.pipeline.registers import take_register
from watcher.reference import load_register, load_rulebook

if TYPE_CHECKING:
    from watcher.model.document import Fetched
    from watcher.model.register import RegisterTable
    from watcher.pipeline.ingest import Ingest, SourceReport
    from watcher.store import Store


def take_in(source: Any, report: SourceReport, to: tuple[Store, Ingest], hold_above: int) -> None:
    """Store what a register's page adds; its warnings become remarks on the source.

    Raises:
        StoreError: when the database fails.
    """
    if not isinstance(source, RegisterSource) or source.page is None:
        return
    store, ingest = to
    fetched = source.page.fetched
    context = DiffContext(register=load_register(), rulebook=load_rulebook())
    try:
        table = table_of(fetched)
    except DocumentError as error:
        report.status, report.error = SourceStatus.FAILED, str(error)
        return
    page = Page(
        provenance=Provenance(seen=ingest.moment(), source=source.name),
        url=fetched.url or None,
        path=fetched.path,
        title=source.page.outlet or source.name,
        sha256=hashlib.sha256(fetched.body).hexdigest(),
    )
    events, alerts, warnings = take_register(table, page, to, context, batch=source.name)
    with store.transaction():
        flood = store.alerts.settle(source.name, hold_above=hold_above)
        source.kit.settle(source.name)
    report.seen, report.changed = 1, 1
    report.events += events
    report.alerts += [alert for alert in alerts if not alert.held and alert.id not in flood]
    report.held += [alert for alert in alerts if alert.held or alert.id in flood]
    for warning in warnings:
        text = f"{warning.reason.value}: {warning.detail}"
        source.kit.memory.remark(source.name, Remark(kind=NoticeKind.REGISTER, text=text))


def table_of(fetched: Fetched) -> RegisterTable:
    """Read the table of a register.

    Raises:
        DocumentError: when there is none in it.
    """
    hints = Hints(path=fetched.path, url=fetched.url or None)
    return parse_register(fetched.body, hints, load_register(), load_rulebook())

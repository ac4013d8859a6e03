"""`watcher explain`: the receipt of an alert or event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.app.receipts import Proof, Quoted, Receipt


@click.command()
@click.argument("id_", metavar="ID")
@config_option
@json_option
def explain(*, id_: str, config_path: Path | None, as_json: bool) -> int:
    """Print the receipt of an alert or event: what, from what, and by which rule."""
    from watcher.app.receipts import receipts_of
    from watcher.app.wiring import open_store_to_read

    with open_store_to_read(loaded(config_path)) as store:
        alert, receipts = receipts_of(store, id_)
    if as_json:
        from watcher.model.reading import SCHEMA

        print_json(
            {
                "schema": SCHEMA,
                "id": alert.id if alert else receipts[0].event.id,
                "headline": alert.headline if alert else None,
                "events": [_receipt_json(receipt) for receipt in receipts],
            }
        )
        return 0
    if alert is not None:
        from watcher.alerting.render.words import one_line

        click.echo(one_line(alert.headline))
        click.echo(f"  alert {alert.id}, raised {alert.raised.isoformat(timespec='seconds')}")
    for receipt in receipts:
        click.echo(_receipt_text(receipt))
    return 0


def _receipt_json(receipt: Receipt) -> dict[str, Any]:
    from watcher.alerting.json import event_json

    return {
        **event_json(receipt.event),
        "withdrawn": receipt.withdrawn,
        "proofs": [_proof_json(proof) for proof in receipt.proofs],
    }


def _proof_json(proof: Proof) -> dict[str, Any]:
    from watcher.alerting.json import citation_json

    record, version = proof.record, proof.version
    return {
        "record": record.id,
        "outcome": record.outcome.value,
        "when": record.when.text if record.when else None,
        "role": record.role.value,
        "origin": record.origin,
        "source": record.source,
        "confidence": round(record.confidence, 3),
        "seen": record.seen.isoformat(timespec="seconds"),
        "sha256": version.sha256 if version else None,
        "fetched": version.fetched if version else None,
        "evidence": [
            {
                **citation_json(quoted.citation),
                "rule": quoted.citation.rule,
                "stands": quoted.stands,
            }
            for quoted in proof.quotations
        ],
        "retired": proof.retired,
        "rejections": list(proof.rejections),
    }


def _receipt_text(receipt: Receipt) -> str:
    from watcher.alerting.render.words import CHANGE_WORDS, KIND_WORDS, one_line, was_now

    event = receipt.event
    lines = [
        "",
        f"{one_line(event.council.name)} — {was_now(event)}",
        f"  event      {event.id}",
        f"  what       {CHANGE_WORDS[event.change]}, {KIND_WORDS[event.kind]}"
        + (f" ({event.regime})" if event.regime else ""),
        f"  severity   {event.severity.label if event.severity else 'none'}"
        f", {event.status.value}" + (", late" if event.late else ""),
    ]
    if receipt.withdrawn:
        lines.append(f"  withdrawn  {receipt.withdrawn}")
    for proof in receipt.proofs:
        lines += _proof_lines(proof)
    return "\n".join(lines)


def _proof_lines(proof: Proof) -> list[str]:
    from watcher.alerting.render.words import OUTCOME_WORDS, one_line

    record, version = proof.record, proof.version
    words = OUTCOME_WORDS[record.outcome]
    lines = [f"  ─ {record.role.value}: {words}, confidence {record.confidence:.2f}"]
    if proof.quotations:
        first = proof.quotations[0].citation
        named = one_line(", ".join(part for part in (first.outlet, first.title) if part))
        lines.append(f"    document   {named or one_line(first.path or '')}")
        if first.url or first.path:
            lines.append(f"    found at   {one_line(first.url or first.path or '')}")
    if version is not None:
        lines.append(f"    fetched    {version.fetched} by source {one_line(record.source)}")
        lines.append(f"    sha256     {version.sha256}")
    for quoted in proof.quotations:
        lines += _quotation_lines(quoted)
    if proof.retired:
        lines.append(f"    no longer counts: {proof.retired}")
    lines += [
        f"    set aside: {rejection['reason']}: “{one_line(str(rejection['quote']))}”"
        for rejection in proof.rejections
    ]
    return lines


def _quotation_lines(quoted: Quoted) -> list[str]:
    from watcher.alerting.render.words import one_line

    citation = quoted.citation
    page = f"page {citation.page}, " if citation.page else ""
    stands = {
        True: "stands so in the stored text",
        False: "DOES NOT STAND SO in the stored text",
        None: "the document is not stored",
    }[quoted.stands]
    return [
        f"    “{one_line(citation.quote)}”",
        f"      {page}characters {citation.start}-{citation.end}, {stands}; rule {citation.rule}",
    ]

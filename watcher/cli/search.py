"""`watcher search`: find stored documents by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import config_option, json_option, loaded, print_json

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.store.documents import Hit


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@config_option
@json_option
def search(*, words: tuple[str, ...], limit: int, config_path: Path | None, as_json: bool) -> int:
    """Find stored documents that hold all the words, in whatever form, best first."""
    from watcher.app.wiring import open_store_to_read

    with open_store_to_read(loaded(config_path)) as store:
        hits = store.documents.search(" ".join(words), limit=limit)
    if as_json:
        print_json([_hit_json(hit) for hit in hits])
    else:
        for hit in hits:
            click.echo(_hit_text(hit))
    return 0


def _hit_json(hit: Hit) -> dict[str, Any]:
    from watcher.model.reading import SCHEMA

    version = hit.version
    return {
        "schema": SCHEMA,
        "title": version.title,
        "outlet": version.outlet,
        "published": version.published,
        "url": version.url,
        "path": version.path,
        "source": version.source,
        "sha256": version.sha256,
        "passage": hit.passage,
    }


def _hit_text(hit: Hit) -> str:
    from watcher.alerting.render.words import date_words, one_line
    from watcher.model.dates import PartialDate

    version = hit.version
    date = date_words(PartialDate(version.published)) if version.published else ""
    facts = [one_line(version.outlet or ""), date, one_line(version.url or version.path or "")]
    return "\n".join(
        [
            one_line(version.title) or "(no title)",
            "  " + " · ".join(fact for fact in facts if fact),
            f"  {one_line(hit.passage)}",
        ]
    )

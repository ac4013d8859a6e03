"""`watcher export`: data out."""

from __future__ import annotations

from pathlib import Path

import click

from watcher.cli.common import config_option, loaded


def _views(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    del ctx, param
    from watcher.store.views import VIEWS

    return [name for name in VIEWS if name.startswith(incomplete)]


@click.command()
@click.argument("tables", nargs=-1, metavar="[TABLE]...", shell_complete=_views)
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "jsonl", "xlsx", "parquet"]),
    default="csv",
    show_default=True,
    help="How to write; parquet needs the extra `parquet`.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="A file for one table or a workbook, a folder for several; else stdout.",
)
@click.option("--list", "listed", is_flag=True, help="List the tables.")
@click.option(
    "--metadata",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write Datasette's metadata into this file.",
)
def export(  # noqa: PLR0913  (one parameter an option)
    *,
    tables: tuple[str, ...],
    config_path: Path | None,
    form: str,
    output: Path | None,
    listed: bool,
    metadata: Path | None,
) -> int:
    """Give TABLEs out, or all of them: CSV, JSON Lines, XLSX, Parquet.

    With --metadata the database itself can be shown: datasette watcher.db -m FILE
    """
    from watcher.app.exporting import export_tables, write_metadata
    from watcher.cli.progress import progress

    if listed:
        from watcher.store.views import VIEWS

        wide = max(len(name) for name in VIEWS)
        click.echo("\n".join(f"{name:<{wide}}  {words}" for name, words in VIEWS.items()))
        return 0
    config = loaded(config_path)
    if metadata is not None:
        write_metadata(config, metadata)
        if not tables and output is None:
            return 0
    with progress() as bars:
        text = export_tables(config, tables, form, output, bars.over)
    if text is not None:
        click.echo(text, nl=False)
    return 0

"""`watcher site`: the static dashboard."""

from __future__ import annotations

from pathlib import Path

import click

from watcher.cli.common import config_option, json_option, loaded, print_json


@click.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
@config_option
@click.option(
    "--base-url",
    metavar="URL",
    default="",
    help="Where the site will be found; feeds then carry whole addresses.",
)
@json_option
def site(*, directory: Path, config_path: Path | None, base_url: str, as_json: bool) -> int:
    """Build the static dashboard in DIRECTORY, or bring it up to date.

    The folder needs no server: open its index.html, or copy it to any web server. Only what
    changed is written, each file in one step, the front page last.
    """
    from watcher.app.siting import build_site
    from watcher.cli.progress import progress

    if base_url and not base_url.startswith(("http://", "https://")):
        raise click.BadParameter("must begin with http:// or https://", param_hint="--base-url")
    with progress() as bars:
        report = build_site(loaded(config_path), directory, base_url=base_url, progress=bars.begin)
    if as_json:
        from watcher.model.reading import SCHEMA

        print_json(
            {
                "schema": SCHEMA,
                "directory": str(report.directory),
                "councils": report.councils,
                "alerts": report.alerts,
                "written": report.written,
                "unchanged": report.unchanged,
                "removed": report.removed,
            }
        )
        return 0
    click.echo(
        f"watcher: {report.written} files written, {report.unchanged} unchanged, "
        f"{report.removed} removed; open {report.directory / 'index.html'}",
        err=True,
    )
    return 0

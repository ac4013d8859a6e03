"""What commands share: options, JSON on stdout, times as people read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.config import Config


def config_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--config`."""
    option = click.option(
        "--config",
        "config_path",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="The configuration; else WATCHER_CONFIG, ./config.toml, the user's own.",
    )
    return option(function)


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def loaded(config_path: Path | None) -> Config:
    """Load the configuration.

    Raises:
        ConfigError: when there is none, or it cannot be used.
    """
    from watcher.app.wiring import configured

    return configured(config_path)


def print_json(value: Any) -> None:
    """Print a value as JSON on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def width() -> int:
    """Give the width of the terminal, 100 where there is none."""
    import shutil

    return shutil.get_terminal_size((100, 24)).columns

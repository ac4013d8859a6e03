"""Write docs/cli.md and docs/config.md from the program itself.

usage: python scripts/reference.py [--check]

With `--check` nothing is written; it ends with 1 when a file is out of date.
"""

from __future__ import annotations

import datetime as dt
import importlib
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from pydantic_core import PydanticUndefined

from watcher.cli import COMMANDS, cli
from watcher.config.model import DaemonTable, FetchTable, RouteTable, SiteTable, WatcherTable
from watcher.fetch import SOURCE_KINDS
from watcher.notify import NOTIFIER_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

DOCS = Path(__file__).resolve().parent.parent / "docs"
NOTE = "<!-- Made by `python scripts/reference.py`; do not edit. -->\n"
WIDTH = 96

CLI_HEAD = """# Commands

What every command takes, as `watcher COMMAND --help` prints it. Data goes to stdout, talk to
stderr. Exit codes of `check`: 0 done, 1 internal error, 2 usage or configuration, 3 some source
failed, 4 a delivery is pending, 5 all sources failed, 75 another run is at work; with
`--exit-code` 10 when an alert was raised.
"""

CONFIG_HEAD = """# Configuration

A TOML file: the one that `--config` or `WATCHER_CONFIG` names, else `./config.toml`, else
`watcher/config.toml` in the user's configuration folder. Paths in it are relative to the file.
An unknown key is an error. `watcher init` writes a first one, with a schema for editors beside it.

Spans of time are written as people do: `"30 min"`, `"6 h"`, `"120 days"`. A secret is never
written out: `{ env = "NAME" }` names an environment variable, `{ file = "PATH" }` a file,
`{ credential = "NAME" }` a systemd credential.
"""

GROUPS = """## `[groups]`

Names for lists of councils, to be used in routes and with `watcher status --group`:

```toml
[groups]
neighbours = ["Swindon", "Wiltshire", "Oxfordshire"]
```
"""


def main() -> int:
    """Write or check the files; give the exit code."""
    check = "--check" in sys.argv[1:]
    stale = 0
    for name, text in (("cli.md", cli_reference()), ("config.md", config_reference())):
        path = DOCS / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if check:
            sys.stderr.write(f"docs/{name} is out of date: python scripts/reference.py\n")
        else:
            path.write_text(text, encoding="utf-8")
    return 1 if check and stale else 0


def cli_reference() -> str:
    """Describe every command."""
    parts = [NOTE, CLI_HEAD, _block("watcher", cli)]
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        if command is not None:
            parts += list(_command(f"watcher {name}", command))
    return "\n".join(parts)


def _command(name: str, command: click.Command, level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} `{name}`\n"
    yield _block(name, command)
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for sub in command.list_commands(context):
            found = command.get_command(context, sub)
            if found is not None:
                yield from _command(f"{name} {sub}", found, level + 1)


def _block(name: str, command: click.Command) -> str:
    context = click.Context(
        command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    )  # fmt: skip
    return f"```text\n{command.get_help(context).rstrip()}\n```\n"


def config_reference() -> str:
    """Describe every table and key."""
    parts = [NOTE, CONFIG_HEAD]
    tables: Mapping[str, type[BaseModel]] = {
        "[watcher]": WatcherTable,
        "[fetch]": FetchTable,
        "[daemon]": DaemonTable,
        "[site]": SiteTable,
        "[[route]]": RouteTable,
    }
    for title, model in tables.items():
        parts += [f"## `{title}`\n", _intro(model), _keys(model)]
    parts.append(GROUPS)
    parts.append(
        "## `[[source]]`\n\nEvery source has a `name` and a `type`; the rest depends on it.\n"
    )
    for kind, (place, _) in SOURCE_KINDS.items():
        model = _imported(place)
        parts += [f'### `type = "{kind}"`\n', _intro(model), _keys(model)]
    parts.append(
        "## `[[notify]]`\n\nEvery notifier has a `name` (else that of its type) and a `type`.\n"
    )
    for kind, (place, _) in NOTIFIER_KINDS.items():
        model = _imported(place)
        parts += [f'### `type = "{kind}"`\n', _intro(model), _keys(model)]
    return "\n".join(parts)


def _imported(place: str) -> type[BaseModel]:
    module, name = place.split(":")
    found: type[BaseModel] = getattr(importlib.import_module(module), name)
    return found


def _intro(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split()) + "\n"


def _keys(model: type[BaseModel]) -> str:
    schema = model.model_json_schema(mode="validation")
    rows = ["| key | value | default | meaning |", "|---|---|---|---|"]
    for name, field in model.model_fields.items():
        if name in {"name", "kind", "type"}:
            continue
        shape = schema["properties"].get(field.alias or name, {})
        meaning = " ".join((field.description or "").split())
        meaning = meaning[:1].upper() + meaning[1:]
        rows.append(
            f"| `{name}` | {_shape(shape, schema)} | {_default(field)} | {_cell(meaning)} |"
        )
    return "\n".join(rows) + "\n" if len(rows) > 2 else "No keys of its own.\n"  # noqa: PLR2004


def _shape(shape: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """Put a JSON Schema into a few words."""
    if "$ref" in shape:
        name = shape["$ref"].rsplit("/", 1)[-1]
        return _named(name, schema["$defs"][name], schema)
    if "anyOf" in shape:
        kinds = [_shape(one, schema) for one in shape["anyOf"] if one.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if "enum" in shape:
        return ", ".join(f"`{value}`" for value in shape["enum"])
    if "const" in shape:
        return f"`{shape['const']}`"
    if shape.get("type") == "array":
        return f"list of {_shape(shape.get('items', {}), schema)}"
    if shape.get("type") == "object" and isinstance(shape.get("additionalProperties"), dict):
        return f"table of {_shape(shape['additionalProperties'], schema)}"
    words = {"string": "text", "integer": "number", "number": "number", "boolean": "true or false"}
    known = {"path": "path", "date": "date"}
    return known.get(shape.get("format", ""), words.get(shape.get("type", ""), "value"))


def _named(name: str, found: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    if name.startswith("SecretRef"):
        return "secret"
    if "enum" in found:
        return _shape(found, schema)
    keys = ", ".join(f"`{key}`" for key in found.get("properties", {}))
    return f"table with {keys}" if keys else "table"


def _default(field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=True, validated_data={})
    if value is PydanticUndefined:
        return "required"
    return _value(value)


def _value(value: Any) -> str:
    if value is None or value in ((), "", {}):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, dt.timedelta):
        return f"`{_span(value)}`" if value else ""
    if isinstance(value, Enum):
        return f"`{value.name.lower()}`"
    if isinstance(value, tuple):
        return ", ".join(_value(one) for one in value)
    return f"`{_cell(str(value))}`"


def _span(value: dt.timedelta) -> str:
    seconds = value.total_seconds()
    for unit, size in (("days", 86400), ("h", 3600), ("min", 60)):
        if seconds >= size and seconds % size == 0:
            return f"{seconds / size:g} {unit}"
    return f"{seconds:g} s"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())

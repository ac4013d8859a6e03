"""The configuration as JSON Schema, for editors that complete and check TOML."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from watcher.config.model import DaemonTable, RouteTable, SiteTable, WatcherTable
from watcher.fetch import SOURCE_KINDS
from watcher.fetch.options import FetchTable
from watcher.notify import NOTIFIER_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

_TABLES: Mapping[str, type[BaseModel]] = {
    "watcher": WatcherTable,
    "fetch": FetchTable,
    "daemon": DaemonTable,
    "site": SiteTable,
}
_OWN = frozenset({"name", "type", "kind"})


def config_schema() -> dict[str, Any]:
    """Describe everything that a configuration may say."""
    kinds = {"source": SOURCE_KINDS, "notify": NOTIFIER_KINDS}
    models: dict[tuple[str, str], type[BaseModel]] = {
        (table, kind): _options(address)
        for table, known in kinds.items()
        for kind, (address, _) in known.items()
    }
    every: set[type[BaseModel]] = {*models.values(), *_TABLES.values(), RouteTable}
    places, shared = models_json_schema(
        [(model, "validation") for model in sorted(every, key=_place)]
    )
    refs = {model: place["$ref"] for (model, _), place in places.items()}
    definitions = shared["$defs"]
    properties: dict[str, Any] = {name: {"$ref": refs[model]} for name, model in _TABLES.items()}
    properties["route"] = {"type": "array", "items": {"$ref": refs[RouteTable]}}
    properties["groups"] = {
        "type": "object",
        "description": "Names for lists of councils.",
        "additionalProperties": {"type": "array", "items": {"type": "string"}},
    }
    for table, known in kinds.items():
        entries = [_entry(kind, refs[models[table, kind]], definitions, table) for kind in known]
        properties[table] = {"type": "array", "items": {"oneOf": entries}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Configuration of watcher",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": definitions,
    }


def _entry(kind: str, ref: str, definitions: Mapping[str, Any], table: str) -> dict[str, Any]:
    """Describe one entry of an array of tables: its options, its type, its name."""
    options = definitions[ref.rsplit("/", 1)[1]]
    inner = {key: value for key, value in options["properties"].items() if key not in _OWN}
    needed = [key for key in options.get("required", ()) if key not in _OWN]
    named = ["name"] if table == "source" else []
    return {
        "type": "object",
        "title": kind,
        "description": options.get("description", ""),
        "additionalProperties": False,
        "properties": {
            "name": {"type": "string", "description": "A name of your own."},
            "type": {"const": kind},
            **inner,
        },
        "required": ["type", *named, *needed],
    }


def _place(model: type[BaseModel]) -> tuple[str, str]:
    return model.__module__, model.__name__


def _options(address: str) -> type[BaseModel]:
    module, name = address.split(":")
    found: type[BaseModel] = getattr(importlib.import_module(module), name)
    return found

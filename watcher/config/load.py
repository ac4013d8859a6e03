"""Read a configuration and say clearly what is wrong with it."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from watcher.config.lines import line_of
from watcher.config.model import (
    Config,
    DaemonTable,
    NotifierConfig,
    RouteTable,
    SiteTable,
    SourceConfig,
    WatcherTable,
)
from watcher.config.problems import Problem, problem_of
from watcher.errors import ConfigError
from watcher.fetch import SOURCE_KINDS
from watcher.fetch.options import FetchTable
from watcher.notify import NOTIFIER_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from watcher.config.lines import Place

TABLES = ("watcher", "source", "notify", "route", "groups", "daemon", "fetch", "site")


def load_config(path: Path) -> Config:
    """Read a configuration file.

    Raises:
        ConfigError: naming the file, the line or table, what is wrong, and the nearest known
            name.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("the configuration cannot be read", resource=str(path)) from error
    return read_config(text, path)


def read_config(text: str, path: Path) -> Config:
    """Read the text of a configuration; paths in it are relative to the file's folder.

    Raises:
        ConfigError: as `load_config`.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not valid TOML: {error}", resource=str(path)) from error
    try:
        return _Reader(data, path.absolute().parent).config(path)
    except Problem as problem:
        line = line_of(text, problem.place)
        where = f"{path}:{line}" if line else str(path)
        raise ConfigError(problem.message, resource=where, hint=problem.hint) from problem.cause


class _Reader:
    """Turns the tables of one file into a Config."""

    def __init__(self, data: dict[str, Any], base: Path) -> None:
        self._data = data
        self._base = base

    def config(self, path: Path) -> Config:
        """Read all tables."""
        for name in self._data:
            if name not in TABLES:
                raise Problem.unknown((name,), f"unknown table [{name}]", name, TABLES)
        notifiers = tuple(
            NotifierConfig(name=name, type=kind, options=options)
            for name, kind, options in self._named("notify", NOTIFIER_KINDS)
        )
        routes = self._routes([notifier.name for notifier in notifiers])
        return Config(
            path=path,
            watcher=self._table("watcher", WatcherTable),
            sources=tuple(
                SourceConfig(name=name, type=kind, options=options)
                for name, kind, options in self._named("source", SOURCE_KINDS)
            ),
            notifiers=notifiers,
            routes=routes,
            groups=self._groups(),
            daemon=self._table("daemon", DaemonTable),
            site=self._table("site", SiteTable),
            fetch=self._table("fetch", FetchTable),
        )

    def _table(self, name: str, model: Any) -> Any:
        return self._validated(model, self._data.get(name, {}), (name,))

    def _validated(self, model: Any, values: Any, place: Place) -> Any:
        if not isinstance(values, dict):
            raise Problem(place, f"[{place[0]}] must be a table")
        try:
            return _resolved(model.model_validate(values), self._base)
        except ValidationError as error:
            raise problem_of(error, model, place) from error

    def _entries(self, table: str) -> list[dict[str, Any]]:
        entries = self._data.get(table, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise Problem((table,), f"write [[{table}]], with two brackets, for each entry")
        return entries

    def _named(
        self, table: str, kinds: Mapping[str, tuple[str, str]]
    ) -> Iterable[tuple[str, str, Any]]:
        """Give name, type and options of each entry of an array of tables."""
        seen: set[str] = set()
        for index, entry in enumerate(self._entries(table)):
            place: Place = (table, index)
            kind = entry.get("type")
            if not isinstance(kind, str):
                known = ", ".join(kinds)
                raise Problem(place, f"[[{table}]] needs a type", hint=f"one of: {known}")
            if kind not in kinds:
                raise Problem.unknown((*place, "type"), f"unknown type {kind!r}", kind, kinds)
            name = entry.get("name", kind if table == "notify" else None)
            if not isinstance(name, str) or not name.strip():
                raise Problem(place, f"[[{table}]] needs a name")
            if name in seen:
                raise Problem((*place, "name"), f"two [[{table}]] are named {name!r}")
            seen.add(name)
            model = _options_of(kinds[kind][0])
            rest = {key: value for key, value in entry.items() if key not in {"name", "type"}}
            given = {"name": name, "type": kind, "kind": kind}
            own = {key: value for key, value in given.items() if key in model.model_fields}
            yield name, kind, self._validated(model, {**rest, **own}, place)

    def _routes(self, notifiers: list[str]) -> tuple[RouteTable, ...]:
        routes = []
        for index, entry in enumerate(self._entries("route")):
            place: Place = ("route", index)
            route: RouteTable = self._validated(RouteTable, entry, place)
            for name in route.notify:
                if name not in notifiers:
                    text = f"no notifier is named {name!r}"
                    raise Problem.unknown((*place, "notify"), text, name, notifiers)
            for name in route.groups:
                if name not in self._data.get("groups", {}):
                    text = f"no group is named {name!r}"
                    known = list(self._data.get("groups", {}))
                    raise Problem.unknown((*place, "groups"), text, name, known)
            routes.append(route)
        return tuple(routes)

    def _groups(self) -> dict[str, tuple[str, ...]]:
        groups = self._data.get("groups", {})
        if not isinstance(groups, dict):
            raise Problem(("groups",), "[groups] must be a table")
        for name, members in groups.items():
            if not isinstance(members, list) or not all(isinstance(m, str) for m in members):
                raise Problem(("groups", name), f"the group {name!r} must be a list of councils")
        return {name: tuple(members) for name, members in groups.items()}


def _options_of(address: str) -> Any:
    """Import the Options class that a registry names as `module:class`."""
    module, name = address.split(":")
    return getattr(importlib.import_module(module), name)


def _resolved(model: BaseModel, base: Path) -> BaseModel:
    """Make every relative path in a table relative to the configuration's folder."""
    changes: dict[str, Any] = {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        made = _absolute(value, base)
        if made is not value:
            changes[name] = made
    return model.model_copy(update=changes) if changes else model


def _absolute(value: Any, base: Path) -> Any:
    if isinstance(value, Path):
        return base / value.expanduser()
    if isinstance(value, tuple) and any(isinstance(item, Path | BaseModel) for item in value):
        return tuple(_absolute(item, base) for item in value)
    if isinstance(value, BaseModel):
        return _resolved(value, base)
    return value

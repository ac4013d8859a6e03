"""Checks of the network: names, certificates, each source and each notifier."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from watcher.doctor.line import ok, problem, warning
from watcher.errors import ConfigError
from watcher.notify.options import SecretRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from watcher.config import Config
    from watcher.doctor.line import Line, Patient
    from watcher.model.publishing import SourceLine

SOON = dt.timedelta(days=14)
"""A certificate that ends within this time is worth a word."""

QUIET = dt.timedelta(days=2)


@dataclass(frozen=True, slots=True, order=True)
class Host:
    """A host that the watch speaks to, and what for; `secure` from the first byte on."""

    name: str
    port: int
    secure: bool
    of: str
    ca_file: str = ""


def hosts_of(config: Config) -> tuple[Host, ...]:
    """Give every host that a configuration speaks to, each once."""
    tables: list[tuple[str, Any]] = [(f"source {one.name}", one.options) for one in config.sources]
    tables += [(f"notifier {one.name}", one.options) for one in config.notifiers]
    tables.append(("heartbeat", config.daemon))
    found: dict[tuple[str, int], Host] = {}
    for of, table in tables:
        for host in _hosts(of, table):
            found.setdefault((host.name, host.port), host)
    return tuple(sorted(found.values()))


def names(patient: Patient) -> Iterator[Line]:
    """Look whether the names of hosts lead anywhere."""
    if patient.offline:
        return
    hosts = hosts_of(patient.config)
    failed = 0
    for name in sorted({host.name for host in hosts}):
        try:
            patient.world.addresses(name)
        except OSError as error:
            failed += 1
            whom = ", ".join(host.of for host in hosts if host.name == name)
            yield problem(
                "dns", f"{name} ({whom}): {_why(error)}", "check the name and the network"
            )
    if hosts and not failed:
        yield ok("dns", f"{len({host.name for host in hosts})} names found")


def certificates(patient: Patient) -> Iterator[Line]:
    """Look whether hosts answer, over TLS where that is asked for."""
    if patient.offline:
        return
    for host in hosts_of(patient.config):
        yield _answer(patient, host)


def sources(patient: Patient) -> Iterator[Line]:
    """Look how each source is doing."""
    from watcher.app.siting import source_lines

    if patient.store is None:
        return
    for line in source_lines(patient.config, patient.store):
        yield _source(line, patient)
    yield from _missing_files(patient.config)


def notifiers(patient: Patient) -> Iterator[Line]:
    """Look how each channel is doing."""
    failing: Mapping[str, tuple[int, dt.datetime]] = (
        patient.store.channels.failures() if patient.store else {}
    )
    for one in patient.config.notifiers:
        check = f"notifier {one.name}"
        count, since = failing.get(one.name, (0, None))
        if count and since:
            yield problem(
                check,
                f"{one.type}: the last {count} attempts failed, since {since:%Y-%m-%d %H:%M}",
                f"see `watcher outbox`; try `watcher notify test {one.name}`",
            )
            continue
        program = getattr(one.options, "command", ())
        if program and not patient.world.program(program[0]):
            yield problem(check, f"the program {program[0]} is not found", "give its whole path")
            continue
        yield ok(check, f"{one.type}, no failure on record")


def _source(line: SourceLine, patient: Patient) -> Line:
    check = f"source {line.name}"
    last = dt.datetime.fromisoformat(line.last_good) if line.last_good else None
    since = f"last answered {last:%Y-%m-%d %H:%M}" if last else "never answered"
    text = f"{line.type}: {line.state}, {since}, {line.documents} documents"
    if line.state == "failing":
        return problem(check, f"{text}: {line.error}", f"try `watcher sources test {line.name}`")
    if line.state in {"degraded", "quiet"}:
        why = f": {line.error}" if line.error else ""
        return warning(check, text + why, f"try `watcher sources test {line.name}`")
    if last is None:
        return warning(check, text, "run `watcher check`")
    if patient.now - last > QUIET:
        return warning(check, text, "is the watch running? see cron, systemd or `watcher run`")
    return ok(check, text)


def _missing_files(config: Config) -> Iterator[Line]:
    for source in config.sources:
        path = getattr(source.options, "path", None)
        if isinstance(path, Path) and not path.exists():
            yield problem(f"source {source.name}", f"{path} does not exist", "correct its `path`")


def _answer(patient: Patient, host: Host) -> Line:
    check = f"host {host.name}:{host.port}"
    try:
        if not host.secure:
            patient.world.connect(host.name, host.port)
            return ok(check, f"answers ({host.of})")
        shaken = patient.world.handshake(
            host.name, host.port, Path(host.ca_file) if host.ca_file else None
        )
    except OSError as error:
        return problem(
            check,
            f"{_why(error)} ({host.of})",
            "check the address, the firewall, and the machine's certificates (ca-certificates)",
        )
    left = shaken.ends - patient.now
    text = f"{shaken.protocol}, certificate until {shaken.ends:%Y-%m-%d} ({host.of})"
    return warning(check, text, "tell whoever runs it") if left < SOON else ok(check, text)


def _hosts(of: str, table: Any) -> Iterator[Host]:
    if not isinstance(table, BaseModel):
        return
    ca_file = str(getattr(table, "ca_file", None) or "")
    name, port = getattr(table, "host", None), getattr(table, "port", None)
    if isinstance(name, str) and isinstance(port, int):
        yield Host(name, port, getattr(table, "security", "") == "tls", of, ca_file)
    for text in _texts(table):
        parts = urlsplit(text)
        if parts.scheme in {"http", "https"} and parts.hostname:
            secure = parts.scheme == "https"
            yield Host(parts.hostname, parts.port or (443 if secure else 80), secure, of, ca_file)


def _texts(table: BaseModel) -> Iterable[str]:
    """Give every text of a table that may be an address, also from where secrets are."""
    from watcher.app.secrets import secret_of

    for name in type(table).model_fields:
        if name in {"home", "self_url"}:
            continue
        value = getattr(table, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                yield one
            elif isinstance(one, SecretRef):
                try:
                    yield secret_of(one)
                except ConfigError:
                    continue


def _why(error: OSError) -> str:
    text = getattr(error, "verify_message", None) or error.strerror or str(error)
    return str(text) or type(error).__name__

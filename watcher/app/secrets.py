"""Secrets: found where the configuration says, kept in memory only, masked wherever they show."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from pydantic import BaseModel

from watcher.app.clock import environment
from watcher.errors import ConfigError
from watcher.notify.options import SecretRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from watcher.config import Config

MASK = "…"
_LONGEST = 64 * 1024
_SHORTEST_TO_MASK = 4
_OTHERS = stat.S_IRGRP | stat.S_IROTH | stat.S_IWGRP | stat.S_IWOTH


class Secrets:
    """Finds secrets and takes those that it found out of texts."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def __call__(self, secret: SecretRef) -> str:
        """Give the value.

        Raises:
            ConfigError: when it is not there.
        """
        value = secret_of(secret)
        self._known.update(part for part in _parts(value) if len(part) >= _SHORTEST_TO_MASK)
        return value

    def mask(self, text: str) -> str:
        """Take every known secret out of a text."""
        for value in sorted(self._known, key=len, reverse=True):
            text = text.replace(value, MASK)
        return text


def secret_of(secret: SecretRef) -> str:
    """Find a secret.

    Raises:
        ConfigError: when it is not there, or empty.
    """
    if secret.value is not None:
        return secret.value
    if secret.env is not None:
        value = environment(secret.env)
        if value is None:
            raise ConfigError(f"the environment variable {secret.env} is not set")
        return value.strip()
    path = Path(secret.file) if secret.file is not None else _credential(secret.credential or "")
    try:
        if path.stat().st_size > _LONGEST:
            raise ConfigError("too long for a secret", resource=str(path))
        value = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("the secret cannot be read", resource=str(path)) from error
    if not value:
        raise ConfigError("the secret is empty", resource=str(path))
    return value


def _credential(name: str) -> Path:
    folder = environment("CREDENTIALS_DIRECTORY")
    if folder is None:
        raise ConfigError(
            f"the credential {name!r} is not to be had",
            hint="run by systemd with LoadCredential=, or use { env = … } or { file = … }",
        )
    return Path(folder) / name


def _parts(value: str) -> Iterator[str]:
    """Give a secret in the forms in which it may show: whole, encoded, and what a URL hides."""
    yield value
    yield quote(value, safe="")
    parts = urlsplit(value) if "://" in value else None
    if parts is not None:
        yield from (part for part in (parts.path.strip("/"), parts.query, parts.password) if part)


def exposed(config: Config) -> tuple[str, ...]:
    """Say which secrets others on this machine can read, one sentence each."""
    found = []
    plain = [place for place, ref in secrets_in(config) if ref.value is not None]
    if plain and config.path is not None and _open_to_others(config.path):
        found.append(
            f"{config.path} can be read by others and holds secrets ({', '.join(plain)}): "
            f"chmod 600 {config.path}"
        )
    for place, ref in secrets_in(config):
        if ref.file is not None and _open_to_others(ref.file):
            found.append(f"{ref.file} ({place}) can be read by others: chmod 600 {ref.file}")
    return tuple(found)


def secrets_in(config: Config) -> tuple[tuple[str, SecretRef], ...]:
    """Give every secret that a configuration names, with where it stands."""
    tables: list[tuple[str, Any]] = [("[daemon]", config.daemon)]
    tables += [(f"[[notify]] {one.name}", one.options) for one in config.notifiers]
    tables += [(f"[[source]] {one.name}", one.options) for one in config.sources]
    return tuple(
        (f"{title} {name}", ref) for title, table in tables for name, ref in _refs_of(table)
    )


def _refs_of(table: Any) -> Iterable[tuple[str, SecretRef]]:
    if not isinstance(table, BaseModel):
        return
    for name in type(table).model_fields:
        value = getattr(table, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, SecretRef):
                yield name, one


def _open_to_others(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False

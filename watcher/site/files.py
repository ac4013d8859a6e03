"""Write the site's files: each replaced whole, only when it changed, the front page last."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from watcher.errors import UsageError, WatcherError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANIFEST = ".watcher-site.json"
"""What a build leaves for the next one; it also marks a folder as ours."""

LOCK = ".watcher-site.lock"
"""Held while a build is at work in a folder."""

PATIENCE = 120.0
"""Seconds to wait for another build of the same folder."""

LAYOUT = 1


def digest(*parts: str | bytes) -> str:
    """Hash parts to a short name."""
    found = blake2b(digest_size=10)
    for part in parts:
        found.update(part.encode() if isinstance(part, str) else part)
        found.update(b"\x1f")
    return found.hexdigest()


@contextmanager
def only_builder(directory: Path) -> Iterator[None]:
    """Hold the right to build in a folder.

    Raises:
        UsageError: when the folder holds something that no build of ours made.
        WatcherError: when another build does not end, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    Output(directory)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with FileLock(directory / LOCK, timeout=PATIENCE):
            yield
    except Timeout as error:
        raise WatcherError(
            "another build is at work and does not end", resource=str(directory)
        ) from error
    except OSError as error:
        raise WatcherError("the folder cannot be written", resource=str(directory)) from error


class Output:
    """A folder that a site is built in.

    A reader of the folder sees every file whole at any moment. Files that were there and are
    not written or kept again are removed at the end; what others put there stays.

    Args:
        directory: The folder.

    Raises:
        UsageError: when the folder holds something that no build of ours made.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.written = self.unchanged = self.removed = 0
        self._old = self._load()
        self._hashes: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._late: list[tuple[str, bytes]] = []

    @property
    def memory(self) -> dict[str, Any]:
        """What the last build left for this one."""
        found = self._old.get("memory", {})
        return found if isinstance(found, dict) else {}

    def keep(self, path: str, key: str) -> bool:
        """Keep a file of the last build if it was made for the same key and is still there."""
        if self._old["keys"].get(path) != key or not (self.directory / path).is_file():
            return False
        self._hashes[path] = self._old["files"][path]
        self._keys[path] = key
        self.unchanged += 1
        return True

    def put(self, path: str, content: str | bytes, *, key: str = "", late: bool = False) -> None:
        """Write a file unless it is there already with the same content.

        Args:
            path: Relative, with slashes.
            content: What it holds.
            key: What it was made for; a later build can `keep` it for the same.
            late: Write it after all others: for pages that lead to them.
        """
        data = content.encode() if isinstance(content, str) else content
        if key:
            self._keys[path] = key
        if late:
            self._late.append((path, data))
        else:
            self._write(path, data)

    def read(self, path: str) -> bytes:
        """Give the content of a file of this build."""
        return (self.directory / path).read_bytes()

    def finish(self, memory: dict[str, Any]) -> None:
        """Write what was left for last, remove what is no longer part of the site."""
        for path, data in self._late:
            self._write(path, data)
        for path in sorted(self._old["files"].keys() - self._hashes.keys()):
            (self.directory / path).unlink(missing_ok=True)
            self.removed += 1
        manifest = {
            "layout": LAYOUT,
            "files": self._hashes,
            "keys": self._keys,
            "memory": memory,
        }
        _replace(self.directory / MANIFEST, json.dumps(manifest, ensure_ascii=False).encode())

    def _write(self, path: str, data: bytes) -> None:
        hashed = digest(data)
        self._hashes[path] = hashed
        target = self.directory / path
        if self._old["files"].get(path) == hashed and target.is_file():
            self.unchanged += 1
            return
        try:
            _replace(target, data)
        except OSError as error:
            raise WatcherError("the file cannot be written", resource=str(target)) from error
        self.written += 1

    def _load(self) -> dict[str, Any]:
        empty: dict[str, Any] = {"files": {}, "keys": {}, "memory": {}}
        path = self.directory / MANIFEST
        if not path.exists():
            if self.directory.exists() and not self.directory.is_dir():
                raise UsageError("not a folder", resource=str(self.directory))
            if self.directory.is_dir() and any(
                path.name != LOCK for path in self.directory.iterdir()
            ):
                raise UsageError(
                    "the folder holds files that no `watcher site` wrote",
                    resource=str(self.directory),
                    hint="name an empty folder, or one that does not exist yet",
                )
            return empty
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            known = found["layout"] == LAYOUT and _safe(found["files"])
        except (OSError, ValueError, KeyError, TypeError):
            return empty
        return found if known else empty


def _safe(paths: Iterable[str]) -> bool:
    """Refuse a manifest that points outside of the folder."""
    return all(
        not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts
        for path in paths
    )


def _replace(target: Path, data: bytes) -> None:
    """Put a whole file in the place of another in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        part.chmod(0o644)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

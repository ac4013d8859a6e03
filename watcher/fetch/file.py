"""Read documents from files and folders."""

from __future__ import annotations

import datetime as dt
import glob
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from watcher.errors import FetchError
from watcher.fetch.outcomes import FetchOutcome
from watcher.model.dates import PartialDate
from watcher.model.document import Fetched
from watcher.model.source import Item, SourceResult, SourceStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".txt", ".html", ".htm", ".pdf")
"""What is read in a folder that is named without a pattern."""

LARGEST = 64 * 1024 * 1024
"""Bytes above which a file is not read."""


def _date(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        value = value.date()
    return PartialDate(str(value)) if isinstance(value, str | dt.date) else value


Date = Annotated[
    PartialDate,
    BeforeValidator(_date, json_schema_input_type=str),
    PlainSerializer(str, return_type=str),
]
"""A date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with or without quotes."""


class DocumentOptions(BaseModel):
    """What a person knows of one file that it does not say itself."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    published: Date | None = Field(default=None, description="When it was published.")
    url: str | None = Field(default=None, description="Where it can be read.")
    outlet: str | None = Field(default=None, description="Who published it.")
    title: str | None = Field(default=None, description="Its title.")


class Options(BaseModel):
    """The options of a source of type `file`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path = Field(description="A file, a folder, or a pattern such as 'news/*.txt'.")
    outlet: str | None = Field(default=None, description="Who published the documents.")
    documents: dict[str, DocumentOptions] = Field(
        default_factory=dict, description="What is known of single files, by their name."
    )


class FileSource:
    """A source of type `file`."""

    def __init__(self, name: str, options: Options, kit: object = None) -> None:
        del kit
        self.name = name
        self._options = options

    def fetch(self) -> SourceResult:
        """Find the files; each is read when it is taken.

        Raises:
            FetchError: when there is nothing at the path, or a document is named that is not
                there.
        """
        paths = self._paths()
        missing = sorted(set(self._options.documents) - {path.name for path in paths})
        if missing:
            raise FetchError(
                f"the configuration describes {missing[0]!r}, which is not there",
                outcome=FetchOutcome.MISSING_FILE.value,
                resource=str(self._options.path),
                hint="correct the name under [source.documents]",
            )
        return SourceResult(status=SourceStatus.OK, items=self._items(paths))

    def _paths(self) -> list[Path]:
        path = self._options.path
        if path.is_file():
            return [path]
        if path.is_dir():
            return sorted(
                found
                for found in path.rglob("*")
                if found.suffix.lower() in SUFFIXES and found.is_file()
            )
        found = sorted(Path(name) for name in glob.glob(str(path), recursive=True))  # noqa: PTH207
        files = [one for one in found if one.is_file()]
        if not files:
            raise FetchError(
                "no such file or folder",
                outcome=FetchOutcome.MISSING_FILE.value,
                resource=str(path),
                hint="check `path` of the source; it is relative to the configuration's folder",
            )
        return files

    def _items(self, paths: list[Path]) -> Iterator[Item]:
        for path in paths:
            known = self._options.documents.get(path.name) or DocumentOptions()
            yield Item(
                key=f"file:{_shown(path.absolute())}",
                fetched=_read(path),
                url=known.url,
                title=known.title or "",
                outlet=known.outlet or self._options.outlet,
                published=known.published,
                published_basis="config" if known.published else None,
            )


def _read(path: Path) -> Fetched:
    """Read one file; what fails is an outcome, so that the others are read all the same."""
    place = _shown(path)
    try:
        if path.stat().st_size > LARGEST:
            detail = f"larger than {LARGEST // (1024 * 1024)} MB"
            return _failed(place, FetchOutcome.TOO_LARGE, detail)
        body = path.read_bytes()
    except OSError as error:
        return _failed(place, FetchOutcome.UNREADABLE_FILE, str(error))
    return Fetched(url=path.absolute().as_uri(), outcome="ok", body=body, path=place)


def _shown(path: Path) -> str:
    """Write a path as text; what is no text in it is escaped."""
    return str(path).encode(errors="backslashreplace").decode()


def _failed(place: str, outcome: FetchOutcome, detail: str) -> Fetched:
    return Fetched(url="", outcome=outcome.value, detail=detail, path=place)

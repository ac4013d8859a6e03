"""`watcher extract`: what the reader sees in these documents."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from watcher.cli.common import loaded
from watcher.errors import DocumentError, UnreadableDocument, UsageError
from watcher.model.dates import PartialDate
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from watcher.extract.context import ExtractContext
    from watcher.model.finding import Reading

EXIT_UNREADABLE = 3
_STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the command line says of every document."""

    published: PartialDate | None
    url: str | None
    context: ExtractContext


class DateParam(click.ParamType[PartialDate]):
    """A day, month or year, in any English spelling."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        """Read the date, or fail as a usage error."""
        if isinstance(value, PartialDate):
            return value
        from watcher.parse.dates import read_date

        date = read_date(str(value))
        if date is None:
            self.fail(f"{value!r} is not a date such as 2018-05-18, 2018-05 or 2018", param, ctx)
        return date


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Hold findings under the threshold of this configuration.",
)
@click.option("--published", type=DateParam(), help="When the documents were published.")
@click.option("--url", help="Where the document comes from.")
@click.option("--json", "as_json", is_flag=True, help="One object, or an array for several.")
@click.option("--jsonl", "as_jsonl", is_flag=True, help="One object a line, as they are read.")
@click.option("--with-text", is_flag=True, help="Add the text that offsets refer to.")
def extract(  # noqa: PLR0913  (one parameter an option)
    *,
    config_path: Path | None,
    paths: tuple[str, ...],
    published: PartialDate | None,
    url: str | None,
    as_json: bool,
    as_jsonl: bool,
    with_text: bool,
) -> int:
    """Show the findings, their evidence and what was rejected in documents.

    Reads text, HTML, PDF reports and .jsonl archives from files, URLs or standard input (-).
    Touches no database. A configuration that is named tells the confidence under which findings
    are held. Exits 3 when a document could not be read, after reading the others.
    """
    from watcher.cli.progress import progress

    if as_json and as_jsonl:
        raise UsageError("--json and --jsonl exclude each other")
    if any(path.lower().endswith(".pdf") for path in paths):
        from watcher.app.engine import start_apart

        start_apart()
    given = Given(published=published, url=url, context=_context(config_path))
    several = len(paths) > 1 or any(_is_archive(path) for path in paths)
    with progress(beside_stdout=False) as bars:
        seen = bars.over("documents", paths, len(paths))
        readings = read_paths(seen, given)
        if as_jsonl:
            failed = _print_lines(readings, with_text=with_text)
        elif as_json:
            failed = _print_array(readings, with_text=with_text, several=several)
        else:
            failed = _print_for_people(readings)
    return EXIT_UNREADABLE if failed else 0


def _context(config_path: Path | None) -> ExtractContext:
    """Load what the reader needs, with the threshold of the configuration that is named."""
    from watcher.app.reading import reading_context

    if config_path is None:
        return reading_context()
    return reading_context(loaded(config_path).watcher.threshold)


def read_paths(paths: Iterable[str], given: Given) -> Iterator[Reading]:
    """Read the documents of paths and URLs, in order; files that lie ready in one go."""
    from watcher.app.reading import read_in_turn

    for ready, group in groupby(paths, _lies_ready):
        if ready:
            files = ((_hints(path, given), _content_of(path)) for path in group)
            yield from read_in_turn(files, given.context)
        else:
            for path in group:
                yield from read_path(path, given)


def _lies_ready(path: str) -> bool:
    """Tell whether a path is that of a document which can be had without waiting."""
    elsewhere = path == _STDIN or path.startswith(("http://", "https://")) or _is_archive(path)
    return not elsewhere and Path(path).is_file()


def read_path(path: str, given: Given) -> Iterator[Reading]:
    """Read the one document of a path or URL, or all of an archive."""
    from watcher.app.reading import failed, read_archive, read_bytes, read_in_turn

    if path == _STDIN:
        yield read_bytes(sys.stdin.buffer.read(), _hints(path, given), given.context)
    elif path.startswith(("http://", "https://")):
        yield _read_url(path, given)
    elif _is_archive(path):
        try:
            with Path(path).open(encoding="utf-8-sig", errors="replace", newline="\n") as lines:
                yield from read_archive(lines, given.context, path)
        except OSError as error:
            yield failed(_hints(path, given), _unreadable(error))
    else:
        yield from read_in_turn([(_hints(path, given), _content_of(path))], given.context)


def _content_of(path: str) -> bytes | DocumentError:
    """Give the bytes of a file, or why they cannot be had."""
    try:
        return _bytes_of(Path(path))
    except (OSError, DocumentError) as error:
        return _unreadable(error)


def _read_url(url: str, given: Given) -> Reading:
    """Fetch a page and read it."""
    from watcher.app.reading import failed, fetch_page, read_bytes

    hints = replace(_hints(url, given), path=None, url=given.url or url)
    fetched = fetch_page(url)
    if fetched.outcome != "ok":
        detail = f" ({fetched.detail})" if fetched.detail else ""
        return failed(hints, UnreadableDocument(f"not fetched: {fetched.outcome}{detail}"))
    hints = replace(
        hints,
        url=given.url or fetched.url or url,
        content_type=fetched.header("content-type") or "",
    )
    return read_bytes(fetched.body, hints, given.context)


def _hints(path: str, given: Given) -> Hints:
    """Say what is known of a document: the command line's word, else its file's name."""
    if given.published is not None:
        return Hints(path=path, url=given.url, published=given.published, published_basis="config")
    from watcher.parse.dates import name_date

    named = name_date(Path(path).name)
    return Hints(
        path=path, url=given.url, published=named, published_basis="file" if named else None
    )


def _bytes_of(path: Path) -> bytes:
    """Read a file, but no more of one that is too large than shows it."""
    from watcher.app.reading import LARGEST

    if path.is_dir():
        raise UnreadableDocument("is a folder", hint="`watcher replay` reads whole folders")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _unreadable(error: Exception) -> DocumentError:
    """Say why a file could not be read, in the system's words."""
    if isinstance(error, DocumentError):
        return error
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableDocument(reason[:1].lower() + reason[1:])


def _is_archive(path: str) -> bool:
    return path.lower().endswith(".jsonl") and not path.startswith(("http://", "https://"))


def _print_lines(readings: Iterator[Reading], *, with_text: bool) -> bool:
    """Print one object a line, each as soon as it is read; tell whether one failed."""
    dump = _dumper(with_text=with_text)
    failed = False
    for reading in readings:
        failed = failed or reading.error is not None
        sys.stdout.write(dump(reading) + "\n")
        sys.stdout.flush()
    return failed


def _print_array(readings: Iterator[Reading], *, with_text: bool, several: bool) -> bool:
    """Print one object, or an array of several; tell whether one failed."""
    dump = _dumper(with_text=with_text)
    failed = False
    before = "[\n" if several else ""
    for reading in readings:
        failed = failed or reading.error is not None
        sys.stdout.write(before + dump(reading))
        before = ",\n"
    if several:
        sys.stdout.write("[]\n" if before == "[\n" else "\n]\n")
    else:
        sys.stdout.write("\n")
    sys.stdout.flush()
    return failed


def _dumper(*, with_text: bool) -> Callable[[Reading], str]:
    """Give the function that turns a reading into one line of JSON."""
    from watcher.model.reading import reading_json

    def dump(reading: Reading) -> str:
        line = json.dumps(reading_json(reading, with_text=with_text), ensure_ascii=False)
        return line.encode("utf-8", "backslashreplace").decode()  # halves of pairs, in paths

    return dump


def _print_for_people(readings: Iterator[Reading]) -> bool:
    """Print the documents with what was understood marked in them."""
    from watcher.app.clock import colour_wanted
    from watcher.cli.reading_view import render, show_plain, show_rich

    show = show_rich if colour_wanted() else show_plain
    failed = False
    for number, reading in enumerate(readings):
        failed = failed or reading.error is not None
        if number:
            click.echo()
        show(render(reading))
    return failed

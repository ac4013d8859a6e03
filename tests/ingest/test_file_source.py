"""Files and folders as a source."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from watcher.errors import FetchError
from watcher.fetch.file import LARGEST, FileSource, Options
from watcher.model.source import Item, SourceStatus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.html", "notes.md", "d.PDF"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    return tmp_path


def items(**options: object) -> list[Item]:
    result = FileSource("files", Options.model_validate(options)).fetch()
    assert result.status is SourceStatus.OK
    return list(result.items)


def names(found: list[Item]) -> list[str]:
    return [Path(item.fetched.path or "").name for item in found]


def test_a_folder_gives_its_documents_in_order(folder: Path) -> None:
    assert names(items(path=folder)) == ["a.txt", "b.txt", "d.PDF", "c.html"]


def test_a_pattern_gives_what_it_matches(folder: Path) -> None:
    assert names(items(path=folder / "*.txt")) == ["a.txt", "b.txt"]
    assert names(items(path=folder / "**" / "*.html")) == ["c.html"]


def test_a_single_file_is_read_whatever_its_name(folder: Path) -> None:
    (item,) = items(path=folder / "notes.md")
    assert item.fetched.body == b"notes.md"


def test_what_a_person_knows_of_a_file_goes_with_it(folder: Path) -> None:
    described = {"a.txt": {"published": "2009-08", "url": "https://news.example/a"}}
    first, second = items(path=folder / "*.txt", outlet="The Paper", documents=described)
    assert (str(first.published), first.published_basis) == ("2009-08", "config")
    assert (first.url, first.outlet) == ("https://news.example/a", "The Paper")
    assert (second.published, second.published_basis, second.url) == (None, None, None)


@pytest.mark.parametrize("path", ["nothing", "nothing/*.txt"])
def test_a_place_where_nothing_is_has_failed(folder: Path, path: str) -> None:
    with pytest.raises(FetchError) as caught:
        items(path=folder / path)
    assert caught.value.outcome == "missing_file"
    assert caught.value.hint


def test_describing_a_file_that_is_not_there_is_an_error(folder: Path) -> None:
    with pytest.raises(FetchError, match=r"describes 'x\.txt', which is not there"):
        items(path=folder, documents={"x.txt": {"published": "2009"}})


def test_a_file_that_vanishes_or_is_too_large_is_named_and_keeps_no_other_out(
    folder: Path,
) -> None:
    with (folder / "b.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    result = FileSource("files", Options(path=folder / "*.txt")).fetch()
    (folder / "a.txt").unlink()
    gone, large = result.items
    assert (gone.fetched.outcome, large.fetched.outcome) == ("unreadable_file", "too_large")
    assert "No such file" in gone.fetched.detail
    assert "64 MB" in large.fetched.detail


def test_a_name_that_is_no_text_is_escaped(folder: Path) -> None:
    name = os.fsdecode(b"bad\xff.txt")
    (folder / name).write_text("bad")
    (item,) = items(path=folder / "bad*")
    assert item.fetched.body == b"bad"
    assert (item.fetched.path or "").encode().endswith(b"bad\\udcff.txt")
    assert item.key.encode().endswith(b"bad\\udcff.txt")

"""Reports that are read one after another: the next is begun before the last is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.pdfs import make_pdf
from watcher.app import engine
from watcher.app.reading import read_bytes, read_in_turn, reading_context
from watcher.errors import EngineError, UnreadableDocument
from watcher.extract import report as understanding
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.parse.pdf import Pdf

FRONT = (
    "Inspection of {name} local authority children's services\n"
    "Inspection dates: 6 to 17 March 2023\nLead inspector: Ada Example, His Majesty's Inspector\n"
    "Judgement Grade\n"
    "The impact of leaders on social work practice with children and families Good\n"
    "Overall effectiveness Good\n"
)
ARTICLE = b"Swindon rated inadequate\n\nOfsted has rated Swindon children's services inadequate.\n"


def report(name: str) -> bytes:
    return make_pdf([FRONT.format(name=name)])


def hints(name: str) -> Hints:
    return Hints(path=f"{name}.pdf")


def test_each_is_read_as_if_it_were_alone() -> None:
    bodies = {
        Hints(path="a.pdf"): report("Kent"),
        Hints(path="b.pdf"): b"<!doctype html><p>moved</p>",
        Hints(path="c.txt"): ARTICLE,
        Hints(path="d.pdf"): report("Essex"),
        Hints(path="e.pdf"): report("Surrey")[:-60],
        Hints(path="f.pdf"): report("Bury"),
    }
    together = list(read_in_turn(bodies.items(), reading_context()))
    alone = [read_bytes(body, hints, reading_context()) for hints, body in bodies.items()]
    assert together == alone
    councils = [reading.findings[0].council.name for reading in together if reading.findings]
    assert councils == ["Kent", "Swindon", "Essex", "Bury"]
    assert [reading.error is None for reading in together] == [True, False, True, True, False, True]


def test_what_could_not_be_had_keeps_its_place() -> None:
    missing = UnreadableDocument("no such file")
    contents = [(hints("a"), report("Kent")), (hints("b"), missing), (hints("c"), report("Essex"))]
    readings = list(read_in_turn(contents, reading_context()))
    assert [reading.document.path for reading in readings] == ["a.pdf", "b.pdf", "c.pdf"]
    assert [reading.error for reading in readings] == [None, "no such file", None]


def test_the_next_is_begun_before_the_last_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    watch(monkeypatch, engine, "open_apart", lambda _body, path: done.append(f"begin {path}"))
    watch(
        monkeypatch,
        understanding,
        "read_report",
        lambda report, _rules: done.append(f"understand {report.document.path}"),
    )
    contents = [(hints(name), report(name)) for name in ("Kent", "Essex")]
    assert len(list(read_in_turn(contents, reading_context()))) == len(contents)
    assert done == [
        "begin Kent.pdf",
        "begin Essex.pdf",
        "understand Kent.pdf",
        "understand Essex.pdf",
    ]


def test_an_engine_that_fails_for_the_next_leaves_the_last_one_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_body: bytes, path: str) -> None:
        if path == "Essex.pdf":
            raise EngineError("the PDF engine cannot be started")

    watch(monkeypatch, engine, "open_apart", fail)
    contents = [(hints(name), report(name)) for name in ("Kent", "Essex")]
    readings = read_in_turn(contents, reading_context())
    assert next(readings).findings
    with pytest.raises(EngineError):
        next(readings)


def watch(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, notice: Callable[..., None]
) -> None:
    """Let a function be as it is, and something else be called with its arguments before."""
    plain: Callable[..., Pdf] = getattr(module, name)

    def watched(*given: Any) -> Any:
        notice(*given)
        return plain(*given)

    monkeypatch.setattr(module, name, watched)

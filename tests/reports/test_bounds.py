"""Whatever a PDF does to its engine: the text, or a clear error in time, and the next one works."""

from __future__ import annotations

import functools
import io
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.reports.evil import EVIL
from tests.reports.pdfs import make_pdf
from watcher.app import engine as apart
from watcher.app.engine import Engine, the_engine
from watcher.app.engine_room import ANSWER, ASK, CLOSE, MEMORY, OPEN, PAGE, serve
from watcher.app.reading import read_bytes, reading_context
from watcher.errors import EngineError, UnreadableDocument
from watcher.parse.hints import Hints
from watcher.parse.pdf import open_pdf

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

PAGE_1 = "Inspection of Halton local authority children’s services"
PAGES = [PAGE_1, "The second page", "The third page"]
SOUND = make_pdf(PAGES)
AT_WORK = 0.8
"""Processor time (seconds) that the engine's start does not take."""

IN_TIME = 5
"""Seconds in which every PDF is an answer or an error."""


@pytest.fixture
def engine() -> Generator[Engine]:
    """Give an engine of the test's own."""
    engine = Engine()
    yield engine
    engine.end()


def pid_of(engine: Engine) -> int:
    pid = engine.pid
    assert pid is not None
    return pid


def exists(pid: int) -> bool:
    """Tell whether there is such a process, be it only as a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def ended_within(pid: int, seconds: float) -> bool:
    """Wait for the end of a process that is not ours to collect, so that it may be a zombie."""
    until = time.monotonic() + seconds
    while (lives := state_of(pid) not in {"", "Z"}) and time.monotonic() < until:
        time.sleep(0.02)
    return not lives


def state_of(pid: int) -> str:
    """Give the letter for the state of a process, empty when there is none."""
    said = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return said.stdout[:1]


@pytest.mark.parametrize("kind", EVIL)
def test_an_evil_pdf_is_an_error_in_time_and_the_next_one_is_read(kind: str) -> None:
    body = EVIL[kind]()
    context = reading_context()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.monotonic()
    reading = read_bytes(body, Hints(path=f"{kind}.pdf"), context)
    assert time.monotonic() - start < IN_TIME
    assert (reading.error or "").startswith(f"{kind}.pdf: ")
    assert reading.findings == ()
    assert read_bytes(SOUND, Hints(path="sound.pdf"), context).error is None
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_what_takes_too_long_says_so_and_what_to_do(engine: Engine) -> None:
    with (
        pytest.raises(UnreadableDocument, match=r"slow\.pdf: takes more than 2\.5 seconds.*print"),
        engine.open(EVIL["a_character_map_bomb"](), "slow.pdf") as pdf,
    ):
        pdf.page(0)


def test_what_takes_too_much_memory_says_so_and_what_to_do(engine: Engine) -> None:
    with (
        pytest.raises(UnreadableDocument, match=r"big\.pdf: .*more memory than any report.*print"),
        engine.open(EVIL["a_deflate_bomb"](), "big.pdf") as pdf,
    ):
        pdf.page(0)


def test_no_process_is_left_of_an_engine_that_failed(engine: Engine) -> None:
    pdf = engine.open(EVIL["many_text_operators"]())
    pid = pid_of(engine)
    with pytest.raises(UnreadableDocument):
        pdf.page(0)
    assert not exists(pid)
    assert engine.pid is None


def test_one_process_reads_many_documents(engine: Engine) -> None:
    with engine.open(SOUND) as pdf:
        assert [pdf.page(i) for i in range(len(pdf))] == PAGES
    pid = pid_of(engine)
    with engine.open(make_pdf(["Another"])) as pdf:
        assert (len(pdf), pdf.page(0), pdf.pages_read) == (1, "Another", 1)
    assert engine.pid == pid
    engine.end()
    assert not exists(pid)


def test_documents_that_are_open_at_once_keep_apart(engine: Engine) -> None:
    with engine.open(SOUND) as one, engine.open(make_pdf(["Another", "Its end"])) as other:
        assert other.page(1) == "Its end"
        assert one.page(2) == PAGES[2]
        assert (other.page(0), one.page(0), len(one), len(other)) == ("Another", PAGE_1, 3, 2)


def test_an_engine_that_was_started_early_is_the_one_that_reads(engine: Engine) -> None:
    engine.start()
    pid = engine.pid
    engine.start()
    assert engine.open(SOUND).page(0) == PAGES[0]
    assert engine.pid == pid is not None


def test_an_early_start_that_fails_is_said_when_the_engine_is_needed(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for program in (str(tmp_path / "none"), "/bin/false"):
        with monkeypatch.context() as patch:
            patch.setattr(sys, "executable", program)
            engine.start()
            with pytest.raises(EngineError):
                engine.open(SOUND)
    assert engine.open(SOUND).page(0) == PAGES[0]


def test_a_page_asked_for_early_is_the_same_and_disturbs_no_other(engine: Engine) -> None:
    pdf = engine.open(SOUND)
    assert pdf.page(0) == PAGES[0]
    pdf.soon(2)
    pdf.soon(1)  # while the answer for the other is still due
    assert [pdf.page(1), pdf.page(2)] == PAGES[1:]
    pdf.soon(2)
    assert pdf.pages_read == len(PAGES)
    again = engine.open(SOUND)
    assert again.page(0) == PAGES[0]
    again.soon(2)
    with again:
        pass
    other = make_pdf(["Another one"])
    assert engine.open(other).page(0) == "Another one"


def test_an_engine_that_was_killed_before_an_early_page_is_not_missed(engine: Engine) -> None:
    pdf = engine.open(SOUND)
    assert pdf.page(0) == PAGES[0]
    os.kill(pid_of(engine), signal.SIGKILL)
    pdf.soon(1)
    assert pdf.page(1) == PAGES[1]


def test_threads_share_the_engine(engine: Engine) -> None:
    wanted = [f"Page of number {number}" for number in range(12)]
    read: dict[int, str] = {}

    def work(number: int) -> None:
        with engine.open(make_pdf([wanted[number]])) as pdf:
            read[number] = pdf.page(0)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [read[number] for number in range(12)] == wanted


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV, signal.SIGVTALRM])
def test_an_engine_that_was_killed_between_two_documents_is_not_missed(
    engine: Engine, sent: signal.Signals
) -> None:
    with engine.open(SOUND) as pdf:
        pdf.page(0)
    pid = pid_of(engine)
    os.kill(pid, sent)
    with engine.open(SOUND) as pdf:
        assert pdf.page(1) == PAGES[1]
    assert not exists(pid)


def test_an_engine_that_was_killed_within_a_document_is_not_missed(engine: Engine) -> None:
    with engine.open(SOUND) as pdf:
        os.kill(pid_of(engine), signal.SIGKILL)
        assert pdf.page(0) == PAGES[0]
        os.kill(pid_of(engine), signal.SIGKILL)
        assert pdf.page(1) == PAGES[1]


def test_a_crash_is_not_laid_to_the_document_after_the_one_that_caused_it(engine: Engine) -> None:
    with engine.open(SOUND) as pdf:
        pdf.page(0)
    with engine.open(SOUND) as pdf:
        os.kill(pid_of(engine), signal.SIGSEGV)
        assert pdf.page(0) == PAGES[0]


def test_a_crash_is_laid_to_the_only_document_there_was(engine: Engine) -> None:
    with engine.open(EVIL["a_character_map_bomb"](), "x.pdf") as pdf:
        os.kill(pid_of(engine), signal.SIGSEGV)
        with pytest.raises(UnreadableDocument, match=r"x\.pdf: breaks the PDF engine"):
            pdf.page(0)


def test_an_engine_that_is_killed_again_and_again_is_the_machines_fault(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Engine._ask

    def ask_and_kill(self: Engine, *args: object) -> None:
        ask(self, *args)  # type: ignore[arg-type]
        os.kill(pid_of(self), signal.SIGKILL)

    monkeypatch.setattr(Engine, "_ask", ask_and_kill)
    with (
        pytest.raises(EngineError, match="ended twice from outside"),
        engine.open(EVIL["a_character_map_bomb"]()) as pdf,
    ):
        pdf.page(0)


def test_a_machine_that_gives_the_engine_no_time_is_no_fault_of_the_document(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.3)
    with engine.open(SOUND) as pdf:
        pdf.page(0)
        pid = pid_of(engine)
        os.kill(pid, signal.SIGSTOP)
        with pytest.raises(EngineError, match="too busy"):
            pdf.page(1)
    assert not exists(pid)


def test_an_interrupt_within_an_answer_leaves_none_behind(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with engine.open(SOUND) as pdf:
        pid = pid_of(engine)
        with monkeypatch.context() as patch:
            patch.setattr(apart._Process, "answer", interrupted)
            with pytest.raises(KeyboardInterrupt):
                pdf.page(0)
        assert not exists(pid)
        assert pdf.page(0) == PAGES[0]


def test_an_engine_that_does_not_start_is_no_fault_of_the_document(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with pytest.raises(EngineError, match="cannot be started"):
        engine.open(SOUND)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(EngineError, match="did not start"):
        engine.open(SOUND)
    monkeypatch.undo()
    with engine.open(SOUND) as pdf:
        assert pdf.page(0) == PAGE_1


def test_the_system_bounds_the_memory_of_the_engine(engine: Engine) -> None:
    with engine.open(SOUND) as pdf:
        pdf.page(0)
        lines = subprocess.run(
            ["cat", f"/proc/{pid_of(engine)}/limits"], capture_output=True, text=True, check=True
        ).stdout.splitlines()
    (bound,) = [line for line in lines if line.startswith("Max address space")]
    assert bound.split()[3:5] == [str(MEMORY), str(MEMORY)]


def test_the_engine_is_not_given_what_is_secret(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMTP_PASSWORD", "a secret")
    with engine.open(SOUND) as pdf:
        pdf.page(0)
        given = subprocess.run(
            ["cat", f"/proc/{pid_of(engine)}/environ"], capture_output=True, check=True
        ).stdout
    assert b"PATH=" in given
    assert b"secret" not in given


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!DOCTYPE html><html>Page not found</html>",
        SOUND[:-40],
        b"%PDF-1.7\nnothing of use\n%%EOF",
        make_pdf([PAGE_1], encrypted=True),
        make_pdf([PAGE_1] * 5_000),
        make_pdf(["\n".join(["word " * 16] * 1_000)]),
    ],
    ids=["empty", "html", "cut-off", "broken", "encrypted", "5000-pages", "long-page"],
)
def test_errors_are_the_same_as_in_one_process(engine: Engine, body: bytes) -> None:
    with pytest.raises(UnreadableDocument) as here, open_pdf(body, "x.pdf") as pdf:
        pdf.page(0)
    with pytest.raises(UnreadableDocument) as there, engine.open(body, "x.pdf") as pdf:
        pdf.page(0)
    assert str(there.value) == str(here.value)


def test_pages_that_together_hold_too_much_are_refused(engine: Engine) -> None:
    body = make_pdf(["\n".join(["words and words"] * 3_500)] * 20)
    with (
        pytest.raises(UnreadableDocument, match=r"characters on \d+ pages; no report does"),
        engine.open(body) as pdf,
    ):
        list(map(pdf.page, range(len(pdf))))


def test_ctrl_c_ends_a_run_and_its_engine_at_once(tmp_path: Path) -> None:
    path = tmp_path / "slow.pdf"
    path.write_bytes(EVIL["a_character_map_bomb"]())
    run = subprocess.Popen(  # as from a terminal: what starts in the background ignores Ctrl-C
        [sys.executable, "-m", "watcher", "extract", str(path)],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        preexec_fn=functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    child = child_of(run.pid)
    until = time.monotonic() + 20
    while worked(child) < AT_WORK and time.monotonic() < until:
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=IN_TIME)
    assert (run.returncode, said.strip()) == (130, b"watcher: stopped")
    assert ended_within(child, 1)


def test_an_engine_whose_parent_was_killed_ends_too(tmp_path: Path) -> None:
    path = tmp_path / "slow.pdf"
    path.write_bytes(EVIL["a_character_map_bomb"]())
    run = subprocess.Popen(
        [sys.executable, "-m", "watcher", "extract", str(path)], stdout=subprocess.DEVNULL
    )
    child = child_of(run.pid)
    time.sleep(0.3)
    run.kill()
    run.wait()
    assert ended_within(child, 2 * IN_TIME)


def worked(pid: int) -> float:
    """Give the processor time (seconds) of a process so far."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:  # noqa: PTH123
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def child_of(pid: int) -> int:
    """Wait for the one child of a process, and give its number."""
    until = time.monotonic() + 20
    found = ""
    while not found and time.monotonic() < until:
        time.sleep(0.02)
        found = subprocess.run(
            ["cat", f"/proc/{pid}/task/{pid}/children"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    return int(found)


def test_the_room_answers_what_it_is_asked() -> None:
    asked = [ASK.pack(OPEN, len(SOUND)), ASK.pack(PAGE, 1), ASK.pack(CLOSE, 0), ASK.pack(OPEN, 3)]
    asked.append(ASK.pack(PAGE, 0))
    answers = io.BytesIO()
    lingered: list[float] = []

    def linger() -> None:
        lingered.append(signal.getitimer(signal.ITIMER_PROF)[0])

    serve(io.BytesIO(b"".join(asked)), answers, SOUND, linger)
    assert lingered == [0.0] * len(asked)  # no document's time runs while none is read
    answers.seek(0)
    said = []
    while head := answers.read(ANSWER.size):
        fine, pages, _, size = ANSWER.unpack(head)
        said.append((fine, pages, answers.read(size).decode()))
    assert said == [(True, 0, ""), (True, 3, PAGES[1]), (False, 0, "is no PDF")]


def test_the_engine_of_the_program_is_one() -> None:
    assert the_engine() is the_engine()

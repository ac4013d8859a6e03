from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from tests.commands import Said, command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TITLE = "Services in Swindon rated inadequate"
ARTICLE = (
    f"{TITLE}\n\nA. Writer\nFriday, May 18, 2018\n\n"
    "Children's services at Swindon Borough Council have been rated inadequate by Ofsted.\n\n"
    "Inspectors judged overall effectiveness inadequate after an inspection in March 2018.\n\n"
    "The council said that it accepts the findings and will publish a plan in the summer.\n"
)
PAGE = "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article>"


@pytest.fixture
def extract(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def run(*args: object) -> Said:
        return command(capsys, "extract", *args)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def test_one_document_is_one_object(extract: Callable[..., Said], article: Path) -> None:
    said = extract("--json", article)
    shown = json.loads(said.out)
    assert said.code == 0
    assert shown["schema"] == 1
    assert shown["error"] is None
    assert shown["document"] == {
        "path": str(article),
        "url": None,
        "title": TITLE,
        "published": "2018-05-18",
        "outlet": None,
        "sha256": shown["document"]["sha256"],
        "format": "text",
    }
    assert {finding["council"]["name"] for finding in shown["findings"]} == {"Swindon"}


def test_quotations_are_exactly_the_text_at_their_offsets(
    extract: Callable[..., Said], article: Path
) -> None:
    shown = json.loads(extract("--json", "--with-text", article).out)
    quotes = [at for finding in shown["findings"] for at in finding["evidence"]]
    assert quotes
    assert all(shown["document"]["text"][at["start"] : at["end"]] == at["quote"] for at in quotes)


def test_several_documents_are_an_array_in_order(
    extract: Callable[..., Said], article: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The rugby club won again.")
    shown = json.loads(extract("--json", other, article).out)
    assert [item["document"]["path"] for item in shown] == [str(other), str(article)]


def test_lines_come_one_a_document(extract: Callable[..., Said], article: Path) -> None:
    said = extract("--jsonl", article, article)
    assert said.code == 0
    assert len(said.lines) == 2
    assert said.lines[0] == said.lines[1]


def test_the_text_is_left_out_unless_asked_for(extract: Callable[..., Said], article: Path) -> None:
    assert "text" not in json.loads(extract("--json", article).out)["document"]


@pytest.mark.parametrize("spelling", ["2018-06-01", "1 June 2018"])
def test_a_date_given_by_hand_wins(
    extract: Callable[..., Said], article: Path, spelling: str
) -> None:
    shown = json.loads(extract("--json", "--published", spelling, article).out)
    assert shown["document"]["published"] == "2018-06-01"


def test_an_address_given_by_hand_is_kept(extract: Callable[..., Said], article: Path) -> None:
    shown = json.loads(extract("--json", "--url", "https://example.org/a", article).out)
    assert shown["document"]["url"] == "https://example.org/a"


def test_the_date_in_a_files_name_counts_where_none_is_printed(
    extract: Callable[..., Said], tmp_path: Path
) -> None:
    path = tmp_path / "Services rated - 06 November 2026.txt"
    path.write_text("Services in Swindon were rated inadequate by Ofsted after an inspection.")
    assert json.loads(extract("--json", path).out)["document"]["published"] == "2026-11-06"


def test_an_archive_gives_a_line_with_its_id_for_each_document(
    extract: Callable[..., Said], tmp_path: Path
) -> None:
    path = tmp_path / "archive.jsonl"
    rows = [
        {"id": "a", "title": TITLE, "published": "2018-05-18", "text": ARTICLE},
        {"id": "b", "html": PAGE.format(title="T", body="<p>The rugby club won.</p>")},
        {"id": "c", "url": "https://example.org/c", "outlet": "Example Gazette", "text": "Words."},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    said = extract("--jsonl", path)
    assert said.code == 0
    assert [line["id"] for line in said.lines] == ["a", "b", "c"]
    assert said.lines[1]["rejections"][0]["reason"] == "no_inspectorate"
    assert said.lines[2]["document"]["outlet"] == "Example Gazette"


def test_a_document_that_cannot_be_read_does_not_stop_the_others(
    extract: Callable[..., Said], article: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    paths = [tmp_path / "missing.txt", tmp_path / "empty.txt", tmp_path / "image.txt", tmp_path]
    said = extract("--jsonl", *paths, article)
    assert said.code == 3
    assert [line["error"] is None for line in said.lines] == [False] * 4 + [True]
    assert not any(line["findings"] for line in said.lines[:4])
    assert "Traceback" not in said.err


def test_a_bad_line_of_an_archive_is_reported_in_its_place(
    extract: Callable[..., Said], tmp_path: Path
) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_text('{"id": 1, "text": "One."}\nnot json\n{"id": 3}\n{"id": 4, "text": "Four."}\n')
    said = extract("--jsonl", path)
    assert said.code == 3
    assert [line["error"] for line in said.lines] == [
        None,
        "line 2 is not JSON",
        "line 3 has neither text nor html",
        None,
    ]


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(["--json", "--jsonl", "x"], id="two-formats"),
        pytest.param([], id="no-path"),
        pytest.param(["--published", "soon", "x"], id="no-date"),
        pytest.param(["--no-such-option", "x"], id="unknown-option"),
    ],
)
def test_wrong_usage_exits_2_and_prints_nothing_on_stdout(
    extract: Callable[..., Said], args: list[str]
) -> None:
    said = extract(*args)
    assert (said.code, said.out) == (2, "")
    assert said.err
    assert "Traceback" not in said.err


def test_standard_input_is_read(
    extract: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert json.loads(extract("--json", "-").out)["document"]["title"] == TITLE


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/article"
        body = PAGE.format(
            title=TITLE, body="".join(f"<p>{p}</p>" for p in ARTICLE.split("\n\n")[2:])
        )
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode() if found else b"gone")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_fetched_and_read(extract: Callable[..., Said], site: str) -> None:
    said = extract("--json", f"{site}/article")
    shown = json.loads(said.out)
    assert said.code == 0
    assert (shown["document"]["url"], shown["document"]["path"]) == (f"{site}/article", None)
    assert {finding["council"]["name"] for finding in shown["findings"]} == {"Swindon"}


def test_a_page_that_is_not_there_is_an_error(extract: Callable[..., Said], site: str) -> None:
    said = extract("--json", f"{site}/missing")
    assert said.code == 3
    assert "not_found" in json.loads(said.out)["error"]


def test_people_see_findings_evidence_rejections_and_furniture(
    extract: Callable[..., Said], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE + "\nSign up to our newsletter for more news in your inbox\n")
    said = extract(path)
    assert said.code == 0
    assert "[1]" in said.out
    assert "Swindon" in said.out
    assert "[1▸" in said.out
    assert "(promo: Sign up" in said.out


def test_people_are_told_what_could_not_be_read(
    extract: Callable[..., Said], tmp_path: Path
) -> None:
    said = extract(tmp_path / "missing.txt")
    assert said.code == 3
    assert "could not be read: no such file or directory" in said.out


HOSTILE = "\x1b[31mred\x1b]0;title\x07 \x9b2J \u202eback\u202c \u200bzero \x08\x7f"


def test_no_control_character_of_a_document_reaches_the_screen(
    extract: Callable[..., Said], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TITLE} {HOSTILE}\n\n{HOSTILE} {ARTICLE}\n\nPicture: {HOSTILE}\n")
    said = extract(path)
    assert not set(said.out) & set("\x1b\x07\x9b\u202e\u202c\u200b\x08\x7f")


def test_a_terminal_gets_colour_and_still_no_control_of_the_document(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TITLE}\n\n{HOSTILE}\n\n{ARTICLE}")
    shown = on_a_terminal([sys.executable, "-m", "watcher", "extract", str(path)])
    assert "\x1b[" in shown
    assert "\x1b[31mred" not in shown
    assert "\x1b]0;" not in shown
    assert not set(shown) & set("\x07\x9b\u202e\u200b\x7f")


def on_a_terminal(command: list[str]) -> str:
    """Run a command with a terminal for its output, and give what it wrote there."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color"}
    env.pop("NO_COLOR", None)
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=env) as process:
        os.close(theirs)
        chunks = list(iter(lambda: _read(ours), b""))
        process.wait()
    os.close(ours)
    return b"".join(chunks).decode()


def _read(descriptor: int) -> bytes:
    """Read what is there; the end of a terminal is an error on Linux."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


def test_reading_text_loads_nothing_of_html(article: Path) -> None:
    code = (
        "import sys; from watcher.cli import run_cli; "
        f"run_cli(['extract', '--jsonl', {str(article)!r}]); "
        "loaded = {'trafilatura', 'lxml', 'httpx', 'rich', 'bs4'} & set(sys.modules); "
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_lines_are_printed_as_they_are_read(article: Path) -> None:
    command = [sys.executable, "-m", "watcher", "extract", "--jsonl", str(article), "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        first = json.loads(process.stdout.readline())
        process.stdin.write(b"Words.")
        process.stdin.close()
        rest = process.stdout.read().splitlines()
    assert first["document"]["path"] == str(article)
    assert len(rest) == 1


def test_the_threshold_of_a_named_configuration_holds_findings(
    extract: Callable[..., Said], article: Path, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[watcher]\ndatabase = "w.db"\nthreshold = 1.0\n')
    shown = json.loads(extract("--json", "--config", config, article).out)
    assert shown["findings"]
    assert all(finding["held"] for finding in shown["findings"])


def test_a_path_that_is_no_valid_text_is_printed_as_valid_json(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123  (the name is bytes)
        file.write(ARTICLE.encode())
    command = [sys.executable, "-m", "watcher", "extract", "--jsonl", path]
    run = subprocess.run(command, capture_output=True, check=False)
    assert run.returncode == 0
    assert os.fsencode(json.loads(run.stdout)["document"]["path"]) == path


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_text((json.dumps({"text": "Words about nothing. " * 50}) + "\n") * 3000)
    command = [sys.executable, "-m", "watcher", "extract", "--jsonl", "--with-text", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        talk = process.stderr.read()
    assert talk == b""


def test_a_report_is_read_from_its_pdf(extract: Callable[..., Said], reference: Path) -> None:
    report = next((reference / "reports").rglob("*.pdf"))
    shown = json.loads(extract("--json", report).out)
    assert shown["document"]["format"] == "pdf"
    assert shown["inspection"]["council"] is not None


def test_an_archive_may_begin_with_a_mark_and_end_lines_as_windows_does(
    extract: Callable[..., Said], tmp_path: Path
) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": 1, "text": "One."}\r\n\r\n{"id": 2, "text": "Two."}\r\n')
    said = extract("--jsonl", path)
    assert said.code == 0
    assert [line["id"] for line in said.lines] == ["1", "2"]

"""Documentation that cannot lie: every command in it is run, every link leads somewhere."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
READ_BY_PEOPLE = [page for page in PAGES if page.name not in {"cli.md", "config.md"}]
FENCE = re.compile(
    r"(?:<!-- append: (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<body>.*?)^```",
    re.DOTALL | re.MULTILINE,
)
BIN = Path(sys.executable).parent

STUBS = ("make", "sudo", "systemctl", "pip", "datasette")
"""Programs that would change the machine, take minutes, or may not be there: they only agree."""

WATCHER = """#!{python}
import os, re, sys
from pathlib import Path

config = Path("config.toml")
if config.exists():
    text = config.read_text(encoding="utf-8")
    blocks = re.split(r"(?m)^(?=\\[)", text)
    kept = [b for b in blocks if not b.startswith("[[source]]") or 'type = "file"' in b]
    text = "".join(kept)
    if "[[source]]" not in text:
        text += '\\n[[source]]\\nname = "news"\\ntype = "file"\\npath = "news"\\n'
    text = text.replace('host = "smtp.example.org"', 'host = "127.0.0.1"\\nsecurity = "none"')
    text = re.sub("(?m)^port = 587$", "port = {port}", text)
    text = text.replace('username = "you@example.org"\\n', "")
    text = text.replace('password = {{ file = "mail-password" }}\\n', "")
    config.write_text(text, encoding="utf-8")
from watcher.cli import main
sys.argv[0] = "watcher"
main()
"""
"""The program itself, in a world without a network: sources on the web become a local folder."""


class Inbox(MessageHandler):
    """A mail server that keeps what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.subjects: list[str] = []

    def handle_message(self, message: Message) -> None:
        self.subjects.append(str(message["Subject"]))


@pytest.fixture
def inbox() -> Iterator[tuple[Inbox, int]]:
    box = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


@pytest.fixture
def world(tmp_path: Path, inbox: tuple[Inbox, int]) -> tuple[Path, dict[str, str]]:
    """Give a home folder with a copy of what a user sees, and a PATH of harmless programs."""
    home, stubs = tmp_path / "home", tmp_path / "bin"
    work = home / "watcher"
    for folder in (work, stubs, work / "news", home / "watch" / "news", home / "watcher-env/bin"):
        folder.mkdir(parents=True)
    for folder in (work / "news", home / "watch" / "news"):
        shutil.copy(ROOT / "seeds" / "002_cb7250832f5b6dfa.txt", folder)
    shutil.copytree(ROOT / "docs", work / "docs")
    shutil.copytree(ROOT / "scripts", work / "scripts")
    for name in STUBS:
        executable(stubs / name, "#!/bin/sh\nexit 0\n")
    executable(home / "watcher-env/bin/pip", "#!/bin/sh\nexit 0\n")
    executable(stubs / "watcher", WATCHER.format(python=sys.executable, port=inbox[1]))
    executable(stubs / "python", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    executable(stubs / "python3", '#!/bin/sh\n[ "$2" = venv ] && exit 0\nexec python "$@"\n')
    environment = {
        "HOME": str(home),
        "PATH": f"{stubs}:{BIN}:{os.environ['PATH']}",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }
    return work, environment


def executable(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def script_of(page: Path) -> str:
    """Turn a page into one script: its commands in order, and the files that it asks for."""
    lines = ["set -e", 'export PATH="$PATH_OF_TEST"']
    for fence in FENCE.finditer(page.read_text(encoding="utf-8")):
        if fence["kind"] == "console":
            commands = [row[2:] for row in fence["body"].splitlines() if row.startswith("$ ")]
            for command in commands:
                lines.append(f"echo '>>>' {quoted(command)} >&2")
                lines.append(command)
                lines.append('export PATH="$PATH_OF_TEST"')
        elif fence["file"]:
            lines.append(f"cat >> {fence['file']} <<'END_OF_FILE'\n\n{fence['body']}END_OF_FILE")
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def prepared(page: Path) -> str:
    """Give the commands that lead to where a page begins."""
    watched = "watcher init --contact you@example.org >/dev/null 2>&1; watcher check || true\n"
    return "" if page.name in {"newcomer.md", "README.md"} else watched


@pytest.mark.parametrize("page", READ_BY_PEOPLE, ids=lambda page: page.name)
def test_every_command_of_a_page_works(
    page: Path, world: tuple[Path, dict[str, str]], inbox: tuple[Inbox, int]
) -> None:
    work, environment = world
    environment["PATH_OF_TEST"] = environment["PATH"]
    done = subprocess.run(
        ["bash", "-c", 'export PATH="$PATH_OF_TEST"\n' + prepared(page) + script_of(page)],
        cwd=work,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-3000:]}"
    tested = [subject for subject in inbox[0].subjects if "TEST" in subject]
    assert bool(tested) == ("notify test" in script_of(page))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    inside = [link.partition("#")[0] for link in links if "://" not in link]
    assert [link for link in inside if link and not (page.parent / link).exists()] == []


def test_the_references_are_those_of_this_program() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "reference.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_command_and_every_kind_has_its_place_in_the_references() -> None:
    from watcher.cli import COMMANDS
    from watcher.fetch import SOURCE_KINDS
    from watcher.notify import NOTIFIER_KINDS

    commands = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    keys = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"## `watcher {name}`" not in commands] == []
    kinds = (*SOURCE_KINDS, *NOTIFIER_KINDS)
    assert [kind for kind in kinds if f'type = "{kind}"' not in keys] == []


def test_the_demonstration_alerts_once_and_is_silent_then() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "demo.py")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NO_COLOR": "1"},
    )
    first, second, status, story = done.stdout.split("\n$ watcher ")[1:]
    assert first.count("receipt: watcher explain") == 32
    assert second.splitlines()[1:] == ["", ""] or not "".join(second.splitlines()[1:]).strip()
    assert "38 councils" in status
    assert "significant weaknesses" in story

"""Killed at random moments of ingest and delivery, and restarted until done."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from standardwebhooks import Webhook as Oracle

from tests.commands import NEWS, settings
from tests.receivers import PASSWORD, USER, MailReceiver, WebReceiver, make_certificate
from watcher.app.drill import webhook_secret

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

pytestmark = [pytest.mark.soak, pytest.mark.xdist_group("kill")]

ROOT = Path(__file__).resolve().parents[2]

CHANNELS = """
[[notify]]
name = "hook"
type = "webhook"
url = "{url}"
secrets = {{ file = "secret" }}
allow_private = true

[[notify]]
name = "mail"
type = "email"
host = "127.0.0.1"
port = {port}
username = "{user}"
password = {{ env = "MAIL_PASSWORD" }}
sender = "watcher@example.org"
to = ["desk@example.org", "night@example.org"]
ca_file = "{certificate}"
"""


class Game:
    """A folder with a configuration, the receivers, and what came of it."""

    def __init__(self, folder: Path, web: WebReceiver, mail: MailReceiver) -> None:
        self.folder, self.web, self.mail = folder, web, mail
        self.told: dict[str, Any] = {}

    def play(self, kills: int, seed: int) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "tests.crash.driver", str(self.folder), str(kills), str(seed)],
            cwd=ROOT,
            env={**os.environ, "MAIL_PASSWORD": PASSWORD},
            capture_output=True,
            text=True,
            timeout=kills * 10 + 120,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        self.told = json.loads(done.stdout)


def alerts_in(mail: EmailMessage) -> set[str]:
    part = mail.get_body(("plain",))
    assert part is not None
    return set(re.findall(r"receipt: watcher explain (\S+)", part.get_content()))


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory, full_count: bool) -> Iterator[Game]:  # noqa: FBT001
    folder = tmp_path_factory.mktemp("crash")
    for name in ("news", "parts"):
        (folder / name).mkdir()
    certificate = make_certificate(folder)
    secret = webhook_secret()
    (folder / "secret").write_text(secret)
    with WebReceiver() as web, MailReceiver(certificate) as mail:
        (folder / "config.toml").write_text(
            settings(
                NEWS,
                CHANNELS.format(url=web.url, port=mail.port, user=USER, certificate=certificate),
                max_age=None,
            )
        )
        made = Game(folder, web, mail)
        made.play(500 if full_count else 50, seed=20260329)
        yield made


def test_the_database_was_whole_after_every_kill(game: Game) -> None:
    assert game.told["kills"] >= 50
    assert game.told["broken"] == []


def test_in_the_end_nothing_is_left_to_do(game: Game) -> None:
    assert game.told["codes"][-1] == 0
    assert set(game.told["messages"]) == {"sent"}


def test_every_article_became_one_alert(game: Game) -> None:
    assert sorted(game.told["alerts"].values()) == sorted(game.told["written"])


def test_after_removing_repeated_keys_the_webhook_got_exactly_what_was_expected(
    game: Game,
) -> None:
    told = {one.headers["webhook-id"]: json.loads(one.body) for one in game.web.got}
    councils = [one["council"]["name"] for body in told.values() for one in body["data"]["alerts"]]
    assert sorted(councils) == sorted(game.told["written"])


def test_after_removing_repeated_keys_the_mailbox_got_exactly_what_was_expected(
    game: Game,
) -> None:
    told = {str(mail["Message-ID"]): alerts_in(mail) for _, mail in game.mail.mails}
    ids = [one for alerts in told.values() for one in alerts]
    assert sorted(ids) == sorted(game.told["alerts"])


def test_no_key_came_more_often_than_the_kills_explain(game: Game) -> None:
    for keys in (game.web.keys(), game.mail.ids()):
        repeated = Counter({key: count - 1 for key, count in keys.items() if count > 1})
        assert repeated.total() <= game.told["kills"]


def test_the_same_key_always_carried_the_same_body(game: Game) -> None:
    bodies: dict[str, set[bytes]] = {}
    for one in game.web.got:
        bodies.setdefault(one.headers["webhook-id"], set()).add(one.body)
    assert {len(seen) for seen in bodies.values()} == {1}


def test_every_request_is_signed_as_the_specification_says(game: Game) -> None:
    secret = (game.folder / "secret").read_text()
    for one in game.web.got[-20:]:
        Oracle(secret).verify(one.body, one.headers)

"""Every fault that a receiver or the machine can have: what arrives, what is kept, what is told."""

from __future__ import annotations

import datetime as dt
import json
import threading
from typing import TYPE_CHECKING, Any

import pytest

from tests.articles import council_names
from tests.deliver.conftest import Clock
from tests.fakes import ListSource, ScriptedReader
from tests.receivers import PASSWORD, USER, MailReceiver, Reply, WebReceiver, make_certificate
from watcher.app.delivering import Hands, deliver_due, deliver_of
from watcher.app.wiring import rules_of
from watcher.config import load_config
from watcher.errors import StoreUnwritable
from watcher.pipeline.ingest import Ingest
from watcher.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from watcher.config import Config
    from watcher.pipeline.deliver import DeliveryReport

HEAD = """
[watcher]
database = "w.db"
baseline = "none"
hold_above = 0

[[notify]]
name = "desk"
type = "jsonl"
path = "desk.jsonl"
"""

HOOK = """
[[notify]]
name = "hook"
type = "webhook"
url = "{url}"
allow_private = {private}
timeout = 0.4
{more}
"""

MAIL = """
[[notify]]
name = "mail"
type = "email"
host = "127.0.0.1"
port = {port}
username = "{user}"
password = "{password}"
sender = "watcher@example.org"
to = ["day@example.org", "night@example.org"]
ca_file = "{certificate}"
timeout = 5
"""


class Place:
    """A folder with a configuration, a database and a clock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.store = Store.open(folder / "w.db")
        self._number = 0

    def configure(self, *parts: str) -> None:
        (self.folder / "config.toml").write_text(HEAD + "".join(parts))

    @property
    def config(self) -> Config:
        return load_config(self.folder / "config.toml")

    def ingest(self, *names: str) -> None:
        documents = {}
        for name in names:
            self._number += 1
            line = f"{name}|full_inspection|overall|inadequate|2026-01"
            documents[f"d{self._number}"] = f"2026-03-03\n{line}"
        reader = ScriptedReader()
        ingest = Ingest(self.store, reader, rules_of(self.config), self.clock)
        assert ingest.take(ListSource(documents)).error is None
        self.clock.forward(seconds=1)

    def deliver(self) -> DeliveryReport:
        report = deliver_due(self.store, self.config, Hands(tell=len, clock=self.clock))
        self.clock.forward(seconds=1)
        return report

    def through(self, **span: float) -> None:
        """Deliver whenever something is due, for some time."""
        end = self.clock() + dt.timedelta(**span)
        while self.clock() < end:
            self.deliver()
            due = self.store.outbox.next_due()
            self.clock.to(min(max(due or end, self.clock()), end))
        self.deliver()

    def states(self, name: str) -> list[str]:
        return [one.state for one in self.store.outbox.all() if one.message.notifier == name]

    def error(self, name: str) -> str:
        found = [one.last_error for one in self.store.outbox.all() if one.message.notifier == name]
        return str(found[0])

    def desk(self) -> list[str]:
        lines = (self.folder / "desk.jsonl").read_text().splitlines()
        return [json.loads(line)["subject"] for line in lines]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    assert made.store.intact() == []
    made.store.close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("tls"))


def hook(url: str, *, private: bool = True, more: str = "") -> str:
    return HOOK.format(url=url, private=str(private).lower(), more=more)


def first_then(first: Reply) -> Any:
    return lambda number, _posted: first if number == 1 else Reply()


def test_a_receiver_that_is_down_for_three_days_gets_everything_when_it_is_back(
    place: Place,
) -> None:
    down = WebReceiver()
    place.configure(hook(down.url))
    down._server.server_close()
    place.ingest("Swindon", "Leeds")
    place.through(days=3)
    assert set(place.states("hook")) == {"failed"}
    assert "hook has failed 2 times" in place.desk()
    assert "hook has failed 5 times" in place.desk()
    with WebReceiver() as up:
        place.configure(hook(up.url))
        place.through(days=1)
        assert set(place.states("hook")) == {"sent"}
        assert set(up.keys().values()) == {1}
        told = [json.loads(one.body)["data"]["alerts"] for one in up.got]
        assert sorted(a["council"]["name"] for alerts in told for a in alerts) == [
            "Leeds",
            "Swindon",
        ]
    assert "hook works again" in place.desk()


def test_a_slow_receiver_counts_as_failed_and_gets_the_same_key_again(place: Place) -> None:
    hang = threading.Event()
    with WebReceiver(first_then(Reply(hang=hang))) as web:
        place.configure(hook(web.url))
        place.ingest("Swindon")
        assert place.deliver().failed == 1
        assert "ReadTimeout" in place.error("hook")
        hang.set()
        place.through(minutes=10)
        assert place.states("hook") == ["sent"]
        assert list(web.keys().values()) == [2]


def test_a_slow_receiver_keeps_no_other_channel_waiting(place: Place) -> None:
    hang = threading.Event()
    with WebReceiver(first_then(Reply(hang=hang))) as web:
        place.configure(hook(web.url))
        place.ingest("Swindon")
        place.deliver()
        hang.set()
        (sent,) = [one for one in place.store.outbox.all() if one.message.notifier == "desk"]
        (attempt,) = place.store.outbox.attempts_at(sent.id)
        assert attempt.seconds < 0.3


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(reset=True), "no answer"),
        (Reply(500, body=b"<h1>Oops</h1>"), "500"),
        (Reply(302, {"location": "https://elsewhere.example/"}), "302"),
        (Reply(404, body=b"gone fishing"), "404"),
    ],
    ids=["a reset after the body", "an error", "a redirect", "not found"],
)
def test_a_failure_is_kept_in_words_and_the_message_arrives_later_under_the_same_key(
    place: Place, reply: Reply, words: str
) -> None:
    with WebReceiver(first_then(reply)) as web:
        place.configure(hook(web.url))
        place.ingest("Swindon")
        report = place.deliver()
        assert words in report.errors[0]
        assert words in place.error("hook")
        place.through(minutes=10)
        assert place.states("hook") == ["sent"]
        assert list(web.keys().values()) == [2]
        assert len({one.body for one in web.got}) == 1


def test_an_error_page_with_a_good_status_is_success_and_its_start_is_kept(place: Place) -> None:
    page = b"<!doctype html><title>Sorry</title>" + b"x" * 10_000
    with WebReceiver(lambda _number, _posted: Reply(200, body=page)) as web:
        place.configure(hook(web.url))
        place.ingest("Swindon")
        place.deliver()
        (one,) = [one for one in place.store.outbox.all() if one.message.notifier == "hook"]
        (attempt,) = place.store.outbox.attempts_at(one.id)
    assert one.state == "sent"
    assert attempt.answer.startswith("<!doctype html><title>Sorry")
    assert len(attempt.answer) == 500


def test_a_receiver_that_is_gone_is_asked_once_and_the_desk_hears_of_it(place: Place) -> None:
    with WebReceiver(lambda _number, _posted: Reply(410)) as web:
        place.configure(hook(web.url))
        place.ingest("Swindon")
        place.through(days=5)
        assert len(web.got) == 1
    assert place.states("hook") == ["dead"]
    assert any(subject.startswith("not delivered to hook: Swindon") for subject in place.desk())


def test_a_receiver_that_asks_for_patience_gets_it(place: Place) -> None:
    with WebReceiver(first_then(Reply(429, {"retry-after": "7200"}))) as web:
        place.configure(hook(web.url))
        place.ingest("Swindon")
        place.through(minutes=119)
        assert len(web.got) == 1
        place.through(minutes=10)
        assert len(web.got) == 2
    assert place.states("hook") == ["sent"]


def test_a_receiver_with_a_strange_certificate_gets_nothing(
    place: Place, certificate: Path
) -> None:
    web = WebReceiver()
    web.tls(certificate)
    with web:
        url = web.url.replace("http:", "https:")
        place.configure(hook(url))
        place.ingest("Swindon")
        assert place.deliver().failed == 1
        assert web.got == []
        place.configure(hook(url, more=f'ca_file = "{certificate}"'))
        place.through(minutes=10)
        assert len(web.got) == 1


def test_a_receiver_on_a_private_network_is_asked_only_when_that_is_meant(place: Place) -> None:
    with WebReceiver() as web:
        place.configure(hook(web.url, private=False))
        place.ingest("Swindon")
        assert "private address" in place.deliver().errors[0]
        assert web.got == []


def test_a_secret_never_shows_in_what_is_kept_or_told(place: Place) -> None:
    place.configure(hook("http://127.0.0.1:9/very-secret-token"))
    place.ingest("Swindon")
    report = place.deliver()
    kept = json.dumps([one.last_error for one in place.store.outbox.all()])
    assert "very-secret-token" not in kept + "".join(report.errors)


def test_a_missing_secret_fails_its_channel_and_no_other(place: Place) -> None:
    place.configure(
        '[[notify]]\nname = "hook"\ntype = "webhook"\nurl = { env = "NO_SUCH_VARIABLE" }\n'
    )
    place.ingest("Swindon")
    report = place.deliver()
    assert "NO_SUCH_VARIABLE" in report.errors[0]
    assert (place.states("desk"), place.states("hook")) == (["sent"], ["failed"])


def mailed(mail: MailReceiver, certificate: Path) -> str:
    return MAIL.format(port=mail.port, user=USER, password=PASSWORD, certificate=certificate)


def test_a_greylisting_server_gets_the_mail_a_little_later(place: Place, certificate: Path) -> None:
    with MailReceiver(certificate) as mail:
        mail.box.after_data = "451 4.7.1 come back later"
        place.configure(mailed(mail, certificate))
        place.ingest("Swindon")
        assert "451" in place.deliver().errors[0]
        mail.box.after_data = ""
        place.through(minutes=10)
        assert list(mail.ids().values()) == [1]
    assert place.states("mail") == ["sent"]


def test_a_recipient_who_is_greylisted_gets_the_mail_later_and_the_other_only_once(
    place: Place, certificate: Path
) -> None:
    with MailReceiver(certificate) as mail:
        mail.box.refuse["night@example.org"] = "450 4.2.0 come back later"
        place.configure(mailed(mail, certificate))
        place.ingest("Swindon")
        place.deliver()
        mail.box.refuse.clear()
        place.through(minutes=10)
        assert [to for to, _ in mail.mails] == [("day@example.org",), ("night@example.org",)]
    assert place.states("mail") == ["sent"]


def test_a_recipient_who_does_not_exist_is_reported_while_the_other_has_the_mail(
    place: Place, certificate: Path
) -> None:
    with MailReceiver(certificate) as mail:
        mail.box.refuse["night@example.org"] = "550 5.1.1 no such user"
        place.configure(mailed(mail, certificate))
        place.ingest("Swindon")
        place.through(days=4)
        assert [to for to, _ in mail.mails] == [("day@example.org",)]
    assert "mail: 1 recipient(s) refused" in place.desk()


def test_a_connection_that_breaks_after_the_mail_repeats_it_under_the_same_message_id(
    place: Place, certificate: Path
) -> None:
    with MailReceiver(certificate) as mail:
        mail.box.drop_after_data = 1
        place.configure(mailed(mail, certificate))
        place.ingest("Swindon")
        place.through(minutes=10)
        assert list(mail.ids().values()) == [2]
    assert place.states("mail") == ["sent"]


def test_a_server_that_refuses_a_mail_for_good_is_not_asked_again(
    place: Place, certificate: Path
) -> None:
    with MailReceiver(certificate) as mail:
        mail.box.after_data = "554 5.7.1 we take no alerts"
        place.configure(mailed(mail, certificate))
        place.ingest("Swindon")
        place.through(days=4)
    assert place.states("mail") == ["dead"]
    assert any("not delivered to mail" in subject for subject in place.desk())


def fill_the_disk(store: Store, *, spare: int = 0) -> None:
    connection = store.handle.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0] + spare
    connection.execute(f"PRAGMA max_page_count = {pages}")


def make_room(store: Store) -> None:
    store.handle.connection.execute("PRAGMA max_page_count = 1000000")


def test_a_full_disk_in_the_middle_of_ingest_loses_nothing(place: Place) -> None:
    place.configure()
    fill_the_disk(place.store)
    names = [f"d{n}" for n in range(40)]
    documents = {
        name: f"2026-03-03\nSwindon|full_inspection|overall|inadequate|2026-01\n# {name}" * 40
        for name in names
    }
    source = ListSource(documents)
    ingest = Ingest(place.store, ScriptedReader(), rules_of(place.config), place.clock)
    with pytest.raises(StoreUnwritable, match="no space"):
        ingest.take(source)
    assert source.settled == 0
    make_room(place.store)
    fresh = Ingest(place.store, ScriptedReader(), rules_of(place.config), place.clock)
    fresh.recover(["list"])
    assert fresh.take(source).error is None
    place.clock.forward(seconds=5)
    place.deliver()
    assert len(place.desk()) == 1


def test_a_full_disk_in_the_middle_of_delivery_repeats_at_most_what_was_under_way(
    place: Place,
) -> None:
    names = council_names()[:60]
    with WebReceiver(lambda _number, _posted: Reply(200, body=b"x" * 500)) as web:
        place.configure(hook(web.url))
        place.ingest(*names)
        deliver_of(place.store, place.config, Hands(tell=len, clock=place.clock)).pack()
        fill_the_disk(place.store, spare=6)
        with pytest.raises(StoreUnwritable, match="no space"):
            place.deliver()
        before = len(web.got)
        assert 0 < before < len(names)
        make_room(place.store)
        place.through(minutes=10)
        assert set(place.states("hook")) == {"sent"}
        assert len(web.keys()) == len(names)
        assert web.keys().total() <= len(names) + 1


def test_a_database_that_cannot_be_written_sends_nothing_and_says_so(place: Place) -> None:
    with WebReceiver() as web:
        place.configure(hook(web.url))
        place.ingest("Swindon")
        place.store.handle.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreUnwritable):
            place.deliver()
        place.store.handle.connection.execute("PRAGMA query_only = OFF")
        assert web.got == []
        place.deliver()
        assert list(web.keys().values()) == [1]

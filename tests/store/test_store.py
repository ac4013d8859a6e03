"""The database: all or nothing, and clear words when it cannot be used."""

from __future__ import annotations

import datetime as dt
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.fakes import START, ListSource, make_ingest
from watcher.errors import (
    LockHeld,
    StoreCorrupt,
    StoreError,
    StoreLocked,
    StoreTooNew,
    StoreUnwritable,
)
from watcher.store import Store, lock_path, run_lock
from watcher.store.connection import Cursor, connect, meaning_of
from watcher.store.migrations import MIGRATIONS, migrate, run_script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from watcher.store.connection import Connection

FALL = "2026-10-01\nSwindon|full_inspection|help_and_protection|inadequate|2026-08"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened


def fill(store: Store) -> None:
    make_ingest(store).take(ListSource({"a": FALL}))


def test_a_new_database_is_made_with_its_folder(tmp_path: Path) -> None:
    with Store.open(tmp_path / "deep" / "down" / "w.db") as store:
        assert store.intact() == []
        assert store.handle.row("PRAGMA user_version")[0] == len(MIGRATIONS)
        assert store.handle.row("PRAGMA journal_mode")[0] == "wal"
        assert store.handle.row("PRAGMA foreign_keys")[0] == 1


def test_every_table_is_strict(store: Store) -> None:
    loose = store.handle.rows(
        "SELECT name FROM pragma_table_list "
        "WHERE type = 'table' AND strict = 0 AND schema = 'main' AND name NOT LIKE 'sqlite_%'"
    )
    assert [row["name"] for row in loose] == []


def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError), store.transaction():
        half_way(store)
    assert store.meta.get("a") is None
    with store.transaction():
        store.meta.put("a", "2")
    assert store.meta.get("a") == "2"


def half_way(store: Store) -> None:
    store.meta.put("a", "1")
    store.handle.write("INSERT INTO nowhere VALUES (1)")


def test_a_transaction_takes_the_right_to_write_at_its_start(store: Store, path: Path) -> None:
    with Store.open(path) as other, store.transaction():
        other.handle.connection.execute("PRAGMA busy_timeout = 20")
        with pytest.raises(StoreLocked) as caught, other.transaction():
            pass
    assert "another program is writing" in str(caught.value)
    assert caught.value.hint


def test_a_value_comes_back_as_it_went_in(store: Store) -> None:
    fill(store)
    (record,) = store.records.all()
    (event,) = store.events.all()
    (alert,) = store.alerts.all()
    assert store.records.get(record.id) == record
    assert event.records == (record.id,)
    assert alert.events == (event,)
    assert store.alerts.of_event(event.id) == (alert,)
    assert store.events.get(event.id) == event


def test_documents_are_found_by_their_words(store: Store) -> None:
    fill(store)
    (hit,) = store.documents.search("swindon inadequate")
    assert hit.version.key == "a"
    assert "Swindon" in hit.passage
    assert store.documents.search("swindon outstanding") == []
    assert store.documents.search('"') == []
    assert store.documents.search("") == []


def test_the_bytes_of_a_document_are_kept(store: Store) -> None:
    fill(store)
    (version,) = store.documents.current()
    assert store.documents.body(version.id) == FALL.encode()
    reading = store.documents.reading(version.id)
    assert reading is not None
    assert reading["findings"][0]["council"]["name"] == "Swindon"
    assert store.documents.with_hash(version.sha256) == version


def test_a_rehearsal_leaves_the_database_as_it_is(store: Store, path: Path) -> None:
    fill(store)
    with Store.memory(of=path) as copy:
        assert len(copy.events.all()) == 1
        with copy.transaction():
            copy.meta.put("a", "1")
    assert store.meta.get("a") is None


def test_looking_at_a_database_that_does_not_exist_makes_none(path: Path) -> None:
    with Store.open_to_read(path) as store:
        assert store.states.all() == {}
    assert not path.exists()


def test_a_read_only_database_can_be_looked_at_but_not_written() -> None:
    """Run as nobody in a process of its own: the superuser may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(folder / "w.db") as store:
            fill(store)
        (folder / "w.db").chmod(0o444)
        folder.chmod(0o555)
        assert in_own_process(lambda: check_read_only(folder / "w.db")) == 0
        folder.chmod(0o755)


def in_own_process(check: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        try:
            check()
        except BaseException:  # noqa: BLE001  (the child must not return into the test runner)
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def check_read_only(path: Path) -> None:
    if os.geteuid() == 0:
        os.setuid(65534)
    with Store.open_to_read(path) as store:
        assert len(store.events.all()) == 1
        with pytest.raises(StoreUnwritable), store.transaction():
            store.meta.put("a", "1")
    with pytest.raises(StoreUnwritable), run_lock(path):
        pass


def test_a_later_versions_database_is_left_alone(path: Path) -> None:
    Store.open(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    raw.close()
    with pytest.raises(StoreTooNew) as caught:
        Store.open(path)
    assert str(path) in str(caught.value)
    with pytest.raises(StoreTooNew):
        Store.open_to_read(path)


def test_a_file_that_is_no_database_is_left_alone(path: Path) -> None:
    path.write_text("these are a person's notes, not a database " * 50)
    before = path.read_bytes()
    with pytest.raises(StoreCorrupt):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_damaged_database_is_named_so(path: Path) -> None:
    with Store.open(path) as store:
        fill(store)
        store.handle.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 2048] = b"\xff" * 2048
    path.write_bytes(bytes(data))
    with pytest.raises(StoreCorrupt) as caught, Store.open(path) as store:
        read_everything(store)
    assert "damaged" in str(caught.value)


def read_everything(store: Store) -> None:
    store.events.all()
    store.documents.current()
    store.intact()


def test_a_full_disk_leaves_nothing_half_written(store: Store) -> None:
    pages = store.handle.row("PRAGMA page_count")[0]
    store.handle.connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(StoreUnwritable) as caught:
        make_ingest(store).take(ListSource({"a": "!" + "x" * 200_000}))
    assert "no space" in str(caught.value)
    store.handle.connection.execute("PRAGMA max_page_count = 1000000")
    assert store.documents.count() == 0
    assert store.events.all() == ()
    assert store.intact() == []
    fill(store)
    assert len(store.events.all()) == 1


def test_a_disk_that_refuses_to_grow_leaves_nothing_half_written(path: Path) -> None:
    """The operating system itself refuses, in a process of its own, and the run is repeated."""
    Store.open(path).close()
    assert in_own_process(lambda: check_refused(path)) == 0
    with Store.open(path) as store:
        assert store.intact() == []
        assert store.events.all() == ()
        fill(store)
        assert len(store.events.all()) == 1


def check_refused(path: Path) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Store.open(path) as store:
        size = path.with_name("w.db-wal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, size + 20_000))
        with pytest.raises(StoreUnwritable):
            make_ingest(store).take(ListSource({"a": FALL + "\n#" + "x" * 200_000}))
        assert store.events.all() == ()
    os._exit(0)  # closing for good would write what is refused


def test_a_mistake_in_sql_is_not_mistaken_for_a_broken_file(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError):
        store.handle.row("SELECT nothing FROM nowhere")
    assert meaning_of(sqlite3.OperationalError("no code"), "x") is None


def test_a_path_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as caught:
        Store.open(tmp_path / "file" / "w.db")
    assert "folder" in str(caught.value)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreUnwritable):
        Store.open(tmp_path)


def test_an_older_database_is_copied_before_it_is_brought_up_to_date(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        fill(store)
    added = (*MIGRATIONS, lambda c: run_script(c, "CREATE TABLE extra (a TEXT) STRICT;"))
    monkeypatch.setattr("watcher.store.migrations.MIGRATIONS", added)
    connection = connect(path, mode="rwc")
    migrate(connection, path)
    assert connection.execute("SELECT count(*) FROM extra").fetchone()[0] == 0
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(added)
    connection.close()
    copy = sqlite3.connect(path.with_name(f"w.db.v{len(MIGRATIONS)}.bak"))
    assert copy.execute("SELECT count(*) FROM events").fetchone()[0] == 1
    assert copy.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    copy.close()


def schema_of(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
        return [(row[0], row[1], row[2]) for row in rows]


@pytest.mark.parametrize("steps", range(1, len(MIGRATIONS) + 1))
def test_every_earlier_schema_becomes_todays(
    tmp_path: Path, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr("watcher.store.migrations.MIGRATIONS", MIGRATIONS[:steps])
        earlier.setattr("watcher.store.MIGRATIONS", MIGRATIONS[:steps])
        Store.open(tmp_path / "old.db").close()
    Store.open(tmp_path / "old.db").close()
    Store.open(tmp_path / "new.db").close()
    assert schema_of(tmp_path / "old.db") == schema_of(tmp_path / "new.db")
    with Store.open(tmp_path / "old.db") as store:
        assert store.intact() == []
        fill(store)
        assert len(store.events.all()) == 1


def test_a_migration_that_fails_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(path).close()
    script = "CREATE TABLE extra (a TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);"
    added = (*MIGRATIONS, lambda c: run_script(c, script))
    monkeypatch.setattr("watcher.store.migrations.MIGRATIONS", added)
    connection = connect(path, mode="rwc")
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, path)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    assert (
        connection.execute("SELECT name FROM sqlite_master WHERE name = 'extra'").fetchone() is None
    )
    connection.close()


def test_a_run_that_is_at_work_keeps_others_out_and_is_named(path: Path) -> None:
    with run_lock(path), pytest.raises(LockHeld) as caught, run_lock(path):
        pass
    assert str(os.getpid()) in str(caught.value)
    with run_lock(path):
        pass


def test_a_killed_run_leaves_no_lock_behind(path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from watcher.store import run_lock\n"
        "with run_lock(Path(sys.argv[1])):\n    os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == -9
    assert lock_path(path).exists()
    with run_lock(path):
        pass


def test_what_a_person_rejected_stays_rejected_when_it_is_read_again(store: Store) -> None:
    fill(store)
    (record,) = store.records.all()
    with store.transaction():
        store.records.retire([record.id], why="rejected", now=START)
        assert store.records.add([record], version=None) == ()
    assert store.records.all() == ()
    with store.transaction():
        store.records.retire([record.id], why="superseded", now=START)
        assert store.records.add([record], version=None) == (record.id,)
    assert store.records.all() == (record,)


def test_a_delivery_has_the_same_key_for_ever(store: Store) -> None:
    fill(store)
    (alert,) = store.alerts.all()
    (delivery,) = store.deliveries.of_alert(alert.id)
    with store.transaction():
        store.deliveries.add(alert.id, ["desk", "mail"], now=START + dt.timedelta(days=1))
    again = store.deliveries.of_alert(alert.id)
    assert again[0] == delivery
    assert [one.key for one in again] == [delivery.key, f"{alert.id}.mail"]
    assert store.deliveries.counts() == {"pending": 2}


WRITING = "INSERT INTO meta(key, value) VALUES ('a', 'b')"


@pytest.mark.parametrize(
    "write",
    [
        lambda connection: connection.execute(WRITING),
        lambda connection: connection.executemany(WRITING, [()]),
        lambda connection: connection.executescript(WRITING),
    ],
    ids=["one", "many", "script"],
)
def test_every_way_of_writing_fails_in_the_same_words(
    path: Path, write: Callable[[Connection], object]
) -> None:
    Store.open(path).close()
    connection = connect(path, mode="ro")
    with pytest.raises(StoreUnwritable, match="cannot be written"):
        write(connection)
    connection.close()


def test_damage_that_shows_only_while_reading_on_is_named_so(path: Path) -> None:
    with Store.open(path) as store:
        with store.transaction():
            for number in range(2000):
                store.meta.put(f"{number:05d}", "x" * 100)
        store.handle.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[-4096:] = b"\xff" * 4096
    path.write_bytes(bytes(data))
    connection = connect(path, mode="ro")
    query = "SELECT key FROM meta ORDER BY key"
    for read in (list, Cursor.fetchall, read_to_the_end):
        cursor = connection.execute(query)
        with pytest.raises(StoreCorrupt):
            read(cursor)
    connection.close()


def read_to_the_end(cursor: Cursor) -> None:
    while cursor.fetchone():
        pass

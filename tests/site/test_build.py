"""How the site is built: only what changed, each file whole, nothing of others."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import CONFIG, run, watch
from watcher.errors import UsageError, WatcherError
from watcher.site.files import LOCK, MANIFEST, Output

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(tmp_path: Path, seeds: Path) -> Path:
    """Give a watch of its own that may be changed."""
    config = tmp_path / "config.toml"
    config.write_text(CONFIG.format(seeds=seeds), encoding="utf-8")
    watch(config)
    return config


def built(config: Path, *more: str) -> dict[str, int]:
    folder = config.parent / "site"
    report: dict[str, int] = json.loads(
        run("site", str(folder), "--config", str(config), "--json", *more)
    )
    return report


def test_a_second_build_writes_nothing(own: Path) -> None:
    first, second = built(own), built(own)
    assert first["written"] > 600
    assert (second["written"], second["removed"]) == (0, 0)
    assert second["unchanged"] == first["written"]


def test_one_change_rewrites_one_council_and_what_lists_it(own: Path) -> None:
    built(own)
    folder = own.parent / "site"
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}
    with sqlite3.connect(own.parent / "watcher.db") as database:
        database.execute(
            "UPDATE events SET change = 'not_comparable' WHERE id = (SELECT id FROM events "
            "WHERE council_name = 'Swindon' AND change <> 'not_comparable' LIMIT 1)"
        )
    database.close()
    report = built(own)
    changed = {
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if p.is_file() and before.get(p) != p.stat().st_mtime_ns
    }
    councils = {name for name in changed if name.startswith("councils/")}
    assert councils == {
        *("councils/E06000030.html", "councils/E06000030.json"),
        *("councils/E06000030.events.csv", "councils/E06000030.events.jsonl"),
    }
    assert not [name for name in changed if name.startswith("alerts/")]
    assert 0 < report["written"] < 15


def test_an_incremental_build_is_the_same_as_a_fresh_one(own: Path) -> None:
    built(own)
    with sqlite3.connect(own.parent / "watcher.db") as database:
        database.execute("UPDATE events SET held = 1 WHERE council_name = 'Leeds'")
        database.execute("UPDATE alerts SET held = 1 WHERE council_name = 'Slough'")
    database.close()
    built(own)
    fresh = own.parent / "fresh"
    run("site", str(fresh), "--config", str(own))
    folder = own.parent / "site"
    assert {p.relative_to(fresh): p.read_bytes() for p in sorted(fresh.rglob("*")) if p.is_file()
            and p.name not in {MANIFEST, LOCK}} == {
        p.relative_to(folder): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
        and p.name not in {MANIFEST, LOCK}
    }  # fmt: skip


def test_what_is_held_is_not_shown(own: Path) -> None:
    with sqlite3.connect(own.parent / "watcher.db") as database:
        database.execute("UPDATE alerts SET held = 1 WHERE council_name = 'Leeds'")
        database.execute("UPDATE events SET held = 1 WHERE council_name = 'Leeds'")
    database.close()
    built(own)
    folder = own.parent / "site"
    assert "Leeds:" not in (folder / "alerts.html").read_text(encoding="utf-8")
    assert "priority action" not in (folder / "councils/E08000035.html").read_text(encoding="utf-8")


def test_an_alert_that_was_taken_back_keeps_its_page_and_says_so(own: Path) -> None:
    (alert,) = [
        one for one in json.loads(run("alerts", "--config", str(own), "--json"))
        if one["council"]["name"] == "Leeds"
    ]  # fmt: skip
    run("alerts", "reject", alert["id"], "--reason", "wrong <b>place</b>", "--config", str(own))
    built(own)
    page = (own.parent / "site" / "alerts" / f"{alert['id']}.html").read_text(encoding="utf-8")
    assert "Taken back: wrong &lt;b&gt;place&lt;/b&gt;" in page


def test_files_of_others_are_left_alone_and_stale_ones_of_ours_removed(own: Path) -> None:
    built(own)
    folder = own.parent / "site"
    (folder / "CNAME").write_text("example.org")
    page = next((folder / "alerts").iterdir())
    with sqlite3.connect(own.parent / "watcher.db") as database:
        database.execute("UPDATE alerts SET held = 1 WHERE id = ?", (page.stem,))
    database.close()
    report = built(own)
    assert report["removed"] == 1
    assert not page.exists()
    assert (folder / "CNAME").exists()


def test_a_folder_of_something_else_is_refused(own: Path) -> None:
    folder = own.parent / "mine"
    folder.mkdir()
    (folder / "thesis.tex").write_text("precious")
    with pytest.raises(UsageError, match="no `watcher site` wrote"):
        run("site", str(folder), "--config", str(own))
    assert (folder / "thesis.tex").read_text() == "precious"


def test_a_damaged_file_is_made_again_on_request_of_its_absence(own: Path) -> None:
    built(own)
    page = own.parent / "site" / "councils" / "E06000030.html"
    page.unlink()
    assert built(own)["written"] == 1
    assert "Swindon" in page.read_text(encoding="utf-8")


def test_a_build_that_dies_leaves_whole_files_and_the_next_one_finishes(own: Path) -> None:
    folder = own.parent / "site"
    out = Output(folder)
    out.put("councils/half.html", "<p>whole")
    out.put("index.html", "late", late=True)
    assert not (folder / "index.html").exists()
    assert not list(folder.rglob("*.part"))
    (folder / MANIFEST).write_text('{"layout": 1, "files": {}, "keys": {}, "memory": {}}')
    assert built(own)["written"] > 600


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"layout": 99, "files": {}}', '{"layout": 1, "files": {"../x": ""}}']
)
def test_a_manifest_that_cannot_be_used_is_passed_over(own: Path, text: str) -> None:
    built(own)
    folder = own.parent / "site"
    (own.parent / "x").write_text("outside")
    (folder / MANIFEST).write_text(text)
    assert built(own)["written"] > 600
    assert (own.parent / "x").read_text() == "outside"


def test_the_front_page_with_all_its_data_is_light(site: Path) -> None:
    files = [site / "index.html", *(site / "assets").iterdir()]
    assert sum(file.stat().st_size for file in files) < 1_500_000


def test_the_site_is_built_after_a_check_if_configured(tmp_path: Path, seeds: Path) -> None:
    config = tmp_path / "config.toml"
    text = CONFIG.format(seeds=seeds) + '\n[site]\ndirectory = "www"\n'
    config.write_text(text, encoding="utf-8")
    run("check", "--config", str(config))
    assert (tmp_path / "www" / "index.html").exists()


def test_a_site_that_cannot_be_built_fails_no_check(
    tmp_path: Path, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from watcher.cli import run_cli

    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "mine").write_text("x")
    config = tmp_path / "config.toml"
    text = CONFIG.format(seeds=seeds) + '\n[site]\ndirectory = "www"\n'
    config.write_text(text, encoding="utf-8")
    assert run_cli(["check", "--config", str(config)]) == 0
    assert "no `watcher site` wrote" in capsys.readouterr().err


def test_a_second_builder_waits_and_gives_up_in_the_end(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    from watcher.site import files

    built(own)
    monkeypatch.setattr(files, "PATIENCE", 0.1)
    with (
        FileLock(own.parent / "site" / files.LOCK),
        pytest.raises(WatcherError, match="another build"),
    ):
        built(own)
    assert built(own)["written"] == 0


def test_a_folder_that_cannot_be_made_is_an_error_of_its_own(own: Path) -> None:
    (own.parent / "file").write_text("in the way")
    with pytest.raises(UsageError, match="not a folder"):
        Output(own.parent / "file")
    with pytest.raises(WatcherError, match="cannot be written"):
        run("site", str(own.parent / "file" / "below"), "--config", str(own))


def test_what_is_wrong_with_a_source_stays_inside(own: Path) -> None:
    with own.open("a", encoding="utf-8") as file:
        file.write('\n[[source]]\nname = "gone"\ntype = "file"\npath = "/no/such/place"\n')
    run("check", "--config", str(own), code=3)
    built(own)
    page = (own.parent / "site" / "sources.html").read_text(encoding="utf-8")
    assert "gone" in page
    assert "/no/such" not in page


def test_a_base_url_must_be_one(own: Path) -> None:
    from watcher.cli import run_cli

    assert run_cli(["site", str(own.parent / "s"), "--base-url", "example.org"]) == 2

"""`watcher sources`, `watcher sources test`, `watcher init`."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

import jsonschema
import pytest

from tests.world.pages import article, fall, item, listing, rss
from tests.world.server import Page
from watcher.cli import run_cli
from watcher.config import load_config
from watcher.fetch import SOURCE_KINDS
from watcher.reference.curated import load_sources

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.sources.conftest import Watch
    from tests.world.server import World

HERE = {"allow_private": True}


def config_of(one: Watch) -> str:
    return str(one.folder / "config.toml")


def test_sources_tells_how_each_fares(
    world: World, watch: Callable[..., Watch], capsys: pytest.CaptureFixture[str]
) -> None:
    world.pages = {"/feed": rss(item("Leeds", world.url("/a"))), "/a": fall("Leeds")}
    one = watch(
        f'name = "dead"\ntype = "feed"\nurl = "{world.url("/gone")}"\nallow_private = true',
        type="feed",
        url=world.url("/feed"),
        **HERE,
    )
    one.check()
    assert run_cli(["sources", "--config", config_of(one)]) == 0
    shown = capsys.readouterr().out
    assert "dead" in shown
    assert "not found (HTTP 404)" in shown
    assert run_cli(["sources", "--config", config_of(one), "--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)["sources"]}
    assert (rows["one"]["state"], rows["one"]["documents"]) == ("ok", 1)
    assert (rows["dead"]["state"], rows["dead"]["failures"]) == ("degraded", 1)


def test_a_source_that_was_never_visited_is_untried(
    watch: Callable[..., Watch], capsys: pytest.CaptureFixture[str]
) -> None:
    one = watch(type="feed", url="https://news.example/feed")
    assert run_cli(["sources", "--config", config_of(one)]) == 0
    assert "untried" in capsys.readouterr().out


def test_trying_a_source_shows_what_it_would_take_and_keeps_nothing(
    world: World, watch: Callable[..., Watch], capsys: pytest.CaptureFixture[str]
) -> None:
    world.pages = {
        "/news": listing(("/a", "Leeds children’s services rated inadequate"), ("/b", "Bins")),
        "/a": fall("Leeds"),
    }
    one = watch(type="listing", url=world.url("/news"), **HERE)
    assert run_cli(["sources", "test", "one", "--config", config_of(one)]) == 0
    shown = capsys.readouterr().out
    assert "1 links, 1 of them wanted" in shown
    assert "would take: Leeds children’s services rated inadequate (2026-11-19)" in shown
    assert "news: Leeds, overall, inadequate" in shown
    assert not (one.folder / "watcher.db").exists()


def test_trying_a_source_in_json(
    world: World, watch: Callable[..., Watch], capsys: pytest.CaptureFixture[str]
) -> None:
    world.pages = {"/feed": rss(item("Leeds", world.url("/a"))), "/a": article("Leeds", "Ofsted")}
    one = watch(type="feed", url=world.url("/feed"), **HERE)
    assert run_cli(["sources", "test", "one", "--config", config_of(one), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["links"] == [{"url": world.url("/a"), "title": "Leeds", "published": "2026-11-19"}]
    assert shown["documents"][0]["outcome"] == "ok"


def test_trying_a_source_that_fails_says_why_and_what_to_do(
    world: World, watch: Callable[..., Watch], capsys: pytest.CaptureFixture[str]
) -> None:
    world.pages = {"/feed": Page(status=403)}
    one = watch(type="feed", url=world.url("/feed"), **HERE)
    assert run_cli(["sources", "test", "one", "--config", config_of(one)]) == 3
    shown = capsys.readouterr().out
    assert "forbidden (HTTP 403)" in shown
    assert "ask its owner" in shown


def test_a_source_that_does_not_exist_is_named_with_the_nearest(
    watch: Callable[..., Watch], capsys: pytest.CaptureFixture[str]
) -> None:
    one = watch(type="feed", url="https://news.example/feed")
    assert run_cli(["sources", "test", "onne", "--config", config_of(one)]) == 2
    assert "did you mean 'one'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [[], ["--watch", "London"], ["--watch", "Leeds", "--watch", "North East"]]
)
def test_a_first_configuration_loads_and_fits_its_schema(tmp_path: Path, words: list[str]) -> None:
    path = tmp_path / "config.toml"
    assert run_cli(["init", str(path), *words]) == 0
    config = load_config(path)
    schema = json.loads((tmp_path / "config.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomllib.loads(path.read_text()), schema)
    assert path.read_text().startswith("#:schema ./config.schema.json\n")
    assert len(config.sources) == sum(one.on for one in load_sources())
    assert bool(config.routes) == bool(words)


def test_every_curated_source_loads_also_those_that_are_only_suggested(tmp_path: Path) -> None:
    tables = [
        "\n".join(["[[source]]", f'name = "{one.name}"', *one.options]) for one in load_sources()
    ]
    path = tmp_path / "config.toml"
    path.write_text("\n".join(tables))
    assert len(load_config(path).sources) == len(load_sources())


def test_a_configuration_that_is_there_is_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "config.toml"
    path.write_text("# mine\n")
    assert run_cli(["init", str(path)]) == 2
    assert path.read_text() == "# mine\n"
    assert "--force" in capsys.readouterr().err
    assert run_cli(["init", str(path), "--force"]) == 0


def test_a_place_that_does_not_exist_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_cli(["init", str(tmp_path / "c.toml"), "--watch", "Londn"]) == 2
    assert "did you mean 'London'" in capsys.readouterr().err


def test_the_schema_and_the_configuration_can_be_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_cli(["init", "--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    kinds = schema["properties"]["source"]["items"]["oneOf"]
    assert [one["properties"]["type"]["const"] for one in kinds] == list(SOURCE_KINDS)
    assert run_cli(["init", "--stdout"]) == 0
    assert "[[source]]" in capsys.readouterr().out
    assert run_cli(["init", "--systemd"]) == 0
    assert "[Service]" in capsys.readouterr().out

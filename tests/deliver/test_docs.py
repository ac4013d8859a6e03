"""What the page about delivery says is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from watcher.config.load import read_config
from watcher.notify import NOTIFIER_KINDS
from watcher.notify.webhook import _TYPES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "delivery.md").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_every_configuration_on_the_page_is_accepted(tmp_path: Path) -> None:
    text = "\n".join(block for block in blocks("toml"))
    config = read_config(text, tmp_path / "config.toml")
    assert {one.type for one in config.notifiers} | {"teams"} == set(NOTIFIER_KINDS)
    assert len(config.routes) == 4


@pytest.mark.parametrize(
    "line",
    [line for kind in ("console", "text") for block in blocks(kind) for line in block.splitlines()],
    ids=str,
)
def test_every_command_on_the_page_exists(line: str) -> None:
    import importlib

    from watcher.cli import COMMANDS

    words = line.removeprefix("$ watcher ").split("#")[0].split()
    module, name = COMMANDS[words[0]][0].split(":")
    command: click.Command = getattr(importlib.import_module(module), name)
    if isinstance(command, click.Group) and len(words) > 1 and words[1] in command.commands:
        command = command.commands[words[1]]
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= options


def test_every_type_of_webhook_is_on_the_page() -> None:
    for name in _TYPES.values():
        assert f".{name.rpartition('.')[2]}`" in PAGE or name in PAGE


def test_the_examples_are_toml() -> None:
    for block in blocks("toml"):
        assert tomllib.loads(block)

"""Every kind of source is whole: registered, with options, documented, and the other way round."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

import watcher.fetch
from watcher.fetch import LOCAL_KINDS, SOURCE_KINDS
from watcher.fetch.feed import Options
from watcher.fetch.options import FetchTable
from watcher.fetch.outcomes import GOOD, HINTS, TRANSIENT, FetchOutcome, outcome_of_status

HELPERS = frozenset(
    {
        "address",
        "asking",
        "body",
        "crew",
        "desk",
        "follow",
        "http",
        "memory",
        "options",
        "outcomes",
        "robots",
        "transport",
        "turns",
        "web",
    }
)


def load(place: str) -> type:
    module, name = place.split(":")
    found: type = getattr(importlib.import_module(module), name)
    return found


@pytest.mark.parametrize("kind", SOURCE_KINDS)
def test_a_kind_has_options_that_explain_themselves_and_a_class(kind: str) -> None:
    options, source = (load(place) for place in SOURCE_KINDS[kind])
    assert issubclass(options, BaseModel)
    assert options.model_config["extra"] == "forbid"
    assert all(field.description for field in options.model_fields.values())
    assert callable(source.fetch)  # type: ignore[attr-defined]
    assert (options.__doc__ or "").count(f"`{kind}`") or kind in {"maildir", "mbox"}


def test_every_module_is_a_kind_or_a_helper() -> None:
    folder = Path(watcher.fetch.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    kinds = {
        place.split(":")[0].rsplit(".", 1)[1] for pair in SOURCE_KINDS.values() for place in pair
    }
    assert modules == kinds | HELPERS
    assert set(SOURCE_KINDS) >= LOCAL_KINDS


@pytest.mark.parametrize("status", range(100, 600))
def test_every_status_has_a_name(status: int) -> None:
    assert outcome_of_status(status) in FetchOutcome
    assert (outcome_of_status(status) in GOOD) == (status in {200, 203, 304})


def test_what_is_tried_again_is_no_good_end() -> None:
    assert not TRANSIENT & GOOD
    assert set(HINTS) <= set(FetchOutcome) - GOOD


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"url": "https://a.example/", "urls": ["https://b.example/"]},
        {"url": "ftp://a.example/"},
        {"url": "https://me:secret@a.example/"},
        {"url": "https://a.example/", "active_hours": "7-19"},
        {"url": "https://a.example/", "interval": "often"},
        {"url": "https://a.example/", "unknown": 1},
    ],
    ids=["none", "both", "scheme", "password", "hours", "interval", "unknown"],
)
def test_options_that_make_no_sense_are_refused(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Options.model_validate(given)


def test_no_source_on_the_web_is_visited_more_often_than_every_five_minutes() -> None:
    options = Options.model_validate({"url": "https://a.example/", "interval": "10 s"})
    assert options.every.total_seconds() == 300


@pytest.mark.parametrize(
    ("given", "days"), [({}, 7), ({"quiet_after": "none"}, None), ({"quiet_after": "3 days"}, 3)]
)
def test_the_quiet_limit_is_the_kinds_own_unless_said(
    given: dict[str, str], days: int | None
) -> None:
    limit = Options.model_validate({"url": "https://a.example/", **given}).quiet_limit
    assert (limit.days if limit else None) == days


def test_we_say_who_we_are_with_a_contact_where_there_is_one() -> None:
    assert FetchTable().agent("1.2") == "watcher/1.2"
    assert FetchTable(contact="me@a.example").agent("1.2") == "watcher/1.2 (+me@a.example)"
    assert FetchTable(user_agent="Clip/1").agent("1.2") == "Clip/1"

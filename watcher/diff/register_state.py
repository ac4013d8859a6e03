"""What is kept between two fetches of a register, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watcher.diff.register import Line, RegisterState
from watcher.model.council import CouncilCode, CouncilRef
from watcher.model.dates import PartialDate
from watcher.model.vocabulary import Area, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping


def state_to_data(state: RegisterState) -> dict[str, Any]:
    """Give a register's state as data that JSON can hold."""
    return {
        "columns": sorted(state.columns),
        "listed": sorted(state.listed),
        "lines": {code: _line_to_data(line) for code, line in sorted(state.lines.items())},
    }


def state_from_data(data: Mapping[str, Any]) -> RegisterState:
    """Make a register's state from such data."""
    return RegisterState(
        columns=frozenset(data["columns"]),
        listed=frozenset(CouncilCode(code) for code in data["listed"]),
        lines={CouncilCode(code): _line_from_data(line) for code, line in data["lines"].items()},
    )


def _line_to_data(line: Line) -> dict[str, Any]:
    return {
        "code": line.council.code,
        "name": line.council.name,
        "key": line.key,
        "start": line.start.text if line.start else None,
        "order": line.order,
        "latest": line.latest,
        "grades": {area.value: outcome.value for area, outcome in line.grades.items()},
        "cells": dict(line.cells),
    }


def _line_from_data(data: Mapping[str, Any]) -> Line:
    return Line(
        council=CouncilRef(code=CouncilCode(data["code"]), name=data["name"]),
        key=data["key"],
        start=PartialDate(data["start"]) if data["start"] else None,
        order=data["order"],
        latest=data.get("latest"),
        grades={Area(area): Outcome(outcome) for area, outcome in data["grades"].items()},
        cells=dict(data["cells"]),
    )

"""What is wrong with a configuration, where, and what was probably meant."""

from __future__ import annotations

import difflib
import re
import typing
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from watcher.config.lines import Place


class Problem(Exception):  # noqa: N818  (never leaves the package: it becomes a ConfigError)
    """Say what is wrong at which place of the file."""

    def __init__(self, place: Place, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.place = place
        self.message = message
        self.hint = hint
        self.cause: BaseException | None = None

    @classmethod
    def unknown(cls, place: Place, message: str, name: str, known: Iterable[str]) -> Problem:
        """Refuse a name; hint at the nearest known one, else at all of them."""
        listed = list(known)
        near = difflib.get_close_matches(name, listed, n=1)
        if near:
            return cls(place, message, hint=f"did you mean {near[0]!r}?")
        return cls(place, message, hint=f"known: {', '.join(listed)}" if listed else "")


_MESSAGES = {
    "missing": "is missing",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "string_type": "must be a text in quotes",
    "path_type": "must be a path in quotes",
    "tuple_type": "must be a list in square brackets",
    "list_type": "must be a list in square brackets",
    "time_delta_type": "must be a span of time such as '120 days'",
}


def problem_of(error: ValidationError, model: type[BaseModel], place: Place) -> Problem:
    """Turn the first thing that pydantic refuses into a Problem."""
    details = error.errors(include_url=False)[0]
    inner = tuple(part for part in details["loc"] if not _is_internal(part))
    where = (*place, *inner)
    name = ".".join(str(part) for part in inner)
    if details["type"] == "extra_forbidden":
        owner = _model_at(model, inner[:-1])
        known = list(owner.model_fields) if owner else []
        key, table = str(inner[-1]), _shown((*place, *inner[:-1]))
        return Problem.unknown(where, f"unknown key {key!r} in {table}", key, known)
    return Problem(where, _sentence(details, name or _shown(place)), hint=_hint(details))


def _sentence(details: ErrorDetails, name: str) -> str:
    if details["type"] == "value_error":
        return f"{name}: {details['ctx']['error']}"
    said = _MESSAGES.get(details["type"])
    if said is None:
        text = details["msg"]
        return f"{name}: {text[:1].lower()}{text[1:]}"
    return f"{name} {said}"


def _hint(details: ErrorDetails) -> str:
    if details["type"] in {"enum", "literal_error"} and isinstance(details["input"], str):
        expected = str(details.get("ctx", {}).get("expected", ""))
        known = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
        near = difflib.get_close_matches(details["input"], known, n=1)
        return f"did you mean {near[0]!r}?" if near else ""
    return ""


def _shown(place: Place) -> str:
    """Name a table as it is written in the file."""
    names = [_quoted(part) for part in place if isinstance(part, str)]
    repeated = isinstance(place[-1], int)
    return f"[[{'.'.join(names)}]]" if repeated else f"[{'.'.join(names)}]"


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name) else f'"{name}"'


def _is_internal(part: Any) -> bool:
    """Tell whether a part of a location names a validator rather than a key."""
    return isinstance(part, str) and ("[" in part or part == "function-before")


def _model_at(model: type[BaseModel], inner: Place) -> type[BaseModel] | None:
    """Find the class that describes the table at a place inside a table."""
    current: type[BaseModel] | None = model
    for part in inner:
        if current is None or not isinstance(part, str) or part not in current.model_fields:
            continue
        current = _model_in(current.model_fields[part].annotation)
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in typing.get_args(annotation):
        found = _model_in(part)
        if found is not None:
            return found
    return None

"""Read and validate the phrase rules."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from typing import Any

from watcher.errors import ReferenceDataError
from watcher.extract.lexicon import Lexicon, NameRule, Rule, Wording, expand
from watcher.reference.packaged import names_in, text_of

_RULE_KEYS = {"id", "effect", "terms", "sequence", "match", "no_match"}
_WORDING = {"facts", "title", "lead", "sentence"}
_NAME_KEYS = {"name", "strict", "surname", "never", "means", "not_before", "not_after"}


@cache
def load_lexicon() -> Lexicon:
    """Load the packaged phrase rules.

    Raises:
        ReferenceDataError: when a rule is malformed or lacks examples either way.
    """
    lexicon = read_lexicon({name: text_of(name) for name in names_in("phrases", ".toml")})
    return replace(
        lexicon,
        weights=read_weights(text_of("confidence.toml")),
        wording=read_wording(text_of("wording.toml")),
    )


def read_weights(text: str) -> dict[str, float]:
    """Read the weights of confidence.

    Raises:
        ReferenceDataError: when one is no number, or the intercept is missing.
    """
    data = _table("confidence.toml", text)
    if "intercept" not in data or not all(isinstance(v, int | float) for v in data.values()):
        raise ReferenceDataError("cannot be read", resource="confidence.toml")
    return {name: float(value) for name, value in data.items()}


def read_wording(text: str) -> Wording:
    """Read the weights of words: an `intercept`, and tables of what is added for what holds.

    Raises:
        ReferenceDataError: when a table is unknown or missing, or a weight is no number.
    """
    data = _table("wording.toml", text)
    intercept = data.pop("intercept", None)
    tables = [table for table in data.values() if isinstance(table, dict)]
    weights = [intercept, *[weight for table in tables for weight in table.values()]]
    if set(data) != _WORDING or len(tables) != len(data):
        raise ReferenceDataError("cannot be read", resource="wording.toml")
    if not all(isinstance(weight, int | float) for weight in weights):
        raise ReferenceDataError("cannot be read", resource="wording.toml")
    return Wording(intercept=float(weights[0]), **data)


def read_lexicon(files: dict[str, str]) -> Lexicon:
    """Read phrase files, by name, into a lexicon.

    Raises:
        ReferenceDataError: when a rule is malformed, lacks examples, or an id repeats.
    """
    rules: list[Rule] = []
    names: list[NameRule] = []
    for name, text in sorted(files.items()):
        data = _table(name, text)
        rules += [_rule(name, entry) for entry in data.get("rule", ())]
        names += [_name(name, entry) for entry in data.get("name", ())]
    _check_ids(rules)
    return Lexicon(rules=tuple(rules), names=tuple(names))


def _table(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReferenceDataError("cannot be read", resource=name) from error


def _rule(name: str, entry: dict[str, Any]) -> Rule:
    resource = f"{name}: {entry.get('id', '?')}"
    unknown = set(entry) - _RULE_KEYS
    if unknown:
        raise ReferenceDataError(f"unknown key {min(unknown)}", resource=resource)
    if not entry.get("match") or not entry.get("no_match"):
        raise ReferenceDataError(
            "a rule needs examples both ways",
            resource=resource,
            hint="give it `match` and `no_match`",
        )
    if bool(entry.get("terms")) == bool(entry.get("sequence")):
        raise ReferenceDataError("a rule has either terms or a sequence", resource=resource)
    rule = Rule(
        id=entry["id"],
        effect=entry["effect"],
        terms=tuple(entry.get("terms", ())),
        sequence=entry.get("sequence", ""),
        match=tuple(entry["match"]),
        no_match=tuple(entry["no_match"]),
    )
    try:
        for term in rule.terms:
            list(expand(term))
    except ValueError as error:
        raise ReferenceDataError(str(error), resource=resource) from error
    return rule


def _name(name: str, entry: dict[str, Any]) -> NameRule:
    unknown = set(entry) - _NAME_KEYS
    if unknown or "name" not in entry:
        raise ReferenceDataError("a malformed name rule", resource=f"{name}: {entry}")
    return NameRule(
        name=entry["name"],
        strict=entry.get("strict", False),
        surname=entry.get("surname", False),
        never=entry.get("never", False),
        means=entry.get("means", ""),
        not_before=tuple(entry.get("not_before", ())),
        not_after=tuple(entry.get("not_after", ())),
    )


def _check_ids(rules: list[Rule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise ReferenceDataError("the id is used twice", resource=f"phrases: {rule.id}")
        seen.add(rule.id)

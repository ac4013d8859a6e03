"""Read and validate the frameworks and scales."""

from __future__ import annotations

import tomllib
from typing import Any

from watcher.errors import ReferenceDataError
from watcher.model.framework import Framework, Rulebook, Scale
from watcher.model.vocabulary import Area, Kind, Outcome


def read_rulebook(text: str) -> Rulebook:
    """Read the TOML of frameworks into a rulebook.

    Raises:
        ReferenceDataError: when a word is unknown, an outcome is on two scales, a scale or a
            framework that is referred to does not exist, or two of a kind overlap in time.
    """
    try:
        data = tomllib.loads(text)
        scales = {key: _scale(key, ranks) for key, ranks in data["scales"].items()}
        frameworks = {key: _framework(key, table) for key, table in data["frameworks"].items()}
        rulebook = Rulebook(
            frameworks=frameworks,
            scales=scales,
            overall_ends=data["overall_ends"],
            combined_care_ends=data["combined_care_ends"],
        )
    except (KeyError, ValueError) as error:
        raise ReferenceDataError("cannot be read", resource="frameworks.toml") from error
    _check_scales(scales)
    _check_references(rulebook)
    return rulebook


def _scale(key: str, ranks: dict[str, int]) -> Scale:
    return Scale(key=key, ranks={Outcome(name): rank for name, rank in ranks.items()})


def _framework(key: str, table: dict[str, Any]) -> Framework:
    return Framework(
        key=key,
        title=table["title"],
        kinds=tuple(Kind(kind) for kind in table["kinds"]),
        starts=table.get("starts"),
        ends=table.get("ends"),
        areas=tuple(Area(area) for area in table["areas"]),
        scale=table.get("scale"),
        labels={label: Area(area) for label, area in table.get("labels", {}).items()},
        words={word: Outcome(outcome) for word, outcome in table.get("words", {}).items()},
        compares_with=dict(table.get("compares_with", {})),
    )


def _check_scales(scales: dict[str, Scale]) -> None:
    home: dict[Outcome, str] = {}
    for scale in scales.values():
        for outcome in scale.ranks:
            if outcome in home:
                raise ReferenceDataError(
                    f"{outcome.value} is on two scales: {home[outcome]} and {scale.key}",
                    resource="frameworks.toml",
                )
            home[outcome] = scale.key


def _check_references(rulebook: Rulebook) -> None:
    for framework in rulebook.frameworks.values():
        if framework.scale is not None and framework.scale not in rulebook.scales:
            raise ReferenceDataError(f"no scale {framework.scale!r}", resource=framework.key)
        for key, confidence in framework.compares_with.items():
            if key not in rulebook.frameworks or not 0 <= confidence <= 1:
                raise ReferenceDataError(f"cannot compare with {key!r}", resource=framework.key)
        for area in framework.labels.values():
            if area not in framework.areas:
                raise ReferenceDataError(f"does not judge {area.value}", resource=framework.key)

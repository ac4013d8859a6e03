"""Phrase rules as values: what a phrase is called, what it does, and proof both ways."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORD = re.compile(r"[^\W_]+")
_GROUP = re.compile(r"\(([^()]*)\)(\?)?")
MOST_EXPANSIONS = 4000
"""A term that means more phrases than this is two rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of the lexicon.

    `effect` is `class:value`. `terms` are phrases in which `(a|b)` means either and `(a)?`
    means perhaps. `sequence` names classes (or `class:value`) that follow one another in a
    clause, with the most words allowed between them: `progress ~4 slow`. Each text in `match`
    must fire the rule, none in `no_match` may.
    """

    id: str
    effect: str
    terms: tuple[str, ...] = ()
    sequence: str = ""
    match: tuple[str, ...]
    no_match: tuple[str, ...]

    @property
    def meaning(self) -> tuple[str, str]:
        """The class and the value of the effect."""
        name, _, value = self.effect.partition(":")
        return name, value


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRule:
    """What else a council's name can mean, and how to tell.

    `strict` names count only with a cue that a council is meant. `surname` names do not count
    behind another capitalised word. A name does not count behind a word of `not_after`, nor
    before one of `not_before`. `means` gives the code of a form that the register does not list.
    """

    name: str
    strict: bool = False
    surname: bool = False
    never: bool = False
    means: str = ""
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every phrase rule, the rules for ambiguous names, and the weights of confidence."""

    rules: tuple[Rule, ...]
    names: tuple[NameRule, ...] = ()
    weights: Mapping[str, float] = field(default_factory=lambda: {"intercept": 2.0})


def words_of(text: str) -> list[str]:
    """Cut a phrase into the words that the automaton looks for."""
    return _WORD.findall(text.lower())


def expand(term: str) -> Iterator[str]:
    """Give every phrase that a term means, as words with single spaces.

    Raises:
        ValueError: when parentheses do not pair, or it means too many phrases.
    """
    parts: list[tuple[str, ...]] = []
    last, total = 0, 1
    for group in _GROUP.finditer(term):
        choices = tuple(group[1].split("|")) + (("",) if group[2] else ())
        parts += [(term[last : group.start()],), choices]
        total *= len(choices)
        last = group.end()
    parts.append((term[last:],))
    if total > MOST_EXPANSIONS or any("(" in text or ")" in text for text in parts[-1]):
        msg = f"not a term: {term!r}"
        raise ValueError(msg)
    for choice in product(*parts):
        phrase = " ".join(words_of("".join(choice)))
        if phrase:
            yield from _spellings(phrase)


def _spellings(phrase: str) -> Iterator[str]:
    """Give a phrase in both spellings of the words that have two."""
    yield phrase
    if "judgement" in phrase:
        yield phrase.replace("judgement", "judgment")
    if "focused" in phrase:
        yield phrase.replace("focused", "focussed")

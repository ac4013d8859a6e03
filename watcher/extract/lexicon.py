"""Phrase rules as values: what a phrase is called, what it does, and proof both ways."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORD = re.compile(r"[^\W_]+")
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
class Wording:
    """What is added to the log-odds of a finding that would alert: for facts, and for words.

    `title` are words of the headline, `lead` of the lead, `sentence` of what proves the finding.
    """

    intercept: float = 0.0
    facts: Mapping[str, float] = field(default_factory=dict)
    title: Mapping[str, float] = field(default_factory=dict)
    lead: Mapping[str, float] = field(default_factory=dict)
    sentence: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every phrase rule, the rules for ambiguous names, and the weights of facts and words."""

    rules: tuple[Rule, ...]
    names: tuple[NameRule, ...] = ()
    weights: Mapping[str, float] = field(default_factory=lambda: {"intercept": 2.0})
    wording: Wording = field(default_factory=Wording)


def words_of(text: str) -> list[str]:
    """Cut a phrase into the words that the automaton looks for."""
    return _WORD.findall(text.lower())


def expand(term: str) -> Iterator[str]:
    """Give every phrase that a term means, as words with single spaces.

    Raises:
        ValueError: when parentheses do not pair, or it means too many phrases.
    """
    choices, end = _choices(term, 0)
    if end < len(term) or len(choices) > MOST_EXPANSIONS:
        msg = f"not a term: {term!r}"
        raise ValueError(msg)
    for text in dict.fromkeys(" ".join(words_of(choice)) for choice in choices):
        if text:
            yield from _spellings(text)


def _choices(term: str, start: int) -> tuple[list[str], int]:
    """Read alternatives up to a closing parenthesis or the end; give them and where they end."""
    found: list[str] = []
    made = [""]
    place = start
    while place < len(term) and term[place] != ")":
        if term[place] == "|":
            found += made
            made = [""]
        elif term[place] == "(":
            inner, place = _group(term, place)
            made = [left + right for left in made for right in inner]
        else:
            made = [left + term[place] for left in made]
        place += 1
    return found + made, place


def _group(term: str, start: int) -> tuple[list[str], int]:
    """Read a group from its opening parenthesis; give its choices and its last character."""
    inner, end = _choices(term, start + 1)
    if end >= len(term):
        msg = f"a parenthesis is not closed: {term!r}"
        raise ValueError(msg)
    if term[end + 1 : end + 2] == "?":
        return [*inner, ""], end + 1
    return inner, end


def _spellings(phrase: str) -> Iterator[str]:
    """Give a phrase in both spellings of the words that have two."""
    yield phrase
    if "judgement" in phrase:
        yield phrase.replace("judgement", "judgment")
    if "focused" in phrase:
        yield phrase.replace("focused", "focussed")

"""One automaton for every name and phrase: leftmost, longest, whole words, linear."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from watcher.extract.lexicon import expand, words_of
from watcher.extract.names import name_forms, short_form
from watcher.model.council import CouncilCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watcher.extract.lexicon import Lexicon, NameRule
    from watcher.extract.names import NameForm
    from watcher.model.council import Register


class Meaning(NamedTuple):
    """What a pattern of a word and so many `more` stands for.

    A tuple, because hits are made of thousands a second. What is `doubtful` has yet to be looked
    at where it stands.
    """

    more: int
    cls: str
    value: str
    rule: str
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Step:
    """One element of a sequence rule: a class, perhaps its value, and the gap before it."""

    cls: str
    value: str
    gap: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sequence:
    """A rule that fires on classes that follow one another."""

    steps: tuple[Step, ...]
    classes: frozenset[str]
    rarest: str
    """The class of the step with the fewest terms, without which no sentence is looked at."""

    cls: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Automaton:
    """Search all patterns at once.

    It reads words, not letters: each word that stands in a pattern is two bytes (`codes`), and
    between two of them stands `NEXT`. So a pattern can match whole words only, and the place of
    a match tells its word.
    """

    search: Any
    codes: Mapping[str, bytes]
    meanings: tuple[Meaning, ...]
    names: Mapping[str, NameForm]
    ambiguous: Mapping[str, NameRule]
    sequences: tuple[Sequence, ...]
    by_rarest: Mapping[str, tuple[Sequence, ...]]
    """The sequence rules by their rarest class."""
    brittle: frozenset[int]
    """The patterns of several words that a comma breaks: `inadequate, care leavers`."""


CASED = {
    "send": ("SEND", "Send"),
    "sen": ("SEN",),
    "sends": ("SENDs",),
    "sen d": ("SEN",),
    "may": ("may",),
    "apa": ("APA",),
    "ri": ("RI",),
}
"""Single words that mean something else in another case."""


def is_cased(word: str, more: int) -> bool:
    """Tell whether a phrase of a word and so many more depends on its case."""
    return word in CASED and more <= (word == "sen")


NEXT = b" "
"""Stands behind a word."""

UNKNOWN = b"??" + NEXT
"""Stands for a word that is in no pattern."""

_DIGITS = 0x80
"""A word's number has two digits below this; the first is raised by it, and so tells the word."""


def build_automaton(register: Register, lexicon: Lexicon) -> Automaton:
    """Compile the register's names and the lexicon's terms; names win over terms."""
    from ahocorasick_rs import BytesAhoCorasick, MatchKind

    patterns: dict[str, Meaning] = {}
    names = name_forms(register)
    for name in lexicon.names:
        if name.means:
            names[" ".join(words_of(name.name))] = short_form(CouncilCode(name.means))
    for key in names:
        patterns[key] = _meaning(key, "council", key, "name")
    for rule in lexicon.rules:
        cls, value = rule.meaning
        for term in rule.terms:
            for phrase in expand(term):
                patterns.setdefault(phrase, _meaning(phrase, cls, value, rule.id))
    codes = {
        word: bytes((_DIGITS + number // _DIGITS, number % _DIGITS)) + NEXT
        for number, word in enumerate(dict.fromkeys(" ".join(patterns).split(" ")))
    }
    sequences = _sequences(lexicon)
    return Automaton(
        search=BytesAhoCorasick(
            [
                b"".join(map(codes.__getitem__, phrase.split(" "))).removesuffix(NEXT)
                for phrase in patterns
            ],
            matchkind=MatchKind.LeftmostLongest,
        ),
        codes=codes,
        meanings=tuple(patterns.values()),
        names=names,
        ambiguous={" ".join(words_of(rule.name)) or rule.name: rule for rule in lexicon.names},
        sequences=sequences,
        by_rarest={
            rarest: tuple([rule for rule in sequences if rule.rarest == rarest])
            for rarest in {rule.rarest for rule in sequences}
        },
        brittle=frozenset(
            number
            for number, (phrase, one) in enumerate(patterns.items())
            if one.more and (one.rule.startswith(_BRITTLE) or _is_of_the_whole(phrase, one))
        ),
    )


def _is_of_the_whole(phrase: str, meaning: Meaning) -> bool:
    """Tell whether a phrase is a grade behind `overall`, which may belong to the one before it."""
    return meaning.cls == "grade" and phrase.startswith("overall ")


_BRITTLE = ("grade.none.", "grade.served", "grade.a-good")
"""Rules for words for grades that only describe what stands right behind them."""


_LOOKED_AT = frozenset({"council", "nograde"})


def _meaning(phrase: str, cls: str, value: str, rule: str) -> Meaning:
    """Say what a phrase means, and whether it means that wherever it stands."""
    first, _, rest = phrase.partition(" ")
    more = rest.count(" ") + 1 if rest else 0
    doubtful = cls in _LOOKED_AT or value == "former" or is_cased(first, more)
    return Meaning(more, cls, value, rule, doubtful)


def _sequences(lexicon: Lexicon) -> tuple[Sequence, ...]:
    """Compile the sequence rules."""
    terms: Counter[tuple[str, str]] = Counter()
    for rule in lexicon.rules:
        terms.update({rule.meaning: len(rule.terms), (rule.meaning[0], ""): len(rule.terms)})
    found: list[Sequence] = []
    for rule in lexicon.rules:
        if rule.sequence:
            steps = _steps(rule.sequence)
            cls, value = rule.meaning
            classes = frozenset(step.cls for step in steps)
            rarest = min(steps, key=lambda step: terms[step.cls, step.value] or math.inf).cls
            found.append(
                Sequence(
                    steps=steps,
                    classes=classes,
                    rarest=rarest,
                    cls=cls,
                    value=value,
                    rule=rule.id,
                )
            )
    return tuple(found)


def _steps(text: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    gap = 0
    for part in text.split():
        if part.startswith("~"):
            gap = int(part[1:])
            continue
        cls, _, value = part.partition(":")
        steps.append(Step(cls=cls, value=value, gap=gap))
        gap = 0
    return tuple(steps)

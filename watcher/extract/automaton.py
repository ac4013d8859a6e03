"""One automaton for every name and phrase: leftmost, longest, whole words, linear."""

from __future__ import annotations

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
    """What a pattern stands for. A tuple, because thousands are made of it a second."""

    words: int
    cls: str
    value: str
    rule: str


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
    cls: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Automaton:
    """Search all patterns at once.

    Words are joined as ` a  b  c `, each with its own blank on either side, so that a pattern
    can match whole words only and neighbours share nothing.
    """

    search: Any
    meanings: tuple[Meaning, ...]
    names: Mapping[str, NameForm]
    ambiguous: Mapping[str, NameRule]
    sequences: Mapping[str, tuple[Sequence, ...]]


def joined(words: list[str]) -> str:
    """Write words as the automaton reads them."""
    return " " + "  ".join(words) + " "


def build_automaton(register: Register, lexicon: Lexicon) -> Automaton:
    """Compile the register's names and the lexicon's terms; names win over terms."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    patterns: dict[str, Meaning] = {}
    names = name_forms(register)
    for name in lexicon.names:
        if name.means:
            names[" ".join(words_of(name.name))] = short_form(CouncilCode(name.means))
    for key in names:
        patterns[key] = Meaning(len(key.split()), "council", key, "name")
    for rule in lexicon.rules:
        cls, value = rule.meaning
        for term in rule.terms:
            for phrase in expand(term):
                meaning = Meaning(len(phrase.split()), cls, value, rule.id)
                patterns.setdefault(phrase, meaning)
    return Automaton(
        search=AhoCorasick(
            [joined(phrase.split()) for phrase in patterns], matchkind=MatchKind.LeftmostLongest
        ),
        meanings=tuple(patterns.values()),
        names=names,
        ambiguous={" ".join(words_of(rule.name)) or rule.name: rule for rule in lexicon.names},
        sequences=_sequences(lexicon),
    )


def _sequences(lexicon: Lexicon) -> dict[str, tuple[Sequence, ...]]:
    """Index the sequence rules by the class they begin with."""
    found: dict[str, tuple[Sequence, ...]] = {}
    for rule in lexicon.rules:
        if rule.sequence:
            steps = _steps(rule.sequence)
            cls, value = rule.meaning
            compiled = Sequence(steps=steps, cls=cls, value=value, rule=rule.id)
            found[steps[0].cls] = (*found.get(steps[0].cls, ()), compiled)
    return found


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

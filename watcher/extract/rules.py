"""Rules in tables: each names what it cannot do without, so that most are never asked.

A table is asked by the classes of a sentence's or a clause's hits. Which rules those leave open is
found out once for each set of classes, and remembered. Who asks leaves out those of which the
sentence says no word.
"""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

_Test = TypeVar("_Test")
_Gives = TypeVar("_Gives")

_MOST = 2000
"""So many sets of classes are remembered at most."""


class Rule(NamedTuple, Generic[_Gives, _Test]):
    """What is so where a test holds. It can hold with certain hits only.

    Of each set in `needs` there must be one class, and none of `without`. It says which words a
    sentence must have one of; None where it takes any.
    """

    gives: _Gives
    test: _Test
    needs: tuple[frozenset[str], ...] = ()
    without: frozenset[str] = frozenset()
    words: frozenset[str] | None = None

    def is_open_to(self, classes: frozenset[str]) -> bool:
        """Tell whether it can hold where there are hits of these classes."""
        if not self.without.isdisjoint(classes):
            return False
        return not any(need.isdisjoint(classes) for need in self.needs)


Open = tuple[_Gives, frozenset[str] | None, _Test]
"""What a rule gives, the words that it takes one of, and its test."""

_Ready = tuple[Open[_Gives, _Test], ...]


class Table(
    dict[frozenset[str], tuple[_Ready[_Gives, _Test], _Ready[_Gives, _Test], frozenset[str]]],
    Generic[_Gives, _Test],
):
    """Rules in their order; `table[classes]` gives those that hits of these classes leave open.

    First all of them, then those that take any words, which are the only ones to ask where a
    sentence has none of the words that stand last.
    """

    def __init__(self, *rules: Rule[_Gives, _Test]) -> None:
        """Take the rules; the first that holds decides."""
        super().__init__()
        self.rules = rules

    def __missing__(
        self, classes: frozenset[str]
    ) -> tuple[_Ready[_Gives, _Test], _Ready[_Gives, _Test], frozenset[str]]:
        """Find out which rules a set of classes leaves open."""
        if len(self) >= _MOST:
            self.clear()
        ready = tuple(
            [(rule.gives, rule.words, rule.test) for rule in self.rules if rule.is_open_to(classes)]
        )
        wordless = tuple([one for one in ready if one[1] is None])
        words: frozenset[str] = frozenset().union(*[one[1] or () for one in ready])
        found = self[classes] = ready, wordless, words
        return found


class Cued(
    dict[frozenset[str], tuple[tuple[_Test, ...], dict[str, list[_Test]], frozenset[str]]],
    Generic[_Test],
):
    """Rules of which any decides, found by the words that they take one of.

    `cued[classes]` gives the tests that hits of these classes leave open: those that take any
    words, those of each word, and the words that have any.
    """

    def __init__(self, *rules: Rule[str, _Test]) -> None:
        """Take the rules."""
        super().__init__()
        self.rules = rules

    def __missing__(
        self, classes: frozenset[str]
    ) -> tuple[tuple[_Test, ...], dict[str, list[_Test]], frozenset[str]]:
        """Find out which rules a set of classes leaves open."""
        if len(self) >= _MOST:
            self.clear()
        ready = [rule for rule in self.rules if rule.is_open_to(classes)]
        by_word: dict[str, list[_Test]] = {}
        for rule in ready:
            for word in rule.words or ():
                by_word.setdefault(word, []).append(rule.test)
        wordless = tuple([rule.test for rule in ready if rule.words is None])
        found = self[classes] = wordless, by_word, frozenset(by_word)
        return found


def any_of(*classes: str) -> frozenset[str]:
    """Give what a rule needs one of."""
    return frozenset(classes)

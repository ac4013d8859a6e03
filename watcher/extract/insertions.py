"""Whose sentence goes on behind what is put in: `Leeds, once compared with Bury, is good`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words
    from watcher.extract.topics import Chain


def spoken_of_again(
    words: Words, sentence: Sentence, word: int, chains: tuple[Chain, ...]
) -> Chain | None:
    """Give the council that is the subject again behind others who are only put in; else None.

    `word` is that of which it is asked. What is put in stands between commas behind the subject,
    opens with what was done with it, and ends at the verb.
    """
    if _VERBS.isdisjoint(sentence.said):
        return None
    verb = _verb_behind_comma(words, sentence, word)
    inner = [chain for chain in chains if chain[-1].last < verb]
    if len(inner) <= 1 or any(verb < chain[0].first < word for chain in chains):
        return None
    for owner in reversed(inner[:-1]):
        opened = _opened_behind(words, owner[-1].last, verb)
        if opened is not None and _verbs_between(words, opened, inner[-1][0].first):
            return None
        if opened is not None:
            return owner if _is_put_in(words, opened, inner[-1]) else None
    return None


def _verbs_between(words: Words, opened: int, name: int) -> bool:
    """Tell whether the subject's own verb stands before another is named: `X, once Y, is Z; A`."""
    return any(
        words.words[word] in _VERBS and words.between(word - 1, word).startswith(",")
        for word in range(opened + 1, name)
    )


def _verb_behind_comma(words: Words, sentence: Sentence, word: int) -> int:
    """Give the verb near in front of a word that a comma parts from what comes before; or 0."""
    for verb in range(word - 1, max(sentence.first, word - _TO_VERB), -1):
        if words.words[verb] in _VERBS:
            return verb if words.between(verb - 1, verb).startswith(",") else 0
    return 0


def _opened_behind(words: Words, name: int, verb: int) -> int | None:
    """Give the word behind the comma that follows a name and what is its own: `X's services, `."""
    for word in range(name + 1, min(verb, name + _OWNED)):
        if "," in words.between(word - 1, word):
            return word
        if words.words[word] in _VERBS:
            return None
    return None


def _is_put_in(words: Words, opened: int, other: Chain) -> bool:
    """Tell whether words open with what was done with somebody, and then name another."""
    if opened >= other[0].first:
        return False
    low = words.words[opened]
    if low in _ADVERBS:
        low = words.words[opened + 1]
    return low in _OPENERS or (low.endswith("ed") and len(low) > len("need"))


_TO_VERB, _OWNED = 9, 7
_VERBS = frozenset("is are was were has have had remain remains".split())
_ADVERBS = frozenset("once long often recently previously formerly originally until for".split())
_OPENERS = frozenset(
    "which whose who held run led seen known set years used sometimes overseen built given"
    " taken chosen put made".split()
)

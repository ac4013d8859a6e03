"""What was so is told in a clause put in: `Leeds, which was inadequate, has been rated good`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.model.dates import WEEKDAYS

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

_WHICH, _WAS = frozenset({"which", "who"}), frozenset({"was", "were"})
_RATED = frozenset("rated judged graded deemed considered found ranked classed marked".split())
_GIVEN = _RATED | frozenset("to be as a an by ofsted inspectors only overall being given".split())
_THEN = _GIVEN | _WAS | {"been", "had"}
_VERBS = _WAS | {"is", "are", "has", "have"}
_MAIN = _GIVEN | _VERBS | frozenset("been become now today yesterday again".split())
_FRESH = WEEKDAYS | frozenset("today yesterday this week month just newly now still".split())
_CLOSING = frozenset(",)–—")


def was_which(words: Words, sentence: Sentence, hit: Hit, new: Hit) -> bool:
    """Tell whether a grade is told in a clause put in, and the main clause gives the `new` one.

    Not where the clause put in is what is fresh, where the other is for one area, or is older:
    `Leeds, which was rated inadequate today, was good in 2015`.
    """
    if _WHICH.isdisjoint(sentence.said) or _WAS.isdisjoint(sentence.said):
        return False
    low = words.words
    which = _opened(words, sentence, hit)
    verb = next(
        (
            word
            for word in range(hit.last + 1, new.first)
            if low[word] in _VERBS and not _CLOSING.isdisjoint(words.between(word - 1, word))
        ),
        None,
    )
    if which is None or verb is None:
        return False
    if not (_FRESH.isdisjoint(low[which:verb]) and _MAIN.issuperset(low[verb : new.first])):
        return False
    if any(hit.cls in _ASIDE and hit.first >= verb for hit in sentence.hits):
        return False
    return not any(map(year_of, low[verb : sentence.last]))


_ASIDE = frozenset({"area", "past"})


def _opened(words: Words, sentence: Sentence, hit: Hit) -> int | None:
    """Give the word that opens the clause put in, where it says no more than that it was so."""
    low = words.words
    for word in range(hit.first - 1, sentence.first, -1):
        if low[word] in _WHICH:
            told = low[word + 1 : hit.first]
            opened = not _OPENING.isdisjoint(words.between(word - 1, word))
            return word if opened and not _WAS.isdisjoint(told) else None
        if low[word] not in _THEN:
            return None
    return None


_OPENING = frozenset(",(–—")

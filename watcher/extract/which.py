"""What was so is told in a clause put in: `Leeds, which was inadequate, has been rated good`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.model.dates import WEEKDAYS

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

_WHICH = frozenset({"which", "who"})
_HELD = frozenset({"held", "boasted", "enjoyed", "had"})
_WAS = frozenset({"was", "were"})
_RATED = frozenset("rated judged graded deemed considered found ranked classed marked".split())
_GIVEN = _RATED | frozenset("to be as a an by ofsted inspectors only overall being given".split())
_THEN = _GIVEN | _WAS | _HELD | frozenset("been long once has have rating grade of the".split())
_VERBS = _WAS | {"is", "are", "has", "have"}
_MAIN = (
    _GIVEN
    | _VERBS
    | frozenset(
        "been become now today yesterday again branded named declared received got earned won given"
        " awarded handed secured achieved rating grade judgement verdict of from the its".split()
    )
)
_FRESH = WEEKDAYS | frozenset("today yesterday this week month just newly now still".split())
_CLOSING = frozenset(",)–—")


def was_which(words: Words, sentence: Sentence, hit: Hit, new: Hit) -> bool:
    """Tell whether a grade is told in a clause put in, and the main clause gives the `new` one.

    Not where the clause put in is what is fresh, where the other is for one area, or is older:
    `Leeds, which was rated inadequate today, was good in 2015`.
    """
    if sentence.said.isdisjoint(_OPENERS):
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
        if low[word] not in _OPENERS:
            if low[word] not in _THEN:
                return None
            continue
        if not _OPENING.isdisjoint(words.between(word - 1, word)):
            told = low[word + 1 : hit.first]
            lasted = "been" in told and words.behind(hit.last) == "since"
            was = lasted or low[word] == "long" or not _TOLD.isdisjoint(told)
            return word if was else None
    return None


_OPENING = frozenset(",(–—")
_TOLD = _WAS | _HELD
_OPENERS = _WHICH | {"long"}


def opens_its_own(sentence: Sentence, opener: Hit, words: Words) -> bool:
    """Tell whether a cue opens a phrase of its own: `Since its last inspection, ...`.

    So it does with a grade that a comma closes: `Once good, Leeds was rated inadequate`.
    """
    said, low = words.words[opener.first : opener.last + 1], words.words
    if said[-1] == "from" or not SUBORDINATORS.isdisjoint(said):
        return True
    grade = next((hit for hit in sentence.hits if hit.cls == "grade"), opener)
    between = low[opener.last + 1 : grade.first]
    if grade is opener or not words.between(grade.last, grade.last + 1).startswith(","):
        return False
    fronted = not between or between in _JUST_RATED or low[sentence.first] in _WHERE
    return fronted and words.behind(grade.last) not in _JOINING


SUBORDINATORS = frozenset("since after when following follows having".split())
_JUST_RATED = (["rated"], ["judged"], ["graded"])
_WHERE, _JOINING = frozenset({"where", "while"}), frozenset({"and", "with", "but", "or"})

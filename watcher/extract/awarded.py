"""Grades that somebody gave or got: `gave the city a good for its services`, `got a good`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.predicates import closes

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

INSPECTED = frozenset({"inspectorate", "kind"})


def got(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether `a good` was given or got: `adoption got a good`, `it came away with a good`."""
    low = words.words
    if low[hit.first - 1] == "with" or any(
        h.cls == "judge" and h.last == hit.first - 1 for h in clause.hits
    ):
        return closes(words, sentence, hit)
    if not _for_work(words, sentence, hit):
        return False
    return any(h.cls == "judge" and 0 < hit.first - h.last <= _GIVEN for h in clause.hits)


def of_a_rating(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a word for a grade has it: `a rating of good`, `gradings of good for`."""
    low = words.words
    if low[hit.first - 1] != "of" or low[hit.first - 2] not in _GRADES:
        return False
    return low[hit.last + 1 : hit.last + 2] in _LEADING_ON or closes(words, sentence, hit)


_GRADES = frozenset(
    "rating ratings grading gradings grade grades judgement judgements judgment judgments verdict"
    " mark result outcome".split()
)
_LEADING_ON = [[word] for word in "for in from across by and or overall at with after".split()]


def given_for(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade that someone gave is given for something: `gave the county good for`.

    With an article it is one only where it is given for services, or for a judgement.
    """
    if words.words[hit.last + 1 : hit.last + 2] != ["for"]:
        return False
    if words.words[hit.first - 1] not in _ARTICLES:
        return True
    return _for_work(words, sentence, hit)


def named_so(words: Words, hit: Hit) -> bool:
    """Tell whether a word is a grade by what is right behind: `outstanding Ofsted rating`.

    So is the one that somebody had: `an improvement on the good it was awarded`, `it was good
    before`.
    """
    behind = words.words[hit.last + 1 : hit.last + 3]
    if behind[:1] == ["ofsted"]:
        return behind[1:] in _RATINGS
    if behind[:1] == ["before"] and words.words[hit.first - 1] in _WERE:
        return not words.after(hit.last + 1)
    if words.words[hit.first - 1] != "the" or behind[:1] not in _THEY:
        return False
    return behind[1:] in _HAD


_WERE = frozenset({"was", "were"})
_RATINGS = (["rating"], ["grade"], ["judgement"], ["judgment"], ["verdict"])
_THEY = (["it"], ["they"], ["we"])
_HAD = tuple(
    [verb]
    for verb in "was were had has got received gained achieved earned won held secured".split()
)


def _for_work(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether an inspectorate's word is for services, or for one of its judgements.

    What others gave is none: `the mayor gave it an outstanding for its services to Ofsted`.
    """
    if sentence.classes.isdisjoint(INSPECTED) or words.after(hit.last) != "for":
        return False
    if not any(h.cls in INSPECTED and h.last < hit.first for h in sentence.hits):
        return False
    return any(h.cls in _WORK and 0 < h.first - hit.last <= _AT_ONCE for h in sentence.hits)


_WORK = frozenset({"service", "area", "overall"})
_ARTICLES = frozenset({"a", "an", "the"})
_GIVEN, _AT_ONCE = 12, 4

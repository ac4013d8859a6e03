"""Whose outcome is it: the council's service, another body, or a mere thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.addressed import ADDRESSING, told_to_inspectors
from watcher.extract.among_many import one_before_others
from watcher.extract.anyones import CUES, ONE_OF_ANY, any_council, of_any_one
from watcher.extract.cases import (
    VISITED,
    WERE,
    cases_counted,
    of_those_visited,
    rates_cases,
    so_many_were,
)
from watcher.extract.corrections import taken_back
from watcher.extract.counted import of_what_was_named
from watcher.extract.explaining import (
    GOVERNMENT,
    MEANING,
    RENAMING,
    STEPS,
    THOSE,
    USUALLY,
    asks_what_it_means,
    defines,
    follows_always,
    grade_explained,
    of_any_way,
    of_those_rated,
    renamed,
    talks_of_words,
)
from watcher.extract.general import (
    ANYBODY,
    CAN,
    EACH,
    IF,
    INCONSISTENT,
    MANY,
    SOME_PEOPLE,
    can_befall,
    goes_through,
    in_any_case,
    of_anybody,
    of_councils_in_general,
    of_some_people,
    plural,
    share_of,
    verdict_before,
)
from watcher.extract.people import FORMERLY, at_former_work
from watcher.extract.rules import Rule, Table, any_of
from watcher.extract.segment import split_clauses
from watcher.extract.shares import of_so_many
from watcher.extract.strangers import (
    ANOTHER,
    NEARBY,
    OF_A_PLACE,
    OPENING,
    of_a_neighbour,
    of_an_unnamed,
    of_another,
    of_some_body,
)
from watcher.extract.supposing import awaited
from watcher.extract.together import COUNTING, REST, counted_off, of_the_rest
from watcher.extract.voices import of_opinion

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.extract.link import Topics
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_HEADS = frozenset(
    {"service", "generic", "council", "area", "weak", "other", "pronoun", "cqc", "quality"}
)
_PREPOSITIONS = frozenset({"of", "for", "in", "to", "by", "at", "on", "with", "from", "over"})


def subject_of(clause: Clause, target: Hit, words: Words) -> Hit | None:
    """Give the head of the noun phrase that a grade is given to, None when none is in sight."""
    if clause.classes.isdisjoint(_HEADS):
        return None
    behind = clause.hits[-1].first > target.last
    described = _described(clause, target, words) if behind else None
    if described is not None:
        return described
    heads, objects = _in_front(clause, target)
    if "overall" in clause.classes:
        heads = _of_overall(clause, target, heads)
        objects = _of_overall(clause, target, objects)
    if not heads:
        return None
    for head in objects:
        if not _possessive(head, words):
            return head
    found = _nearest_head(heads, words, owning=False)
    return found or (objects[0] if objects else _nearest_head(heads, words, owning=True))


def _in_front(clause: Clause, target: Hit) -> tuple[list[Hit], list[Hit]]:
    """Give the heads in front of a grade, and those of them behind the last verb of judging.

    `The council has rated the service good` has one of these.
    """
    heads: list[Hit] = []
    judged, end = -1, target.first
    for hit in clause.hits:
        if hit.first >= end:
            break
        if hit.cls in _HEADS and hit.last < end:
            heads.append(hit)
        elif hit.cls == "judge":
            judged = len(heads)
    return heads, heads[judged:] if judged >= 0 else []


def _of_overall(clause: Clause, target: Hit, heads: list[Hit]) -> list[Hit]:
    """Leave out mere things in front of an overall verdict: `poor practice, and overall it is`."""
    at = max([h.first for h in clause.hits if h.cls == "overall" and h.last < target.first] or [-1])
    return [head for head in heads if head.first > at or head.cls not in _THINGS]


_THINGS = frozenset({"weak", "quality"})


def _nearest_head(heads: list[Hit], words: Words, *, owning: bool) -> Hit | None:
    """Give the last of heads, rather none behind a preposition, and no pronoun.

    Mere owners (`the council's`) count where there is nothing else.
    """
    named: Hit | None = None
    pronoun: Hit | None = None
    for head in reversed(heads):
        if not owning and _possessive(head, words):
            continue
        if head.cls == "pronoun":
            pronoun = pronoun or head
        elif not head.first or words.words[head.first - 1] not in _PREPOSITIONS:
            return head
        else:
            named = named or head
    return named or pronoun


_OURS = frozenset({"service", "area", "generic"})


def foreign_head(sentence: Sentence, clause: Clause, words: Words) -> bool:
    """Tell whether a sentence opens with another body, and the clause names nothing of ours.

    A council that is only the place (`a school in Leeds was told`) does not make it ours.
    """
    if "other" not in sentence.classes:
        return False
    first = next((h for h in sentence.hits if h.cls in _OPENERS), None)
    if first is None or first.cls != "other" or _possessive(first, words):
        return False
    if clause.classes.isdisjoint(_OURS):
        return True
    return not any(h.cls in _OURS and h.first > first.last for h in clause.hits)


def of_no_council(page: Page, sentence: Sentence, topics: Topics) -> str | None:
    """Tell why a sentence speaks of no one council, whatever its clauses say."""
    if "talk" in sentence.classes and talks_of_words(page.words, sentence):
        return "talk_of_words"
    if "weak" in sentence.classes and cases_counted(page.words, sentence):
        return "cases_counted"
    if topics.chains[sentence.index]:
        return None
    if not COUNTING.isdisjoint(sentence.said) and counted_off(page, sentence, topics):
        return None
    return _in_general(page, sentence, topics)


def _in_general(page: Page, sentence: Sentence, topics: Topics) -> str | None:
    """Tell why a sentence that names nobody speaks of councils at large."""
    said = sentence.said
    rules, wordless, cues = _AT_LARGE[sentence.classes]
    for reason, words, holds in wordless if cues.isdisjoint(said) else rules:
        if (words is None or not words.isdisjoint(said)) and holds(page.words, sentence):
            return reason
    if "generic" not in sentence.classes or not plural(page.words, sentence):
        return None
    one = len(topics.at[sentence.index]) <= 1
    return "councils_in_general" if one or _any_judged(page.words, sentence) else None


def no_verdict(page: Page, sentence: Sentence, hit: Hit) -> str | None:
    """Tell why a grade is no inspectorate's verdict, or is that of no council that is named."""
    said = sentence.said
    rules, wordless, cues = _NO_VERDICT[sentence.classes]
    for reason, words, holds in wordless if cues.isdisjoint(said) else rules:
        if (words is None or not words.isdisjoint(said)) and holds(page, sentence, hit):
            return reason
    return None


def _placed_among(words: Words, sentence: Sentence) -> bool:
    """Tell whether one council's grade is placed among others': `it is one of 29 in England`.

    Then `the council`, or `it is`, stands before the grade, and does not only say what others have.
    """
    if not _of_many(words, sentence):
        return False
    for hit in sentence.hits:
        if hit.cls == "grade":
            return False
        if hit.cls == "pronoun" and words.words[hit.first : hit.first + 2] in _IT_IS:
            return True
        if hit.cls == "generic" and words.words[hit.first] == "the":
            if words.behind(hit.last) in _SPEAKING:
                return False
            if words.words[hit.last] not in _PLURALS:
                return words.words[hit.first - 1] not in _ELSEWHERE
    return False


def _of_many(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of councils in the plural, or counts them."""
    return "statistics" in sentence.classes or plural(words, sentence)


def _counted(words: Words, sentence: Sentence) -> bool:
    """Tell whether the councils that a sentence counts are whom it speaks of."""
    if of_what_was_named(words, sentence) or _told_apart(words, sentence):
        return False
    if "one" in sentence.said and one_before_others(words, sentence):
        return False
    if "area" not in sentence.classes or plural(words, sentence):
        return True
    low = words.words
    shares = [h for h in sentence.hits if h.cls == "statistics"]
    return any(low[h.first] != "in" or low[h.last] != "areas" for h in shares)


def _told_apart(words: Words, sentence: Sentence) -> bool:
    """Tell whether a grade is the council's, and others are counted in a clause of their own.

    `The authority's judgement is 'good' - the same as that of half of England's councils`.
    """
    graded = [c for c in split_clauses(sentence, words) if "grade" in c.classes]
    return bool(graded) and all(_of_the_one(words, clause) for clause in graded)


def _of_the_one(words: Words, clause: Clause) -> bool:
    """Tell whether a clause speaks of `the council`, and counts none; it may count areas."""
    one = False
    for hit in clause.hits:
        said = words.words[hit.first : hit.last + 1]
        if hit.cls == "statistics" and "areas" not in said:
            return False
        one = one or (hit.cls == "generic" and said[0] == "the" and said[-1] not in _PLURALS)
    return one


_IT_IS = (["it", "is"], ["it", "joins"], ["it", "became"], ["it", "becomes"], ["it", "was"])
_ELSEWHERE = frozenset({"that", "of", "in", "across", "for", "from", "around", "by"})
_PLACED = frozenset("among amongst joins joining joined places placing puts putting one".split())
_SPEAKING = frozenset({"said", "says", "s", "added", "noted", "pointed", "told", "which"})


def _of_inspectors(page: Page, _: Sentence, hit: Hit) -> bool:
    """Tell whether it is the inspectorate that somebody finds bad: `Ofsted was inadequate`."""
    words = page.words
    if hit.first <= 1 or words.words[hit.first - 1] not in _IS:
        return False
    return words.words[hit.first - 2] == "ofsted"


_IS = frozenset({"is", "was"})


def _any_judged(words: Words, sentence: Sentence) -> bool:
    """Tell whether whoever gets a grade is spoken of: `councils judged inadequate are visited`."""
    first = sentence.hits[0]
    if first.cls == "grade" and first.first == sentence.first:
        return words.behind(first.last) in _PLURALS
    judged = {h.first: h.last for h in sentence.hits if h.cls == "judge"}
    grades = {h.first for h in sentence.hits if h.cls == "grade"}
    for hit in sentence.hits:
        if hit.cls == "generic" and judged.get(hit.last + 1, hit.last) + 1 in grades:
            return words.words[hit.first - 1] not in _THESE and words.words[hit.first] != "the"
    return False


_PLURALS = frozenset({"councils", "authorities", "departments"})
_THESE = frozenset({"the", "these", "those", "both", "two", "three", "four", "five", "all"})


_OPENERS = frozenset({"service", "area", "generic", "other", "council"})


def _described(clause: Clause, target: Hit, words: Words) -> Hit | None:
    """Give the noun that a grade right in front of it describes."""
    for hit in reversed(clause.hits):
        if hit.first <= target.last:
            break
        if hit.first == target.last + 1 and hit.cls in _DESCRIBED:
            return None if words.between(target.last, hit.first).strip(" '\"’”‘“") else hit
    return None


_DESCRIBED = frozenset({"service", "generic", "other", "weak"})


def _possessive(hit: Hit, words: Words) -> bool:
    """Tell whether a head is only the owner: `the council's response`."""
    low, starts, behind = words.words, words.starts, hit.last + 1
    if low[hit.last] == "s" or behind >= len(low):
        return low[hit.last] == "s"
    if low[behind] != "s" and starts[behind] - starts[hit.last] == len(low[hit.last]) + 1:
        return False
    gap = words.between(hit.last, behind)
    return gap in _OWNING or (gap in _APOSTROPHES and low[behind] == "s")


_APOSTROPHES = frozenset({"'", "’"})
_OWNING = frozenset({"' ", "’ "})


_GENERIC, _GRADE, _COUNCIL = any_of("generic"), any_of("grade"), any_of("council")
_JUDGED = any_of("judge")

_AT_LARGE: Table[str | None, Callable[[Words, Sentence], bool]] = Table(
    Rule("definition", defines, (any_of("definition"),)),
    Rule(
        "definition", grade_explained, (_GRADE,), without=any_of("area", "overall", "inspectorate")
    ),
    Rule("definition", renamed, (_GRADE,), words=RENAMING),
    Rule("definition", asks_what_it_means, (_GRADE,), words=MEANING),
    Rule("definition", goes_through, (any_of("send"),), words=INCONSISTENT),
    Rule(None, _placed_among, (_GRADE, MANY), words=_PLACED),
    Rule(None, verdict_before, (_GRADE, MANY)),
    Rule("statistics", _counted, (any_of("statistics"),)),
    Rule("statistics", rates_cases, (_GRADE, _JUDGED)),
    Rule("statistics", of_those_visited, (_GRADE,), words=VISITED),
    Rule("statistics", so_many_were, (_GRADE,), without=any_of("area"), words=WERE),
    Rule("statistics", share_of),
    Rule("councils_in_general", of_those_rated, (_GRADE,), words=THOSE),
    Rule("definition", of_any_way, words=USUALLY),
    Rule("councils_in_general", of_some_people, (_GRADE,), words=SOME_PEOPLE),
    Rule("councils_in_general", in_any_case, words=IF),
    Rule("councils_in_general", can_befall, words=CAN),
    Rule("councils_in_general", of_anybody, (ANYBODY,), words=EACH),
    Rule("councils_in_general", of_the_rest, without=any_of("area"), words=REST),
    Rule("councils_in_general", follows_always, (_GRADE,), words=STEPS | GOVERNMENT),
    Rule("councils_in_general", any_council, (_GENERIC,), words=ONE_OF_ANY),
    Rule("councils_in_general", of_any_one, words=CUES),
)
"""Why a sentence that names nobody speaks of councils at large."""


def _of_former_work(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is that of where somebody once worked."""
    return at_former_work(page.words, sentence, hit.first)


def _some_of_which(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is that of some of those named, and not said of whom: `two of which`."""
    low = page.words.words
    near = range(max(sentence.first + 2, hit.first - _SOME_REACH), hit.first)
    return any(
        low[word] in _WHICH and low[word - 1] == "of" and low[word - 2] in _SOME for word in near
    )


_SOME_REACH = 8
_WHICH = frozenset({"which", "whom"})
_SOME = frozenset("one two three four five six some most many several half none".split())


def _of_so_many(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is that of so many councils."""
    return of_so_many(page.words, sentence, hit)


_NO_VERDICT: Table[str, Callable[[Page, Sentence, Hit], bool]] = Table(
    Rule("statistics", _of_so_many),
    Rule("councils_in_general", of_councils_in_general, (MANY, _COUNCIL)),
    Rule("taken_back", taken_back, (any_of("wrong"),)),
    Rule("councils_in_general", _some_of_which, words=_WHICH),
    Rule("other_subject", of_some_body, (_COUNCIL,), words=OF_A_PLACE),
    Rule("other_subject", of_a_neighbour, (_GENERIC,), words=NEARBY),
    Rule("other_subject", of_an_unnamed, (_GENERIC,), words=OPENING),
    Rule("other_subject", of_another, (_GENERIC,), words=ANOTHER),
    Rule("other_subject", _of_former_work, words=FORMERLY),
    Rule("other_subject", _of_inspectors, words=any_of("ofsted")),
    Rule("awaited", awaited, (any_of("doc"),)),
    Rule("opinion", told_to_inspectors, words=ADDRESSING),
    Rule("opinion", of_opinion),
)
"""Why a grade is no inspectorate's verdict on a council that is named."""

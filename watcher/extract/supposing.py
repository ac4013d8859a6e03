"""What is only supposed: a wish, a risk, what inspectors may find, a review by others."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.asides import put_in
from watcher.extract.lasting import came_after
from watcher.extract.negation import no_better

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def _goes_on(between: list[str]) -> bool:
    """Tell whether something else is said behind `and`: `could be X and was`, `and the Y was`."""
    for place, (low, after) in enumerate(pairwise(between)):
        if low != "and":
            continue
        if after in _FINITE:
            return True
        if after == "the" and not _WAS.isdisjoint(between[place + 2 :]):
            return True
    return False


_WAS = frozenset({"was", "were"})
_FINITE = frozenset({"was", "were", "is", "are", "has", "have", "had", "got", "received"})
_WOULD = frozenset({"would", "could", "may", "might"})


def awaited(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is one that is only awaited: `braced for an inadequate rating`."""
    del page
    return any(
        h.cls == "doc" and h.value == "preview" and h.first < hit.first <= h.last
        for h in sentence.hits
    )


def hypothetical(clause: Clause, first: int, last: int, words: Words) -> str | None:
    """Give the reason why a target is not asserted: a wish, a risk, a review by others.

    A new verb behind `and` ends the reach: `not as good as it could be and was rated ...`.
    """
    if "hyp" not in clause.classes:
        return None
    for hit in clause.hits:
        if hit.cls != "hyp" or _supposes_nothing(words, clause, hit, first):
            continue
        if hit.value == "review":
            return "other_review"
        if hit.last < first and first - hit.last <= _supposed(hit, words):
            between = words.words[hit.last + 1 : first]
            aside = _in_aside(words, hit.last, first) or put_in(words, hit.first, hit.last, first)
            aside = aside or _introduced(words, hit.last, first)
            if not (aside or _goes_on(between) or came_after(clause, hit, first, words)):
                return "hypothetical"
        if hit.first > last and _only_thought_of(words, clause, (first, last), hit):
            return "hypothetical"
    return None


def _introduced(words: Words, hyp: int, first: int) -> bool:
    """Tell whether what is supposed only introduces a quotation: `the worst may be this: "...`."""
    gap = words.text[words.starts[hyp] : words.starts[first]]
    return any(mark in gap for mark in _COLON_QUOTES)


_COLON_QUOTES = (': "', ": “", ": '", ": ‘")


def _only_thought_of(words: Words, clause: Clause, target: tuple[int, int], would: Hit) -> bool:
    """Tell whether what follows on it is only thought of: `an inadequate rating would be a blow`.

    So is `to be rated inadequate would cost it`; not `the inadequate rating could lead to`.
    """
    low, (first, last) = words.words, target
    if low[would.first] not in _WOULD:
        return False
    if would.first - last <= _RIGHT_BEHIND:
        return True
    if low[clause.first : clause.first + 2] == ["to", "be"]:
        return low[clause.first + 2] in _VERDICTS and would.first - last <= _TO_WOULD
    if low[first - 1] not in _SOME and low[first] not in _SOME:
        return False
    return _OF_A_RATING.issuperset(low[last + 1 : would.first])


_SOME = frozenset({"a", "an", "any", "another"})
_RIGHT_BEHIND, _TO_WOULD = 2, 6
_OF_A_RATING = frozenset("rating verdict judgement grade from by ofsted inspectors the".split())


def _supposes_nothing(words: Words, clause: Clause, cue: Hit, first: int) -> bool:
    """Tell whether a word of supposing tells what is: `could see little`, `could only be`."""
    if words.words[cue.first] == "could":
        return _could_see(words, cue) or _at_best(words, clause, cue, first)
    return _plans_to_mend(words, cue)


def _at_best(words: Words, clause: Clause, cue: Hit, first: int) -> bool:
    """Tell whether no other grade was to be had: `it could not be higher than inadequate`."""
    if not _CONDITION.isdisjoint(words.words[clause.first : cue.first]):
        return False
    near = range(cue.last, min(first, cue.last + 3))
    return any(words.words[word] in _NO and no_better(words, word, first) for word in near)


_CONDITION = frozenset({"if", "when", "where", "any", "unless"})
_NO = frozenset({"not", "no", "only", "never", "t"})


def _could_see(words: Words, cue: Hit) -> bool:
    """Tell whether what could not be seen is told: `inspectors could see little difference`."""
    behind = words.words[cue.last + 1 : cue.last + 3]
    if words.words[cue.first] != "could" or len(behind) < len(_SIGHT):
        return False
    return all(word in ones for word, ones in zip(behind, _SIGHT, strict=True))


_SIGHT = (
    frozenset({"see", "find", "show", "offer", "identify"}),
    frozenset({"no", "little", "few", "only", "just", "any"}),
)


def _plans_to_mend(words: Words, cue: Hit) -> bool:
    """Tell whether a plan is to mend what was found: `asks for a plan to tackle an area`.

    What is spoken of as known was not found now: `it has a plan to tackle the areas`.
    """
    if words.words[cue.last] != "to" or words.words[cue.first] not in _PLANNED:
        return False
    verb = words.words[cue.last + 1 : cue.last + 4]
    return verb[:1] != [] and verb[0] in _MENDING and _KNOWN.isdisjoint(verb[1:])


_PLANNED = frozenset({"plan", "plans"})
_MENDING = frozenset("tackle address fix remedy resolve deal put mend right meet".split())
_KNOWN = frozenset("the its their these those this any all what such".split())


def _in_aside(words: Words, cue: int, first: int) -> bool:
    """Tell whether a comma ends the wish before the verdict: `expected to be next, has been`."""
    for verb in range(first - 1, max(cue, first - _JUST) - 1, -1):
        if words.words[verb] in _HAS and words.words[verb + 1] in _VERDICTS:
            return "," in words.between(verb - 1, verb)
    return False


_JUST = 5
_HAS = frozenset({"has", "have", "was", "were"})
_VERDICTS = frozenset({"been", "rated", "judged", "graded", "found", "given", "deemed"})


def _supposed(cue: Hit, words: Words) -> int:
    """Give how far a supposition reaches: what something may mean is a clause of its own."""
    return _MEANT if words.words[cue.last + 1 : cue.last + 2] in _MEANING else _SUPPOSED


_SUPPOSED, _MEANT = 14, 24
_MEANING = (["mean"], ["see"], ["lead"], ["result"], ["take"])


def wanted_by_inspectors(page: Page, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether what is wished for is what inspectors ask: `They want priority action on`."""
    words = page.words.words
    cues = [h for h in clause.hits if h.cls == "hyp" and not _plans_to_mend(page.words, h)]
    if not cues or any(words[h.first] not in _WANTING for h in cues) or "neg" in clause.classes:
        return False
    who = [h for h in sentence.hits if h.cls in _WANTERS and h.last < cues[0].first]
    if not who:
        return False
    joined = words[cues[0].first - 1] == "and"
    if cues[0].first - who[-1].last > (_JOINED if joined else _TO_ITS_VERB):
        return False
    if who[-1].cls != "pronoun":
        return who[-1].cls in _INSPECTING
    if words[who[-1].first] != "they":
        return False
    if any(h.cls in _WISHING and h.first < who[-1].first for h in sentence.hits):
        return False
    before = page.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    if any(h.cls in _INSPECTING and h.last < who[-1].first for one in before for h in one.hits):
        return True
    return "kind" in before[0].classes and "speaker" not in before[0].classes


_WANTING = frozenset({"want", "wants", "wanted"})
_INSPECTING = frozenset({"inspectorate", "cqc"})
_WISHING = frozenset({"speaker", "generic", "council"})
_WANTERS = _INSPECTING | _WISHING | {"pronoun"}
_TO_ITS_VERB, _JOINED = 3, 14


def of_a_review(page: Page) -> bool:
    """Tell whether a page is about a review by others.

    Asked where nobody else is said to speak: of sentences with none of the classes `SPOKEN`.
    """
    if _REVIEWED not in page.once:
        page.once[_REVIEWED] = any(
            hit.value == "review"
            for title in page.titles
            if "hyp" in title.classes and "inspectorate" not in title.classes
            for hit in title.hits
        )
    return bool(page.once[_REVIEWED])


_REVIEWED = "about a review"
SPOKEN = _INSPECTING | {"kind"}

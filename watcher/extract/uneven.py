"""What is a finding only by what stands around it: `inconsistent`, `too slow to act`, of SEND."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.condemn import CONDEMNED, condemns
from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

SLOW = "signal.insufficient.slow"
"""Begins the names of the rules for a service that is too slow."""


def is_slow_to_others(page: Page, sentence: Sentence) -> bool:
    """Tell whether a service is called too slow where no inspectors are said to speak.

    Asked of phrases by rules that are named for it.
    """
    if "pace" in sentence.classes:
        return False
    end = sentence.index + (_SAID_BEHIND if sentence.index < len(page.titles) else 1)
    near = page.sentences[max(0, sentence.index - _SAID_BEFORE) : end]
    return not any(_inspects(other) for one in near for other in one.hits)


def _inspects(hit: Hit) -> bool:
    return hit.cls == "inspectorate" or (hit.cls == "kind" and hit.value in _VISITS)


_SAID_BEFORE = 2
_SAID_BEHIND = 4
"""Whose words a headline has is told below it."""

_VISITS = frozenset({"monitoring_visit", "focused_visit"})


def is_uneven(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether children's experiences are called inconsistent, with words between."""
    words = page.words
    near = words.words[max(sentence.first, hit.first - _EXPERIENCED) : hit.first]
    judged = not sentence.classes.isdisjoint(_JUDGING)
    if words.words[hit.first] != "inconsistent":
        return judged and words.words[hit.last] == "variable" and _BOTH.issubset(near)
    if _against_positive(page, sentence, hit) or _is_verdict(words, sentence, hit):
        return True
    if not judged:
        return False
    return not _BOTH.isdisjoint(near) or _uneven_services(words, sentence, hit)


def _is_verdict(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is the whole verdict: `"Inconsistent."`, `The verdict: inconsistent`.

    Or what somebody was ranked as: `ranked it "inconsistent"`, `the outcome was "inconsistent"`.
    """
    front = words.words[max(sentence.first, hit.first - _RANKED) : hit.first]
    for at in range(len(front) - 1, -1, -1):
        if front[at] in _JUDGED:
            return True
        if front[at] not in _WHOM:
            break
    if front[-1:] in _WAS and front[-2:-1] != [] and front[-2] in _CATEGORY:
        return True
    if hit.last + 1 < sentence.last:
        return words.words[hit.last + 1] in _CATEGORY
    return hit.first == sentence.first or ":" in words.between(hit.first - 1, hit.first)


_RANKED, _WAS = 6, (["was"], ["is"])
_JUDGED = frozenset("ranked rated judged graded classed rates ranks".split())
_WHOM = frozenset("it them as the area services service send to be overall its".split())
_CATEGORY = frozenset({"category", "band", "tier", "verdict", "outcome", "rating", "group"})


def _against_positive(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is set against experiences that were positive, just before it."""
    if "council" in sentence.classes:
        return False
    near = page.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    return any(
        other.value == _POSITIVE and other.first < hit.first
        for one in near
        if "send" in one.classes
        for other in one.hits
    )


_POSITIVE = "send_positive"


def _uneven_services(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is the SEND services that are called so: `its SEND provision is`."""
    areas = [h for h in sentence.hits if h.cls == "area" and h.last < hit.first]
    if not areas or areas[-1].value != "send" or hit.first - areas[-1].last > _CALLED:
        return False
    last = areas[-1].last
    said = words.words[max(sentence.first, areas[-1].first - _FOR_THEM) : last + 2]
    if _SERVICES.isdisjoint(said):
        return False
    if hit.first - last <= _NEXT_TO and _is_judged(sentence, areas[-1]):
        return True
    between = {h.cls for h in sentence.hits if last < h.first < hit.first}
    return not between.isdisjoint(_CALLING) and between.isdisjoint(_THINGS)


def _is_judged(sentence: Sentence, area: Hit) -> bool:
    """Tell whether a verb of judging has the services for its object: `rated its provision`."""
    verbs = [h for h in sentence.hits if h.cls == "judge" and 0 < area.first - h.last <= _FOR_THEM]
    return bool(verbs) and not any(
        h.cls in _THINGS and verbs[-1].last < h.first < area.first for h in sentence.hits
    )


_NEXT_TO = 2
_CALLED, _FOR_THEM = 8, 5
_SERVICES = frozenset("services provision system arrangements support help".split())
_CALLING = frozenset({"be", "judge"})
_THINGS = frozenset({"weak", "quality", "other"})


_EXPERIENCED = 14
_BOTH = frozenset({"experiences", "outcomes"})
_JUDGING = frozenset({"inspectorate", "kind", "judge"})


def send_before(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence just before says what was inspected: `SEND inspection. ...`.

    Where it says more it must tell of inspectors: `Ofsted's letter on SEND is as bad as feared`.
    """
    return any(
        (near.last - near.first <= _SHORT or not near.classes.isdisjoint(_SEEN))
        and any(hit.value in _SEND_NAMED for hit in near.hits)
        for near in page.sentences[max(0, sentence.index - _JUST) : sentence.index]
    )


_JUST = 2

_SEND_NAMED = frozenset({"send", "area_send"})
_SHORT = 7
_SEEN = frozenset({"inspectorate", "kind"})


def blamed(page: Page, sentence: Sentence, hit: Hit, *, send: bool) -> Outcome:
    """Give what a word of criticism stands for."""
    if hit.value == CONDEMNED:
        return Outcome.WEAKNESSES if condemns(page, sentence, hit) else Outcome.MIXED
    return Outcome.SEND_INCONSISTENT if send and is_uneven(page, sentence, hit) else Outcome.MIXED

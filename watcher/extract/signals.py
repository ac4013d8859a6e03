"""Findings without a grade, area SEND outcomes, and acts of government."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from watcher.extract.bygone import founded_then
from watcher.extract.choose import INSUFFICIENT, PARTIAL, SUFFICIENT
from watcher.extract.claims import AREAS, OUTCOMES, Claim
from watcher.extract.condemn import TESTS, failed_before
from watcher.extract.dates import year_of
from watcher.extract.explaining import explains
from watcher.extract.general import RULING, tells_a_rule
from watcher.extract.link import bind
from watcher.extract.modifiers import SINCE_OR_WHEN, current, historical, opening_past
from watcher.extract.negation import negated, unneeded
from watcher.extract.no_service import FAILING, OTHERS, not_ours, of_others
from watcher.extract.partners import beside_ofsted, had_by_another, laid_on_another, of_partners
from watcher.extract.recency import TIMED, of_then
from watcher.extract.segment import split_clauses
from watcher.extract.shares import of_so_many
from watcher.extract.statements import (
    AT_LARGE,
    DUTY,
    STATEMENT,
    is_document,
    of_any_area,
    of_many,
    owed_by_all,
    plan_asked_for,
    will_be_asked,
)
from watcher.extract.strangers import OF_A_PLACE, of_some_body
from watcher.extract.subjects import foreign_head, of_no_council
from watcher.extract.supposing import SPOKEN, hypothetical, of_a_review, wanted_by_inspectors
from watcher.extract.tally import ALL, MOST, tally_of
from watcher.extract.tasks import looked_into
from watcher.extract.tense import had_found
from watcher.extract.tiers import TIERS, gone, left, way_of
from watcher.extract.titles import speaks
from watcher.extract.together import some_of_them
from watcher.extract.tokens import Hit
from watcher.extract.undone import (
    FALLING,
    GOOD,
    INSUFFICIENT_PROGRESS,
    MENDED,
    UNDOES,
    before_the_good,
    compares,
    keeps_grade,
    mended,
    no_longer,
    of_its_object,
    once_good,
    strength_of,
    undone,
)
from watcher.extract.uneven import SLOW, blamed, is_slow_to_others, send_before
from watcher.extract.voices import of_opinion
from watcher.extract.wanted import is_wanted, moves_ministers
from watcher.extract.whose import of_office
from watcher.model.finding import Rejection
from watcher.model.vocabulary import SEND_OUTCOMES, Area, Direction, Outcome

if TYPE_CHECKING:
    from watcher.extract.link import Topics
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Words

_TARGETS = frozenset(
    {"signal", "positive", "send", "sendweak", "sendplan", "act", "negative", "urgent"}
)
_ACTION, _BETTER = str(Outcome.PRIORITY_ACTION), str(Outcome.PROGRESS)
_NEGATED = {
    Outcome.PRIORITY_ACTION: Outcome.NO_PRIORITY_ACTION,
    Outcome.WRITTEN_STATEMENT_OF_ACTION: Outcome.NO_WRITTEN_STATEMENT,
}
_ASKED_BEFORE = {STATEMENT: is_document, _ACTION: looked_into}
_ASKED = frozenset({Outcome.WRITTEN_STATEMENT_OF_ACTION, Outcome.SEND_SYSTEMIC_FAILINGS})
"""What may be told as what the council will have to write."""

_DIRECTIONS = {
    Outcome.DETERIORATION: Direction.WORSE,
    Outcome.PROGRESS: Direction.BETTER,
    Outcome.INTERVENTION_ENDED: Direction.BETTER,
}


def signal_claims(
    page: Page, sentence: Sentence, topics: Topics, topic: tuple[bool, bool]
) -> tuple[list[Claim], list[Rejection]]:
    """Read everything but grades in one sentence.

    `topic` says whether the page speaks of another body, and whether of an area SEND inspection.
    """
    foreign, send = topic
    if page.document.text[sentence.end - 1] == "?":
        return [], [_rejected(page, sentence, "question")]
    counted = _tallied(page, sentence, topics) if send and not foreign else None
    if counted is not None:
        return [counted], []
    general = "other_subject" if foreign else of_no_council(page, sentence, topics)
    ruling = not RULING.isdisjoint(sentence.said) and tells_a_rule(page.words, sentence)
    if general is None and (ruling or explains(page.words, sentence)):
        general = "hypothetical"
    return _plain_claims(page, sentence, topics, (general, send))


def _plain_claims(
    page: Page, sentence: Sentence, topics: Topics, found: tuple[str | None, bool]
) -> tuple[list[Claim], list[Rejection]]:
    """Read the signals of a sentence one by one; `found` says why none may be a council's."""
    general, send = found
    claims: list[Claim] = []
    rejected: list[Rejection] = []
    for clause in split_clauses(sentence, page.words):
        if clause.classes.isdisjoint(_TARGETS):
            continue
        for hit in clause.hits:
            if hit.cls not in _TARGETS or (hit.cls == "act" and _superseded(page, clause, hit)):
                continue
            outcome = _outcome(page, sentence, hit, send=send)
            if outcome is None:
                continue
            reason = _dismissed(page, sentence, clause, (hit, outcome), send=send) or general
            if reason is not None:
                rejected.append(_rejected(page, sentence, reason))
                continue
            claims.append(_claim(page, sentence, clause, (hit, outcome), topics))
    return claims, rejected


def _tallied(page: Page, sentence: Sentence, topics: Topics) -> Claim | None:
    """Make the claim of a sentence that counts what has been mended since an inspection."""
    tally = tally_of(page, sentence)
    if tally is None:
        return None
    word, share = tally
    clause = next(c for c in split_clauses(sentence, page.words) if c.first <= word < c.last)
    outcome, rule = _MENDED.get(share, (Outcome.INSUFFICIENT_PROGRESS, INSUFFICIENT))
    hit = Hit(word, word, "signal", outcome.value, rule)
    claim = _claim(page, sentence, clause, (hit, outcome), topics)
    past = claim.past and any(h.cls == "past" and h.first < word for h in sentence.hits)
    return claim.but(area=Area.SEND, negated=None, past=past)


_MENDED = {ALL: (Outcome.PROGRESS, SUFFICIENT), MOST: (Outcome.MIXED, PARTIAL)}


def _rejected(page: Page, sentence: Sentence, reason: str) -> Rejection:
    quote = page.quote(sentence.index, sentence.index)
    return Rejection(stage="signals", reason=reason, quote=quote)


def _superseded(page: Page, clause: Clause, hit: Hit) -> bool:
    """Tell whether an act is only named to say that it ended, or who speaks."""
    ended = any(h.cls == "act" and h.value == "intervention_ended" for h in clause.hits)
    return (ended and hit.value != "intervention_ended") or speaks(page, hit)


_WITHOUT_SEND = {
    "send_systemic_failings": Outcome.WEAKNESSES,
    "send_inconsistent": Outcome.MIXED,
    "send_positive": Outcome.POSITIVE,
    "insufficient_progress": Outcome.WEAKNESSES,
}


_PLAIN = frozenset({"signal", "positive", "send", "act"})
"""Classes whose values are outcomes."""


def _on_send(sentence: Sentence) -> bool:
    return any(h.cls == "area" and h.value == "send" for h in sentence.hits)


_OF_SEND = frozenset({"send", "sendweak", "sendplan"})
_INSPECTING = frozenset({"inspectorate", "kind"})


def _weak(page: Page, sentence: Sentence) -> Outcome | None:
    """Give what areas of weakness come to: nothing where they are an earlier inspection's."""
    said = page.words.words[sentence.first : sentence.last]
    if any(year_of(word) is not None for word in said):
        return None
    if page.revisit:
        return None
    asked = not _PLANS.isdisjoint(said) and not DUTY.isdisjoint(said)
    return Outcome.WRITTEN_STATEMENT_OF_ACTION if asked else Outcome.WEAKNESSES


_PLANS = frozenset({"plan", "statement", "plans", "statements"})


def _outcome(page: Page, sentence: Sentence, hit: Hit, *, send: bool) -> Outcome | None:
    """Give what a hit stands for: the outcomes of area SEND inspections only where one is meant."""
    send = send or (hit.cls in _OF_SEND and send_before(page, sentence))
    if hit.cls == "send" and hit.value in _WITHOUT_SEND and not (send or _on_send(sentence)):
        return _WITHOUT_SEND[hit.value]
    if hit.cls == "send" and owed_by_all(page, sentence, hit):
        return None
    if hit.value == _BETTER and is_wanted(page.words, sentence, hit):
        return Outcome.MIXED
    if hit.cls in _PLAIN:
        slow = send and hit.rule.startswith(SLOW) and not page.revisit
        return Outcome.MIXED if slow else OUTCOMES[hit.value]
    if hit.cls == "sendweak":
        return _weak(page, sentence) if send else Outcome.WEAKNESSES
    if hit.cls == "negative":
        return blamed(page, sentence, hit, send=send)
    if hit.cls == "sendplan":
        return plan_asked_for(page, sentence, hit, send=send or _on_send(sentence))
    return Outcome.PRIORITY_ACTION if hit.cls == "urgent" else None


def _dismissed(
    page: Page, sentence: Sentence, clause: Clause, found: tuple[Hit, Outcome], *, send: bool
) -> str | None:
    """Tell why a signal is not the council's; `send` says what the page is about."""
    (hit, outcome), words, said = found, page.words, sentence.said
    shared = send and outcome in SEND_OUTCOMES and of_partners(page, sentence)
    beside = not _ELSEWHERE.isdisjoint(said) and "council" not in clause.classes
    if (
        (not shared and _others(page, sentence, clause, hit))
        or (beside and _elsewhere(words, clause))
        or (not OTHERS.isdisjoint(said) and of_others(words, sentence, hit))
    ):
        return "other_subject"
    if (hit.value in FALLING or hit.rule in FAILING) and not_ours(words, sentence, clause, hit):
        return "no_service"
    if hit.value == INSUFFICIENT_PROGRESS and keeps_grade(page, clause, hit):
        return "grade_kept"
    if "act" in sentence.classes and moves_ministers(words, sentence, hit):
        return "reason_of_an_act"
    at_large = hit.value == STATEMENT and of_any_area(words, sentence, hit)
    at_large = at_large or of_so_many(words, sentence, hit)
    at_large = at_large or (not AT_LARGE.isdisjoint(said) and of_many(words, sentence, hit))
    if at_large or (hit.value in _HANDED and some_of_them(words, sentence)):
        return "councils_in_general"
    if hit.cls != "act" and (
        (hit.rule.startswith(SLOW) and is_slow_to_others(page, sentence))
        or of_opinion(page, sentence, hit)
        or (sentence.classes.isdisjoint(SPOKEN) and of_a_review(page))
    ):
        return "opinion"
    described = words.words[clause.first] == "who" and _descriptive(sentence, clause, words)
    return "description" if described else None


def _others(page: Page, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a signal is another body's."""
    if hit.value == _ACTION and laid_on_another(page.words, sentence, hit):
        return True
    if hit.cls == "signal" and had_by_another(page.words.words, sentence, hit):
        return True
    placed = "council" in sentence.classes and not OF_A_PLACE.isdisjoint(sentence.said)
    if placed and of_some_body(page, sentence, hit):
        return True
    if "other" not in sentence.classes or beside_ofsted(page.words, sentence):
        return False
    front = [h for h in sentence.hits if h.cls == "other" and h.first < hit.first]
    if any(h.first >= clause.first and not of_office(page.words, h) for h in front):
        return True
    apart = hit.value == _ACTION or "other" not in clause.classes
    if not front and (apart or sentence.hits[0].cls == "pronoun"):
        return False
    return foreign_head(sentence, clause, page.words)


def _elsewhere(words: Words, clause: Clause) -> bool:
    """Tell whether a clause that names none speaks of other councils: `in other areas`."""
    said = words.words[clause.first : clause.last]
    if "elsewhere" in said:
        return True
    if _PLACES.isdisjoint(said) or not ("other" in said or any(map(str.isdecimal, said))):
        return False
    return any(
        behind in _PLACES and (low == "other" or (low.isdecimal() and int(low) > _SEVERAL))
        for low, behind in itertools.pairwise(said)
    )


_PLACES = frozenset("authorities council councils boroughs places counties regions".split())
_ELSEWHERE, _SEVERAL = _PLACES | {"elsewhere"}, 4
"""So many unnamed councils are a statistic: `all 51 councils have come out of it`."""

_HANDED = frozenset({_ACTION, "written_statement_of_action", "urgent"})
"""What inspectors ask of a council as a whole, not in some areas of its work."""

_BEING = frozenset({"are", "were", "may", "is"})
_CARING = frozenset(
    "protect protects protected protecting support supports supported supporting help helps"
    " safeguard safeguards identify identifies identified respond responds for".split()
)


def _descriptive(sentence: Sentence, clause: Clause, words: Words) -> bool:
    """Tell whether a clause with `who` tells who is helped: `protects children who are abused`."""
    low, first = words.words, clause.first
    if _BEING.isdisjoint(low[first : first + 2]):
        return False
    return not _CARING.isdisjoint(words.words[sentence.first : clause.first])


def _claim(
    page: Page,
    sentence: Sentence,
    clause: Clause,
    found: tuple[Hit, Outcome],
    topics: Topics,
) -> Claim:
    """Make the claim of one hit, with the modifiers that reach it."""
    hit, outcome = found
    councils, anaphora = bind(page, sentence, clause, (hit.first, hit.last), topics)
    supposed = "hyp" in clause.classes
    reason = hypothetical(clause, hit.first, hit.last, page.words) if supposed else None
    if reason == "hypothetical" and _is_asked(page, sentence, clause, outcome):
        reason = None
    over = outcome in _NEGATED and no_longer(clause, hit)
    if outcome in _NEGATED and (
        over
        or ("neg" in clause.classes and negated(clause, hit.first, page.words))
        or unneeded(page.words, clause, hit)
    ):
        outcome = _NEGATED[outcome]
    elif reason is None and undone(clause, hit, page.words):
        reason = "negated"
    said = sentence.said
    if (
        reason is None
        and hit.cls == "signal"
        and not MENDED.isdisjoint(said)
        and mended(page.words, clause, hit)
    ):
        reason = "mended"
    area = _area(clause, sentence, hit) if "area" in sentence.classes else None
    claim = Claim(sentence.index, hit.first, outcome, area, councils, hit.rule)
    claim.anaphora, claim.negated = anaphora, reason
    tiered = outcome in TIERS
    claim.direction = Direction.BETTER if over else _DIRECTIONS.get(outcome)
    if tiered and claim.direction is None:
        claim.direction = way_of(sentence, clause, found)
    claim.past = (
        _past(page.words, sentence, clause, found)
        or ("had" in said and had_found(page, sentence))
        or (hit.rule in TESTS and failed_before(page, sentence, hit))
        or ("because" in said and founded_then(page.words, sentence, hit))
        or (tiered and (left(page.words, clause, found) or gone(page.words, sentence, found)))
        or (not TIMED.isdisjoint(said) and of_then(page, sentence, hit))
    )
    claim.now = "now" in clause.classes and current(clause, hit.first, hit.last)
    claim.strength = strength_of(page.words, sentence, clause, (hit, outcome))
    return claim


def _is_asked(page: Page, sentence: Sentence, clause: Clause, outcome: Outcome) -> bool:
    """Tell whether what only seems to be wished for is asked of a council."""
    if outcome in _ASKED and will_be_asked(page.words, sentence, clause):
        return True
    wanted = outcome in _ASKED or outcome is Outcome.PRIORITY_ACTION
    return wanted and wanted_by_inspectors(page, sentence, clause)


def _past(words: Words, sentence: Sentence, clause: Clause, found: tuple[Hit, Outcome]) -> bool:
    """Tell whether a signal is an old one."""
    hit, _ = found
    if hit.rule in UNDOES:
        return False
    asked_before = _ASKED_BEFORE.get(hit.value)
    if asked_before is not None and asked_before(words, sentence, hit):
        return True
    if not sentence.classes.isdisjoint(GOOD) and before_the_good(words, sentence, hit):
        return True
    if "past" in clause.classes:
        if once_good(words, clause, hit):
            return False
        if historical(clause, hit.first, hit.last, words) and not _timeless(words, clause, found):
            return True
    back = "past" in sentence.classes or not SINCE_OR_WHEN.isdisjoint(sentence.said)
    return back and opening_past(sentence, clause, hit.first, words)


def _timeless(words: Words, clause: Clause, found: tuple[Hit, Outcome]) -> bool:
    """Tell whether what is past is not the signal, but what it is measured against or mends."""
    return compares(words, found[0]) or of_its_object(words, clause, found)


def _area(clause: Clause, sentence: Sentence, hit: Hit) -> Area | None:
    """Give the area that a signal is about: the nearest named in its clause, then sentence."""
    for stretch in (clause, sentence):
        if "area" in stretch.classes:
            areas = [h for h in stretch.hits if h.cls == "area"]
            nearest = min(areas, key=lambda h: abs(h.first - hit.first))
            return AREAS[nearest.value]
    return None

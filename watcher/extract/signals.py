"""Findings without a grade, area SEND outcomes, and acts of government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.choose import INSUFFICIENT, SUFFICIENT
from watcher.extract.claims import AREAS, OUTCOMES, Claim
from watcher.extract.link import bind
from watcher.extract.modifiers import (
    current,
    historical,
    hypothetical,
    negated,
    opening_past,
)
from watcher.extract.segment import split_clauses
from watcher.extract.subjects import foreign_head, of_no_council
from watcher.extract.tally import ALL, tally_of
from watcher.extract.tokens import Hit
from watcher.model.finding import Rejection
from watcher.model.vocabulary import Area, Direction, Outcome

if TYPE_CHECKING:
    from watcher.extract.link import Topics
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Words

_TARGETS = frozenset({"signal", "positive", "send", "sendweak", "act", "negative", "urgent"})
_NEGATED = {
    Outcome.PRIORITY_ACTION: Outcome.NO_PRIORITY_ACTION,
    Outcome.WRITTEN_STATEMENT_OF_ACTION: Outcome.NO_WRITTEN_STATEMENT,
}
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
            if hit.cls not in _TARGETS or _superseded(clause, hit):
                continue
            outcome = _outcome(sentence, hit, send=send)
            if outcome is None:
                continue
            reason = _dismissed(page, sentence, clause, hit) or general
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
    outcome = Outcome.PROGRESS if share == ALL else Outcome.INSUFFICIENT_PROGRESS
    hit = Hit(word, word, "signal", outcome.value, SUFFICIENT if share == ALL else INSUFFICIENT)
    claim = _claim(page, sentence, clause, (hit, outcome), topics)
    return claim._replace(area=Area.SEND, negated=None)


def _rejected(page: Page, sentence: Sentence, reason: str) -> Rejection:
    quote = page.quote(sentence.index, sentence.index)
    return Rejection(stage="signals", reason=reason, quote=quote)


def _superseded(clause: Clause, hit: Hit) -> bool:
    """Tell whether an act is only named to say that it ended."""
    return (
        hit.cls == "act"
        and hit.value != "intervention_ended"
        and any(h.cls == "act" and h.value == "intervention_ended" for h in clause.hits)
    )


_WITHOUT_SEND = {
    "send_systemic_failings": Outcome.WEAKNESSES,
    "send_inconsistent": Outcome.MIXED,
    "send_positive": Outcome.POSITIVE,
}


_PLAIN = frozenset({"signal", "positive", "send", "act"})
"""Classes whose values are outcomes."""


def _on_send(sentence: Sentence) -> bool:
    return any(h.cls == "area" and h.value == "send" for h in sentence.hits)


def _outcome(sentence: Sentence, hit: Hit, *, send: bool) -> Outcome | None:
    """Give what a hit stands for: the outcomes of area SEND inspections only where one is meant."""
    if hit.cls == "send" and hit.value in _WITHOUT_SEND and not (send or _on_send(sentence)):
        return _WITHOUT_SEND[hit.value]
    if hit.cls in _PLAIN:
        return OUTCOMES[hit.value]
    if hit.cls == "sendweak":
        return None if send else Outcome.WEAKNESSES
    if hit.cls == "negative":
        return Outcome.MIXED
    return Outcome.PRIORITY_ACTION if hit.cls == "urgent" else None


def _dismissed(page: Page, sentence: Sentence, clause: Clause, hit: Hit) -> str | None:
    """Tell why a signal is not the council's."""
    if _others(page, sentence, clause, hit):
        return "other_subject"
    return "description" if _descriptive(sentence, clause, page.words) else None


def _others(page: Page, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a signal is another body's."""
    if "other" not in sentence.classes:
        return False
    if "other" in clause.classes and any(
        h.cls == "other" and h.first < hit.first for h in clause.hits
    ):
        return True
    return foreign_head(sentence, clause, page.words)


_CARING = frozenset(
    "protect protects protected protecting support supports supported supporting help helps"
    " safeguard safeguards identify identifies identified respond responds for".split()
)


def _descriptive(sentence: Sentence, clause: Clause, words: Words) -> bool:
    """Tell whether a clause says who is helped: `protects children who are exposed to harm`."""
    opening = words.words[clause.first : clause.first + 2]
    if opening not in (["who", "are"], ["who", "were"], ["who", "may"], ["who", "is"]):
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
    reason = hypothetical(clause, hit.first, hit.last, page.words)
    over = outcome in _NEGATED and _no_longer(clause, hit)
    if outcome in _NEGATED and (
        over or negated(clause, hit.first, page.words) or _unneeded(clause, hit)
    ):
        outcome = _NEGATED[outcome]
    elif reason is None and _reversed(clause, hit, page.words):
        reason = "negated"
    return Claim(
        sentence=sentence.index,
        word=hit.first,
        outcome=outcome,
        area=_area(clause, sentence, hit),
        councils=councils,
        rule=hit.rule,
        direction=Direction.BETTER if over else _DIRECTIONS.get(outcome),
        past=_a_document(page.words, sentence, hit)
        or _before_the_good(page.words, sentence, hit)
        or (not _compares(page.words, hit) and historical(clause, hit.first, hit.last, page.words))
        or opening_past(sentence, clause, hit.first, page.words),
        now=current(clause, hit.first, hit.last),
        negated=reason,
        anaphora=anaphora,
        strength=_strength(page.words, sentence, clause, (hit, outcome)),
    )


def _compares(words: Words, hit: Hit) -> bool:
    """Tell whether a decline is measured against what was: `not as strong as three years ago`."""
    if hit.value != Outcome.DETERIORATION.value:
        return False
    return not _THAN.isdisjoint(words.words[hit.first + 1 : hit.last + 3])


_THAN = frozenset({"than", "as"})


def _strength(
    words: Words, sentence: Sentence, clause: Clause, found: tuple[Hit, Outcome]
) -> float:
    """Say how much is made of a signal: little of a cry for haste, or of what is conceded."""
    hit, outcome = found
    if hit.cls == "urgent":
        return 0.6
    if outcome not in _CONCEDABLE or "stop" not in sentence.classes:
        return 1.0
    return 0.5 if _conceded(words, sentence, clause, hit) else 1.0


_CONCEDABLE = frozenset(
    {
        Outcome.WEAKNESSES,
        Outcome.INSUFFICIENT_PROGRESS,
        Outcome.MIXED,
        Outcome.POSITIVE,
        Outcome.PROGRESS,
    }
)


def _conceded(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a sentence only grants one thing in order to say its opposite.

    `Although there is more to do, ...`, `progress has been made but ...`.
    """
    good = hit.cls == "positive"
    if not any(
        _opposite(h, good=good) for h in sentence.hits if not clause.first <= h.first < clause.last
    ):
        return False
    if words.words[clause.first] in _CONCEDING:
        return True
    return any(
        h.cls == "stop"
        and h.first == clause.last
        and words.words[h.first] in _ADVERSATIVE
        and any(_opposite(other, good=good) for other in sentence.hits if other.first > h.first)
        for h in sentence.hits
    )


_CONCEDING = frozenset({"although", "though", "while", "whilst", "despite", "even"})
_ADVERSATIVE = frozenset({"but", "however", "yet"})


def _opposite(hit: Hit, *, good: bool) -> bool:
    """Tell whether a hit says the opposite of something good, or of something bad."""
    if good:
        return hit.cls == "negative" or (hit.cls == "signal" and hit.value in _BAD)
    return hit.cls == "positive"


def _before_the_good(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell what came before something good: `has improved after inspectors found weaknesses`."""
    if hit.value not in _BAD or not _GOOD & sentence.classes:
        return False
    good = [h for h in sentence.hits if h.cls in _GOOD and h.last < hit.first]
    return bool(good) and "after" in words.words[good[-1].last + 1 : hit.first]


_GOOD = frozenset({"positive", "up"})
_BAD = frozenset({"weaknesses", "insufficient_progress", "deterioration", "weakness", "negative"})


def _a_document(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell a statement of action that lies there from one that inspectors ask for."""
    if hit.value != Outcome.WRITTEN_STATEMENT_OF_ACTION.value:
        return False
    said = words.words[sentence.first : sentence.last]
    if not _DEMANDING.isdisjoint(said):
        return False
    if not _HANDLED.isdisjoint(said):
        return True
    return sentence.classes.isdisjoint(_INSPECTING) and _ASKING.isdisjoint(said)


_INSPECTING = frozenset({"inspectorate", "kind"})
_DEMANDING = frozenset(
    "must requested required require requires requiring ordered orders told asked ask asks"
    " instructed issued demanded demands determined called given received serve served handed"
    " resulted resulting directed needed".split()
)
_HANDLED = frozenset(
    "approved approve accepted agreed fit sent submitted published progress update updated our"
    " meets addresses sets delivering delivery consultation implement implementing implementation"
    " response responded".split()
)
_ASKING = frozenset(
    "issue produce submit write prepare draw drawing needs need demand calls call receive led have"
    .split()
)  # fmt: skip


def _unneeded(clause: Clause, hit: Hit) -> bool:
    """Tell whether what follows says that it was not needed, or is done with."""
    if clause.classes.isdisjoint(_UNDOING):
        return False
    behind = any(h.cls in _UNDOING and 0 < h.first - hit.last <= 6 for h in clause.hits)
    return behind or any(h.cls == "addressed" and 0 < hit.first - h.last <= 2 for h in clause.hits)


def _no_longer(clause: Clause, hit: Hit) -> bool:
    """Tell whether it is said to be over: `no longer requires a written statement of action`."""
    return "lose" in clause.classes and any(
        h.cls == "lose" and 0 < hit.first - h.last <= _OVER for h in clause.hits
    )


_OVER = 5
_UNDOING = frozenset({"neg", "addressed"})


def _reversed(clause: Clause, hit: Hit, words: Words) -> bool:
    """Tell whether a negation, or a mere handful of children, undoes a signal."""
    for other in [h for h in clause.hits if h.cls in _REVERSING]:
        if other.cls == "minor" and abs(other.first - hit.first) <= 12:
            return True
        if other.cls == "lose" and 0 < hit.first - other.last <= 3:
            return True
        if other.cls == "addressed" and 0 < other.first - hit.last <= 6:
            return True
    return negated(clause, hit.first, words)


_REVERSING = frozenset({"minor", "lose", "addressed"})


def _area(clause: Clause, sentence: Sentence, hit: Hit) -> Area | None:
    """Give the area that a signal is about: the nearest named in its clause, then sentence."""
    for stretch in (clause, sentence):
        if "area" in stretch.classes:
            areas = [h for h in stretch.hits if h.cls == "area"]
            nearest = min(areas, key=lambda h: abs(h.first - hit.first))
            return AREAS[nearest.value]
    return None

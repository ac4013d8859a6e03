"""Grades: is the word a grade, whose, for what, given when, and from what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.alone import is_listed, is_under_name, names_result
from watcher.extract.areas import areas_of
from watcher.extract.bygone import is_past
from watcher.extract.claims import OUTCOMES, STRAND, Claim
from watcher.extract.climbed import stand_by_steps
from watcher.extract.contrast import GONE, NOW, part_in_time, timed
from watcher.extract.dates import year_of
from watcher.extract.former import came_after, put_in_before, was_once
from watcher.extract.graded import TURNS, Graded, direction_of, lost_direction, part_of
from watcher.extract.gradewords import ROWS, SHORT, coordinated, no_grade
from watcher.extract.labels import labelled_before, pointed_at, under_label
from watcher.extract.link import bind
from watcher.extract.listed import listed_below
from watcher.extract.modifiers import current_grade, historical
from watcher.extract.moves import as_the_one_before, has_come, partner_of
from watcher.extract.negation import denies_that, negated
from watcher.extract.nobodys import counts_areas, not_about_one
from watcher.extract.nothing import said_of_nothing
from watcher.extract.pairs import DEALING, dealt_out, of_the_whole, one_for_each
from watcher.extract.predicates import behind_insertion
from watcher.extract.recency import given_in_month, lately
from watcher.extract.rows import row_grades
from watcher.extract.segment import Clause, split_clauses
from watcher.extract.standing import KNOWING, is_known, is_status
from watcher.extract.subjects import no_verdict, subject_of
from watcher.extract.supposing import hypothetical
from watcher.extract.tense import led_from, tense_of
from watcher.extract.things import SOME, of_some_areas
from watcher.extract.tiers import ENDS, has_send
from watcher.extract.whose import PUT_IN, resumed, subject_reason
from watcher.model.finding import Rejection
from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from watcher.extract.link import Topics
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words
    from watcher.model.vocabulary import Area


def grade_claims(
    page: Page, sentence: Sentence, topics: Topics, topic: tuple[bool, bool]
) -> tuple[list[Claim], list[Rejection]]:
    """Read the grades of one sentence.

    `topic` says whether the page speaks of another body, and whether of an area SEND inspection.
    """
    foreign, send = topic
    graded, reasons = _graded(page, sentence)
    if not graded:
        return [], _rejected(page, sentence, reasons)
    named = [one for one in graded if one.hit.last > one.hit.first and one.outcome in ENDS]
    reason = not_about_one(page, sentence, graded, topics)
    if named and reason is None and ((send and not foreign) or has_send(sentence)):
        if counts_areas(page.words, sentence, named[0].hit):
            return [], _rejected(page, sentence, [*reasons, "statistics"])
        claims = [_send_scale(page, sentence, one, topics) for one in named]
        return claims, _rejected(page, sentence, reasons)
    if reason is not None:
        return [], _rejected(page, sentence, [*reasons, reason])
    rejected = _rejected(page, sentence, reasons) if reasons else []
    claims = []
    for one in graded:
        made = _claims_of((page, sentence, topics), one, graded, rejected, foreign=foreign)
        claims += as_the_one_before(page.words, graded, one, made, claims) if claims else made
    if len(claims) > 1 and "overall" in sentence.said:
        claims = of_the_whole(page.words, sentence, claims)
    dealt = len(claims) > 1 or not DEALING.isdisjoint(sentence.said)
    return dealt_out(page, sentence, topics, claims) if dealt else claims, rejected


def _graded(page: Page, sentence: Sentence) -> tuple[list[Graded], list[str]]:
    """Give the grades of a sentence, and why other grade words are none."""
    hits = [hit for hit in sentence.hits if hit.cls == "grade"]
    if len(hits) > 1:
        graded = row_grades(page, sentence, hits)
        if graded:
            return graded, []
    clauses = _clauses(page.words, sentence, hits)
    graded, reasons = _grades_among(page, sentence, clauses, hits)
    if graded and reasons and one_for_each(page.words, sentence, hits):
        owners = [next(c for c in clauses if hit.first < c.last) for hit in hits]
        return [
            Graded(hit=hit, clause=owner, part="", outcome=OUTCOMES[hit.value])
            for hit, owner in zip(hits, owners, strict=True)
        ], []
    if not graded and reasons and under_label(page, sentence):
        graded = [_bare(clauses[0], sentence.hits[0])]
    return graded, reasons


def _bare(clause: Clause, hit: Hit) -> Graded:
    """Read a line that is nothing but a grade."""
    return Graded(hit=hit, clause=clause, part="", outcome=OUTCOMES[hit.value])


def _rejected(page: Page, sentence: Sentence, reasons: list[str]) -> list[Rejection]:
    """Say why grade words of a sentence count for nothing."""
    if not reasons:
        return []
    quote = page.quote(sentence.index, sentence.index)
    return [Rejection(stage="grades", reason=reason, quote=quote) for reason in reasons]


def _grades_among(
    page: Page, sentence: Sentence, clauses: list[Clause], hits: list[Hit]
) -> tuple[list[Graded], list[str]]:
    """Give the words of a sentence that are grades, and why the others are none."""
    words = page.words
    graded: list[Graded] = []
    reasons: list[str] = []
    at, may_be = 0, timed(page, sentence, len(hits))
    for hit in hits:
        while hit.first >= clauses[at].last:
            at += 1
        clause = clauses[at]
        new = None if hit is hits[-1] else hits[hits.index(hit) + 1]
        once = new is not None and was_once(words, sentence, hit, new)
        told = bool(graded) and put_in_before(words, graded[-1].hit, hit)
        reason = None if once or told else no_grade(words, sentence, clause, hit)
        if reason is None or (graded and coordinated(words, sentence, graded[-1].hit, hit)):
            part = "once" if once else part_of(words, sentence, clause, hit)
            if may_be and not (part or told):
                part = part_in_time(page, sentence, hit, may_be, sure=True)
            if graded and not part and came_after(words, graded[-1].hit, hit):
                part = "from"
            graded.append(Graded(hit, clause, part, OUTCOMES[hit.value]))
        elif reason == _ORDINARY and (
            (part := (may_be and part_in_time(page, sentence, hit, may_be, sure=False)) or "")
            or (len(hits) == 1 and hit.last == hit.first and names_result(page, sentence, hit))
            or (hit is hits[0] and len(hits) > 1 and is_under_name(page, sentence, hit))
            or is_listed(words, sentence, clause, hit)
        ):
            graded.append(Graded(hit, clause, part, OUTCOMES[hit.value]))
        else:
            reasons.append(reason)
    return graded, reasons


_ORDINARY = "ordinary_word"


def _clauses(words: Words, sentence: Sentence, grades: list[Hit]) -> list[Clause]:
    """Cut a sentence into clauses, unless it is the row of a table."""
    short = len(grades) == 1 and sentence.last - sentence.first <= SHORT
    if short and not sentence.classes.isdisjoint(ROWS) and sentence.classes.isdisjoint(_SPOKEN):
        return [Clause(sentence.first, sentence.last, sentence.hits, sentence.classes)]
    return split_clauses(sentence, words)


_SPOKEN = frozenset({"judge", "stop"})


def _claims_of(
    place: tuple[Page, Sentence, Topics],
    one: Graded,
    graded: list[Graded],
    rejected: list[Rejection],
    *,
    foreign: bool,
) -> list[Claim]:
    """Make the claims of one grade word, one for each area it is given for, or say why not."""
    page, sentence, topics = place
    words, hit = page.words, one.hit
    subject, reason = _given_to(place, one, graded, foreign=foreign)
    if reason == "weak_subject" and one.outcome is Outcome.INADEQUATE:
        return [_weakness(page, sentence, one, topics)]
    if reason is not None:
        quote = page.quote(sentence.index, sentence.index)
        rejected.append(Rejection(stage="subject", reason=reason, quote=quote))
        return []
    came_from = one.part == "from" and has_come(one, graded, sentence)
    if came_from and not any(map(year_of, words.words[hit.last + 1 : hit.last + 4])):
        return []
    areas = labelled_before(page, sentence, one) if hit.first == sentence.first else None
    areas = areas or pointed_at(page, sentence, one.part)
    areas = areas or listed_below(page, sentence, hit) or areas_of(words, sentence, one, subject)
    claim = _claim(place, one, graded, areas[0])
    if one.part in _LEFT:
        claim = _of_before(page, sentence, one, claim, came_from=came_from)
    return [claim] if len(areas) == 1 else [claim, *[claim.but(area=one) for one in areas[1:]]]


def _given_to(
    place: tuple[Page, Sentence, Topics], one: Graded, graded: list[Graded], *, foreign: bool
) -> tuple[Hit | None, str | None]:
    """Give whose a grade is said to be, and why it is no council's."""
    page, sentence, _ = place
    words, hit, clause = page.words, one.hit, one.clause
    subject, given_in = subject_of(clause, hit, words), clause
    if subject is None and one.part in _LOST:
        subject, given_in = _given_before(words, one, graded)
    others = not sentence.classes.isdisjoint(PUT_IN)
    if others and subject is not None and subject.cls in PUT_IN:
        subject = resumed(words, sentence, one, subject)
    reason = no_verdict(page, sentence, hit)
    if reason is None and (others or foreign or subject is None):
        reason = subject_reason(page, sentence, given_in, subject, foreign=foreign)
    if reason == "weak_subject" and (
        hit.last - hit.first >= _LABEL or behind_insertion(words, sentence, clause, hit)
    ):
        reason = None
    if reason is None and subject is None and said_of_nothing(page, sentence, graded, one):
        reason = "no_subject"
    return subject, reason


def _claim(
    place: tuple[Page, Sentence, Topics], one: Graded, graded: list[Graded], area: Area
) -> Claim:
    """Make the claim of one grade word, with all that the words around it say of it."""
    page, sentence, topics = place
    words, hit, clause = page.words, one.hit, one.clause
    classes, said, lost = sentence.classes, sentence.said, one.part in _LOST
    councils, anaphora = bind(page, sentence, clause, (hit.first, hit.last), topics)
    outcome = None if lost else one.outcome
    claim = Claim(sentence.index, hit.first, outcome, area, councils, hit.rule)
    claim.anaphora = anaphora
    old = partner_of(one, graded, "from", sentence) if len(graded) > 1 else None
    claim.previous = one.outcome if lost else old
    if lost:
        claim.direction = lost_direction(one)
    elif old or one.part == "kept" or "first" in said or not TURNS.isdisjoint(classes):
        claim.direction = direction_of(words, sentence, one, old)
    if not clause.classes.isdisjoint(_DOUBTING):
        claim.negated = _not_held(words, one)
    recalled = is_past(page, sentence, one)
    claim.heard, claim.past, claim.perfect = tense_of(page, sentence, one, past=recalled)
    if recalled:
        claim.recent = lately(words, sentence, clause) or given_in_month(words, clause, hit)
    claim.status = is_status(page, sentence, one, councils) or (
        "bystander" in classes and _aside(sentence, councils, topics)
    )
    claim.now = one.part == GONE or ("now" in classes and _is_now(words, sentence, clause, hit))
    told = "rating" in clause.classes or not KNOWING.isdisjoint(said)
    claim.known = told and is_known(words, clause, hit)
    claim.strength = _strength(words, sentence, clause, hit)
    return claim


def _is_now(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade is today's by a word of its clause, or by that which opens its sentence.

    `Now a team which was here in May has come to its verdict`; not `Now Kent, which was good`.
    """
    if "now" not in clause.classes:
        given = words.words[clause.first : hit.first]
        opened = words.words[sentence.first] == "now" and clause.first > sentence.first
        return opened and not _HAS.isdisjoint(given)
    return _of_today(words, clause, hit)


_HAS = frozenset({"has", "have"})


def _of_today(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether it is the grade that is today's, and not what follows on it."""
    return current_grade(clause, hit, words) and not led_from(words, clause, hit)


_LABEL = 4
"""So long is `requires improvement to be good`, Ofsted's own words: a grade of whatever has it."""


def _of_before(
    page: Page, sentence: Sentence, one: Graded, claim: Claim, *, came_from: bool
) -> Claim:
    """Tell of a grade that was left or lost, or was once, where steps lead from it, or its time.

    With a year of its own it is a grade of then: `from inadequate in 2015 to good`.
    """
    if one.part != "once":
        stand_by_steps(page, sentence, one, claim)
    if not came_from and one.part != "once":
        return claim
    return claim.but(outcome=one.outcome, direction=None, previous=None, past=True, now=False)


def _strength(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> float:
    """Give how much a grade says of the whole: little where it is given for a part alone."""
    some = not SOME.isdisjoint(sentence.said) and of_some_areas(words, sentence, clause, hit)
    if some or hit.rule == _TOP_MARKS:
        return _FAINT
    if "healthy" in sentence.said and "area" in clause.classes:
        front = words.words[max(clause.first, hit.first - _TO_STRAND) : hit.first]
        return STRAND if "healthy" in front else 1.0
    return 1.0


_TO_STRAND = 6

_TOP_MARKS = "grade.top-marks"
_FAINT = 0.3
"""`Top marks`, and some areas' grade, are overall only where no such grade is named."""


def _aside(sentence: Sentence, councils: tuple[str, ...], topics: Topics) -> bool:
    """Tell whether the council is only named beside the one that the sentence is about."""
    if not councils or councils[0] in topics.main:
        return False
    for chain in topics.chains[sentence.index]:
        if councils[0] in [hit.value for hit in chain]:
            return False
    return any(h.value == councils[0] for h in sentence.hits if h.cls == "council")


def _given_before(words: Words, one: Graded, graded: list[Graded]) -> tuple[Hit | None, Clause]:
    """Give whose a grade was that was lost, and the clause that says so, where its own names none.

    `Down from good` was the same one's as the grade just before it.
    """
    before = [other for other in graded if other.hit.first < one.hit.first]
    if not before:
        return None, one.clause
    return subject_of(before[-1].clause, before[-1].hit, words), before[-1].clause


def _not_held(words: Words, one: Graded) -> str | None:
    """Tell why a grade is not said to hold."""
    clause, hit = one.clause, one.hit
    reason = hypothetical(clause, hit.first, hit.last, words) if one.part != "from" else None
    denied = one.part not in _UNDENIED or denies_that(clause, hit.first, words)
    if reason is None and denied and negated(clause, hit.first, words):
        return "negated"
    return reason


_DOUBTING = frozenset({"hyp", "neg"})
_LOST = frozenset({"from", "lose", GONE})
_LEFT = _LOST | {"once"}
_UNDENIED = frozenset({"lose", "kept", GONE, NOW})


def _weakness(page: Page, sentence: Sentence, one: Graded, topics: Topics) -> Claim:
    """Read `oversight was inadequate` as a weakness that was found, not as a grade."""
    clause, hit = one.clause, one.hit
    councils, anaphora = bind(page, sentence, clause, (hit.first, hit.last), topics)
    reason = hypothetical(clause, hit.first, hit.last, page.words)
    if reason is None and negated(clause, hit.first, page.words):
        reason = "negated"
    return Claim(
        sentence=sentence.index,
        word=hit.first,
        outcome=Outcome.WEAKNESSES,
        area=None,
        councils=councils,
        rule=hit.rule,
        past=historical(clause, hit.first, hit.last, page.words),
        negated=reason,
        anaphora=anaphora,
        strength=0.6,
    )


def _send_scale(page: Page, sentence: Sentence, one: Graded, topics: Topics) -> Claim:
    """Read `the lowest rating` of an area SEND inspection on its own scale."""
    claim = _weakness(page, sentence, one, topics)
    low = one.outcome is Outcome.INADEQUATE
    return claim.but(
        outcome=Outcome.SEND_SYSTEMIC_FAILINGS if low else Outcome.SEND_POSITIVE,
        past=claim.past or one.part in _LOST,
        strength=0.9,
    )

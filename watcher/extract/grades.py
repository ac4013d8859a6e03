"""Grades: is the word a grade, whose, for what, given when, and from what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from watcher.extract.claims import Claim
from watcher.extract.dates import year_of
from watcher.extract.link import bind, chains_of
from watcher.extract.modifiers import (
    current,
    has,
    historical,
    hypothetical,
    negated,
    opening_past,
    plural,
    quoted,
)
from watcher.extract.segment import Clause, split_clauses
from watcher.extract.subjects import foreign_head, subject_of
from watcher.model.document import BlockRole
from watcher.model.finding import Rejection
from watcher.model.vocabulary import Area, Direction, Outcome

if TYPE_CHECKING:
    from watcher.extract.link import Topics
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

_FILLERS = frozenset(
    "a an the its their being rated judged graded overall ofsted s previous current rating of"
    " grade inspectors very top been it was quote as".split()
)
_TABLE_ROLES = frozenset({BlockRole.TABLE_ROW, BlockRole.LIST_ITEM, BlockRole.HEADING})
_SHORT = 14
_MANY = 3
_GRADES = (
    Outcome.INADEQUATE,
    Outcome.REQUIRES_IMPROVEMENT,
    Outcome.ADEQUATE,
    Outcome.GOOD,
    Outcome.OUTSTANDING,
)
_RANK = {outcome: rank for rank, outcome in enumerate(_GRADES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A grade word with its clause and the word (`from`, `to`, `lose`) that gives it its part."""

    hit: Hit
    clause: Clause
    part: str
    outcome: Outcome


def grade_claims(
    page: Page, sentence: Sentence, topics: Topics, topic: tuple[bool, bool]
) -> tuple[list[Claim], list[Rejection]]:
    """Read the grades of one sentence.

    `topic` says whether the page speaks of another body, and whether of an area SEND inspection.
    """
    foreign, send = topic
    send = send or has_send(sentence)
    quote = page.quote(sentence.index, sentence.index)
    clauses = _clauses(page.words, sentence)
    graded, reasons = _grades_in(page.words, sentence, clauses)
    rejected = [Rejection(stage="grades", reason=reason, quote=quote) for reason in reasons]
    if send and any(one.hit.last > one.hit.first for one in graded):
        return [
            _send_scale(page, sentence, one, topics) for one in graded if _bottom(one)
        ], rejected
    reason = _not_about_one(page, sentence, graded, grouped=len(topics.at[sentence.index]) > 1)
    if graded and reason is not None:
        return [], [*rejected, Rejection(stage="grades", reason=reason, quote=quote)]
    claims: list[Claim] = []
    for one in graded:
        made = _claims_of((page, sentence, topics), one, graded, foreign=foreign)
        if isinstance(made, Rejection):
            rejected.append(made)
        else:
            claims += made
    return _respectively(page, sentence, claims), rejected


def _grades_in(
    words: Words, sentence: Sentence, clauses: list[Clause]
) -> tuple[list[Graded], list[str]]:
    """Give the words of a sentence that are grades, and why the others are none."""
    graded: list[Graded] = []
    reasons: list[str] = []
    for clause in clauses:
        for hit in clause.hits:
            if hit.cls != "grade":
                continue
            reason = _no_grade(words, sentence, clause, hit)
            if reason is None or (graded and _coordinated(words, graded[-1].hit, hit)):
                part = _part(clause, hit, words)
                graded.append(Graded(hit=hit, clause=clause, part=part, outcome=Outcome(hit.value)))
            else:
                reasons.append(reason)
    return graded, reasons


def _coordinated(words: Words, left: Hit, right: Hit) -> bool:
    """Tell whether a grade follows another one in a list: `good, inadequate and good`."""
    return set(words.words[left.last + 1 : right.first]) <= {"and", "or"}


def _clauses(words: Words, sentence: Sentence) -> list[Clause]:
    """Cut a sentence into clauses, unless it is the row of a table."""
    if sentence.last - sentence.first <= _SHORT and has(sentence, "area", "overall"):
        grades = [hit for hit in sentence.hits if hit.cls == "grade"]
        if len(grades) == 1 and not has(sentence, "judge", "stop"):
            return [Clause(first=sentence.first, last=sentence.last, hits=sentence.hits)]
    return split_clauses(sentence, words)


def _not_about_one(
    page: Page, sentence: Sentence, graded: list[Graded], *, grouped: bool
) -> str | None:
    """Tell why the grades of a sentence say nothing of a named council."""
    if page.document.text[sentence.end - 1] == "?":
        return "question"
    if has(sentence, "talk"):
        return "talk_of_words"
    distinct = {one.outcome for one in graded}
    chains = chains_of(sentence, page.words)
    if has(sentence, "definition") and not chains:
        return "definition"
    if len(distinct) > _MANY and not has(sentence, "area"):
        return "definition"
    if has(sentence, "statistics") and not chains:
        return "statistics"
    if not chains and not grouped and plural(page.words, sentence):
        return "councils_in_general"
    return None


def _no_grade(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> str | None:
    """Tell why a grade word is no grade here, None when it is one."""
    in_quotes = quoted(words, hit.first, hit.last)
    if hit.value == "inadequate":
        return _inadequate_thing(words, hit, in_quotes=in_quotes)
    if in_quotes or hit.last > hit.first:
        return None
    if _judged(words, clause, hit) or _row(words, sentence, hit):
        return None
    if _moved(words, sentence, hit) or _predicated(words, clause, hit):
        return None
    written = words.original(hit.first)
    if written[0].isupper() and hit.first > sentence.first and not _title_case(sentence, words):
        return None
    return "ordinary_word"


_JUDGING = frozenset(
    {"rated", "judged", "graded", "branded", "labelled", "deemed", "found", "remains", "is", "are"}
)
_FUNCTION = frozenset(
    "by in for at and or but overall across services service children council councils authority"
    " authorities department departments rating ratings grade grades judgement judgments judgment"
    " to on with after from as because last again following the a an of s child safeguarding"
    " childrens provision since when while despite this during under according now which is was"
    " were are has have had by over until who that so it they than due says say said find finds"
    " found or nor not local county city borough only rated status label verdict report reports"
    " leadership social ofsted outcome result results standard level mark marks inspection"
    " finding four two three five six today amid if its their our his her both"
    " earlier later once twice just previously within between among before early late".split()
)


def _inadequate_thing(words: Words, hit: Hit, *, in_quotes: bool) -> str | None:
    """Tell `inadequate supervision`, a thing, from `inadequate`, a grade."""
    if hit.last + 1 >= len(words.words) or hit.last > hit.first:
        return None
    gap = words.between(hit.last, hit.last + 1)
    if gap.strip(" \u00a0'\"’”") or words.words[hit.last + 1] in _FUNCTION:
        return None
    if in_quotes and _JUDGING & set(words.words[max(0, hit.first - 4) : hit.first]):
        return None
    if words.original(hit.last + 1)[0].isupper() or words.words[hit.last + 1].isdecimal():
        return None
    return "ordinary_word"


_BEFORE_OVERALL = 3
"""Words between a grade and what it is given for: `good for its overall effectiveness`."""


def _judged(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a verb of judging or a word for rating governs the word."""
    for other in clause.hits:
        gap = hit.first - other.last - 1
        if other.cls == "judge" and 0 <= gap <= 12:
            near = _rating_near(clause, hit) or _given_for(words, hit)
            return gap <= 1 or other.value == "rate" or near
        if other.cls in {"down", "up", "move", "lose"} and 0 <= gap <= 6:
            before = words.words[max(0, hit.first - 3) : hit.first]
            return bool({"to", "from"} & set(before)) or other.cls == "lose"
        if other.cls == "rating" and 0 <= other.first - hit.last - 1 <= 1:
            return True
        if other.cls == "rating" and 0 <= gap <= 2:
            return True
        if other.cls == "overall" and (
            abs(gap) <= 1 or 0 <= other.first - hit.last - 1 <= _BEFORE_OVERALL
        ):
            return True
    return False


def _given_for(words: Words, hit: Hit) -> bool:
    """Tell whether a grade that someone gave is given for something: `gave the county good for`."""
    follow = words.words[hit.last + 1 : hit.last + 2]
    return follow == ["for"] and words.words[hit.first - 1] not in {"a", "an", "the"}


_LINKING = frozenset(
    {"is", "are", "was", "were", "be", "remain", "remains", "remained", "stay", "stays", "stayed"}
)
_ADVERBS = frozenset(
    {"still", "now", "again", "also", "both", "all", "each", "once", "found", "to"}
)
_ENDS = frozenset({"overall", "again", "now", "still", "too", "while", "but", "and", "with", "for"})


def _moved(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether the word is one end of `from good to inadequate`."""
    front = words.words[hit.first - 1] if hit.first else ""
    if front not in {"from", "to", "was", "were"}:
        return False
    others = [h for h in sentence.hits if h.cls == "grade" and h is not hit]
    if front == "from":
        return any(0 < h.first - hit.last <= 4 and words.words[h.first - 1] == "to" for h in others)
    if front == "to":
        return any(
            0 < hit.first - h.last <= 4 and words.words[h.first - 1] == "from" for h in others
        )
    return "(" in words.between(hit.first - 2, hit.first - 1) if hit.first > 1 else False


def _predicated(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a judgement area, a service or leaders `are good`, and nothing follows."""
    word = hit.first - 1
    while word > clause.first and words.words[word] in _ADVERBS:
        word -= 1
    if word < clause.first or words.words[word] not in _LINKING:
        return False
    heads = [h for h in clause.hits if h.cls in {"area", "service", "overall"} and h.last < word]
    if not heads or word - heads[-1].last > _NEAR_HEAD:
        return False
    if hit.last + 1 >= len(words.words) or hit.last + 1 >= clause.last:
        return True
    gap = words.between(hit.last, hit.last + 1).strip()
    return bool(gap) or words.words[hit.last + 1] in _ENDS


_NEAR_HEAD = 6


def _rating_near(clause: Clause, hit: Hit) -> bool:
    return any(h.cls == "rating" and 0 <= h.first - hit.last <= 3 for h in clause.hits)


def _row(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether the sentence is a row such as `Care leavers - good`."""
    if sentence.last - sentence.first > _SHORT or not has(sentence, "area", "overall"):
        return False
    if hit.first == sentence.first:
        return sentence.role in _TABLE_ROLES
    gap = words.between(hit.first - 1, hit.first).strip(" '\"‘“*")
    ends = hit.last == sentence.last - 1
    return gap in {":", "-", "–", "—", "|", ","} or (
        ends
        and (sentence.role in _TABLE_ROLES or "\t" in gap or words.original(hit.first)[0].isupper())
    )


def _title_case(sentence: Sentence, words: Words) -> bool:
    """Tell whether most words of a sentence are capitalised, so that a capital says nothing."""
    written = [words.original(word) for word in range(sentence.first, sentence.last)]
    long = [word for word in written if len(word) > len("with")]
    return bool(long) and sum(word[0].isupper() for word in long) * 2 > len(long)


def _part(clause: Clause, hit: Hit, words: Words) -> str:
    """Tell whether a grade is the old one (`from`, `lose`) or the new one (`to`), or just is."""
    for other in clause.hits:
        if other.cls == "lose" and 0 < hit.first - other.last <= 4:
            return "lose"
    word = hit.first - 1
    for _ in range(5):
        if word < clause.first:
            break
        low = words.words[word]
        if low in {"from", "to", "into"}:
            return "to" if low == "into" else low
        if low in {"following", "despite"}:
            return "old"
        if low not in _FILLERS:
            break
        word -= 1
    return ""


def _claims_of(
    place: tuple[Page, Sentence, Topics], one: Graded, graded: list[Graded], *, foreign: bool
) -> list[Claim] | Rejection:
    """Make the claims of one grade word: one for each area it is given for."""
    page, sentence, topics = place
    hit, clause = one.hit, one.clause
    quote = page.quote(sentence.index, sentence.index)
    subject, given_in = _given_to(page.words, one, graded)
    reason = _subject_reason(page, sentence, given_in, subject, foreign=foreign)
    if reason == "weak_subject" and one.outcome is Outcome.INADEQUATE:
        return [_weakness(page, sentence, one, topics)]
    if reason is not None:
        return Rejection(stage="subject", reason=reason, quote=quote)
    if one.part == "from" and _partner(one, graded, "to") is not None:
        return []
    councils, anaphora = bind(page, sentence, clause, (hit.first, hit.last), topics)
    not_held = hypothetical(clause, hit.first, hit.last, page.words) if one.part != "from" else None
    if not_held is None and one.part != "lose" and negated(clause, hit.first):
        not_held = "negated"
    change = _direction(clause, one, graded)
    partner = _partner(one, graded, "from") if one.part != "lose" else None
    lost = one.part in {"lose", "from"}
    base = Claim(
        sentence=sentence.index,
        word=hit.first,
        outcome=None if lost else one.outcome,
        area=None,
        councils=councils,
        rule=hit.rule,
        direction=_lost_direction(one) if lost else change,
        previous=one.outcome if lost else partner,
        past=one.part == "old"
        or _since_year(page.words, hit)
        or historical(clause, hit.first, hit.last, page.words)
        or opening_past(sentence, clause, hit.first, page.words),
        status=_status(page.words, clause, hit),
        now=current(clause, hit.first, hit.last),
        negated=not_held,
        anaphora=anaphora,
        strength=1.0,
    )
    return [replace(base, area=area) for area in _areas(page.words, sentence, one, subject)]


def _given_to(words: Words, one: Graded, graded: list[Graded]) -> tuple[Hit | None, Clause]:
    """Give whose grade it is, and the clause that says so.

    A grade that is only what was lost (`down from good`) was the same one's as the grade just
    before it, when its own clause names nobody.
    """
    subject = subject_of(one.clause, one.hit, words)
    before = [other for other in graded if other.hit.first < one.hit.first]
    if subject is not None or not before or one.part not in {"from", "lose"}:
        return subject, one.clause
    return subject_of(before[-1].clause, before[-1].hit, words), before[-1].clause


def _since_year(words: Words, hit: Hit) -> bool:
    """Tell whether a grade is said to stand since a year: `outstanding since 2017`."""
    follow = words.words[hit.last + 1 : hit.last + 3]
    return len(follow) > 1 and follow[0] == "since" and year_of(follow[1]) is not None


def _weakness(page: Page, sentence: Sentence, one: Graded, topics: Topics) -> Claim:
    """Read `oversight was inadequate` as a weakness that was found, not as a grade."""
    clause, hit = one.clause, one.hit
    councils, anaphora = bind(page, sentence, clause, (hit.first, hit.last), topics)
    reason = hypothetical(clause, hit.first, hit.last, page.words)
    if reason is None and negated(clause, hit.first):
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


def has_send(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of SEND."""
    return any(
        (h.cls == "area" and h.value == "send") or (h.cls == "kind" and h.value == "area_send")
        for h in sentence.hits
    )


def _bottom(one: Graded) -> bool:
    return one.hit.last > one.hit.first and one.outcome in {Outcome.INADEQUATE, Outcome.OUTSTANDING}


def _send_scale(page: Page, sentence: Sentence, one: Graded, topics: Topics) -> Claim:
    """Read `the lowest rating` of an area SEND inspection on its own scale."""
    claim = _weakness(page, sentence, one, topics)
    low = one.outcome is Outcome.INADEQUATE
    return replace(
        claim,
        outcome=Outcome.SEND_SYSTEMIC_FAILINGS if low else Outcome.SEND_POSITIVE,
        strength=0.9,
    )


def _subject_reason(
    page: Page, sentence: Sentence, clause: Clause, subject: Hit | None, *, foreign: bool
) -> str | None:
    """Tell why a grade is not the council's."""
    if subject is not None and subject.cls == "other":
        return "other_subject"
    if foreign_head(sentence, clause, page.words):
        return "other_subject"
    if subject is not None and subject.cls in {"weak", "quality"}:
        named = _quality_of_area(clause, subject) or _help_for_area(page.words, clause, subject)
        return None if named else "weak_subject"
    if subject is not None and subject.cls == "cqc":
        return None
    if subject is not None and subject.cls == "area" and _owned(page.words, sentence, subject):
        return "other_subject"
    speaks = subject is not None and subject.cls in {"service", "area"}
    if foreign and not (speaks and has(sentence, "council", "generic")):
        return None if _plainly_ours(sentence) else "other_subject"
    return None


def _help_for_area(words: Words, clause: Clause, subject: Hit) -> bool:
    """Tell `support for care leavers`, a judgement, from `support`, a thing."""
    return any(
        h.cls == "area"
        and 0 < h.first - subject.last <= 3
        and words.words[subject.last + 1] == "for"
        for h in clause.hits
    )


def _owned(words: Words, sentence: Sentence, subject: Hit) -> bool:
    """Tell whether a judgement is another body's: `a school's leadership is inadequate`."""
    if words.words[subject.first - 1] not in {"its", "their", "the", "s"} or subject.first == 0:
        return False
    before = [h for h in sentence.hits if h.last < subject.first]
    owners = [h for h in before if h.cls in {"other", "service", "generic"}]
    return bool(owners) and owners[-1].cls == "other"


def _plainly_ours(sentence: Sentence) -> bool:
    """Tell whether a sentence of a page on something else speaks of a council's judgement."""
    if has(sentence, "other", "cqc") or not has(sentence, "inspectorate"):
        return False
    return has(sentence, "service") or (has(sentence, "council") and has(sentence, "overall"))


def _quality_of_area(clause: Clause, subject: Hit) -> bool:
    """Tell `the standard of child protection`, a judgement, from `the quality of plans`."""
    return subject.cls == "quality" and any(
        h.cls in {"area", "service"} and 0 < h.first - subject.last <= 2 for h in clause.hits
    )


def _partner(one: Graded, graded: list[Graded], part: str) -> Outcome | None:
    """Give the grade that a new grade came from (`from G1 to G2`), or the one it goes to."""
    if part == "from" and one.part not in {"to", ""}:
        return None
    for other in graded:
        if other is one or other.part != part or _anothers(other, one):
            continue
        if abs(other.hit.first - one.hit.first) <= 14:
            return other.outcome
    if part == "to" and one.part == "from":
        for other in graded:
            if other is not one and other.part == "" and 0 < other.hit.first - one.hit.first <= 8:
                return other.outcome
    return None


def _anothers(other: Graded, one: Graded) -> bool:
    """Tell whether a later clause gives a grade to a council of its own."""
    return (
        other.clause is not one.clause
        and other.hit.first > one.hit.first
        and any(h.cls == "council" and h.first < other.hit.first for h in other.clause.hits)
    )


def _lost_direction(one: Graded) -> Direction:
    return Direction.BETTER if _RANK[one.outcome] <= _RANK[Outcome.ADEQUATE] else Direction.WORSE


def _direction(clause: Clause, one: Graded, graded: list[Graded]) -> Direction | None:
    """Give the way that the words around a grade say things went."""
    old = _partner(one, graded, "from")
    if old is not None:
        step = _RANK[one.outcome] - _RANK[old]
        return Direction.BETTER if step > 0 else Direction.WORSE if step < 0 else Direction.SAME
    near = [
        h
        for h in clause.hits
        if h.cls in {"down", "up", "same"} and abs(h.first - one.hit.first) <= 12
    ]
    for hit in sorted(near, key=lambda h: abs(h.first - one.hit.first)):
        if hit.cls == "down":
            return Direction.WORSE
        if hit.cls == "up" and _RANK[one.outcome] > 0:
            return Direction.BETTER
        if hit.cls == "same":
            return Direction.SAME
    return None


def _status(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether the grade is a mere adjective, or how things have stood.

    `At 'inadequate' Surrey`, `inadequate-rated`, `inadequate since 2020`.
    """
    if words.words[hit.last + 1 : hit.last + 2] == ["since"]:
        return True
    for other in clause.hits:
        gap = other.first - hit.last - 1
        if gap or other.cls not in {"council", "generic", "service"}:
            continue
        between = words.between(hit.last, other.first).strip(" '\"”’‘“")
        if other.cls == "service":
            return not between and words.words[hit.first - 1] in _ATTRIBUTIVE
        return not between
    return words.words[hit.last + 1 : hit.last + 2] == ["rated"]


_ATTRIBUTIVE = frozenset({"s", "an", "the", "in", "at", "its", "their", "of", "to", "for", "this"})


_NEAR = 12


def _areas(words: Words, sentence: Sentence, one: Graded, subject: Hit | None) -> list[Area]:
    """Give the areas that a grade is given for: in front of it, or listed behind `for`."""
    hit, clause = one.hit, one.clause
    areas = [h for h in clause.hits if h.cls == "area"]
    overall = any(h.cls == "overall" and abs(h.first - hit.first) <= 12 for h in clause.hits)
    found = [Area.OVERALL] if overall else []
    grades = [h for h in clause.hits if h.cls == "grade"]
    floor = max((h.last for h in grades if h.last < hit.first), default=clause.first - 1)
    roof = min((h.first for h in grades if h.first > hit.last), default=clause.last)
    before = [h for h in areas if floor < h.first < hit.first]
    after = [h for h in areas if hit.last < h.first < roof]
    if after and words.words[hit.last + 1] in {
        "for",
        "in",
        "on",
        "at",
        "rating",
        "when",
        "judgement",
    }:
        found += [Area(h.value) for h in after]
    elif before and not (subject is not None and subject.cls == "service" and overall):
        found += [Area(h.value) for h in before]
    elif after and not found and subject is None and after[0].first - hit.last <= 4:
        found.append(Area(after[0].value))
    if not found and subject is None:
        found = _area_in_front(sentence, hit)
    return list(dict.fromkeys(found)) or [Area.OVERALL]


def _area_in_front(sentence: Sentence, hit: Hit) -> list[Area]:
    """Give the area named just before a clause that names none: `one area - leaders - was ...`."""
    for other in reversed(sentence.hits):
        if other.first >= hit.first:
            continue
        if other.cls == "area" and hit.first - other.last <= _NEAR:
            return [Area(other.value)]
        if other.cls in {"grade", "service", "generic", "council", "overall"}:
            break
    return []


def _respectively(page: Page, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """Deal grades out pairwise, to councils or to areas, where the sentence says `respectively`."""
    words = page.words.words[sentence.first : sentence.last]
    if "respectively" not in words:
        return claims
    first: dict[int, Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.word):
        first.setdefault(claim.word, claim)
    ordered = list(first.values())
    chains = [chain for chain in chains_of(sentence, page.words) if len(chain) > 1]
    group = ordered[0].councils if ordered and not chains else ()
    if len(group) > 1 and len(group) == len(ordered):
        return [
            replace(claim, councils=(form,)) for claim, form in zip(ordered, group, strict=True)
        ]
    if chains and len(chains[0]) == len(ordered):
        return [
            replace(claim, councils=(hit.value,))
            for claim, hit in zip(ordered, chains[0], strict=True)
        ]
    areas = [h for h in sentence.hits if h.cls == "area" and ordered and h.first < ordered[0].word]
    if len(ordered) > 1 and len(areas) == len(ordered):
        return [
            replace(claim, area=Area(hit.value)) for claim, hit in zip(ordered, areas, strict=True)
        ]
    return claims

"""Which of the grades that a page tells are older, as the page itself shows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from watcher.extract.before import gone_grades
from watcher.extract.choose import NEGATIVE, SUFFICIENT, best_grade
from watcher.extract.drafts import LEAD, Desk, Told
from watcher.extract.freshness import called_new
from watcher.extract.occasion import VISITS
from watcher.extract.stories import INTERVENTION, REPORT, VERDICT
from watcher.model.dates import WEEKDAYS
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, Area, Direction, Kind, Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page


def contradicted(news: list[Told]) -> tuple[list[Told], list[Told]]:
    """Part the grades that another grade of the same judgement shows to be older."""
    by_area: dict[Area, list[Told]] = defaultdict(list)
    for one in news:
        if one.claim.outcome in GRADES:
            by_area[one.claim.area or Area.OVERALL].append(one)
    older: list[Told] = []
    for ones in by_area.values():
        if len(ones) == 1 or len({one.claim.outcome for one in ones}) == 1:
            continue
        best = best_grade([one.claim for one in ones], LEAD)
        older += [
            one
            for one in ones
            if one.claim.outcome is not best.outcome and one.claim.dated is not None
        ]
    if not older:
        return news, older
    gone = {id(one) for one in older}
    kept = [one for one in news if id(one) not in gone]
    return kept, [one.recalled() for one in older]


def _of_late(desk: Desk, news: list[Told], old: list[Told]) -> set[Outcome | None]:
    """Give the grades that the page says were given not long before, and not again since."""
    late = {one.claim.outcome for one in old if one.claim.recent}
    if not late:
        return late
    again = {
        one.claim.outcome
        for one in news
        if one.claim.direction is Direction.SAME
        or (one.claim.sentence == 0 and not one.claim.known and not one.claim.status)
        or "same" in desk.page.sentences[one.claim.sentence].classes
    }
    return late - again


def told_before(desk: Desk, news: list[Told], old: list[Told]) -> tuple[list[Told], list[Told]]:
    """Part the grades that are spoken of as known, and that the page itself says are older."""
    lately, lost = _of_late(desk, news, old), gone_grades(news)
    below = [one.claim for one in news if one.claim.sentence > LEAD] if old else []
    links = {claim.sentence for claim in below if _like_a_link(desk.page, claim)} if below else ()
    still = {one.claim.sentence for one in news if _still_so(desk.page, one.claim)} if old else ()
    seen = True in [one.claim.known for one in news]
    if not (lately or lost or links or still or seen):
        return news, []
    recalled = {(one.claim.outcome, one.claim.area or Area.OVERALL) for one in old}
    asserted = {
        one.claim.outcome
        for one in news
        if not (one.claim.known or one.claim.sentence in links or one.claim.sentence in still)
    }
    story = desk.setting.story
    answered = (story is VERDICT or story is REPORT) and _of_inspectors(desk.page)
    told = [
        one
        for one in news
        if one.claim.outcome in GRADES
        and (
            (one.claim.outcome in lately and not one.claim.now)
            or (one.claim.outcome in lost and one.claim.area is Area.OVERALL)
            or (
                (one.claim.known or one.claim.sentence in links or one.claim.sentence in still)
                and story is not INTERVENTION
                and (not (answered and one.claim.sentence < LEAD) or one.claim.sentence in still)
                and one.claim.outcome not in asserted
                and (one.claim.outcome, one.claim.area or Area.OVERALL) in recalled
                and not called_new(desk.page.words, one.claim.word)
            )
        )
    ]
    if not told:
        return news, told
    gone = {id(one) for one in told}
    kept = [one for one in news if id(one) not in gone]
    return kept, [one.recalled() for one in told]


def _still_so(page: Page, claim: Claim) -> bool:
    """Tell whether a line below a headline says how things stand: `Authority still rated good`."""
    sentence = page.sentences[claim.sentence]
    if "still" not in sentence.said or sentence.role is BlockRole.TITLE:
        return False
    front = page.words.words[max(sentence.first, claim.word - _STANDS) : claim.word]
    return front[:1] == ["still"] and sentence.classes.isdisjoint(_INSPECTING)


_STANDS = 2


def overtaken(desk: Desk, news: list[Told], old: list[Told]) -> tuple[list[Told], list[Told]]:
    """Part what the page itself says was answered, or found at a visit before the one it is of."""
    if _is_looked_back_on(desk, news, old):
        return [], [one.recalled() for one in news]
    left, answered = carried_out(desk.page, news)
    left, before = not_again(desk.page, left)
    left, again = _monitored_since(desk, left, old)
    return left, answered + before + again


def _monitored_since(
    desk: Desk, news: list[Told], old: list[Told]
) -> tuple[list[Told], list[Told]]:
    """Part the grades of a report that the page dates months back, and that was monitored since.

    `Still work to do after 'inadequate' report ... In January a report spoke of widespread
    failures ... The first monitoring visit was in September`.
    """
    graded = [one for one in news if one.claim.outcome in GRADES]
    known = [one.claim for one in graded if one.claim.known and not one.claim.sentence]
    if not known or any(one.claim.dated is not None or one.claim.now for one in graded):
        return news, []
    monitored = [
        s.index
        for s in desk.page.having("kind")
        if any(h.cls == "kind" and h.value == _MONITORING for h in s.hits)
    ]
    reported = [
        one.claim.sentence
        for one in old
        if one.claim.dated is not None
        and len(one.claim.dated.text) > len("2018")
        and not desk.page.sentences[one.claim.sentence].classes.isdisjoint(_INSPECTING)
    ]
    if not monitored or not reported or min(reported) > max(monitored):
        return news, []
    told = range(min(reported), max(monitored))
    gone = {
        id(one)
        for one in news
        if one.claim.outcome in GRADES
        or (one.claim.outcome in NEGATIVE and one.claim.sentence in told)
    }
    kept = [one for one in news if id(one) not in gone]
    return kept, [one.recalled() for one in news if id(one) in gone]


_MONITORING = str(Kind.MONITORING_VISIT)


def _is_looked_back_on(desk: Desk, news: list[Told], old: list[Told]) -> bool:
    """Tell whether all that a page tells is from a report of months before, with which it opens.

    `In June, when Ofsted rated it inadequate ... Inspectors said that services had deteriorated`,
    in October, with no word of a visit since.
    """
    page, published = desk.page, desk.setting.published
    if published is None or not news:
        return False
    given = [
        one.claim
        for one in old
        if one.claim.outcome in GRADES
        and one.claim.dated is not None
        and len(one.claim.dated.text) > len("2018")
        and one.claim.sentence < LEAD
    ]
    if not given or any(s.classes & _ALARMING for s in page.titles):
        return False
    first = min(claim.sentence for claim in given)
    if any(
        one.claim.sentence <= first
        or one.claim.outcome not in _SIGNALS
        or one.claim.dated is not None
        or one.claim.now
        or one.claim.kind in VISITS
        for one in news
    ):
        return False
    behind = page.sentences[first : max(one.claim.sentence for one in news) + 1]
    return all(_AGAIN.isdisjoint(s.said) and _SINCE.isdisjoint(s.said) for s in behind)


_SIGNALS = frozenset(
    {
        Outcome.DETERIORATION,
        Outcome.WEAKNESSES,
        Outcome.MIXED,
        Outcome.INSUFFICIENT_PROGRESS,
        Outcome.POSITIVE,
    }
)
_ALARMING = frozenset({"inspectorate", "kind", "signal", "down", "grade"})
_SINCE = WEEKDAYS | {"since", "now", "new", "latest", "today", "yesterday", "week"}


def carried_out(page: Page, news: list[Told]) -> tuple[list[Told], list[Told]]:
    """Part the statements of action of which the page says, further on, that they were answered.

    What a headline demands, or what is demanded behind such progress, is new.
    """
    demands = [one.claim for one in news if one.claim.outcome is _STATEMENT]
    if not demands or any(not claim.sentence or claim.now for claim in demands):
        return news, []
    last = max(claim.sentence for claim in demands)
    if not any(
        one.claim.rule == SUFFICIENT
        and one.claim.sentence > last
        and not page.sentences[one.claim.sentence].classes.isdisjoint(_WHOSE)
        for one in news
    ):
        return news, []
    kept = [one for one in news if one.claim.outcome is not _STATEMENT]
    return kept, [one.recalled() for one in news if one.claim.outcome is _STATEMENT]


def not_again(page: Page, news: list[Told]) -> tuple[list[Told], list[Told]]:
    """Part the priority actions of a visit before, where none are named at the one that is news.

    Between the two the page goes on to the later visit: `Three months on inspectors came again`.
    """
    none = [one.claim.sentence for one in news if one.claim.outcome is Outcome.NO_PRIORITY_ACTION]
    asked = [one for one in news if one.claim.outcome is Outcome.PRIORITY_ACTION]
    if not none or not asked:
        return news, []
    gone = {
        id(one)
        for one in asked
        if one.claim.sentence
        and any(
            not _AGAIN.isdisjoint(s.said)
            for s in page.sentences[one.claim.sentence + 1 : max(none) + 1]
        )
    }
    kept = [one for one in news if id(one) not in gone]
    return kept, [one.recalled() for one in asked if id(one) in gone]


_AGAIN = frozenset("again returned return revisited revisit since later back second".split())
_WHOSE = frozenset({"council", "generic", "pronoun", "inspectorate"})
_STATEMENT = Outcome.WRITTEN_STATEMENT_OF_ACTION


def _like_a_link(page: Page, claim: Claim) -> bool:
    """Tell whether a grade behind the lead stands in a line that reads like another headline."""
    sentence = page.sentences[claim.sentence]
    if claim.outcome not in GRADES or sentence.role not in _LINES:
        return False
    if page.document.text[sentence.end - 1] in _STOPS or not sentence.classes.isdisjoint(_ROWS):
        return False
    if not sentence.classes >= _NAMING:
        return False
    around = page.sentences[claim.sentence - 1 : claim.sentence + 2]
    return [s.block for s in around].count(sentence.block) == 1


_ROWS = frozenset({"area", "overall"})
_NAMING = frozenset({"council", "service"})
_LINES = frozenset({BlockRole.PARAGRAPH, BlockRole.HEADING})
_STOPS = frozenset(".!?:;,\"”’')…")


def _of_inspectors(page: Page) -> bool:
    """Tell whether a headline speaks of inspectors: the verdict that it answers is new."""
    title = (s for s in page.sentences[:LEAD] if s.role is BlockRole.TITLE)
    return any(not s.classes.isdisjoint(_INSPECTING) for s in title)


_INSPECTING = frozenset({"inspectorate", "kind"})

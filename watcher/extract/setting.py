"""What the role of a claim depends on beside itself: the page's story, dates and visits."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from watcher.extract.beginnings import first_telling
from watcher.extract.choose import INSUFFICIENT, PARTIAL, SUFFICIENT
from watcher.extract.complaints import complains
from watcher.extract.dates import year_of
from watcher.extract.freshness import PAPERS, has_fresh
from watcher.extract.imposed import led_to_it
from watcher.extract.justout import of_papers_just_out
from watcher.extract.minuted import presented_items
from watcher.extract.occasion import GRADELESS
from watcher.extract.offers import SEVERAL
from watcher.extract.outright import told_outright
from watcher.extract.revisits import only_old
from watcher.extract.steps import DEFINITE
from watcher.extract.stories import ELSEWHERE, INTERVENTION, JOBS, MINUTES, PROGRESS, story_of
from watcher.extract.titles import LEAD
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, Area, Direction, Kind, Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.occasion import Occasions
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.stories import Story
    from watcher.extract.tokens import Words
    from watcher.model.dates import PartialDate


@dataclass(slots=True, eq=False, kw_only=True)
class Setting:
    """What the role of a claim depends on beside itself.

    `newest` is the latest date that a page names, None for one with a date of its own. `has_visit`
    says that it tells of a visit that gives no grade, `unvisited` are the councils (by name) that
    it tells of beside those that were visited. `followed` is the sentence from which a page about
    something else tells what that follows. `led` are the codes of the councils that it speaks of
    first, `dealt` the sentences that go through the judgements, `history` those that date grades.
    `imposed` are those that say upon what an act came which is over, `begins` is the first that
    speaks of inspectors, of a report or of an outcome.
    `revisited` says that it measures what was mended since an inspection. Never changed once made;
    not frozen, which takes longer.
    """

    page: Page
    published: PartialDate | None
    newest: PartialDate | None
    kind: Kind | None
    story: Story
    undated_news: bool
    has_visit: bool
    unvisited: frozenset[str]
    told_now: bool
    loose: frozenset[Outcome | None]
    followed: int
    revisited: bool
    led: frozenset[str]
    dealt: frozenset[int]
    history: frozenset[int]
    outright: frozenset[int]
    imposed: frozenset[int]
    begins: int


def setting_of(
    page: Page, claims: list[Claim], occasions: Occasions, published: PartialDate | None
) -> Setting:
    """Gather what roles depend on."""
    standing = [claim for claim in claims if not claim.past and not claim.status]
    has_visit = occasions.kind in GRADELESS and not any(
        _headline_grade(claim, page)
        or (_of_full(claim, page) and not _monitored(claim, occasions))
        or _led_by_fall(claim, page)
        for claim in standing
    )
    has_visit = has_visit and not in_full(standing) and not only_old(standing, occasions)
    story = story_of(page, claims)
    return Setting(
        page=page,
        published=published,
        newest=_newest(page, occasions) if published is None else None,
        kind=occasions.kind,
        story=story,
        undated_news=any(c.outcome is not None for c in standing if c.dated is None),
        told_now=any(c.dated is None and c.outcome in GRADES for c in standing if c.now),
        loose=_loose(page, claims),
        has_visit=has_visit,
        followed=_followed(page),
        revisited=_measured(standing),
        led=_led(page, claims) if story in _ADDED_TO else frozenset(),
        history=frozenset([c.sentence for c in claims if c.outcome in GRADES and c.dated]),
        dealt=_gone_into(page, claims, occasions, published, story),
        imposed=led_to_it(page, standing),
        begins=first_telling(page),
        outright=told_outright(page, claims, occasions, published)
        if story in (ELSEWHERE, MINUTES)
        else frozenset(),
        unvisited=_unvisited(page, claims, occasions) if has_visit else frozenset(),
    )


def _gone_into(
    page: Page,
    claims: list[Claim],
    occasions: Occasions,
    published: PartialDate | None,
    story: Story,
) -> frozenset[int]:
    """Give the sentences that go through judgements or through a paper, where it may be news."""
    if story.heard:
        return _dealt(page, claims) | presented_items(page)
    if story is INTERVENTION:
        return of_papers_just_out(page, occasions, published)
    return _gone_through(claims) if story in _ASIDE else frozenset()


def _measured(standing: list[Claim]) -> bool:
    """Tell whether a page measures what was mended since an inspection."""
    short = Outcome.INSUFFICIENT_PROGRESS
    return any(c.negated is None for c in standing if c.outcome is short or c.rule in _MEASURED)


_MEASURED = frozenset({SUFFICIENT, PARTIAL, INSUFFICIENT})


def _dealt(page: Page, claims: list[Claim]) -> frozenset[int]:
    """Give the sentences that go through the judgements of an inspection, grade by grade.

    So do those that go on in a paragraph where members were told of one.
    """
    areas: dict[int, set[Area | None]] = {}
    told: dict[int, int] = {}
    dealt: set[int] = set()
    for claim in claims:
        if claim.outcome not in GRADES or claim.dated is not None or claim.status:
            continue
        block = page.sentences[claim.sentence].block
        if claim.heard and not claim.past:
            told.setdefault(block, claim.sentence)
        if not claim.past:
            areas.setdefault(claim.sentence, set()).add(claim.area)
            if 0 < claim.sentence - told.get(block, claim.sentence) <= _GOES_ON:
                dealt.add(claim.sentence)
    dealt.update([sentence for sentence, named in areas.items() if len(named) >= _SEVERAL])
    if len(areas) > 1:
        dealt.update(_lined_up(page, areas))
    return frozenset(dealt)


def _lined_up(page: Page, areas: dict[int, set[Area | None]]) -> set[int]:
    """Give the lines that go through the judgements, one each, below one that gives no year.

    `The panel noted the following grades:`
    """
    found: set[int] = set()
    lines: list[int] = []
    for at in sorted(areas):
        if not lines or at > lines[-1] + 1:
            lines = []
        lines.append(at)
        head = page.sentences[lines[0] - 1]
        several = len({area for line in lines for area in areas[line]}) > 1
        if several and page.document.text[head.end - 1] == ":" and not _of_a_year(page, head):
            found.update(lines)
    return found


def _of_a_year(page: Page, head: Sentence) -> bool:
    """Tell whether a sentence, or one before it in its paragraph, names a year."""
    near = page.sentences[max(0, head.index - _GOES_ON) : head.index + 1]
    return any(
        one.block == head.block and any(year_of(word) is not None for word in one.said)
        for one in near
    )


_GOES_ON = 3
_SEVERAL = 3


def _gone_through(claims: list[Claim]) -> frozenset[int]:
    """Give the sentences in which a page about something else goes through the judgements.

    Whoever only recalls an inspection gives its grade; the others are told when they are new.
    """
    given = [c for c in claims if c.outcome in GRADES and not (c.past or c.status)]
    if any(c.dated is not None for c in given):
        return frozenset()
    told = [c for c in given if not c.known]
    areas = {c.area for c in told}
    return frozenset([c.sentence for c in told]) if len(areas) >= _SEVERAL else frozenset()


_ASIDE = (ELSEWHERE, JOBS)


def in_full(claims: list[Claim]) -> bool:
    """Tell whether an overall grade is told with those of judgements: no visit gives these."""
    areas = {c.area for c in claims if c.outcome in GRADES and c.dated is None and not c.known}
    return Area.OVERALL in areas and len(areas & _JUDGED) > 1


_JUDGED = frozenset(
    {Area.HELP_AND_PROTECTION, Area.CHILDREN_IN_CARE, Area.CARE_LEAVERS, Area.LEADERS}
    | {Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS}
)


_ADDED_TO = (PROGRESS, INTERVENTION)
"""Stories whose page may add what was found of another council: `X was also rated inadequate`."""


def _led(page: Page, claims: list[Claim]) -> frozenset[str]:
    """Give the codes of the councils that the first claim of a page is about."""
    names = page.context.automaton.names
    first = min(claims, key=_stands)
    return frozenset([code for form in first.councils for code in names[form].codes])


def _followed(page: Page) -> int:
    """Give the sentence from which a page about something else says what that follows.

    Its headline and lead speak of no inspection, and nothing of it is fresh: `It follows a visit`.
    """
    telling = (s for s in page.sentences if s.classes and s.role is not BlockRole.HEADING)
    opening = list(islice(telling, _OPENING))
    none = len(page.sentences)
    if not opening or any(not s.classes.isdisjoint(_INSPECTED) for s in opening):
        return none
    title = opening[0]
    if not title.classes.isdisjoint(_FAILING) or not PAPERS.isdisjoint(title.said):
        return none
    if complains(page.words, title.hits, title.said, opening[-1]):
        return none
    start = next((s.index for s in telling if _follows(page.words, s)), none)
    return none if start == none or has_fresh(page) else start


def _follows(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence opens with what came before: `It comes after an inspection`."""
    if sentence.classes.isdisjoint(_INSPECTED):
        return False
    low = words.words[sentence.first : sentence.first + _SUBJECT]
    return "follows" in low or (["comes", "after"] in [low[i : i + 2] for i in range(len(low))])


_stands = attrgetter("sentence")

_OPENING = 2
_FAILING = frozenset({"negative", "failnoun", "down"})
_SUBJECT = 5
_INSPECTED = frozenset("inspectorate kind grade rating judge signal send sendweak act".split())


def _loose(page: Page, claims: list[Claim]) -> frozenset[Outcome | None]:
    """Give the grades of a headline that names nobody, and that the text gives nobody either.

    `Life after 'inadequate'` tells of no council, whichever one is named below.
    """
    title = [s for s in page.titles if s.role is BlockRole.TITLE]
    if not title or any(not s.classes.isdisjoint(_NAMING) for s in title):
        return frozenset()
    end = title[-1].index + 1
    told = {c.outcome for c in claims if c.sentence >= end and c.dated is None and not c.past}
    return frozenset(
        [c.outcome for c in claims if c.sentence < end and c.outcome in GRADES and c.anaphora]
    ).difference(told)


_NAMING = frozenset("council service generic area inspectorate kind send signal judge".split())


def _newest(page: Page, occasions: Occasions) -> PartialDate | None:
    dates = [date for sentence in page.sentences for _, date in occasions.dates(sentence)]
    return max(dates, default=None)


def _unvisited(page: Page, claims: list[Claim], occasions: Occasions) -> frozenset[str]:
    """Give the names of councils of which a round-up tells no visit, while it does of others."""
    if not _tells_of_several(page):
        return frozenset()
    names = page.context.automaton.names
    visited: set[str] = set()
    spoken: tuple[str, ...] = ()
    for sentence in page.sentences:
        if "council" in sentence.classes:
            spoken = tuple([h.value for h in sentence.hits if h.cls == "council"])
        if occasions.named.get(sentence.index) in GRADELESS:
            here = _last_before_visit(sentence) or spoken
            visited.update([code for form in here for code in names[form].codes])
    if not visited:
        return frozenset()
    told = {form for claim in claims for form in claim.councils}
    return frozenset([form for form in told if visited.isdisjoint(names[form].codes)])


def _last_before_visit(sentence: Sentence) -> tuple[str, ...]:
    """Give whom a sentence that grades one council tells a visit of: `A is good; B had a visit`."""
    if not sentence.classes >= _GRADED_AND_VISITED:
        return ()
    visit = max(h.first for h in sentence.hits if h.cls == "kind")
    graded = [h.first for h in sentence.hits if h.cls == "grade" and h.first < visit]
    named = [h for h in sentence.hits if h.cls == "council" and h.first < visit]
    if not graded or not named or named[-1].first < graded[-1]:
        return ()
    return (named[-1].value,)


_GRADED_AND_VISITED = frozenset({"council", "grade", "kind"})


def _tells_of_several(page: Page) -> bool:
    """Tell whether a headline is about several councils: `Ofsted round-up`."""
    title = [s for s in page.sentences[:LEAD] if s.role is BlockRole.TITLE]
    low = {word for s in title for word in page.words.words[s.first : s.last]}
    councils = {h.value for s in title for h in s.hits if h.cls == "council"}
    return len(councils) > 1 or not SEVERAL.isdisjoint(low)


def _headline_grade(claim: Claim, page: Page) -> bool:
    """Tell whether the headline gives a grade, so that an earlier visit is not the news.

    So does one that says which way it went: `Leeds downgraded by Ofsted`.
    """
    if page.sentences[claim.sentence].role is not BlockRole.TITLE:
        return False
    return claim.outcome in GRADES or claim.previous is not None or claim.rule in DEFINITE


def _led_by_fall(claim: Claim, page: Page) -> bool:
    """Tell whether headlines or lead tell of a fall to a grade, and of no visit yet."""
    titles = len(page.titles)
    if claim.sentence > titles or claim.direction is not Direction.WORSE or claim.known:
        return False
    if claim.outcome not in GRADES or claim.dated is not None:
        return False
    return not any(
        hit.cls == "kind" and hit.value in _VISITING
        for one in page.sentences[: titles + 1]
        for hit in one.hits
    )


_VISITING = frozenset(map(str, GRADELESS))


def _of_full(claim: Claim, page: Page) -> bool:
    """Tell whether a sentence gives the grade of a full inspection as something new."""
    if claim.outcome not in GRADES or claim.negated is not None:
        return False
    sentence = page.sentences[claim.sentence]
    if "kind" in sentence.classes and any(
        h.value == "full_inspection" for h in sentence.hits if h.cls == "kind"
    ):
        return True
    return "formal" in sentence.said and _is_formal(page.words, claim.word)


def _is_formal(words: Words, grade: int) -> bool:
    """Tell whether a grade is called formal, as none of a visit is: `a formal verdict of good`."""
    front = words.words[max(0, grade - _CALLED) : grade]
    while front and front[-1] in _OF:
        front.pop()
    return front[-2:-1] == ["formal"] and front[-1] in _VERDICTS


_CALLED = 4
_OF = frozenset({"of", "as", "was", "is"})
_VERDICTS = frozenset("verdict judgement judgment grade rating finding conclusion".split())


def _monitored(claim: Claim, occasions: Occasions) -> bool:
    """Tell whether a low grade is the one that monitoring visits follow on."""
    if occasions.kind is not Kind.MONITORING_VISIT or claim.direction is not None:
        return False
    return claim.outcome is Outcome.INADEQUATE

"""News or background: what an article reports, and what it only recalls."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from watcher.extract.choose import INSUFFICIENT, PARTIAL, SUFFICIENT
from watcher.extract.occasion import VISITS
from watcher.extract.offers import SEVERAL
from watcher.extract.recency import PAPERS, has_fresh, is_fresh
from watcher.extract.revisits import only_old
from watcher.extract.stories import INTERVENTION, PROGRESS, REPORT, story_of
from watcher.extract.titles import LEAD, complains
from watcher.model.document import BlockRole
from watcher.model.vocabulary import BACKGROUND, GRADES, NEWS, Area, Kind, Outcome, Role

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.occasion import Occasions
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.stories import Story
    from watcher.extract.tokens import Words
    from watcher.model.dates import PartialDate

FRESH = dt.timedelta(days=275)
"""The longest that a report stayed unpublished was 214 days; minutes and blogs follow later."""

_STALE = dt.timedelta(days=60)
"""A judgement given longer ago than this is no news; a visit longer ago may be."""

_GRADELESS = VISITS - {Kind.UNANNOUNCED_VISIT}


@dataclass(slots=True, eq=False, kw_only=True)
class Setting:
    """What the role of a claim depends on beside itself.

    `newest` is the latest date that a page names, None for one with a date of its own. `has_visit`
    says that it tells of a visit that gives no grade, `unvisited` are the councils (by name) that
    it tells of beside those that were visited. `followed` is the sentence from which a page about
    something else tells what that follows. `led` are the codes of the councils that it speaks of
    first, `dealt` the sentences in which minutes go through the judgements. `revisited` says that
    it measures what was mended since an inspection. Never changed once made; not frozen, which
    takes longer.
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


def setting_of(
    page: Page, claims: list[Claim], occasions: Occasions, published: PartialDate | None
) -> Setting:
    """Gather what roles depend on."""
    standing = [claim for claim in claims if not claim.past and not claim.status]
    has_visit = occasions.kind in _GRADELESS and not any(
        _headline_grade(claim, page) or (_of_full(claim, page) and not _monitored(claim, occasions))
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
        undated_news=any(c.dated is None and c.outcome is not None for c in standing),
        told_now=any(c.now and c.dated is None and c.outcome in GRADES for c in standing),
        loose=_loose(page, claims),
        has_visit=has_visit,
        followed=_followed(page),
        revisited=any(c.rule in _MEASURED and c.negated is None for c in standing),
        led=_led(page, claims) if story is PROGRESS else frozenset(),
        dealt=_dealt(standing) if story.heard else frozenset(),
        unvisited=_unvisited(page, claims, occasions) if has_visit else frozenset(),
    )


def _dealt(claims: list[Claim]) -> frozenset[int]:
    """Give the sentences that go through the judgements of an inspection, grade by grade."""
    areas: dict[int, set[Area | None]] = {}
    for claim in claims:
        if claim.outcome in GRADES and claim.dated is None:
            areas.setdefault(claim.sentence, set()).add(claim.area)
    return frozenset([sentence for sentence, named in areas.items() if len(named) >= _SEVERAL])


_SEVERAL = 3


def in_full(claims: list[Claim]) -> bool:
    """Tell whether an overall grade is told with those of judgements: no visit gives these."""
    areas = {c.area for c in claims if c.outcome in GRADES and c.dated is None and not c.known}
    return Area.OVERALL in areas and len(areas & _JUDGED) > 1


_JUDGED = frozenset(
    {Area.HELP_AND_PROTECTION, Area.CHILDREN_IN_CARE, Area.CARE_LEAVERS, Area.LEADERS}
    | {Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS}
)


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
        if occasions.named.get(sentence.index) in _GRADELESS:
            visited.update([code for form in spoken for code in names[form].codes])
    if not visited:
        return frozenset()
    told = {form for claim in claims for form in claim.councils}
    return frozenset([form for form in told if visited.isdisjoint(names[form].codes)])


def _tells_of_several(page: Page) -> bool:
    """Tell whether a headline is about several councils: `Ofsted round-up`."""
    title = [s for s in page.sentences[:LEAD] if s.role is BlockRole.TITLE]
    low = {word for s in title for word in page.words.words[s.first : s.last]}
    councils = {h.value for s in title for h in s.hits if h.cls == "council"}
    return len(councils) > 1 or not SEVERAL.isdisjoint(low)


def _headline_grade(claim: Claim, page: Page) -> bool:
    """Tell whether the headline gives a grade, so that an earlier visit is not the news."""
    title = page.sentences[claim.sentence].role is BlockRole.TITLE
    return title and (claim.outcome in GRADES or claim.previous is not None)


def _of_full(claim: Claim, page: Page) -> bool:
    """Tell whether a sentence gives the grade of a full inspection as something new."""
    if claim.outcome not in GRADES or claim.negated is not None:
        return False
    hits = page.sentences[claim.sentence].hits
    return any(h.cls == "kind" and h.value == "full_inspection" for h in hits)


def _monitored(claim: Claim, occasions: Occasions) -> bool:
    """Tell whether a low grade is the one that monitoring visits follow on."""
    if occasions.kind is not Kind.MONITORING_VISIT or claim.direction is not None:
        return False
    return claim.outcome is Outcome.INADEQUATE


def role_of(claim: Claim, setting: Setting) -> Role:
    """Tell whether a claim is news, or history that the page recalls."""
    story = setting.story
    if _told_as_old(claim, setting):
        return BACKGROUND
    if not story.recalls(claim) or claim.sentence in setting.dealt:
        return NEWS
    if story.heard and _lately(claim, setting):
        return NEWS
    if _just_out(claim, setting) or _demanded(claim, setting) or _of_another(claim, setting):
        return NEWS
    return BACKGROUND


def _demanded(claim: Claim, setting: Setting) -> bool:
    """Tell whether a page of progress says that a statement of action must be written now."""
    if claim.outcome is not Outcome.WRITTEN_STATEMENT_OF_ACTION or setting.story is not PROGRESS:
        return False
    return not _DEMANDS.isdisjoint(setting.page.sentences[claim.sentence].said)


_DEMANDS = frozenset("must requires needs need is has told ordered asked".split())


def _of_another(claim: Claim, setting: Setting) -> bool:
    """Tell whether a page of progress says what inspectors found at a council that it adds.

    `The watchdog has also rated Kent inadequate` is no old grade of whoever makes progress.
    """
    if setting.story is not PROGRESS or claim.outcome not in GRADES or claim.anaphora:
        return False
    sentence = setting.page.sentences[claim.sentence]
    if claim.known or _ADDING.isdisjoint(sentence.said) or "inspectorate" not in sentence.classes:
        return False
    names = setting.page.context.automaton.names
    told = {code for form in claim.councils for code in names[form].codes}
    return bool(setting.led) and setting.led.isdisjoint(told)


_ADDING = frozenset("also separate separately meanwhile elsewhere another".split())


def _just_out(claim: Claim, setting: Setting) -> bool:
    """Tell whether a claim's sentence itself speaks of a report that is just out, or leaked."""
    if _of_these_days(claim, setting):
        return True
    if setting.story is not INTERVENTION:
        return False
    if claim.known:
        return claim.sentence < LEAD and claim.dated is None and has_fresh(setting.page)
    return _opens_with(claim, setting) or is_fresh(
        setting.page.words, setting.page.sentences[claim.sentence]
    )


def _opens_with(claim: Claim, setting: Setting) -> bool:
    """Tell whether a text opens with a verdict in the present: `Services have been rated ...`."""
    sentence = setting.page.sentences[claim.sentence]
    if claim.outcome not in GRADES or not claim.sentence:
        return False
    if _PRESENT.isdisjoint(sentence.said) or not sentence.classes.isdisjoint(_ACTING):
        return False
    return setting.page.sentences[claim.sentence - 1].role is _TITLE


_PRESENT = frozenset({"has", "have", "is", "are"})
_ACTING = frozenset({"act", "acting"})


def _of_these_days(claim: Claim, setting: Setting) -> bool:
    """Tell whether a judgement is dated within days of its page, whatever the page is about."""
    if setting.published is None or claim.dated is None or claim.visit_dated:
        return False
    age = setting.published.first - claim.dated.first
    return len(claim.dated.text) == len("2018-01-31") and dt.timedelta(0) <= age <= _DAYS


_DAYS = dt.timedelta(days=14)


def _told_as_old(claim: Claim, setting: Setting) -> bool:
    """Tell whether a claim is history by its own words and date, or by those of the page."""
    if claim.outcome in setting.loose and setting.page.sentences[claim.sentence].role is _TITLE:
        return True
    if claim.past and not (_told_late(claim, setting.page) and _lately(claim, setting)):
        return True
    graded = claim.outcome in GRADES
    if claim.status and graded:
        return True
    if claim.sentence >= setting.followed and not claim.now:
        return True
    if setting.revisited and not claim.now and _was_asked(claim, setting.page):
        return True
    if claim.dated is not None and claim.outcome is not None and _old(claim, setting):
        return True
    return graded and setting.has_visit and not _stated_as_new(claim, setting)


def _told_late(claim: Claim, page: Page) -> bool:
    """Tell whether only its tense makes a claim past, or that its sentence opens with the visit.

    `When inspectors came in March, they found`.
    """
    first = page.sentences[claim.sentence].first
    opens = claim.visit_dated and "when" in page.words.words[first : first + _OPENS]
    return claim.perfect or opens


_OPENS = 3
_TITLE = BlockRole.TITLE
_MEASURED = frozenset({SUFFICIENT, PARTIAL, INSUFFICIENT})


def _was_asked(claim: Claim, page: Page) -> bool:
    """Tell whether a statement of action was asked for before the revisit that a page tells of."""
    if claim.outcome is not Outcome.WRITTEN_STATEMENT_OF_ACTION:
        return False
    said = page.sentences[claim.sentence].said
    return not _THEN.isdisjoint(said) and _ANEW.isdisjoint(said)


_THEN = frozenset("was were had drew wrote submitted prepared produced".split())
_ANEW = frozenset("new second another further must is are now has have again still".split())


def _lately(claim: Claim, setting: Setting) -> bool:
    """Tell whether a claim names a day or month so near that its judgement is new."""
    if setting.published is None or claim.dated is None:
        return False
    return len(claim.dated.text) > len("2018") and not _old(claim, setting)


def _stated_as_new(claim: Claim, setting: Setting) -> bool:
    """Tell whether a grade is new on a page about a visit: today's, the headline's, another's."""
    if claim.now or (claim.sentence == 0 and not claim.status):
        return True
    return bool(claim.councils) and setting.unvisited.issuperset(claim.councils)


def _old(claim: Claim, setting: Setting) -> bool:
    """Tell whether the date that a claim names is too old for news."""
    if claim.dated is None or claim.now:
        return False
    if setting.published is None:
        if claim.outcome is Outcome.PROGRESS and setting.story is PROGRESS:
            return setting.newest is not None and claim.dated.last < setting.newest.first
        return _old_beside(claim, claim.dated, setting)
    if len(claim.dated.text) == len("2018"):
        return claim.dated.first.year < setting.published.first.year
    limit = FRESH if claim.visit_dated or _presented(claim, setting) else _STALE
    return setting.published.first - claim.dated.last > limit


def _presented(claim: Claim, setting: Setting) -> bool:
    """Tell whether a grade is that of the report which a page presents."""
    return setting.story is REPORT and claim.outcome in GRADES


def _old_beside(claim: Claim, dated: PartialDate, setting: Setting) -> bool:
    """Tell whether a date is old on a page without one, by what else is told there."""
    year_only = len(dated.text) == len("2018")
    weak = year_only or claim.sentence >= LEAD or setting.story is PROGRESS
    if _presented(claim, setting) and not year_only:
        return setting.newest is not None and setting.newest.first - dated.last > FRESH
    if (setting.undated_news and weak) or (year_only and claim.known):
        return True
    if claim.outcome in GRADES and (setting.told_now or setting.story.mute):
        return True
    return setting.newest is not None and setting.newest.first - dated.last > FRESH

"""News or background: what an article reports, and what it only recalls."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.anniversary import of_an_anniversary
from watcher.extract.asis import as_it_stands
from watcher.extract.freshness import PAPERS, called_new, has_fresh, is_fresh
from watcher.extract.occasion import FRESH
from watcher.extract.stories import ELSEWHERE, INTERVENTION, LATE, MINUTES, PROGRESS, REPORT
from watcher.extract.titles import LEAD
from watcher.model.document import BlockRole
from watcher.model.vocabulary import BACKGROUND, GRADES, NEWS, SEND_OUTCOMES, Outcome, Role

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.setting import Setting
    from watcher.model.dates import PartialDate

_STALE = dt.timedelta(days=60)
"""A judgement given longer ago than this is no news; a visit longer ago may be."""


def role_of(claim: Claim, setting: Setting) -> Role:
    """Tell whether a claim is news, or history that the page recalls."""
    story = setting.story
    if _told_as_old(claim, setting) or as_it_stands(claim, setting):
        return BACKGROUND
    if of_an_anniversary(setting.page, claim):
        return BACKGROUND
    if not story.recalls(claim) or claim.sentence in setting.dealt:
        return NEWS
    if claim.sentence in setting.outright and not (claim.known or claim.dated):
        return NEWS
    if (story.heard or _over_a_report(claim, setting)) and _lately(claim, setting):
        return NEWS
    if _just_out(claim, setting) or _demanded(claim, setting) or _of_another(claim, setting):
        return NEWS
    if story in _ASIDE and _reads(claim, setting):
        return NEWS
    return BACKGROUND


def _reads(claim: Claim, setting: Setting) -> bool:
    """Tell whether a grade is read from a report that lies open: `It calls services inadequate`.

    A page that dates grades elsewhere tells history, and may tell that in the present.
    """
    if claim.outcome not in _GIVEN or claim.status or claim.known or claim.dated is not None:
        return False
    if not setting.history <= {claim.sentence}:
        return False
    sentence, low = setting.page.sentences[claim.sentence], setting.page.words.words
    if sentence.said.isdisjoint(_READING) or "then" in low[sentence.first : sentence.first + 2]:
        return False
    return any(
        low[word] in _READING
        and not _READ.isdisjoint(low[max(sentence.first, word - _SUBJECT) : word])
        for word in range(sentence.first, sentence.last)
    )


_ASIDE = (INTERVENTION, MINUTES, ELSEWHERE)
_GIVEN = GRADES | SEND_OUTCOMES
_VERDICTS = GRADES | {Outcome.PRIORITY_ACTION, Outcome.SEND_SYSTEMIC_FAILINGS}
_READING = frozenset(
    "says say calls call finds find describes concludes rates brands states takes puts gives"
    " leaves marks drops strips replaces downgrades lowers".split()
)
_SUBJECT = 7
_READ = frozenset(
    "it they report letter ofsted inspectors watchdog inspectorate inspection verdict".split()
)


def _demanded(claim: Claim, setting: Setting) -> bool:
    """Tell whether a page of progress says that a statement of action must be written now."""
    if claim.outcome is not _STATEMENT or setting.story is not PROGRESS:
        return False
    return not _DEMANDS.isdisjoint(setting.page.sentences[claim.sentence].said)


_DEMANDS = frozenset("must requires needs need is has told ordered asked".split())


def _of_another(claim: Claim, setting: Setting) -> bool:
    """Tell whether a page of progress, or an act, says what was found at a council that it adds.

    `The watchdog has also rated Kent inadequate` is no old grade of whoever makes progress.
    """
    if claim.outcome not in _VERDICTS or claim.anaphora or claim.known or not setting.led:
        return False
    names = setting.page.context.automaton.names
    told = {code for form in claim.councils for code in names[form].codes}
    if not setting.led.isdisjoint(told):
        return False
    sentence = setting.page.sentences[claim.sentence]
    added = not _ADDING.isdisjoint(sentence.said) or _says(setting, claim, ("as", "well"))
    if added and ("inspectorate" in sentence.classes or not PAPERS.isdisjoint(sentence.said)):
        return True
    if is_fresh(setting.page.words, sentence):
        return True
    return any(told.issuperset(names[form].codes) for form in _headlined(setting.page))


def _headlined(page: Page) -> list[str]:
    """Give the councils that a headline names: `Ofsted praises Leeds but not York`."""
    return [h.value for one in page.titles for h in one.hits if h.cls == "council"]


_ADDING = frozenset("also separate separately meanwhile elsewhere another".split())


def _just_out(claim: Claim, setting: Setting) -> bool:
    """Tell whether a claim's sentence itself speaks of a report that is just out, or leaked."""
    if _of_these_days(claim, setting):
        return True
    if setting.story is not INTERVENTION:
        return False
    if _weeks_before(claim, setting):
        return True
    leads = claim.sentence < LEAD and claim.dated is None
    if leads and claim.now and _says(setting, claim, ("now", "that")):
        return True
    if leads and called_new(setting.page.words, claim.word):
        return True
    if claim.known:
        return leads and has_fresh(setting.page)
    return _opens_with(claim, setting) or is_fresh(
        setting.page.words, setting.page.sentences[claim.sentence]
    )


def _says(setting: Setting, claim: Claim, pair: tuple[str, str]) -> bool:
    """Tell whether the sentence of a claim says two words, one behind the other."""
    sentence = setting.page.sentences[claim.sentence]
    return sentence.said.issuperset(pair) and pair in pairwise(
        setting.page.words.words[sentence.first : sentence.last]
    )


def _weeks_before(claim: Claim, setting: Setting) -> bool:
    """Tell whether a government acts within weeks of a grade: `five weeks after it was rated`."""
    if setting.story is not INTERVENTION or claim.outcome not in GRADES or claim.sentence >= LEAD:
        return False
    sentence = setting.page.sentences[claim.sentence]
    if "after" not in sentence.said or _WEEKS_LATER.isdisjoint(sentence.said):
        return False
    said = setting.page.words.words[sentence.first : claim.word]
    return any(
        behind == "after" and span in _WEEKS_LATER and number not in _MANY
        for number, span, behind in zip(said, said[1:], said[2:], strict=False)
    )


_WEEKS_LATER = frozenset({"days", "week", "weeks", "fortnight"})
_MANY = frozenset(
    "nine ten eleven twelve fifteen eighteen twenty 9 10 11 12 13 14 15 16 17 18 19 20".split()
)
"""Nobody acts at once so many weeks later."""


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
    if setting.published is None or claim.dated is None:
        return False
    if claim.visit_dated and setting.story is not LATE:
        return False
    after_it = claim.visit_dated or setting.story is INTERVENTION
    if after_it and len(claim.dated.text) == len("2018-01"):
        return dt.timedelta(0) <= setting.published.first - claim.dated.last <= _WEEKS
    age = setting.published.first - claim.dated.first
    return len(claim.dated.text) == len("2018-01-31") and dt.timedelta(0) <= age <= _DAYS


_DAYS, _WEEKS = dt.timedelta(days=14), dt.timedelta(days=31)


def _told_as_old(claim: Claim, setting: Setting) -> bool:
    """Tell whether a claim is history by its own words and date, or by those of the page."""
    if claim.past and not (
        (_told_late(claim, setting.page) and _lately(claim, setting))
        or _weeks_before(claim, setting)
    ):
        return True
    if claim.outcome in setting.loose and setting.page.sentences[claim.sentence].role is _TITLE:
        return True
    graded = claim.outcome in GRADES
    if graded and (claim.status or claim.sentence in setting.imposed):
        return True
    if claim.sentence >= setting.followed and not claim.now:
        return True
    asked = setting.revisited and claim.outcome is _STATEMENT and not claim.now
    if asked and _was_asked(claim, setting.page):
        return True
    if claim.dated is not None and claim.outcome is not None and _old(claim, setting):
        return True
    return graded and setting.has_visit and not _stated_as_new(claim, setting)


def _latest(claim: Claim, dated: PartialDate, setting: Setting) -> bool:
    """Tell whether an outcome of SEND is that of the last visit that a page dates."""
    if claim.outcome not in SEND_OUTCOMES or not claim.visit_dated or setting.newest is None:
        return False
    return dated.last >= setting.newest.last


def _told_late(claim: Claim, page: Page) -> bool:
    """Tell whether only its tense makes a claim past, or that its sentence opens with the visit.

    `When inspectors came in March, they found`.
    """
    first = page.sentences[claim.sentence].first
    opens = claim.visit_dated and "when" in page.words.words[first : first + _OPENS]
    return claim.perfect or opens


_OPENS = 3
_TITLE = BlockRole.TITLE
_STATEMENT = Outcome.WRITTEN_STATEMENT_OF_ACTION


def _was_asked(claim: Claim, page: Page) -> bool:
    """Tell whether a statement of action was asked for before the revisit that a page tells of."""
    said = page.sentences[claim.sentence].said
    return not _THEN.isdisjoint(said) and _ANEW.isdisjoint(said)


_THEN = frozenset("was were had drew wrote submitted prepared produced".split())
_ANEW = frozenset("new second another further must is are now has have again still".split())


def _over_a_report(claim: Claim, setting: Setting) -> bool:
    """Tell whether a headline gives a report as the reason for something: `boss goes over report`.

    What it is about is the low grade of these days.
    """
    if setting.story is not LATE or claim.outcome is not Outcome.INADEQUATE:
        return False
    return any(
        not (one.said.isdisjoint(_OVER) or one.said.isdisjoint(PAPERS))
        for one in setting.page.titles
    )


_OVER = frozenset({"over", "after", "following", "amid"})


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
    late = claim.sentence >= LEAD and not _latest(claim, dated, setting)
    weak = year_only or late or setting.story is PROGRESS
    if _presented(claim, setting) and not year_only:
        return setting.newest is not None and setting.newest.first - dated.last > FRESH
    if (setting.undated_news and weak) or (year_only and claim.known):
        return True
    told = _GIVEN if year_only else GRADES
    if claim.outcome in told and (setting.told_now or setting.story.mute):
        return True
    return setting.newest is not None and setting.newest.first - dated.last > FRESH

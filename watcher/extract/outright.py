"""Verdicts that a page about something else tells outright: nothing says that they are old.

A page that only recalls a verdict says so: `after Ofsted rated it inadequate`, `two years ago`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.choose import NEGATIVE
from watcher.extract.dates import has_day
from watcher.extract.freshness import PAPERS
from watcher.extract.occasion import FRESH
from watcher.model.dates import MONTHS
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Direction, Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.occasion import Occasions
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.model.dates import PartialDate


def told_outright(
    page: Page, claims: list[Claim], occasions: Occasions, published: PartialDate | None
) -> frozenset[int]:
    """Give the sentences that tell of a bad verdict in a main clause, in a tale of these days."""
    title = [s for s in page.titles if s.role is BlockRole.TITLE]
    if any(not (_OF_IT.isdisjoint(s.classes) and _ON_IT.isdisjoint(s.said)) for s in title):
        return frozenset()
    told = [
        c
        for c in claims
        if (c.outcome in _LOW or (c.outcome in GRADES and c.direction is Direction.WORSE))
        and not (c.past or c.status or c.known or c.dated or c.negated)
        and _in_main(page, c)
        and not _names_bearer(page, c)
    ]
    if not told:
        return frozenset()
    old = _first_old(page, occasions, published)
    topical = (s for s in page.sentences if not s.said.isdisjoint(_TOPICAL))
    dwelt = [s.index for s in topical if s.said.isdisjoint(_COMING)]
    dwelt += {c.sentence: c for c in claims}
    said = {(c.sentence, c.outcome) for c in told}
    known = _known_from(claims)
    return frozenset(
        [
            c.sentence
            for c in told
            if (c.sentence < old or (c.sentence == old and c.previous))
            and known.get(c.outcome, c.sentence) >= c.sentence
            and (
                c.direction is Direction.WORSE
                or _dwelt_on(c.sentence, dwelt)
                or _brought_up(_words_of(page, page.sentences[c.sentence]))
                or sum(at == c.sentence for at, _ in said) > 1
            )
            and _named_by_then(page, c)
        ]
    )


def _words_of(page: Page, sentence: Sentence) -> list[str]:
    return page.words.words[sentence.first : sentence.last]


def _dwelt_on(sentence: int, dwelt: list[int]) -> bool:
    """Tell whether more than one sentence tells of what inspectors found."""
    return len({one for one in dwelt if abs(one - sentence) <= _BESIDE}) > 1


_BESIDE = 2


def _known_from(claims: list[Claim]) -> dict[Outcome | None, int]:
    """Give the first sentence that speaks of an outcome as known: `to mend its "poor" rating`."""
    known: dict[Outcome | None, int] = {}
    for c in claims:
        if c.known or c.status:
            known[c.outcome] = min(c.sentence, known.get(c.outcome, c.sentence))
    return known


def _named_by_then(page: Page, claim: Claim) -> bool:
    """Tell whether the council is named before what is said of it."""
    return any("council" in s.classes for s in page.sentences[: claim.sentence + 1])


_COMING = frozenset({"due", "next", "expected", "expects"})
"""Who only says when inspectors come back does not dwell on what they found."""

_OF_IT = frozenset("adopting inspectorate kind grade rating".split())
_ON_IT = frozenset("address tackle fix scrutinise scrutinised scrutinises".split())
"""Headlines over what comes of a verdict: it is known where they are written."""

_LOW = frozenset({*NEGATIVE, *GRADES, *SEND_OUTCOMES}).difference(
    (Outcome.GOOD, Outcome.OUTSTANDING, Outcome.SEND_POSITIVE)
)


def _in_main(page: Page, claim: Claim) -> bool:
    """Tell whether nothing in front of a claim makes it a mere circumstance of something else."""
    sentence = page.sentences[claim.sentence]
    front = page.words.words[sentence.first : claim.word]
    front = front[_brought_up(front) :]
    if not _CIRCUMSTANCE.isdisjoint(front):
        return False
    said = next((at for at, pair in enumerate(pairwise(front)) if _tells(pair)), 0)
    if not said and any(one == "had" and two not in _HOLDING for one, two in pairwise(front)):
        return False
    behind = front[said:]
    if _RELATIVE.isdisjoint(behind) or "recent" in front:
        return True
    return any(pair in _HAVING for pair in pairwise(behind))


def _brought_up(front: list[str]) -> int:
    """Give where it is said what somebody is brought up for, 0 where nobody is.

    `Then came Ofsted, which rated it inadequate`, `and there was the report, which calls`.
    """
    for at, pair in enumerate(pairwise(front[:_OPENS])):
        if pair in _BRINGING:
            said = next((w for w in range(at + 2, len(front)) if front[w] in _OF_WHOM), 0)
            return said + 1 if said and not _TOPICAL.isdisjoint(front[at + 2 : said]) else 0
    return 0


_BRINGING = frozenset((one, two) for one in ("then", "now", "next") for two in ("came", "comes"))
_BRINGING |= frozenset(("there", be) for be in ("is", "was", "s"))
_OF_WHOM = frozenset({"which", "who", "whose", "that"})
_OPENS = 9
_HOLDING = frozenset({"in", "to", "a", "an", "the", "no", "before"})
_HAVING = frozenset({("which", "has"), ("which", "have"), ("who", "have")})


def _tells(pair: tuple[str, str]) -> bool:
    return pair[0] in _SAYS or pair in _FINDS


_CIRCUMSTANCE = frozenset(
    "after since when while whose following until before once during despite predecessor"
    " predecessors".split()
)
_RELATIVE = frozenset({"which", "who"})
_SAYS = frozenset({"says", "say", "said"})
_FINDS = frozenset({("found", "that"), ("finds", "that")})


def _names_bearer(page: Page, claim: Claim) -> bool:
    """Tell whether a grade only says what is meant: `the inadequate Ofsted report`."""
    low = page.words.words
    if low[claim.word - 1] not in _ARTICLES:
        return False
    return not _BEARING.isdisjoint(low[claim.word + 1 : claim.word + _NEAR])


_ARTICLES = frozenset({"the", "an", "its", "their", "this", "that", "these", "s"})
_BEARING = PAPERS | {"service", "services", "department", "provision"}
_NEAR = 4


def _first_old(page: Page, occasions: Occasions, published: PartialDate | None) -> int:
    """Give the sentence that first sets what is told of inspectors in an older time."""
    for sentence in page.sentences:
        if published is None and _is_dated(page, sentence, occasions):
            return sentence.index
        if sentence.classes.isdisjoint(_INSPECTED) and sentence.said.isdisjoint(_TOPICAL):
            continue
        told_then = not sentence.said.isdisjoint(_THEN) and _then(_words_of(page, sentence))
        if "past" in sentence.classes or (told_then and not _brought_up(_words_of(page, sentence))):
            return sentence.index
        if "that" in sentence.said and _at_that_time(page, sentence):
            return sentence.index
        if _of_old(page, sentence, occasions, published):
            return sentence.index
    return len(page.sentences)


_INSPECTED = frozenset("inspectorate kind grade rating signal send sendweak".split())


def _is_dated(page: Page, sentence: Sentence, occasions: Occasions) -> bool:
    """Tell whether a sentence names a time, and not one up to now: `since 1998`."""
    low = page.words.words
    return any(low[word - 1] != "since" for word, _ in occasions.dates(sentence))


def _at_that_time(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence points back: `Inspectors were damning that year`."""
    low = page.words.words[sentence.first : sentence.last]
    return any(that == "that" and time in _TIMES for that, time in pairwise(low))


def _then(said: list[str]) -> bool:
    """Tell whether words speak of a time that is gone, and not `a fortnight ago`."""
    return any(
        word in _THEN and before not in _LATELY and not (word == "since" and behind in _BECAUSE)
        for before, word, behind in zip(["", *said], said, [*said[1:], ""], strict=False)
    )


_BECAUSE = frozenset("nobody no none nothing there few many so staff managers social".split())
"""Behind `since` these open a reason."""

_LATELY = frozenset({"days", "fortnight", "week", "weeks", "hours"})
_TIMES = frozenset({"year", "time", "month", "summer", "autumn", "winter", "spring"})
_TOPICAL = PAPERS | {
    "ofsted",
    "inspectors",
    "watchdog",
    "inspectorate",
    "inspectorates",
    "watchdogs",
}
_THEN = frozenset({"then", "ago", "since"})


def _of_old(
    page: Page, sentence: Sentence, occasions: Occasions, published: PartialDate | None
) -> bool:
    """Tell whether a sentence names a time that is not of these days.

    On a page without a date, who names a day without its year speaks of one that is near.
    """
    if published is None:
        return not sentence.said.isdisjoint(_MONTHLY) and any(
            page.words.words[word] in _MONTHLY
            and _VISITED.isdisjoint(page.words.words[word - _TO_MONTH : word])
            and not has_day(page.words, sentence, word)
            for word in range(sentence.first, sentence.last)
        )
    return any(published.first - date.last > FRESH for _, date in occasions.dates(sentence))


_MONTHLY = MONTHS.keys() - {"may", "march"}
_VISITED = frozenset("came come visited inspected arrived visit inspection called".split())
_TO_MONTH = 3
"""Whoever came in a month reported later: `Ofsted came in February`."""

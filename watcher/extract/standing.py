"""How a grade is spoken of: as news, as history, as how things stand, or as known already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.extract.freshness import PAPERS
from watcher.extract.fronts import over_several, over_the_year
from watcher.extract.imposed import TRUSTS, handed_over
from watcher.extract.lasting import (
    AS_EXAMPLE,
    HAPPENING,
    LASTING,
    OVER_AND_OVER,
    PROSPECTS,
    as_example,
    counted_by,
    ever_since,
    in_prospect,
    so_rated,
    still,
)
from watcher.extract.longstanding import LONGSTANDING
from watcher.extract.nowadays import (
    BESIDE,
    EXAMPLES,
    NOWADAYS,
    PEOPLE,
    called_people,
    some_of_those,
    stands_beside,
    stands_nowadays,
)
from watcher.extract.predicates import stated_of
from watcher.extract.rules import Cued, Rule, any_of
from watcher.extract.since import of_a_time
from watcher.extract.tasks import FOUGHT, in_adjective, tackled, to_stay, worked_on
from watcher.model.dates import WEEKDAYS
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def is_status(page: Page, sentence: Sentence, one: Graded, councils: tuple[str, ...]) -> bool:
    """Tell whether the grade is a mere adjective, or how things have stood.

    `At 'inadequate' Surrey`, `inadequate-rated`, `inadequate since 2020`.
    """
    words, clause, hit = page.words, one.clause, one.hit
    wordless, by_word, cues = _STATUS[clause.classes]
    for holds in wordless:
        if holds(words, clause, hit):
            return True
    for word in sentence.said & cues:
        for holds in by_word[word]:
            if holds(words, clause, hit):
                return True
    return _standing(page, clause, hit, councils)


def _already(words: Words, _: Clause, hit: Hit) -> bool:
    """Tell whether it was so before: `already inadequate`."""
    return "already" in words.words[hit.first - _ALREADY : hit.first]


def _relative(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a relative clause says how things are: `Leeds, whose own rating is good`."""
    low = words.words
    front = low[max(clause.first, hit.first - _COPULA) : hit.first]
    if _COPULAS.isdisjoint(front):
        return False
    if low[clause.first] in {"whose", "which"}:
        if low[clause.first - 1] in _JUDGEMENTS:
            return False
        if _resumed(words, clause, hit) or _told_of(words, clause.first):
            return False
        if _goes_on_to_say(words, clause, hit):
            return False
        return low[clause.first + 1] not in _MEANING
    copula = hit.first - len(front) + max(at for at, word in enumerate(front) if word in _COPULAS)
    if words.between(copula - 1, copula).startswith(","):
        return False
    near = range(max(clause.first, hit.first - _WHOSE), hit.first)
    return any(low[word - 1 : word + 1] in _WHERE for word in near) or any(
        low[word] == "whose" and not _told_of(words, word) for word in near
    )


_JUDGEMENTS = frozenset("leadership leaders leavers governance protection adoption".split())
"""What a grade is given for: `good in every area bar leadership, which is inadequate`."""


def _told_of(words: Words, opens: int) -> bool:
    """Tell whether such a clause is the news: `the report, in which it is`, `joins those who`."""
    front = words.words[max(0, opens - _ITS_PAPER) : opens]
    if front[-1:] in _PLURALS:
        return not _JOINING.isdisjoint(front)
    if front[-2:] == ["according", "to"] or (_DAMNING & {*front} and PAPERS & {*front}):
        return True
    return front[-1:] in _IN_WHICH and not PAPERS.isdisjoint(front)


_DAMNING = frozenset({"damning", "critical", "scathing", "blistering"})
_ITS_PAPER, _IN_WHICH = 8, (["in"], ["under"])
_WHERE = (["council", "where"], ["authority", "where"])
_PLURALS = (["councils"], ["authorities"])
_JOINING = frozenset({"join", "joins", "joined", "joining"})


def _resumed(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a comma ends a clause about a service: `leadership, which is new, is good`."""
    if not words.original(clause.first - 1)[0].islower():
        return False
    return any(
        "," in words.between(word - 1, word)
        and (word == hit.first or words.words[word] in _PREDICATING)
        for word in range(max(clause.first + 2, hit.first - _COPULA), hit.first + 1)
    )


def _goes_on_to_say(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether what a comma closes is followed by what is said: `the letter, which X, says`."""
    return any(
        words.words[word] in _SAYING
        and words.words[word + 1] not in _PREDICATING
        and ("," in words.between(word - 1, word) or words.words[word - 1] in _DAYS)
        for word in range(clause.first + 2, hit.first - 1)
    )


_SAYING = frozenset({"says", "say", "said", "finds", "calls", "concludes"})
_DAYS = WEEKDAYS | {"today", "yesterday", "morning", "afternoon", "evening", "night", "week"}
_PREDICATING = frozenset({"is", "are", "was", "were", "has", "have", "remain", "remains"})
_MEANING = frozenset({"means", "meant", "meaning"})
_COPULAS = frozenset({"is", "are"})
_WHOSE, _COPULA, _ALREADY = 6, 4, 4


def _adjective(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade right in front of a council or a service describes it."""
    if words.words[hit.last] in _LISTING:
        return False
    for other in reversed(clause.hits):
        if other.first <= hit.last:
            break
        if other.first > hit.last + 1 or other.cls not in _RATED:
            continue
        between = words.between(hit.last, other.first).strip(" '\"”’‘“")
        if other.cls == "service":
            return not between and (
                words.words[hit.first - 1] in _ATTRIBUTIVE
                or worked_on(words, clause, hit)
                or in_adjective(words, hit)
                or _getting_better(clause, hit)
                or to_stay(words, other)
            )
        return not between
    return False


_LISTING = frozenset({"are", "were", "include", "to"})
"""Last words of phrases behind which those follow whose grade it is: `the poor ones are`."""


def _called_so(words: Words, _: Clause, hit: Hit) -> bool:
    """Tell whether councils that are counted are called by it: `two 'inadequate' boroughs`."""
    low, noun = words.words, hit.last + 1
    if low[hit.first - 1] not in _COUNTED:
        return False
    noun += low[noun : noun + 1] in _SOMEWHERE
    named = noun < len(low) and low[noun] in _BODIES
    return named and "," not in words.text[words.end(hit.last) : words.starts[noun]]


_COUNTED = frozenset("two three four five six seven eight several".split())
_SOMEWHERE = (["london"], ["english"], ["northern"], ["southern"], ["county"], ["local"], ["rated"])
_BODIES = frozenset("boroughs councils authorities counties cities departments services".split())


def _getting_better(clause: Clause, hit: Hit) -> bool:
    """Tell whether what is called by a low grade gets better: `Inadequate services improving`."""
    low = hit.first == clause.first and hit.value == "inadequate"
    if not low or not clause.classes.isdisjoint(_JUDGED):
        return False
    return not clause.classes.isdisjoint(_BETTER) or _might_improve(clause)


def _might_improve(clause: Clause) -> bool:
    """Tell whether something is said to be able to improve: `could improve`, not `must`."""
    cues = {h.last for h in clause.hits if h.cls == "hyp"}
    return any(h.cls == "toimprove" and h.first - 1 in cues for h in clause.hits)


_BETTER = frozenset({"up", "positive"})
_JUDGED = frozenset({"judge", "now", "down", "negative", "signal"})


def is_known(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade is spoken of as known: `after being rated good`, `the good rating`.

    So it is where it is only what an act is about: `intervention over inadequate services`. Asked
    of clauses that name a rating, and of sentences with one of the words `KNOWING`.
    """
    front = words.words[max(clause.first, hit.first - _FRONT) : hit.first]
    if not front:
        return False
    if front[-1] in _ABOUT or (not _AFTER.isdisjoint(front) and not _since(clause, front, hit)):
        return True
    if "rating" not in clause.classes or front[-1] not in _OWNING:
        return False
    if front[-1] == "that" and not _REPORTED.isdisjoint(front[-2:-1]):
        return False
    rated = any(h.cls == "rating" and 0 <= h.first - hit.last <= 2 for h in clause.hits)
    moving = _MOVING if front[-2:-1] in _MOVED_TO else _GIVING
    return rated and not any(
        h.cls in moving and 0 < hit.first - h.last <= _FRONT for h in clause.hits
    )


def _since(clause: Clause, front: list[str], hit: Hit) -> bool:
    """Tell whether all that makes a grade known is a time: `the first since the merger found`."""
    if front.count("since") != 1 or not _AFTER.isdisjoint({*front} - {"since"}):
        return False
    if front[front.index("since") + 2 :][:1] == ["and"]:
        return year_of(front[front.index("since") + 1]) is not None
    return of_a_time(clause, hit.first - len(front) + front.index("since"), hit.first)


_GIVING = frozenset({"judge"})
_MOVING = _GIVING | {"down", "up", "move", "leaving"}
_MOVED_TO = (["to"], ["into"], ["in"])
_AFTER = frozenset({"after", "following", "since"})
_REPORTED = frozenset(
    "reported said noted heard told informed advised confirmed announced explained stated".split()
)
_ABOUT = frozenset({"over", "amid"})
KNOWING = _ABOUT | _AFTER
_OWNING = frozenset({"the", "its", "s", "their", "that", "this"})
_FRONT = 6


def _standing(page: Page, clause: Clause, hit: Hit, councils: tuple[str, ...]) -> bool:
    """Tell whether a council that the page is not about just `is good`, as it has been.

    What the page is about, its headline names, or where that names nobody, its lead.
    """
    if not councils or len(councils) >= _LISTED or page.words.words[hit.last] in _OF_A_TABLE:
        return False
    if clause.classes.isdisjoint(_TOLD):
        if "council" not in clause.classes or not _plainly(page.words, clause, hit):
            return False
    elif not _apposed(page.words, clause, hit):
        return False
    if over_several(page, page.sentences[: _TITLES + 1]) or over_the_year(page):
        return False
    titles = [
        s for s in page.sentences[:_TITLES] if s.role in _HEADLINES and s.last <= clause.first
    ]
    named = _codes(page, titles) or _codes(page, _lead(page))
    names = page.context.automaton.names
    return bool(named) and not any(named & set(names[form].codes) for form in councils)


def _plainly(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a council `is good`, or without a verb: `Bury, good`, `Bury requires ...`."""
    owner = hit.first - 1 - (words.words[hit.first - 1] in {"a", "an"})
    named = [h for h in clause.hits if h.cls == "council" and h.last == owner]
    if named and named[0].first == clause.first and ":" in words.between(owner, owner + 1):
        return False
    if named and words.words[named[0].first - 1] not in {"in", "at"}:
        return True
    return stated_of(words, clause, hit) in _STATED


def _apposed(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether the grade stands between commas: `with Leeds, rated outstanding, and ...`.

    Or closes a clause of its own: `Leeds, where services are rated good, has lent two managers`.
    """
    end = words.end(hit.last)
    behind = words.text[end : end + 2]
    if _COMMAS.isdisjoint(behind) or behind.strip(_QUOTES)[:1] not in _COMMAS:
        return False
    first = next((h.first for h in clause.hits if h.cls == "judge" and h.last == hit.first - 1), 0)
    if not first or words.words[first] in _GOT:
        return False
    opening = words.words[max(clause.first, first - _OWN_CLAUSE) : first]
    own = next((at for at, word in enumerate(opening) if word in _WHICH), None)
    if own is not None:
        first -= len(opening) - own
        if not any(h.cls == "council" and h.last == first - 1 for h in clause.hits):
            return False
    return words.between(first - 1, first).strip(_QUOTES)[:1] in _COMMAS


_GOT = frozenset("earned earns got gets received receives gained gains won wins".split())
"""Verbs of a sentence of its own: `Swindon, meanwhile, earned a good rating, with praise`."""

_QUOTES = " '\"”’‘“"
_COMMAS = frozenset({",", "–", "—"})
_WHICH = frozenset({"which", "whose", "where"})
_OWN_CLAUSE = 5
_OF_A_TABLE = frozenset({"poorly", "adequately", "well", "excellently", "group", "band", "tier"})
"""The last words of the grades that were given to all councils at once, each year."""


_STATED = frozenset({"council", "service", "generic"})
_TOLD = frozenset({"now", "judge", "inspectorate", "ordered"})


def _lead(page: Page) -> list[Sentence]:
    """Give the first sentence that names a council, when it is near the top and names one."""
    found = next((s for s in page.sentences[:_LEAD] if "council" in s.classes), None)
    if found is None or sum(h.cls == "council" for h in found.hits) > 1:
        return []
    return [found]


def _codes(page: Page, sentences: list[Sentence]) -> set[str]:
    """Give the codes of the councils that sentences name."""
    names = page.context.automaton.names
    return {
        code
        for sentence in sentences
        if "council" in sentence.classes
        for h in sentence.hits
        if h.cls == "council"
        for code in names[h.value].codes
    }


def _reduced(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether the grade only says which service is meant: `a department rated inadequate`."""
    if _ANY.isdisjoint(words.words[clause.first : hit.first]):
        return False
    judge = next((h for h in clause.hits if h.cls == "judge" and h.last == hit.first - 1), None)
    if judge is None:
        return False
    spans = [h for h in clause.hits if h.cls in _HEADS and h.last < judge.first]
    if not spans or spans[-1].last != judge.first - 1:
        return False
    first = spans.pop().first
    while spans and first - spans[-1].last <= _OWNING_IT:
        first = spans.pop().first
    front = words.words[max(clause.first, first - _ARTICLE) : first + 1]
    return not _ANY.isdisjoint(front) and clause.first != judge.first - 1


_OWNING_IT = 2
"""Words from the end of an owner to what it owns, one of them the `s` of the genitive."""

_HEADS = frozenset({"service", "generic"})
_ANY = frozenset({"a", "an"})
_ARTICLE = 2

_HEADLINES = frozenset({BlockRole.TITLE, BlockRole.STANDFIRST})
_LEAD = 5
_LISTED = 3
"""So many councils at once are a list of results, not a comparison."""

_TITLES = 3
"""Headline and standfirst are among the first sentences."""

_RATED = frozenset({"council", "generic", "service"})
_ATTRIBUTIVE = frozenset(
    "s an the in at its their of to for this oversee oversees run runs lead leads manage"
    " discuss discusses discussed debate debates debated scrutinise scrutinises defend".split()
)
"""What stands before a grade that only describes: whose services, or who deals with them."""

_JUDGE, _JUDGING = any_of("judge"), any_of("judge", "inspectorate")

_STATUS: Cued[Callable[[Words, Clause, Hit], bool]] = Cued(
    Rule("before", _already, without=any_of("area"), words=any_of("already")),
    Rule("as it is called", so_rated, words=any_of("rated", "since", "for")),
    Rule("which is meant", _reduced, (_JUDGE, _HEADS), words=_ANY),
    Rule("which is meant", in_prospect, (_JUDGE,), words=PROSPECTS),
    Rule("ever since", ever_since, (any_of("kind", "inspectorate"),), words=OVER_AND_OVER),
    Rule("counted", counted_by, (any_of("generic", "statistics"),), words=HAPPENING),
    Rule("for others", as_example, (_JUDGE, any_of("council")), words=AS_EXAMPLE),
    Rule("unchanged", still, (_JUDGE,), words=LASTING),
    Rule("nowadays", stands_nowadays, (_JUDGE,), words=NOWADAYS),
    Rule("beside others", stands_beside, words=BESIDE),
    Rule("some of those", some_of_those, (_JUDGE, any_of("generic")), words=EXAMPLES),
    Rule("in passing", _relative, without=any_of("now"), words=any_of("whose", "which", "where")),
    Rule("as it is called", _adjective, (_RATED,)),
    Rule("as they are called", _called_so, words=_BODIES),
    Rule("before", handed_over, words=TRUSTS),
    Rule("as they are called", called_people, without=_JUDGING, words=PEOPLE),
    Rule("worked on", tackled, words=FOUGHT),
    *LONGSTANDING,
)
"""How a grade is told that is a mere adjective, or how things have stood."""

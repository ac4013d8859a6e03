"""How a grade is spoken of: as news, as history, as how things stand, or as known already."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    left_at_the_last,
    long_after,
    so_rated,
    still,
    worked_on,
)
from watcher.extract.modifiers import historical, opening_past
from watcher.extract.predicates import stated_of
from watcher.extract.recency import PAPERS, given_in_month
from watcher.extract.rules import Rule, Table, any_of
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def is_past(page: Page, sentence: Sentence, one: Graded) -> bool:
    """Tell whether a grade is an old one, not the one that an article reports."""
    words, hit, clause = page.words, one.hit, one.clause
    told_by_month = page.document.published is None and given_in_month(words, clause, hit)
    if told_by_month or one.part == "old":
        return True
    if "past" not in sentence.classes and _RECALLING.isdisjoint(sentence.said):
        return left_at_the_last(words, sentence, hit)
    if _by_the_last(words, sentence, one):
        return True
    if one.part in {"from", "lose"} and not any(
        h.cls == "past" and h.first < hit.first for h in clause.hits
    ):
        return False
    moved = _moved_then(words, clause, hit) or long_after(words, clause, hit)
    if moved or _when_last(words, sentence, hit):
        return True
    if _founded_then(words, sentence, hit) or _of_an_older_report(words, sentence, clause):
        return True
    old = historical(clause, hit.first, hit.last, words)
    return old or opening_past(sentence, clause, hit.first, words)


def _of_an_older_report(words: Words, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause says what a report found that is counted from.

    `They came 20 months after a report which called Leeds inadequate`, `since the report in which`.
    """
    low, opens = words.words, clause.first
    paper = opens - 1 - (low[opens - 1] == "in")
    if low[opens] not in _RELATIVE or low[paper] not in PAPERS:
        return False
    for cue in sentence.hits:
        if cue.cls == "past" and 0 < paper - cue.last <= _ITS_REPORT:
            if low[cue.first] == "since":
                return True
            if low[cue.last] in _COUNTED_FROM and not _LONG.isdisjoint(low[cue.first : cue.last]):
                return True
    return False


_RELATIVE = frozenset({"which", "that"})
_LONG = frozenset({"year", "years", "month", "months", "decade"})
_COUNTED_FROM = frozenset({"after", "since", "from", "following"})
_ITS_REPORT = 6


def _by_the_last(words: Words, sentence: Sentence, one: Graded) -> bool:
    """Tell whether it is said to be that of an inspection before, which things moved from."""
    if _of_the_last(words, sentence, one.hit) or _last_rated(words, one.clause, one.hit):
        return True
    return left_at_the_last(words, sentence, one.hit)


def _when_last(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is that of the time before: `good in Leeds when Ofsted last came`."""
    behind = words.words[hit.last + 1 : min(sentence.last, hit.last + _WHEN)]
    if "when" not in behind:
        return False
    when = hit.last + 1 + behind.index("when")
    last = "last" in words.words[when : when + _WHEN]
    return last and "," not in words.text[words.end(hit.last) : words.starts[when]]


_WHEN = 5


def _moved_then(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether the whole move is past: `had previously gone from inadequate to good`."""
    if "past" not in clause.classes or words.words[hit.first - 1] != "to":
        return False
    front = words.words[max(clause.first, hit.first - _MOVE) : hit.first]
    if "from" not in front:
        return False
    start = hit.first - len(front) + front.index("from")
    return any(h.cls == "past" and 0 < start - h.last <= _VERB for h in clause.hits)


_MOVE, _VERB = 6, 2


def _founded_then(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether something exists since a grade: `the board was set up after it was judged`."""
    front = words.words[sentence.first : hit.first]
    joint = "after" if "after" in front else "because"
    if joint not in front:
        return False
    made = front[: front.index(joint)]
    founded = _FOUNDED | _PLACED if "which" in made else _FOUNDED
    made = made[-_FOUNDING:]
    return not founded.isdisjoint(made) and not _WAS.isdisjoint(made)


_FOUNDED = frozenset({"set", "formed", "established", "created", "founded"})
_PLACED = frozenset({"placed", "put", "handed", "taken", "transferred", "stripped"})
_WAS = frozenset({"was", "were"})
_FOUNDING = 5


def _of_the_last(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether an adjective says of when a grade is: `since the last, "inadequate" visit`."""
    word = hit.first - 1
    if words.words[word] == "having":
        return True
    while word > sentence.first and words.words[word] in _BETWEEN_LAST:
        word -= 1
    return word >= sentence.first and words.words[word] in _LAST


def _last_rated(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a verb says that it was the time before: `was last rated good`."""
    if "last" not in words.words[max(0, clause.first - 1) : hit.first]:
        return False
    return any(
        h.cls == "judge"
        and 0 < hit.first - h.last <= _VERB_TO_GRADE
        and words.words[h.first - 1] == "last"
        for h in clause.hits
    )


_VERB_TO_GRADE = 3
_LAST = frozenset({"last", "previous", "earlier", "old", "former", "past", "prior", "then"})
_RECALLING = _LAST | _FOUNDED | _PLACED | {"being", "having", "since", "when"}
"""Words without one of which, or a cue of the past, a sentence recalls nothing."""

_BETWEEN_LAST = frozenset({"ofsted", "overall", "rating", "of"})


def is_status(page: Page, sentence: Sentence, one: Graded, councils: tuple[str, ...]) -> bool:
    """Tell whether the grade is a mere adjective, or how things have stood.

    `At 'inadequate' Surrey`, `inadequate-rated`, `inadequate since 2020`.
    """
    clause, hit, said = one.clause, one.hit, sentence.said
    for _, words, holds in _STATUS[clause.classes]:
        if (words is None or not words.isdisjoint(said)) and holds(page.words, clause, hit):
            return True
    return _standing(page, clause, hit, councils)


def _already(words: Words, _: Clause, hit: Hit) -> bool:
    """Tell whether it was so before: `already inadequate`."""
    return "already" in words.words[hit.first - _ALREADY : hit.first]


def _relative(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a relative clause says how things are: `Leeds, whose own rating is good`."""
    low = words.words
    front = low[max(clause.first, hit.first - _COPULA) : hit.first]
    if "is" not in front and "are" not in front:
        return False
    if low[clause.first] in {"whose", "which"}:
        if _resumed(words, clause, hit) or _told_of(words, clause.first):
            return False
        return low[clause.first + 1] not in _MEANING
    near = range(max(clause.first, hit.first - _WHOSE), hit.first)
    return any(low[word - 1 : word + 1] in _WHERE for word in near) or any(
        low[word] == "whose" and not _told_of(words, word) for word in near
    )


def _told_of(words: Words, opens: int) -> bool:
    """Tell whether such a clause is the news: `the report, in which it is`, `joins those who`."""
    front = words.words[max(0, opens - _ITS_PAPER) : opens]
    if front[-1:] in _PLURALS:
        return not _JOINING.isdisjoint(front)
    return front[-1:] == ["in"] and not PAPERS.isdisjoint(front)


_ITS_PAPER = 8
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


_PREDICATING = frozenset({"is", "are", "was", "were", "has", "have", "remain", "remains"})
_MEANING = frozenset({"means", "meant", "meaning"})
_WHOSE, _COPULA, _ALREADY = 6, 4, 2


def _adjective(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade right in front of a council or a service describes it."""
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
                or _getting_better(clause, hit)
            )
        return not between
    return False


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

    So it is where it is only what an act is about: `intervention over inadequate services`.
    """
    front = words.words[max(clause.first, hit.first - _FRONT) : hit.first]
    if not front:
        return False
    if front[-1] in _ABOUT or not _AFTER.isdisjoint(front):
        return True
    if "rating" not in clause.classes or front[-1] not in _OWNING:
        return False
    if front[-1] == "that" and not _REPORTED.isdisjoint(front[-2:-1]):
        return False
    rated = any(h.cls == "rating" and 0 <= h.first - hit.last <= 2 for h in clause.hits)
    return rated and not any(
        h.cls == "judge" and 0 < hit.first - h.last <= _FRONT for h in clause.hits
    )


_AFTER = frozenset({"after", "following", "since"})
_REPORTED = frozenset(
    "reported said noted heard told informed advised confirmed announced explained stated".split()
)
_ABOUT = frozenset({"over", "amid"})
_OWNING = frozenset({"the", "its", "s", "their", "that", "this"})
_FRONT = 6


def _standing(page: Page, clause: Clause, hit: Hit, councils: tuple[str, ...]) -> bool:
    """Tell whether a council that the page is not about just `is good`, as it has been.

    What the page is about, its headline names, or where that names nobody, its lead.
    """
    if not councils or len(councils) >= _LISTED:
        return False
    if clause.classes.isdisjoint(_TOLD):
        if "council" not in clause.classes or not _plainly(page.words, clause, hit):
            return False
    elif not _apposed(page.words, clause, hit):
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
    if named and words.words[named[0].first - 1] not in {"in", "at"}:
        return True
    return stated_of(words, clause, hit) in _STATED


def _apposed(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether the grade stands between commas: `with Leeds, rated outstanding, and ...`."""
    if not words.text.startswith(",", words.end(hit.last)):
        return False
    judge = next((h for h in clause.hits if h.cls == "judge" and h.last == hit.first - 1), None)
    return judge is not None and words.between(judge.first - 1, judge.first).startswith(",")


_STATED = frozenset({"council", "service", "generic"})
_TOLD = frozenset({"now", "judge", "inspectorate"})


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
    heads = (h for h in clause.hits if h.cls in _HEADS)
    head = next((h for h in heads if h.last == judge.first - 1), None)
    if head is None:
        return False
    front = words.words[max(clause.first, head.first - _ARTICLE) : head.first + 1]
    return not _ANY.isdisjoint(front) and clause.first != head.first


_HEADS = frozenset({"service", "generic"})
_ANY = frozenset({"a", "an"})
_ARTICLE = 2
_HEADLINES = frozenset({BlockRole.TITLE, BlockRole.STANDFIRST})
_LEAD, _LISTED, _TITLES = 5, 3, 3
"""So many councils at once are a list of results; so many sentences at most have headlines."""

_RATED = frozenset({"council", "generic", "service"})
_ATTRIBUTIVE = frozenset(
    "s an the in at its their of to for this oversee oversees run runs lead leads manage"
    " discuss discusses discussed debate debates debated scrutinise scrutinises defend".split()
)
"""What stands before a grade that only describes: whose services, or who deals with them."""

_JUDGE = any_of("judge")

_STATUS: Table[str, Callable[[Words, Clause, Hit], bool]] = Table(
    Rule("before", _already, without=any_of("area"), words=any_of("already")),
    Rule("as it is called", so_rated, words=any_of("rated", "since", "for")),
    Rule("which is meant", _reduced, (_JUDGE, _HEADS), words=_ANY),
    Rule("which is meant", in_prospect, (_JUDGE,), words=PROSPECTS),
    Rule("ever since", ever_since, (any_of("kind", "inspectorate"),), words=OVER_AND_OVER),
    Rule("counted", counted_by, (any_of("generic", "statistics"),), words=HAPPENING),
    Rule("for others", as_example, (_JUDGE, any_of("council")), words=AS_EXAMPLE),
    Rule("unchanged", still, (_JUDGE,), words=LASTING),
    Rule("in passing", _relative, without=any_of("now"), words=any_of("whose", "which", "where")),
    Rule("as it is called", _adjective, (_RATED,)),
)
"""How a grade is told that is a mere adjective, or how things have stood."""

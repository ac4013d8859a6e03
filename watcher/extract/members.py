"""Who belongs to those of whom an outcome was told: `They are joined by X`, `X was one`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from watcher.extract.claims import OUTCOMES, Claim
from watcher.extract.dates import year_of
from watcher.extract.listing import NAMED, named_members
from watcher.extract.together import of_the_rest
from watcher.model.vocabulary import GRADES, Direction, Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

TELLING = frozenset({"grade", "send", "urgent", "signal"})
"""Classes of what may be told of several."""

_ACTION = str(Outcome.PRIORITY_ACTION)
BACK = 5
"""Sentences back in which the outcome stands, at most."""


class Group(NamedTuple):
    """Of whom an outcome was told: what, and the claims that name some of them."""

    hit: Hit
    outcome: Outcome
    old: bool
    named: Sequence[Claim] = ()


def member_claims(page: Page, claims: Sequence[Claim], done: Collection[int]) -> list[Claim]:
    """Give the claims of sentences that only name who belongs to those of a sentence before.

    `done` are the sentences of which it is already known.
    """
    if page.classes.isdisjoint(TELLING):
        return []
    found: list[Claim] = []
    passed: set[int] = set(done)
    for sentence in page.having("council"):
        if sentence.index in done or not sentence.index:
            continue
        way, names = named_members(page.words, sentence, follows=sentence.index - 1 in passed)
        if not names and _listed_below(page, sentence, passed):
            way, names = NAMED, [hit for hit in sentence.hits if hit.cls == "council"][:1]
        if not names and "grade" in sentence.classes and _leaves(page.words, sentence):
            _mark_left(_group_before(page, sentence, claims, passed), sentence, claims)
        group = _group_before(page, sentence, claims, passed) if names else None
        if group is None or (way == NAMED and group.named):
            continue
        known = {form for claim in group.named for form in claim.councils}
        fresh = [hit for hit in names if hit.value not in known]
        if fresh and (way == NAMED or group.named or passed):
            passed.add(sentence.index)
            found.append(_claim(sentence, fresh, group))
    return found


def _leaves(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence opens with leaving a group: `Out of it, and now adequate, are X`."""
    opening = words.words[sentence.first : sentence.first + _OUT]
    return opening[0] in _OPENING and any(opening[: len(way)] == way for way in _WAYS_OUT)


_OUT = 3
_WAYS_OUT = (
    ["out", "of"],
    ["off", "the", "list"],
    ["off", "it"],
    ["gone", "from"],
    ["no", "longer", "on"],
    ["no", "longer", "among"],
    ["no", "longer", "there"],
)
_OPENING = frozenset([way[0] for way in _WAYS_OUT])


def _mark_left(group: Group | None, sentence: Sentence, claims: Sequence[Claim]) -> None:
    """Let grades of those who left the worst be better than what they had."""
    if group is None or group.outcome is not Outcome.INADEQUATE:
        return
    for claim in claims:
        told = claim.sentence == sentence.index and claim.outcome in _BETTER
        if told and claim.direction is None and not claim.past:
            claim.direction, claim.previous = Direction.BETTER, group.outcome


_BETTER = GRADES - {Outcome.INADEQUATE}


def _listed_below(page: Page, sentence: Sentence, passed: set[int]) -> bool:
    """Tell whether a line `X: what was found` stands in a list of them: `They concern: ...`."""
    firsts, _, _ = sentence.found
    if not sentence.classes.isdisjoint(_OWN) or firsts[sentence.low] != sentence.first:
        return False
    first = next(hit for hit in sentence.hits if hit.cls == "council")
    if first.first != sentence.first or first.last + 1 == sentence.last:
        return False
    gap = page.words.between(first.last, first.last + 1)
    if ":" not in gap and gap not in _DASHES:
        return False
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        other = page.sentences[index]
        if index in passed or page.document.text[other.end - 1] == ":":
            return True
        if "council" in other.classes or not other.classes.isdisjoint(_OWN):
            return False
    return False


_OWN = frozenset({"grade", "send", "positive"})
_DASHES = frozenset({" - ", " – ", " — "})


def _claim(sentence: Sentence, names: list[Hit], group: Group) -> Claim:
    base = group.named[-1] if group.named else None
    return Claim(
        sentence=sentence.index,
        word=names[0].first,
        outcome=group.outcome,
        area=base.area if base else None,
        councils=tuple(dict.fromkeys([hit.value for hit in names])),
        rule=group.hit.rule,
        past=base.past if base else group.old,
        status=base.status if base else False,
        timeless=True,
    )


def _group_before(
    page: Page, sentence: Sentence, claims: Sequence[Claim], passed: set[int]
) -> Group | None:
    """Give whom the last sentence that told an outcome told it of."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        other = page.sentences[index]
        if index in passed or other.classes.isdisjoint(TELLING):
            continue
        hits = [hit for hit in other.hits if tells(hit)]
        if not hits:
            continue
        outcomes = {outcome_of(hit) for hit in hits}
        if len(outcomes) > 1 or undecided(page, other):
            return None
        made = [c for c in claims if c.sentence == index and c.outcome in outcomes]
        nobody = "council" not in other.classes or (not made and "other" in other.said)
        if nobody and counts_many(page.words, other):
            return Group(hits[0], outcomes.pop(), is_old(page, other))
        if not made or any(c.negated for c in made):
            return None
        return Group(hits[0], outcomes.pop(), old=False, named=made)
    return None


def tells(hit: Hit) -> bool:
    """Tell whether a hit is an outcome that councils may share."""
    return hit.cls in {"grade", "send", "urgent"} or hit.value == _ACTION


def outcome_of(hit: Hit) -> Outcome:
    """Give the outcome that a hit which tells one stands for."""
    return Outcome.PRIORITY_ACTION if hit.cls == "urgent" else OUTCOMES[hit.value]


def undecided(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence does not say that somebody has what it names."""
    if page.document.text[sentence.end - 1] == "?" or _is_open(page.words, sentence):
        return True
    return of_none(sentence, page.words)


def _is_open(words: Words, sentence: Sentence) -> bool:
    """Tell whether a word leaves it open; `May` is a month."""
    return not _OPEN.isdisjoint(sentence.said) and any(
        words.words[word] in _OPEN and words.original(word) != "May"
        for word in range(sentence.first, sentence.last)
    )


_OPEN = frozenset("if could would might may should whether unless longer risk fewer avoid".split())


def of_none(sentence: Sentence, words: Words) -> bool:
    """Tell whether nobody has the grade that a sentence names: `none of the six is good`.

    Not `councils that are inadequate rose from none to four`.
    """
    low = words.words
    return any(
        low[word] in _NO_ONE and low[word + 1] in _COUNTED and low[word - 1] != "from"
        for word in range(sentence.first, sentence.last - 1)
    )


_NO_ONE = frozenset({"none", "neither", "not", "no"})
_COUNTED = frozenset(
    "one any a single of council councils authority authorities was were is are has have".split()
)


def counts_many(words: Words, sentence: Sentence) -> bool:
    """Tell whether several are spoken of: `five authorities`, `eight were`, `four of them`."""
    if not _PLURALS.isdisjoint(sentence.said) or of_the_rest(words, sentence):
        return True
    said = words.words[sentence.first : sentence.last]
    if "those" in sentence.said and not _COUNT.isdisjoint(sentence.said):
        return True
    return any(
        (one in _NUMBERS or (one.isdecimal() and year_of(one) is None)) and two in _BEING
        for one, two in pairwise(said)
    )


_PLURALS = frozenset("councils authorities boroughs counties cities partnerships letters".split())
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve several some others both".split()
)
_COUNT = frozenset("number share proportion list tally".split())
_BEING = frozenset(
    "were are have had got received perform performed was of fell failed local areas".split()
)


def is_old(page: Page, sentence: Sentence) -> bool:
    """Tell whether an outcome is dated in a year before the page's."""
    years = [year for word in sentence.said if (year := year_of(word)) is not None]
    if not years:
        return False
    published = page.document.published
    return published is None or max(years) < published.first.year

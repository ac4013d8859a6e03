"""Grades that are given by pointing at another: `so is X`, `as were X and Y`, `X likewise`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from watcher.extract.claims import AREAS
from watcher.extract.elided import HOW, elided_claims
from watcher.extract.parallel import PARALLEL, in_parallel
from watcher.extract.turns import tells_news_of
from watcher.model.dates import WEEKDAYS
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Direction, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

_NAMED = frozenset({"council", "area"})
_OPENERS = frozenset({"so", "as"})
_LIKEWISE = frozenset({"likewise", "too", "ditto", "also", "similarly"})
_CUES = _OPENERS | _LIKEWISE | {"same"}
_VERBS = frozenset("is are was were does do did has have had".split())
_REACH = 8
"""Words between `so is` and the name at most: `so are the services of its neighbour Bury`."""

_LISTED = 4
"""Words between two names of one list at most."""

_VERDICTS = frozenset("grade rating judgement judgment verdict mark outcome result grading".split())


_SHARED = GRADES | SEND_OUTCOMES | {Outcome.PRIORITY_ACTION, Outcome.NO_PRIORITY_ACTION}
"""Outcomes that are shared by pointing at them."""


class Echo(NamedTuple):
    """Names that share what was said before a word.

    `place` is where the pointing word stands; `inside` that it must point into its sentence.
    """

    names: tuple[Hit, ...]
    word: int
    place: int
    inside: bool


def echoed_claims(page: Page, claims: list[Claim]) -> list[Claim]:
    """Give the claims of sentences that point at the grade of another council or judgement."""
    graded = {claim.sentence for claim in claims if claim.outcome in _SHARED}
    found: list[Claim] = []
    halved, every = ";" in page.document.text, page.sentences
    near = graded.union([index + 1 for index in graded])
    near.discard(len(every))
    for index in sorted(near):
        sentence = every[index]
        pointing = not _POINTING.isdisjoint(sentence.said)
        if pointing:
            found += _told_shortly(page, sentence, claims)
        if halved and index in graded and not PARALLEL.isdisjoint(sentence.said):
            found += in_parallel(page.words, sentence, claims)
        if pointing:
            found += _echoed(page.words, sentence, claims)
    return found


def _echoed(words: Words, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """Give the claims of those of whom a sentence says that they are like others."""
    echo = _echo(words, sentence)
    model = _model(claims, sentence, echo) if echo is not None else None
    return [] if echo is None or model is None else _copies(words, model, echo, sentence)


def _told_shortly(page: Page, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """Give the grades of which a sentence says but how, or that they were given again."""
    said = sentence.said
    found = [] if said.isdisjoint(HOW) else elided_claims(page.words, sentence, claims)
    return found if said.isdisjoint(_AGAIN) else found + _done_again(page, sentence, claims)


def _done_again(page: Page, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """Give the grade that whoever gave it is said to have given again: `On Friday it did so again`.

    `This week they did the same.` Not what `had` been done again, or will be.
    """
    low = page.words.words
    if not sentence.classes.isdisjoint(_OWN) or not sentence.index:
        return []
    for word in range(sentence.first + 1, sentence.last - 1):
        if low[word] not in _DID or low[word + 1] not in _SO:
            continue
        front = low[max(sentence.first, word - _WHO_DID) : word]
        again = low[word : min(sentence.last, word + _TO_AGAIN)]
        if _GIVERS.isdisjoint(front) or _AGAIN.isdisjoint(again) or not _NEVER.isdisjoint(front):
            return []
        before = [c for c in claims if c.sentence == sentence.index - 1]
        if not before or before[-1].outcome not in GRADES or before[-1].negated:
            return []
        now = "now" in sentence.classes or not WEEKDAYS.isdisjoint(sentence.said)
        told = {"sentence": sentence.index, "word": word, "now": now}
        return [
            one.but(**told, past=False, known=False, anaphora=True, direction=Direction.SAME)
            for one in before
            if one.outcome is before[-1].outcome
        ]
    return []


_OWN = frozenset({"grade", "council"})
_DID, _SO = frozenset({"did", "done", "said"}), frozenset({"so", "the", "it", "exactly", "just"})
_AGAIN = frozenset({"again", "same"})
_POINTING = _CUES.union(_AGAIN, HOW)
"""Words without one of which a sentence points at no other."""

_GIVERS = frozenset("it they ofsted inspectors watchdog inspectorate have has".split())
_NEVER = frozenset("not never had would could if until before will".split())
_WHO_DID, _TO_AGAIN = 5, 6


def _copies(words: Words, model: Claim, echo: Echo, sentence: Sentence) -> list[Claim]:
    """Give the claim again, of other councils or for other judgements."""
    base = model.but(sentence=sentence.index, word=echo.names[0].first)
    if words.words[echo.place + 1 : echo.place + 2] not in _DOING_SO:
        base = base.but(direction=None, previous=None)
    if echo.names[0].cls == "area":
        return [base.but(area=AREAS[hit.value]) for hit in echo.names]
    others = tuple([h.value for h in echo.names if h.value not in model.councils])
    return [base.but(councils=others, anaphora=False)] if others else []


_DOING_SO = (["has"], ["have"], ["had"], ["did"])
"""With these what is shared is the move, and not the grade alone: `as has Leeds`."""


def _model(claims: list[Claim], sentence: Sentence, echo: Echo) -> Claim | None:
    """Give the last grade before the pointing words.

    In the midst of a sentence it is that sentence's own; `So is X` points at the one before.
    """
    nearest = sentence.index - (echo.place == sentence.first or not echo.inside)
    before = [
        claim
        for claim in claims
        if nearest <= claim.sentence <= sentence.index
        and claim.outcome in _SHARED
        and claim.word < echo.word
    ]
    last = max(before, key=lambda claim: claim.word, default=None)
    return last if last is not None and last.negated is None else None


def _echo(words: Words, sentence: Sentence) -> Echo | None:
    """Find who shares the grade just given, None where nothing says so."""
    if sentence.classes.isdisjoint(_NAMED):
        return None
    if _CUES.isdisjoint(sentence.said) or words.text[sentence.end - 1] == "?":
        return None
    said = words.words[sentence.first : sentence.last]
    names = [hit for hit in sentence.hits if hit.cls in _NAMED]
    for place, cue in enumerate(said, sentence.first):
        if cue not in _CUES:
            continue
        listed = _shared(words, sentence, names, place)
        if listed and tells_news_of(words, sentence, listed[0]):
            return None
        if cue == "so" and listed and _is_set_off(words, sentence, listed[-1]):
            return Echo(tuple(listed), place, place, inside=True)
        if listed and not (_graded_itself(sentence, listed) or _of_others(sentence, listed[-1])):
            word = min(place, listed[0].first)
            return Echo(tuple(listed), word, place, cue in _OPENERS)
    return None


def _is_set_off(words: Words, sentence: Sentence, name: Hit) -> bool:
    """Tell whether what else is said of a name is set off: `so is York, which had been good`."""
    return (
        name.last + 1 < sentence.last and words.between(name.last, name.last + 1).rstrip(" ") == ","
    )


def _of_others(sentence: Sentence, name: Hit) -> bool:
    """Tell whether it is somebody else's of a place: `so have Birmingham's schools`."""
    return "other" in sentence.classes and any(
        h.cls == "other" and h.first == name.last + 2 for h in sentence.hits
    )


def _shared(words: Words, sentence: Sentence, names: list[Hit], place: int) -> list[Hit]:
    """Give the names that a pointing word is about."""
    low = words.words
    if low[place] in _OPENERS:
        opens = place + 1 < sentence.last and low[place + 1] in _VERBS
        if opens and _compares(words, sentence, names, place):
            return []
        return _list_from(words, (h for h in names if h.first > place + 1), place) if opens else []
    if low[place] == "same":
        behind = low[place + 1] if place + 1 < sentence.last else ""
        if behind in _VERDICTS:
            to = _given_to(low[place + 2 : min(sentence.last, place + 2 + _REACH)])
            given = _list_right_behind(words, names, place + 1 + to) if to else []
            return given or _list_before(words, names, place)
        of = _said_of(low[place + 1 : min(sentence.last, place + 1 + _REACH)])
        return _list_right_behind(words, names, place + of) if of else []
    ends = place + 1 == sentence.last or words.between(place, place + 1).strip()[:1] in _ENDS
    last = [h for h in names if h.last == place - 1]
    return _list_before(words, names, place) if ends and last else []


def _compares(words: Words, sentence: Sentence, names: list[Hit], place: int) -> bool:
    """Tell whether what is shared comes after: `As did Leeds, it drew attention to waits`."""
    if place != sentence.first or words.words[place] != "as":
        return False
    behind = [hit for hit in names if hit.first > place][-1:]
    return bool(behind) and sentence.last - behind[0].last > _REST


_REST = 4
_ENDS = frozenset(",;.)")


def _said_of(behind: list[str]) -> int:
    """Give how many words lead to whom `the same` is said of: `is true of`, `goes for`; 0 for none.

    Who it is said of follows at once.
    """
    for phrase in _SAID_OF:
        if behind[: len(phrase)] == phrase:
            return len(phrase)
    return 0


_SAID_OF = [
    [*verb, *said, of]
    for verb in (["is"], ["was"], ["has", "been"])
    for said in (["said"], ["true"], ["found"], ["the", "case"])
    for of in ("of", "in", "at", "for")
] + [["goes", "for"], ["went", "for"], ["story", "in"], ["story", "at"], ["applies", "to"]]


def _given_to(behind: list[str]) -> int:
    """Give how many words lead from `the same mark` to who has it: `went to`; 0 for none."""
    for phrase in _GIVEN_TO:
        if behind[: len(phrase)] == phrase:
            return len(phrase)
    return 0


_GIVEN_TO = [
    *(["was", how, "to"] for how in ("given", "awarded", "handed")),
    *(["is", "shared", "by"], ["was", "shared", "by"], ["went", "to"], ["goes", "to"]),
    *(["in"], ["at"], ["to"], ["for"]),
]


def _list_right_behind(words: Words, names: list[Hit], place: int) -> list[Hit]:
    """Give the list of names that begins right behind a word, or behind what only describes."""
    first = next((h for h in names if h.first > place), None)
    if first is None:
        return []
    between = words.words[place + 1 : first.first]
    plain = not between or between in (["the"], ["both"], ["neighbouring"])
    apposed = "," in words.between(first.first - 1, first.first) and _PLACES & {*between}
    return (
        _list_from(words, (h for h in names if h.first > place), place - 1)
        if (plain or apposed)
        else []
    )


_PLACES = frozenset("borough county city town council authority neighbour".split())


def _list_from(words: Words, names: Iterable[Hit], place: int) -> list[Hit]:
    """Give the list of names that begins near behind a word."""
    listed: list[Hit] = []
    last, reach = place + 1, _REACH
    for hit in names:
        if hit.first - last > reach or (listed and hit.cls != listed[0].cls):
            break
        if ";" in words.between(hit.first - 1, hit.first):
            break
        if listed and not _TURNING.isdisjoint(words.words[last + 1 : hit.first]):
            break
        listed.append(hit)
        last, reach = hit.last, _LISTED
    return listed


_TURNING = frozenset({"while", "but", "whereas", "though", "although"})


def _list_before(words: Words, names: list[Hit], place: int) -> list[Hit]:
    """Give the list of names that ends near in front of a word."""
    listed: list[Hit] = []
    first, reach = place, _REACH
    for hit in reversed(names):
        if hit.last >= place:
            continue
        if first - hit.last > reach or (listed and hit.cls != listed[0].cls):
            break
        if listed and ";" in words.between(hit.last, hit.last + 1):
            break
        listed.insert(0, hit)
        first, reach = hit.first, _LISTED
    return listed


def _graded_itself(sentence: Sentence, listed: list[Hit]) -> bool:
    """Tell whether a grade of their own stands right behind the names, or between them."""
    low, high = listed[0].first, listed[-1].last + _LISTED
    return any(hit.cls == "grade" and low < hit.first <= high for hit in sentence.hits)

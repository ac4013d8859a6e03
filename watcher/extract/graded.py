"""A grade in its clause: the old one or the new one, and which way things went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.former import LEAVING, left_behind
from watcher.extract.negation import negated
from watcher.extract.things import made_another
from watcher.model.vocabulary import Direction, Outcome

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_FILLERS = frozenset(
    "a an the its their being rated judged graded overall ofsted s previous current rating of"
    " grade inspectors very top been it was quote as two three four successive consecutive verdict"
    " judgement judgment status category level much far better worse higher lower healthier lesser"
    " more respectable encouraging positive soundly solidly firmly"
    " securely firm solid secure".split()
)
_GRADES = (
    Outcome.INADEQUATE,
    Outcome.REQUIRES_IMPROVEMENT,
    Outcome.ADEQUATE,
    Outcome.GOOD,
    Outcome.OUTSTANDING,
)
_RANK = {outcome: rank for rank, outcome in enumerate(_GRADES)}


@dataclass(slots=True, eq=False)
class Graded:
    """A grade word with its clause and the word (`from`, `to`, `lose`, `once`) that gives its part.

    Never changed once made.
    """

    hit: Hit
    clause: Clause
    part: str
    outcome: Outcome


def part_of(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> str:
    """Tell whether a grade is the old one (`from`, `lose`) or the new one (`to`), or just is.

    One that was not shed (`not enough to lift it out of inadequate`) is kept.
    """
    if "lose" in clause.classes:
        for other in clause.hits:
            if (
                other.cls == "lose"
                and _reaches(clause, other, hit, words)
                and not _gained_now(clause, other, hit, words)
            ):
                return _shed(clause, other, words)
    if "neg" in clause.classes and _for_once(clause, hit, words):
        return "lose"
    if not LEAVING.isdisjoint(sentence.said) and left_behind(words, hit):
        return "lose"
    behind = words.words[hit.last + 1 : hit.last + 4]
    following = behind[0] if behind else ""
    going = following in _GOING or words.words[hit.last] in _RATINGS
    if going and _no_more(clause, hit, behind, words):
        return "lose"
    if (following == "to" and _leads_to(clause, hit)) or (
        "into" in behind and made_another(clause, hit)
    ):
        return "from"
    return "" if _LEADING.isdisjoint(sentence.said) else _led_by(clause, hit, words)


def _for_once(clause: Clause, hit: Hit, words: Words) -> bool:
    """Tell whether a grade is for the first time not given: `not inadequate for the first time`."""
    low = words.words[clause.first : clause.last]
    if "time" not in low or "first" not in low or low[low.index("first") + 1] != "time":
        return False
    return negated(clause, hit.first, words)


def _gained_now(clause: Clause, lost: Hit, hit: Hit, words: Words) -> bool:
    """Tell whether something else was lost for this one: `no longer inadequate and now good`.

    Or somebody else: `Leeds, which inspectors had given up on, is now good`.
    """
    verb = hit.first - 1 - (words.words[hit.first - 1] == "now")
    if words.words[verb] in _IS and not _MARKS.isdisjoint(
        words.text[words.end(lost.last) : words.starts[verb]]
    ):
        return True
    return any(
        other.cls == "grade"
        and lost.last < other.first < hit.first
        and not _INSTEAD.isdisjoint(words.words[other.last + 1 : hit.first])
        for other in clause.hits
    )


_INSTEAD, _MARKS = frozenset({"now", "but", "instead"}), frozenset(",:;–—")


def _shed(clause: Clause, lost: Hit, words: Words) -> str:
    """Give the part of a grade that was shed, was not, or is to be: `to lead it out of`."""
    if _not_shed(clause, lost, words):
        return "kept"
    front = words.words[max(clause.first, lost.first - _DENIED) : lost.first]
    if not _TO_COME.isdisjoint(front[-_SOON:]):
        return "old"
    for at, word in enumerate(front[:-1]):
        if word == "to" and front[at + 1] in _HAULING and _DOING.isdisjoint(front[:at]):
            return "old"
    return "lose"


_TO_COME, _SOON = frozenset({"will", "ll", "shall"}), 2
_HAULING = frozenset("lead drag pull haul guide steer get bring lift move take help".split())
_DOING = frozenset({"enough", "managed", "able", "helped", "made"})


def _reaches(clause: Clause, lost: Hit, hit: Hit, words: Words) -> bool:
    """Tell whether it is this grade that was lost: `out of inadequate to good` sheds the first."""
    if not 0 < hit.first - lost.last <= _loss_reach(lost, hit, words):
        return False
    between = words.words[lost.last + 1 : hit.first]
    if between[:1] == ["having"] or not _UPON.isdisjoint(between):
        return False
    return words.words[hit.first - 1] != "to" or not any(
        h.cls == "grade" and lost.last < h.first < hit.first for h in clause.hits
    )


_UPON = frozenset({"after", "following", "amid", "over"})
"""What is lost after a grade is something else: `strip it of its services after a fresh one`."""


def _not_shed(clause: Clause, lost: Hit, words: Words) -> bool:
    """Tell whether it is denied that a grade was lost: `has yet to shed its rating`."""
    front = words.words[max(clause.first, lost.first - _DENIED) : lost.first]
    if _DENYING.isdisjoint(front) or "longer" in words.words[lost.first : lost.last + 1]:
        return False
    at = max(place for place, word in enumerate(front) if word in _DENYING)
    return _ANEW.isdisjoint(front[at + 1 :])


_DENIED = 12
_DENYING = frozenset({"not", "never", "failed", "fails", "failing", "unable", "cannot", "yet"})
_ANEW = frozenset({"and", "but", "only", "just", "until", "has", "have"})


def _no_more(clause: Clause, hit: Hit, behind: list[str], words: Words) -> bool:
    """Tell whether what stands behind says that a grade has gone: `inadequate no longer`."""
    if behind[:2] in _NO_MORE and behind[2:] != ["than"]:
        return True
    if behind[:1] == ["away"] and not _TAKING.isdisjoint(words.words[clause.first : hit.first]):
        return True
    if "neg" in clause.classes and _any_more(clause, hit, behind):
        return True
    rated = not _RATINGS.isdisjoint([words.words[hit.last], *behind[:1]])
    return rated and _gone(clause, hit, words)


def _gone(clause: Clause, hit: Hit, words: Words) -> bool:
    """Tell whether a rating itself is said to have gone: `the good rating of 2017 has gone`."""
    behind = words.words[hit.last + 1 : clause.last]
    if behind[:1] and behind[0] in _RATINGS:
        behind = behind[1:]
    if behind[:3] in _IS_NO_MORE:
        return True
    if behind[:1] and (behind[0] in _TAKEN or behind[:2] == ["taken", "away"]):
        front = words.words[max(clause.first, hit.first - _SEEING) : hit.first]
        return not _SAW.isdisjoint(front)
    return any(
        low in _HAS
        and (after, last) != ("gone", "to")
        and (after in _TAKEN or (after == "been" and last in _TAKEN) or (after, last) in _NOT_KEPT)
        for low, after, last in zip(behind, behind[1:], [*behind[2:], ""], strict=False)
    )


_TAKING = frozenset({"take", "takes", "took", "taken", "taking"})
_RATINGS = frozenset({"rating", "grade", "status", "judgement", "judgment", "tag", "label"})
_GOING = _RATINGS | {"no", "any", "anymore", "away"}
"""What stands right behind a grade that is said to have gone."""

_SEEING = 4
_SAW = frozenset({"had", "saw", "seen", "sees", "has", "having"})
_HAS = frozenset({"has", "is", "was", "have", "did"})
_NOT_KEPT = {("not", kept) for kept in ("survive", "last", "repeated", "sustained", "kept")}
_TAKEN = frozenset({"gone", "lost", "removed", "withdrawn", "vanished", "disappeared", "dropped"})


_NO_MORE = (["no", "longer"], ["no", "more"])
_IS = frozenset({"is", "are"})
_IS_NO_MORE = (["is", "no", "more"], ["are", "no", "more"], ["is", "history", "now"])


def _loss_reach(lost: Hit, hit: Hit, words: Words) -> int:
    """Give how far behind its words a lost grade may stand: `no longer rates the ... as good`."""
    if words.words[lost.last] in _STRIPPED and "of" in words.words[lost.last + 1 : lost.last + 6]:
        return _NEAR_LOSS * 2
    if words.words[lost.last] in _RATING:
        return _FAR_LOSS
    far = "longer" in words.words[lost.first : lost.last + 1]
    return _FAR_LOSS if far and _one_loss(lost, hit, words) else _NEAR_LOSS


def _one_loss(lost: Hit, hit: Hit, words: Words) -> bool:
    """Tell whether nothing else is said between `no longer` and a grade."""
    between = words.words[lost.last + 1 : hit.first]
    if "and" in between or "to" in between[:1] or "," in words.between(lost.last, hit.first):
        return False
    return "be" in between or words.words[lost.last + 1] in _BEING


_BEING = frozenset({"are", "is", "was", "were", "does", "do"})
_RATING = frozenset("rates rate judges judge considers consider regards regard".split())
_STRIPPED = frozenset({"strip", "strips", "stripped", "stripping"})
_NEAR_LOSS, _FAR_LOSS = 4, 20


def _led_by(clause: Clause, hit: Hit, words: Words) -> str:
    """Give the part that the words in front of a grade give it."""
    said, word, least = words.words, hit.first - 1, max(clause.first, hit.first - _LED)
    while word >= least and said[word] in _FILLERS:
        word -= 1
    low = said[word] if word >= least else ""
    if low not in _LEADING or (low == "from" and said[hit.last + 1 : hit.last + 2] in _PAPERS):
        return ""
    if low in {"with", "to"} and said[word - 1] == "compared":
        return "old"
    if low == "on":
        return "old" if said[word - 1] in _COMPARED else ""
    if low in {"from", "to", "into"}:
        return _from(clause, word, words) if low == "from" else "to"
    if low in {"following", "despite", "against"}:
        return "old"
    if low == "after" and (_several(words, hit) or _rated_noun(clause, hit)):
        return "old"
    return ""


_LED, _NOT_NEAR, _PAPERS = 5, 14, (["report"], ["letter"], ["findings"])
_LEADING = frozenset("on with to from into following despite against after".split())


def _from(clause: Clause, word: int, words: Words) -> str:
    """Give the part of a grade behind `from`: none where it came, as in `not save it from`."""
    if _improvement(clause, word, words):
        return "old"
    if "pseudo" not in clause.classes:
        return "from"
    return "" if any(h.value == "prevented" and h.first < word for h in clause.hits) else "from"


def _improvement(clause: Clause, word: int, words: Words) -> bool:
    """Tell whether `from` only compares: `an improvement from its previous good rating`."""
    return word > clause.first and words.words[word - 1] in _COMPARED


_COMPARED = frozenset({"improvement", "improvements", "advance", "progress", "change", "decline"})


def _any_more(clause: Clause, hit: Hit, behind: list[str]) -> bool:
    """Tell whether a grade has gone: `is not inadequate any more`, `aren't good any longer`."""
    if behind[:1] != ["anymore"] and behind[:2] not in (["any", "more"], ["any", "longer"]):
        return False
    return any(h.cls == "neg" and 0 < hit.first - h.last <= _NOT_NEAR for h in clause.hits)


def _leads_to(clause: Clause, hit: Hit) -> bool:
    """Tell whether another grade follows on `to` at once: `'good' to 'inadequate' in two years`."""
    return any(h.cls == "grade" and h.first == hit.last + 2 for h in clause.hits)


def _several(words: Words, hit: Hit) -> bool:
    """Tell whether a grade was given more than once: `after two inadequate judgements`."""
    return not _GIVEN.isdisjoint((words.words[hit.last], words.after(hit.last)))


_GIVEN = frozenset({"judgements", "judgments", "ratings", "grades", "inspections", "verdicts"})


def _rated_noun(clause: Clause, hit: Hit) -> bool:
    """Tell whether something good came after a rating: `praise after its inadequate rating`."""
    rated = any(h.cls == "rating" and 0 < h.first - hit.last <= 2 for h in clause.hits)
    return rated and any(h.cls == "positive" and h.last < hit.first for h in clause.hits)


def lost_direction(one: Graded) -> Direction:
    """Give the way things went when a grade was lost: better when it was a low one.

    What things are said to have gone up or down from tells it by itself.
    """
    for hit in one.clause.hits:
        if hit.cls in _STEPPING and 0 < one.hit.first - hit.last <= _FROM_IT:
            return Direction.BETTER if hit.cls == "up" else Direction.WORSE
    return Direction.BETTER if _RANK[one.outcome] <= _RANK[Outcome.ADEQUATE] else Direction.WORSE


_FROM_IT = 4
_WAYS = frozenset({"down", "up", "same"})
_RISING = frozenset({"up", "lift"})
TURNS = _WAYS | _RISING


def _first_time(clause: Clause, hit: Hit, words: Words) -> bool:
    """Tell whether a grade is the first of its kind: `its first good rating`, `for the first time`.

    The first under a new framework is not.
    """
    if "first" not in words.words[clause.first : clause.last]:
        return False
    front = words.words[max(clause.first, hit.first - 3) : hit.first]
    rated = words.words[hit.last + 1 : hit.last + 2]
    if "first" in front and (rated == ["rating"] or front[-1] in _FIRST_ENDS):
        return not _PLURAL & set(words.words[hit.last + 1 : hit.last + 4])
    for word in range(clause.first, clause.last - 1):
        if words.words[word] == "first" and words.words[word + 1] == "time":
            near = words.words[hit.last + 1 : word] + words.words[word + 2 : word + 6]
            near += words.words[max(clause.first, word - _FRAMED) : word]
            return abs(word - hit.first) <= _FIRST_REACH and _FRAMEWORK.isdisjoint(near)
    return False


_FIRST_ENDS = frozenset({"first", "ever"})
_PLURAL = frozenset("ratings grades judgements councils under new of among amongst".split())
"""What stands behind the first among others, or under a framework."""

_FRAMEWORK = frozenset("under framework new regime using areas every separately right".split())
_FRAMED, _FIRST_REACH = 5, 12


def _stepped(sentence: Sentence, hit: Hit) -> Direction | None:
    """Give the way that counted steps behind a grade tell: `good - a step up from last time`."""
    if sentence.classes.isdisjoint(_STEPPING):
        return None
    for other in sentence.hits:
        if other.value == "steps" and (
            0 < other.first - hit.last <= _STEPS_BEHIND or hit.first - other.last == 1
        ):
            return Direction.WORSE if other.cls == "down" else Direction.BETTER
    return None


_STEPPING = frozenset({"up", "down"})
_STEPS_BEHIND = 8


def way_between(old: Outcome, new: Outcome) -> Direction:
    """Give the way that things went from one grade to another."""
    step = _RANK[new] - _RANK[old]
    return Direction.BETTER if step > 0 else Direction.WORSE if step < 0 else Direction.SAME


def direction_of(
    words: Words, sentence: Sentence, one: Graded, old: Outcome | None
) -> Direction | None:
    """Give the way that the words around a grade, or the one it came from, say things went.

    They say it with a class of `TURNS`, with `first`, or where a grade is kept; else not.
    """
    clause = one.clause
    if old is not None:
        return way_between(old, one.outcome)
    if (
        "first" in sentence.said
        and _RANK[one.outcome] > _RANK[Outcome.ADEQUATE]
        and _first_time(clause, one.hit, words)
    ):
        return Direction.BETTER
    if one.part != "kept" and sentence.classes.isdisjoint(TURNS):
        return None
    stepped = _stepped(sentence, one.hit)
    if stepped is not None or (one.part != "kept" and clause.classes.isdisjoint(TURNS)):
        return stepped
    return _nearest_way(clause, one)


def _nearest_way(clause: Clause, one: Graded) -> Direction | None:
    """Give the way that the nearest word of change beside a grade tells."""
    if one.part == "kept":
        return Direction.SAME
    ways = TURNS if one.part == "to" else _WAYS
    near = [h for h in clause.hits if h.cls in ways and abs(h.first - one.hit.first) <= 14]
    for hit in sorted(near, key=lambda h: abs(h.first - one.hit.first)):
        if hit.cls == "down":
            return Direction.WORSE
        if hit.cls in _RISING and _RANK[one.outcome] > 0:
            return Direction.BETTER
        if hit.cls == "same":
            return Direction.SAME
    return None

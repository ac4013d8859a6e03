"""ConText: which modifiers reach a target, and what they make of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.asides import in_participle, of_old_grade
from watcher.extract.cases import counted_then
from watcher.extract.dates import dated_latest, in_comparison, year_of
from watcher.extract.lasting import judged_behind, judged_since, moved_since, of_the_reason
from watcher.extract.since import holds_now, of_a_time, perfect_leaves, told_besides
from watcher.extract.which import SUBORDINATORS, opens_its_own

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_AFTER_REACH = {"past": 12, "now": 8}
_BETWEEN = frozenset({"grade", "send", "signal"})


_PRESENT = frozenset({"is", "are", "remain", "remains", "has", "have", "now", "stay", "stays"})


def historical(clause: Clause, first: int, last: int, words: Words) -> bool:
    """Tell whether a historical cue in the clause reaches the target and no `now` stands nearer.

    A cue in front loses its hold on a target in the present tense: `a year later it is good`. Not
    so one that lasts up to now: `for a decade it has been rated good`.
    """
    past = _nearest(clause, "past", first, last) if "past" in clause.classes else None
    if past is None or _opens_another(clause, last, past, words):
        return False
    place = first - past
    cues = [hit for hit in clause.hits if hit.last == place and hit.cls == "past"]
    if cues and _postmodifies(clause, cues[0], words):
        return False
    if cues and (_followed_on(cues[0], first, words) or _bracketed(clause, cues[0], first, words)):
        return False
    if cues and (judged_since(words, clause, cues[0], first) or holds_now(words, cues[0], first)):
        return False
    if not cues and _leaves_it(clause, (first, last), last + past, words):
        return False
    if cues and _in_present(words, place + 1, first + 1):
        return _has_lasted(clause, cues[0], first, words)
    now = _nearest(clause, "now", first, last) if "now" in clause.classes else None
    if now is None or now > past:
        return True
    return bool(cues) and past <= _AT_ONCE and any(h.first == last + now for h in clause.hits)


def _has_lasted(clause: Clause, cue: Hit, first: int, words: Words) -> bool:
    """Tell whether a clause opens with how long it has been so: `For a decade it has been`."""
    if words.words[cue.first] != "for" or cue.first > clause.first + 1:
        return False
    return "been" in words.words[cue.last + 1 : first]


_AT_ONCE = 3
"""A cue so near in front holds against a `now` behind: `earlier rated good, now shows`."""


def _bracketed(clause: Clause, cue: Hit, first: int, words: Words) -> bool:
    """Tell whether a cue stands in something put in that closes before the target.

    In brackets, a comparison, or what is told of no inspection: `which has grown since last year,`.
    """
    if in_comparison(words, cue.last, first) or counted_then(words, cue.first):
        return True
    if in_participle(words, cue.first, cue.last, first) or of_old_grade(words, clause, cue, first):
        return True
    if words.words[clause.first] in _ASIDE and "since" in words.words[clause.first : cue.last]:
        behind = words.words[cue.last + 1 : cue.last + 2]
        if behind and behind[0] in _RESUMING and "," in words.between(cue.last, cue.last + 1):
            return True
    if "(" not in words.between(cue.first - 1, cue.first):
        return False
    return ")" in words.text[words.end(cue.last) : words.starts[first]]


_ASIDE = frozenset({"which", "who"})
_RESUMING = frozenset({"was", "were", "is", "are"})


def _in_present(words: Words, first: int, end: int) -> bool:
    """Tell whether a verb is in the present, or `and have found` follows: not `found to have`."""
    front = words.words[first:end]
    if any(pair in _AND_HAVE for pair in pairwise(front)):
        return True
    if _PRESENT.isdisjoint(front):
        return False
    return any(w in _PRESENT and words.words[first + i - 1] != "to" for i, w in enumerate(front))


_AND_HAVE = frozenset({("and", "has"), ("and", "have")})


def _leaves_it(clause: Clause, target: tuple[int, int], word: int, words: Words) -> bool:
    """Tell whether a cue behind a target speaks of something else than the target."""
    if _dates_visit(clause, word, words) or _as_another(clause, target[1], words):
        return True
    if of_the_reason(clause, target[1], word, words) or moved_since(words, target[0], word):
        return True
    cue = next(h for h in clause.hits if h.first == word and h.cls == "past")
    if counted_then(words, word) or told_besides(words, target[1], word):
        return True
    return perfect_leaves(words, clause, target, cue) or _measures_from(clause, target, cue, words)


def _measures_from(clause: Clause, target: tuple[int, int], cue: Hit, words: Words) -> bool:
    """Tell whether a cue counts from an older event: `is inadequate, two years on from another`.

    Or says when the target came: `a rating of inadequate for leaders comes a month after`.
    """
    if words.words[cue.last] not in _FROM_WHICH:
        return False
    if words.words[target[0] - 1] in _STAYING or _has_moved(clause, target[0]):
        return True
    if words.words[cue.first] in _COMES:
        return True
    return _in_present(words, max(clause.first, target[0] - _VERB_REACH), target[0])


def _has_moved(clause: Clause, target: int) -> bool:
    """Tell whether a verb moves something to a target: `climbs to good`."""
    return any(h.cls in _MOVING and 0 < target - h.last <= _MOVED for h in clause.hits)


_COMES = frozenset({"comes", "came"})
_STAYING = frozenset({"remains", "remain", "stays", "stay"})
_MOVING = frozenset({"down", "up", "move"})
_MOVED = 2


_FROM_WHICH = frozenset({"from", "after", "following"})
_VERB_REACH = 6


def _dates_visit(clause: Clause, word: int, words: Words) -> bool:
    """Tell whether a cue behind says when inspectors came: `after an inspection last year`."""
    return (
        word > clause.first
        and words.words[word] in _CALENDAR
        and not _VISITS.isdisjoint(words.words[max(clause.first, word - _DATED) : word])
    )


_CALENDAR = frozenset({"earlier", "early", "last"})
_DATED = 4
_VISITS = frozenset({"inspection", "inspections", "visit", "visits", "reinspection"})


def _as_another(clause: Clause, last: int, words: Words) -> bool:
    """Tell whether another council is named behind, which was once so: `, as Leeds was in 2019`."""
    return any(
        hit.cls == "council"
        and hit.first > last
        and words.words[hit.first - 1] == "as"
        and words.words[hit.last + 1 : hit.last + 2] == ["was"]
        for hit in clause.hits
    )


def _opens_another(clause: Clause, last: int, past: int, words: Words) -> bool:
    """Tell whether a cue behind a target opens another one: `good (previously inadequate)`."""
    for cue in clause.hits:
        if cue.first == last + past and cue.cls == "past":
            break
    else:
        return False
    ended = not _ENDED.isdisjoint(words.words[max(last + 1, cue.first - 3) : cue.first + 1])
    if _of_what_follows(cue, words):
        if ended:
            return True
    elif not words.between(cue.first - 1, cue.first).strip():
        return False
    if words.words[cue.first] == "having":
        return True
    following = next((h for h in clause.hits if h.cls in _BETWEEN and h.first > cue.last), None)
    if following is None:
        return False
    return _LEADING_IN.issuperset(words.words[cue.last + 1 : following.first])


_ENDED = frozenset({"after", "following", "despite", "ending", "ends", "ended"})


def _of_what_follows(cue: Hit, words: Words) -> bool:
    """Tell whether a cue says how long the next grade stood: `a decade of inadequate ratings`."""
    return words.words[cue.last] == "of"


_LEADING_IN = frozenset({"rated", "judged", "graded", "as", "an", "a", "was", "were", "it", "the"})


def _followed_on(cue: Hit, first: int, words: Words) -> bool:
    """Tell whether something else is said behind `it follows`: `It follows a visit and gives`.

    Or a day of these is named, on which it came: `It follows the decision on Monday to rate it`.
    """
    return words.words[cue.last] == "follows" and not _LATELY.isdisjoint(
        words.words[cue.last + 1 : first]
    )


_LATELY = frozenset(
    "and monday tuesday wednesday thursday friday saturday sunday today yesterday week".split()
)


def _postmodifies(clause: Clause, cue: Hit, words: Words) -> bool:
    """Tell whether a cue stands right behind another target, and so speaks of that one.

    A mark between them parts them: `good (previously inadequate)`.
    """
    if _of_what_follows(cue, words) or words.between(cue.first - 1, cue.first).strip(" '\"’”"):
        return False
    for hit in clause.hits:
        if hit.first > cue.first:
            return False
        if hit.cls in _BETWEEN and 0 < cue.first - hit.last <= _RIGHT_BEHIND:
            return True
    return False


_RIGHT_BEHIND = 2


def opening_past(sentence: Sentence, clause: Clause, first: int, words: Words) -> bool:
    """Tell whether a sentence that opens in the past is still there: `Last year it was ..., and`.

    `but`, `now` or a verb in the present bring it back.
    """
    if not SINCE_OR_WHEN.isdisjoint(sentence.said) and _since_or_when(clause, first, words):
        return True
    if "past" not in sentence.classes:
        return False
    if _told_of_past(sentence, clause, first, words) or _of_an_older_report(
        words, sentence, clause
    ):
        return True
    opener = sentence.hits[0]
    if opener.cls != "past" or opener.first - sentence.first > _OPENING:
        return False
    if opens_its_own(sentence, opener, words) or _followed_on(opener, first, words):
        return False
    if any(
        h.cls in {"stop", "now"}
        and opener.last < h.first < first
        and not words.words[h.last + 1].endswith("ing")
        for h in sentence.hits
    ):
        return False
    return not _PRESENT & set(words.words[clause.first : first])


def _told_of_past(sentence: Sentence, clause: Clause, first: int, words: Words) -> bool:
    """Tell whether a relative clause tells of the past: `last inspected in 2018, which ...`."""
    if clause.first == sentence.first or words.words[clause.first] not in _RELATIVE:
        return False
    if _PRESENT & set(words.words[clause.first : first]):
        return False
    between = [h for h in sentence.hits if h.last < clause.first and h.cls in _TURNS]
    last = between[-1] if between else None
    return (
        last is not None
        and last.cls == "past"
        and (
            SUBORDINATORS.isdisjoint(words.words[last.first : last.last + 1])
            or _in_which(words, last, clause.first)
        )
    )


def _of_an_older_report(words: Words, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause says what a report found that is counted from.

    `They came 20 months after a report which called Leeds inadequate`, `since the report in which`.
    """
    low, opens = words.words, clause.first
    paper = opens - 1 - (low[opens - 1] == "in")
    if low[opens] not in _THAT_ONE or low[paper] not in _PAPERS:
        return False
    for cue in sentence.hits:
        if cue.cls == "past" and 0 < paper - cue.last <= _ITS_REPORT:
            if low[cue.first] == "since":
                return True
            if low[cue.last] in _COUNTED_FROM and not _LONG.isdisjoint(low[cue.first : cue.last]):
                return True
    return False


_PAPERS = frozenset("report letter findings judgement verdict inspection rating visit".split())
_THAT_ONE = frozenset({"which", "that"})
_LONG = frozenset({"year", "years", "month", "months", "decade"})
_COUNTED_FROM = frozenset({"after", "since", "from", "following"})
_ITS_REPORT = 6


def _since_or_when(clause: Clause, first: int, words: Words) -> bool:
    """Tell whether `since` or a year with `when` opens what the word stands in.

    `Its third visit since Leeds was judged inadequate`, `since 2019, when it was good`.
    """
    least = max(clause.first, first - _SINCE + 1)
    for word in range(first - 1, least - 1, -1):
        low = words.words[word]
        if low == "when" and word and _at_the_last(words, word):
            return True
        if low in _STILL:
            return False
        if low == "since":
            if of_a_time(clause, word, first):
                return False
            judges = [h for h in clause.hits if h.cls == "judge" and word < h.first < first]
            return bool(judges) and not judged_behind(words, judges[0], word)
        if "," in words.between(word - 1, word):
            return False
    return False


def _at_the_last(words: Words, when: int) -> bool:
    """Tell whether a year or an earlier inspection stands before `when`."""
    front = words.words[max(0, when - 4) : when]
    if year_of(front[-1]) is not None:
        return True
    if front[-1] not in _INSPECTED:
        return False
    return not _EARLIER.isdisjoint(front) or any(year_of(word) is not None for word in front)


_INSPECTED = frozenset("inspection inspected visit visited report judgement judgment".split())
_EARLIER = frozenset({"last", "previous", "previously", "earlier"})


def _in_which(words: Words, cue: Hit, word: int) -> bool:
    """Tell whether what was so in a time gone by follows: `after a decade in which it was`."""
    said = words.words
    return said[word - 1] == "in" and not _PERIODS.isdisjoint(said[cue.first : word])


_PERIODS = frozenset({"years", "decade", "decades", "months"})
_STILL = frozenset({"there", "stay", "stays", "remain", "remains", "has", "have", "is", "are"})
_SINCE = 14
SINCE_OR_WHEN = frozenset({"since", "when"})
_RELATIVE = frozenset({"which", "who", "when"})
_TURNS = _BETWEEN | {"past", "now", "stop"}
_OPENING = 2


def current(clause: Clause, first: int, last: int) -> bool:
    """Tell whether a word such as `now` or `today` reaches the target."""
    return _nearest(clause, "now", first, last) is not None


def current_grade(clause: Clause, hit: Hit, words: Words) -> bool:
    """Tell whether a grade is today's; `was inadequate and has since improved` speaks of another.

    Behind `and`, or behind a year, the cue belongs to what is said next.
    """
    now = _nearest(clause, "now", hit.first, hit.last)
    if now is None:
        return False
    cue = next((h for h in clause.hits if h.cls == "now" and h.first == hit.last + now), None)
    behind = cue is not None
    if cue is not None and dated_latest(words, cue):
        return False
    if not behind and not _FOLLOWING.isdisjoint(words.words[hit.first - now : hit.first]):
        return "being" not in words.words[hit.first - now : hit.first]
    between = words.words[hit.last + 1 : hit.last + now]
    return not behind or not ("and" in between or any(map(year_of, between)))


_FOLLOWING = frozenset({"follows", "following", "since"})


def _nearest(clause: Clause, cls: str, first: int, last: int) -> int | None:
    """Give the distance of the nearest modifier with no other target between."""
    if cls not in clause.classes:
        return None
    left, right = -1, min(clause.last, last + _AFTER_REACH[cls])
    cues: list[Hit] = []
    for hit in clause.hits:
        if hit.first > right:
            break
        if hit.cls == cls:
            cues.append(hit)
        elif hit.cls in _BETWEEN:
            if hit.first < first:
                left = hit.first
            elif last < hit.first < right:
                right = hit.first
    gaps = [
        first - cue.last if cue.last < first else cue.first - last
        for cue in cues
        if left <= cue.last < first or last < cue.first <= right
    ]
    return min(gaps, default=None)

"""Grades that have stood for long, were left behind, or only count whom something happened to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates import compared_behind

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def so_rated(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether the word behind says so: `an inadequate-rated council`, `good since 2013`.

    It may come behind who said it: `rated inadequate by Ofsted since 2019`.
    """
    if hit.last + 1 == len(words.words):
        return False
    behind = words.words[hit.last + 1]
    if behind == "by":
        hit = next((h for h in clause.hits if _is_giver(h, hit)), hit)
        behind = words.words[hit.last + 1] if hit.last + 1 < clause.last else ""
        if behind not in _LASTING_FOR:
            return False
    if behind == "since" or (behind == "for" and _for_years(words, hit)):
        return _stands_since(words, hit)
    return behind == "rated" and words.leads_to(hit.last, "rated")


def _is_giver(other: Hit, grade: Hit) -> bool:
    """Tell whether a hit is who gave a grade, named behind `by`."""
    return other.cls == "inspectorate" and 2 <= other.first - grade.last <= _BY_THE


_BY_THE = 3
_LASTING_FOR = frozenset({"since", "for"})


def moved_since(words: Words, first: int, since: int) -> bool:
    """Tell whether a grade is what things came to: `from good to inadequate since the last visit`.

    `first` is the grade's first word, `since` where the time begins from which it is counted. A
    step may be counted from it: `requires improvement, a step down from last time`.
    """
    low = words.words
    if compared_behind(words, first, since):
        return True
    if low[since] != "since" or low[first - 1] != "to":
        return False
    if "from" not in low[max(0, first - _MOVE) : first] and low[first - 2] not in _CAME:
        return False
    return not _LAST.isdisjoint(low[since + 1 : since + _LAST_TIME])


_MOVE, _LAST_TIME = 5, 6
_CAME = frozenset(
    "worsened fallen fell dropped declined slipped deteriorated plunged slumped sunk downgraded"
    " demoted gone went moved risen rose improved upgraded".split()
)
_LAST = frozenset({"last", "previous"})


def _stands_since(words: Words, hit: Hit) -> bool:
    """Tell `inadequate since 2020` from `its first good rating since 2013`.

    What went `from good to inadequate since it was last inspected` did so now.
    """
    if not words.leads_to(hit.last, words.behind(hit.last)):
        return False
    if moved_since(words, hit.first, hit.last + 1):
        return False
    return _FIRSTS.isdisjoint(words.words[max(0, hit.first - 3) : hit.first])


def _for_years(words: Words, hit: Hit) -> bool:
    """Tell whether a grade has stood so long: `inadequate for the past two years`."""
    behind = words.words[hit.last + 1 : hit.last + _LONG]
    if _SPANS.isdisjoint(behind):
        return False
    end = next(place for place, word in enumerate(behind) if word in _SPANS)
    return _COUNTING.issuperset([word for word in behind[1:end] if not word.isdecimal()])


_LONG = 8
_SPANS = frozenset({"years", "months", "decade", "year"})
_COUNTING = frozenset(
    "for the past last more than over nearly almost some about around at least a half and of many"
    " several two three four five six seven eight nine ten consecutive successive".split()
)
_FIRSTS = frozenset({"first", "only", "lowest", "worst", "best", "highest"})


def ever_since(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether each of many gave it: `Since 2009, every inspection has found it inadequate`.

    Or `it has been inadequate in every inspection since 2009`.
    """
    behind = words.words[hit.last + 1 : hit.last + _EVERY]
    if behind[:1] in _IN and not EACH.isdisjoint(behind[1:2]):
        return not (_VISITS.isdisjoint(behind) or _OVER_TIME.isdisjoint(behind))
    front = words.words[clause.first : hit.first]
    if not EACH.isdisjoint(front):
        return not _OVER_TIME.isdisjoint(front)
    return "now" not in clause.classes and _more_than_once(words, clause, hit)


def _more_than_once(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether it was given so often over some time: `rated inadequate twice since 2016`."""
    low = words.words
    verb = next((h.first for h in clause.hits if h.cls == "judge" and h.last < hit.first), -1)
    near = (clause.first, clause.first + 1, verb - 1, hit.last + 1, hit.last + 2)
    often = any(clause.first <= word < clause.last and low[word] in _OFTEN for word in near)
    behind = min(clause.last, hit.last + _LONG)
    return often and not _OVER_TIME.isdisjoint(low[clause.first : behind])


_EVERY, _IN = 9, (["in"], ["at"], ["after"])
_OFTEN = frozenset({"twice", "thrice", "times", "repeatedly"})
EACH = frozenset({"every", "each", "all", "successive"})
OVER_AND_OVER = EACH | _OFTEN
_OVER_TIME = frozenset({"since", "decade", "decades", "years"})


def counted_by(words: Words, _: Clause, hit: Hit) -> bool:
    """Tell whether a grade only says of which councils something is told.

    `Four authorities rated inadequate have had new directors - Leeds (five), Kent (four)`.
    """
    behind = words.words[hit.last + 1 : hit.last + 2]
    if not behind or behind[0] not in HAPPENING:
        return False
    front = [low for low in words.words[hit.first - _CALLED : hit.first] if low not in _AS]
    return front[-1:] in _JUDGED and front[-2] in _PLURALS


HAPPENING = frozenset(
    "have had saw see spent spend cut lost paid pay employed employ reported recorded showed show"
    " used use made took placed sent increased reduced relied rely fell rose also tended".split()
)
_CALLED = 4
_AS = frozenset({"as", "to", "be", "being"})
_JUDGED = (["rated"], ["judged"], ["graded"], ["ranked"], ["deemed"], ["classed"], ["found"])
_PLURALS = frozenset({"councils", "authorities", "departments", "boroughs", "counties"})


def as_example(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a council stands for others, and is called so: `such as Leeds, rated good`."""
    judge = next((h for h in clause.hits if h.cls == "judge" and h.last == hit.first - 1), None)
    if judge is None or not words.between(judge.first - 1, judge.first).startswith(","):
        return False
    named = next((h for h in clause.hits if h.cls == "council" and h.last == judge.first - 1), None)
    if named is None:
        return False
    front = words.words[max(clause.first, named.first - 2) : named.first]
    if words.words[named.first - 2] in IS:
        return False
    return front in _INSTANCES or front[-1:] in _AMONG


_INSTANCES = (["such", "as"], ["among", "them"])
_AMONG = (["like"], ["including"], ["unlike"])
IS = frozenset({"is", "are", "was", "were", "has", "have", "been"})
"""Behind these `like` compares: `Leeds was, like Kirklees, inadequate`."""

AS_EXAMPLE = frozenset({"such", "among", "like", "including", "unlike"})


def still(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether it only stands as it did: `the council is still rated inadequate`."""
    front = words.words[max(clause.first, hit.first - _COPULA) : hit.first]
    lasting = _AT_PRESENT if "inspectorate" in clause.classes else LASTING
    if lasting.isdisjoint(front):
        return False
    return any(
        two in lasting and three in _RATED_AS and (one in _BEING or _bracketed(words, clause, hit))
        for one, two, three in zip(front, front[1:], front[2:], strict=False)
    )


def _bracketed(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a bracket opens just in front: `the service (still judged inadequate)`."""
    word = max(clause.first, hit.first - _COPULA)
    return word > 0 and "(" in words.between(word - 1, hit.first)


_BEING = frozenset({"is", "are", "s"})
_AT_PRESENT = frozenset({"currently", "presently"})
LASTING = _AT_PRESENT | {"still"}
_RATED_AS = frozenset({"rated", "judged", "graded", "classed", "deemed", "ranked"})
_COPULA = 4


def left_at_the_last(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is that of an inspection from which things moved.

    `A downgrading from the 2017 inspection, which found services to be good`. Asked of sentences
    that say of something that it moved.
    """
    low = words.words
    for other in sentence.hits:
        if other.cls in MOVING and other.last < hit.first and low[other.last + 1] in _FROM:
            behind = low[other.last + 2 : hit.first]
            if any(h.cls == "grade" and other.last < h.first < hit.first for h in sentence.hits):
                return False
            return (
                not _VISITS.isdisjoint(behind[:_NAMED])
                and not _TELLING.isdisjoint(behind)
                and _TURNING.isdisjoint(behind)
            )
    return False


MOVING = frozenset({"down", "up", "move"})
"""Classes without one of which nothing is said to have moved."""

_FROM = frozenset({"from", "on", "since"})
_NAMED = 8
_VISITS = frozenset({"inspection", "visit", "report", "review", "judgement", "verdict", "findings"})
_TELLING = frozenset({"which", "that", "when", "where", "in"})
_TURNING = frozenset({"but", "while", "now"})


def judged_since(words: Words, clause: Clause, cue: Hit, target: int) -> bool:
    """Tell whether a verdict follows on what went before: `slipped since its last visit and rated`.

    Not where the cue opens a clause of its own: `since it was criticised and rated`.
    """
    front = words.words[max(clause.first, cue.first - 1) : cue.last + 1]
    if "since" not in front:
        return False
    since = cue.last + 1 - len(front) + front.index("since")
    judges = [h for h in clause.hits if h.cls == "judge" and cue.last < h.first < target]
    return bool(judges) and judged_behind(words, judges[0], since)


def judged_behind(words: Words, judge: Hit, since: int) -> bool:
    """Tell whether only a time or a noun stands between `since` and `and rated`."""
    between = words.words[since + 1 : judge.first]
    joint = 1 if between[-1:] == ["and"] else 2 * (between[-2:] in _AND_HAS)
    if not joint and between[-1:] in _THEY and words.words[since - 1] not in _SPANNED:
        joint = int("," in words.between(judge.first - 2, judge.first - 1))
    return joint > 0 and _HAPPENED.isdisjoint(between[:-joint])


_SPANNED = frozenset({"year", "years", "month", "months", "decade", "time"})
_THEY = (["it"], ["they"], ["ofsted"], ["inspectors"])
_AND_HAS = (
    ["and", "has"],
    ["and", "have"],
    ["and", "ofsted"],
    ["and", "inspectors"],
    ["and", "it"],
)
_HAPPENED = frozenset(
    "was were had has have is are came come went did failed found left took began fell rose got"
    " received gave said became lost changed told made criticised led".split()
)


def in_prospect(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade only says of which services something is to be expected.

    `Services in Leeds rated inadequate by Ofsted are unlikely to be good next time`.
    """
    low, ends = words.words, min(clause.last - 1, hit.last + _BY_WHOM)
    if _BEING.isdisjoint(low[hit.last + 1 : ends]):
        return False
    judge = next((h for h in clause.hits if h.cls == "judge" and h.last < hit.first), None)
    if judge is None or judge.first == clause.first:
        return False
    if not _AS.issuperset(low[judge.last + 1 : hit.first]):
        return False
    front = low[max(clause.first, judge.first - _WHICH) : judge.first]
    if front[-1] in _AUXILIARY and (front[-1] == "ofsted" or _RELATIVE.isdisjoint(front)):
        return False
    for word in range(hit.last + 1, ends):
        if "," in words.between(word - 1, word) or low[word] in _NEXT:
            return False
        if low[word] in _BEING:
            return low[word + 1] in PROSPECTS and low[word + 2 : word + 3] != ["improve"]
    return False


PROSPECTS = frozenset({"likely", "unlikely", "expected", "due", "set", "hoped", "to"})
_AUXILIARY = frozenset("was were is are has have had been be being being and it ofsted".split())
_RELATIVE = frozenset({"that", "which", "who", "whose"})
_NEXT = frozenset("and but it they after because where while when if what".split())
_BY_WHOM, _WHICH = 14, 6


def came_after(clause: Clause, hyp: Hit, first: int, words: Words) -> bool:
    """Tell whether a guess follows on a judgement: `could lose it after Ofsted rated it`.

    Or whether only who hears of it is guessed: `you may have seen that Ofsted rated it`.
    """
    guessed = words.words[hyp.last + 1 : first]
    lately = _KNOWING if _LATELY.isdisjoint(guessed) else frozenset()
    if not (_HEARING - lately).isdisjoint(guessed[: _HEARD - 1]) and _OPEN.isdisjoint(guessed):
        return any(h.cls in _GIVING and hyp.last < h.first < first for h in clause.hits)
    for word in range(first - 1, hyp.last, -1):
        if words.words[word] in _AFTER or _as_ofsted(words, word):
            between = words.words[word + 1 : first]
            if not _GUESSED.isdisjoint(between):
                return False
            if between[:1] == ["being"] or (between and _GIVEN.issuperset(between)):
                low = [words.words[hyp.first], *words.words[first + 1 : first + _IFS]]
                return _SUPPOSING.isdisjoint(low)
            if words.words[word + 1] in _INSPECTORS and not _SAID.isdisjoint(between):
                return True
            return any(h.cls in _JUDGING and word < h.first < first for h in clause.hits)
    return False


def _as_ofsted(words: Words, word: int) -> bool:
    """Tell whether a verdict follows as what all came with: `as Ofsted`, `now that inspectors`."""
    low = words.words
    if low[word + 1] not in _INSPECTORS:
        return False
    return low[word] == "as" or low[word - 1 : word + 1] == ["now", "that"]


_HEARD = 5
_GIVING, _JUDGING = frozenset({"judge", "inspectorate"}), frozenset({"judge", "down"})
_KNOWING = frozenset({"know", "aware", "remember"})
_LATELY = frozenset({"week", "today", "yesterday", "month"})
"""What people know is old, unless it is said to be of these days."""

_OPEN = frozenset("if whether could would might may should when how until".split())
_HEARING = frozenset(
    "know aware seen read heard noticed remember shocked surprised dismayed disappointed saddened"
    " sorry alarmed appalled angry proud".split()
)
_AFTER = frozenset({"after", "because", "following"})
_INSPECTORS, _SAID = frozenset({"ofsted", "inspectors"}), frozenset({"said", "says", "called"})
_GUESSED = frozenset({"if", "could", "would", "might", "may"})
_IFS = 4
_GIVEN = frozenset(
    "its an a the their this yet another second third fresh new latest damning ofsted s of"
    " overall judgement rating verdict".split()
)
_SUPPOSING = frozenset("if would should once when where whenever any another will".split())


def of_the_reason(clause: Clause, last: int, word: int, words: Words) -> bool:
    """Tell whether a cue behind a grade is told of its reason: `after finding years of neglect`.

    A time at which something was still dates the grade: `after finding failings last year`. One
    at which what is kept was won does not: `retained the rating it won two years ago`.
    """
    low = words.words
    if "same" in clause.classes and not _WON.isdisjoint(low[last + 1 : last + _KEPT]):
        return any(h.cls == "same" and 0 < last - h.last <= _KEPT for h in clause.hits)
    if _REASONING.isdisjoint(low[last + 1 : word]):
        return False
    cue = next(h for h in clause.hits if h.first == word and h.cls == "past")
    if "of" in low[cue.last : cue.last + 2] or low[word] in _KNOWN_SINCE:
        return _DATING.isdisjoint(low[word : cue.last + 1])
    return low[word - 1] in _AS_BEFORE


_KEPT = 4
_WON = frozenset({"won", "earned", "gained", "got", "given", "awarded", "received", "achieved"})
_REASONING = frozenset(
    "citing identified identifying identify finding found find uncovered uncovering due amid over"
    " pointing blaming blamed saw seeing noted noting highlighting exposing revealing discovered"
    " discovering said saying failing leaving letting neglecting ignoring putting".split()
)
_DATING = frozenset({"ago", "last", "previous", "inspection", "visit"})
_KNOWN_SINCE = frozenset({"previously", "for"})
_AS_BEFORE = frozenset({"as", "from", "than", "of"})


def long_after(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether something that takes its time came of a verdict: `has hired after being judged`.

    What comes at once makes the verdict new: `said sorry after being judged`.
    """
    low = words.words
    for word in range(hit.first - 1, max(clause.first, hit.first - _BEING_JUDGED), -1):
        if low[word] == "being" and low[word - 1] == "after":
            around = low[max(0, word - _AROUND) : hit.last + _AROUND]
            return _AT_ONCE.isdisjoint(around)
    return False


_BEING_JUDGED = 6
_AROUND = 12
_AT_ONCE = frozenset(
    "apologised apologises apologise apology sorry regret regrets face faces facing faced could may"
    " might lose loses measures vowed vows vow pledged pledges promised promises resigned resigns"
    " resign quit quits step steps stepped criticised slammed fire pressure ordered told crisis"
    " devastated disappointed accepted accepts blamed called calls demand demanded demands week"
    " today yesterday defended defends hit takeover intervention government minister".split()
)
"""Words of what happens in the days after a verdict."""

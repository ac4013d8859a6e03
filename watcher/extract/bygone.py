"""Which grades are old ones, and not those that an article reports."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.extract.former import RATINGS
from watcher.extract.lasting import MOVING, left_at_the_last, long_after
from watcher.extract.modifiers import historical, opening_past
from watcher.extract.negation import THESE_DAYS, TILL
from watcher.extract.recency import SEASONAL, given_in_month, season_gone

if TYPE_CHECKING:
    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def is_past(page: Page, sentence: Sentence, one: Graded) -> bool:
    """Tell whether a grade is an old one, not the one that an article reports."""
    words, hit, clause, said = page.words, one.hit, one.clause, sentence.said
    told_by_month = page.document.published is None and given_in_month(words, clause, hit)
    bare = words.words[sentence.first] == "was" and hit.first - sentence.first <= _BARE
    looked_upon = "was" in said and _looked_upon(words, hit)
    looked_upon = looked_upon or ("since" in said and _counted_since(words, hit))
    theirs = "who" in said and not one.part and _in_ones_time(words, sentence, hit)
    if told_by_month or bare or looked_upon or theirs or one.part in _OLD:
        return True
    quiet = _TIMING.isdisjoint(said)
    if not quiet and _ended(page, sentence, hit):
        return True
    if one.part in _STANDING or (not quiet and _only_now(words, sentence)):
        return False
    if "past" not in sentence.classes and (quiet or _RECALLING.isdisjoint(said)):
        return not sentence.classes.isdisjoint(MOVING) and left_at_the_last(words, sentence, hit)
    if _by_the_last(words, sentence, one):
        return True
    if one.part in {"from", "lose"} and not any(
        h.cls == "past" and h.first < hit.first for h in clause.hits
    ):
        return False
    moved = _moved_then(words, clause, hit) or long_after(words, clause, hit)
    then = moved or _when_last(page, sentence, hit) or _than_when(words, sentence, hit)
    if then or founded_then(words, sentence, hit):
        return True
    old = historical(clause, hit.first, hit.last, words)
    return old or opening_past(sentence, clause, hit.first, words)


def _in_ones_time(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade fell into somebody's time: `who led it while Kent was inadequate`."""
    low = words.words[sentence.first : hit.first]
    who = low.index("who") if "who" in low else len(low)
    served = low[who + 1 : who + 2] in _SERVED or low[who + 1 : who + 3] in _IN_OFFICE
    then = next((at for at in range(who, len(low)) if low[at] in _WHILE), len(low))
    return served and not _HELD_THEN.isdisjoint(low[then:])


_WHILE = frozenset({"while", "when"})
_SERVED = [[verb] for verb in "led ran served worked headed managed chaired oversaw".split()]
_IN_OFFICE = [
    ["was", place] for place in ("in", "at", "there", "its", "director", "head", "leader")
]
_HELD_THEN = frozenset({"was", "were", "had", "became", "fell"})


def _looked_upon(words: Words, hit: Hit) -> bool:
    """Tell whether it is only said what a rating was: `an inadequate one from Ofsted was a shock`.

    Not that it was given or made known: `an inadequate rating was published on Monday`.
    """
    low, at = words.words, hit.last
    if low[at] not in RATINGS:
        at += 1
        if words.behind(hit.last) not in RATINGS:
            return False
    if low[at + 1 : at + 3] in _BY_OFSTED:
        at += 2
    return words.behind(at) == "was" and _MADE_KNOWN.isdisjoint(low[at + 2 : at + 4])


def _counted_since(words: Words, hit: Hit) -> bool:
    """Tell whether something is counted from a rating: `down to 16 since the inadequate rating`."""
    rated = words.words[hit.last] in RATINGS or words.behind(hit.last) in RATINGS
    return rated and words.words[max(0, hit.first - 2) : hit.first] in _SINCE_IT


_SINCE_IT = (["since", "the"], ["since", "its"], ["since", "that"])
_BY_OFSTED = (["from", "ofsted"], ["by", "ofsted"])
_MADE_KNOWN = frozenset(
    "published announced given handed delivered issued confirmed revealed awarded made received"
    " returned upheld held kept maintained retained expected due followed accompanied lifted"
    " lowered changed raised".split()
)


def _ended(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a season or a word of the past beside a grade ends it, whatever else is said."""
    said, words = sentence.said, page.words
    if not SEASONAL.isdisjoint(said) and season_gone(page, sentence, hit):
        return True
    if "before" in said and _ends_before(words, sentence, hit):
        return True
    if (
        words.words[hit.first - 1] == "as"
        and words.words[hit.last + 1 : hit.last + 4] in _AS_IT_WAS
    ):
        return True
    if not TILL.isdisjoint(said) and _till_now(words, sentence, hit):
        return True
    return not _LED_ON.isdisjoint(said) and _led_on(words, sentence, hit)


_AS_IT_WAS = (["as", "they", "were"], ["as", "it", "was"], ["as", "we", "were"])


def _ends_before(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a clause ends with what was so before: `it was good before`.

    Or opens its sentence: `Before, it ranked as good`.
    """
    first = sentence.first
    if words.words[first] == "before" and words.between(first, first + 1).startswith(","):
        return True
    behind = words.words[hit.last + 1 : min(sentence.last, hit.last + _AT)]
    if "before" not in behind:
        return False
    front = behind[: behind.index("before")]
    before = hit.last + 1 + len(front)
    ends = before + 1 == sentence.last or words.between(before, before + 1)[0] in _ENDING
    return ends and _BY_OR_AT.issuperset(front)


def _till_now(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether something was so only until now: `Until now it has been good`."""
    low = words.words
    for word in range(sentence.first, sentence.last - 1):
        if low[word] not in TILL or low[word + 1] not in THESE_DAYS or low[word - 1] in _NEVER:
            continue
        if word > hit.last:
            front = low[max(sentence.first, hit.first - _AT) : hit.first]
            return word - hit.last <= _BARE and _NEVER.isdisjoint(front)
        if word > sentence.first and low[word - 1] not in _HAD:
            return False
        between = low[word + 2 : hit.first]
        told = words.text[words.starts[min(word + 2, hit.first)] : words.starts[hit.first]]
        return "," not in told and not _BEEN.isdisjoint(between) and _NEVER.isdisjoint(between)
    return False


def _only_now(words: Words, sentence: Sentence) -> bool:
    """Tell whether something was not so until now: `It had never been inadequate until now`."""
    low = words.words[sentence.first : sentence.last]
    return any(
        word in TILL and behind in THESE_DAYS and not _DENYING.isdisjoint(low[:at])
        for at, (word, behind) in enumerate(pairwise(low))
    )


_HAD, _BEEN = frozenset({"has", "have", "had"}), frozenset({"was", "were", "been"})
_DENYING = frozenset({"not", "never"})
_NEVER = frozenset({"not", "never", "no", "nor", "is", "are"})

_ENDING = frozenset(",;)–—")
_BY_OR_AT = frozenset(
    "by from ofsted the inspectors inspectorate watchdog time year inspection visit once".split()
)


def _led_on(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is what is fought, or what was followed by more.

    `Seeks a review of Ofsted's decision to rate it inadequate`, `rated inadequate and has since`.
    """
    if "since" in sentence.said:
        behind = words.words[hit.last + 1 : min(sentence.last, hit.last + _MORE)]
        if any(behind[at : at + 3] in _HAS_SINCE for at in range(len(behind))):
            return "from" not in words.words[hit.first - 1 : hit.first]
    if "decision" not in sentence.said or sentence.said.isdisjoint(_FOUGHT):
        return False
    front = words.words[max(sentence.first, hit.first - _DECIDED) : hit.first]
    return "decision" in front and "to" in front[front.index("decision") :]


_LED_ON = frozenset({"since", "decision"})
_HAS_SINCE = (["and", "has", "since"], ["and", "have", "since"], ["but", "has", "since"])
_MORE, _DECIDED = 9, 14
_BARE = 2
"""A row says no more of what stood before: `Was good.`, `Was rated good.`."""

_FOUGHT = frozenset(
    "against challenge challenges challenged challenging contest contests contested appeal appeals"
    " appealing overturn overturned quash dispute disputes disputed court review".split()
)
_OLD = frozenset({"old", "then"})
_STANDING = frozenset({"now", "gone"})


def _by_the_last(words: Words, sentence: Sentence, one: Graded) -> bool:
    """Tell whether it is said to be that of an inspection before, which things moved from."""
    if _of_the_last(words, sentence, one.hit) or _last_rated(words, one.clause, one.hit):
        return True
    if "having" in sentence.said and _found_before(words, sentence, one.hit):
        return True
    return not sentence.classes.isdisjoint(MOVING) and left_at_the_last(words, sentence, one.hit)


def _found_before(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade came before another: `judged poor, having found it good before`."""
    graded = [h.first for h in sentence.hits if h.cls == "grade" and h.first < hit.first]
    if not graded or "having" not in words.words[graded[-1] : hit.first]:
        return False
    return not _EARLIER.isdisjoint(words.words[hit.last + 1 : min(sentence.last, hit.last + _AT)])


_EARLIER = frozenset({"before", "earlier", "previously", "previous", "last"})
_AT = 7


def _when_last(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is that of the time before: `good in Leeds when Ofsted last came`."""
    words = page.words
    behind = words.words[hit.last + 1 : min(sentence.last, hit.last + _WHEN)]
    if "when" not in behind:
        return False
    if _was_in(page, sentence, hit):
        return True
    when = hit.last + 1 + behind.index("when")
    told = words.words[when : min(sentence.last, when + _YEARLY)]
    last = "last" in told[:_WHEN] or any(pair in _YEARS_AGO for pair in pairwise(told))
    return last and "," not in words.text[words.end(hit.last) : words.starts[when]]


def _was_in(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether something was so when it was looked at in a year: `good when inspected in`."""
    low, published = page.words.words, page.document.published
    if low[hit.last + 1 : hit.last + 2] != ["when"]:
        return False
    if _WERE.isdisjoint(low[max(sentence.first, hit.first - _WHEN) : hit.first]):
        return False
    years = map(year_of, low[hit.last + 2 : min(sentence.last, hit.last + _YEARLY)])
    return any(year and (not published or year < published.first.year) for year in years)


_WERE = frozenset({"was", "were"})
_YEARS_AGO = frozenset((word, "ago") for word in ("year", "years", "decade", "decades"))
_WHEN, _YEARLY = 5, 10


def _than_when(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is what things are measured against: `worse than when it was rated`."""
    front = words.words[max(sentence.first, hit.first - _MEASURED) : hit.first]
    return ("than", "when") in pairwise(front)


_MEASURED = 8


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


def founded_then(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether something exists since a grade: `the board was set up after it was judged`."""
    front = words.words[sentence.first : hit.first]
    joint = "after" if "after" in front else "because"
    if joint not in front:
        return False
    made = front[: front.index(joint)]
    founded = _FOUNDED | _PLACED if "which" in made else _FOUNDED
    made = made[-_FOUNDING:]
    return not founded.isdisjoint(made) and not _WAS.isdisjoint(made)


_FOUNDED = frozenset({"set", "formed", "established", "created", "founded", "being"})
_PLACED = frozenset({"placed", "put", "handed", "taken", "transferred", "stripped"})
_WAS = frozenset({"was", "were", "came"})
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

_TIMING = SEASONAL | _LED_ON | _RECALLING | TILL | {"before"}
"""Words without one of which nothing but its verb says of a grade when it was given."""

_BETWEEN_LAST = frozenset({"ofsted", "overall", "rating", "of"})

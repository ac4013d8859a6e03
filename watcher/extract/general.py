"""Councils in general beside a named one: `a third of authorities are inadequate, Leeds said`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.among_many import one_of_the_largest
from watcher.extract.asides import put_in
from watcher.extract.rarities import which_few_have

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def plural(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of councils in general."""
    if "generic" not in sentence.classes or _PLURALS.isdisjoint(sentence.said):
        return False
    return any(
        hit.cls == "generic"
        and words.words[hit.last] in _PLURALS
        and words.words[hit.first - 1] not in _SMALL
        and not ("few" in sentence.said and which_few_have(words, hit))
        and not one_of_the_largest(words, hit)
        for hit in sentence.hits
    )


_SMALL = frozenset({"parish", "town", "community"})
"""Councils that have no services for children."""


def of_councils_in_general(page: Page, sentence: Sentence, grade: Hit) -> bool:
    """Tell whether a grade is that of councils in general, and none that is named is one of them.

    `Leeds will help councils rated inadequate`, not `Leeds is among councils rated inadequate`.
    """
    words = page.words
    many = _whose(words, sentence, grade)
    if many is None:
        return False
    councils = [h for h in sentence.hits if h.cls == "council"]
    if all(_left_out(words, hit) for hit in councils):
        return True
    if _meant(words, many) or _dealt_out(words, sentence, many):
        return False
    named = [hit for hit in councils if not _left_out(words, hit)]
    if any(many.last < hit.first < grade.first for hit in named):
        return False
    return not any(
        _counted_in(words, hit, many) if hit.first < many.first else _named_as(words, many, hit)
        for hit in named
    )


def _dealt_out(words: Words, sentence: Sentence, many: Hit) -> bool:
    """Tell whether `each` is each of those named: `reports on Leeds and Bury gave each council`."""
    each = many.first - (words.words[many.first] != "each")
    if words.words[each] != "each":
        return False
    if not any(h.cls == "judge" and h.last == each - 1 for h in sentence.hits):
        return False
    return sum(h.cls == "council" and h.last < each for h in sentence.hits) > 1


MANY = frozenset({"generic", "statistics"})
"""Classes of phrases for councils in general."""

_PLURALS = frozenset({"councils", "authorities"})
EACH = frozenset({"every", "any", "each"})
_THESE = frozenset({"the", "these", "both"})
_REACH = 12


def _whose(words: Words, sentence: Sentence, grade: Hit) -> Hit | None:
    """Give the words for councils in general whose grade it is, None where it is not theirs."""
    found: Hit | None = None
    for hit in sentence.hits:
        if hit.cls not in MANY:
            continue
        if hit.first == grade.last + 1:
            return hit if _general(words, hit) else found
        if hit.last < grade.first and grade.first - hit.last <= _REACH:
            if put_in(words, hit.first, hit.last, grade.first):
                continue
            found = hit if _general(words, hit) else None
    return found or _counted_before(words, sentence, grade)


def _counted_before(words: Words, sentence: Sentence, grade: Hit) -> Hit | None:
    """Give those of whom a number has a grade: `46 councils hold it, three have the top rating`."""
    low, least = words.words, max(sentence.first, grade.first - _OWN)
    verb = next((at for at in range(grade.first - 1, least, -1) if low[at] in _HAVE), 0)
    if not verb or low[verb - 1] not in _NUMBERS:
        return None
    many = [h for h in sentence.hits if h.cls in MANY and h.last < verb]
    return next((hit for hit in reversed(many) if _general(words, hit)), None)


_OWN, _HAVE = 6, frozenset("have hold are were got had".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())


def _general(words: Words, hit: Hit) -> bool:
    """Tell whether a phrase means councils in general, as `every council` and `one in ten` do."""
    if words.words[hit.first] in _PARTS:
        return True
    if words.words[hit.last] in _PLURALS:
        return not one_of_the_largest(words, hit)
    return words.words[hit.first] in EACH or words.words[hit.first - 1] in EACH


_PARTS = frozenset("one half quarter third fifth majority proportion most dozen number".split())


def _meant(words: Words, many: Hit) -> bool:
    """Tell whether those councils are meant that were spoken of: `these`, `the other seven`."""
    front = words.words[max(0, many.first - _DETERMINED) : many.first]
    if not _MOSTLY.isdisjoint(words.words[max(0, many.first - _MOST_OF) : many.first]):
        return False
    if front[-1:] == ["those"] or not _THESE.isdisjoint(front):
        return "of" not in front
    return False


_DETERMINED = 3
_MOST_OF = 6
_MOSTLY = frozenset({"most", "majority"})


def _left_out(words: Words, named: Hit) -> bool:
    """Tell whether a council is named as none of them: `councils, excluding Leeds, are`."""
    front = words.words[max(0, named.first - 2) : named.first]
    return front[-1:] != [] and (front[-1] in _EXCLUDING or front in _BUT_FOR)


_BUT_FOR = (["apart", "from"], ["other", "than"], ["exception", "of"], ["except", "for"])
_EXCLUDING = frozenset({"excluding", "except", "outside", "besides"})


def _counted_in(words: Words, named: Hit, many: Hit) -> bool:
    """Tell whether a council in front is one of many: `is among`, `joins`, `is one of the`."""
    if ";" in words.text[words.end(named.last) : words.starts[many.first]]:
        return False
    between = words.words[named.last + 1 : many.first]
    if _NAMING.issuperset(between) or not _JOINING.isdisjoint(between):
        return True
    if "one" in between and "of" in between[between.index("one") : between.index("one") + 2]:
        return True
    verbs = [place for place, word in enumerate(between) if word in _BEING]
    if not verbs:
        return False
    behind = between[verbs[-1] + 1 :]
    if len(behind) <= 1:
        return not any(word.endswith("ing") for word in behind)
    return behind[0] in _DETERMINING


_NAMING = frozenset("county city borough district and both".split())
"""What stands between a name and the plural that it is part of: `Devon county councils`."""

_JOINING = frozenset("added list among amongst joins joined joining named".split())
_BEING = frozenset("is are was were become became becomes remain remains".split())
_DETERMINING = frozenset(
    "the now still another two three four five six seven eight nine ten both all some".split()
)


def _named_as(words: Words, many: Hit, named: Hit) -> bool:
    """Tell whether a council behind is one of many: `including Leeds`, `two councils: Leeds`."""
    front = words.words[named.first - 1]
    if front in _INCLUDING or front in _BEING or _among_them(words, named):
        return True
    if words.words[named.first - 2 : named.first] in _SOME_OF_THEM:
        return True
    gap = words.between(named.first - 1, named.first)
    if ":" in gap or "(" in gap:
        return True
    few = words.words[many.first - 1] in _FEW or words.words[many.first] in _FEW
    return few and "," in words.text[words.end(many.last) : words.starts[named.first]]


def _among_them(words: Words, named: Hit) -> bool:
    """Tell whether names are said to be among those: `nine were, Leeds and Bury among them`."""
    behind = words.words[named.last + 1 : named.last + _LIST]
    if "among" not in behind:
        return False
    at = behind.index("among")
    return behind[at + 1 : at + 2] == ["them"]


_LIST = 10
_SOME_OF_THEM = (["such", "as"], ["among", "them"], ["amongst", "them"])
_INCLUDING = frozenset({"include", "includes", "included", "including", "like", "namely"})
_FEW = frozenset("two three four five six".split())


def in_any_case(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of any case: `If a council is good and yet ...`."""
    low = words.words
    if low[sentence.first] not in IF:
        return False
    return not _ANY.isdisjoint(low[sentence.first + 1 : sentence.first + _CASE])


def of_anybody(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence that names nobody speaks of any: `any department with failings`."""
    low = words.words
    return low[sentence.first] not in IF and any(
        hit.cls in ANYBODY and (low[hit.first - 1] in EACH or low[hit.first] in EACH)
        for hit in sentence.hits
        if hit.first > sentence.first or low[hit.first] in EACH
    )


_CASE = 4
IF = frozenset({"if", "should", "suppose"})
_ANY = EACH | {"a", "an"}
ANYBODY = frozenset({"generic", "service"})
"""Classes of phrases for anybody's services."""


def share_of(words: Words, sentence: Sentence) -> bool:
    """Tell whether a share of unnamed ones is who got it: `roughly 50% needed a revisit`."""
    low = words.words
    percent = words.text.find("%", sentence.start, sentence.end) >= 0
    if not percent and _CENT.isdisjoint(sentence.said):
        return False
    for word in range(sentence.first, sentence.last - 2):
        if not low[word].isdecimal():
            continue
        if "%" in words.between(word, word + 1):
            behind = word + 1
        elif low[word + 1] in _CENT:
            behind = word + 1 + (low[word + 1] == "per") + 1
        else:
            continue
        if behind < sentence.last and low[behind] in _GETTING:
            return True
    return False


_CENT = frozenset({"per", "percent", "pc"})
_GETTING = frozenset(
    "were are was is had have has got received need needs needed require required face faced fell"
    " rated judged graded".split()
)


def tells_a_rule(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence says what inspectors do, or what follows, in any such case.

    `Where they find ...`, `Inspectors will list ...`, `under three headings: ...`,
    `an area with systemic failings must ...`. Asked of sentences with one of the words `RULING`.
    """
    said, first = sentence.said, sentence.first
    opening = words.words[first : min(first + _OPENING, sentence.last)]
    if opening[0] in _IN_CASE and not _ANYBODY.isdisjoint(opening[1:]):
        return opening[0] != "when" or _CAME.isdisjoint(said)
    if opening[0] == "when" and not _SAYING.isdisjoint(opening[2:3]):
        return True
    if "headings" in said and not _ANY.isdisjoint(said):
        return True
    if "when" in said and opening[0] in _SOME_ONE and not _ONES.isdisjoint(opening[1:2]):
        return _DONE.isdisjoint(opening[2:])
    if _MAY.isdisjoint(said):
        return False
    low = words.words[first : sentence.last]
    if "may" in said:
        low = ["" if _is_month(words, first + at) else word for at, word in enumerate(low)]
        if _MAY.isdisjoint(low):
            return False
    return _tells_what_may_be(low)


def _is_month(words: Words, word: int) -> bool:
    """Tell the month from what inspectors may do: `the verdict of May`."""
    return words.words[word] == "may" and words.original(word)[0].isupper()


_OPENING = 4
"""So many words tell whether a sentence opens with any such case."""


def _tells_what_may_be(said: list[str]) -> bool:
    """Tell whether a sentence with `may`, `will` and the like says what is done in such a case."""
    if said[0] in _WHEREVER:
        return True
    for at, word in enumerate(said[:_OPENS]):
        behind = said[at + 1 : at + 3]
        if word in _INSPECTORS and behind[:1] and behind[0] in _WILL and behind[1:] != ["be"]:
            return True
        if word in _SOME_ONE and _of_such(behind) and not _MAY.isdisjoint(said[at + 3 :]):
            return True
    return False


def can_befall(words: Words, sentence: Sentence) -> bool:
    """Tell whether it is what can happen to anybody: `a failing can hold a council down`."""
    low = words.words[sentence.first : sentence.last]
    behind = low[low.index("can") + 2 :]
    return behind[:1] in _A and not _ONES.isdisjoint(behind[1:2])


_A = (["a"], ["an"], ["any"])
CAN = frozenset({"can"})


def _of_such(behind: list[str]) -> bool:
    """Tell whether anybody of a sort is meant: `(an) area with`, `(any) council that`."""
    return len(behind) > 1 and behind[0] in _ONES and behind[1] in _SUCH


_CAME = frozenset("came visited returned revisited found inspected arrived went".split())
"""What inspectors did at one time, and not in any case: `When Ofsted came back, it found`."""

_SAYING = frozenset({"say", "says", "find", "finds"})
_IN_CASE = frozenset({"where", "whenever", "if", "when", "should"})
_ANYBODY = frozenset({"inspectors", "ofsted", "a", "an", "any", "inspectorates"})
_WHEREVER = frozenset({"where", "wherever", "whenever"})
_MAY = frozenset({"may", "can", "must", "will"})
RULING = _IN_CASE | _MAY | {"headings"}
"""Words without one of which a sentence tells no rule."""

_OPENS = 12
_INSPECTORS = frozenset({"inspectors", "ofsted", "inspectorates"})
_WILL = frozenset({"will", "can", "may"})
_SOME_ONE = frozenset({"an", "a", "any", "every", "each"})
_ONES = frozenset({"area", "council", "authority", "department", "service", "partnership"})
_DONE = frozenset({"has", "have", "had", "was", "were", "is", "are"})
_SUCH = frozenset({"with", "that", "where", "whose", "which"})


def goes_through(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence goes through the outcomes there are: `positive, inconsistent or`."""
    if "positive" not in sentence.said:
        return False
    del words
    return any(hit.value == "send_systemic_failings" for hit in sentence.hits)


INCONSISTENT = frozenset({"inconsistent", "inconsistency"})
"""Words for the middle outcome of an area SEND inspection."""


def verdict_before(words: Words, sentence: Sentence) -> bool:
    """Tell whether one council's grade is given before others are spoken of.

    `It has been rated good, up from adequate, which places it in the top third of councils.`
    """
    grades = [h for h in sentence.hits if h.cls == "grade"]
    others = [h for h in sentence.hits if h.cls in MANY and _of_others(words, h)]
    if not others or grades[-1].first > others[0].first:
        return False
    if "," not in words.text[words.end(grades[-1].last) : words.starts[others[0].first]]:
        return False
    return any(
        h.cls in _ONE and h.first < grades[0].first and not _of_others(words, h)
        for h in sentence.hits
    )


def _of_others(words: Words, hit: Hit) -> bool:
    """Tell whether a phrase counts councils, or names them in the plural."""
    return hit.cls == "statistics" or words.words[hit.last] in _PLURALS


_ONE = frozenset({"pronoun", "service", "generic"})


def of_some_people(words: Words, sentence: Sentence) -> bool:
    """Tell whether it is nobody named who did something: `Some left, and services sank to poor`."""
    opening = words.words[sentence.first : sentence.first + 2]
    return opening[0] in SOME_PEOPLE and opening[1:] in _DID


SOME_PEOPLE = frozenset({"some", "others", "many", "several", "few"})
_DID = (["left"], ["quit"], ["went"], ["got"], ["moved"], ["stayed"], ["resigned"], ["retired"])

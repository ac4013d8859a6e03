"""Words that are no grade: `inadequate supervision`, `needs to be good`, four out of four what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.tokens import quoted

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_JUDGING = frozenset(
    {"rated", "judged", "graded", "branded", "labelled", "deemed", "found", "remains", "is", "are"}
)
_FUNCTION = frozenset(
    "by in for at and or but overall across services service children council councils authority"
    " authorities department departments rating ratings grade grades judgement judgments judgment"
    " judgements verdicts"
    " to on with after from as because last again following the a an of s child safeguarding"
    " whereas"
    " childrens provision since when while despite this during under according now which is was"
    " were are has have had by over until who that so it they than due says say said find finds"
    " found or nor not local county city borough only rated status label verdict report reports"
    " leadership social ofsted outcome result results standard level mark marks score inspection"
    " no still finding four two three five six today amid if its their our his her both any anymore"
    " earlier later once twice just previously within between among before early late"
    " we i you he she alongside along together plus beside besides against throughout almost nearly"
    " barely around about even although though whilst unlike like below beyond via upon per"
    " except apart bar also too altogether instead yet ever then there here partly largely mainly"
    " chiefly mostly notably particularly especially specifically primarily publicly recently"
    " yesterday tonight weeks months days hours soon shortly compared rather based regarding"
    " ahead less more thanks owing given joining putting making leaving meaning leaves"
    " one seven eight nine ten eleven twelve several back right every each everywhere simply well"
    " long immediately outright anyway pending regardless inside outside".split()
)


_LABELS = frozenset({"tag", "badge", "band", "bracket", "category", "grading", "past", "days"})
"""What a grade is called, or the time when it stood."""

_DEGREES = frozenset(
    "some any such woefully wholly totally completely hopelessly grossly utterly hugely very so"
    " increasingly often sometimes frequently".split()
)
"""A grade has no degrees: what is `woefully inadequate` is so in somebody's opinion."""


def inadequate_thing(words: Words, sentence: Sentence, hit: Hit) -> str | None:
    """Tell `inadequate supervision`, a thing, from `inadequate`, a grade."""
    if hit.first and words.words[hit.first - 1] in _DEGREES:
        return "ordinary_word"
    if hit.last + 1 >= len(words.words) or hit.last > hit.first:
        return None
    behind = words.words[hit.last + 1]
    if behind in _LABELS or behind in _FUNCTION:
        return None
    if words.between(hit.last, hit.last + 1).strip(" \u00a0'\"’”"):
        return None
    judging = not _JUDGING.isdisjoint(words.words[max(0, hit.first - 4) : hit.first])
    if judging and quoted(words, hit.first, hit.last):
        return None
    if words.original(hit.last + 1)[0].isupper() or words.words[hit.last + 1].isdecimal():
        return None
    return None if _called(words, sentence, hit) else "ordinary_word"


def _called(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether somebody calls a service so, so that it describes nothing behind it.

    `Rated inadequate blaming its leaders`, `judged the council's services inadequate everywhere`.
    """
    word = hit.first - 1
    while word > sentence.first and words.words[word] in _TO_BE:
        word -= 1
    if words.words[word] in _CALLING:
        return True
    if words.words[word] == "found":
        return word < hit.first - 1
    if "judge" not in sentence.classes:
        return False
    judged = any(h.cls in _CALLED and h.last == word for h in sentence.hits)
    return judged and any(h.cls == "judge" and h.first < word for h in sentence.hits)


_TO_BE = frozenset({"as", "to", "be", "overall", "being"})
_CALLING = frozenset("rated judged graded branded labelled deemed ranked classed declared".split())
_CALLED = frozenset({"service", "council", "generic"})


def of_cases(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is that of some work or places: `inadequate in cases`, `good at two`."""
    behind = words.words[hit.last + 2 : min(sentence.last, hit.last + _SO_MANY)]
    if words.words[hit.last + 1] == "at":
        return not _PLACES.isdisjoint(behind[:4])
    return not _CASES.isdisjoint(behind)


_SO_MANY = 7
_CASES = frozenset({"cases", "instances"})
_PLACES = frozenset({"centres", "centre", "homes", "schools", "nurseries", "sites", "settings"})
PARTIAL = _CASES | _PLACES


def of_means(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether what is `inadequate` are means: `funding for its services is inadequate`."""
    low = words.words
    if low[hit.first - 1] not in _BEING:
        return False
    for word in range(hit.first - 2, clause.first - 1, -1):
        if not _MARKS.isdisjoint(words.between(word, word + 1)):
            return False
        if low[word] in MEANS and low[word + 1] in _MEANT_FOR:
            return not _joined_capacity(low, word)
    return False


def _joined_capacity(low: list[str], word: int) -> bool:
    """Tell whether it is a service's other judgement: `services and their capacity to improve`."""
    return low[word] == "capacity" and low[word - 2] == "and" and low[word - 1] in {"its", "their"}


MEANS = frozenset(
    "funding budget budgets money cash grant grants resources resourcing pay wages staffing"
    " capacity accommodation buildings premises housing transport parking equipment investment"
    " training consultation notice compensation".split()
)
_MEANT_FOR = frozenset({"for", "of", "to", "in", "at", "across", "from"})
_MARKS = frozenset(",;:()–—")

COUNTED = frozenset(
    {"grade.top-marks", "grade.four-of-four", "grade.three-of-four", "grade.two-of-four"}
    | {"grade.one-of-four"}
)
"""Marks and numbers, which are grades only where somebody gives them."""


IN_NEED = "grade.in-need"
"""What many call the third of the grades, `needs improvement`, and what any work may be."""


def in_need(words: Words, clause: Clause, hit: Hit, *, in_quotes: bool, ends: bool) -> bool:
    """Tell whether somebody gives it, or a judgement `is in need of improvement`."""
    behind = words.words[hit.last + 1] if hit.last + 1 < len(words.words) else ""
    if in_quotes or behind in _RATINGS:
        return not clause.classes.isdisjoint(_GIVEN_TO)
    front = words.words[hit.first - 1]
    if front in _GIVING_WORDS and not clause.classes.isdisjoint(_MOVES):
        return True
    if front == "to" and any(h.cls == "grade" and h.last == hit.first - 2 for h in clause.hits):
        return True
    if front == "from" and behind == "to":
        return any(h.cls == "grade" and 0 < h.first - hit.last <= _TO_NEXT for h in clause.hits)
    if not ends or words.words[hit.first].startswith("needs"):
        return False
    if front == "as" and "service" in clause.classes:
        return True
    return "judge" in clause.classes or ("area" in clause.classes and front in _BEING)


_TO_NEXT = 3
_RATINGS = frozenset("rating ratings grade grading verdict judgement judgment status".split())
_GIVEN_TO = frozenset("council service area judge rating down up move generic pronoun".split())
_GIVING_WORDS = frozenset({"of", "to", "as"})
_MOVES = frozenset("judge rating down up move".split())
_BEING = frozenset({"is", "are", "was", "were", "remains", "remain", "remained", "still"})


def far_off(words: Words, judge: Hit, hit: Hit) -> bool:
    """Tell whether a verb of judging stands far in front: `judged services for ... to be good`."""
    if hit.first - judge.last > _FAR_OFF or words.words[judge.last + 1] == "that":
        return False
    return words.words[hit.first - 2 : hit.first] == ["to", "be"]


_FAR_OFF = 23

COUNTING = frozenset("one two three four five six 1 2 3 4 5 6 all both every each".split())
"""Words with which judgements are counted."""

_PARTS = frozenset(
    "areas area categories category judgements judgments judgement strands headings aspects"
    " criteria sections themes".split()
)
_WHICH = frozenset(
    "of the its key main other out judgement inspection two three four five six seven eight 3 4 5 6"
    " 7 8".split()
)


def counts_areas(words: Words, word: int) -> int:
    """Give how many areas are counted from a word on, 0 for none: `three of the four areas`."""
    low = words.words[word : word + 6]
    if not low or low[0] not in COUNTING:
        return 0
    for after in low[1:]:
        if after in _PARTS:
            return _VALUES.get(low[0], len(_VALUES))
        if after not in _WHICH:
            break
    return 0


def got_by_some(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether some areas of several got a grade: `four of six areas earned a "good"`."""
    low = words.words
    if "of" not in low[clause.first : hit.first]:
        return False
    first = max([clause.first, *(h.last for h in clause.hits if _is_before(h, hit))])
    return any(
        low[word + 1] == "of"
        and low[word] in _VALUES
        and 1 < _VALUES[low[word]] < _VALUES.get(low[word + 2 + (low[word + 2] == "the")], 0)
        and counts_areas(words, word)
        for word in range(first, hit.first - 2)
    )


def _is_before(grade: Hit, hit: Hit) -> bool:
    return grade.cls == "grade" and grade.last < hit.first


def of_some_areas(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade is given for some areas of all: `good in two of the three areas`.

    Also for what is left of them: `with a fifth area as good`, `the other two require`. Asked of
    sentences with one of the words `SOME`.
    """
    if not _REMAINING.isdisjoint(sentence.said) and _of_the_rest(words, clause, hit):
        return True
    word = hit.last + 1
    if word == len(words.words) or words.words[word] not in _IN:
        return False
    behind = words.words[word : hit.last + _SOME_OF]
    if behind[2:4] == ["of", "them"] and behind[1] in _VALUES:
        return True
    count = counts_areas(words, word + 1)
    if count <= 1:
        return count == 1
    counted = [_VALUES[low] for low in behind[1:] if low in _VALUES]
    return len(counted) > 1 and counted[0] < counted[1]


def _of_the_rest(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether what is left of the areas is named in front: `the remaining one is good`."""
    low, least = words.words, max(clause.first, hit.first - _SOME_OF)
    if _REMAINING.isdisjoint(low[max(0, least - 1) : hit.first]):
        return False
    for word in range(hit.first - 1, least - 1, -1):
        if low[word] in _LEFT:
            behind = low[word + 1]
            return behind in _PARTS or behind in _VALUES or word + 1 == hit.first
        if low[word] in _PARTS and low[word - 1] == "one":
            return True
    return False


_LEFT = frozenset("third fourth fifth sixth other another remaining rest".split())
_REMAINING = _LEFT | {"one"}
_SOME_OF = 8
_IN = frozenset({"in", "for", "on", "across"})
_VALUES = {
    **{word: at + 1 for at, word in enumerate("one two three four five six seven eight".split())},
    **{str(at): at for at in range(1, 9)},
    "both": 2,
}
SOME = _REMAINING.union(_VALUES, COUNTING)
"""Words without one of which no areas are counted."""


def featured(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade is only that of traits: `judged good with outstanding elements`.

    Traits `for children in care` are a judgement's.
    """
    if hit.last + 1 >= clause.last:
        return False
    return words.words[hit.last + 2 : hit.last + 3] != ["for"] or "area" not in clause.classes


TRAITS = frozenset("features feature elements aspects characteristics traits".split())


SERVED = frozenset({"grade.served", "grade.served-best", "grade.served-fairly"})
"""What a judgement's children get, which is a grade where all of them do."""


def served(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell `children in care get a good service`, a judgement, from `most children get one`."""
    if "judge" in clause.classes and _provided(words, clause, hit):
        return True
    verb = hit.first - 1 - (words.words[hit.first - 1] in {"now", "still", "all", "both"})
    if words.words[verb] not in _GETTING:
        return False
    if not _SOME.isdisjoint(words.words[clause.first : verb]):
        return False
    return any(h.cls == "area" and 0 < verb - h.last <= _NEAR_VERB for h in clause.hits)


def _provided(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether somebody is judged to be giving children a good service."""
    judge = next(h for h in clause.hits if h.cls == "judge")
    if judge.value != "rate" or judge.last > hit.first:
        return False
    between = words.words[judge.last + 1 : hit.first]
    return not _GIVING.isdisjoint(between) and _SOME.isdisjoint(between)


_GIVING = frozenset({"providing", "delivering", "offering", "giving"})
_GETTING = frozenset("get gets got receive receives received getting receiving enjoy have".split())
_SOME = frozenset("most many some few several not too number majority often usually who".split())
_NEAR_VERB = 4


def measured(words: Words, hit: Hit) -> bool:
    """Tell whether a grade is what another is held against: `compared with good in 2019`."""
    if hit.last + 1 >= len(words.words):
        return False
    word = hit.first - 1
    while word > 0 and words.words[word] in _ARTICLES:
        word -= 1
    if words.words[word] in _FORMERLY:
        return words.between(hit.last, hit.last + 1).strip(" '\"’”")[:1] in _PARTING
    if words.words[word] == "against":
        return words.words[hit.last + 1 : hit.last + 2] in (["in"], ["at"], ["last"], ["when"])
    return words.words[word - 1] in _COMPARED and words.words[word] in {"with", "to"}


_COMPARED = frozenset({"compared", "compares"})
_FORMERLY = frozenset({"previously", "formerly", "once"})
_PARTING = frozenset(",;)–—-")
_ARTICLES = frozenset({"a", "an", "its", "the", "their"})


def wanted(words: Words, hit: Hit) -> bool:
    """Tell whether something only has to become so: `provision needs to be outstanding`."""
    if words.words[hit.first - 1] != "be":
        return False
    front = words.words[max(0, hit.first - 3) : hit.first]
    return front[1:] == ["to", "be"] and front[0] in _WANTING


_WANTING = frozenset("needs need needed has have ought wants want wanted deserve deserves".split())


def labelled(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a line opens with a council and gives its grade: `Bexley: outstanding`."""
    first = sentence.hits[0]
    if first.cls != "council" or first.first != sentence.first or first.last != hit.first - 1:
        return False
    return words.between(first.last, hit.first).strip(" '\"‘“") in LABELLING


LABELLING = frozenset({":", "-", "–", "—", "|"})
"""Marks between who has a grade and the grade."""


def title_case(sentence: Sentence, words: Words) -> bool:
    """Tell whether most words of a sentence are capitalised, so that a capital says nothing."""
    written = [words.original(word) for word in range(sentence.first, sentence.last)]
    long = [word for word in written if len(word) > len("with")]
    return bool(long) and sum(word[0].isupper() for word in long) * 2 > len(long)


def made_another(clause: Clause, hit: Hit) -> bool:
    """Tell whether what has a grade was given another: `made an inadequate service into a good`."""
    return any(h.cls == "grade" and 0 < h.first - hit.last <= _INTO for h in clause.hits)


_INTO = 7


def made_into(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a service was made one that has a grade: `into a good one`."""
    if words.after(hit.last) != "one":
        return False
    graded = sum(h.cls == "grade" for h in sentence.hits) > 1
    if not graded and sentence.classes.isdisjoint(_SERVING):
        return False
    return "into" in words.words[max(0, hit.first - 3) : hit.first]


_SERVING = frozenset({"service", "area"})


def of_a_task(behind: list[str]) -> bool:
    """Tell whether it is performance in one task: `on health checks`, `in calling conferences`."""
    if behind[:1] in (["on"], ["against"]):
        return True
    doing = behind[1] if behind[:1] in (["in"], ["at"]) and len(behind) > 1 else ""
    return doing.endswith("ing") and doing not in _WHOLE_FIELDS


_WHOLE_FIELDS = frozenset({"safeguarding", "parenting", "commissioning"})

THIS = frozenset({"this", "that"})
ONE_PART = frozenset(
    "part area aspect element strand judgement judgment category grade rating mark".split()
)
"""What one judgement is called where it is taken up again: `that part is now good`."""

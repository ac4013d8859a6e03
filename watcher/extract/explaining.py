"""Words that are explained, and words that are used: `the term for the lowest outcome`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.tokens import quoted
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def talks_of_words(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence that speaks of words does not use them of anybody.

    Inspectors use them where they stand in quotation marks: `they used the words "too slow"`,
    `the word is "inconsistent"`.
    """
    said = sentence.said
    talk = next(h for h in sentence.hits if h.cls == "talk")
    if _are_inspectors_own(words, sentence, talk) or _given(words, sentence, talk):
        return False
    if not said.isdisjoint(_PLACED) and _stands_on_it(words, sentence, talk):
        return False
    if not said.isdisjoint(_IN_GENERAL) or not sentence.classes.isdisjoint(_NOT_USED):
        return True
    far = sentence.last
    if words.behind(talk.last) in _IS:
        far = talk.last + _NEAR
    elif said.isdisjoint(_USING) or not _by_users(sentence):
        return True
    return not any(
        h.cls in _TARGETS
        and talk.last < h.first < far
        and (quoted(words, h.first, h.last) or _is_it(words, sentence, h, talk))
        for h in sentence.hits
    )


_INSPECTORS = frozenset({"ofsted", "inspectors"})
_ATTRIBUTED = 4


def _are_inspectors_own(words: Words, sentence: Sentence, talk: Hit) -> bool:
    """Tell whether words are only called inspectors': `in the words of Ofsted`, `the word from`."""
    low, opens = words.words, talk.last + 2
    if low[talk.last] not in _WORDS or low[talk.last + 1 : opens] not in (["of"], ["from"]):
        return False
    return any(
        h.cls == "inspectorate" and opens <= h.first <= opens + 2 for h in sentence.hits
    ) or not _INSPECTORS.isdisjoint(low[opens : opens + _ATTRIBUTED])


def _given(words: Words, sentence: Sentence, talk: Hit) -> bool:
    """Tell whether somebody got a label: `it was given the label inadequate`."""
    low = words.words
    if low[talk.last] != "label" or _GIVING.isdisjoint(
        low[max(0, talk.first - _GIVEN) : talk.first]
    ):
        return False
    return any(h.cls == "grade" and 0 < h.first - talk.last <= _NEAR for h in sentence.hits)


def _stands_on_it(words: Words, sentence: Sentence, talk: Hit) -> bool:
    """Tell whether a grade is what stands on a report: `the word on its front page is: Good`."""
    low = words.words
    if low[talk.last + 1 : talk.last + 2] not in _STANDING:
        return False
    verb = next((at for at in range(talk.last, sentence.last) if low[at] in _IS), sentence.last)
    if _PLACED.isdisjoint(low[talk.last + 2 : verb]) or verb - talk.last > _ON_PAGE:
        return False
    grades = [hit.first for hit in sentence.hits if hit.cls == "grade" and hit.first > verb]
    return bool(grades) and _SIMPLY.issuperset(low[verb + 1 : grades[0]])


_STANDING = (["on"], ["at"], ["across"], ["under"], ["beside"], ["against"])
_PLACED = frozenset({"page", "cover", "front", "top", "certificate"})
_ON_PAGE, _SIMPLY = 11, frozenset("simply just now once again still quite only plainly a".split())


def _is_it(words: Words, sentence: Sentence, hit: Hit, talk: Hit) -> bool:
    """Tell whether the word is said to be one, or is chosen for somebody.

    `The word it uses is inadequate`, `inspectors chose the word inadequate for Kent`.
    """
    if hit.first > talk.last + 1:
        return words.words[hit.first - 1] in _IS
    return any(h.cls == "council" and 0 < h.first - hit.last < _NEAR for h in sentence.hits)


_WORDS, _GIVEN = frozenset({"word", "words"}), 8
_GIVING = frozenset("got gets get given gives gave handed received receives earned has".split())


def _by_users(sentence: Sentence) -> bool:
    """Tell whether inspectors or their papers may use the words of a sentence."""
    return not (sentence.classes.isdisjoint(_USERS) and sentence.said.isdisjoint(_PAPERS))


_NEAR = 4


_IN_GENERAL = frozenset({"will", "would", "term", "terms", "label", "jargon", "means"})
_NOT_USED = frozenset({"lose", "speaker"})
_USING = frozenset("used uses use using chose chosen contains contained includes included".split())
_IS = frozenset({"is", "are", "was"})
_USERS = frozenset({"inspectorate", "kind", "pronoun"})
_PAPERS = frozenset({"report", "letter", "verdict"})
_TARGETS = frozenset({"signal", "send", "grade", "negative"})


def defines(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence says what a scale is.

    A gloss (`inadequate, meaning that they fall short`) is none on what a report gives, and on what
    was given to somebody: `services were rated "adequate", meaning that`. Who names judgements and
    what they are defines nothing: `four areas are graded: leadership is good, and care`.
    """
    named = [hit.cls for hit in sentence.hits if hit.cls in _JUDGEMENTS]
    if len(named) > 1 and {"be", "grade"} <= sentence.classes:
        return False
    values = {hit.value for hit in sentence.hits if hit.cls == "definition"}
    if values != _GLOSSED:
        return True
    return _PAPERS.isdisjoint(sentence.said) and not _was_given(words, sentence)


def _was_given(words: Words, sentence: Sentence) -> bool:
    """Tell whether a judgement or a service was rated: `care leavers were judged to be good`."""
    if sentence.classes.isdisjoint(_WHOSE) or "hyp" in sentence.classes:
        return False
    judged = next((h for h in sentence.hits if h.cls == "judge"), None)
    if judged is None or judged.first == sentence.first:
        return False
    return words.words[judged.first - 1] in _WERE and sentence.hits[0].cls in _WHOSE


_JUDGEMENTS = frozenset({"area", "overall"})
_WHOSE = frozenset({"area", "service"})
_WERE = frozenset({"was", "were", "been"})
_GLOSSED = {"gloss"}


def explains(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence says when inspectors ask for something, or what an outcome is.

    `A statement is ordered where there is concern`, `In the last case, a plan is required`,
    `The last of the three outcomes is that ...`, `A statement is what you get when ...`.
    """
    if "what" in sentence.said and _is_what_one_gets(words, sentence):
        return True
    opening = words.words[sentence.first]
    if opening == "in":
        leading = words.words[sentence.first : min(sentence.first + _OPENING, sentence.last)]
        if not _CASES.isdisjoint(leading):
            return not _SUCH.isdisjoint(leading)
    counted = not (sentence.said.isdisjoint(_OUTCOMES) or sentence.said.isdisjoint(_COUNT))
    told = opening not in _ANY or "council" in sentence.classes
    if not counted and (told or not _TOLD.isdisjoint(sentence.said)):
        return False
    said = words.words[sentence.first : sentence.last]
    if counted and any(pair in _IS_THAT for pair in pairwise(said)):
        return True
    if told or not _TOLD.isdisjoint(sentence.said):
        return False
    return any(
        one in _ASKED and two in _WHERE and said[at - 1] in _BEING
        for at, (one, two) in enumerate(pairwise(said))
    )


def _is_what_one_gets(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence says in what case one gets something: `is what areas get when`."""
    if "council" in sentence.classes:
        return False
    said = words.words[sentence.first : sentence.last]
    for at, pair in enumerate(pairwise(said)):
        if pair not in _IS_WHAT:
            continue
        behind = said[at + 2 : at + _CASE]
        when = next((place for place, word in enumerate(behind) if word in _WHERE), 0)
        if when and not _ANYONE.isdisjoint(behind[:2]):
            return _ONCE.isdisjoint(behind[: when + _OF_CASE])
    return False


_IS_WHAT = frozenset({("is", "what"), ("s", "what"), ("are", "what")})
_CASE, _OF_CASE = 10, 5
_ANYONE = frozenset(
    "you they areas councils inspectors happens comes follows ofsted any every area council"
    " partnerships authorities one".split()
)
_ONCE = frozenset("found got said saw asked told did came has had was were visited gave".split())

_OPENING = 5
_CASES = frozenset({"case", "cases", "event"})
_SUCH = frozenset("last latter former first second third worst such either any most".split())
_OUTCOMES = frozenset({"outcomes", "judgements", "categories", "ratings", "gradings"})
_COUNT = frozenset({"three", "four", "possible"})
_IS_THAT = frozenset(
    {("is", "that"), ("means", "that"), ("is", "for"), ("is", "given"), ("is", "where")}
)
_ANY = frozenset({"a", "an", "this", "that", "statements", "plans"})
_TOLD = frozenset({"has", "have", "had", "was", "were", "said", "says", "because"})
_ASKED = frozenset(
    "ordered required requested needed issued used named identified called demanded triggered"
    " given made produced".split()
)
_WHERE = frozenset({"where", "when", "whenever", "if", "wherever"})
_BEING = frozenset({"is", "are", "be"})


def follows_always(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence says what government does in any such case.

    `A notice follows a judgement that ...`, `the department intervenes when services are ...`.
    """
    said = words.words[sentence.first : sentence.last]
    if not _AT_ONE_TIME.isdisjoint(said):
        return False
    if said[0] in _SUCH_ONES:
        of_what = next((at for at, word in enumerate(said[:_FOLLOWED_IN]) if word in STEPS), None)
        return of_what is not None and said[of_what + 1] in _FOLLOWS
    if said[0] in {"the", "ministers"} and not GOVERNMENT.isdisjoint(said[:3]):
        when = next((at for at, word in enumerate(said) if word in _WHEN), 0)
        return bool(when) and any(word in _DOES for word in said[1:when])
    return False


STEPS = frozenset("notice notices direction directions intervention interventions".split())
GOVERNMENT = frozenset({"department", "government", "ministers", "dfe"})
"""Acts of government, and who does them."""

_SUCH_ONES = STEPS | {"a", "an", "any", "such", "every", "improvement", "statutory", "government"}
_FOLLOWS = frozenset("follows follow is are results result comes come applies apply".split())
_WHEN = frozenset({"when", "where", "whenever", "once", "if"})
_DOES = frozenset("intervenes intervene issues issue appoints appoint steps step acts act".split())
_AT_ONE_TIME = frozenset(
    "last this today yesterday week month has have had was were now latest been yet".split()
)
_FOLLOWED_IN = 4


def grade_explained(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence says what a grade means: `Good: services meet needs`."""
    first = sentence.hits[0]
    if first.cls != "grade" or first.first != sentence.first or sentence.role not in _PROSE:
        return False
    behind = first.last + 1
    if behind + _SHORTEST > sentence.last:
        return False
    gap = words.between(first.last, behind)
    return ":" in gap or gap in _DASHES or words.words[behind] in _MEANING


_PROSE = frozenset({BlockRole.PARAGRAPH, BlockRole.LIST_ITEM, BlockRole.TABLE_ROW})
_DASHES = frozenset({" - ", " – ", " — ", " | "})
_MEANING = frozenset({"means", "describes"})
_SHORTEST = 3


def renamed(words: Words, sentence: Sentence) -> bool:
    """Tell whether one grade's name took that of another: `it had taken the place of 'adequate'`.

    Not where somebody's own grade was replaced.
    """
    del words
    if not _OWNED.isdisjoint(sentence.said):
        return False
    return {hit.value for hit in sentence.hits if hit.cls == "grade"} == _NAMES


RENAMING = frozenset({"replaced", "replaces", "place", "way", "renamed", "became"})
"""Words without one of which no name of a grade took another's place."""

_NAMES = {"adequate", "requires_improvement"}
_OWNED = frozenset({"its", "their", "our", "council", "services"})


def asks_what_it_means(words: Words, sentence: Sentence) -> bool:
    """Tell whether a line asks what such a grade means: `What an inadequate rating means`."""
    low = words.words
    if low[sentence.first] not in _QUESTION:
        return False
    return any(
        low[hit.first - 1] in _ANY_SUCH for hit in sentence.hits if hit.cls == "grade" and hit.first
    )


MEANING = frozenset({"means", "mean"})
"""Words without one of which no line asks what something means."""

_QUESTION, _ANY_SUCH = frozenset({"what", "explained"}), frozenset({"a", "an"})


def of_those_rated(words: Words, sentence: Sentence) -> bool:
    """Tell whether whoever has a grade is spoken of: `better than those deemed inadequate`.

    Or what befalls them in general: `Those that require improvement are normally seen again`.
    Not where they are named below: `Those rated inadequate:`.
    """
    low = words.words
    if words.text[sentence.end - 1] == ":":
        return False
    usual = not _USUAL.isdisjoint(sentence.said) and "area" not in sentence.classes
    return any(
        low[word] == "those"
        and (low[word + 1] in _RATED or (usual and low[word + 1] in _HAVING_ONE))
        for word in range(sentence.first, sentence.last - 1)
    )


def of_any_way(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence says how it goes for anybody: `to good usually takes a year`.

    Or what is the best or worst that there is: `At best, an area's services lead to`, `the lowest
    grade is inadequate`.
    """
    low = words.words
    if low[sentence.first : sentence.first + 2] in _AT_MOST or _is_for(low, sentence):
        return True
    if any(
        h.cls == "grade"
        and low[h.first - 1] == "is"
        and low[h.first - 2] in _GRADE
        and low[h.first - 3] in _EXTREME
        for h in sentence.hits
        if h.first - sentence.first > _FROM_EXTREME
    ):
        return True
    return any(
        h.cls == "grade"
        and not _TAKES.isdisjoint(low[h.last + 1 : h.last + 4])
        and not _USUAL.isdisjoint(low[h.last + 1 : h.last + 4])
        for h in sentence.hits
    )


def _is_for(low: list[str], sentence: Sentence) -> bool:
    """Tell whether a sentence opens with whom an outcome is for: `The lowest is for areas with`."""
    opening = low[sentence.first : min(sentence.last, sentence.first + _TO_ITS_VERB)]
    if opening[:1] != ["the"] or not opening[1:] or opening[1] not in USUALLY:
        return False
    return any(pair in _IS_MEANT for pair in pairwise(opening))


_TO_ITS_VERB = 6
_IS_MEANT = frozenset({("is", "for"), ("is", "given"), ("goes", "to"), ("is", "when")})
_AT_MOST = (["at", "best"], ["at", "worst"])
_TAKES = frozenset({"take", "takes"})
_GRADE = frozenset("grade rating judgement judgment mark category outcome band".split())
_EXTREME = frozenset({"best", "worst", "lowest", "highest", "bottom", "top"})
_FROM_EXTREME = 2
USUALLY = _TAKES | _EXTREME | {"middle"}
THOSE = frozenset({"those"})
_USUAL = frozenset("normally usually generally typically ordinarily routinely can will may".split())
_HAVING_ONE = frozenset({"that", "which", "who", "requiring", "with"})
_RATED = frozenset("rated judged graded deemed ranked classed found".split())

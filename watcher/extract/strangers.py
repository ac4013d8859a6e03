"""Bodies that no list names: `a tuition centre in Leeds was judged inadequate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def of_some_body(page: Page, sentence: Sentence, grade: Hit) -> bool:
    """Tell whether a grade is that of something in a council's area, or that a council runs.

    It is spoken of as one of many (`a centre in Leeds`), and the grade follows the place at once.
    """
    words = page.words
    places = [h for h in sentence.hits if h.cls == "council" and h.last < grade.first]
    if not places:
        return False
    if not _RELATIVE.isdisjoint(sentence.said) and _in_aside(words, sentence, places[-1]):
        return True
    last = place = places.pop()
    while places and place.first - places[-1].last <= _JOINED:
        place = places.pop()
    if place.first - sentence.first < _LEAST or words.words[place.first - 1] not in _PLACING:
        return False
    thing = grade.cls == "grade" and _thing(words, sentence, place)
    if not (thing or _one_of_many(words, sentence, place)):
        return False
    return _at_once(sentence, words, last, grade)


_JOINED = 2
_LEAST = 2
_PLACING = frozenset({"in", "near", "by", "at"})
_LINKING = frozenset(
    "was were is are has have been being be to as told its their now also again still just by"
    " there that".split()
)
_BETWEEN = frozenset({"judge", "be", "area", "overall", "rating", "now", "same", "inspectorate"})
_ACROSS = 12
_MANY_WORDS = 7


def _at_once(sentence: Sentence, words: Words, place: Hit, grade: Hit) -> bool:
    """Tell whether only verbs stand between a place and a grade: `Leeds has been judged to be`.

    Towns may be named beside it: `in Coventry, Nuneaton and Rugby has been told by Ofsted`.
    """
    if grade.first - place.last > _ACROSS:
        return False
    start = place.last + 1
    while start < grade.first and (
        words.words[start] == "and" or words.text[words.starts[start]].isupper()
    ):
        start += 1
    left = set(range(start, grade.first))
    for hit in sentence.hits:
        if hit.cls in _BETWEEN and place.last < hit.first < grade.first:
            left.difference_update(range(hit.first, hit.last + 1))
    return all(words.words[word] in _LINKING for word in left)


def _one_of_many(words: Words, sentence: Sentence, place: Hit) -> bool:
    """Tell whether what stands in front of a place is `a` something that is none of ours."""
    low = words.words
    theirs = low[place.first - 2] in _BUSINESSES
    for word in range(place.first - 2, max(sentence.first, place.first - _MANY_WORDS) - 1, -1):
        if not theirs and (low[word] in _OURS or _ours(words, sentence, word)):
            return False
        if low[word] in _INDEFINITE:
            return word == sentence.first or low[word - 1] not in _PLACING
    return False


def _thing(words: Words, sentence: Sentence, place: Hit) -> bool:
    """Tell whether a sentence opens with a mere thing of a place: `Roads in Leeds`."""
    first = sentence.first
    if place.first != first + 2 or words.words[first + 1] != "in":
        return False
    return words.words[first] not in _WORK and sentence.hits[0].first > first


_WORK = frozenset("care safeguarding protection help leaders managers workers children".split())
"""What a council does for children and who does it, where nothing but a place is named."""


def _ours(words: Words, sentence: Sentence, word: int) -> bool:
    """Tell whether a word is that of a council's service, and not what another body deals with."""
    return any(
        hit.cls in _KNOWN and hit.first <= word <= hit.last and words.words[hit.first - 1] != "with"
        for hit in sentence.hits
    )


_BUSINESSES = frozenset("company firm business school college nursery club charity prison".split())
"""What is none of a council's, whatever it does: `a SEND tuition company in Kent`."""

_INDEFINITE = frozenset("a an one two three four another".split())
_KNOWN = frozenset("service generic area council inspectorate kind rating grade pronoun".split())
_OURS = frozenset(
    "service services team report letter inspection visit review authority department trust system"
    " area areas category categories judgement judgements strands"
    " partnership".split()
)


def _in_aside(words: Words, sentence: Sentence, place: Hit) -> bool:
    """Tell whether a council only stands in what is said of another: `Acme, which works for X,`."""
    if "," not in words.between(place.last, place.last + 1):
        return False
    for word in range(place.first - 1, max(sentence.first, place.first - _ASIDE), -1):
        if words.words[word] in _RELATIVE and "," in words.between(word - 1, word):
            heads = any(h.cls in _HEADS and h.first < word for h in sentence.hits)
            return not heads and not _runs(words, sentence, word, place)
    return False


def _runs(words: Words, sentence: Sentence, aside: int, place: Hit) -> bool:
    """Tell whether an aside is of who runs a council's services: `which runs services in X,`."""
    return not _RUNNING.isdisjoint(words.words[aside : place.first]) and any(
        h.cls == "service" and aside < h.first < place.first for h in sentence.hits
    )


_RUNNING = frozenset({"runs", "run", "delivers", "ran", "running"})
_ASIDE = 12
_RELATIVE = frozenset({"which", "who"})
OF_A_PLACE = _PLACING | _RELATIVE
"""Words without one of which nothing is said to be in a council's area, or to be run by one."""

_HEADS = frozenset({"service", "generic", "area", "council", "pronoun"})


def of_a_neighbour(page: Page, sentence: Sentence, grade: Hit) -> bool:
    """Tell whether a grade is that of some other council: `a neighbouring authority's rating`.

    Not where it is only compared with (`unlike a neighbouring council, it`), or is named.
    """
    low = page.words.words
    for hit in reversed(sentence.hits):
        if hit.last >= grade.first or hit.cls not in _HEADS:
            continue
        if hit.cls == "service" and _possessed(low, hit):
            continue
        if hit.cls != "generic":
            return False
        if low[hit.first] in _SOME or low[hit.first - 1] not in NEARBY:
            return False
        article = hit.first - 2
        if article < sentence.first or low[article] not in _SOME:
            return False
        front = low[sentence.first : article]
        if front[-1:] in _COMPARING or not _RELATIVE.isdisjoint(front):
            return False
        return not any(h.cls == "council" and h.last == article - 1 for h in sentence.hits)
    return False


def of_an_unnamed(page: Page, sentence: Sentence, grade: Hit) -> bool:
    """Tell whether a grade is that of some council: `it helps an authority whose services are`.

    Not where a council is said to be that one, or where a sentence opens with it.
    """
    low = page.words.words
    for hit in reversed(sentence.hits):
        if hit.last >= grade.first or hit.cls != "generic":
            continue
        named = any(h.cls == "council" and h.last < hit.first for h in sentence.hits)
        if sentence.index <= _OPENING and not named:
            return False
        if low[hit.first] not in _SOME or hit.first == sentence.first:
            return False
        opens = low[hit.last + 1 : min(hit.last + _TO_ITS_CLAUSE, grade.first)]
        if low[hit.first - 1] in _IDENTIFYING or OPENING.isdisjoint(opens):
            return False
        return not any(h.cls == "council" and h.last == hit.first - 1 for h in sentence.hits)
    return False


def of_another(page: Page, sentence: Sentence, grade: Hit) -> bool:
    """Tell whether a grade is that of one more council, which is not named, or of one elsewhere.

    Where none has been named yet `another council` is the one that the page is about.
    """
    if "council" in sentence.classes or not any(
        one.index < sentence.index and one.role is not BlockRole.TITLE
        for one in page.having("council")
    ):
        return False
    low = page.words.words
    for hit in sentence.hits:
        if hit.cls == "generic" and hit.last < grade.first:
            front = low[max(sentence.first, hit.first - 1) : hit.first + 1]
            if "another" in front:
                return True
            behind = low[hit.last + 1 : hit.last + 4]
            if not _ONE.isdisjoint(front) and (behind[:1] == ["elsewhere"] or behind in _AFAR):
                return True
    return False


ANOTHER = frozenset({"another", "elsewhere", "north", "south", "east", "west", "region"})
"""Words without one of which no sentence speaks so of some other council."""

_ONE = frozenset({"one", "a"})
_AFAR = [["in", "the", part] for part in ("north", "south", "east", "west", "region")]
_OPENING, _TO_ITS_CLAUSE = 1, 9
OPENING = frozenset({"whose", "where"})
"""Words with which something is said of the noun in front."""

_IDENTIFYING = frozenset("is was are were be been become becomes became remain remains as".split())


def _possessed(low: list[str], service: Hit) -> bool:
    """Tell whether a service has its owner in front: `a nearby council's children's services`."""
    return low[service.first - 1] == "s" or low[service.first] == "s"


NEARBY = frozenset({"neighbouring", "neighbour", "nearby", "adjoining", "adjacent", "bordering"})
_SOME = frozenset({"a", "an", "one", "another", "its", "our", "their"})
_COMPARING = (["unlike"], ["like"], ["than"], ["as"])

"""For what a grade is given: the judgements named in front of it or behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.asides import left_for_an_aside, shares
from watcher.extract.claims import AREAS
from watcher.extract.granted import given_for, no_more_told, of_a_part
from watcher.extract.listed import areas_before, is_anothers, listed_areas
from watcher.extract.predicates import taken_up
from watcher.extract.things import got_by_some
from watcher.model.vocabulary import Area, Outcome

if TYPE_CHECKING:
    from watcher.extract.graded import Graded
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_NEAR = 12


def areas_of(words: Words, sentence: Sentence, one: Graded, subject: Hit | None) -> list[Area]:
    """Give the areas that a grade is given for: in front of it, or listed behind `for`."""
    hit, clause = one.hit, one.clause
    if "area" not in clause.classes and "area" not in sentence.classes:
        return _without_area(words, one, subject)
    found = listed_areas(words, sentence, one)
    if found:
        return found
    whole = subject is None or subject.cls != "area" or words.words[hit.first - 1] == "an"
    whole = whole or (subject is not None and _of_the_one_before(words, clause, subject))
    if whole and _says_overall(words, hit):
        return [Area.OVERALL]
    overall = not clause.classes.isdisjoint(_WHOLE) and _of_all(words, clause, hit)
    if "area" in clause.classes:
        found = _named(words, sentence, one, (subject, overall))
    found = found or ([] if overall else _of_relative(words, sentence, one))
    if overall or (found and "overall" in clause.classes and _heads_list(words, clause, hit)):
        found.insert(0, Area.OVERALL)
    elif not found and _of_safeguarding(words, clause, hit, subject):
        found = _of_safeguarding(words, clause, hit, subject)
    elif not found and subject is None:
        found = _area_in_front(sentence, hit)
    return list(dict.fromkeys(found)) if found else [Area.OVERALL]


def _of_the_one_before(words: Words, clause: Clause, subject: Hit) -> bool:
    """Tell whether a judgement has a grade in front: `outstanding for leadership and good`."""
    if words.words[subject.first - 1] not in _GIVEN_FOR:
        return False
    return any(h.cls == "grade" and 0 < subject.first - h.last <= _NEXT for h in clause.hits)


_GIVEN_FOR = frozenset({"for", "in", "on"})
_NEXT = 3


def _without_area(words: Words, one: Graded, subject: Hit | None) -> list[Area]:
    """Give what a grade is given for where no judgement is named: nearly always for the whole."""
    hit, clause = one.hit, one.clause
    front = words.words[max(0, hit.first - _PARTLY) : hit.first]
    others = front[-2:-1] == ["others"] or ("only" in front and not _PARTS.isdisjoint(front))
    if others and front[-1:] in _JUDGED:
        return [Area.OTHER]
    if one.outcome in _WELL and got_by_some(words, clause, hit):
        return [Area.OTHER]
    if subject is not None and of_a_part(
        words.words[max(0, subject.first - _SOON) : subject.first]
    ):
        return [Area.OTHER]
    found = _of_safeguarding(words, clause, hit, subject)
    if not found or _says_overall(words, hit) or _of_all(words, clause, hit):
        return [Area.OVERALL]
    return found


_WELL = frozenset({Outcome.GOOD, Outcome.OUTSTANDING})
_PARTLY, _JUDGED = 6, (["rated"], ["judged"], ["graded"])
_PARTS = frozenset({"part", "area", "aspect", "strand", "element", "bit", "judgement"})


def _of_relative(words: Words, sentence: Sentence, one: Graded) -> list[Area]:
    """Give the area that a clause is about: `care leavers, for whom services were good`.

    It may also be taken up again behind such a clause: `care leavers, who had been ..., are good`.
    """
    if "area" not in sentence.classes:
        return []
    head = taken_up(words, sentence, one.clause, one.hit) or shares(words, sentence, one.hit)
    if head is not None and head.cls == "area":
        return [AREAS[head.value]]
    left = left_for_an_aside(words, sentence, one.clause)
    if left is not None:
        return [AREAS[left.value] if left.cls == "area" else Area.OVERALL]
    low = words.words
    for word in range(one.hit.first - 1, max(sentence.first, one.hit.first - _NEAR), -1):
        if (low[word] == "which" and (low[word + 1] in _FARING or low[word + 1] in _FINDERS)) or (
            low[word] == "who" and not _GETTING.isdisjoint(low[word + 1 : word + 3])
        ):
            return _joined_up_to(words, sentence, _without_number(low, word))
        if low[word] == "them" and low[word - 1] in _FOR_WHOM:
            return [AREAS[h.value] for h in sentence.hits if h.cls == "area" and h.last < word][-1:]
        if low[word] in _ABOUT_IT:
            behind = word - 1 - (low[word - 1] in _FOR_WHOM)
            return [AREAS[h.value] for h in sentence.hits if h.cls == "area" and h.last == behind]
    return []


def _joined_up_to(words: Words, sentence: Sentence, word: int) -> list[Area]:
    """Give the areas that end in front of a word: `children in care and care leavers, which`."""
    found: list[Area] = []
    for hit in reversed(sentence.hits):
        if hit.cls == "area" and hit.last == word - 1:
            found.insert(0, AREAS[hit.value])
            word = hit.first
            while words.words[word - 1] in _JOINED:
                word -= 1
    return found


def _without_number(low: list[str], word: int) -> int:
    """Give where a relative clause begins, with how many it is of: `, in each of which it`."""
    if low[word - 1] != "of":
        return word
    while low[word - 1] in _OF_HOW_MANY:
        word -= 1
    return word


_OF_HOW_MANY = frozenset("of each both all in for three four two either".split())
_JOINED = frozenset({"and", "for", "in", "on", "both"})
_FARING = frozenset(
    "was were is are had held retained kept got received earned stayed remained".split()
)
_GETTING = frozenset("get gets receive receives have has".split())
_FINDERS = frozenset({"they", "inspectors", "ofsted", "it"})
_ABOUT_IT = frozenset({"where", "whose", "whom"})
_FOR_WHOM = frozenset({"for", "of", "in"})


def _of_safeguarding(words: Words, clause: Clause, hit: Hit, subject: Hit | None) -> list[Area]:
    """Give what services called by their task are graded for: `child protection services`.

    `Safeguarding and looked-after children's services` were two judgements of one inspection.
    """
    if "kind" in clause.classes:
        for other in clause.hits:
            if other.cls == "kind" and other.last < hit.first and _of_both(words, other):
                return [Area.HELP_AND_PROTECTION, Area.CHILDREN_IN_CARE]
    if subject is not None and subject.cls == "service" and _protects(words, subject):
        return [Area.HELP_AND_PROTECTION]
    return []


def _protects(words: Words, service: Hit) -> bool:
    low = words.words[service.first]
    return low == "safeguarding" or (low == "child" and words.words[service.first + 1] == _TASK)


def _of_both(words: Words, kind: Hit) -> bool:
    """Tell the two judgements of an inspection from the inspection itself."""
    said = words.words[kind.first : kind.last + 1]
    if said[0] != "safeguarding" or "looked" not in said or said[-1].startswith("inspection"):
        return False
    return words.words[kind.first - 1] not in {"of", "into", "on"}


_TASK = "protection"


def _says_overall(words: Words, hit: Hit) -> bool:
    """Tell `good overall` from `good, overall services are` and `good overall effectiveness`."""
    if hit.last == hit.first:
        return False
    said = words.words[hit.first : hit.last + 1]
    if "overall" not in said or words.words[hit.last + 1 : hit.last + 2] == ["effectiveness"]:
        return False
    written = words.text[words.starts[hit.first] : words.end(hit.last)]
    return all(char.isalpha() or char in _QUOTED for char in written)


_QUOTED = frozenset(" '\"‘’“”")


_WHOLE = frozenset({"overall", "service"})


def _of_all(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade is said to be the overall one.

    `Overall effectiveness of services for children in care` is one judgement's.
    """
    for other in clause.hits:
        if other.cls not in _WHOLE or abs(other.first - hit.first) > _NEAR:
            continue
        if other.cls == "service" and words.words[other.first] != "overall":
            continue
        if not _BUT_FOR.isdisjoint(words.words[other.last + 1 : hit.first]):
            continue
        if other.cls == "overall" and _of_another(clause, other, hit):
            continue
        if other.cls == "overall" and is_anothers(words, clause, other):
            continue
        behind = range(other.last + 1, other.last + _OF_IT)
        if _WHOSE.isdisjoint(words.words[other.last + 1 : other.last + 2]) or not any(
            h.first in behind and (h.cls == "area" or (h.cls == "service" and _protects(words, h)))
            for h in clause.hits
        ):
            return True
    return False


def _of_another(clause: Clause, overall: Hit, hit: Hit) -> bool:
    """Tell whether it is another grade that stands nearer to `overall`, on its far side."""
    nearer = 2 * overall.first - hit.first
    return any(
        g.cls == "grade" and g.value != hit.value and overall.first < g.first < nearer
        for g in clause.hits
        if hit.last < overall.first
    )


def _heads_list(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether the overall grade is the first of a list: `overall effectiveness, help and`."""
    head = next(h for h in clause.hits if h.cls == "overall")
    if head.last >= hit.first or not words.between(head.last, head.last + 1).startswith(","):
        return False
    verbs = [at for at in range(head.last + 1, hit.first) if words.words[at] in _ARE]
    return bool(verbs) and hit.first - verbs[0] <= _ALL_RATED


_ARE = frozenset({"is", "are", "was", "were", "has", "have", "had"})
_ALL_RATED = 5
_OF_IT = 7
_WHOSE = frozenset({"of", "for"})
_BUT_FOR = frozenset({"only", "except", "bar", "apart", "besides"})
"""What sets one judgement against the rest: `across all areas, with only leadership rated good`."""


def _named(
    words: Words, sentence: Sentence, one: Graded, told: tuple[Hit | None, bool]
) -> list[Area]:
    """Give the areas that the clause of a grade gives it for; `told` is whose grade it is."""
    hit, clause = one.hit, one.clause
    subject, overall = told
    before, after = _areas_around(clause, hit, words)
    if after and given_for(words, hit, after[0]):
        return [AREAS[area.value] for area in after]
    if after and _describes(words, hit, after[0]):
        return [AREAS[after[0].value]]
    if after and _of_its_own(words, clause, hit, after[0]):
        return [AREAS[after[0].value]]
    if overall and "with" in words.words[max(clause.first, hit.first - _WITH) : hit.first]:
        return []
    if before and not _of_the_whole(words, before[-1], subject, hit, overall=overall):
        return [AREAS[area.value] for area in [*areas_before(words, sentence, clause), *before]]
    near = after and not overall and subject is None and after[0].first - hit.last <= _SOON
    return [AREAS[after[0].value]] if near and not _starts_anew(words, hit, after[0]) else []


def _starts_anew(words: Words, hit: Hit, area: Hit) -> bool:
    """Tell whether a comma parts a grade from whom the next clause tells: `good", leaders have`."""
    if "," not in words.between(hit.last, hit.last + 1):
        return False
    return words.behind(area.last) in _GOING_ON


_GOING_ON = frozenset({"have", "has", "had", "are", "is", "were", "was"})
_SOON, _WITH = 4, 6


def _describes(words: Words, hit: Hit, area: Hit) -> bool:
    """Tell whether a grade describes the judgement behind it: `provides good services for ...`."""
    front, between = words.words[hit.first - 1], words.words[hit.last + 1 : area.first]
    if front == "with":
        return not between
    if front not in _PROVIDING or not _SERVING.issuperset(between):
        return False
    return bool(between) or words.words[area.first] in _SERVING


_PROVIDING = frozenset(
    "provide provides provided providing offer offers offered offering deliver delivers delivered"
    " delivering found finds".split()
)
_SERVING = frozenset("services service support help care work for to with its".split())


def _of_its_own(words: Words, clause: Clause, hit: Hit, area: Hit) -> bool:
    """Tell whether a grade describes what a service has: `outstanding social care leadership`."""
    service = next((h for h in clause.hits if h.cls == "service" and h.first == hit.last + 1), None)
    if service is None or area.first != service.last + 1:
        return False
    return _CLOSING.isdisjoint(words.text[words.end(hit.last) : words.starts[area.first]])


_CLOSING = frozenset(",;:.()–—|\t\n")


def _of_the_whole(words: Words, area: Hit, subject: Hit | None, hit: Hit, *, overall: bool) -> bool:
    """Tell whether the service as a whole is judged: `leadership had improved and services are`."""
    if subject is None or subject.cls != "service":
        return False
    if not _TOGETHER.isdisjoint(words.words[subject.last + 1 : hit.first]):
        return False
    between = words.words[area.last + 1 : subject.first]
    return overall or ("and" in between and not _FINITE.isdisjoint(between))


_TOGETHER = frozenset({"all", "both"})
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "improved", "declined"})


def _areas_around(clause: Clause, hit: Hit, words: Words) -> tuple[list[Hit], list[Hit]]:
    """Give the areas between a grade and the one before it, and up to the one behind it."""
    floor, roof = clause.first - 1, clause.last
    areas: list[Hit] = []
    for other in clause.hits:
        cls = other.cls
        if cls == "area":
            if _is_judged(words, other):
                areas.append(other)
        elif cls == "grade" and other.value != hit.value:
            if other.last < hit.first and not _came_from(words, other, hit):
                floor = max(floor, other.last)
            elif other.first > hit.last:
                roof = min(roof, other.first)
        elif cls in _COMMENDED and areas and no_more_told(words, areas[-1], other, hit):
            floor = max(floor, other.last)
    before = [h for h in areas if floor < h.first < hit.first]
    after = [h for h in areas if hit.last < h.first < roof]
    return before, after


def _is_judged(words: Words, area: Hit) -> bool:
    """Tell a judgement from people of whom something is told, and from one that is left out."""
    low, behind = words.words, area.last + 1
    about = _PEOPLE if area.value == _LEADERS else _EVENTS
    if behind < len(low) and low[behind] in about and words.after(area.last):
        return False
    return low[area.first - 1] not in _LEAVING_OUT or not _left_out(words, area)


_COMMENDED = frozenset({"positive", "negative"})
_EVENTS = frozenset({"scandal", "scandals", "inquiry", "crisis"})
"""What is called by what it was about, and no judgement."""

_LEADERS = str(Area.LEADERS)
_PEOPLE = _EVENTS | frozenset(
    "warned told accused criticised blamed urged failing unable unaware said say who".split()
)
"""What is told of people, whose work is not what a grade is given for: `with leaders warned`."""


def _left_out(words: Words, area: Hit) -> bool:
    """Tell whether a judgement is named as the one that fared otherwise: `all but leaders`."""
    front = words.words[max(0, area.first - 2) : area.first]
    return front[-1:] in (["except"], ["bar"], ["excepting"]) or front in _OTHERWISE


_OTHERWISE = (["except", "for"], ["apart", "from"], ["areas", "but"], ["other", "than"])
_LEAVING_OUT = frozenset({"except", "bar", "excepting", "for", "from", "but", "than"})
"""The last of such words."""


def _came_from(words: Words, old: Hit, new: Hit) -> bool:
    """Tell whether a grade went from one to the other: both are given for the same."""
    front = words.words[max(0, old.first - _BY_FROM) : old.first]
    return words.words[new.first - 1] == "to" and "from" in front


_BY_FROM = 3


def _area_in_front(sentence: Sentence, hit: Hit) -> list[Area]:
    """Give the area named just before a clause that names none: `one area - leaders - was ...`."""
    if "area" not in sentence.classes:
        return []
    for other in reversed(sentence.hits):
        if other.first >= hit.first:
            continue
        if other.cls == "area" and hit.first - other.last <= _NEAR:
            return [AREAS[other.value]]
        if other.cls in {"grade", "service", "generic", "council", "overall"}:
            break
    return []

"""What is said to be good: a predicate without a word for judging or rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.segment import split_clauses
from watcher.extract.things import ONE_PART, THIS, counts_areas

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


_LINKING = frozenset(
    {"is", "are", "was", "were", "be", "remain", "remains", "remained", "stay", "stays", "stayed"}
)
_ADVERBS = frozenset(
    "still now again also both all each once found to only just merely officially".split()
)
ENDS = frozenset(
    "no by overall again now still too while whilst whereas but and with for according thanks"
    " because although though despite following".split()
)


def predicated(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a judgement area, a service or leaders `are good`, and nothing follows."""
    word = _verb_before(words, clause, hit)
    if _contracted(words, clause, hit.first - 1):
        word = hit.first - 1
    elif word is None or words.words[word] not in _LINKED:
        return False
    if not _headed(words, clause, word) and taken_up(words, sentence, clause, hit) is None:
        return False
    if hit.last + 1 >= len(words.words) or hit.last + 1 >= clause.last:
        return True
    gap = words.between(hit.last, hit.last + 1).strip()
    return bool(gap) or words.words[hit.last + 1] in ENDS or when_behind(words, hit)


_LINKED = _LINKING | {"been"}


def _contracted(words: Words, clause: Clause, word: int) -> bool:
    """Tell whether a verb is but an ending: `For care leavers, it's adequate`."""
    if words.words[word - 1 : word + 1] not in _IT_S:
        return False
    near = word - 3 if "," in words.between(word - 2, word - 1) else word - 2
    return any(h.cls in _JUDGED and near <= h.last < word - 1 for h in clause.hits)


_IT_S = (["it", "s"], ["they", "re"], ["we", "re"])


def _headed(words: Words, clause: Clause, verb: int) -> bool:
    """Tell whether what is judged stands before a verb: not `care leavers whose flats were`."""
    heads = [h for h in clause.hits if h.cls in _JUDGED and h.last < verb]
    if not heads or verb - heads[-1].last > _NEAR_HEAD:
        return False
    if words.words[heads[-1].first - 1] in _PARTIAL and clause.first < heads[-1].first:
        return False
    return "whose" not in words.words[heads[-1].last + 1 : verb]


def taken_up(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> Hit | None:
    """Give whose predicate goes on behind what was put in: `leaders, which had failed, are good`.

    Without a comma it takes a verb too many: `services which were good in 2016 are inadequate`.
    """
    verb = _resumed_at(words, clause, hit)
    if verb is None or clause.first == sentence.first:
        return None
    edge = clause.first
    if words.words[edge] in _RELATIVE:
        front = [h for h in clause.hits if h.cls == "grade" and h.last < verb]
        if "," in words.between(verb - 1, verb):
            front = [h for h in clause.hits if h.last < verb][-1:]
        if not front:
            return None
        if not _JOINING.isdisjoint(words.words[max(front[-1].last, edge + 1) : verb]):
            return None
    elif verb == edge:
        edge = next(c.first for c in split_clauses(sentence, words) if c.last == edge)
        if words.words[edge] not in _RELATIVE:
            edge = verb
    else:
        return None
    return _owner_of(words, sentence, edge)


def _owner_of(words: Words, sentence: Sentence, edge: int) -> Hit | None:
    """Give the judgement in front of something put in, also `leaders in Kent, which`."""
    head = next((h for h in reversed(sentence.hits) if h.last < edge and h.cls in _OWNERS), None)
    if head is None:
        return None
    if head.cls == "council" and words.words[head.first - 1] == "in":
        place = head.first - 2
        head = next((h for h in sentence.hits if h.last == place), head)
    elif edge - head.last > _NEAR_OWNER:
        return None
    return head if head.cls in _JUDGED else None


def _resumed_at(words: Words, clause: Clause, hit: Hit) -> int | None:
    """Give the verb of a predicate, also of one that goes on behind a relative clause."""
    verb = _verb_before(words, clause, hit)
    if verb is None and words.words[clause.first] in _RELATIVE:
        return _judged_before(words, clause, hit)
    return verb


def _judged_before(words: Words, clause: Clause, hit: Hit) -> int | None:
    """Give the form of `to be` with which something is judged, behind a comma: `, was rated`."""
    word = hit.first - 1
    while word > clause.first and words.words[word] in _JUDGING:
        word -= 1
    being = word > clause.first and words.words[word] in _BEING
    return word if being and "," in words.between(word - 1, word) else None


_JUDGING = frozenset(
    "rated judged graded deemed found considered given as to be been also a an the".split()
)
_RELATIVE = frozenset({"which", "who", "that"})
_JOINING = frozenset({"and", "but", "or", "while", "whilst", "whereas", "which", "who"})
_NEAR_HEAD = 6
_JUDGED = frozenset({"area", "service", "overall"})

_BEING = _LINKING | {"been", "re", "d", "become", "became", "becomes"}
_TIMELY = frozenset("in since until from as at last when by under after".split())
"""What may follow a grade that a council is said to have: the time at which it had it."""


def had_been(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether the pluperfect gives a grade: `had been good`, `having been judged good`."""
    word = hit.first - 1
    while word > clause.first and words.words[word] in _PERFECT_FILLERS:
        word -= 1
    if word <= clause.first or words.words[word] != "been":
        return False
    return not _HAD.isdisjoint(words.words[max(clause.first, word - 3) : word])


_HAD = frozenset({"had", "having", "d"})
_PERFECT_FILLERS = frozenset(
    "rated judged graded deemed found considered branded labelled classed given as to be only just"
    " previously formerly a an the its overall".split()
)


_RECALLING = frozenset({"past", "now", "same", "inspectorate", "kind", "rating"})


def stated(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a council is said to be good, and nothing else: `Leeds and York were good.`.

    What only a pronoun is said to be needs a word of an inspection or of time beside it.
    """
    head = stated_of(words, clause, hit)
    if head != "council" and behind_insertion(words, sentence, clause, hit):
        return closes(words, sentence, hit)
    if head not in {"council", "generic", "pronoun"} or not closes(words, sentence, hit):
        return False
    if not _PARTIAL.isdisjoint(words.words[clause.first : hit.first]):
        return False
    if words.words[hit.last + 1 : hit.last + 2] == ["for"] and "area" in clause.classes:
        return True
    if head != "pronoun" or not sentence.classes.isdisjoint(_RECALLING):
        return True
    if any(h.cls == "area" and h.last == clause.first - 1 for h in sentence.hits):
        return True
    return when_behind(words, hit) or _year_in_front(words, sentence)


def behind_insertion(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether its old grade stands between what is good and the verb.

    `Leeds, rated inadequate in 2019, is now good`.
    """
    verb = _verb_before(words, clause, hit)
    if verb is None or not words.between(verb - 1, verb).startswith(","):
        return False
    owner = [h for h in sentence.hits if h.cls in _INSERTED and h.last < verb - 1]
    opened = [h for h in owner if words.between(h.last, h.last + 1).startswith(",")]
    if not opened:
        return False
    if opened[-1].first == sentence.first and words.words[opened[-1].last + 1] in _TELLING:
        return opened[-1].cls == "council"
    put_in = _OLD if opened[-1].cls == "area" else _PUT_IN
    return any(h.cls in put_in and opened[-1].last < h.first < verb for h in sentence.hits)


_PUT_IN, _OLD = frozenset({"grade", "inspectorate", "past"}), frozenset({"grade"})
_TELLING = frozenset({"which", "whose", "where", "who"})
_INSERTED = frozenset({"council", "service", "generic", "area"})


def _year_in_front(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence opens with its year: `In 2019 they were good`."""
    opening = words.words[sentence.first : sentence.first + 2]
    return opening[0] == "in" and _is_year(opening[-1])


_PARTIAL = frozenset({"some", "many", "most", "few", "often", "sometimes"})


def stated_of(words: Words, clause: Clause, hit: Hit) -> str | None:
    """Give what kind of word is said to `be good`, None when nothing is."""
    word = _verb_before(words, clause, hit)
    if word is None:
        return None
    if words.words[clause.first] in _TAKING_UP.get(word - clause.first, ()):
        return "pronoun"
    if words.words[word - 1] in ONE_PART and words.words[word - 2] in THIS:
        return "pronoun"
    if not _OF_TWO.isdisjoint(words.words[max(clause.first, word - _NEAR_OWNER) : word]):
        return "council"
    head = next((h for h in reversed(clause.hits) if h.last < word and h.cls in _OWNERS), None)
    if any(h.cls == "past" and h.first < word <= h.last for h in clause.hits):
        return "pronoun"
    if head is None or word - head.last > _NEAR_OWNER:
        return None
    if head.cls != "council" or words.words[head.first - 1] not in _PLACING:
        return head.cls
    return head.cls if head.first == clause.first or _ours_in(words, clause, head) else None


def _ours_in(words: Words, clause: Clause, place: Hit) -> bool:
    """Tell `services in Leeds`, and `the service that a trust runs for it`, from `the weather`."""
    near = [h for h in clause.hits if h.cls in _SERVING and 0 < place.first - h.last <= _RUN_FAR]
    if not near or place.first - near[-1].last <= _NEAR_OWNER:
        return bool(near)
    return not _RUN_FOR.isdisjoint(words.words[near[-1].last + 1 : place.first])


_RUN_FAR = 10
_RUN_FOR = frozenset({"run", "runs", "provides", "delivers"})
_SERVING = frozenset({"service", "generic", "area", "pronoun"})


_PLACING = frozenset({"in", "of", "for", "near", "from", "around", "across"})
"""A council behind one of these is where something is, not what is spoken of."""


_TAKING_UP = {1: ("which", "both"), 2: ("all", "these", "those")}
_OF_TWO = frozenset({"latter", "former"})
_OWNERS = frozenset("council service area generic pronoun other weak quality cqc".split())
_NEAR_OWNER = 4


def _verb_before(words: Words, clause: Clause, hit: Hit) -> int | None:
    """Give the form of `to be` that a word completes, None when there is none."""
    word = hit.first - 1
    if "," in words.between(word, hit.first):
        word = _before_insertion(words, clause, word)
    while word > clause.first and words.words[word] in _ADVERBS:
        word -= 1
    if words.words[word] in _FORTH and words.words[word - 1] in _COMING and word > clause.first:
        return word - 1
    return word if word >= clause.first and words.words[word] in _BEING else None


_FORTH, _COMING = frozenset({"out", "back"}), frozenset({"came", "comes", "come", "coming"})
"""A place comes out good, or its report does."""


def _before_insertion(words: Words, clause: Clause, last: int) -> int:
    """Give the word before what a comma closes there: `it is, on the other hand, good`."""
    for word in range(last, max(clause.first, last - _INSERTED_WORDS), -1):
        if "," in words.between(word - 1, word):
            return word - 1
    return last


_INSERTED_WORDS = 4


def closes(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a predicate ends with the word, or with the time at which it held."""
    behind = hit.last + 1
    if behind >= sentence.last:
        return True
    if words.between(hit.last, behind).strip(" '\"”’"):
        return True
    if words.words[behind] == "for":
        return any(
            h.cls in _GIVEN_FOR and 0 < h.first - behind <= _TO_ITS_AREA for h in sentence.hits
        )
    if "past" in sentence.classes and any(
        h.cls == "past" and 0 < h.first - hit.last <= _AGO for h in sentence.hits
    ):
        return True
    if words.words[behind] == "in" and counts_areas(words, behind + 1):
        return True
    if words.words[behind : behind + 2] == ["once", "more"]:
        return True
    return words.words[behind] in ENDS or when_behind(words, hit)


_TO_ITS_AREA = 4
_GIVEN_FOR = frozenset({"area", "service"})
_AGO = 2
"""Words up to the cue of a time gone by: `good three years ago`."""


def when_behind(words: Words, hit: Hit) -> bool:
    """Tell whether a time follows: `in 2014`, `since May 2015`, `at its last inspection`."""
    follow = words.words[hit.last + 1 : hit.last + 8]
    if not follow or follow[0] not in _TIMELY:
        return False
    return any(_is_year(word) for word in follow[1:4]) or not _VISITED.isdisjoint(follow[1:])


def opens_with_its_year(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a sentence opens with what something was: `Good in 2018, Leeds has`."""
    year = hit.last + 2
    if year + 1 >= sentence.last or not when_behind(words, hit):
        return False
    if not words.between(year, year + 1).startswith(","):
        return False
    return any(h.cls in _WHOSE and 0 < h.first - year <= _NEAR_YEAR for h in sentence.hits)


_WHOSE = frozenset({"council", "service", "generic", "pronoun"})
_NEAR_YEAR = 2


_VISITED = frozenset("inspection inspections inspected visit looked came ofsted time year".split())


def _is_year(word: str) -> bool:
    return len(word) == len("2014") and word.isdecimal() and word[:2] in {"19", "20"}


def stands_alone(words: Words, word: int) -> bool:
    """Tell `the former was good` from `the former director`, `for the first time`."""
    if not word or words.words[word - 1] != "the" or word + 1 >= len(words.words):
        return False
    if words.words[word + 1] in _PREDICATES:
        return True
    return words.between(word, word + 1).strip()[:1] in _PARTING


_PARTING = frozenset(",(–—-")
_PREDICATES = frozenset(
    "is was are were has had s got received kept keeps fell falls dropped slipped rose climbed"
    " improved went moved remains remained stayed stays earned achieved gained lost retained now"
    " which though while rated judged graded found".split()
)


def held(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a bare grade is what one keeps: `kept its good`, `holds the good it got`."""
    low = words.words
    if sentence.classes.isdisjoint(_KEEPING) or low[hit.first - 1] not in _OWN:
        return False
    if not any(h.cls in _KEEPING and 0 < hit.first - h.last <= _ITS for h in sentence.hits):
        return False
    return closes(words, sentence, hit) or low[hit.last + 1] in _WHICH


_KEEPING = frozenset({"same", "lose"})
_OWN, _ITS = frozenset({"its", "the", "their", "an", "a"}), 3
_WHICH = frozenset({"it", "which", "that", "they"})


def left_with(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is what is left of a lost grade: `has lost its good, and is now adequate`."""
    if "lose" not in sentence.classes:
        return False
    word = hit.first - 1
    while word > sentence.first and words.words[word] in _ADVERBS:
        word -= 1
    if words.words[word] not in _IS or words.words[word - 1] != "and":
        return False
    lost = any(h.cls == "lose" and h.last < word for h in sentence.hits)
    graded = any(h.cls == "grade" and h.last < word for h in sentence.hits)
    return lost and graded and closes(words, sentence, hit)


_IS = frozenset({"is", "are"})


def of_a_number(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a word says what a number stands for: `a grade three rating - adequate`.

    Or how many got it: `just four were good: Leeds and ...`.
    """
    if hit.last + 1 < sentence.last and words.words[hit.first - 1] in _WERE:
        named = ":" in words.between(hit.last, hit.last + 1)
        return named and words.words[hit.first - 2] in _COUNTED
    if "rating" not in sentence.classes or words.between(hit.first - 1, hit.first).isspace():
        return False
    front = hit.first - 1 - words.words[hit.first - 1].isdecimal()
    return any(h.cls == "rating" and h.last == front for h in sentence.hits)


_WERE = frozenset({"were", "are"})
_COUNTED = frozenset("two three four five six seven eight nine ten eleven twelve".split())

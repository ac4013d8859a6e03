"""Sentences that only list names: `The others are X and Y`, `X and Y complete the five`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.chains import NEIGHBOURS, has_neighbour

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words
    from watcher.extract.topics import Chain

NAMED, JOINED = "named", "joined"
"""Whether the names are told of those who were counted, or of more than were named."""

_OWN = frozenset({"grade", "send", "positive"})
_RELATIVE = frozenset({"which", "who", "whose", "where"})

_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve both".split())
_THEY = frozenset({"they", "these", "those", "them"})
_COUPLES = frozenset({"pair", "duo", "trio", "quartet", "couple"})
_REST = _COUPLES | frozenset(
    "other others remaining rest latest last first final new newcomers newcomer unlucky".split()
)
_ONE = frozenset({"one", "another", "among", "amongst"})
_ARE = frozenset({"are", "were", "is", "was", "include", "includes", "included", "being"})
_AS = frozenset({"as", "are", "were", "is", "was", "include", "includes", "included", "both"})
_CUES = _THEY | _REST | _ONE | _NUMBERS
_CUES |= frozenset("joined joining join joins list so same new newcomers still there stay".split())
_CUES |= {"their"}
_CUES |= (_MEANT := frozenset("concerned question involved named affected listed failing".split()))
_SUBJECT = 8
_BETWEEN = 8


def named_members(words: Words, sentence: Sentence, *, follows: bool) -> tuple[str, list[Hit]]:
    """Give the names of a sentence that does nothing but name some of those told of before it.

    `follows` says whether the sentence before did so too: then `So was X` does.
    """
    if _CUES.isdisjoint(sentence.said):
        return "", []
    names = names_in(words, sentence)
    said = words.words[sentence.first : sentence.last]
    first = names[0]
    if _has_own(words, sentence, first):
        return "", []
    front = said[: first.first - sentence.first]
    added = _added(words, sentence, names, front)
    if added:
        return JOINED, named_from(words, added)
    if (_naming(words, front, first)) or (follows and front in _SO):
        return NAMED, named_from(words, names)
    listed = named_from(words, names)
    behind = said[listed[-1].last + 1 - sentence.first :]
    if not front or front in _OPENING:
        if _completing(words, listed[-1], behind):
            return NAMED, listed
        if behind[:1] and behind[0] in {"join", "joins", "joined"} and behind[1:2] in _THEM:
            return JOINED, listed
    return "", []


def names_in(words: Words, sentence: Sentence) -> list[Hit]:
    """Give a sentence's councils, not those whose neighbour is meant: `Leeds's neighbour Bury`."""
    every = [hit for hit in sentence.hits if hit.cls == "council"]
    if NEIGHBOURS.isdisjoint(sentence.said):
        return every
    return [hit for hit in every if not has_neighbour(hit, words)] or every


def _added(words: Words, sentence: Sentence, names: list[Hit], front: list[str]) -> list[Hit]:
    """Give those who are added, to whom was told of or the first that is named.

    `It is joined by Kent`, `Leeds is joined this year by Kent`.
    """
    if front:
        adds = _joining(front) or (front in _FOLLOWING and "same" in sentence.said)
        return names if adds else []
    if "joined" not in sentence.said:
        return []
    low, last = words.words, names[0].last
    at = next((at for at, hit in enumerate(names) if low[hit.first - 1] in _BEFORE_ADDED), 0)
    return names[at:] if at and _joining(["it", *low[last + 1 : names[at].first]]) else []


_FOLLOWING = (["it", "follows"], ["they", "follow"], ["that", "follows"])
_SO = (["so", "was"], ["so", "were"], ["so", "is"], ["so", "are"], ["so", "did"], ["so", "does"])
_OPENING = (["both"], ["in"], ["the"])
_THEM = (["them"], ["it"])


def _has_own(words: Words, sentence: Sentence, first: Hit) -> bool:
    """Tell whether an outcome of its own is told, but for what an aside says of a name."""
    if sentence.classes.isdisjoint(_OWN):
        return False
    told = [hit.first for hit in sentence.hits if hit.cls in _OWN]
    low = words.words
    return not any(low[word] in _RELATIVE for word in range(first.last, min(told)))


def _naming(words: Words, front: list[str], first: Hit) -> bool:
    """Tell whether words lead to the names of those spoken of: `the other two were named as`."""
    if not front or (first.first and not _leads(words, front, first)):
        return False
    if front[-1] == "as" and len(front) > 1 and front[-2] == "them":
        return True
    if len(front) <= _SUBJECT and _calls_by_name(front):
        return True
    verb = next((at for at, word in enumerate(front) if word in _ARE), len(front))
    if verb == len(front) or len(front) - verb > _BETWEEN:
        return False
    start = next((at for at, word in enumerate(front) if word in _THEY), 0)
    subject = front[start if _PLACED.issuperset(front[:1]) else 0 : verb]
    return len(subject) <= _SUBJECT and _counted(subject)


_PLACED = frozenset({"in", "at"})


def _calls_by_name(front: list[str]) -> bool:
    """Tell whether words say that names follow: `it names them in an annex`, `they are listed`."""
    if front[0] == "they" and front[1:2] and front[1] in _ARE:
        return not _CALLING.isdisjoint(front[2:3])
    return any(one in _CALLING and two in _WHOM for one, two in pairwise(["", *front])) or (
        front[:2] == ["their", "names"]
    )


_CALLING = frozenset("names name named lists listed identifies identified gives gave".split())
_WHOM = frozenset({"them"})


def names_those_told(said: list[str]) -> bool:
    """Tell whether words only announce the names of those told of: `the seven listed are`."""
    verb = next((at for at, word in enumerate(said) if word in _ARE), len(said))
    cut = next((at for at, word in enumerate(said[:verb]) if word in _LISTED), verb)
    if len(said) - verb > _BETWEEN or verb > _SUBJECT:
        return False
    return _counted(said[:cut])


_LISTED = frozenset("named listed identified given in concerned affected".split())


def _leads(words: Words, front: list[str], first: Hit) -> bool:
    """Tell whether names follow a verb, `as`, or a colon at once."""
    if front[-1] in _AS or (len(front) > 1 and front[-1] == "the" and front[-2] in _AS):
        return True
    gap = words.between(first.first - 1, first.first)
    return ":" in gap or "–" in gap or "—" in gap or " - " in gap


def _counted(subject: list[str]) -> bool:
    """Tell whether a subject is those told of, or some: `they`, `the other two`, `six of them`."""
    if not subject:
        return False
    head = subject[0]
    if head in _THEY:
        return len(subject) == 1 or subject[1] in _NUMBERS | _BODIES
    if head in _ONE:
        return len(subject) == 1 or subject[1] in {"of", "them", "those", "these"}
    if head in _NUMBERS:
        return subject[1:2] == ["of"] and not _OTHER_THINGS & set(subject)
    if head in _STANDING:
        return bool(subject[1:]) and _in_the_group(subject)
    if head != "the":
        return False
    rest = _plain(subject[1:])
    return bool(rest) and all(word in _REST | _NUMBERS | _BODIES for word in rest)


def _plain(said: list[str]) -> list[str]:
    """Leave out that they are those meant: `the councils concerned`, `the two in question`."""
    if said[-1:] and said[-1] in _MEANT:
        return said[:-2] if said[-2:-1] == ["in"] else said[:-1]
    return said


def _in_the_group(said: list[str]) -> bool:
    """Tell whether words only place names in a group: `new on the list`, `still among the 15`."""
    return not _GROUP.isdisjoint(said) and all(
        word in _PLACING or word in _NUMBERS or word.isdecimal() for word in said
    )


_STANDING = frozenset("new newly added joining still remaining also again back there".split())
_GROUP = frozenset("list group category them there it those among amongst ranks number".split())
_PLACING = (
    _STANDING
    | _GROUP
    | frozenset("on in to the that this all for a second third year at of".split())
    | frozenset("thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())
)
_BODIES = frozenset(
    "councils authorities council authority boroughs areas ones local full list".split()
)
_OTHER_THINGS = frozenset({"areas", "judgements", "directors", "leaders", "children"})


def _joining(front: list[str]) -> bool:
    """Tell whether names are added: `they are joined by`, `joining them at the bottom are`."""
    if front[:1] == ["joining"]:
        return front[1:2] in _THEM and front[-1] in _ARE
    if "joined" not in front or "by" not in front:
        return False
    at = front.index("joined")
    by = next((word for word in range(at, len(front)) if front[word] == "by"), at)
    between = front[at + 1 : by]
    if by == at or len(between) > _BETWEEN or not _WHERE.issuperset(between):
        return False
    if not _ADDED.issuperset(front[by + 1 :]):
        return False
    return bool(at) and front[0] in _JOINABLE and at <= _SUBJECT and _UNJOINED.isdisjoint(front)


_UNJOINED = frozenset({"not", "never", "longer", "will", "could", "may", "might", "soon"})
_BEFORE_ADDED = frozenset({"by", "of", "in", "neighbouring"})
_WHERE = frozenset(
    "for the first second third time this year now there at in on that bottom foot of table list"
    " group category band again today also".split()
)
_ADDED = frozenset("the councils authorities council both neighbouring fellow of in".split())
_JOINABLE = frozenset({"they", "it", "these", "those", "both", "all", "the"})


def _completing(words: Words, last: Hit, behind: list[str]) -> bool:
    """Tell whether names are said to be some of them: `complete the five`, `was one of them`."""
    if behind[:1] in _FILLING or behind[:2] in _FILLING_TWO:
        return not {"the", "list"}.isdisjoint(behind[1:4]) and not _NUMBERS.isdisjoint(
            {*behind[1:5]} | ({"two"} if "list" in behind[:5] else set())
        )
    if behind[:1] and behind[0] in _STAY and _in_the_group(behind[1:]):
        return True
    if behind[:1] and behind[0] in _ARE:
        rest = behind[1:]
        if rest[:1] == ["also"]:
            rest = rest[1:]
        if rest[:1] == ["one"] or (rest[:1] and rest[0] in _NUMBERS):
            ends = words.between(last.last + 2, last.last + 3) if rest[1:] else "."
            return not rest[1:] or ends.strip()[:1] in {";", ",", ":", "."} or rest[1:3] in _OF_THEM
        if rest[:1] == ["the"] and rest[1:]:
            return _those_meant(rest)
        return rest[:2] in (["among", "them"], ["amongst", "them"], ["another"]) or (
            "list" in rest[:5] and ("on" in rest[:2] or "new" in rest[:1])
        )
    return False


def _those_meant(rest: list[str]) -> bool:
    """Tell whether it is they who are meant: `the other two`, `the unlucky pair`."""
    if rest[-1] in _COUPLES:
        return len(rest) <= _A_COUPLE
    if rest[1] in _REST:
        return len(rest) == len("ab") or rest[2] in _NUMBERS | _BODIES
    return rest[-1] in _MEANT and _counted(rest)


_A_COUPLE = 4
_STAY = frozenset("are were remain remains remained stay stays stayed".split())
_FILLING = (["complete"], ["completes"], ["completed"])
_FILLING_TWO = (["make", "up"], ["makes", "up"], ["made", "up"], ["round", "off"])
_OF_THEM = (["of", "them"], ["of", "those"], ["of", "these"], ["of", "the"])


def named_from(words: Words, names: list[Hit]) -> list[Hit]:
    """Give the list that begins with the first name, over asides about single names."""
    listed = names[:1]
    for hit in names[1:]:
        last = listed[-1].last
        between = words.words[last + 1 : hit.first]
        if not between or (_LINKS.issuperset(between) and ";" not in words.between(last, last + 1)):
            listed.append(hit)
            continue
        gap = words.between(hit.first - 1, hit.first)
        aside = "," in words.between(last, last + 1) or between[:1] == ["and"]
        joined = "," in gap or between[-1:] == ["and"] or between[-1] in NEIGHBOURS
        if not (aside and joined and len(between) <= _ASIDE) or ";" in gap:
            break
        listed.append(hit)
    return listed


_LINKS = frozenset("and the of s council councils city county borough both in also or".split())
_ASIDE = 16


def presented(sentence: Sentence, named: tuple[Chain, ...], words: Words) -> tuple[str, ...]:
    """Give whom a short sentence only brings up: `The exception is Leeds`, `Leeds fared worse`."""
    if sentence.last - sentence.first > _PRESENTING or len(named) != 1 or len(named[0]) > 1:
        return ()
    if not sentence.classes.isdisjoint(_OWN):
        return ()
    hit = named[0][0]
    front = words.words[sentence.first : hit.first]
    ends = hit.last + 1 == sentence.last
    if ends and (front[:2] == ["not", "so"] or _brings(front)):
        return (hit.value,)
    if front[:1] == ["the"] and front[1:2] and front[1] in _PAPERS and front[2:] in _ABOUT:
        return (hit.value,)
    if _takes_its_turn(front, words.words[hit.last + 1 : sentence.last]):
        return (hit.value,)
    return (hit.value,) if _contrasts(sentence, words) else ()


def _brings(front: list[str]) -> bool:
    """Tell whether words bring somebody up: `the exception is`, `a day later came`."""
    if front[1:] == ["leaves"]:
        return front[0] in _LEAVING
    if not front or front[-1] not in _PRESENT:
        return False
    return front[0] in _BRINGING or (front[-1] in _CAME and _LATER.issuperset(front))


def _takes_its_turn(front: list[str], behind: list[str]) -> bool:
    """Tell whether somebody comes next: `Kent followed`, `then Kent's turn`, `next Kent's report`.

    So it does in `next came the report on Kent`.
    """
    if not behind:
        came = not _CAME.isdisjoint(front[:-2]) or "turn" in front
        return came and front[-2:-1] != [] and front[-2] in _PAPERS | {"turn"}
    if behind[:1] == ["s"] and behind[1:2] and behind[1] in _PAPERS | {"turn"}:
        return not behind[2:] and not _PRESENT.isdisjoint(front)
    return not front and behind[0] in _FOLLOWED and _LATER.issuperset(behind[1:])


_FOLLOWED = frozenset({"followed", "follows"})


def _contrasts(sentence: Sentence, words: Words) -> bool:
    """Tell whether a sentence does nothing but set somebody apart: `was another story`."""
    said = words.words[sentence.first : sentence.last]
    return any(pair in _SET_APART for pair in pairwise(said))


_PRESENTING = 14
_LEAVING = frozenset({"which", "that", "this"})
_PRESENT = frozenset({"is", "was", "comes", "came"})
_CAME = frozenset({"came", "comes"})
_LATER = _CAME | frozenset(
    "a one two three few day days week weeks hour hours later after on the next following monday"
    " tuesday wednesday thursday friday saturday sunday yesterday today this morning also".split()
)
_BRINGING = frozenset("the then next first last one another second third and there".split())
_PAPERS = frozenset("report news verdict letter picture judgement outcome story".split())
_ABOUT = (["on"], ["from"], ["for"], ["about"], ["to"], ["in"], ["at"])
_SET_APART = frozenset(
    tuple(pair.split())
    for noun in ("story", "matter", "picture", "tale")
    for pair in (f"different {noun}", f"another {noun}", f"other {noun}")
) | frozenset(
    tuple(pair.split())
    for pair in (
        "so lucky", "as lucky", "so fortunate", "as fortunate", "fared worse", "did worse",
        "less kind", "less happy", "less rosy", "very different", "be said", "in contrast",
        "by contrast", "other way",
    )
)  # fmt: skip

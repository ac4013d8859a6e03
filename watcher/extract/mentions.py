"""Which hits really name a council."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from watcher.extract.namecues import is_proper, strict_cue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.extract.automaton import Automaton
    from watcher.extract.lexicon import NameRule
    from watcher.extract.names import NameForm
    from watcher.extract.tokens import Hit, Words
    from watcher.model.council import CouncilCode

_JOINERS = frozenset({"and", "of", "the", "on", "upon", "with"})
_REACH = 8
_SENTENCE_WORDS = frozenset(
    "in at for and the of to from by as with while but when after since both on ofsted that if"
    " inspectors children services council councils authorities authority monday tuesday"
    " wednesday thursday friday saturday sunday about across around failing troubled inadequate"
    " good outstanding how why does do is was were including include rated rates judges praises"
    " warns tells told says said meanwhile now then next today yesterday still only even also here"
    " january february march april may june july august september october november december"
    " besides neither nor either where whether whereas although though because before until unless"
    " unlike like under over within without near beside between nearby neighbouring poor once again"
    " what who which so not never has have had can could will would should may must are again"
    " outside inside despite following against behind elsewhere likewise similarly earlier later"
    " yet or than finds found puts brands slams gives hands downgrades names named leaves leaving"
    " sees makes made calls asks orders warned warns visits inspects".split()
)
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "cllr", "councillor", "sir", "lord", "lady"})


def council_forms(hits: Iterable[Hit], words: Words, automaton: Automaton) -> set[Hit]:
    """Give the hits that name a council in their context.

    A name that is strict needs a cue of its own, or the same council named in full elsewhere.
    """
    found = [hit for hit in hits if hit.cls == "council"]
    explicit: set[CouncilCode] = set()
    for form in [automaton.names[hit.value] for hit in found]:
        if form.explicit or form.joint:
            explicit.update(form.codes)
    starts = {hit.first for hit in found}
    ends = {hit.last for hit in found}
    named = {
        hit
        for hit in found
        if _is_council(hit, words, automaton, explicit)
        or (_in_list(hit, words, starts, ends) and not _blocked(hit, words, automaton))
    }
    if named and len(named) < len(found):
        named |= _named_again(named, found, words, automaton)
    return named or _of_partners(found, words)


def _named_again(named: set[Hit], found: list[Hit], words: Words, automaton: Automaton) -> set[Hit]:
    """Give where a council that its context once told is named again by a name that is strict.

    Not where a sentence begins, whose first word has a capital anyway.
    """
    told = {code for hit in named for code in automaton.names[hit.value].codes}
    return {
        hit
        for hit in found
        if hit not in named
        and told.issuperset(automaton.names[hit.value].codes)
        and hit.first
        and _RUNNING.issuperset(words.between(hit.first - 1, hit.first))
        and not is_proper(hit, words)
        and _is_council(hit, words, automaton, told)
    }


_RUNNING = frozenset(" ,;:(-")


def _of_partners(found: list[Hit], words: Words) -> set[Hit]:
    """Give the place in a partner's name, where a text names no other: `Devon Parent Carer Forum`.

    Such bodies belong to one area, whose council is meant where inspectors are spoken of.
    """
    if len({hit.value for hit in found}) != 1:
        return set()
    low = words.words
    return {
        hit
        for hit in found
        if low[hit.last + 1 : hit.last + 3] in _PARTNERS
        or (hit.first and low[hit.first - 1] == "healthwatch")
    }


_PARTNERS = (
    ["parent", "carer"],
    ["parent", "carers"],
    ["parents", "and"],
    ["clinical", "commissioning"],
)


def _is_council(hit: Hit, words: Words, automaton: Automaton, explicit: set[CouncilCode]) -> bool:
    form = automaton.names[hit.value]
    if not (_capital(words, hit.first) or _later_capital(hit, words)):
        return False
    if form.acronym and not form.explicit and " " not in hit.value:
        written = words.original(hit.first)
        if not written[-1].isupper() and len(written) <= len("nelc"):
            return False
    if hit.first and words.words[hit.first - 1] in _ARTICLES and _one_there(hit, words):
        return False
    if form.explicit:
        return True
    if (
        _blocked(hit, words, automaton)
        or _double_barrelled(hit, words)
        or _around(hit, words, form)
    ):
        return False
    rule = automaton.ambiguous.get(hit.value)
    return rule is None or _passes(hit, words, rule, form, explicit)


_ARTICLES = frozenset("a an another other second third fourth fifth sixth seventh only".split())


def _one_there(hit: Hit, words: Words) -> bool:
    """Tell whether a name says where a council is, not which: `a Devon council has been told`."""
    last = hit.last + (words.words[hit.last] not in _KINDS)
    low = words.words[last : last + 2]
    if not low or low[0] not in _KINDS or words.original(last)[0].isupper():
        return False
    if len(low) == 1 or words.between(last, last + 1).strip(" "):
        return True
    return low[1] in _GOING_ON


def _around(hit: Hit, words: Words, form: NameForm) -> bool:
    """Tell whether a name says in which county a town lies: `in the Devon town`.

    A county is no borough either, also in headlines (`failures in Lancashire borough`), and one
    that is gone no council: `the Cheshire authority's services`.
    """
    led = hit.first > 0 and words.words[hit.first - 1] == "the"
    if not (led or form.county):
        return False
    behind = words.words[hit.last + 1 : hit.last + 3]
    if form.county and behind[:1] in _WITHIN and behind[1:] not in _OF_IT:
        return not words.original(hit.last + 1)[0].isupper()
    if not led:
        return False
    if form.gone and form.county and behind[:1] in _BODY:
        return not words.original(hit.last + 1)[0].isupper()
    return behind[:1] == ["seaside"] or (
        not _TOWNS.isdisjoint(behind[:1]) and behind[1:] not in (["hall"], ["centre"])
    )


_WITHIN = (["borough"], ["city"], ["unitary"], ["town"], ["resort"], ["seaside"])
_OF_IT = (["hall"], ["centre"], ["council"], ["councils"], ["and"])
_BODY = (["authority"], ["council"])
_TOWNS = frozenset({"town", "village", "resort"})
_KINDS = frozenset({"council", "authority", "borough", "district", "local", "seaside", "unitary"})
_GOING_ON = frozenset(
    "s has have had is was were are been will would must should could can that which whose where"
    " and in with to for after over by authority council borough too again rated told accused"
    " criticised slammed branded judged found fails failed failing faces gets got needs".split()
)


def _later_capital(hit: Hit, words: Words) -> bool:
    """Tell whether a form such as `county of Kent` has its capital later."""
    return any(words.original(word)[0].isupper() for word in range(hit.first, hit.last + 1))


def _passes(
    hit: Hit, words: Words, rule: NameRule, form: NameForm, explicit: set[CouncilCode]
) -> bool:
    """Apply what is known of an ambiguous name."""
    if rule.never:
        return False
    if rule.strict:
        return bool(explicit & set(form.codes)) or strict_cue(hit, words)
    return not (rule.surname and _surname(hit, words))


def _in_list(hit: Hit, words: Words, starts: set[int], ends: set[int]) -> bool:
    """Tell whether a name stands in a list of councils."""
    if not words.original(hit.first)[0].isupper():
        return False
    behind = _past_gloss(words, hit.last + 1)
    if behind < len(words.words) and words.words[behind] == "and":
        behind += 1
    after = behind in starts and "." not in words.between(hit.last, behind)
    front = hit.first - 1
    if front >= 0 and words.words[front] == "and":
        front -= 1
    before = front in ends and "." not in words.between(front, hit.first)
    return (after or before) and not (before and _after_institution(words, front))


def _past_gloss(words: Words, behind: int) -> int:
    """Give the word behind what is said of a name in brackets: `Bury (assessments), Kent`."""
    if behind >= len(words.words) or "(" not in words.between(behind - 1, behind):
        return behind
    for word in range(behind + 1, min(behind + _GLOSS, len(words.words))):
        if ")" in words.between(word - 1, word):
            return word
    return behind


_GLOSS = 9


def _after_institution(words: Words, last: int) -> bool:
    """Tell whether the list is another body's name: `NHS Kent and Medway`."""
    front = words.words[max(0, last - 2) : last]
    return not _INSTITUTIONS.isdisjoint(front)


def _surname(hit: Hit, words: Words) -> bool:
    """Tell whether a capitalised word in front makes it a person's name."""
    if hit.first == 0 or words.between(hit.first - 1, hit.first).strip(" "):
        return False
    before = words.original(hit.first - 1)
    if not before[0].isupper() or before.lower() in _SENTENCE_WORDS:
        return False
    follow = words.words[hit.last + 1 : hit.last + 2]
    return follow not in (["s"], ["council"]) and not before.isupper()


def _double_barrelled(hit: Hit, words: Words) -> bool:
    """Tell whether a name is half of a person's: `Kim Bromley-Derry`, `said Ms Bromley-Derry`.

    Where nobody's first name stands in front, all but what is said of places is.
    """
    behind = hit.last + 1
    if hit.first == 0 or behind >= len(words.words):
        return False
    if words.between(hit.last, behind) != "-" or not _capital(words, behind):
        return False
    if words.original(behind)[1:].islower() and words.words[behind] not in _OF_PLACES:
        return True
    before = words.original(hit.first - 1)
    named = words.between(hit.first - 1, hit.first).isspace() and _capital(words, hit.first - 1)
    return named and before.lower() not in _SENTENCE_WORDS


_OF_PLACES = frozenset(
    "based wide born led run area style ofsted council borough county city upon on le next in the"
    " and under".split()
)


def _blocked(hit: Hit, words: Words, automaton: Automaton) -> bool:
    """Tell whether the words around make the name something else."""
    neighbours = _neighbours(automaton)
    for near in (neighbours.get("*"), neighbours.get(hit.value)):
        if near is not None and (_followed(hit, words, near) or _preceded(hit, words, near)):
            return True
    return _belongs_to_institution(hit, words) or _listed_by_institution(hit, words)


def _followed(hit: Hit, words: Words, near: Neighbours) -> bool:
    """Tell whether one of the phrases stands behind, without punctuation between."""
    low, at = words.words, hit.last + 1
    if at >= len(low) or low[at] not in near.opening_words:
        return False
    gap = words.between(hit.last, at).strip(" ")
    if gap not in _JOINING:
        return False
    if not gap and low[at] not in _LOWER_OK and not _capital(words, at):
        return False
    return f"{' '.join(low[at : at + 3])} ".startswith(near.openings)


_LOWER_OK = frozenset(
    "police hospital hospitals university college primary nursery school airport off on of crude"
    " goose under".split()
)


_JOINING = frozenset({"", "-", "\u2010"})


def _capital(words: Words, word: int) -> bool:
    """Tell whether a word is written with a capital."""
    return words.text[words.starts[word]].isupper()


def _preceded(hit: Hit, words: Words, near: Neighbours) -> bool:
    """Tell whether one of the phrases stands in front; of those of one word only a name."""
    low, at = words.words, hit.first
    if not at or low[at - 1] not in near.ending_words:
        return False
    if words.between(at - 1, at).strip(" -"):
        return False
    endings = near.endings if _capital(words, at - 1) else near.long_endings
    return f" {' '.join(low[max(0, at - 3) : at])}".endswith(endings)


class Neighbours(NamedTuple):
    """Phrases that make a name something else: behind it, in front of it, those of several words.

    As what a text of single blanks may start or end with, and the words with which it then does.
    """

    openings: tuple[str, ...]
    opening_words: frozenset[str]
    endings: tuple[str, ...]
    ending_words: frozenset[str]
    long_endings: tuple[str, ...]


@lru_cache(maxsize=8)
def _neighbours(automaton: Automaton) -> dict[str, Neighbours]:
    """Give what an ambiguous name must not stand beside, by the name."""
    return {
        name: Neighbours(
            tuple([f"{phrase} " for phrase in rule.not_before]),
            frozenset([phrase.split(" ")[0] for phrase in rule.not_before]),
            tuple([f" {phrase}" for phrase in rule.not_after]),
            frozenset([phrase.split(" ")[-1] for phrase in rule.not_after]),
            tuple([f" {phrase}" for phrase in rule.not_after if " " in phrase]),
        )
        for name, rule in automaton.ambiguous.items()
    }


_INSTITUTIONS = frozenset(
    "nhs police icb ccg hospital hospitals university constabulary integrated clinical fire"
    " ambulance foundation".split()
)


def _listed_by_institution(hit: Hit, words: Words) -> bool:
    """Tell whether the name is the second in another body's: `NHS Kent and Medway`."""
    front = hit.first - 1
    joined = front > 0 and (words.words[front] == "and" or "&" in words.between(front, hit.first))
    if not joined:
        return False
    front -= words.words[front] == "and"
    for word in range(front, max(-1, front - _NAMES), -1):
        if not _capital(words, word) or words.between(word, word + 1).strip(" &"):
            return False
        if words.words[word] == "nhs":
            return True
    return False


_NAMES = 4


def _belongs_to_institution(hit: Hit, words: Words) -> bool:
    """Tell whether the name is part of a longer one: `A, B and C Integrated Care Board`."""
    low, listed = words.words, False
    for word in range(hit.last + 1, min(hit.last + 1 + _REACH, len(low))):
        capital = _capital(words, word)
        if not capital and low[word] not in _JOINERS:
            return False
        gap = words.between(word - 1, word).strip(" &")
        if gap and gap != ",":
            return False
        listed = listed or bool(gap)
        if capital and low[word] in (_HEALTH if listed else _INSTITUTIONS):
            return not listed or "and" in low[hit.last + 1 : word]
        if low[word] in _NO_PART:
            return False
    return False


_HEALTH = frozenset({"integrated", "icb", "ccg", "clinical"})
_NO_PART = frozenset({"council", "ofsted", "s"})

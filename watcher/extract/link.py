"""Which councils a phrase speaks of: neighbours, `the authority`, headlines."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.chains import chains_of
from watcher.extract.fronts import is_name_alone, over_several, told_of_a_neighbour
from watcher.extract.host import host_council, local_council, only_named
from watcher.extract.singled import RELATIVE, SINGLING, singled_out
from watcher.extract.together import COUNTING, KINDS, counted_off, of_its_kind
from watcher.extract.topics import Chain, Topics
from watcher.extract.turns import turned_to
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Words

__all__ = ("Chain", "Topics", "bind", "find_topics")

_ALSO = (
    ("along", "with"),
    ("as", "well", "as"),
    ("together", "with"),
    ("alongside",),
    ("besides",),
    ("in", "addition", "to"),
    ("joining",),
    ("plus",),
    ("one", "in"),
    ("two", "in"),
    ("three", "in"),
    ("another", "in"),
    ("others", "in"),
)
_ADDING = frozenset([phrase[-1] for phrase in _ALSO])
_TITLE_ROLES = frozenset({BlockRole.TITLE, BlockRole.STANDFIRST})


def bind(
    page: Page, sentence: Sentence, clause: Clause, span: tuple[int, int], topics: Topics
) -> tuple[tuple[str, ...], bool]:
    """Give the councils that the words `span` of a clause speak of, and whether by anaphora."""
    chains = topics.chains[sentence.index]
    if (
        len(chains) > 1
        or not SINGLING.isdisjoint(sentence.said)
        or "bystander" in clause.classes
        or page.words.words[clause.first] in RELATIVE
    ):
        single = singled_out(page, sentence, clause, span, topics)
        if single is not None:
            return single, False
    if not chains:
        return _unnamed(page, sentence, topics)
    stood_for = "generic" in clause.classes and _stood_for(clause, span, chains, page.words)
    if stood_for and topics.at[max(0, sentence.index - 1)]:
        return topics.at[max(0, sentence.index - 1)], True
    if len(chains) == 1 and len(chains[0]) == 1:
        return (chains[0][0].value,), False
    chosen = chains[0] if len(chains) == 1 else _choose(chains, clause, span, page.words)
    names = [hit.value for hit in chosen]
    for chain in topics.added[sentence.index]:
        if chain is not chosen:
            names += [hit.value for hit in chain]
    return tuple(dict.fromkeys(names)), False


def _unnamed(page: Page, sentence: Sentence, topics: Topics) -> tuple[tuple[str, ...], bool]:
    """Give of whom a sentence speaks that names nobody, and whether by anaphora."""
    said = sentence.said
    if not _STANDING_FOR.isdisjoint(said):
        together = () if COUNTING.isdisjoint(said) else counted_off(page, sentence, topics)
        if together:
            return together, False
        other = () if KINDS.isdisjoint(said) else of_its_kind(page, sentence, topics)
        if other:
            return other, len(topics.main) == 1
    many = len(topics.at[sentence.index]) >= _MANY and said.isdisjoint(_THEM)
    if many and sentence.classes.isdisjoint(_GRADED):
        return (), True
    return topics.at[sentence.index], not _just_named(page, sentence, topics)


_MANY, _GRADED = 4, frozenset({"grade", "send"})
_THEM = frozenset(
    "they them their all each both these those councils authorities boroughs areas places".split()
)
"""Words for councils that a list named, without one of which so many are not what is spoken of."""

_STANDING_FOR = COUNTING | KINDS
"""Words that stand for councils which a sentence does not name: `the three`, `the city`."""


def _stood_for(
    clause: Clause, span: tuple[int, int], chains: tuple[Chain, ...], words: Words
) -> bool:
    """Tell whether `the council` is the subject, and names come behind a mark only.

    `The city was rated inadequate, and Devon has sent staff to help.`
    """
    first, last = span
    named = chains[0][0].first
    if named <= last:
        return False
    if named < clause.last and not _MARKS & set(words.text[words.end(last) : words.starts[named]]):
        return False
    return any(
        hit.cls == "generic" and hit.first < first and words.words[hit.first] == "the"
        for hit in clause.hits
    )


_MARKS = frozenset(",;–—")


def _just_named(page: Page, sentence: Sentence, topics: Topics) -> bool:
    """Tell whether the sentence just before names the council: in a paragraph, or a heading."""
    before = page.sentences[sentence.index - 1]
    if "council" not in before.classes or not sentence.index:
        return False
    if before.block != sentence.block and not is_name_alone(before):
        return False
    named = {hit.value for hit in before.hits if hit.cls == "council"}
    return bool(named) and named <= set(topics.at[sentence.index])


_JOINS = frozenset({"joins", "joined", "follows", "followed"})


def _choose(
    chains: tuple[Chain, ...], clause: Clause, span: tuple[int, int], words: Words
) -> Chain:
    """Choose the list that belongs to a phrase: `in X` right behind, else the nearest."""
    first, last = span
    joining = words.words[chains[0][-1].last + 1 : chains[0][-1].last + 3]
    if chains[0][-1].last < first and not _JOINS.isdisjoint(joining):
        apart = [c for c in chains[1:] if chains[0][-1].last < clause.first <= c[0].first < first]
        return apart[-1] if apart else chains[0]
    behind = _right_behind(chains, clause, last, words) or _dealt(chains, clause, span, words)
    if behind is not None:
        return behind
    if words.words[clause.first] in RELATIVE:
        owners = [c for c in chains if 0 < clause.first - c[-1].last <= 2]
        if owners:
            return owners[0]
    inside = [c for c in chains if clause.first <= c[0].first < clause.last]
    before = [c for c in inside if c[-1].last < first]
    if before:
        return before[-1]
    if inside:
        return inside[0]
    before = [c for c in chains if c[-1].last < first]
    return before[-1] if before else chains[0]


def _right_behind(
    chains: tuple[Chain, ...], clause: Clause, last: int, words: Words
) -> Chain | None:
    """Give the list that follows a phrase at once: `good in X and Y`, within its clause."""
    for chain in chains:
        first = chain[0].first
        gap = first - last - 1
        if gap < 0:
            continue
        if gap > _BEHIND:
            break
        if gap <= ("rated" in words.words[last + 1 : first]) and not (
            chain is not chains[0] and _MARKS & set(words.between(first - 1, first))
        ):
            return chain
        between = words.words[last + 1 : first - (words.words[first - 1] == "the")]
        if first < clause.last and between[-1:] and between[-1] in _LEADING:
            return chain if _OTHERS.isdisjoint(between) else None
    return None


def _dealt(
    chains: tuple[Chain, ...], clause: Clause, span: tuple[int, int], words: Words
) -> Chain | None:
    """Give the list that grades in the plural are for: `good ratings today, in Bury and Hull`.

    Not where somebody in front of them got them.
    """
    first, last = span
    if words.words[last + 1 : last + 2] not in _GRADES:
        return None
    if any(h.cls in _GETTING and h.first < first for h in clause.hits):
        return None
    for chain in chains:
        if chain[0].first > last and len(chain) > 1:
            return chain if words.words[chain[0].first - 1] in _PLACED else None
    return None


_GRADES = (["ratings"], ["grades"], ["judgements"], ["verdicts"])
_GETTING = frozenset({"judge", "lose", "same"})
_PLACED = frozenset({"in", "for", "at"})
_BEHIND = 3
_OTHERS = frozenset({"and", "but", "while", "those", "that", "whereas", "as", "so"})
"""Words behind a grade that open another: `inadequate and those in Leeds good`."""
_LEADING = frozenset({"in", "at", "for", "are", "were"})


def _added(chains: tuple[Chain, ...], words: Words) -> tuple[Chain, ...]:
    """Give the lists of a sentence that are added to another."""
    if len(chains) == 1:
        return ()
    return tuple([chain for chain in chains if _also(chain, words)])


def _also(chain: Chain, words: Words) -> bool:
    """Tell whether a list is added by `along with`, or `along with the councils in`."""
    front = words.words[max(0, chain[0].first - _ADDED_BY) : chain[0].first]
    if _ends_adding(front):
        return True
    if not front or front[-1] not in _THEIRS:
        return False
    likes = front[-_LIKES:] == ["the", "likes", "of"]
    if likes and not _one_of(words, chain[0].first):
        return False
    del front[len(front) - _LIKES * likes :]
    while front and front[-1] in _BODIES:
        front.pop()
    return _ends_adding(front) and front[-1] != "in"


def _one_of(words: Words, first: int) -> bool:
    """Tell whether who is named belongs to a number: `one of ten rated so, with the likes of X`."""
    return ("one", "of") in pairwise(words.words[max(0, first - _NUMBERED) : first])


_LIKES, _NUMBERED = 3, 25


def _ends_adding(front: list[str]) -> bool:
    """Tell whether words end with one that adds, and not with `work alongside`."""
    if not front or front[-1] not in _ADDING:
        return False
    phrase = next((one for one in _ALSO if tuple(front[-len(one) :]) == one), None)
    return phrase is not None and front[-len(phrase) - 1 : -len(phrase)] not in _AT_WORK


_AT_WORK = (["work"], ["works"], ["worked"], ["working"])
_ADDED_BY = 8
_THEIRS = frozenset({"in", "of", "at", "the", "both"})
_BODIES = _THEIRS | frozenset("councils authorities departments services those for".split())


_OPENING = 2
"""Sentences behind the headline that may say that a page is over several councils."""


def find_topics(page: Page) -> Topics:
    """Follow who is spoken of through the page; it changes only where councils are named."""
    naming = page.having("council")
    chains: list[tuple[Chain, ...]] = [()] * len(page.sentences)
    added = chains.copy()
    for sentence in naming:
        chains[sentence.index] = chains_of(sentence, page.words)
        added[sentence.index] = _added(chains[sentence.index], page.words)
    neighbour = told_of_a_neighbour(page, chains)
    if neighbour:
        chains[0] = ()
    main = current = neighbour or _main(page, naming, chains)
    titles = len(page.titles)
    several = over_several(page, page.sentences[titles : titles + _OPENING])
    untitled = not any(chains[:titles])
    at: list[tuple[str, ...]] = []
    for sentence in naming:
        at += [current] * (sentence.index - len(at))
        named = chains[sentence.index]
        turned = turned_to(sentence, named, page.words, (main, several, untitled))
        if not turned and untitled and len(named) == 1 and sentence is naming[0]:
            turned = tuple([hit.value for hit in named[0]])
        current = turned or current
    at += [current] * (len(chains) - len(at))
    return Topics(main=main, at=tuple(at), chains=tuple(chains), added=tuple(added))


def _main(
    page: Page, naming: list[Sentence], lists: Sequence[tuple[Chain, ...]]
) -> tuple[str, ...]:
    """Give the council of the headline, else whose page it is, else the one most spoken of.

    Nobody where a page opens with several, and speaks most of another.
    """
    own = host_council(page)
    if own is not None:
        return _headlined(page, lists) or (own,)
    counts: Counter[tuple[object, ...]] = Counter()
    forms: dict[tuple[object, ...], str] = {}
    names = page.context.automaton.names
    for sentence in naming:
        chains = lists[sentence.index]
        if sentence.role in _TITLE_ROLES and chains and not counts:
            return tuple([hit.value for hit in chains[0]])
        for chain in chains:
            for hit in chain:
                codes = names[hit.value].codes
                weight = 3 if len(chain) == 1 else 1
                counts[codes] += weight + (2 if sentence.index < 4 else 0)
                forms.setdefault(codes, hit.value)
    if not counts:
        only = only_named(page)
        local = None if only or "council" in page.classes else local_council(page)
        return only if local is None else (local,)
    best = max(counts.values())
    found = next(codes for codes in forms if counts[codes] == best)
    first = next(lists[one.index][0] for one in naming if lists[one.index])
    if len(first) > 1 and all(names[hit.value].codes != found for hit in first):
        return ()
    return (forms[found],)


def _headlined(page: Page, lists: Sequence[tuple[Chain, ...]]) -> tuple[str, ...]:
    """Give the councils that the headline with which a page opens names."""
    for sentence, chains in zip(page.sentences, lists, strict=True):
        if sentence.role not in _TITLE_ROLES:
            break
        if chains:
            return tuple([hit.value for hit in chains[0]])
    return ()

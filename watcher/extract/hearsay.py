"""What is only heard of a report that is not out, or made up: it is held for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words

HEARSAY = 0.45
"""A finding that is only heard is no surer than this."""


def is_hearsay(page: Page, claims: Iterable[Claim]) -> bool:
    """Tell whether all that tells something is not public, or second-hand.

    `A leaked report says`, `is understood to have been rated`, `I read that Ofsted has`; or a
    headline says so of a leak. So is all that stands on a page which says that it is made up, or
    taken from a book.
    """
    words, sentences = page.words, page.sentences
    if all(_unconfirmed(words, sentences[claim.sentence], _CUES) for claim in claims):
        return True
    if any(_unconfirmed(words, title, _LEAKS) for title in page.titles):
        return True
    return UNREAL in page.classes and any(_says_so(one) for one in page.having(UNREAL))


def _says_so(sentence: Sentence) -> bool:
    """Tell whether a sentence says no more than that what the page tells is made up."""
    first = sentence.hits[0]
    opens = first.cls == UNREAL and first.first == sentence.first
    return opens and sentence.classes.isdisjoint(_TOLD)


_TOLD = frozenset({"council", "grade", "inspectorate", "service"})


def _unconfirmed(words: Words, sentence: Sentence, cues: frozenset[str]) -> bool:
    """Tell whether one of some cues says that something is not public, and nothing that it is."""
    if cues.isdisjoint(sentence.said) or not _OUT.isdisjoint(sentence.said):
        return False
    low = words.words
    return any(
        low[word] in cues and _tells(low, word) for word in range(sentence.first, sentence.last)
    )


def _tells(low: list[str], word: int) -> bool:
    """Tell whether a word, with those around it, says that something is only heard."""
    one = low[word]
    if one in _HEARD:
        return True
    if one == "mock":
        return low[word + 1 : word + 2] == ["report"]
    if one == "i":
        return not _READ.isdisjoint(low[word + 1 : word + 3])
    if one in _LEAKS:
        return not _PAPERS.isdisjoint(low[word + 1 : word + _NEAR])
    if one not in _BELIEVED or low[word - 1] not in _BE:
        return False
    return low[word + 1 : word + 2] == ["that"] or low[word + 1 : word + 3] == ["to", "have"]


UNREAL = "unreal"
"""The class of what makes a whole page one of a book, a stunt or a drill."""

_HEARD = frozenset({"reportedly", "allegedly", "rumour", "rumours"})
_BELIEVED = frozenset({"understood", "believed", "rumoured", "thought"})
_LEAKS = frozenset({"leaked", "leak", "leaks"})
_READ = frozenset({"read", "hear", "heard", "gather", "understand"})
"""What a writer of letters does, who knows no more than has been in the papers."""

_CUES = _HEARD | _BELIEVED | _LEAKS | {"i", "mock"}
_BE = frozenset({"is", "are"})
_OUT = frozenset("published publishes publish official officially confirmed confirms".split())
"""Words with one of which the report is out."""

_PAPERS = frozenset(
    "report document letter draft copy findings papers memo email that shows ofsted".split()
)
_NEAR = 6

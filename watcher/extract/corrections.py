"""What a newspaper takes back: `an earlier version of this article said that it was`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def taken_back(page: Page, sentence: Sentence, grade: Hit) -> bool:
    """Tell whether a grade is one that was told by mistake."""
    return any(
        hit.cls == "wrong"
        and _counts(page, hit)
        and (
            _reaches(page.words, sentence, hit, grade)
            or _of_a_claim(page.words, sentence, hit, grade)
        )
        for hit in sentence.hits
    )


def _counts(page: Page, hit: Hit) -> bool:
    """Tell whether words say that something was wrong, which `we said` does under `Correction`."""
    if hit.value == "heading":
        return False
    return hit.value != "said" or any(
        one.cls == "wrong" and one.value == "heading"
        for sentence in page.sentences[:_TITLES]
        for one in sentence.hits
    )


def _reaches(words: Words, sentence: Sentence, hit: Hit, grade: Hit) -> bool:
    """Tell whether a cue and a grade belong together: no other grade, nor what is right, between.

    `It was good, not inadequate as an earlier version had it` takes one grade back. What somebody
    else than the paper had wrong is in the same clause: not `contrary to what it said, it is`.
    """
    low, high = (hit, grade) if hit.first < grade.first else (grade, hit)
    if any(h.cls == "grade" and low.last < h.first < high.first for h in sentence.hits):
        return False
    if not _RIGHT.isdisjoint(words.words[low.last + 1 : high.first]):
        return False
    if hit.value == "error" and not _JOINING.isdisjoint(words.words[low.last + 1 : high.first]):
        return False
    marks = ",;" if hit.value == "error" else ";"
    return not set(marks).intersection(words.text[words.end(low.last) : words.starts[high.first]])


def _of_a_claim(words: Words, sentence: Sentence, hit: Hit, grade: Hit) -> bool:
    """Tell whether all that somebody claims is called wrong: `a post which says X, Y, is false`."""
    if hit.value != "error" or hit.last != sentence.last - 1:
        return False
    return not _CLAIMS.isdisjoint(words.words[sentence.first : grade.first])


_CLAIMS = frozenset(
    "claim claims claimed post posts tweet message rumour rumours suggestion suggestions".split()
)
_TITLES = 3
_JOINING = frozenset({"and", "but"})
_RIGHT = frozenset({"fact", "actually", "instead", "should"})

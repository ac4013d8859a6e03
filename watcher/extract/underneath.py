"""Lists below a line that tells an outcome: `Told to act at once:`, and a name on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.claims import Claim
from watcher.extract.listing import names_those_told
from watcher.extract.members import (
    BACK,
    TELLING,
    counts_many,
    is_old,
    outcome_of,
    tells,
    undecided,
)

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit

_FEWEST = 2
_DENYING = frozenset({"council", "neg", "past", "other", "hyp", "coming"})
_OWN = frozenset({"grade", "send", "positive", "kind"})
_SEPARATED = frozenset(":-–—(,;.")


def claims_below(page: Page, marked: set[int]) -> tuple[list[Claim], set[int]]:
    """Give the claims of lists below lines that tell an outcome of whom these name.

    With them go the sentences that they are made of, the heads of these lists among them. What is
    `marked` has been read.
    """
    found: list[Claim] = []
    done: set[int] = set()
    text = page.document.text
    colons = ":" in text
    if page.classes.isdisjoint(TELLING) or not (colons or _has_lines(page)):
        return found, done
    for sentence in page.sentences if colons else page.telling:
        if text[sentence.end - 1] != ":" and (
            sentence.classes.isdisjoint(TELLING)
            or (sentence.last - sentence.first > _BARE and "following" not in sentence.said)
            or not _is_head(page, sentence)
        ):
            continue
        if sentence.index in marked or not sentence.classes.isdisjoint(_DENYING):
            continue
        teller = _told_at(page, sentence)
        if teller is None:
            continue
        bracketed = not _BRACKETS.isdisjoint(sentence.said)
        named = named_below(page, sentence, marked, _OWN - {"grade"} if bracketed else _OWN)
        if len(named) >= _FEWEST:
            told = next(hit for hit in teller.hits if tells(hit))
            done |= {sentence.index} | {line.index for line, _ in named}
            found += [_claim(page, teller, told, line, name) for line, name in named]
    return found, done


def _has_lines(page: Page) -> bool:
    """Tell whether councils are named on lines that may be those of a list."""
    return True in [one.last - one.first <= _LINE for one in page.having("council")]


_LINE = 8


def _is_head(page: Page, sentence: Sentence) -> bool:
    """Tell whether a line that tells an outcome without a colon heads those below it.

    `The following were inadequate.`
    """
    if "following" in sentence.said and page.document.text[sentence.end - 1] == ".":
        low = page.words.words
        at = sentence.first + low[sentence.first : sentence.last].index("following")
        return not _THOSE.isdisjoint(low[at + 1 : at + _NEAR])
    return _is_bare(page, sentence)


_THOSE = frozenset("councils authorities areas boroughs partnerships were are have".split())
_NEAR = 4


def _is_bare(page: Page, sentence: Sentence) -> bool:
    """Tell whether a line is nothing but an outcome, with who has it: `INADEQUATE`, `Rated good`.

    Such a line heads those below as well as one with a colon does.
    """
    if sentence.last - sentence.first > _BARE:
        return False
    if page.document.text[sentence.end - 1] in _ENDS or not _HEADING.issuperset(sentence.classes):
        return False
    said = {word for hit in sentence.hits for word in range(hit.first, hit.last + 1)}
    return all(
        word in said or page.words.words[word] in _SMALL or page.words.words[word].isdecimal()
        for word in range(sentence.first, sentence.last)
    )


_BARE = 7
_ENDS = frozenset(".!?,;")
_HEADING = TELLING | {"judge", "generic", "rating", "be", "inspectorate", "overall", "now"}
_SMALL = frozenset("the those still newly in all councils authorities five six seven".split())


def _told_at(page: Page, head: Sentence) -> Sentence | None:
    """Give the sentence that tells what those named below a head have: it, or one before.

    One before, where the head only says that they follow: `The seven named in the annex are:`.
    """
    if not head.classes.isdisjoint(TELLING):
        return head if _tells_one(page, head) else None
    said = page.words.words[head.first : head.last]
    if not names_those_told(said):
        return None
    for index in range(head.index - 1, max(-1, head.index - 1 - BACK), -1):
        other = page.sentences[index]
        if any(tells(hit) for hit in other.hits):
            plain = "council" not in other.classes and counts_many(page.words, other)
            return other if plain and _tells_one(page, other) else None
    return None


def _tells_one(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence says of somebody that they have one outcome."""
    outcomes = {outcome_of(hit) for hit in sentence.hits if tells(hit)}
    return len(outcomes) == 1 and not undecided(page, sentence)


def named_below(
    page: Page, head: Sentence, marked: set[int], own: frozenset[str]
) -> list[tuple[Sentence, Hit]]:
    """Give the lines below a head that open with the name of a council, and these names.

    Lines that are `marked`, or have phrases of classes of their `own`, tell something else.
    """
    named: list[tuple[Sentence, Hit]] = []
    for line in page.sentences[head.index + 1 :]:
        if line.last - line.first == 1 and not line.classes:
            continue
        name = _opening(page, line, own)
        if name is None or line.index in marked:
            if named and line.block == named[-1][0].block and "council" not in line.classes:
                continue
            break
        named.append((line, name))
    return named


def _opening(page: Page, line: Sentence, own: frozenset[str]) -> Hit | None:
    """Give the council with whose name a line of a list opens."""
    if "council" not in line.classes or not line.classes.isdisjoint(own):
        return None
    hit = line.hits[0]
    if hit.cls != "council" or hit.first != line.first:
        return None
    if hit.last + 1 == line.last:
        return hit
    gap = page.words.between(hit.last, hit.last + 1)
    if gap.strip() == "(" and "grade" not in own:
        return hit
    return None if _SEPARATED.isdisjoint(gap) else hit


_BRACKETS = frozenset({"brackets", "bracketed", "parentheses"})


def _claim(page: Page, head: Sentence, told: Hit, line: Sentence, name: Hit) -> Claim:
    return Claim(
        sentence=line.index,
        word=name.first,
        outcome=outcome_of(told),
        area=None,
        councils=(name.value,),
        rule=told.rule,
        past=is_old(page, head),
        timeless=True,
    )

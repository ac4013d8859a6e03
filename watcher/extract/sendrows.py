"""Which of the three outcomes a list gives each area: `Bury: positive`, `Bury (inconsistent)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.claims import Claim
from watcher.extract.underneath import named_below
from watcher.model.vocabulary import Area, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit

RULE = "send.row"
_FEWEST = 2
_HEAD = 16
_NAMING = frozenset({"area", "kind"})
_SEND = frozenset({"send", "area_send"})
_OUTCOMES = (
    (frozenset("systemic systematic widespread bottom lowest worst".split()),
     Outcome.SEND_SYSTEMIC_FAILINGS),
    (frozenset("inconsistent middle second".split()), Outcome.SEND_INCONSISTENT),
    (frozenset("positive top best highest".split()), Outcome.SEND_POSITIVE),
)  # fmt: skip
_GRADED = frozenset({"grade"})
_KNOWN = frozenset(
    "full area local send inspection new framework experiences and outcomes outcome the result or"
    " finding tier typically failings failures concerns significant leading to of three".split()
).union(*[words for words, _ in _OUTCOMES])
"""All that such a line may say behind a name."""


def rows_of_send(page: Page, *, send: bool) -> tuple[list[Claim], set[int]]:
    """Give the claims of lists that give several areas one of the three outcomes each.

    With them go the sentences that they are made of. A page that speaks of `send` may have them
    in brackets behind the names.
    """
    rows: dict[int, list[Claim]] = {}
    if page.classes.isdisjoint(_NAMING) or "council" not in page.classes:
        return [], set()
    for head in [*page.having("area"), *page.having("kind")]:
        if head.last - head.first > _HEAD or "council" in head.classes:
            continue
        told = _rows_below(page, head) if _is_head(page, head) else {}
        if len(told) >= _FEWEST:
            rows.update(told)
    text = page.document.text
    for sentence in page.having("council") if send else ():
        if text.find("(", sentence.start, sentence.end) < 0:
            continue
        bracketed = list(_bracketed(page, sentence))
        if len(bracketed) >= _FEWEST:
            rows[sentence.index] = bracketed
    return [one for claims in rows.values() for one in claims], set(rows)


def _bracketed(page: Page, sentence: Sentence) -> Iterator[Claim]:
    """Give the claims of names that are followed by an outcome in brackets."""
    words = page.words
    for hit in sentence.hits:
        if hit.cls != "council" or hit.last + 1 >= sentence.last:
            continue
        if "(" not in words.between(hit.last, hit.last + 1):
            continue
        end = hit.last + 1
        while end + 1 < sentence.last and ")" not in words.between(end, end + 1):
            end += 1
        outcome = _told_by(words.words[hit.last + 1 : end + 1])
        if outcome is not None:
            yield _claim(sentence, hit, outcome)


def _rows_below(page: Page, head: Sentence) -> dict[int, list[Claim]]:
    """Give the claims of the lines below a head, line by line."""
    told: dict[int, list[Claim]] = {}
    for line, name in named_below(page, head, set(), _GRADED):
        outcome = _told_by(page.words.words[name.last + 1 : line.last])
        if outcome is not None:
            told[line.index] = [_claim(line, name, outcome)]
    return told


def _is_head(page: Page, sentence: Sentence) -> bool:
    """Tell whether a line speaks of SEND, and the next one of a council."""
    below = page.sentences[sentence.index + 1 : sentence.index + 2]
    if not below or "council" not in below[0].classes:
        return False
    return any(hit.cls in _NAMING and hit.value in _SEND for hit in sentence.hits)


def _told_by(said: list[str]) -> Outcome | None:
    """Give the one outcome that words tell, none where they say more."""
    told = [one for words, one in _OUTCOMES if not words.isdisjoint(said)]
    return told[0] if len(told) == 1 and _KNOWN.issuperset(said) else None


def _claim(line: Sentence, name: Hit, outcome: Outcome) -> Claim:
    return Claim(
        sentence=line.index,
        word=name.first,
        outcome=outcome,
        area=Area.SEND,
        councils=(name.value,),
        rule=RULE,
        timeless=True,
    )

"""People who are known by name: as what they were introduced, where only their name speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words


def speaking_by_name(
    page: Page, sentence: Sentence, verbs: frozenset[str]
) -> list[tuple[int, int]]:
    """Give the names with one of the verbs of those introduced before: `said Smith`.

    So too a full name that nobody has introduced, where a sentence opens with it: no inspector is
    named like that.
    """
    low = page.words.words
    end = sentence.last - 1
    around: set[int] = set()
    for verb in range(sentence.first + 1, sentence.last):
        if low[verb] in verbs:
            around |= {verb - 1, min(verb + 1, end), min(verb + 2, end)}
    named = [(word, word) for word in sorted(around) if _of_others(page, sentence, word)]
    return named or _unintroduced(page, sentence, verbs)


def _unintroduced(page: Page, sentence: Sentence, verbs: frozenset[str]) -> list[tuple[int, int]]:
    """Give the full name with which a sentence opens, if it speaks: `Ann Hill said ...`."""
    words, first = page.words, sentence.first
    if sentence.last - first <= _FULL_NAME or words.words[first + _FULL_NAME] not in verbs:
        return []
    if words.words[first] in _NO_NAMES or any(h.first <= first + 1 for h in sentence.hits):
        return []
    if not all(words.original(word)[0].isupper() for word in (first, first + 1)):
        return []
    return [] if introduced_as(page, sentence, first + 1) else [(first, first + 1)]


_FULL_NAME = 2
_NO_NAMES = frozenset("the their its this that these those a an our your his her my".split())


def _of_others(page: Page, sentence: Sentence, word: int) -> bool:
    """Tell whether a word is the name of somebody who was introduced as no inspector."""
    if not page.words.text[page.words.starts[word]].isupper():
        return False
    if any(hit.first <= word <= hit.last for hit in sentence.hits):
        return False
    return introduced_as(page, sentence, word) == "speaker"


def introduced_as(page: Page, sentence: Sentence, name: int) -> str | None:
    """Give as what a person of that name was introduced shortly before: the class of a hit."""
    words = page.words
    low = words.words[name]
    for before in page.sentences[max(0, sentence.index - _SHORTLY) : sentence.index]:
        if before.classes.isdisjoint(_ROLES):
            continue
        said = words.words[before.first : before.last]
        if low not in said:
            continue
        place = before.first + said.index(low)
        roles = [h for h in before.hits if h.cls in _ROLES]
        return min(roles, key=lambda h: min(abs(h.first - place), abs(h.last - place))).cls
    return None


_ROLES = frozenset({"speaker", "inspectorate"})
_SHORTLY = 8


def at_former_work(words: Words, sentence: Sentence, target: int) -> bool:
    """Tell whether something is said of where somebody worked: `as her last authority is rated`."""
    low = words.words
    for word in range(target - 1, max(sentence.first, target - _TO_VERDICT), -1):
        if low[word] in _WORK and low[word - 1] in FORMERLY:
            whose = low[word - 2] if word - 2 >= sentence.first else ""
            if low[word] in _EMPLOYER:
                return True
            named = any(h.cls == "council" and word - 3 <= h.last < word for h in sentence.hits)
            return whose in _THEIRS and not named
    return False


_TO_VERDICT = 8
_EMPLOYER = frozenset({"employer", "employers"})
_WORK = _EMPLOYER | {"authority", "council", "department", "borough", "county", "patch", "service"}
_THEIRS = frozenset({"her", "his", "s", "my"})
FORMERLY = frozenset({"former", "previous", "old", "last", "ex"})


def by_which(words: Words, voice: int) -> int | None:
    """Give the `by` of what a voice does: `called so by MPs`, `by the boy's great-uncle`.

    None where it is what inspectors did that was done for somebody: `a visit prompted by MPs`.
    """
    low = words.words
    for word in range(voice - 1, max(voice - _BY_WHOM, 0) - 1, -1):
        if low[word] == "by":
            return None if low[word - 2] in _VISITS else word
        if low[word] in _NO_NAME or words.between(word, word + 1).strip(_JOINTS):
            return None
    return None


_VISITS = frozenset({"inspection", "visit", "review", "report"})
_BY_WHOM = 6
"""Words from `by` to who did it, what is told of whom included: `by the uncle of the boy`."""

_JOINTS = " -'\u2019"
_NO_NAME = frozenset(
    "inspector inspectors inspectorate ofsted watchdog regulator and or but who which that as than"
    " when where while after before since is are was were be been has have had said says".split()
)

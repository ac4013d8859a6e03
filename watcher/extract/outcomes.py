"""Lists of the outcomes that there are: `The report will give one of three outcomes:`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence


def outcomes_there_are(page: Page) -> set[int]:
    """Give the sentences of lists that go through what inspectors may find anywhere."""
    text = page.document.text
    found: set[int] = set()
    if ":" not in text or page.classes.isdisjoint(_TELLING):
        return found
    for head in page.sentences:
        if text[head.end - 1] != ":" or not _announces(head):
            continue
        values, last = set[str](), head.index
        for line in page.sentences[head.index + 1 : head.index + 1 + _LINES]:
            if not line.classes.isdisjoint(_OWN):
                break
            told = {hit.value for hit in line.hits if hit.cls in _TELLING}
            if told:
                values |= told
                last = line.index
        if len(values) >= _ALL:
            block = page.sentences[last].block
            ending = (s.index for s in page.sentences[last:] if s.block == block)
            found.update(range(head.index, max(ending) + 1))
    return found


def _announces(head: Sentence) -> bool:
    """Tell whether a line counts outcomes that may be given, and tells of none that were."""
    if head.said.isdisjoint(_OUTCOMES) or head.said.isdisjoint(_COUNT):
        return False
    return _TOLD.isdisjoint(head.said) and _OWN.isdisjoint(head.classes)


_LINES, _ALL = 9, 3
_TELLING = frozenset({"send", "grade"})
_OWN = frozenset({"council", "judge"})
_OUTCOMES = frozenset("outcomes conclusions judgements grades gradings ratings verdicts".split())
_COUNT = frozenset({"three", "four", "possible"})
_TOLD = frozenset("has have had was were said says got found received gave given our".split())

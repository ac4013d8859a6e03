"""Who shares what an area is told, and who is told it alone: schools, health bodies, police."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def of_partners(page: Page, sentence: Sentence) -> bool:
    """Tell whether what only an area can be told is told with its schools and health services.

    `Pupils and hospitals in Kent meet systemic failings, inspectors say`; not of one school.
    """
    if sentence.classes.isdisjoint(_AREA_WIDE):
        return False
    low = page.words.words
    others = [h for h in sentence.hits if h.cls == "other"]
    if any(h.value not in _PARTNERS or _one_body(low, h) for h in others):
        return False
    titles = [s for s in page.titles if s.classes.isdisjoint(_OURS)]
    return not any(h.cls == "other" and low[h.last] in _BODY for s in titles for h in s.hits)


def _one_body(low: list[str], hit: Hit) -> bool:
    """Tell whether a phrase is of one school or hospital."""
    return low[hit.last] in _BODY and not _ONE.isdisjoint(low[max(0, hit.first - 1) : hit.last])


_AREA_WIDE = frozenset({"inspectorate", "cqc", "kind", "council"})
_PARTNERS = frozenset({"school", "health"})
_OURS = frozenset({"generic", "area", "kind", "service", "send"})
_BODY = frozenset("school academy college nursery hospital trust surgery".split())
_ONE = frozenset({"a", "an", "the", "one", "this", "that"})


def beside_ofsted(words: Words, sentence: Sentence) -> bool:
    """Tell whether other bodies are only in the names of those who inspect with Ofsted."""
    low = words.words
    return "ofsted" in sentence.said and all(
        low[hit.first - _NAMED : hit.first] in _INSPECTORATES
        for hit in sentence.hits
        if hit.cls == "other"
    )


_NAMED, _INSPECTORATES = 2, (["inspectorate", "of"], ["constabulary", "and"])


def laid_on_another(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is the police or a health body that must act: `..., for the force`."""
    if hit.first > sentence.first and words.words[hit.first - 1] in _AGENCIES:
        return True
    behind = words.words[hit.last + 1 : min(sentence.last, hit.last + 1 + _ADDRESSEE)]
    if behind[:1] != ["for"] or not _JOINTLY.isdisjoint(behind):
        return False
    return not _AGENCIES.isdisjoint(behind)


_ADDRESSEE = 6
_AGENCIES = frozenset("police constabulary nhs health icb hospital probation force".split())
_JOINTLY = frozenset("council authority partners partnership and mash hub safeguarding".split())

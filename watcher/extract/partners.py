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
    """Tell whether it is the police or a health body that must act: `..., for the force`.

    Or that it was given to them, or that they have it: `the police have one such area`.
    """
    low = words.words
    if hit.first > sentence.first and low[hit.first - 1] in _AGENCIES:
        return True
    behind = low[hit.last + 1 : min(sentence.last, hit.last + 1 + _ADDRESSEE)]
    if _JOINTLY.isdisjoint(behind) and not _AGENCIES.isdisjoint(behind):
        return behind[0] == "for" or _laid_on(behind)
    return had_by_another(low, sentence, hit)


def _laid_on(behind: list[str]) -> bool:
    """Tell whether something was given to an agency: `was identified for Kent Police`."""
    return behind[0] in _WAS and any(
        to in _UPON and not _AGENCIES.isdisjoint(behind[place + 1 : place + _ITS_NAME])
        for place, to in enumerate(behind)
    )


def had_by_another(low: list[str], sentence: Sentence, hit: Hit) -> bool:
    """Tell whether an agency, and no council with it, is who has or does something."""
    front = low[sentence.first : hit.first]
    if _AGENCIES.isdisjoint(front) or not _JOINTLY.isdisjoint(front):
        return False
    last = max(place for place, word in enumerate(front) if word in _AGENCIES)
    return not _HAVING.isdisjoint([*front, low[hit.first]][last + 1 : last + _ITS_VERB])


_ADDRESSEE, _ITS_NAME, _ITS_VERB = 8, 5, 4
_WAS = frozenset("was were is are has have".split())
_UPON = frozenset({"for", "to", "on", "upon"})
_HAVING = frozenset("have has had must need needs should was were left leaves leave failed".split())
_AGENCIES = frozenset("police constabulary nhs health icb hospital probation force".split())
_JOINTLY = frozenset(
    "council councils authority partners partnership and mash hub safeguarding with".split()
)

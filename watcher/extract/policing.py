"""Pages about the police and about probation, and what is ours beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.page import Page

OURS_KINDS = frozenset(
    {"jtai", "area_send", "safeguarding_inspection", "annual_rating", "focused_visit"}
)
AREAS_OURS = frozenset(
    {"help_and_protection", "children_in_care", "care_leavers", "front_door", "send"}
)
OF_CHILDREN = frozenset(
    {
        "child",
        "children",
        "childrens",
        "ofsted",
        "pupils",
        "pupil",
        "send",
        "youngsters",
        "teenagers",
    }
)


def police_inspected(page: Page) -> bool:
    """Tell whether it is those who inspect the police that a page tells of, and no joint team."""
    said = page.words.words
    if "ofsted" in said or "act" in page.classes or "send" in page.classes:
        return False
    if not _JOINTLY.isdisjoint(said):
        return False
    if not any(s.said & _CONSTABULARY or _of_policing(s.said) for s in page.sentences):
        return False
    return not any(h.value == "jtai" for s in page.having("kind") for h in s.hits)


def _of_policing(said: frozenset[str]) -> bool:
    return not (_POLICING.isdisjoint(said) or _WATCHING.isdisjoint(said))


_CONSTABULARY = frozenset({"hmicfrs", "hmic", "constabulary"})
_POLICING = frozenset({"policing", "police"})
_WATCHING = frozenset({"inspectorate", "watchdog"})
_JOINTLY = frozenset("joint jointly jtai cqc inspectorates commission standards".split())


def of_police(page: Page) -> bool:
    """Tell whether a page on the police or on probation names no inspection of ours."""
    if "ofsted" in page.words.words or "act" in page.classes or "send" in page.classes:
        return False
    words = page.words.words
    hits = [hit for s in page.sentences for hit in s.hits]
    if any(
        (h.cls == "kind" and h.value in OURS_KINDS) or (h.cls == "area" and h.value in AREAS_OURS)
        for h in hits
    ):
        return False
    return not any(h.cls == "service" and words[h.first] in OF_CHILDREN for h in hits)

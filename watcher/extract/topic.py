"""What a page is about: councils' services for children, or something else."""

from __future__ import annotations

from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from watcher.extract.policing import (
    AREAS_OURS,
    OF_CHILDREN,
    OURS_KINDS,
    of_police,
    police_inspected,
)
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

_LEAD = 4


def no_inspectorate(page: Page) -> bool:
    """Tell whether nothing on the page speaks of an inspectorate.

    It may stand inside the name of a grade, or a time: `its lowest Ofsted rating`, `when Ofsted`,
    `since the last inspection`.
    """
    if not page.classes.isdisjoint(_INSPECTING):
        return _only_an_ombudsman(page)
    return page.classes.isdisjoint(_RATED) or _INSPECTORS.isdisjoint(page.words.words)


def _only_an_ombudsman(page: Page) -> bool:
    """Tell whether the only watchdog of a page is the one for complaints."""
    if "other" not in page.classes or "act" in page.classes:
        return False
    words = page.words.words
    return "ombudsman" in words and _INSPECTORATES.isdisjoint(words)


_INSPECTORATES = frozenset(
    "ofsted inspectors inspector inspection inspections inspected cqc hmi jtai".split()
)
_INSPECTORS = frozenset({"ofsted", "inspectors", "inspection"})


_RATED = frozenset({"grade", "up", "down", "signal", "sendweak"})
_INSPECTING = frozenset({"inspectorate", "kind", "send", "act"})
_ELSEWHERE = frozenset({"other", "cqc", "nation"})
_OPENING = 1
"""Sentences behind the headline in which an article of ours speaks of children, or of Ofsted."""


def foreign_topic(page: Page) -> str | None:
    """Give the other body that a page is about, None when it is about councils' services."""
    elsewhere = _elsewhere(page)
    if elsewhere is not None:
        return elsewhere
    if "other" not in page.classes:
        return None
    title = [s for s in page.sentences if s.role is BlockRole.TITLE]
    verdict, beside = _verdict(page, title), _BESIDE_SEND
    if verdict is None or (verdict == "school" and _only_pupils(page, title)):
        verdict, beside = _verdict(page, [*title, *_lead(page)]), _BESIDE_SEND | {"adult"}
    if verdict in beside and _of_area_send(page):
        return None
    if verdict == "school" and any(_grades_ours(page, one) for one in page.having("grade")):
        return None
    if verdict in _BESIDE_CHILDREN and any(
        _faults_ours(one, verdict) for one in page.having("inspectorate")
    ):
        return None
    if verdict in _PASSED and _in_passing(page, title):
        return None
    return verdict or None


def _in_passing(page: Page, title: list[Sentence]) -> bool:
    """Tell whether a page opens with a council, or its social workers, and names others in passing.

    `Social workers in Leeds were failing, a snap inspection found. Links with schools are good.`
    """
    opening = [*title, *_lead(page)[:_OPENING]]
    if any("other" in one.classes for one in opening):
        return False
    if sum(h.cls == "other" for one in page.having("other") for h in one.hits) > _FEW:
        return False
    return any(
        "generic" in one.classes or ("social" in one.said and _has_social_workers(page, one))
        for one in opening
        if "council" in one.classes
    )


_PASSED = frozenset({"school", "home", "health", "police"})
_FEW = 3


def _only_pupils(page: Page, title: list[Sentence]) -> bool:
    """Tell whether a headline names pupils and no school: so children are called too."""
    named = [h for s in title for h in s.hits if h.cls == "other"]
    return all(page.words.words[h.last] in _PUPILS for h in named)


_PUPILS = frozenset({"pupil", "pupils"})


def _faults_ours(sentence: Sentence, other: str) -> bool:
    """Tell whether inspectors are said to find fault with a council's services for children.

    So they may under a headline over an inquest or the costs of homes. A home is a service too.
    """
    if sentence.classes.isdisjoint(_FAULTS) or not sentence.classes.isdisjoint(_NOT_OURS):
        return False
    return any(
        (hit.cls == "service" and other != "home")
        or (hit.cls == "area" and hit.value in AREAS_OURS and hit.value != "send")
        for hit in sentence.hits
    )


def _grades_ours(page: Page, sentence: Sentence) -> bool:
    """Tell whether a judgement that no school is given is graded: `care leavers: good`."""
    classes = sentence.classes
    if "area" not in classes or not ("other" not in classes or classes >= _OUR_GRADES):
        return False
    return any(
        hit.cls == "area" and hit.value in _JUDGED_OURS and hit.last > hit.first
        for hit in sentence.hits
        if page.words.words[hit.first] not in _OF_PUPILS
    )


_OUR_GRADES = frozenset({"inspectorate", "service"})
_JUDGED_OURS = frozenset({"help_and_protection", "children_in_care", "care_leavers"})
_OF_PUPILS = frozenset("looked safeguarding protecting keep keeps keeping kept".split())
_BESIDE_CHILDREN = frozenset({"home", "body"})
_FAULTS = frozenset({"signal", "send"})
_NOT_OURS = _ELSEWHERE | {"context", "talk", "hyp", "past"}
_BESIDE_SEND = frozenset({"school", "health"})


def _of_area_send(page: Page) -> bool:
    """Tell whether a page that speaks of pupils is about an area's help for those with SEND."""
    if page.classes.isdisjoint(_OF_SEND) or "inspectorate" not in page.classes:
        return False
    return any(
        (h.cls == "area" and h.value == "send") or (h.cls == "kind" and h.value == "area_send")
        for s in page.sentences
        for h in s.hits
    )


_OF_SEND = frozenset({"send", "cqc"})


def _lead(page: Page) -> list[Sentence]:
    """Give the first sentences of a page's own text that speak of anything it could be about."""
    start = next((s.index for s in page.sentences if s.role is BlockRole.TITLE), 0)
    body = (s for s in page.sentences[start:] if s.role not in _OUTSIDE and s.classes - _EMPTY)
    return list(islice(body, _LEAD))


_OUTSIDE = frozenset({BlockRole.TITLE, BlockRole.HEADING, BlockRole.TABLE_ROW})
_EMPTY = frozenset(
    "be speaker wrong freeing pronoun neg pseudo hyp stop past now same move lose up".split()
)
"""Classes of words that stand in any sentence, and say nothing of its subject."""


def _elsewhere(page: Page) -> str | None:
    """Tell whether the page is about another inspectorate's work."""
    if page.classes.isdisjoint(_ELSEWHERE):
        return None
    counts = Counter(
        hit.value if hit.cls == "other" else hit.cls
        for sentence in page.sentences
        for hit in sentence.hits
    )
    if counts["nation"] and not any(
        "ofsted" in s.said and s.classes.isdisjoint(_SUPPOSED) for s in page.sentences
    ):
        return "nation"
    ours = counts["service"] + counts["area"]
    joint = bool(counts["cqc"] and counts["adult"]) and _inspected_jointly(page)
    if counts["cqc"] and counts["adult"] and not joint and counts["cqc"] + counts["adult"] > ours:
        return "adult"
    if _adults_first(page) or (_commissioned(page, counts) and _no_child_leads(page)):
        return "adult"
    if police_inspected(page) or (counts["police"] > 1 and of_police(page)):
        return "police"
    return "cqc" if _only_cqc(page) else None


_SUPPOSED = frozenset({"hyp", "nation"})
"""What is said of Ofsted where another nation's inspectorate came: `Ofsted would have called`."""


def _inspected_jointly(page: Page) -> bool:
    """Tell whether a page on SEND names the CQC with Ofsted, and care for adults only beside."""
    if not speaks_of_send(page):
        return False
    return any(
        "ofsted" in s.said and not any(h.cls == "other" and h.value == "adult" for h in s.hits)
        for s in page.having("cqc")
    )


def _adults_first(page: Page) -> bool:
    """Tell whether headline and lead speak of care for adults, and of no child nor of Ofsted."""
    title = [s for s in page.sentences if s.role is BlockRole.TITLE]
    lead = [*title, *_lead(page)]
    hits = [h for s in lead for h in s.hits]
    if any(h.cls == "area" and h.value == "send" for h in hits):
        return False
    if not any(h.cls == "cqc" or (h.cls == "other" and h.value == "adult") for h in hits):
        return False
    words = page.words.words
    return not any(words[i] in OF_CHILDREN for s in lead for i in range(s.first, s.last))


def _commissioned(page: Page, counts: Counter[str]) -> bool:
    """Tell whether the CQC and the care of adults are named, and Ofsted no more often."""
    if not (counts["cqc"] and counts["adult"]):
        return False
    words = page.words.words
    named = [h for s in page.sentences for h in s.hits if h.cls == "inspectorate"]
    return sum(words[h.first] == "ofsted" for h in named) <= counts["cqc"]


def _no_child_leads(page: Page) -> bool:
    """Tell whether headline and opening speak of no child, nor of Ofsted."""
    title = [s for s in page.sentences if s.role is BlockRole.TITLE]
    opening = [*title, *_lead(page)[:_OPENING]]
    words = page.words.words
    if any("send" in s.classes or "area" in s.classes for s in opening):
        return False
    return not any(words[i] in OF_CHILDREN for s in opening for i in range(s.first, s.last))


def _only_cqc(page: Page) -> bool:
    """Tell whether the CQC is the only inspectorate named, outside joint inspections.

    One of SEND that ends with a plan is joint, whoever is named.
    """
    if "sendplan" in page.classes and speaks_of_send(page):
        return False
    hits = [hit for s in page.sentences for hit in s.hits]
    if any(h.cls == "send" or (h.cls == "kind" and h.value in OURS_KINDS) for h in hits):
        return False
    if not any(h.cls == "cqc" for h in hits) or "ofsted" in page.words.words:
        return False
    return not _of_children(page)


def _of_children(page: Page) -> bool:
    """Tell whether inspectors speak of councils' services for children, in so many words."""
    words = page.words.words
    return any(
        hit.cls == "service" and words[hit.first].startswith("child")
        for sentence in page.having("inspectorate")
        if "council" in sentence.classes and sentence.classes.isdisjoint(_ELSEWHERE)
        for hit in sentence.hits
    )


def _has_social_workers(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of social workers, or of their work."""
    said = page.words.words[sentence.first : sentence.last]
    return any(one == "social" and two in _WORKING for one, two in pairwise(said))


_WORKING = frozenset({"worker", "workers", "work"})
_PASSING = frozenset({"school", "police"})
"""Who is often named in passing, and who has no social workers."""


def _ours(hit: Hit) -> bool:
    """Tell whether a hit speaks of what councils do for children."""
    if hit.cls in {"service", "act", "send"} or hit.value == _ACTION:
        return True
    return hit.cls == "kind" and hit.value in OURS_KINDS


_COUNCILS_TOLD = frozenset({"urgent", "generic"})
"""Classes of a sentence that tells councils to act at once."""

_ACTION = "priority_action"
"""What inspectors of ours alone ask for, in these words."""


def speaks_of_send(page: Page) -> bool:
    """Tell whether headline or lead speak of an area SEND inspection.

    Or a page on two inspectorates speaks of the statement that they ask for nowhere else.
    """
    for sentence in page.sentences[: _LEAD + 2]:
        if not sentence.classes.isdisjoint(_NAMING) and True in map(_is_send, sentence.hits):
            return True
    return page.classes >= _JOINTLY and any(
        hit.rule == _STATEMENT for one in page.having("send") for hit in one.hits
    )


def _is_send(hit: Hit) -> bool:
    """Tell whether a phrase is of special needs, of their inspection or of what it asks for."""
    return _SEND.get(hit.cls) == hit.value or hit.rule == _STATEMENT


_SEND = {"area": "send", "kind": "area_send"}


_JOINTLY = frozenset({"send", "cqc", "inspectorate"})
_NAMING = frozenset({"area", "kind", "send"})
_STATEMENT = "send.wsoa"
"""Statements of action are asked for nowhere else."""


def ours_here(page: Page, sentence: Sentence) -> bool:
    """Tell whether a paragraph of a page on something else has turned to a council's services.

    `Ofsted's report on the council's social care is out. The grade given is inadequate.`
    """
    for near in reversed(page.sentences[max(0, sentence.index - _TURNED) : sentence.index + 1]):
        if near.block != sentence.block or "other" in near.classes:
            return False
        if _turns_to_us(page, near):
            return True
    return False


_TURNED = 2


def _turns_to_us(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence names a report of inspectors on a council's services for children."""
    if (
        _TOLD.isdisjoint(sentence.said)
        or "service" not in sentence.classes
        or sentence.classes.isdisjoint(_COUNCILS)
    ):
        return False
    if "ofsted" not in sentence.said or "cqc" in sentence.classes:
        return False
    low = page.words.words
    said = [low[h.first : h.last + 1] for h in sentence.hits if h.cls == "service"]
    return any(not OF_CHILDREN.isdisjoint(one) or "social" in one for one in said)


_TOLD = frozenset("report reports findings letter verdict judgement judgment outcome".split())
_COUNCILS = frozenset({"council", "generic"})


def _verdict(page: Page, sentences: list[Sentence]) -> str | None:
    """Give the other body, an empty string for our own topic, None when nothing tells.

    What stands behind its name is its own: `adult learning provision`. Social workers are ours,
    where nobody but a school or the police is named with them.
    """
    ours, others = _counted(page.words, sentences)
    if others and others.keys() <= _PASSING:
        ours += sum(["social" in s.said and _has_social_workers(page, s) for s in sentences])
    if ours == others.total():
        return None
    if others.total() > ours:
        return others.most_common(1)[0][0]
    return ""


_THEIR_OWN = frozenset({"service", "area"})


def _counted(words: Words, sentences: list[Sentence]) -> tuple[int, Counter[str]]:
    """Count what sentences name of ours, and of other bodies."""
    low, ours = words.words, 0
    others: Counter[str] = Counter()
    for sentence in sentences:
        body = -1
        ours += sentence.classes >= _COUNCILS_TOLD
        for hit in sentence.hits:
            if hit.cls in _THEIR_OWN and hit.first == body:
                continue
            if _ours(hit) or (hit.cls == "area" and hit.value in AREAS_OURS):
                ours += 1
            elif hit.cls == "other" and not _is_its_own(low, hit):
                others[hit.value] += 1
                body = hit.last + 1
    return ours, others


def _is_its_own(low: list[str], hit: Hit) -> bool:
    """Tell whether a body is but a part of another: `a virtual school`, `its case reviews`."""
    return low[hit.first] == "virtual" or (hit.value == "review" and low[hit.first - 1] in _ITS)


_ITS = frozenset({"its", "their", "whose"})

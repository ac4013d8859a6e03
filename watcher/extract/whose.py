"""Why a grade is not the council's: another body's, or a mere thing's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.modifiers import has
from watcher.extract.subjects import foreign_head

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def subject_reason(
    page: Page, sentence: Sentence, clause: Clause, subject: Hit | None, *, foreign: bool
) -> str | None:
    """Tell why a grade is not the council's."""
    kind = "" if subject is None else subject.cls
    if kind == "other" or foreign_head(sentence, clause, page.words):
        return "other_subject"
    if "send" not in page.classes and _of_commission(page.words, sentence, clause):
        return "other_subject"
    if subject is not None and kind in {"weak", "quality"}:
        named = _quality_of_area(clause, subject) or _help_for_area(page.words, clause, subject)
        named = named or _overall_verdict(clause, subject)
        return None if named else "weak_subject"
    if kind == "cqc":
        return None
    if subject is not None and kind == "area" and _owned(page.words, sentence, subject):
        return "other_subject"
    if not foreign or (subject is not None and _of_children(page.words, sentence, subject)):
        return None
    return None if _plainly_ours(page.words, sentence) else "other_subject"


def _of_children(words: Words, sentence: Sentence, subject: Hit) -> bool:
    """Tell whether a grade is that of a council's services for children, in so many words."""
    if subject.cls == "area":
        return has(sentence, "council", "generic")
    named = subject.cls == "service" and words.words[subject.first].startswith("child")
    return named and has(sentence, "council", "generic")


def _overall_verdict(clause: Clause, subject: Hit) -> bool:
    """Tell `an overall assessment`, which is a verdict, from an assessment of a child."""
    return any(h.cls == "overall" and 0 < subject.first - h.last <= 3 for h in clause.hits)


def _help_for_area(words: Words, clause: Clause, subject: Hit) -> bool:
    """Tell `support for care leavers`, a judgement, from `support`, a thing."""
    return any(
        h.cls == "area"
        and 0 < h.first - subject.last <= 3
        and words.words[subject.last + 1] in {"for", "to"}
        for h in clause.hits
    )


def _owned(words: Words, sentence: Sentence, subject: Hit) -> bool:
    """Tell whether a judgement is another body's: `a school's leadership is inadequate`."""
    if "other" not in sentence.classes or subject.first == 0:
        return False
    if words.words[subject.first - 1] not in {"its", "their", "the", "s"} and (
        not words.leads_to(subject.last, "there")
    ):
        return False
    before = [h for h in sentence.hits if h.last < subject.first]
    owners = [h for h in before if h.cls in {"other", "service", "generic"}]
    return bool(owners) and owners[-1].cls == "other"


def _plainly_ours(words: Words, sentence: Sentence) -> bool:
    """Tell whether a sentence of a page on something else speaks of a council's judgement."""
    if has(sentence, "other", "cqc") or not has(sentence, "inspectorate"):
        return False
    if _OURS.isdisjoint(words.words[sentence.first : sentence.last]):
        return False
    return has(sentence, "service") or (has(sentence, "council") and has(sentence, "overall"))


_OURS = frozenset({"ofsted", "child", "children", "childrens"})


def _of_commission(words: Words, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether it is the Care Quality Commission alone that gives the grade."""
    if "cqc" not in clause.classes or not has(sentence, "cqc"):
        return False
    if has(sentence, "send", "kind", "area"):
        return False
    return _OURS.isdisjoint(words.words[sentence.first : sentence.last])


def _quality_of_area(clause: Clause, subject: Hit) -> bool:
    """Tell `the standard of child protection`, a judgement, from `the quality of plans`."""
    return subject.cls == "quality" and any(
        h.cls in {"area", "service"} and 0 < h.first - subject.last <= 2 for h in clause.hits
    )

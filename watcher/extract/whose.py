"""Why a grade is not the council's: another body's, or a mere thing's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.subjects import foreign_head

if TYPE_CHECKING:
    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def has(sentence: Sentence | Clause, *classes: str) -> bool:
    """Tell whether a stretch has a hit of one of the classes."""
    return not sentence.classes.isdisjoint(classes)


def resumed(words: Words, sentence: Sentence, one: Graded, subject: Hit) -> Hit:
    """Give the subject, that of the whole where a grade goes on behind something put in.

    `Services in Kent, criticised by schools, are inadequate`, `Kent, which runs homes, is`. Asked
    of what may be put in.
    """
    verb = one.hit.first - 1
    while verb > subject.last and "," not in words.between(verb - 1, verb):
        verb -= 1
    if verb <= subject.last or words.words[verb] not in _FINITE:
        return subject
    for head in sentence.hits:
        if head.first >= subject.first or head.cls == "other":
            break
        if head.cls in _WHOSE and "," in words.between(head.last, head.last + 1):
            return head
    return subject


PUT_IN = frozenset({"other", "weak", "quality", "cqc"})
_WHOSE = frozenset({"service", "area", "generic", "council"})
_FINITE = frozenset({"has", "have", "is", "are", "was", "were", "had"})


def subject_reason(
    page: Page, sentence: Sentence, clause: Clause, subject: Hit | None, *, foreign: bool
) -> str | None:
    """Tell why a grade is not the council's."""
    if subject is not None and subject.cls == "other":
        ours = not foreign and _shared(page.words, clause, subject)
        return None if ours else "other_subject"
    if "other" in sentence.classes and foreign_head(sentence, clause, page.words):
        return "other_subject"
    if not clause.classes.isdisjoint(_OTHERS) and _of_others(page, sentence, clause):
        return "other_subject"
    if subject is None:
        return "other_subject" if foreign and not _plainly_ours(sentence) else None
    if subject.cls in _THINGS:
        named = _of_area(page.words, clause, subject) or _overall_verdict(clause, subject)
        named = named or _rated_at_large(page.words, clause, subject)
        return None if named else "weak_subject"
    other = subject.cls == "area" and "other" in sentence.classes
    if other and _owned(page.words, sentence, subject):
        return "other_subject"
    if not foreign or subject.cls == "cqc" or _of_children(page.words, sentence, subject):
        return None
    return None if _plainly_ours(sentence) else "other_subject"


_THINGS, _OTHERS = frozenset({"weak", "quality"}), frozenset({"cqc", "other"})


def _of_children(words: Words, sentence: Sentence, subject: Hit) -> bool:
    """Tell whether a grade is that of a council's services for children, in so many words."""
    if subject.cls == "area":
        if subject.value in _ANYBODYS:
            return any(h.cls in _BODIES and _beside(h, subject) for h in sentence.hits)
        return has(sentence, "council", "generic")
    if subject.cls == "council":
        return has(sentence, "service") and _of_the_young(sentence, subject)
    named = subject.cls == "service" and words.words[subject.first].startswith("child")
    return named and has(sentence, "council", "generic")


_ANYBODYS = frozenset({"leaders", "other"})
"""Judgements that any body is given, whatever it does."""

_BODIES = frozenset({"council", "generic"})


def _beside(body: Hit, subject: Hit) -> bool:
    """Tell whether it is said whose judgement it is: `leadership at the council`, `its leaders`."""
    return 0 < body.first - subject.last <= _BESIDE or 0 < subject.first - body.last <= _BESIDE


_BESIDE = 3


def _of_the_young(sentence: Sentence, council: Hit) -> bool:
    """Tell whether a review of services for children is what judged a council."""
    if _OURS.isdisjoint(sentence.said) or has(sentence, "other", "cqc"):
        return False
    verbs = [h for h in sentence.hits if h.cls == "judge" and h.first < council.first]
    return bool(verbs) and any(
        h.cls == "service" and h.last < verbs[-1].first for h in sentence.hits
    )


def _overall_verdict(clause: Clause, subject: Hit) -> bool:
    """Tell `an overall assessment`, which is a verdict, from an assessment of a child."""
    return any(h.cls == "overall" and 0 < subject.first - h.last <= 3 for h in clause.hits)


def _rated_at_large(words: Words, clause: Clause, subject: Hit) -> bool:
    """Tell whether all that a council does is what was rated: `rated the council's efforts`."""
    if words.words[subject.last] == _ARRANGED:
        return _arranged(words, clause, subject)
    if words.words[subject.last] not in _DOING or clause.classes.isdisjoint(_OWNERS):
        return False
    return any(h.cls == "judge" and words.words[h.last] in _RATED for h in clause.hits)


def _arranged(words: Words, clause: Clause, subject: Hit) -> bool:
    """Tell whether a council's arrangements at large are graded: `Kent's arrangements are also`.

    Arrangements for something are a mere thing.
    """
    low = words.words
    grade = next((h for h in clause.hits if h.cls == "grade" and h.first > subject.last), None)
    if grade is None:
        return False
    between = low[subject.last + 1 : grade.first]
    owned = low[subject.first - 1] == "s"
    if between[:1] in _PLACED:
        named = [h for h in clause.hits if h.cls in _OWNERS and subject.last < h.first]
        if named and named[0].first <= subject.last + 3 and named[0].last < grade.first:
            owned = owned or subject.first == clause.first or low[subject.first - 1] == "the"
            between = low[named[0].last + 1 : grade.first]
    return owned and _LINKING.issuperset(between)


_ARRANGED = "arrangements"
_PLACED = (["in"], ["of"], ["at"])
_LINKING = frozenset(
    "are were is have has had been be to also now still both all council judged found rated graded"
    " deemed declared".split()
)
_DOING = frozenset({"efforts", "performance"})
_OWNERS = frozenset({"council", "generic"})
_RATED = frozenset({"rated", "rates", "rating", "graded", "grades", "grading"})


def _shared(words: Words, clause: Clause, other: Hit) -> bool:
    """Tell whether a judgement got the same as another body: `adoption and the board were both`."""
    behind = words.words[other.last + 1 : other.last + 3]
    if _TOGETHER.isdisjoint(behind) or "area" not in clause.classes:
        return False
    areas = [h for h in clause.hits if h.cls == "area" and h.last < other.first]
    if not areas or _JOINED.isdisjoint(words.words[areas[-1].last + 1 : other.first]):
        return False
    return not any(
        h.cls in _VERBS and areas[-1].last < h.first < other.first and words.words[h.first] != "as"
        for h in clause.hits
    )


_JOINED = frozenset({"and", "well", "together", "alongside", "plus"})
_TOGETHER = frozenset({"were", "are", "both", "have", "all"})
_VERBS = frozenset({"be", "judge", "grade"})


def _of_area(words: Words, clause: Clause, subject: Hit) -> bool:
    """Tell `support for care leavers`, a judgement, from `support`, a thing.

    `The standard of child protection` is one, and `the quality of plans` is none.
    """
    for hit in clause.hits:
        if hit.cls not in _NAMED:
            continue
        if hit.first <= subject.last:
            if hit.cls == "area" and _possessed(words, hit, subject):
                return True
            continue
        between = words.words[subject.last + 1 : hit.first]
        if subject.cls == "quality" and len(between) < _NEXT:
            return True
        if hit.cls == "area" and len(between) < _NEAR and between[:1] in (["for"], ["to"]):
            return True
        if hit.cls == "area" and len(between) < _FAR and _HELPING.issuperset(between):
            return True
    return False


_NAMED = frozenset({"area", "service"})
_NEXT, _NEAR, _FAR = 2, 3, 9
_HELP = frozenset({"support", "help", "care", "provision", "services", "service", "experiences"})
_HELPING = _HELP | frozenset(
    "of for to and the that is are given provided offered received by by its all our".split()
)


def _possessed(words: Words, area: Hit, subject: Hit) -> bool:
    """Tell whether help is that of a judgement: `care leavers' support`."""
    between = words.words[area.last + 1 : subject.first]
    return between in ([], ["s"]) and words.words[subject.first] in _HELP


def _owned(words: Words, sentence: Sentence, subject: Hit) -> bool:
    """Tell whether a judgement is another body's: `a school's leadership is inadequate`."""
    if subject.first == 0:
        return False
    if words.words[subject.first - 1] not in {"its", "their", "the", "s"} and (
        not words.leads_to(subject.last, "there")
    ):
        return False
    before = [h for h in sentence.hits if h.last < subject.first]
    owners = [h for h in before if h.cls in {"other", "service", "generic"}]
    return bool(owners) and owners[-1].cls == "other"


def _plainly_ours(sentence: Sentence) -> bool:
    """Tell whether a sentence of a page on something else speaks of a council's judgement."""
    if has(sentence, "other", "cqc") or not has(sentence, "inspectorate"):
        return False
    if _OURS.isdisjoint(sentence.said):
        return False
    return has(sentence, "service") or (has(sentence, "council") and has(sentence, "overall"))


_OURS = frozenset({"ofsted", "child", "children", "childrens"})


def _of_others(page: Page, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a grade is given by others than Ofsted."""
    if "cqc" in clause.classes and _of_commission(page, sentence, clause):
        return True
    return "other" in clause.classes and _abroad(clause)


def _abroad(clause: Clause) -> bool:
    """Tell whether another nation's inspectorate gives the grade: `Estyn has judged Cardiff`."""
    return "inspectorate" not in clause.classes and any(
        hit.cls == "other" and hit.value == "nation" for hit in clause.hits
    )


def _of_commission(page: Page, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether it is the Care Quality Commission alone that gives the grade.

    Ofsted may be named in the sentence, but then not in the clause that says by whom.
    """
    if "send" in page.classes or has(sentence, "send", "kind", "area"):
        return False
    if _OURS.isdisjoint(sentence.said):
        return True
    judged = "judge" in clause.classes and clause.last < sentence.last
    return judged and _OURS.isdisjoint(page.words.words[clause.first : clause.last])


def of_office(words: Words, other: Hit) -> bool:
    """Tell whether another body only stands in an office: `the cabinet member for schools`."""
    low = words.words
    for word in range(max(0, other.first - _OFFICE), other.first - 1):
        if low[word] in _OFFICES and low[word + 1] in _OF_WHAT:
            if not _THE_ONE.isdisjoint(low[word + 2 : other.first]):
                return False
            return _CLOSING.isdisjoint(words.text[words.end(word) : words.starts[other.first]])
    return False


_OFFICE = 9
_OFFICES = frozenset("member holder director head lead minister spokesman spokeswoman".split())
_OF_WHAT = frozenset({"for", "of"})
_THE_ONE = frozenset({"the", "a", "an", "s"})
_CLOSING = frozenset("();:.–—")

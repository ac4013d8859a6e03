"""A grade that stands alone, and is the verdict all the same: `Ofsted's verdict? Good.`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.fronts import heads_round_up, is_name_alone
from watcher.extract.predicates import closes, opens_with_its_year, when_behind

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def names_result(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade alone is a verdict: `One word sums up the report: inadequate`.

    It may be all of a sentence beside one that speaks of inspectors: `Ofsted's verdict? Good.`,
    `Kent: full inspection. Good, again.`.
    """
    words = page.words
    if is_under_name(page, sentence, hit) or _has_label(words, sentence, hit):
        return True
    beside = words.words[sentence.first : hit.first] + words.words[hit.last + 1 : sentence.last]
    if len(beside) > _AGAIN or not _ADVERBS.issuperset(beside):
        if _SUMS_UP.isdisjoint(sentence.said) or not _OWN.isdisjoint(sentence.said):
            return False
        return ":" in words.between(hit.first - 1, hit.first) and closes(words, sentence, hit)
    for at, said in ((sentence.index - 1, _SUMS_UP), (sentence.index + 1, _POINTS)):
        near = page.sentences[at] if 0 <= at < len(page.sentences) else sentence
        if near.block == sentence.block and not near.classes.isdisjoint(_INSPECTED):
            opening = words.words[near.first : near.first + 2] if at > sentence.index else near.said
            if not said.isdisjoint(opening) or (at < sentence.index and _is_entry(near)):
                return True
    return False


def _has_label(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a line gives the grade of an inspection it names: `Last inspection: good`."""
    label = words.words[sentence.first : hit.first]
    if not label or not _LABEL.issuperset(label) or _VISIT.isdisjoint(label):
        return False
    pointed = not _POINTED.isdisjoint(words.between(hit.first - 1, hit.first))
    return pointed and closes(words, sentence, hit)


_VISIT = frozenset({"inspection", "inspections", "report", "visit", "result", "outcome"})
_LABEL = _VISIT | frozenset(
    "the this its our previous last latest current earlier prior most recent full ofsted".split()
)
_POINTED = frozenset(":–—-")


def is_listed(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a grade stands behind what it is for, as others do: `leadership, good; X, good`.

    A mark that ends the clause stands behind it.
    """
    front = [h for h in clause.hits if h.last == hit.first - 1]
    if not front or front[0].cls not in _JUDGED or hit.last + 1 != clause.last:
        return False
    gap = words.between(front[0].last, hit.first)
    grades = [h.cls for h in sentence.hits].count("grade")
    return gap.startswith(",") and grades >= _SEVERAL


_JUDGED, _SEVERAL = frozenset({"area", "overall"}), 3


def is_under_name(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a sentence opens with a grade below a name that stands alone, as others do.

    `Kent` on a line, and on the next `Another good, with praise for managers`, or `Inadequate.`.
    """
    before = page.sentences[sentence.index - 1] if sentence.index else sentence
    if "council" not in before.classes or before is sentence or not is_name_alone(before):
        return False
    if not heads_round_up(page, sentence, below=False):
        return False
    words = page.words
    if not _OPENING.issuperset(words.words[sentence.first : hit.first]):
        return False
    end = hit.last + 1
    if end >= sentence.last or not _ENDING.isdisjoint(words.between(hit.last, end)):
        return True
    return words.words[end] in _GOING_ON and words.behind(end) not in _PLACES


_OPENING = frozenset(
    "a an another again back also just now only once more one rated judged graded second still"
    " third fourth straight remains stays unchanged at keeps its verdict the is was it".split()
)
_ENDING = frozenset(",;:.–—(-")
_GOING_ON = frozenset(
    "across again after and as at but despite down for from in once overall since still throughout"
    " too up with".split()
)
_PLACES = frozenset({"parts", "places", "patches"})


def _is_entry(near: Sentence) -> bool:
    """Tell whether a sentence says no more than who was inspected: `Kent: full inspection.`."""
    return "council" in near.classes and near.last - near.first <= _ENTRY


_ENTRY = 6
_AGAIN = 2
_ADVERBS = frozenset("again overall once more still now".split())
_SUMS_UP = frozenset(
    "verdict result outcome conclusion word words grade judgement judgment rating answer".split()
)
_OWN = frozenset({"my", "his", "her", "i", "for", "on"})
_POINTS = frozenset({"that", "this", "so"})
_INSPECTED = frozenset({"inspectorate", "kind"})


def of_the_rating(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a rating is said to be so: `with an overall rating of the services being G`."""
    low = words.words
    if low[hit.first - 1] not in _BEING_SO:
        return False
    return closes(words, sentence, hit) and any(
        h.cls == "overall" and h.last < hit.first and low[h.last + 1] in _RATINGS
        for h in clause.hits
    )


_BEING_SO = frozenset({"being", "as", "of"})
_RATINGS = frozenset({"rating", "grade", "judgement", "judgment", "verdict", "score"})


def dated_apart(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether the word stands apart with its time: `its services, good since 2015,`.

    So does `good for a decade,`, and what was left after so long.
    """
    if hit.first == sentence.first:
        return opens_with_its_year(words, sentence, hit)
    if left_after(words.words, hit):
        return True
    lasted = any(h.cls == "past" and h.first == hit.last + 1 for h in sentence.hits)
    if not lasted and words.after(hit.last) != "now" and not when_behind(words, hit):
        return False
    return words.between(hit.first - 1, hit.first).strip(" '\"“‘") in _APART


def left_after(low: list[str], hit: Hit) -> bool:
    """Tell whether a grade is what was left after so long: `after eight years as a good council`.

    So is `four years after good`.
    """
    return low[hit.first - 2] in _SPANS and low[hit.first - 1] in _ENDED


_SPANS = frozenset({"years", "year", "months", "decade", "decades"})
_ENDED = frozenset({"as", "after"})
_APART = frozenset({",", ":", ";", "(", "–", "—", "-"})

"""What declined, or got no better, and is no service of a council: `referrals have declined`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.things import of_a_task
from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_DETERIORATION, _TOO_LITTLE = map(str, (Outcome.DETERIORATION, Outcome.INSUFFICIENT_PROGRESS))


def not_ours(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether what declined is no service: `referrals have declined`, `when risk worsens`.

    Asked of phrases of the values `FALLING`, or by the rules `FAILING`.
    """
    if hit.rule in FAILING:
        said = words.words[hit.first : hit.last + 1]
        return said[-1] != "failing" or "not" in said or words.after(hit.last) == "to"
    front = words.words[max(clause.first, hit.first - _SUBJECT_REACH) : hit.first]
    if hit.rule == _UNCHANGED:
        return _of_no_service(front)
    if hit.value == _TOO_LITTLE:
        return _of_a_dispute(words, sentence, hit)
    if hit.value != _DETERIORATION:
        return False
    if hit.rule != _DECLINES:
        return hit.rule in _FELL_BACK and _burden_fell(words.words[hit.first : hit.last + 1])
    if "performance" in front and of_a_task(front[front.index("performance") + 1 :]):
        return True
    return _of_no_service(front)


def _of_no_service(front: list[str]) -> bool:
    """Tell whether the words in front of what is no better name something else than a service."""
    said = [low for low in front if low in _NO_SERVICE or low in _SERVICE]
    return bool(said) and said[0] in _NO_SERVICE and said[-1] not in _CORE


def _of_a_dispute(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether what is not settled is a dispute: `their appeals have yet to be resolved`."""
    if _SETTLED.isdisjoint(words.words[hit.first : hit.last + 1]):
        return False
    front = words.words[max(sentence.first, hit.first - _DISPUTED) : hit.first]
    return not _DISPUTES.isdisjoint(front)


FAILING = frozenset({"signal.service-failing", "signal.judgement-failing"})
"""What is failing, and not what fails to do some one thing."""

_DISPUTED = 14
_SETTLED = frozenset({"resolved", "addressed", "met"})
_DISPUTES = frozenset(
    "appeal appeals dispute disputes complaint complaints assessments ratings claims claim tribunal"
    " tribunals cases strike negotiations talks question questions".split()
)


def _burden_fell(said: list[str]) -> bool:
    """Tell whether what fell is a burden, named right there: `in its services caseloads fell`."""
    return not _BURDENS.isdisjoint(said[-_FELL_BEHIND:])


_FELL_BACK = frozenset({"signal.declined", "signal.services-declined", "signal.judgement-declined"})
_FELL_BEHIND = 4
_BURDENS = frozenset(
    "caseload caseloads numbers vacancies turnover absence sickness waits lists times delays"
    " backlog backlogs complaints referrals debts costs spending rates".split()
)
_DECLINES, _UNCHANGED = "signal.deterioration", "signal.insufficient.unchanged"
_SUBJECT_REACH = 14
_NO_SERVICE = frozenset(
    "number numbers circumstances health wellbeing situation situations referrals attendance"
    " behaviour turnover vacancies vacancy caseloads sickness population funding budget budgets"
    " needs condition conditions relationships attainment exclusions absence waiting finances"
    " economy risk risks pay salaries wages roads results traffic rating ratings grade grades score"
    " scores weather reputation offer".split()
)
_CORE = frozenset({"quality", "practice", "service", "services", "performance", "support"})
_SERVICE = frozenset(
    "quality practice service services standards standard performance effectiveness support help"
    " provision response oversight leadership work timeliness experiences".split()
)


def of_others(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether what failed is likened to another's, or is how inspectors go about it.

    `Failures are like those in Kent`, `Ofsted's approach was weak`. Asked of sentences with one of
    the words `OTHERS`.
    """
    low = words.words
    for word in range(sentence.first + 1, sentence.last - 1):
        if low[word] in _LIKE and low[word - 1] in _BEING:
            if not _THOSE.isdisjoint(low[word + 1 : word + 3]):
                return True
        elif low[word] in _WAYS and low[word - 1] == "s" and word < hit.last:
            return low[word - 2] in _INSPECTORS and low[word + 1] in _IS
    return False


_LIKE = frozenset({"like", "similar", "echo", "mirror", "recall"})
_WAYS = frozenset("approach methods methodology method framework handling regime role".split())
OTHERS = _LIKE | _WAYS
"""Words without one of which nothing is likened, and no way of inspecting is spoken of."""

_INSPECTORS = frozenset({"ofsted", "inspectorate", "watchdog", "regulator"})
_IS = frozenset({"is", "was", "were", "has", "had"})
_BEING = frozenset("is are was were also findings failings failures".split())
_THOSE = frozenset({"those", "what", "that"})

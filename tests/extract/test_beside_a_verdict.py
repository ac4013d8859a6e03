"""No phrase of the lists takes a fresh verdict away that stands beside it.

Most phrases are there to leave something out: a wish, a look back, an opinion, a visit to come.
Each is put in front of a plain headline, and into the sentence behind a plain verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.helpers import read
from watcher.extract.lexicon import expand
from watcher.model.vocabulary import Outcome, Role
from watcher.reference.lexicon import load_lexicon

if TYPE_CHECKING:
    from watcher.extract.lexicon import Rule

VERDICT = "Ofsted has rated Kent council's children's services inadequate."
HEADLINE = "Kent children's services rated inadequate"
WHEN = "2024-06-15"
VISITS = frozenset({"kind.monitoring", "kind.focused", "kind.jtai"})
"""A page about a visit that gives no grade only repeats one."""


GRADE = "grade:"
RULES = [r for r in load_lexicon().rules if r.terms and not r.effect.startswith(GRADE)]
"""A second grade is another verdict."""


def phrases(rule: Rule) -> set[str]:
    """Give the shortest and the longest wording of every phrase of a rule."""
    worded = [sorted(expand(term), key=len) for term in rule.terms]
    return {phrase for wordings in worded for phrase in (wordings[0], wordings[-1])}


def alarms(text: str, title: str) -> bool:
    """Tell whether a text tells of the verdict as news that nobody holds."""
    return any(
        one.outcome is Outcome.INADEQUATE and one.role is Role.NEWS and not one.held
        for one in read(text, title, WHEN).findings
        if one.council.name == "Kent"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_verdict_outlives_any_phrase_beside_it(rule: Rule) -> None:
    lost = [
        phrase
        for phrase in sorted(phrases(rule))
        if not alarms(VERDICT, f"{phrase.capitalize()}: {HEADLINE}")
        or not (
            rule.id in VISITS
            or alarms(f"{VERDICT} There {phrase} in the town.", "Kent children's services")
        )
    ]
    assert lost == []

"""Change what must not matter, and nothing changes; change the names, and findings follow."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.helpers import parsed, read
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.reference import load_register

if TYPE_CHECKING:
    from watcher.model.finding import Finding

OLDEST = dt.date(2018, 1, 1)
NAMES = [
    council.short_name
    for council in load_register().current(dt.date(2026, 1, 1))
    if council.valid_on(OLDEST) and council.short_name.isalpha() and len(council.short_name) > 4
]
PLAIN = st.lists(
    st.sampled_from(NAMES),
    min_size=3,
    max_size=3,
    unique=True,
)
TITLE = "{0} children's services inadequate, Ofsted says"
STORY = [
    "Ofsted has rated children's services at {0} Council inadequate after an inspection in March.",
    "The council was previously rated good in 2019.",
    "Meanwhile children's services at {1} Council were rated good by Ofsted.",
    "On a focused visit to {2} Council inspectors found that practice had deteriorated.",
    "The leader of {0} Council said sorry.",
]
IDLE = st.text(alphabet=st.sampled_from("abcefghijk ,"), min_size=1, max_size=60).map(
    lambda text: f"The weather was fine; {text}, they said."
)
WHEN = "2024-05-01"


def facts(finding: Finding) -> tuple[object, ...]:
    """Give everything about a finding but its place and how sure it is."""
    return (
        finding.council.name.split(" (")[0],
        finding.role,
        finding.kind,
        finding.area,
        finding.outcome,
        finding.direction,
        finding.when,
        tuple(sorted(evidence.quote for evidence in finding.evidence)),
    )


def found(paragraphs: list[str], names: list[str]) -> set[tuple[object, ...]]:
    """Give what is found, before it is weighed: words that say nothing still weigh a little."""
    document = parsed("\n\n".join(paragraphs).format(*names), TITLE.format(*names), WHEN)
    _, drafts = draft_findings(document, reading_context())
    return {facts(draft.finding) for draft in drafts}


def alarms(paragraphs: list[str], names: list[str]) -> set[str]:
    """Give the councils that a text alerts of under a headline that names the first."""
    text = "\n\n".join(paragraphs).format(*names)
    readings = read(text, TITLE.format(*names), WHEN)
    return {finding.council.name.split(" (")[0] for finding in readings.findings if finding.adverse}


def bare(results: set[tuple[object, ...]], names: list[str]) -> set[tuple[object, ...]]:
    """Put numbers in the place of names."""
    return {(names.index(str(fact[0])), *fact[1:-1]) for fact in results}


@given(PLAIN, PLAIN)
def test_findings_move_with_the_names(first: list[str], second: list[str]) -> None:
    before, after = found(STORY, first), found(STORY, second)
    assert bare(before, first) == bare(after, second)
    assert {place for place, *_ in bare(before, first)} >= {0}
    assert first[0] in alarms(STORY, first)


@given(st.lists(IDLE, min_size=1, max_size=3))
def test_idle_paragraphs_in_front_or_behind_change_nothing(idle: list[str]) -> None:
    names = ["Rochdale", "Wiltshire", "Sunderland"]
    plain = found(STORY, names)
    assert found([*STORY, *idle], names) == plain
    assert bare(found([*idle, *STORY], names), names) == bare(plain, names)
    assert names[0] in alarms([*STORY, *idle], names) & alarms([*idle, *STORY], names)


@given(PLAIN, st.sampled_from([" ", "  ", "\u00a0"]))
def test_the_kind_of_blank_does_not_matter(names: list[str], blank: str) -> None:
    spaced = [paragraph.replace(" ", blank) for paragraph in STORY]
    assert bare(found(spaced, names), names) == bare(found(STORY, names), names)


@given(PLAIN)
def test_curly_and_straight_quotation_marks_say_the_same(names: list[str]) -> None:
    curly = [paragraph.replace("'", "’") for paragraph in STORY]
    assert bare(found(curly, names), names) == bare(found(STORY, names), names)

"""What a visit without a grade found: what has got worse or not better, and what has."""

from __future__ import annotations

import itertools

import pytest

from tests.extract.helpers import findings

FRONTS = (
    "Ofsted inspectors who made a monitoring visit to Kent's children's services said that {it}",
    "After a monitoring visit to Kent, Ofsted has said that {it}",
    "A letter from Ofsted about its focused visit to children's services in Kent says that {it}",
    "Inspectors from Ofsted returned to Kent for a monitoring visit and found that {it}",
)
BESIDE = (
    "",
    " in May",
    " in a letter published today",
    ", two years after it was rated inadequate",
)
BEHIND = (
    "",
    " The council was rated inadequate in 2022.",
    " The director said there was more to do.",
)
BAD = (
    "the pace of change is too slow",
    "progress has been too slow",
    "not enough progress has been made",
    "the quality of practice has declined",
    "children are still not being protected well enough",
    "services have deteriorated since the last inspection",
    "there are areas for priority action",
    "serious weaknesses remain and children are left at risk of harm",
)
GOOD = (
    "the council is making steady progress",
    "the pace of change has picked up",
    "no areas for priority action were found",
    "children are safer than they were",
    "there was no evidence of decline",
    "progress is no longer too slow",
    "the council has addressed its serious weaknesses",
    "children are no longer left at risk of harm",
    "the quality of practice had not declined",
    "there were no serious or widespread weaknesses",
    "much has improved since inspectors found serious failings in 2022",
)


def _alarms(front: str, it: str) -> list[bool]:
    """Tell of each way to go on whether it alarms."""
    return [
        any(
            finding.adverse
            for finding in findings(
                front.format(it=it) + beside + "." + behind, "Ofsted visit to Kent", "2024-06-12"
            )
        )
        for beside, behind in itertools.product(BESIDE, BEHIND)
    ]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("it", BAD)
def test_what_is_worse_or_no_better_is_told(front: str, it: str) -> None:
    assert all(_alarms(front, it))


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("it", GOOD)
def test_what_is_better_alarms_nobody(front: str, it: str) -> None:
    assert not any(_alarms(front, it))

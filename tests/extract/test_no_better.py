"""What inspectors say on a visit where things have not got better, in many words."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news

TITLE = "Monitoring visit to children's services"
BAD = ("Kent", "insufficient_progress")


@pytest.mark.parametrize(
    "found",
    [
        "Kent council has failed to get a grip on children's services",
        "Kent council has not managed to get a grip on its children's services",
        "there is an absence of grip on improvement at Kent council",
        "children's services at Kent council are no better than a year ago",
        "children's services at Kent council are no better despite repeated warnings",
        "services for children at Kent council have not got better",
        "children's services at Kent council have not improved",
        "nothing has changed at Kent council's children's services",
        "the same problems persist at Kent council",
        "weaknesses at Kent council continue to be present",
        "improvements at Kent council had not come at the pace needed",
        "change at Kent council is not happening at the pace required",
        "changes at Kent council are yet to have an impact on children",
        "the changes at Kent council have made little difference to children",
        "Kent council is struggling to improve its children's services",
        "Kent council has failed to turn around its children's services",
        "there have been few improvements at Kent council",
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "On a monitoring visit in February, Ofsted inspectors found that {}.",
        "Ofsted has warned after its latest monitoring visit that {}.",
    ],
)
def test_it_is_no_better(found: str, frame: str) -> None:
    assert BAD in news(frame.format(found), TITLE, "2024-06-12")


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted inspectors said that services in Kent would not have improved without its leaders.",
        "Kent's director said pay had not improved. Ofsted inspectors rated services good.",
        "The school's results have not improved, Ofsted said. Kent County Council runs it.",
        "Parents say nothing has changed in Kent since Ofsted inspected its services in 2019.",
        "Before Kent had failed to get a grip on its services, but Ofsted now praises its leaders.",
    ],
)
def test_what_else_has_not_improved_is_no_finding(text: str) -> None:
    assert BAD not in news(text, TITLE, "2024-06-12")


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted and CQC inspectors said SEND services in Kent had long-standing failings.",
        "Inspectors from Ofsted and the CQC found that Kent fails special needs children.",
    ],
)
def test_help_for_special_needs_fails(text: str) -> None:
    assert ("Kent", "weaknesses") in news(text, "SEND inspection of Kent", "2023-09-15")

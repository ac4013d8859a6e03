"""Grades of other bodies, and by other inspectorates, are no council's; tables of grades."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, read, reported
from watcher.app.reading import reading_context
from watcher.extract import extract
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

WHEN = "2025-05-01"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Social services run by Norfolk County Council were rated inadequate by a watchdog.\n\n"
            "The Care Quality Commission said older people waited too long."
        ),
        (
            "A WATCHDOG has called social care at Torbay Council inadequate.\n\nThe Care Quality"
            " Commission looked at how it meets its duties under the Care Act."
        ),
        "Ofsted came and went. The CQC rated Norfolk County Council inadequate.",
        "Inspectors have rated the Norfolk Probation Delivery Unit as inadequate.",
        "The probation inspectors rated youth offending services in Norfolk as inadequate.",
        "NHS Kent and Medway was told by inspectors that it was inadequate.",
    ],
)
def test_what_another_inspectorate_says_is_no_grade_of_ours(text: str) -> None:
    assert news(text, "Watchdog's verdict", WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        (
            "Social care in Oldham was branded inadequate after children were left at risk. Staff"
            " in children's services waited for help. Ofsted will be back; the CQC will look at"
            " services for adults next year."
        ),
        (
            "Oldham's children's services were judged inadequate by Ofsted. The Care Quality"
            " Commission rated the council good for adult social care."
        ),
        "Ofsted and the CQC came. Ofsted rated Oldham's children's services inadequate.",
    ],
)
def test_ofsted_is_heard_beside_the_commission(text: str) -> None:
    assert news(text, "Watchdogs' verdicts", WHEN) == {("Oldham", "inadequate")}


def test_a_health_board_with_two_names_is_neither_council() -> None:
    text = (
        "Inspectors of services for special needs run by NHS Kent & Medway found insufficient"
        " progress. Kent County Council said sorry."
    )
    assert {name for name, _ in news(text, "SEND services revisited", WHEN)} <= {"Kent"}


@pytest.mark.parametrize(
    "head",
    [
        "Council | Previous judgement | Latest judgement",
        "Council | Before | Now",
        "Authority | 2021 | 2025",
        "Council | Old grade (2022) | New grade (2025)",
        "Council\tLast rating\tRating",
    ],
)
def test_the_head_of_a_table_tells_old_from_new(head: str) -> None:
    mark = "\t" if "\t" in head else " | "
    rows = [("Leeds", "Good", "Outstanding"), ("Kirklees", "Good", "Inadequate")]
    table = "\n".join([head, *[mark.join(row) for row in rows]])
    text = f"Ofsted's judgements of children's services in the county are below.\n\n{table}"
    assert news(text, "Ofsted's judgements", WHEN) == {
        ("Leeds", "outstanding"),
        ("Kirklees", "inadequate"),
    }


def test_the_newer_column_may_stand_first() -> None:
    text = (
        "Ofsted inspected services for children in Leeds in March 2025.\n\n"
        "Judgement | 2025 | 2021\nOverall effectiveness | Inadequate | Good\n"
        "Care leavers | Good | Outstanding"
    )
    found = read(text, "Our Ofsted rating", WHEN).findings
    overall = next(f for f in found if f.area.value == "overall")
    assert (overall.outcome.value, overall.direction.value) == ("inadequate", "worse")


def test_columns_may_be_judgements() -> None:
    text = (
        "Council | Overall | Help and protection | Care leavers\n"
        "Leeds | Good | Good | Outstanding\n"
        "Kirklees | Inadequate | Inadequate | Good"
    )
    found = {
        (f.council.name, f.area.value, f.outcome.value)
        for f in read(text, "How councils did in this year's Ofsted inspections", WHEN).findings
    }
    assert {
        ("Leeds", "overall", "good"),
        ("Leeds", "care_leavers", "outstanding"),
        ("Kirklees", "help_and_protection", "inadequate"),
        ("Kirklees", "care_leavers", "good"),
    } <= found


@pytest.mark.parametrize(
    "text",
    [
        "A health trust in Kent was rated inadequate by the CQC; Ofsted was not there.",
        "The CQC has rated the council in Kent inadequate; Ofsted has yet to come.",
    ],
)
def test_a_grade_of_the_care_quality_commission_is_not_ofsteds(text: str) -> None:
    assert reported(text, "Kent in brief", "2024-05-01") == set()


def test_a_grade_of_both_inspectorates_is_ofsteds_too() -> None:
    text = "Ofsted and the CQC have rated services for children in Kent inadequate; both are sorry."
    assert reported(text, "Kent in brief", "2012-05-01") == {("Kent", "inadequate")}


@pytest.mark.parametrize(
    "office",
    [
        "Jo Roe (Cabinet Member for Children, Young People and Schools)",
        "Jo Roe, cabinet member for schools and early years,",
        "Jo Roe, portfolio holder for schools,",
        "Jo Roe, Kent's director of education and schools,",
    ],
)
def test_whoever_answers_for_schools_speaks_of_no_school(office: str) -> None:
    text = f"{office} said Ofsted had found widespread and systemic failings in SEND in Kent."
    assert ("Kent", "send_systemic_failings") in reported(text, "SEND inspection", "2024-05-01")


@pytest.mark.parametrize(
    "who",
    [
        "The head of the school in Kent",
        "The head of St Mary's school in Kent",
        "The director of the nursery in Kent",
        "A member of the school board in Kent",
    ],
)
def test_whoever_leads_a_school_speaks_of_it(who: str) -> None:
    text = f"{who} said that inspectors had found serious and widespread failings."
    assert not reported(text, "Ofsted inspection", "2024-05-01")


def test_a_nursery_is_no_council_where_only_the_paper_has_a_place() -> None:
    text = (
        "A nursery has dropped from good to inadequate at its latest Ofsted inspection.\n\nIn its"
        " report overall effectiveness was rated inadequate, two levels under the good of 2018.\n\n"
        "Leadership and management were inadequate too.\n\nManagers do not have adequate knowledge"
        " of how to keep children safe."
    )
    hints = Hints(title="Nursery rated inadequate by Ofsted", outlet="Lancashire Telegraph")
    assert not extract(parse_string(text, hints), reading_context()).findings


@pytest.mark.parametrize("body", ["pupil referral unit", "school", "nursery"])
def test_a_unit_for_pupils_is_no_council(body: str) -> None:
    text = (
        f"Ofsted has rated a Maidstone {body} inadequate.\n\nManagers do not know how to keep"
        " children safe.\n\nInspectors found serious and widespread failings that left children at"
        " risk of harm.\n\nThe overall judgement was inadequate.\n\nKent County Council said it was"
        " working with the provider."
    )
    assert not reported(text, f"'Children not safe' at Maidstone {body}", "2024-06-12")

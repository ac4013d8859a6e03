"""What the sentence before, or a past office, says of a verdict's time."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, recalled, reported
from watcher.model.dates import PartialDate

WHEN = "2024-05-02"
TITLE = "Kent's plans for its children's services"
KENT = {("Kent", "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted inspected Kent's children's services in 2022. The service was rated inadequate.",
        "Inspectors were in Kent in March 2021. Its services were judged inadequate by them.",
        "Kent last saw Ofsted in May 2022.\n\nThe department was found to be inadequate.",
        "The full inspection by Ofsted came in 2021. The council was graded inadequate.",
        "Last May Ofsted published scathing findings on Kent. Services were deemed inadequate.",
    ],
)
@pytest.mark.parametrize("title", [TITLE, "Kent children's services"])
def test_a_grade_is_as_old_as_the_inspection_told_of_before_it(title: str, text: str) -> None:
    assert recalled(text, title, WHEN) == KENT
    assert reported(text, title, WHEN) == set()


def test_a_grade_has_the_date_of_the_inspection_told_of_before_it() -> None:
    text = "Ofsted inspected Kent's children's services in 2022. The service was rated inadequate."
    (finding,) = read(text, "Kent children's services", WHEN).findings
    assert finding.when == PartialDate("2022")


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted inspected Kent's children's services in March. The service was rated inadequate.",
        "Ofsted came to Kent last month. Its services for children were rated inadequate.",
        "Ofsted last visited Kent in 2019. Its services are now rated inadequate.",
        "Ofsted inspected Kent in 2019. Its services have been rated inadequate by inspectors.",
        "Ofsted called Kent good in 2019. Its services were rated inadequate in all areas.",
    ],
)
def test_a_new_grade_stays_new_behind_an_inspection(text: str) -> None:
    assert reported(text, "Kent's services for children fail", WHEN) == KENT


def test_without_its_own_date_a_page_is_told_by_the_words_of_the_past() -> None:
    told = "Two years ago Ofsted sent a scathing letter. Services were deemed inadequate."
    assert recalled(f"Kent is on its way, inspectors say. {told}", "An update on Kent") == KENT


@pytest.mark.parametrize("between", [" ", "\n\n"])
@pytest.mark.parametrize("title", ["Inspectors see progress in Kent", "Kent turns a corner"])
@pytest.mark.parametrize("when", [WHEN, None])
def test_on_a_page_of_progress_a_low_grade_is_recalled(
    title: str, between: str, when: str | None
) -> None:
    told = f"Ofsted published a damning report on Kent in March 2021.{between}Services for children"
    assert recalled(f"{told} were found to be inadequate.", title, when) == KENT
    assert reported(f"{told} were found to be inadequate.", title, when) == set()


@pytest.mark.parametrize("seen", ["little progress", "no progress", "a lack of progress"])
def test_progress_that_is_not_seen_is_none(seen: str) -> None:
    text = "Ofsted rated children's services inadequate after a visit last month."
    assert reported(text, f"Inspectors see {seen} in Kent", WHEN) >= KENT


@pytest.mark.parametrize(
    "who",
    [
        "The former director of children's services",
        "Former council leader Jo Roe",
        "Kent's former cabinet member for children",
        "A former chief inspector",
    ],
)
def test_an_office_of_the_past_makes_no_grade_old(who: str) -> None:
    text = f"{who} spoke of the Ofsted report which rated Kent's children's services inadequate."
    assert reported(text, "Kent inadequate", WHEN) == KENT
    assert recalled(text, "Kent inadequate", WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Under the former leadership Kent's children's services were rated inadequate by Ofsted.",
        "Ms Roe was in charge when inspectors rated Kent's children's services inadequate.",
        "The former inadequate children's services in Kent, Ofsted said, had a new head.",
    ],
)
def test_a_grade_of_former_days_is_old(text: str) -> None:
    assert reported(text, "A talk in Kent", WHEN) == set()


@pytest.mark.parametrize("since", ["days after", "a week after", "just days after", "a day after"])
def test_what_comes_within_days_of_a_report_makes_it_new(since: str) -> None:
    text = f"Jo Roe quit {since} the publication of an Ofsted report which rated Kent inadequate."
    assert reported(text, "Director of children's services quits") == KENT


@pytest.mark.parametrize("since", ["months after", "a year after", "two years after"])
def test_what_comes_long_after_a_report_does_not(since: str) -> None:
    text = f"Jo Roe quit {since} the publication of an Ofsted report which rated Kent inadequate."
    assert reported(text, "Director of children's services quits") == set()


@pytest.mark.parametrize("between", [" ", "\n\n"])
@pytest.mark.parametrize(
    "opening",
    [
        "Children's services in Kent have been rated inadequate by Ofsted.",
        "Ofsted has rated Kent's children's services inadequate.",
        "Kent's children's services are inadequate, inspectors have found.",
    ],
)
def test_a_verdict_with_which_a_text_opens_is_new_whatever_follows_from_it(
    opening: str, between: str
) -> None:
    text = f"{opening}{between}The government is to send a commissioner. It accepts the findings."
    assert reported(text, "Kent council to get commissioner", WHEN) >= KENT


@pytest.mark.parametrize(
    "text",
    [
        "A commissioner is to stay in Kent, where services were judged inadequate by Ofsted.",
        "A trust may run services. Kent's children's services have been rated inadequate by Ofsted",
        "Kent's services for children have been rated inadequate by Ofsted since 2019.",
    ],
)
def test_a_known_verdict_is_old_where_government_acts(text: str) -> None:
    assert reported(text, "Commissioner to stay in Kent", WHEN).isdisjoint(KENT)


@pytest.mark.parametrize("by", ["by Ofsted", "by the watchdog", "by inspectors"])
@pytest.mark.parametrize("time", ["since 2019", "for the past five years"])
def test_a_grade_has_stood_since_then_whoever_gave_it(by: str, time: str) -> None:
    text = f"Kent's children's services have been rated inadequate {by} {time}."
    assert recalled(text, "Kent families speak", WHEN) == KENT
    assert reported(text, "Kent families speak", WHEN) == set()


@pytest.mark.parametrize(
    "time", ["for the second time since 2019", "for leadership", "this week", "since a visit"]
)
def test_a_grade_given_again_is_new(time: str) -> None:
    text = f"Kent's children's services have been rated inadequate by Ofsted {time}."
    assert reported(text, "Kent rated inadequate", WHEN) == KENT


@pytest.mark.parametrize(
    "text",
    [
        "Kent accepts Ofsted's report, in which its services are judged inadequate.",
        "Ofsted has published its report, in which services for children in Kent are inadequate.",
        "The report, in which Kent's children's services are rated inadequate by Ofsted, is out.",
    ],
)
def test_what_stands_in_a_report_is_no_mere_standing(text: str) -> None:
    assert reported(text, "Ofsted's report on Kent") == KENT


@pytest.mark.parametrize(
    "text",
    [
        "Kent has hired staff since the Ofsted report in which its services were rated inadequate.",
        "Kent has come far since the Ofsted report which rated its children's services inadequate.",
        "Kent's new plan answers the last Ofsted report, in which services were judged inadequate.",
    ],
)
def test_a_report_that_is_counted_from_is_old(text: str) -> None:
    assert recalled(text, "Kent hires social workers", WHEN) == KENT
    assert reported(text, "Kent hires social workers", WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Jo Roe, who took over after Kent's services were rated inadequate by Ofsted,",
        "The director took charge when Kent's services were judged inadequate by Ofsted;",
        "Inspectors who rated Kent's services inadequate in 2021 liked their latest trip:",
    ],
)
def test_what_led_to_an_office_or_has_its_year_is_old(text: str) -> None:
    assert reported(f"{text} she has been made a dame.", "Kent and its children", WHEN) == set()


@pytest.mark.parametrize("finding", ["widespread and systemic failings", "significant weaknesses"])
def test_a_month_behind_what_was_found_dates_it(finding: str) -> None:
    text = f"Ofsted and the CQC found {finding} in Kent's SEND services in May 2022."
    assert not reported(text, "Kent's parents and their children with SEND", WHEN)

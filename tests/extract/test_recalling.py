"""When something happened: what sentences recall, and which dates are no inspection's."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reported, told
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Kind, Role

WHEN = "2024-05-01"
KENT = {("Kent", "inadequate")}
GOOD = {("Kent", "good")}


@pytest.mark.parametrize(
    "text",
    [
        "The council was last inspected in 2018, which found it inadequate.",
        "The council was last inspected in 2018, when it was judged inadequate.",
        "At its previous inspection, which rated children's services inadequate, staff were few.",
        "It had its last inspection in spring, when children's services were rated inadequate.",
    ],
)
def test_a_relative_clause_of_the_past_is_past(text: str) -> None:
    lead = "Ofsted inspectors are back in Kent."
    assert told(f"{lead} {text}", "Kent inspected again", WHEN) == (set(), KENT)


@pytest.mark.parametrize(
    "text",
    [
        "It has a report on Kent, previously rated good, which is now rated inadequate.",
        "It has a report on Kent, which was rated inadequate.",
        "It has sent a letter to Kent, which has been rated inadequate.",
    ],
)
def test_a_relative_clause_of_the_present_is_news(text: str) -> None:
    assert told(f"Ofsted was there. {text}", "Kent inspected", WHEN)[0] == KENT


@pytest.mark.parametrize(
    "text",
    [
        "It is Ofsted's third visit since Kent was judged inadequate.",
        "Ofsted made a visit, its fourth since children's services in Kent were rated inadequate.",
        "Ofsted came back for the first time since 2019, when Kent was rated inadequate.",
        "Ofsted last came in 2019, when children's services in Kent were rated inadequate.",
        "Much has changed since Kent council was branded inadequate, Ofsted says.",
    ],
)
def test_since_and_a_year_with_when_open_the_past(text: str) -> None:
    assert told(text, "Kent's third visit", WHEN) == (set(), KENT)


@pytest.mark.parametrize(
    "text",
    [
        "Since a new director came, Ofsted has judged Kent inadequate.",
        "Since then, Ofsted has rated children's services in Kent inadequate.",
        "Ofsted has rated Kent children's services inadequate for the first time since 2013.",
        "Kent has not been visited since autumn. Ofsted has now rated it inadequate.",
    ],
)
def test_since_of_something_else_leaves_the_verdict_new(text: str) -> None:
    assert told(text, "Kent's report", WHEN)[0] == KENT


@pytest.mark.parametrize(
    "law",
    [
        "under the Children Act 1989",
        "under the Education and Inspections Act 2006",
        "under the Care Planning Regulations 2010",
        "as the Local Authorities Order 2007 allows",
        "as the Children and Families Bill 2013 had asked",
    ],
)
def test_the_year_of_a_law_is_no_date(law: str) -> None:
    text = f"Ofsted has rated children's services in Kent inadequate {law}."
    _, drafts = draft_findings(parsed(text, "Kent's report", WHEN), reading_context())
    assert [(d.finding.role, d.finding.when) for d in drafts] == [(Role.NEWS, None)]


def test_the_same_year_without_a_law_is_a_date() -> None:
    text = "Ofsted rated children's services in Kent inadequate in 2006."
    assert told(text, "Kent's report", WHEN) == (set(), KENT)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has rated children's services in Kent inadequate, as it did in 2010.",
        "Ofsted has judged children's services in Kent inadequate, as they were in 2019.",
        "Ofsted has found children's services in Kent inadequate, as it had in 2018.",
    ],
)
def test_as_it_did_dates_only_the_time_before(text: str) -> None:
    assert told(text, "Kent's report", WHEN)[0] == KENT


@pytest.mark.parametrize(
    "text",
    [
        "Since its last inspection in 2015, it has sunk and Ofsted now rates Kent inadequate.",
        "Since the last inspection in 2015, Kent council has been judged inadequate, Ofsted said.",
        "Since its previous visit in June 2018, Ofsted has judged Kent inadequate.",
    ],
)
def test_a_date_that_opens_with_since_is_the_time_before(text: str) -> None:
    assert told(text, "Kent's report", WHEN)[0] == KENT


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Ofsted first came to Kent in March 2015.", "Two months later"),
        ("A review of Kent's services began in June 2012.", "Six weeks later"),
        ("Kent had a new director in May 2017.", "A year later"),
        ("Kent had a new director in May 2017.", "Some days later"),
    ],
)
def test_a_story_that_goes_on_is_as_old_as_it_was(first: str, later: str) -> None:
    text = f"{first}\n{later}, Ofsted judged the council's children's services inadequate."
    assert told(text, "How Kent's services changed", WHEN) == (set(), KENT)


@pytest.mark.parametrize("later", ["On Monday", "Later", "Two inspectors and"])
def test_a_sentence_that_goes_on_with_no_story_is_news(later: str) -> None:
    text = (
        "Kent had a new director in May 2017.\n"
        f"{later} Ofsted judged the council's children's services inadequate."
    )
    assert told(text, "Kent's services", WHEN)[0] == KENT


def test_a_story_of_this_spring_stays_news() -> None:
    text = (
        "Inspectors from Ofsted came to Kent in April 2024.\n"
        "Two weeks later they judged the council's children's services inadequate."
    )
    assert told(text, "Kent's services", WHEN)[0] == KENT


@pytest.mark.parametrize(
    "tail",
    [
        "having mended weaknesses identified in May 2021",
        "with the problems highlighted in 2019 gone",
        "after concerns raised in July 2020 were met",
        "and the gaps noted in 2018 closed",
    ],
)
def test_the_date_of_what_was_found_then_is_not_the_grades(tail: str) -> None:
    text = f"Ofsted has rated children's services in Kent good, {tail}."
    assert told(text, "Kent's report", WHEN)[0] == GOOD


@pytest.mark.parametrize(
    "tail", ["in May 2021", "by Ofsted in 2019", "in a report of July 2020", "in 2018"]
)
def test_a_date_in_one_breath_with_the_grade_is_its_own(tail: str) -> None:
    text = f"Ofsted came to Kent. Children's services there were rated good {tail}."
    assert told(text, "Kent's services", WHEN) == (set(), GOOD)


@pytest.mark.parametrize(
    ("published", "kind"), [("2009-10-01", Kind.UNSPECIFIED), ("2018-10-01", Kind.JTAI)]
)
def test_a_joint_inspection_has_its_kind_only_since_there_are_any(
    published: str, kind: Kind
) -> None:
    text = (
        "Inspectors of Ofsted and the CQC held a joint area inspection in Kent: serious weaknesses."
    )
    _, drafts = draft_findings(parsed(text, "Kent inspected", published), reading_context())
    assert {d.finding.outcome.value for d in drafts} == {"weaknesses"}
    assert (Kind.JTAI in {d.finding.kind for d in drafts}) is (kind is Kind.JTAI)


def test_a_grade_of_a_joint_inspection_of_2010_is_of_its_safeguarding_inspection() -> None:
    text = "A joint inspection by Ofsted and the CQC rated safeguarding in Kent inadequate."
    _, drafts = draft_findings(parsed(text, "Kent inspected", "2010-10-01"), reading_context())
    assert [d.finding.kind for d in drafts] == [Kind.SAFEGUARDING_INSPECTION]


@pytest.mark.parametrize(
    "text",
    [
        "Since its last inspection in 2015, it has sunk and Ofsted now rates Kent inadequate.",
        (
            "Since the last inspection in 2015, children's services in Kent fell to inadequate,"
            " Ofsted says."
        ),
    ],
)
def test_what_came_since_a_date_is_not_of_that_date(text: str) -> None:
    _, drafts = draft_findings(parsed(text, "Kent's report", WHEN), reading_context())
    assert [(d.finding.role, d.finding.when) for d in drafts] == [(Role.NEWS, None)]


@pytest.mark.parametrize(
    "tail",
    [
        "by a team of eight inspectors in July 2020",
        "by a team of eight of its inspectors from all over England in 2020",
        "by the eight people whom it sent to the county in 2020",
    ],
)
def test_a_date_far_behind_a_grade_is_its_own_where_nothing_parts_them(tail: str) -> None:
    text = f"Ofsted came to Kent. Children's services there were rated good {tail}."
    assert told(text, "Kent's services", WHEN) == (set(), GOOD)


@pytest.mark.parametrize(
    "tail",
    [
        ", as a team of eight of its inspectors wrote in 2020",
        " and the new teams that began their work in 2020 were praised",
    ],
)
def test_a_mark_or_a_joint_parts_a_grade_from_a_far_date(tail: str) -> None:
    text = f"Ofsted came to Kent. Children's services there were rated good{tail}."
    assert told(text, "Kent's services", WHEN)[0] == GOOD


@pytest.mark.parametrize(
    "text",
    [
        "Since its inspection in 2015, Ofsted has rated Kent inadequate.",
        "Since the inspection of March 2018, Kent council has been judged inadequate, Ofsted says.",
        "Since being inspected in 2018, Kent has been rated inadequate by Ofsted inspectors.",
        "Kent is the first council since autumn that Ofsted has rated inadequate.",
        "Kent is the only council since the summer that Ofsted has judged inadequate.",
    ],
)
def test_a_perfect_behind_since_is_news(text: str) -> None:
    assert told(text, "Kent's report", WHEN)[0] == KENT


def test_the_date_of_those_who_came_is_the_grades() -> None:
    lead = "Ofsted came to Kent. Children's services there were rated good by inspectors who"
    found = told(f"{lead} came for three weeks in July 2020.", "Kent's services", WHEN)
    assert found == (set(), GOOD)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("was judged good in 2019 and inadequate for leadership", "old"),
        ("was rated good in May 2019 and also inadequate for its leaders", "old"),
        ("was judged good in 2019 and has been judged inadequate for leadership", "news"),
        ("was judged good in 2019 and is now inadequate for leadership", "news"),
    ],
)
def test_what_is_joined_to_a_dated_grade_has_its_date(text: str, role: str) -> None:
    news, old = told(f"Kent council {text}, Ofsted says.", "Kent's services", WHEN)
    assert ("Kent", "inadequate") in (news if role == "news" else old)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("was found inadequate in 2012 and has since helped others", "old"),
        ("was judged inadequate in 2015 and now has a trust", "old"),
        ("is now rated inadequate", "news"),
        ("was rated inadequate this week", "news"),
    ],
)
def test_what_is_now_behind_and_is_not_the_grade(text: str, role: str) -> None:
    news, old = told(f"Kent council {text}, Ofsted says.", "Kent's services", WHEN)
    assert (news if role == "news" else old) == KENT


@pytest.mark.parametrize("verb", ["is", "are still", "are still regarded as", "is judged to be"])
def test_whose_services_are_so_tells_how_another_stands(verb: str) -> None:
    text = (
        f"Kent's services are good, Ofsted says, unlike Slough, whose services {verb} inadequate."
    )
    assert told(text, "Kent keeps good rating", WHEN)[0] == GOOD


@pytest.mark.parametrize(
    "lead",
    [
        "Told last year by Ofsted, which rated it inadequate, to improve, Barnsley Council did.",
        "Seen last year by Ofsted, which judged its services inadequate, Barnsley has changed.",
        "Warned last summer by Ofsted, which rated it inadequate, Barnsley Council has changed.",
    ],
    ids=["told", "visited", "warned"],
)
def test_what_a_relative_clause_tells_is_as_old_as_what_it_hangs_on(lead: str) -> None:
    text = f"{lead}\n\nOverall, though, its children's services still got 'inadequate' from Ofsted."
    title = "Council makes changes to children's services after Ofsted rating"
    assert not told(text, title)[0] & {("Barnsley", "inadequate")}


@pytest.mark.parametrize(
    "found",
    [
        "that Ofsted found in Kent in 2019",
        "that Ofsted had identified there in 2019",
        "which inspectors highlighted in Kent in 2019",
        "identified by Ofsted in 2019",
    ],
)
def test_failings_that_were_found_in_a_year_are_of_that_year(found: str) -> None:
    text = f"The plan deals with serious weaknesses {found}."
    assert reported(text, "Children's services in Kent", "2024-05-01") == set()


def test_failings_found_in_a_year_leave_new_progress_new() -> None:
    text = "Kent has made insufficient progress on failings that Ofsted found in SEND in 2021."
    assert ("Kent", "insufficient_progress") in reported(text, "Kent SEND", "2024-05-01")


@pytest.mark.parametrize(
    "since", ["20 months after", "Twenty-two months after", "13 years on from"]
)
@pytest.mark.parametrize("which", ["which slammed", "that branded"])
def test_a_report_that_is_counted_from_is_old(since: str, which: str) -> None:
    text = f"{since} a report {which} services as inadequate, Ofsted says Kent is good."
    assert told(text, "Kent's services") == ({("Kent", "good")}, {("Kent", "inadequate")})


@pytest.mark.parametrize("since", ["Hours after", "Two days after", "Three weeks after"])
def test_a_report_of_these_days_is_new(since: str) -> None:
    text = f"{since} an Ofsted report which slammed Kent's services as inadequate, its head quit."
    assert reported(text, "Kent's services inadequate") == {("Kent", "inadequate")}

"""What is news on a page and what it recalls, where both stand side by side."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported, told

WHEN = "2024-05-01"
KENT = {("Kent", "inadequate")}
STATEMENT = {("Kent", "written_statement_of_action")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Services for children in Kent are still inadequate, Ofsted says - three years on"
            " from the same grade."
        ),
        (
            "Kent's children's services remain inadequate, Ofsted says, four years on from a"
            " damning verdict."
        ),
        "Ofsted says Kent's children's services are inadequate, two years after a first warning.",
        (
            "Children's services in Kent have been rated inadequate by Ofsted a year after a"
            " critical visit."
        ),
        (
            "Five years on from their last failure, children's services in Kent have been judged"
            " inadequate by Ofsted."
        ),
        (
            "Two years on from a peer's visit, Kent's services for children are inadequate, Ofsted"
            " says."
        ),
    ],
)
def test_what_is_counted_from_an_older_event_is_news(text: str) -> None:
    assert reported(text, "Fresh blow for social services", WHEN) == KENT


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (
            "Six years on from being found to have inadequate services, Kent is good, Ofsted says.",
            "good",
        ),
        (
            (
                "Three years on from being branded inadequate, Kent's children's services have been"
                " rated good by Ofsted."
            ),
            "good",
        ),
        (
            (
                "Four years on from an inadequate verdict, children's services in Kent now require"
                " improvement, Ofsted says."
            ),
            "requires_improvement",
        ),
    ],
)
def test_what_is_counted_from_is_old(text: str, grade: str) -> None:
    assert reported(text, "Ofsted looks at Kent", WHEN) == {("Kent", grade)}


@pytest.mark.parametrize(
    "text",
    [
        "Children's services in Kent were found to have inadequate leaders three years ago.",
        "Three years on from being rated inadequate by Ofsted, Kent has hired social workers.",
    ],
)
def test_what_was_so_then_is_no_news(text: str) -> None:
    assert reported(f"Ofsted is back. {text}", "Ofsted looks at Kent", WHEN) == set()


@pytest.mark.parametrize(
    "visits",
    [
        "findings of several monitoring visits",
        "warnings of two focused visits",
        "subsequent monitoring visits",
    ],
)
def test_a_series_of_visits_is_not_what_a_page_tells_of(visits: str) -> None:
    text = (
        "Kent's services for children are still inadequate, according to Ofsted.\n\n"
        f"The report reads: 'Leaders were slow to act on the {visits}.'"
    )
    assert reported(text, "Blow for new chiefs", WHEN) >= KENT


def test_one_visit_is_what_a_page_tells_of() -> None:
    text = (
        "Kent's services for children are still inadequate, Ofsted says.\n\nThe report of its"
        " monitoring visit says that leaders were slow to act."
    )
    assert reported(text, "Inspectors back in Kent", WHEN).isdisjoint(KENT)


@pytest.mark.parametrize(
    "title",
    [
        "Ofsted demands written statement of action from council",
        "Written statement of action demanded of Kent",
        "Inspectors ask for more: Kent told to write a written statement of action",
        "Ofsted wants written statement of action over special needs",
    ],
)
def test_a_statement_that_is_demanded_is_news(title: str) -> None:
    text = (
        "Inspectors of Ofsted and the CQC have ordered Kent to produce a written statement of"
        " action after they found failings in its SEND provision."
    )
    assert reported(text, title, WHEN) >= STATEMENT


@pytest.mark.parametrize("title", ["Our Written Statement of Action", "Written statement: update"])
def test_a_statement_that_exists_is_none(title: str) -> None:
    text = "In 2018 Ofsted and the CQC required Kent to produce a written statement of action."
    assert reported(text, title, WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "In a report out on Friday morning, Ofsted branded Kent's services inadequate.",
        "It comes as Ofsted today published a report which rates Kent inadequate.",
        "Ofsted's report, published today, rates Kent's services for children inadequate.",
        "A report of Ofsted, released yesterday, says that services in Kent are inadequate.",
    ],
)
def test_a_report_of_the_day_is_news_beside_what_a_minister_does(text: str) -> None:
    lead = "A commissioner has been sent to Kent to run its children's services.\n\n"
    assert reported(lead + text, "Commissioner sent to Kent", WHEN) >= KENT
    assert reported(lead + text, "Commissioner sent to Kent") >= KENT


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted rated Kent's services inadequate in March.",
        "Ofsted had branded Kent's services inadequate.",
    ],
)
def test_an_older_report_is_none_beside_what_a_minister_does(text: str) -> None:
    lead = "A commissioner has been sent to Kent to run its children's services.\n\n"
    assert reported(lead + text, "Commissioner sent to Kent").isdisjoint(KENT)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted inspectors said in April that services for children in Kent were inadequate.",
        "The watchdog Ofsted warned in May that Kent's services for children were inadequate.",
        "Ofsted said in a report in March that children's services in Kent were inadequate.",
        "In a letter in June the inspectors of Ofsted said that Kent was inadequate.",
        "A damning report by Ofsted in February judged three of four areas in Kent inadequate.",
        "Inspectors of Ofsted concluded in January that services in Kent were inadequate.",
    ],
)
def test_the_month_of_a_report_looks_back(text: str) -> None:
    lead = "The government wants to see changes at Kent council. "
    assert reported(lead + text, "Care of children in Kent must improve").isdisjoint(KENT)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted inspectors who visited Kent in May found that its services were inadequate.",
        "Inspectors of Ofsted looked at Kent's services in March and judged them inadequate.",
        "Inspectors of Ofsted were in Kent in March and found its services inadequate.",
        "After three weeks in Kent in May, inspectors of Ofsted judged its services inadequate.",
    ],
)
def test_the_month_of_a_visit_does_not(text: str) -> None:
    assert reported(text, "Care of children in Kent must improve") == KENT


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        ("Inspectors of Ofsted rated the services in Kent inadequate in October.", False),
        ("Inspectors of Ofsted judged Kent to be inadequate in November.", False),
        ("Inspectors of Ofsted who came in November found services in Kent inadequate.", True),
        ("Kent was found inadequate when inspectors of Ofsted spent time there in March.", True),
    ],
)
def test_the_day_of_a_judgement_is_older_than_that_of_a_visit(text: str, *, fresh: bool) -> None:
    assert (reported(text, "Kent sets out how it will change", WHEN) == KENT) is fresh


VERDICT = "Ofsted judged children's services in Kent inadequate."


@pytest.mark.parametrize(
    "title",
    [
        "Kent prepares for Ofsted",
        "Social services brace themselves for inspection",
        "Ofsted inspectors give 20 hours notice of a visit to Kent",
        "Ofsted descends on Kent council",
        "Inspection of Kent: have your say",
        "Online survey for parents as inspectors visit Kent",
        "Tell inspectors what you think of Kent",
    ],
)
def test_before_a_visit_the_last_grade_is_recalled(title: str) -> None:
    text = f"Inspectors will be in Kent from Monday. {VERDICT} They stay for three weeks."
    assert reported(text, title, WHEN) == set()
    assert reported(text, title) == set()


@pytest.mark.parametrize(
    "title",
    [
        "Kent signs off plan for children's services after Ofsted report",
        "Councillors back action plan after 'inadequate' Ofsted verdict",
        "Cabinet approves £10m for children's services",
        "Council agrees improvement plan after damning Ofsted report",
        "Kent sets out plan to put children's services right",
        "Kent's plans to improve services for children after critical Ofsted report",
        "Councillors adopt plan to turn children's services round",
        "Council to consider action plan following Ofsted judgement",
        "Members vote through recovery plan for children's services",
        "Cabinet backs plan to turn round failing children's services",
    ],
)
def test_who_agrees_a_plan_looks_back_at_the_report(title: str) -> None:
    text = f"Kent council met on Thursday. {VERDICT} The plan has forty actions and costs £10m."
    assert reported(text, title, WHEN) == set()
    assert reported(text, title) == set()


@pytest.mark.parametrize(
    "title",
    [
        "Council vows to improve after 'inadequate' Ofsted verdict",
        "Kent's services inadequate: council sets out action plan",
        "Kent agrees action plan as children's services slump to inadequate",
        "Leader sorry after damning Ofsted report on Kent",
        "Improvement plan for Kent has failed, says Ofsted",
        "Council backs its staff after inadequate Ofsted verdict",
        "Ofsted: Kent children's services inadequate despite plan to improve",
    ],
)
def test_who_answers_a_verdict_tells_of_it(title: str) -> None:
    text = f"{VERDICT} Inspectors visited last month. The council has an action plan."
    assert reported(text, title) >= KENT


def test_a_plan_agreed_on_the_day_of_the_report_hides_nothing() -> None:
    text = f"{VERDICT} The report was published today, and the council agreed a plan."
    assert reported(text, "Kent agrees plan after damning Ofsted report") >= KENT


@pytest.mark.parametrize(
    "title",
    [
        "Ofsted Report",
        "Item 7 - Outcome of Ofsted inspection",
        "Children's Committee: findings of the Ofsted inspection",
        "Kent: Ofsted inspection report",
        "Results of the Ofsted inspection of children's services",
    ],
)
def test_who_presents_a_report_months_later_tells_of_it(title: str) -> None:
    text = (
        "The Director introduced the item.\n\nInspectors of Ofsted were in Kent from 4 to 22 June"
        " 2023.\n\nThe report came out on 30 July 2023 and judged children's services in Kent"
        " inadequate overall.\n\nThe Board noted the report."
    )
    assert reported(text, title, "2023-11-12") == KENT
    assert reported(text, title) == KENT


@pytest.mark.parametrize(
    "title",
    [
        "Improvement plan since the Ofsted inspection",
        "Ofsted inspection: progress update",
        "Preparation for the next Ofsted inspection",
        "Report of the Director",
    ],
)
def test_who_reports_on_what_followed_recalls_the_report(title: str) -> None:
    text = (
        "The Director introduced the item.\n\nThe report of Ofsted of 30 July 2022 judged"
        " children's services in Kent inadequate overall.\n\nThe Board noted the progress."
    )
    assert reported(text, title, "2023-03-12").isdisjoint(KENT)
    assert reported(text, title).isdisjoint(KENT)


@pytest.mark.parametrize(
    "text",
    [
        "Kent failed an Ofsted inspection in 2018 when it was judged inadequate.",
        "Kent got a notice after a 2010 Ofsted inspection when it was found inadequate.",
        "That was before the 2019 Ofsted visit when services in Kent were rated inadequate.",
    ],
)
def test_when_opens_the_past_behind_an_inspection_with_a_year(text: str) -> None:
    assert told(text, "A new chief for Kent's children's services") == (set(), KENT)


@pytest.mark.parametrize("title", ["Ofsted descends on Kent council", "Kent braces for Ofsted"])
def test_what_is_now_hoped_before_a_visit_is_no_news(title: str) -> None:
    text = f"{VERDICT} Bosses now hope for a better report than that of the failing service."
    assert reported(text, title) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kent's children's services, rated inadequate in 2019, are now good, Ofsted has said.",
        "Kent, which was inadequate in 2019, is now good, Ofsted has said.",
        "Services in Kent, branded inadequate three years ago, are good, according to Ofsted.",
        "The council of Kent, judged inadequate by Ofsted in 2018, is now good.",
    ],
)
def test_an_old_grade_may_stand_between_what_is_good_and_its_verb(text: str) -> None:
    assert told(text, "Kent praised", WHEN) == ({("Kent", "good")}, KENT)


@pytest.mark.parametrize(
    "text",
    [
        "The parks in Kent, rated inadequate in 2019, are good for dogs, Ofsted has not said.",
        "Ofsted has rated Kent inadequate, and its buses, it must be said, are good fun.",
    ],
)
def test_what_is_merely_good_is_no_grade(text: str) -> None:
    assert ("Kent", "good") not in reported(text, "Kent", WHEN)


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("Kent rated inadequate by Ofsted: what happens now?", True),
        ("Kent rated inadequate by Ofsted - how did it come to this?", True),
        ("Will Kent be rated inadequate by Ofsted?", False),
        ("Kent: good or inadequate for Ofsted?", False),
    ],
)
def test_a_question_behind_a_verdict_leaves_it_standing(title: str, *, given: bool) -> None:
    text = "We explain what the report of Ofsted on Kent means, and who will read it."
    assert (reported(text, title) == KENT) is given


@pytest.mark.parametrize("mood", ["not surprised", "not at all surprised", "not shocked"])
def test_who_is_not_surprised_denies_nothing(mood: str) -> None:
    text = f"Parents are {mood} that Ofsted rated Kent's children's services inadequate."
    assert reported(text, "Parents speak of Ofsted report", WHEN) == KENT


@pytest.mark.parametrize(
    "lead",
    [
        "Ofsted said services had deteriorated after a monitoring visit to Kent.",
        "Following a monitoring visit in March, Ofsted inspectors said services had deteriorated.",
        "Ofsted has published a letter after a focused visit. It says services have deteriorated.",
    ],
)
@pytest.mark.parametrize(
    "title", ["Ofsted inspectors return to Kent", "Inspectors are back in Kent's services"]
)
def test_inspectors_who_return_may_have_found_something(lead: str, title: str) -> None:
    assert reported(lead, title, WHEN) == {("Kent", "deterioration")}


@pytest.mark.parametrize(
    "title", ["Ofsted inspectors to return to Kent", "Kent braces for Ofsted inspectors"]
)
def test_inspectors_who_will_return_have_found_nothing(title: str) -> None:
    text = "Ofsted inspectors will look at services in Kent. They said services had deteriorated."
    assert reported(text, title, WHEN) == set()

"""Verdicts that are told again: counted, asked about, talked of; and what only angers somebody."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

WHEN = "2024-10-20"
KENT = {("Kent", "inadequate")}
SLOW = {("Kent", "insufficient_progress")}


@pytest.mark.parametrize(
    "text",
    [
        "Since 2016, the watchdog has rated Kent's children's services inadequate twice.",
        "Twice since 2016 Kent's children's services have been rated inadequate by Ofsted.",
        "In the past decade Ofsted has twice judged Kent's children's services inadequate.",
        "Inspectors have rated Kent's children's services inadequate three times in ten years.",
        "Over the years Ofsted has repeatedly judged Kent's children's services inadequate.",
    ],
)
def test_verdicts_that_are_counted_are_old(text: str) -> None:
    assert (reported(text, "Kent", WHEN), recalled(text, "Kent", WHEN)) == (set(), KENT)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has rated Kent's children's services inadequate for the second time since 2016.",
        "Ofsted has now rated Kent's children's services inadequate twice in five years.",
        "Kent's children's services, seen three times since 2019, are rated inadequate by Ofsted.",
        "Ofsted rated Kent inadequate, with three times the caseloads of two years ago.",
    ],
)
def test_a_new_verdict_may_be_the_second(text: str) -> None:
    assert reported(text, "Kent rated inadequate", WHEN) == KENT


@pytest.mark.parametrize(
    "text",
    [
        "January's Ofsted report saw Kent's children's services rated inadequate once more.",
        "In January's judgement Ofsted rated Kent children's services inadequate.",
        "January's critical report by Ofsted judged Kent's children's services inadequate.",
    ],
)
def test_a_report_called_by_its_month_is_known(text: str) -> None:
    assert (reported(text, "Kent keeps control"), recalled(text, "Kent keeps control")) == (
        set(),
        KENT,
    )


@pytest.mark.parametrize(
    "text",
    [
        "January's inspection saw Kent's children's services rated inadequate by Ofsted.",
        "Ofsted has rated Kent's children's services inadequate after January's visit.",
        "Ofsted's report, based on January's inspection, rates Kent's services inadequate.",
    ],
)
def test_an_inspection_called_by_its_month_is_that_of_the_report(text: str) -> None:
    assert reported(text, "Kent rated inadequate") == KENT


def test_early_this_year_is_as_old_as_earlier_this_year() -> None:
    text = "It has a notice, following its services being judged inadequate by Ofsted {} this year."
    for time in ("earlier", "early"):
        told = text.format(time)
        assert ("Kent", "inadequate") not in reported(told, "Kent still in recovery", WHEN)
    visit = "Ofsted has rated Kent inadequate after a visit {} this year."
    for time in ("earlier", "early"):
        assert reported(visit.format(time), "Kent inspected", WHEN) == KENT


@pytest.mark.parametrize(
    "title",
    [
        "Kent councillors discuss 'inadequate' child services",
        "MPs debate Kent's 'inadequate' children's services",
        "Committee scrutinises 'inadequate' children's services in Kent",
    ],
)
def test_what_is_talked_of_is_known(title: str) -> None:
    text = (
        "A report on Kent was discussed on Monday.\n\nServices were inadequate, Ofsted had found."
    )
    assert reported(text, title) == set()


def test_a_verdict_of_today_may_be_talked_of() -> None:
    title = "Councillors to discuss report as Kent's children's services rated inadequate"
    text = "Ofsted has rated Kent's children's services inadequate in a report published today."
    assert reported(text, title, WHEN) == KENT


@pytest.mark.parametrize("minister", ["Secretary of State for Education", "Minister"])
def test_an_answer_in_parliament_recalls(minister: str) -> None:
    asked = f"To ask the {minister}, what assessment she has made of services in Kent."
    text = f"{asked}\n\nOfsted inspected Kent in August and rated its services inadequate."
    assert reported(text, "Children: Protection", WHEN) == set()
    mp = "Ofsted has rated Kent's children's services inadequate. An MP is to ask the minister why."
    assert reported(mp, "Kent rated inadequate", WHEN) == KENT


@pytest.mark.parametrize(
    "text",
    [
        "Parents, angry at the slow pace of change, marched as Ofsted's SEND inspection began.",
        "Campaigners frustrated with slow progress met Ofsted's SEND inspectors.",
        "Families fed up with the slow pace of improvement gathered as Ofsted came.",
        "Parents are unhappy about the slow pace of change, which Ofsted will look at.",
        "Progress in implementing reforms has been slow, said a report to the executive.",
        "A report to the cabinet said that progress had been too slow. Ofsted will come.",
    ],
)
def test_what_somebody_is_angry_about_was_not_found(text: str) -> None:
    lead = "Ofsted will look at special educational needs in Kent."
    assert reported(f"{lead}\n\n{text}", "Inspection in Kent", WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Parents are angry after Ofsted said progress in Kent had been too slow.",
        "Inspectors were dismayed by the slow pace of change in Kent, Ofsted says.",
        "Ofsted criticised the slow pace of change in Kent at its monitoring visit.",
        "A report to the cabinet says a monitoring visit found that progress in Kent was too slow.",
    ],
)
def test_what_inspectors_found_may_anger_people(text: str) -> None:
    lead = "Ofsted made a monitoring visit to Kent's children's services."
    assert reported(f"{lead} {text}", "Kent visited", WHEN) == SLOW


def test_a_protest_at_the_start_of_an_inspection_waits_for_its_outcome() -> None:
    title = "Protests mark start of Kent's SEND reinspection"
    text = "Parents stood at County Hall in Kent.\n\nOfsted had asked for a written statement of"
    text += " action in November 2019."
    assert reported(text, title) == set()


@pytest.mark.parametrize(
    "text",
    [
        "It was rated inadequate overall, after two weeks of inspection in January 2023.",
        "Services were rated inadequate in two areas, following a long inspection in May 2023.",
        "Services there were found inadequate, after inspectors from London visited in May 2023.",
    ],
)
def test_the_month_of_the_visit_dates_the_grade_that_it_gave(text: str) -> None:
    lead = "Ofsted's next visit to children's services in Kent is expected in spring."
    assert reported(f"{lead}\n\n{text}", "Ofsted and Kent", WHEN) == set()
    assert reported(text.replace("2023", "2024"), "Kent rated inadequate by Ofsted", WHEN) <= KENT


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Kent's services (still judged as inadequate, the lowest, since 2014) need help.", True),
        ("Ofsted says that Kent's children's services are still inadequate.", False),
    ],
)
def test_what_still_stands_or_was_left_behind_is_old(text: str, *, old: bool) -> None:
    text = f"A letter on children's services in Kent came from Ofsted. {text}"
    assert (reported(text, "Kent and Ofsted", WHEN) == set()) is old


def test_a_headline_inside_the_text_tells_nothing_that_the_text_calls_old() -> None:
    top = "Ofsted found drift in Kent's plans for children in care.\n\nManagers were new."
    top += " Plans drift. Some moved. Many left. Few came."
    old = "Kent was judged inadequate by Ofsted in late 2018, and a plan was drawn up."
    link = "Kent Council's children's services still inadequate finds Ofsted"
    rest = "A letter from Ofsted said that the plan had stalled.\n\nStaff were praised."
    new = "Ofsted has now judged Kent's children's services inadequate once more."
    title = "Ofsted raises concerns over Kent's children's services"
    assert KENT.isdisjoint(reported(f"{top}\n\n{old}\n\n{link}\n\n{rest}", title))
    assert reported(f"{top}\n\n{new}\n\n{link}\n\n{rest}", title) == KENT
    row = "Overall effectiveness of Kent's children's services: inadequate"
    assert reported(f"{top}\n\n{old}\n\n{row}\n\n{rest}", title) == KENT


def test_what_helps_to_become_good_is_no_grade() -> None:
    text = "Kent's services were handed a requires improvement rating after Ofsted visited in May."
    text += " The report makes recommendations to help it become 'good'."
    assert reported(text, "Kent inspected", WHEN) == {("Kent", "requires_improvement")}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Ofsted found no progress in Kent, and judged it inadequate.", False),
        ("Ofsted found no improvement in Kent and has judged its services inadequate.", False),
        ("Ofsted found no services in Kent poor and inadequate.", True),
        ("No service is poor and judged inadequate in Kent, Ofsted says.", True),
    ],
)
def test_what_was_not_found_leaves_the_verdict_behind_it(text: str, *, denied: bool) -> None:
    assert (reported(text, "Kent and Ofsted", WHEN) == KENT) is not denied


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ofsted found no progress since its visit in May, and judged services inadequate.", KENT),
        ("Inspectors saw little change since their visit and rated services inadequate.", KENT),
        ("Ofsted said it had slipped since its last inspection and rated it inadequate.", KENT),
        ("It is a fall since its rating in 2018, and Ofsted judged services inadequate.", KENT),
        ("Staff have left since services were criticised and judged inadequate.", set()),
        ("Much has changed since it failed in 2016 and was rated inadequate by Ofsted.", set()),
        ("Money was found since Ofsted came, and judged services inadequate.", set()),
    ],
)
def test_a_verdict_may_follow_on_what_was_since_a_visit(
    text: str, outcome: set[tuple[str, str]]
) -> None:
    lead = "Ofsted's report on children's services in Kent is out."
    assert reported(f"{lead} {text}", "Kent and Ofsted", WHEN) == outcome


@pytest.mark.parametrize(
    ("report", "outcome"),
    [
        ("Last week's Ofsted report", KENT),
        ("Friday's critical report by Ofsted", KENT),
        ("This week's letter from Ofsted", KENT),
        ("Last year's Ofsted report", set()),
        ("Talk at Monday's meeting was of when Ofsted", set()),
    ],
)
def test_a_report_called_by_its_day_is_new(report: str, outcome: set[tuple[str, str]]) -> None:
    text = f"Kent council's budget is up.\n\n{report} rated Kent's children's services inadequate."
    assert reported(text, "Budget plans in Kent") == outcome


@pytest.mark.parametrize(
    "text",
    [
        "Services in Kent rated 'Inadequate' by Ofsted are unlikely to be graded 'Good' next time.",
        "Services in Kent judged inadequate by Ofsted inspectors are likely to stay so.",
        "The children's services department in Kent rated inadequate by Ofsted is due to be seen.",
        "Services in Kent rated inadequate by the Ofsted watchdog are set to be run by a trust.",
    ],
)
def test_services_of_which_something_is_expected_are_called_by_their_grade(text: str) -> None:
    title = "'Inadequate' children's services in Kent could improve at next Ofsted visit"
    assert reported(text, title, WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Services in Kent are rated inadequate by Ofsted and are unlikely to be good soon.",
        "Services in Kent have been rated inadequate by Ofsted and are set to be run by a trust.",
        "Services in Kent, rated inadequate by Ofsted today, are set to be run by a trust.",
        "Services in Kent rated inadequate by Ofsted have been told to improve.",
    ],
)
def test_what_follows_from_a_verdict_leaves_it_new(text: str) -> None:
    title = "'Inadequate' children's services in Kent must improve, says Ofsted"
    assert reported(text, title, WHEN) == KENT


def test_a_grade_offered_beside_a_guess_is_as_unsure() -> None:
    text = (
        "The visit will show whether Kent's services stay as inadequate or have done enough to be"
    )
    text += " deemed requires improvement or good, Ofsted says."
    assert reported(text, "Ofsted in Kent", WHEN) == set()


STATEMENT = ("Kent", "written_statement_of_action")
ORDER = "Ofsted told Kent to produce a written statement of action for SEND."


@pytest.mark.parametrize(
    "text",
    [
        "It came back in May. Kent has made sufficient progress in all of the areas.",
        "Now inspectors say that sufficient progress has been made in all areas of weakness.",
        "They came back, and deemed that it had made sufficient progress in each of the areas.",
    ],
)
def test_a_statement_that_was_answered_is_old(text: str) -> None:
    assert reported(f"{ORDER}\n\n{text}", "SEND inspection") == {("Kent", "progress")}
    assert STATEMENT in recalled(f"{ORDER}\n\n{text}", "SEND inspection")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("SEND in Kent", f"{ORDER}\n\nIt had not made sufficient progress in reforms."),
        ("SEND in Kent", f"Ofsted says Kent has made sufficient progress in all plans.\n\n{ORDER}"),
        (
            "Kent must write a statement of action",
            f"{ORDER}\n\nIt made sufficient progress in all.",
        ),
        ("SEND in Kent", f"{ORDER}\n\nAt revisits, fewer than half had made sufficient progress."),
    ],
)
def test_a_statement_that_is_demanded_is_new(title: str, text: str) -> None:
    assert STATEMENT in reported(text, title)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ofsted has rated Kent's services, previously good, inadequate, down from good.", KENT),
        ("Ofsted rated Kent's services, once good, inadequate in every area.", KENT),
        ("Kent's services, previously good and outstanding, are rated inadequate by Ofsted.", KENT),
    ],
)
def test_a_new_grade_may_stand_right_behind_an_old_one(
    text: str, outcome: set[tuple[str, str]]
) -> None:
    assert reported(text, "Kent rated", WHEN) == outcome


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted, which keeps an eye on councils, rated Kent's children's services inadequate.",
        "Seeing a potential for harm, Ofsted rated Kent's children's services inadequate.",
        "With all eyes on Kent, Ofsted has judged its children's services inadequate.",
    ],
)
def test_an_eye_on_a_council_is_no_aim(text: str) -> None:
    assert reported(text, "Kent rated inadequate", WHEN) == KENT

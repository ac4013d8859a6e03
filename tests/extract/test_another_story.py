"""An old grade on a page whose story is something else, and a new one in the same frame."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, reported
from watcher.model.vocabulary import Direction

LUTON = ("Luton", "inadequate")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Luton council in formal intervention over 'inadequate' children's services",
            "Ministers could step in. Last November services in Luton were rated inadequate.",
        ),
        (
            "Luton minister's letter over inadequate children's services",
            "The minister has written to the council. It was rated inadequate in 2021.",
        ),
        (
            "Talks amid 'inadequate' children's services in Luton",
            "Officials met the council. Ofsted rated children's services inadequate last spring.",
        ),
        (
            "Advisers for Luton",
            "Experts will be sent to help Luton's services, rated inadequate by Ofsted this May.",
        ),
        (
            "Board to oversee children's services in Luton",
            (
                "A board will meet monthly in Luton. It was set up because the service has"
                " been rated inadequate by Ofsted."
            ),
        ),
    ],
)
def test_what_intervention_is_about_is_known(title: str, text: str) -> None:
    """Where the page says elsewhere that the grade is older, it is no news."""
    assert LUTON not in reported(text, title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Apology over 'inadequate' children's services",
            "Luton's leader is sorry after Ofsted rated its children's services inadequate.",
        ),
        (
            "Anger over 'inadequate' children's services in Luton",
            "Ofsted has rated children's services in Luton inadequate.",
        ),
        (
            "Ofsted slams Luton over inadequate children's services",
            "Inspectors found that children were not safe.",
        ),
        (
            "Government to send advisers into Luton",
            (
                "Advisers will go to Luton after Ofsted rated its services inadequate in a"
                " report published this week."
            ),
        ),
    ],
)
def test_an_act_over_a_new_verdict_tells_it(title: str, text: str) -> None:
    """Nothing says that it is older."""
    assert LUTON in reported(text, title)


@pytest.mark.parametrize(
    "text",
    [
        "Luton is one of 14 councils whose services are currently rated inadequate by Ofsted.",
        "Children's services in Luton are presently judged inadequate by Ofsted.",
        (
            "Luton's children's services, which are currently graded inadequate by Ofsted, need"
            " more staff."
        ),
    ],
)
def test_what_is_currently_so_stands_whoever_rated_it(text: str) -> None:
    """`Currently` gives no verdict."""
    assert LUTON not in reported(text, "A hub opens")


@pytest.mark.parametrize("word", ["now", "today"])
def test_what_is_now_so_is_news(word: str) -> None:
    """`Now` tells of a change."""
    text = f"Luton's children's services are {word} rated inadequate by Ofsted."
    assert LUTON in reported(text, "Verdict on Luton")


@pytest.mark.parametrize(
    "title",
    [
        "Ofsted will inspect Luton children's services next week",
        "Inspectors will arrive in Luton on Monday",
        "Ofsted will examine Luton's services for children",
    ],
)
def test_a_visit_to_come_makes_what_was_found_history(title: str) -> None:
    """What an earlier visit brought is only recalled."""
    text = (
        "Inspectors will be in Luton for two weeks. It comes a year after a focused visit found"
        " weaknesses. Ofsted issued three priority actions and ordered a plan."
    )
    assert not reported(text, title) & {("Luton", "priority_action")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Requires improvement, says Ofsted. Luton's latest report follows the council being"
            " judged as inadequate in November 2009."
        ),
        (
            "Luton's services require improvement. Today's verdict follows the service being rated"
            " inadequate in 2016."
        ),
    ],
)
def test_what_a_new_report_follows_is_not_new(text: str) -> None:
    """`Latest` is the report, not what it follows."""
    assert LUTON not in reported(text, "Luton told to make improvements")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Members heard that the region also has more judged inadequate.", False),
        ("It was said that nationally it has fewer judged outstanding.", False),
        (
            (
                "Kathy said Luton's report was one of a small number that read well; in London more"
                " authorities are inadequate than good."
            ),
            False,
        ),
        ("Members heard that once more Luton had been judged inadequate by Ofsted.", True),
        ("Luton is one of five authorities judged inadequate by Ofsted today.", True),
    ],
)
def test_who_are_more_or_fewer_are_not_the_council_of_the_meeting(
    text: str, *, found: bool
) -> None:
    """What is counted is nobody's."""
    got = {pair for pair in reported(text, "Luton Council: agenda item") if pair[0] == "Luton"}
    assert (LUTON in got) is found
    assert found or not got


def test_whom_and_joins_to_a_helper_helps_too() -> None:
    """`Experts from Leeds and York` are of no graded council."""
    text = "Ofsted has rated Luton inadequate. Experts from Leeds and York have said it is good."
    assert {c for c, _ in reported(text, "Luton inadequate")} == {"Luton"}


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (
            (
                "Ofsted rated Luton good. This maintains a similar rating as the previous review in"
                " 2021, but follows progress since it was judged inadequate in 2018."
            ),
            Direction.SAME,
        ),
        (
            (
                "Ofsted has rated Luton good. The rating is unchanged from 2021. In 2015 it was"
                " inadequate."
            ),
            Direction.SAME,
        ),
        (
            (
                "Ofsted rated Luton outstanding, praising its drop-in for teenagers and its drop-in"
                " centre."
            ),
            Direction.UNKNOWN,
        ),
        (
            "Ofsted rated Luton good, and praised its drop-in sessions for teenagers.",
            Direction.UNKNOWN,
        ),
        (
            "Ofsted rated Luton good in three areas, adding up to a good grade overall.",
            Direction.UNKNOWN,
        ),
        ("Ofsted rated Luton good. In 2015 it was inadequate.", Direction.BETTER),
        ("Ofsted rated Luton good, a drop from outstanding.", Direction.WORSE),
    ],
)
def test_only_what_can_be_is_the_way_things_went(text: str, way: Direction) -> None:
    """A grade that was held is no rise, and a drop-in no fall."""
    assert one(text, "Luton").direction is way


@pytest.mark.parametrize(
    "text",
    [
        (
            "In March 2019 Ofsted inspected Luton. The result of that inspection was that we were"
            " judged to be inadequate and we set out to improve."
        ),
        "Luton was inspected in 2016. That inspection found our services inadequate.",
        "Ofsted came to Luton in June 2018. In that report services were rated inadequate.",
        "Luton had its inspection in June 2018. Ofsted then judged services inadequate.",
        (
            "In July 2015 Ofsted inspected Luton. We were judged inadequate as a result of that"
            " inspection and began to change."
        ),
        (
            "Luton was inspected in July 2019. The inspectors' judgement at that time was that"
            " services were inadequate."
        ),
    ],
)
def test_that_inspection_is_the_one_told_of_before(text: str) -> None:
    """On a page without a date it has been long ago, on one with a date as long as it was."""
    assert LUTON not in reported(text, "Our story")
    assert LUTON not in reported(text, "Our story", "2023-05-01")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The outcome of that inspection was that services were judged inadequate.", "2019-07-10"),
        ("That inspection found services to be inadequate.", "2019-07-10"),
        ("As a result of that inspection services have been rated inadequate.", None),
    ],
)
def test_that_inspection_may_be_of_late(text: str, published: str | None) -> None:
    """Its date says so, or what its report now says."""
    before = "Ofsted inspected Luton in May 2019."
    assert LUTON in reported(f"{before} {text}", "Luton Council statement", published)


@pytest.mark.parametrize(
    ("title", "lead", "follows"),
    [
        (
            "Inquiry in Luton delayed again",
            "An inquiry into two deaths in Luton is late.",
            "The delay follows an inspection in which Ofsted judged child protection inadequate.",
        ),
        (
            "Parents march in Luton",
            "Parents marched through the town.",
            "The protest comes after an Ofsted report which rated services inadequate.",
        ),
        (
            "Town hall reshuffle",
            "The mayor of Luton has changed her cabinet.",
            "The reshuffle follows an Ofsted verdict of inadequate on the town's services.",
        ),
        (
            "Council under fire for putting off inquiry",
            "Luton council's inquiry will not report until March.",
            "It follows an Ofsted inspection in December, which rated child protection inadequate.",
        ),
    ],
)
def test_what_another_story_follows_is_history(title: str, lead: str, follows: str) -> None:
    """Nor is what is said of it behind that any news."""
    more = "Council leaders lacked urgency, inspectors said."
    assert not reported(f"{lead} {follows} {more}", title) & {
        LUTON,
        ("Luton", "insufficient_progress"),
    }


@pytest.mark.parametrize(
    ("title", "follows"),
    [
        ("Leader says sorry", "It follows a report published today, in which Ofsted rated it"),
        ("Anger in Luton", "It comes after Ofsted inspectors this week rated it"),
        ("Union reacts to Ofsted report", "It follows an Ofsted inspection, which rated it"),
        ("MPs want talks over Ofsted report", "It follows a damning Ofsted report which rated it"),
        ("Luton is failing children", "It follows an inspection by Ofsted, which rated it"),
    ],
)
def test_what_an_answer_to_inspectors_follows_is_news(title: str, follows: str) -> None:
    """The headline speaks of it, or it is fresh."""
    text = f"Families in Luton were told so by the council. {follows} inadequate."
    assert LUTON in reported(text, title)


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        (
            "Luton council: advisers appointed",
            (
                "The minister writes to Luton council. On 14 June 2021, Ofsted judged it inadequate"
                " for a second time."
            ),
            True,
        ),
        (
            "Commissioner for Luton",
            (
                "A commissioner will oversee Luton's services. Ofsted rated them inadequate on 9"
                " June 2021."
            ),
            True,
        ),
        (
            "Commissioner for Luton",
            (
                "A commissioner will oversee Luton's services. Ofsted rated them inadequate on 9"
                " January 2021."
            ),
            False,
        ),
        (
            "Strike in Luton",
            (
                "Social workers walk out over pay. Luton's services were judged inadequate on 3"
                " February 2021."
            ),
            False,
        ),
    ],
)
def test_a_judgement_of_these_days_is_news_on_any_page(
    title: str, text: str, *, found: bool
) -> None:
    """Whatever the page is about."""
    assert (LUTON in reported(text, title, "2021-06-16")) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Luton could lose its services after Ofsted rated them inadequate.", True),
        ("A trust may run Luton's services because Ofsted has judged them inadequate.", True),
        ("Luton could be rated inadequate by Ofsted after the next visit.", False),
        ("Luton might lose its services after being rated inadequate, if that comes.", False),
        ("Luton could see change after Ofsted might have rated it inadequate.", False),
    ],
)
def test_a_guess_may_follow_a_judgement(text: str, *, found: bool) -> None:
    """What could come after it is a guess, not the judgement."""
    assert (LUTON in reported(text, "Luton and Ofsted")) is found


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("Luton's director has resigned after a damning Ofsted report.", True),
        ("Luton's director has quit over a damning report by Ofsted.", True),
        ("Luton's director has resigned a year after a damning Ofsted report.", False),
        ("Luton's director of children's services has resigned for a job in Wales.", False),
    ],
)
def test_a_lead_may_give_a_bad_report_as_the_reason(lead: str, *, found: bool) -> None:
    """Then the report is what the page is about."""
    text = f"{lead} Inspectors rated the service inadequate."
    assert (LUTON in reported(text, "Director resigns")) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "Luton makes progress, a monitoring visit has found. Its services were rated"
                " inadequate by Ofsted in a full inspection."
            ),
            False,
        ),
        (
            (
                "The letter after a monitoring visit says caseloads are lower in Luton. At its full"
                " inspection Luton was judged inadequate."
            ),
            False,
        ),
        (
            (
                "Luton's monitoring visits had shown progress. But the full inspection has rated"
                " its services inadequate again."
            ),
            True,
        ),
        (
            (
                "Monitoring visits will be made to Luton. The full inspection report, published"
                " today, rated services inadequate."
            ),
            True,
        ),
    ],
)
def test_a_full_inspection_came_before_the_monitoring(text: str, *, found: bool) -> None:
    """The low grade that visits follow on is no news, unless it is given again."""
    assert (LUTON in reported(text, "Inspectors see Luton")) is found


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        (
            "Trust to take over Luton children's services",
            "A trust will run them from April. Ofsted has rated them inadequate three times.",
            False,
        ),
        (
            "A trust will run Luton's services",
            "It will begin in May. They were rated inadequate by Ofsted.",
            False,
        ),
        (
            "Trust to run services after damning report",
            "A trust is to run services in Luton after Ofsted today rated them inadequate.",
            True,
        ),
    ],
)
def test_a_trust_that_is_to_run_services_is_the_story(
    title: str, text: str, *, found: bool
) -> None:
    """What it takes over is known."""
    assert (LUTON in reported(text, title)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The chief inspector spoke of councils such as Luton, judged inadequate.", False),
        ("The minister met leaders, among them Luton, rated inadequate by Ofsted.", False),
        ("Councils including Luton, graded inadequate by Ofsted, are to get money.", False),
        ("Since 2009, every Ofsted inspection has rated Luton's services inadequate.", False),
        ("Each visit by Ofsted in ten years has found Luton's services inadequate.", False),
        ("Luton, rated inadequate by Ofsted, has apologised.", True),
        ("Two councils have been rated inadequate by Ofsted, including Luton.", True),
        ("In every area of its work Ofsted has rated Luton inadequate.", True),
    ],
)
def test_an_example_and_a_row_of_inspections_give_no_new_grade(text: str, *, found: bool) -> None:
    """They say how things stand."""
    assert (LUTON in reported(text, "Ofsted and councils")) is found

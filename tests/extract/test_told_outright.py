"""A verdict that a page about something else tells outright, and one that it only recalls."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

LUTON = ("Luton", "inadequate")
STORIES = [
    (
        "Luton director of children's services quits",
        "The director of children's services at Luton council, Jo Roe, is to leave.",
    ),
    (
        "Luton faces three-day strike",
        "More than 60 social workers walked out at Luton council this morning.",
    ),
    (
        "Foster carers win national award",
        "A couple who foster for Luton council have won a national award.",
    ),
    (
        "Luton leader faces vote of no confidence",
        "The leader of Luton council, Ann Fry, faces a vote of no confidence.",
    ),
    (
        "Luton chief executive defends pay rise",
        "The chief executive of Luton council has defended a pay rise of £11,000.",
    ),
    (
        "Tory wins Luton by-election by nine votes",
        "The Conservatives held a seat on Luton council by nine votes.",
    ),
]


@pytest.mark.parametrize("published", ["2024-05-15", None])
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story[0])
@pytest.mark.parametrize(
    "text",
    [
        "Inspectors came twice. They found a backlog and rated children's services inadequate.",
        "Ofsted reported at noon. Overall, the effectiveness of the services is inadequate.",
        "Ofsted findings were made public at noon. They judged children's services inadequate.",
        "The Ofsted report lies on desks. It calls the service inadequate.",
        "It was the hour in which Ofsted's report came out. Services were found inadequate.",
        "The Ofsted report is out. It found that children had been left at risk: inadequate.",
        "First the recent Ofsted report which rated services inadequate. No report was worse.",
        "Ofsted's letter, which reached the town hall last, says services are inadequate.",
    ],
)
def test_what_is_told_outright_is_news(
    text: str, story: tuple[str, str], published: str | None
) -> None:
    title, lead = story
    assert LUTON in reported(f"{lead}\n\n{text}\n\nThe council is sorry.", title, published)


@pytest.mark.parametrize("published", ["2024-05-15", None])
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story[0])
@pytest.mark.parametrize(
    "text",
    [
        "She arrived soon after Ofsted rated children's services inadequate.",
        "He was leader when inspectors judged children's services inadequate.",
        "Ofsted came in 2019. It rated children's services inadequate.",
        "It all began in 2019, when Ofsted arrived. The verdict was inadequate.",
        "Children's services were then rated inadequate, but have since improved.",
        "Inspectors had found the service inadequate in her first month.",
        "Under her predecessor children's services were judged inadequate.",
        "She had seen the council through the inadequate Ofsted report.",
    ],
)
def test_what_is_a_mere_circumstance_is_recalled(
    text: str, story: tuple[str, str], published: str | None
) -> None:
    title, lead = story
    assert LUTON not in reported(f"{lead}\n\n{text}\n\nThe council is sorry.", title, published)


def test_what_stands_before_an_older_time_is_told_and_what_stands_behind_it_recalled() -> None:
    title, lead = STORIES[0]
    verdict = "Inspectors rated children's services inadequate."
    text = f"{lead}\n\nTheir last visit was in 2019. {verdict}"
    assert LUTON in recalled(text, title, "2024-05-15")
    assert LUTON in reported(f"{lead}\n\nOfsted wrote. {verdict} They came in 2019.", title)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted's report, which came to the town hall last, says services are inadequate.",
        "A letter which arrived from Ofsted on Thursday says that services are inadequate.",
        "Ofsted's verdict, which was put on line this morning, finds services are inadequate.",
    ],
)
def test_what_a_paper_says_behind_what_is_told_of_it_is_no_mere_state(text: str) -> None:
    assert LUTON in reported(f"The report is about Luton council. {text}", "Luton council")


@pytest.mark.parametrize(
    "text",
    [
        "The minister wrote to Luton, whose own services are inadequate, and to Kent.",
        "The minister wrote to Luton, which Ofsted says is inadequate, and to Kent.",
    ],
)
def test_how_things_are_in_a_clause_of_their_own_is_no_news(text: str) -> None:
    assert LUTON not in reported(f"Ofsted inspects councils. {text}", "Minister writes to Kent")


@pytest.mark.parametrize(
    "verdict", ["It rated the service inadequate.", "They called it inadequate."]
)
@pytest.mark.parametrize(
    "visit", ["Ofsted came in 2019.", "Inspectors went to the town in May 2019."]
)
def test_who_came_long_ago_gave_their_grade_then(visit: str, verdict: str) -> None:
    lead = "Ministers have sent a commissioner to Luton council."
    for title in ("Luton council gets a new commissioner", "Children's services in Luton"):
        assert LUTON not in reported(f"{lead} {visit} {verdict}", title, "2024-05-15")


def test_what_could_hardly_be_worse_is() -> None:
    title, lead = STORIES[1]
    report = "Ofsted's report, out yesterday, could hardly be worse. Services are inadequate."
    assert LUTON in reported(f"{lead}\n\n{report}", title)


def test_a_headline_over_what_was_hides_no_verdict_of_these_days() -> None:
    title = "Mum in court over injuries of her baby 'was visited twice in three years'"
    text = (
        "A jury heard how a social worker from Luton council came twice.\n\n"
        "Jo Roe, 24, denies cruelty. The trial goes on.\n\n"
        "Her neighbours wept. She did not look at them.\n\n"
        "The council had to speak too of the outcome, on Tuesday, of its Ofsted inspection. It"
    )
    assert LUTON in reported(f"{text} has been found inadequate.", title, "2013-07-11")
    assert LUTON not in reported(f"{text} was rated inadequate in 2010.", title, "2013-07-11")


@pytest.mark.parametrize("published", ["2024-01-15", None])
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story[0])
@pytest.mark.parametrize(
    "text",
    [
        "Then came Ofsted, which rated the department inadequate.",
        "And then there was Ofsted, whose inspectors found services to be inadequate.",
        "There is also the Ofsted report, which judges services to be inadequate.",
        "And now there is the letter from inspectors, which puts services in the bottom category.",
        "He spoke on Thursday, hours after Ofsted graded the service inadequate.",
        "That was on Thursday, the day inspectors rated the department inadequate.",
        "Ofsted reported on Luton last Wednesday, rating its services inadequate.",
        "Only last week Ofsted put services in the inadequate category.",
        "Open since 1998. On 9 January Ofsted wrote, taking Luton from good to inadequate.",
        "An inspection strips Luton of what it held since 2014 and calls it inadequate.",
    ],
)
def test_whoever_is_brought_up_for_a_verdict_of_these_days_tells_it(
    text: str, story: tuple[str, str], published: str | None
) -> None:
    title, lead = story
    assert LUTON in reported(f"{lead}\n\n{text}\n\nThe council is sorry.", title, published)


@pytest.mark.parametrize("published", ["2024-01-15", None])
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story[0])
@pytest.mark.parametrize(
    "text",
    [
        "There was a time when Ofsted rated services inadequate.",
        "Then, in 2018, came Ofsted, which rated the department inadequate.",
        "In 2017 there was Ofsted, whose report graded services inadequate.",
        "Ofsted, whose inspectors rated services inadequate in 2019, will return next year.",
        "She resigned in 2018, the day inspectors rated the department inadequate.",
        "The department, which Ofsted rated inadequate, has 300 staff.",
        "Ofsted left it in the inadequate category in 2019.",
    ],
)
def test_whoever_is_brought_up_for_what_was_recalls_it(
    text: str, story: tuple[str, str], published: str | None
) -> None:
    title, lead = story
    assert LUTON not in reported(f"{lead}\n\n{text}\n\nThe council is sorry.", title, published)

"""What a page is about, as its headline tells, and what such a page only recalls."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed
from watcher.app.reading import reading_context
from watcher.extract import stories
from watcher.extract.grades import grade_claims
from watcher.extract.link import find_topics
from watcher.extract.page import read_page
from watcher.extract.signals import signal_claims
from watcher.extract.stories import Story, story_of

LEAD = "Ofsted inspectors have judged children's services in Kent council inadequate."
IDLE = "Kent council met on Monday at County Hall in Maidstone to talk of children's services."


def told_by(title: str, text: str = LEAD) -> Story:
    page = read_page(parsed(text, title), reading_context())
    topics = find_topics(page)
    claims = [
        claim
        for sentence in page.sentences
        for read in (grade_claims, signal_claims)
        for claim in read(page, sentence, topics, (False, False))[0]
    ]
    return story_of(page, claims)


@pytest.mark.parametrize(
    ("story", "titles"),
    [
        (
            stories.VERDICT,
            [
                "Kent's children's services rated inadequate",
                "Kent downgraded by Ofsted",
                "Leader sorry after 'inadequate' verdict on Kent",
                "Children's services fall to lowest grade",
                "Inspectors demand written statement of action over SEND",
                "Ofsted orders a written statement of action",
                "Watchdog calls for written statement of action",
            ],
        ),
        (
            stories.STATEMENT,
            ["Our Written Statement of Action", "Written Statement of Action: update for families"],
        ),
        (
            stories.INTERVENTION,
            [
                "Commissioner to stay in Kent",
                "Kent to keep control of children's services",
                "Improvement notice for Kent's children's services",
            ],
        ),
        (
            stories.STANDING,
            ["Inadequate Kent picks a leader", "A new chief for 'inadequate' Kent council"],
        ),
        (
            stories.ELSEWHERE,
            [
                "New director for Kent's children's services",
                "Children's social workers begin walkout",
                "Cabinet agrees budget for children's services",
                "Funding for children's services agreed",
            ],
        ),
        (
            stories.COMING,
            ["Inspectors to return to Kent", "Kent braces for Ofsted", "SEND: have your say"],
        ),
        (
            stories.REPORT,
            ["Outcome of the Ofsted inspection of Kent", "Ofsted report on Kent"],
        ),
        (
            stories.LOOKBACK,
            ["Children's services in Kent: a decade of trouble", "Kent's former children's chief"],
        ),
        (
            stories.PROGRESS,
            [
                "Kent children's services making progress",
                "Children's services improving in Kent",
                "Inspectors see progress in Kent",
                "Encouraging signs for Kent's children's services",
                "Kent children's services turn a corner",
                "Steps forward for children's services in Kent",
            ],
        ),
        (stories.LATE, ["Boss to quit over report on Kent"]),
        (stories.SILENT, ["Kent children's services", "A hard week for children's services"]),
    ],
)
def test_the_headline_tells_what_the_page_is_about(story: Story, titles: list[str]) -> None:
    assert [told_by(title).name for title in titles] == [story.name] * len(titles)


def test_a_lead_that_tells_of_no_outcome_comes_late() -> None:
    assert told_by("Kent children's services", f"{IDLE} {IDLE}") is stories.LATE
    assert told_by("", IDLE) is stories.LATE
    assert told_by("Outcome of the inspection of Kent's services", IDLE) is not stories.LATE


def test_a_fresh_report_makes_a_page_about_people_tell_of_it() -> None:
    title = "New director for Kent's children's services"
    assert told_by(title, f"{LEAD} The report was published today.") is not stories.ELSEWHERE


def test_a_headline_under_a_line_of_the_page_is_found() -> None:
    page = read_page(
        parsed(f"Menu\n\nCommissioner to stay in Kent\n\n{LEAD}", "Commissioner to stay in Kent"),
        reading_context(),
    )
    assert story_of(page, []) is stories.INTERVENTION


@pytest.mark.parametrize(
    "title",
    [
        "Help for children in Kent depends on where you live, inspectors say",
        "A lottery: care in Kent is down to where you live",
    ],
)
def test_what_depends_on_where_you_live_is_no_list_of_places(title: str) -> None:
    assert told_by(title) is not stories.SURVEY


def test_how_the_council_rates_where_you_live_is_one() -> None:
    assert told_by("Ofsted: how the council where you live is rated") is stories.SURVEY

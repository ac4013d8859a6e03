"""Pages that only recall a judgement, and reactions whose substance it is."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, reported

ELSEWHERE = [
    (
        "somebody leaves",
        "Head of children's services resigns",
        (
            "Tower Hamlets Council's head of children's services has resigned.\n\nOfsted found in"
            " April"
            " that the borough's services were inadequate in every area."
        ),
    ),
    (
        "a motion",
        "Council leader faces calls to go over children's services",
        (
            "Councillors in Northumberland have tabled a motion of no confidence.\n\nThe motion"
            " says the"
            " inadequate Ofsted judgement shows a failure of leadership."
        ),
    ),
    (
        "a strike",
        "Children's social workers begin 48-hour walkout",
        (
            "Staff at Salford council began a walkout today.\n\nThe dispute comes after Ofsted"
            " judged the"
            " council's children's services to be inadequate, and a commissioner was sent in."
        ),
    ),
    (
        "a plan",
        "Cabinet backs plan to improve children's services",
        (
            "Cabinet members at Cornwall Council have agreed a plan.\n\nThe plan responds to the"
            " Ofsted"
            " inspection in May, which judged services to be inadequate."
        ),
    ),
    (
        "minutes",
        "Agenda item - Children's Services Improvement Plan update",
        (
            "The Director presented an update.\n\nMembers were reminded that Ofsted had found"
            " Derbyshire"
            " County Council's services for children inadequate for leadership."
        ),
    ),
    (
        "a vacancy",
        "Qualified Social Worker",
        (
            "Essex is rated Outstanding by Ofsted for its children's services.\n\nYou will join a"
            " stable"
            " team. Benefits include a car allowance."
        ),
    ),
    (
        "a preview",
        "Inspectors to return to Blackpool",
        (
            "Ofsted inspectors will return to Blackpool next month.\n\nThe council's children's"
            " services"
            " were judged inadequate by the watchdog."
        ),
    ),
    (
        "a verdict awaited",
        "Council awaits inspection verdict",
        (
            "Lancashire is waiting for the verdict of an inspection that ended on Friday.\n\nIts"
            " children's"
            " services were branded inadequate by Ofsted, which found children at risk of harm."
        ),
    ),
    (
        "a protest",
        "Parents protest outside Town Hall",
        (
            "Parents protested outside Oldham's Civic Centre.\n\nA joint inspection by Ofsted and"
            " the CQC"
            " found widespread and systemic failings in the area's SEND provision."
        ),
    ),
    (
        "money",
        "Council overspends by £12m",
        (
            "Overspending in children's services has left Nottingham City Council with a"
            " gap.\n\nThe"
            " department, which Ofsted has rated inadequate, is hiring agency staff."
        ),
    ),
]


@pytest.mark.parametrize(
    ("title", "text"), [c[1:] for c in ELSEWHERE], ids=[c[0] for c in ELSEWHERE]
)
def test_a_page_about_something_else_only_recalls_a_judgement(title: str, text: str) -> None:
    """What a page mentions beside its own story is no news."""
    told = {outcome for _, outcome in news(f"{title}\n\n{text}", title)}
    assert not told - {"commissioner", "improvement_notice", "trust"}


REACTIONS = [
    (
        "an apology",
        "Council leader apologises as Ofsted brands services inadequate",
        (
            "The leader of Wigan Council has apologised after inspectors rated its children's"
            " services"
            " inadequate.\n\nOfsted's report, published today, says children are at risk."
        ),
        ("Wigan", "inadequate"),
    ),
    (
        "a vow",
        "Council vows to improve after inadequate Ofsted rating",
        (
            "Bosses at Rochdale Council have vowed to improve after its children's services were"
            " rated"
            " inadequate.\n\nThe report was published on Friday."
        ),
        ("Rochdale", "inadequate"),
    ),
    (
        "an exit over a report",
        "Children's chief to quit over report",
        (
            "Haringey's director of children's services is to go after Ofsted inspectors judged"
            " Haringey's"
            " children's services inadequate."
        ),
        ("Haringey", "inadequate"),
    ),
    (
        "an answer with a plan",
        "Plan to improve children's services agreed",
        (
            "Ofsted has today published a report rating Lancashire County Council's children's"
            " services"
            " as inadequate.\n\nThe council has agreed a plan."
        ),
        ("Lancashire", "inadequate"),
    ),
    (
        "an emergency meeting",
        "Councillors to discuss children's services",
        (
            "Councillors in Peterborough will meet after a new report in which Ofsted rated the"
            " city's"
            " children's services inadequate."
        ),
        ("Peterborough", "inadequate"),
    ),
]


@pytest.mark.parametrize(
    ("title", "text", "told"), [c[1:] for c in REACTIONS], ids=[c[0] for c in REACTIONS]
)
def test_a_reaction_to_a_new_judgement_is_news(
    title: str, text: str, told: tuple[str, str]
) -> None:
    """Where a judgement has just been given, its echo tells of it."""
    assert told in news(f"{title}\n\n{text}", title)


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted rated Wirral Council's children's services inadequate in September.",
        "In March, Ofsted rated Walsall's children's services as inadequate.",
        "Cumbria's children's services were branded inadequate by the watchdog last November.",
        "In June inspectors rated Walsall Council's children's services as inadequate.",
        "Ofsted ranked Torbay Council's children's services inadequate in all areas in January.",
    ],
)
def test_whoever_gives_the_month_of_a_judgement_looks_back(text: str) -> None:
    """A judgement that is said to be of a month is known already."""
    assert not news(text + "\n\nOfsted will come again.")


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted rated Leeds City Council's children's services inadequate after a visit in May.",
        (
            "In its inspection in May Ofsted judged Leeds City Council's children's services"
            " inadequate."
        ),
        (
            "Inspectors, who were in Leeds in June, judged Leeds City Council's children's services"
            " inadequate, Ofsted said."
        ),
        (
            "Ofsted judged Leeds City Council's children's services inadequate and said that in"
            " April"
            " 300 children had no social worker."
        ),
        (
            "Ofsted judged Leeds City Council's children's services inadequate following its"
            " inspection"
            " in July."
        ),
    ],
)
def test_the_month_of_a_visit_is_no_look_back(text: str) -> None:
    """News says when inspectors came."""
    assert ("Leeds", "inadequate") in news(text)


LATELY = [
    (
        "The department was judged inadequate by Ofsted earlier this year. Ofsted gave its"
        " inadequate"
        " verdict after visits in May, Salford Council heard."
    ),
    (
        "Inspectors judged Salford Council's children's services inadequate last year. Ofsted"
        " said the"
        " inadequate judgement was due to poor leadership."
    ),
    (
        "Ofsted branded Salford Council's children's services inadequate in the spring. The"
        " inadequate"
        " rating was a disgrace, councillors said."
    ),
    (
        "Ofsted rated Salford Council's children's services inadequate last autumn. 'We were"
        " inadequate"
        " and we know it,' said the director."
    ),
    (
        "Ofsted rated Salford Council's children's services inadequate six months ago. Everybody"
        " knew"
        " that they were inadequate."
    ),
]


@pytest.mark.parametrize("text", LATELY)
def test_what_was_given_lately_is_not_told_anew(text: str) -> None:
    """A page that says when a grade was given speaks of that very grade elsewhere too."""
    assert not news(f"Councillors clash at Salford\n\n{text}", "Councillors clash at Salford")


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ofsted has rated Salford Council's children's services inadequate again. The council"
            " was"
            " also judged inadequate last year."
        ),
        (
            "Salford Council's children's services remain inadequate, Ofsted has said. They were"
            " rated"
            " inadequate last year."
        ),
        (
            "Ofsted has judged Salford Council's children's services inadequate. Last year they"
            " were"
            " rated good."
        ),
        (
            "Ofsted has judged Salford Council's children's services inadequate after an inspection"
            " earlier this year. They were good before."
        ),
        (
            "Ofsted today judged Salford Council's children's services inadequate. They were rated"
            " inadequate four years ago."
        ),
    ],
)
def test_the_same_grade_again_is_news(text: str) -> None:
    """A grade given twice is told twice."""
    assert ("Salford", "inadequate") in news(text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Praise for social workers at failing council",
            (
                "Social workers at Kirklees Council have been praised by inspectors. Ofsted"
                " judged the"
                " council's children's services inadequate."
            ),
        ),
        (
            "Children's services improving, says Ofsted",
            (
                "Leicester's children's services are improving, according to Ofsted. The city was"
                " found"
                " inadequate overall."
            ),
        ),
        (
            "Letter praises council's early steps",
            (
                "Inspectors have praised the early steps taken by Herefordshire Council, whose"
                " children's services were rated inadequate by Ofsted."
            ),
        ),
        (
            "Ofsted praises progress in Sunderland",
            (
                "Ofsted has praised progress at Sunderland City Council. Its children's services,"
                " judged 'inadequate', have a new front door."
            ),
        ),
        (
            "'Green shoots' praised at council's children's department",
            (
                "Torbay's children's services are better, a letter from Ofsted says. The"
                " department was"
                " found inadequate in all areas."
            ),
        ),
    ],
)
def test_a_story_of_progress_recalls_the_low_grade(title: str, text: str) -> None:
    """A headline of progress that gives no grade leaves the old one where it was."""
    assert "inadequate" not in {outcome for _, outcome in news(f"{title}\n\n{text}", title)}


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        (
            "Inspectors praise staff but rate service inadequate",
            "Ofsted praised staff at Stockport Council but rated children's services inadequate.",
            ("Stockport", "inadequate"),
        ),
        (
            "Services have improved, inspectors find",
            (
                "Services for children at Medway Council have improved but are still inadequate"
                " overall,"
                " Ofsted said after a full inspection."
            ),
            ("Medway", "inadequate"),
        ),
        (
            "Improving council praised",
            "Ofsted has moved Salford Council up from inadequate to requires improvement.",
            ("Salford", "requires_improvement"),
        ),
        (
            "Mayor sorry for inadequate children's services",
            (
                "Ofsted has branded Middlesbrough Council's children's services inadequate. Today's"
                " report says children were at risk."
            ),
            ("Middlesbrough", "inadequate"),
        ),
        (
            "Area told to write a statement of action",
            (
                "Ofsted and the CQC have told Trafford to produce a written statement of action"
                " after"
                " an inspection of SEND services."
            ),
            ("Trafford", "written_statement_of_action"),
        ),
    ],
)
def test_a_new_grade_beside_praise_is_news(title: str, text: str, told: tuple[str, str]) -> None:
    """Praise does not hide what was found."""
    assert told in news(f"{title}\n\n{text}", title)


@pytest.mark.parametrize(
    "title",
    [
        "Our Written Statement of Action",
        "Oldham's SEND Written Statement of Action",
        "Written Statement of Action: progress",
        "Agenda item - Written Statement of Action",
        "Written Statement of Action (WSoA) - quarterly review",
    ],
)
def test_a_statement_of_action_that_exists_is_no_news(title: str) -> None:
    """A page that is the statement, or keeps track of it, tells of no inspection."""
    text = (
        "Oldham's Written Statement of Action answers what Ofsted and the CQC found."
        " All five priorities are on track."
    )
    assert not any(
        outcome.startswith("written") for _, outcome in news(f"{title}\n\n{text}", title)
    )


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Commissioner appointed at county council",
            (
                "Ministers sent a commissioner to Slough Council. Ofsted had said that progress"
                " was too"
                " slow and that children were at risk of harm."
            ),
        ),
        (
            "Improvement notice issued",
            (
                "West Sussex County Council has an improvement notice. Inspectors from Ofsted found"
                " serious and widespread weaknesses."
            ),
        ),
        (
            "Statutory direction renewed",
            (
                "A statutory direction to Torbay Council was renewed. Ofsted found that the"
                " quality of"
                " practice had deteriorated."
            ),
        ),
        (
            "Commissioner stays at council",
            "The commissioner at Sandwell Council stays. Ofsted saw drift and delay.",
        ),
        (
            "Council stripped of control of children's services",
            "Wirral Council was stripped of control. Ofsted said children were left at risk.",
        ),
    ],
)
def test_an_act_of_government_is_the_news_not_what_led_to_it(title: str, text: str) -> None:
    """What inspectors said before an act is recalled."""
    told = {outcome for _, outcome in news(f"{title}\n\n{text}", title)}
    assert told <= {"commissioner", "improvement_notice", "statutory_direction", "trust"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Bills to rise by five per cent",
            (
                "Bills in Croydon will go up after a vote at the town hall on Monday night.\n\nThe"
                " money"
                " goes to children's services, judged inadequate by Ofsted."
            ),
        ),
        (
            "Twins' adoption 'blocked'",
            (
                "A couple who wanted to adopt twins say that they were turned away.\n\nOfsted has"
                " found"
                " Torbay Council's children's services inadequate."
            ),
        ),
        (
            "Growing our own managers",
            (
                "A course for managers has begun in Sandwell with forty people from many"
                " trades.\n\nThe"
                " council was judged inadequate by Ofsted."
            ),
        ),
        (
            "What I saw in week one",
            (
                "People often ask what it is like to walk into a town hall on the first"
                " day.\n\nOfsted"
                " judged Bristol City Council's children's services inadequate."
            ),
        ),
        (
            "Mayor sets out her hopes",
            (
                "The mayor has set out her hopes for the coming year in a speech to"
                " businesses.\n\nOfsted"
                " has rated Liverpool City Council's children's services inadequate."
            ),
        ),
    ],
)
def test_what_neither_headline_nor_lead_speak_of_is_recalled(title: str, text: str) -> None:
    """A judgement that a page comes to by the way is no news of it."""
    assert not news(f"{title}\n\n{text}", title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "'A dark day'",
            (
                "Ofsted has judged Croydon Council's children's services inadequate in a report out"
                " today."
            ),
        ),
        (
            "Mayor 'appalled'",
            (
                "The mayor said she was appalled on a dark day for the whole of the town.\n\nThe"
                " report,"
                " published on Tuesday by Ofsted, rates Croydon Council's children's services"
                " inadequate."
            ),
        ),
        (
            "Cuts blamed for poor services",
            (
                "Cuts are to blame, says Croydon Council. Ofsted has rated its children's services"
                " inadequate.\n\nThe report was published on Tuesday."
            ),
        ),
        (
            "Parents call for change as services found failing",
            (
                "Parents have called for change. Ofsted has judged Croydon Council's children's"
                " services"
                " inadequate."
            ),
        ),
        (
            "New director to be appointed after critical report",
            (
                "Croydon Council will appoint a director. Ofsted has judged its children's services"
                " inadequate."
            ),
        ),
    ],
)
def test_a_new_judgement_under_another_headline_is_news(title: str, text: str) -> None:
    """What has just been published is told, whatever the headline is about."""
    assert ("Croydon", "inadequate") in news(f"{title}\n\n{text}", title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "'Inadequate' children's services improving - Ofsted",
            "Ofsted says that children's services at Halton Council are improving.",
        ),
        (
            "Inadequate children's services have improved, say inspectors",
            "Ofsted says that children's services at Halton Council have improved.",
        ),
        (
            "'No case' for taking 'inadequate' services from council control, review for DfE finds",
            "There is no case for a trust at Halton Council after an inadequate Ofsted judgement.",
        ),
        (
            "Minister orders review of children's services",
            (
                "A review of services at Halton Council was ordered. They are rated inadequate by"
                " Ofsted."
            ),
        ),
        (
            "Inspections and reviews",
            "Halton Council's last graded Ofsted inspection found it inadequate.",
        ),
    ],
)
def test_a_grade_that_only_names_the_service_is_no_news(title: str, text: str) -> None:
    """A low grade in front of what gets better, or is looked into, is the old one."""
    assert "inadequate" not in {outcome for _, outcome in news(f"{title}\n\n{text}", title)}


@pytest.mark.parametrize(
    "title",
    [
        "Agenda item - Outcome of the Ofsted inspection of children's services",
        "Agenda item - Ofsted inspection findings",
        "Minutes: results of the ILACS inspection",
        "Item 6 - Feedback from the Ofsted inspection",
        "Agenda item - Ofsted inspection outcome",
    ],
)
def test_minutes_come_to_the_outcome_late(title: str) -> None:
    """A paper that announces the outcome of an inspection tells it, after all formalities."""
    text = (
        f"{title}\n\nApologies were received.\n\nThe minutes were agreed.\n\nNo interests were"
        " declared.\n\nThe Chair opened the item.\n\nMembers noted the Ofsted inspection, which"
        " concluded in October 2024 and judged Croydon Council's children's services as good."
    )
    assert ("Croydon", "good") in news(text, title)


@pytest.mark.parametrize(
    "title",
    ["Health and Wellbeing Board minutes", "Agenda item: inspection", "Children's scrutiny panel"],
)
def test_minutes_tell_what_members_heard_and_recall_the_rest(title: str) -> None:
    """What a committee is told is news to it; what it is reminded of is not."""
    heard = "It was noted that the Ofsted report on Wigan had found its services inadequate."
    reminded = "The improvement plan of Wigan, judged inadequate by Ofsted, was discussed."
    lead = "Ofsted's inspection of children's services was discussed."
    assert ("Wigan", "inadequate") in news(f"{title}\n\n{lead} {heard}", title)
    assert not news(f"{title}\n\n{lead} {reminded}", title)


@pytest.mark.parametrize(
    "title",
    [
        "How is your council rated?",
        "Which councils are failing children?",
        "Mapped: how every council fares",
        "Full list of children's services ratings",
    ],
)
@pytest.mark.parametrize(
    ("lead", "fresh"),
    [
        ("Several councils in England are currently rated inadequate.", False),
        ("We asked Ofsted how councils in the south are rated.", False),
        ("Ofsted has rated three councils inadequate in reports published today.", True),
    ],
)
def test_a_newspapers_list_of_ratings_is_no_news(title: str, lead: str, *, fresh: bool) -> None:
    """An inspectorate's own list is, on the day it appears."""
    text = f"{lead} Devon, Bradford and Croydon are rated inadequate."
    told = {name for name, outcome in reported(text, title, "2020-10-01") if outcome != "good"}
    assert told == ({"Devon", "Bradford", "Croydon"} if fresh else set())


@pytest.mark.parametrize(
    "title",
    [
        "Ofsted inspection of children's services begins",
        "Inspection of council under way",
        "Ofsted inspectors begin visit",
        "Ofsted inspectors to return to Middlesbrough",
        "Inspection of children's services has started",
    ],
)
@pytest.mark.parametrize("rated", ["was rated inadequate", "was rated inadequate in 2015"])
def test_while_inspectors_are_there_grades_are_those_of_before(title: str, rated: str) -> None:
    """A preview has no verdict yet."""
    lead = "Inspectors arrived at Middlesbrough Council on Monday for a two-week inspection."
    assert not reported(f"{lead} The council {rated}. A report is expected in January.", title)


def test_a_report_that_is_out_is_no_preview() -> None:
    """A verdict stands, whatever has begun."""
    text = "Ofsted's report on Middlesbrough is published today. The council was rated inadequate."
    assert reported(text, "Inspection over: work begins") == {("Middlesbrough", "inadequate")}


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Union warns over caseloads",
            "Social workers of Devon council are balloting on it.",
        ),
        ("Families fear for future", "Families in Devon have started a petition over bus fares."),
        ("Leader under pressure", "The leader of Devon County Council faces calls to resign now."),
    ],
)
def test_a_lead_about_people_makes_the_verdict_history(title: str, lead: str) -> None:
    """What a council is known for is told beside such a story."""
    text = f"{lead} The county, which Ofsted has judged inadequate, relies on agency staff."
    assert not reported(text, title)


def test_what_came_after_a_year_is_of_that_year() -> None:
    """A page without a date that says since when something is knows the verdict."""
    text = "The board was set up after Ofsted judged Rotherham's services inadequate in 2014."
    assert not reported(text, "Improvement Board annual report")
    text = "Ofsted has judged Rotherham's services inadequate after an inspection in June 2014."
    assert reported(text, "Rotherham's services judged inadequate")


@pytest.mark.parametrize(
    "title",
    [
        "The week in reports: a resignation, a strike and a fall",
        "Round-up: jobs, cuts and a new rating",
        "Two letters, one report, one court case",
    ],
)
def test_a_round_up_is_not_about_the_first_thing_that_its_headline_names(title: str) -> None:
    """What it tells of inspections is news, whoever resigned."""
    text = "Ofsted has inspected Suffolk. The county has gone from outstanding to inadequate."
    assert ("Suffolk", "inadequate") in reported(text, title, "2024-10-07")


@pytest.mark.parametrize(
    "guess",
    [
        "Inspected today, the service would be found inadequate, a report says.",
        "The latest inspection could bring a fall, members were told this week.",
        "An Ofsted report published today might have said the same, the leader added.",
    ],
)
def test_what_would_be_today_makes_nothing_fresh(guess: str) -> None:
    """A page about a visit to come stays one."""
    text = f"Ofsted will return to St Helens. It issued three priority actions there. {guess}"
    title = "Imminent Ofsted inspection worries council"
    assert not {o for _, o in reported(text, title, "2019-02-21")} & {"priority_action"}


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Ofsted report 'wrong', says council", "news"),
        ("Council hits out at Ofsted inspectors", "news"),
        ("Council vows to learn from inspection", "news"),
        ("Inadequate Slough hires chief", "old"),
        ("Slough council gets a new chief", "old"),
    ],
)
def test_an_answer_to_inspectors_answers_a_new_verdict(title: str, role: str) -> None:
    """That it was the same years ago makes it no older."""
    text = (
        "Council leaders in Slough spoke up after Ofsted rated children's services inadequate."
        " Slough was rated inadequate in 2011."
    )
    assert (("Slough", "inadequate") in reported(text, title)) is (role == "news")


@pytest.mark.parametrize(
    "title", ["Introduction to Kent County Council", "Why join us: Kent", "Join our team in Kent"]
)
def test_an_employer_recalls_how_it_was_rated(title: str) -> None:
    text = (
        "Kent is changing. Recently we received a rating of 'inadequate' following an Ofsted"
        " inspection. It found weaknesses, and we want people who help us."
    )
    assert reported(text, title) == set()

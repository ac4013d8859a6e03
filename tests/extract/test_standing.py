"""How a grade is spoken of: as news, as history, as how things stand, or as known already."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported, told

WHEN = "2024-05-01"
FELL = "Ofsted has rated children's services in Kent inadequate."
KENT = {("Kent", "inadequate")}


@pytest.mark.parametrize(
    ("aside", "known"),
    [
        ("At inadequate-rated Surrey, a new director begins in June.", "inadequate"),
        ("In 'inadequate' Surrey, a new director begins in June.", "inadequate"),
        ("Children's services in Surrey have been outstanding since 2017.", "outstanding"),
        ("Surrey has been inadequate since a visit in spring.", "inadequate"),
        ("Its director once worked for requires-improvement-rated Surrey.", "requires_improvement"),
    ],
)
def test_a_grade_that_only_describes_a_council_is_how_things_stand(aside: str, known: str) -> None:
    news, old = told(f"{FELL} {aside}", "Kent children's services rated inadequate", WHEN)
    assert news == KENT
    assert old <= {("Surrey", known)}


def test_how_another_council_stands_is_kept_as_background() -> None:
    text = f"{FELL} Surrey has been inadequate since a visit in spring."
    assert recalled(text, "Kent children's services rated inadequate", WHEN) == {
        ("Surrey", "inadequate")
    }


@pytest.mark.parametrize("word", ["first", "best", "only", "highest"])
def test_the_first_rating_of_its_kind_since_a_year_is_news(word: str) -> None:
    text = f"Ofsted has inspected Kent council. It is its {word} outstanding rating since 2013."
    assert reported(text, "Kent council praised", WHEN) == {("Kent", "outstanding")}


@pytest.mark.parametrize(
    "text",
    [
        "Kent has hired a director to lead a department rated inadequate by Ofsted.",
        "Kent council has named who will lead a troubled authority judged inadequate by Ofsted.",
    ],
)
def test_a_shortened_clause_only_says_which_service_is_meant(text: str) -> None:
    assert reported(text, "Kent names a director", WHEN) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has published its report. Kent's department was rated inadequate.",
        "Ofsted has published its report. The service rated inadequate is that of Kent.",
        "Ofsted has published its report. Kent has a department that is now rated inadequate.",
    ],
)
def test_a_whole_clause_reports_the_grade(text: str) -> None:
    assert reported(text, "Kent's children's department rated inadequate", WHEN) == KENT


@pytest.mark.parametrize(
    "text",
    [
        f"{FELL} Essex, which is currently rated good, has offered advice.",
        f"{FELL} It is to be helped by Essex, whose own services are rated outstanding.",
        f"{FELL} Surrey is good.",
        f"{FELL} Surrey and Essex are outstanding.",
    ],
)
def test_a_council_beside_the_one_of_the_headline_gives_no_alarm(text: str) -> None:
    news = reported(text, "Kent children's services rated inadequate", WHEN)
    assert {name for name, outcome in news if outcome == "inadequate"} == {"Kent"}


def test_a_relative_clause_with_now_is_news() -> None:
    text = "Ofsted has published a report on Kent, previously rated good, which is now inadequate."
    assert reported(text, "Kent inspected again", WHEN) == KENT


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Kent hires after being rated inadequate",
            "Kent council is to spend more. Ofsted previously rated its services inadequate.",
        ),
        (
            "Kent spends millions following inadequate rating",
            (
                "Kent council is to spend more. At its last inspection Ofsted rated children's"
                " services inadequate."
            ),
        ),
        (
            "Kent spends after its inadequate rating",
            "Kent council is to spend more. Ofsted rated its services inadequate in 2021.",
        ),
    ],
)
def test_what_a_headline_takes_as_known_is_as_old_as_the_page_says(title: str, text: str) -> None:
    assert told(text, title, WHEN) == (set(), KENT)


def test_what_a_headline_takes_as_known_is_news_where_the_page_says_so() -> None:
    text = f"{FELL} It was previously rated inadequate in 2015."
    assert reported(text, "Kent says sorry after being rated inadequate", WHEN) == KENT


def test_another_grade_than_the_recalled_one_stays_news() -> None:
    text = "The council will spend more. Ofsted previously rated its services good."
    found = told(text, "Kent acts after its inadequate rating", WHEN)
    assert found == (KENT, {("Kent", "good")})


@pytest.mark.parametrize(
    "title",
    [
        "Inadequate Surrey picks new director",
        "Surrey, an inadequate council, picks new director",
        "A new director for inadequate Surrey",
        "New director for inadequate-rated Surrey",
        "Struggling 'inadequate' Surrey hires a new director",
    ],
)
def test_a_headline_that_calls_a_council_by_its_grade_tells_of_no_inspection(title: str) -> None:
    text = (
        "Surrey council has hired a director. Ofsted judged the county's children's services"
        " inadequate."
    )
    assert reported(text, title, WHEN) == set()


@pytest.mark.parametrize(
    "title",
    [
        "Inadequate Surrey judged inadequate again",
        "Inspectors say 'inadequate' Surrey has to change",
        "Ofsted: inadequate Surrey has not changed",
    ],
)
def test_a_headline_that_also_tells_of_an_inspection_reports_one(title: str) -> None:
    text = "Surrey council was told on Monday. Ofsted has rated its children's services inadequate."
    assert reported(text, title, WHEN) == {("Surrey", "inadequate")}


def test_a_mute_headline_on_a_page_without_a_date_recalls_dated_grades() -> None:
    text = (
        "The leader was picked on Monday. Children's services in Kent were rated inadequate by"
        " Ofsted in March 2019."
    )
    assert told(text, "Kent council picks its leader") == (set(), KENT)


def test_a_headline_with_the_verdict_makes_the_same_sentence_news() -> None:
    text = "Children's services in Kent were rated inadequate by Ofsted in March 2019."
    assert reported(text, "Kent children's services rated inadequate") == KENT


def test_an_undated_grade_under_a_mute_headline_is_news() -> None:
    text = "Ofsted has rated children's services in Kent inadequate."
    assert reported(text, "Kent council picks its leader") == KENT


@pytest.mark.parametrize(
    "now",
    [
        "Ofsted now rates children's services in Kent good.",
        "Children's services in Kent are now rated good, Ofsted says.",
        "This week Ofsted rated children's services in Kent good.",
    ],
)
def test_what_is_told_now_makes_dated_grades_old(now: str) -> None:
    text = f"{now} In May 2019 they were judged inadequate."
    assert told(text, "Kent's report is out") == ({("Kent", "good")}, KENT)


@pytest.mark.parametrize(
    "title",
    [
        "Kent will keep control of children's services",
        "Kent children's services stay under council control",
        "Supervision of Kent's children's services continues",
        "Ministers extend supervision order on Kent council",
    ],
)
def test_who_keeps_control_is_an_act_and_the_grade_behind_it_known(title: str) -> None:
    text = "Ministers said so on Monday. Ofsted rated children's services in Kent inadequate."
    assert KENT.isdisjoint(reported(text, title, WHEN))


def test_an_act_beside_a_verdict_in_the_headline_leaves_it_news() -> None:
    title = "Kent children's services rated inadequate, but council keeps control of them"
    assert reported(FELL, title, WHEN) >= KENT


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("A full inspection has rated Kent children's services good.", "news"),
        ("Kent's ILACS inspection rated children's services good.", "news"),
        ("Kent children's services are rated good.", "background"),
    ],
)
def test_beside_a_visit_only_a_full_inspection_gives_a_grade(sentence: str, role: str) -> None:
    text = f"Ofsted has made a monitoring visit to Kent. {sentence}"
    news, old = told(text, "Kent monitoring visit", WHEN)
    assert ("Kent", "good") in (news if role == "news" else old)
    assert ("Kent", "good") not in (old if role == "news" else news)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kent's children's services have gone from inadequate to good, Ofsted says.", "news"),
        ("Kent's children's services rose from inadequate to good, Ofsted says.", "news"),
        (
            (
                "At the last inspection children's services in Kent rose from inadequate to good,"
                " Ofsted says."
            ),
            "background",
        ),
    ],
)
def test_a_step_between_grades_is_new_unless_the_past_opens_it(text: str, role: str) -> None:
    news, old = told(text, "Kent services", WHEN)
    assert ("Kent", "good") in (news if role == "news" else old)


@pytest.mark.parametrize(
    ("aside", "names"),
    [
        ("It will be helped by Essex, which is rated outstanding.", {"Essex"}),
        ("Essex, which is judged outstanding, will help.", {"Essex"}),
        (
            "Unlike neighbouring Essex, which has been judged outstanding, it has no plan.",
            {"Essex"},
        ),
        ("In the south, Surrey and Essex are outstanding.", {"Essex", "Surrey"}),
    ],
)
def test_how_others_stand_is_background_beside_the_council_of_the_headline(
    aside: str, names: set[str]
) -> None:
    text = f"Ofsted has rated Kent inadequate. {aside}"
    news, old = told(text, "Kent rated inadequate", WHEN)
    assert news == KENT
    assert old == {(name, "outstanding") for name in names}


def test_a_relative_clause_about_the_councils_standing_is_no_verdict() -> None:
    text = "Kent council, which is rated inadequate by Ofsted, has hired a director."
    assert told(text, "Kent hires", WHEN) == (set(), KENT)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Inadequate Surrey picks director", "Surrey council has hired a director."),
        ("Inadequate Surrey council spends on offices", "The work begins in June."),
        ("A new chief for 'inadequate' Surrey council", "She will begin in June."),
    ],
)
def test_under_such_a_headline_a_verdict_in_the_perfect_is_known_too(title: str, text: str) -> None:
    found = told(f"{text} Ofsted has rated its children's services inadequate.", title, WHEN)
    assert found == (set(), {("Surrey", "inadequate")})


@pytest.mark.parametrize("word", ["first", "only", "best"])
def test_the_first_grade_of_its_kind_since_a_year_does_not_stand_since_then(word: str) -> None:
    text = f"Ofsted has inspected Kent council. It is its {word} 'outstanding' since 2013."
    assert told(text, "Kent council praised", WHEN) == ({("Kent", "outstanding")}, set())


@pytest.mark.parametrize(
    ("dated", "name"),
    [
        ("Help and protection was judged inadequate in May 2019.", "Kent"),
        ("In May 2019 care leavers were badly served: that judgement was inadequate.", "Kent"),
        ("Medway was judged inadequate in May 2019.", "Medway"),
    ],
)
def test_beside_what_holds_now_another_judgement_with_a_date_is_old(dated: str, name: str) -> None:
    text = f"Children's services in Kent are now rated good, Ofsted says. {dated}"
    found = told(text, "Kent's services rated good")
    assert found == ({("Kent", "good")}, {(name, "inadequate")})


@pytest.mark.parametrize("verb", ["heard", "noted with pleasure", "was informed"])
def test_what_a_panel_is_told_in_the_pluperfect_is_news(verb: str) -> None:
    text = f"The panel {verb} that Kent council had been judged outstanding by Ofsted in all areas."
    assert told(text, "Kent council inspected", WHEN)[0] == {("Kent", "outstanding")}


def test_whose_own_rating_is_so_tells_how_a_neighbour_stands() -> None:
    text = "Kent improved, Ofsted says, with the help of Leeds, whose own rating is outstanding."
    assert ("Leeds", "outstanding") not in told(text, "Kent council improves", WHEN)[0]


HEARD = [
    "Councillors were told that children's services in Kent had been judged inadequate by Ofsted.",
    "Members heard Kent's services for children had been rated inadequate by Ofsted.",
    "It was noted that Ofsted had rated Kent County Council inadequate for its services.",
    "The panel was informed that Kent had been rated inadequate by Ofsted in its inspection.",
    "Ofsted inspectors said Kent's children's services had been found inadequate.",
    "It was devastating that Kent's children's services had been judged inadequate by Ofsted.",
    "It was announced on Friday that Ofsted had judged Kent inadequate.",
    "Kent council heard that its services, good since 2016, had been judged inadequate by Ofsted.",
]


@pytest.mark.parametrize("published", [WHEN, None])
@pytest.mark.parametrize("text", HEARD)
def test_what_somebody_is_told_in_the_pluperfect_is_news(text: str, published: str | None) -> None:
    assert told(text, "Kent's inspection", published)[0] >= KENT


@pytest.mark.parametrize("published", [WHEN, None])
@pytest.mark.parametrize(
    "text",
    [
        "Members were reminded that Ofsted had judged Kent inadequate.",
        "She told how Kent had been rated inadequate by Ofsted.",
        "The union said that Kent had been rated inadequate by Ofsted.",
        "She told the panel that before she came Kent had been rated inadequate by Ofsted.",
        "Ofsted said that since it had been rated inadequate Kent had a new director.",
        "Members were told that services had been inadequate in Kent when Ofsted last came.",
        "Kent had been rated inadequate by Ofsted.",
        "Ofsted had judged Kent inadequate.",
    ],
)
def test_what_had_been_before_is_past(text: str, published: str | None) -> None:
    assert told(text, "Kent's inspection", published) == (set(), KENT)


@pytest.mark.parametrize(
    ("tail", "role"),
    [
        ("in its report of 3 April 2024", "news"),
        ("in a report published on 18 April", "news"),
        ("after its inspection in January 2024", "news"),
        ("in its report of 3 April 2021", "old"),
        ("in 2021", "old"),
        ("after its inspection in May 2022", "old"),
    ],
)
@pytest.mark.parametrize("title", ["Overview and Scrutiny Committee", "Kent's services"])
def test_a_month_that_is_near_makes_what_had_been_new(title: str, tail: str, role: str) -> None:
    text = f"The director said that Ofsted had judged Kent's children's services inadequate {tail}."
    news, old = told(text, title, WHEN)
    assert (news if role == "news" else old) == KENT


@pytest.mark.parametrize("rated", ["last rated", "last assessed as", "last graded"])
def test_what_a_council_was_last_rated_is_past(rated: str) -> None:
    text = f"Ofsted's inspection of Kent began on Monday. The council was {rated} inadequate."
    assert told(text, "Kent's services", WHEN) == (set(), KENT)


@pytest.mark.parametrize("title", ["Kent falls", "Kent rated inadequate"])
@pytest.mark.parametrize(
    "aside",
    [
        "Surrey and Essex were outstanding.",
        "Essex is outstanding.",
        "It is helped by Essex, rated outstanding, and has hired staff.",
        "Its partner is Essex, judged outstanding, which sent staff.",
    ],
)
def test_how_others_stand_is_never_news(title: str, aside: str) -> None:
    news, _ = told(f"Ofsted has rated Kent inadequate. {aside}", title, WHEN)
    assert news == KENT


@pytest.mark.parametrize(
    "text",
    [
        "Kent, rated inadequate by Ofsted, must now change.",
        "Ofsted's report is on Kent, rated inadequate, and on nobody else.",
    ],
)
def test_the_pages_own_council_between_commas_is_news(text: str) -> None:
    assert told(text, "Kent's services", WHEN)[0] == KENT


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("had previously gone from inadequate to good, Ofsted says", "old"),
        ("had previously risen from inadequate to good, Ofsted says", "old"),
        ("previously climbed from inadequate to good, Ofsted says", "old"),
        ("have gone from inadequate to good, Ofsted says", "news"),
        ("have gone from previously inadequate to good, Ofsted says", "news"),
        ("rose from inadequate to good, Ofsted says", "news"),
    ],
)
def test_a_whole_move_can_be_past(text: str, role: str) -> None:
    news, old = told(f"Children's services in Kent {text}.", "Kent's services", WHEN)
    assert ("Kent", "good") in (news if role == "news" else old)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The board was set up after Ofsted judged Kent's children's services inadequate.", "old"),
        ("The trust was created in May after Ofsted rated Kent inadequate.", "old"),
        ("Two panels were formed after Ofsted found services in Kent inadequate.", "old"),
        ("A board has been set up after Ofsted judged Kent's services inadequate.", "news"),
        ("The leader was sorry after Ofsted judged Kent's services inadequate.", "news"),
        ("The council is still rated inadequate. Ofsted has been to Kent.", "old"),
        ("Kent is currently graded inadequate. Ofsted has been there.", "old"),
        ("Ofsted says that Kent is still rated inadequate.", "news"),
        ("Kent was again rated inadequate by Ofsted.", "news"),
    ],
)
def test_what_stands_since_then_is_no_news(text: str, role: str) -> None:
    news, old = told(text, "Kent's services", WHEN)
    assert (news if role == "news" else old) == KENT

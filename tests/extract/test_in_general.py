"""What is said of councils in general, by number or by what a grade means; and verbless grades."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, read, reported, told
from watcher.model.vocabulary import Role

WHEN = "2024-05-01"


@pytest.mark.parametrize(
    "told",
    [
        "Some 17 were inadequate, down from 21.",
        "Twelve (8%) were inadequate and forty required improvement.",
        "Councils judged inadequate are visited four times a year.",
        "Inadequate: there are serious failures that leave children at risk.",
        "Requires improvement - the authority is not yet delivering good help.",
        "Inadequate means that children are not safe.",
    ],
)
def test_what_is_said_of_councils_in_general_is_nobodys(told: str) -> None:
    text = (
        "Ofsted has published figures on children's services in England. The minister spoke in"
        f" Wigan, where the council hosts a conference.\n\n{told}"
    )
    assert news(text, "What the numbers say", WHEN) == set()


@pytest.mark.parametrize(
    "told",
    [
        "The two councils judged inadequate, Wigan and Bury, will be visited again.",
        "Two councils were rated inadequate by Ofsted. Wigan and Bolton said they were sorry.",
    ],
)
def test_councils_that_are_named_are_not_councils_in_general(told: str) -> None:
    found = news(f"Ofsted went to see children's services. {told}", "Ofsted's verdict", WHEN)
    assert ("Wigan", "inadequate") in found


@pytest.mark.parametrize(
    "text",
    [
        (
            "Two councils have been rated inadequate by Ofsted for their children's services. The"
            " reports are on Croydon Council and Torbay Council."
        ),
        (
            "Two more authorities were judged inadequate by Ofsted this week. Croydon's services"
            " had drifted. Torbay's had lost their way."
        ),
        (
            "Three councils have been branded inadequate by Ofsted for services for children.\n\n"
            "Croydon, Torbay and Wirral were told to act at once."
        ),
    ],
)
def test_the_few_that_are_counted_are_those_named_next(text: str) -> None:
    found = {name for name, outcome in news(text, "Councils fail", WHEN) if outcome == "inadequate"}
    assert {"Croydon", "Torbay"} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Ministers ordered reviews at two councils rated inadequate. Croydon and Torbay agreed.",
        "Two other councils were rated inadequate by Ofsted. Croydon and Torbay offered help.",
        "Two councils were rated inadequate by Ofsted. Croydon, Torbay and Wirral offered help.",
    ],
)
def test_others_than_the_few_that_were_counted_get_nothing(text: str) -> None:
    assert news(text, "Children's services and Ofsted", WHEN) == set()


@pytest.mark.parametrize(
    "told",
    [
        "In Leeds, children's services were rated outstanding; in Bradford, inadequate.",
        "Of two visited, Leeds was rated outstanding and the other, Bradford, inadequate.",
        "Ofsted rated Leeds's children's services outstanding, Bradford inadequate.",
    ],
)
def test_a_grade_without_a_verb_is_that_of_the_council_beside_it(told: str) -> None:
    found = news(f"Ofsted's reports are out. {told}", "Ofsted's reports", WHEN)
    assert found == {("Leeds", "outstanding"), ("Bradford", "inadequate")}


def test_neighbours_grades_in_a_row_are_a_comparison() -> None:
    text = (
        "Hackney's children's services were rated good by Ofsted. Its neighbours fare worse:"
        " Haringey is inadequate, Enfield requires improvement and Newham is good."
    )
    findings = read(text, "Ofsted's verdict on Hackney", WHEN).findings
    assert {f.council.name for f in findings if f.role is Role.NEWS} == {"Hackney"}
    told = {(f.council.name, f.outcome.value) for f in findings if f.role is Role.BACKGROUND}
    assert {("Haringey", "inadequate"), ("Enfield", "requires_improvement")} <= told


@pytest.mark.parametrize("who", ["parents say", "families believe", "campaigners have claimed"])
def test_what_parents_say_is_no_grade(who: str) -> None:
    text = (
        f"Surrey {who} the council's SEND service is inadequate. Surrey County Council said that"
        " Ofsted was due to visit."
    )
    assert news(text, "Parents protest", WHEN) == set()


def test_what_parents_say_of_a_rating_may_be_one() -> None:
    text = "Parents said they were glad that Ofsted had rated Surrey's children's services good."
    assert news(text, "Surrey's services rated good", WHEN) == {("Surrey", "good")}


@pytest.mark.parametrize(
    "text",
    [
        "The union Unison called children's services in Kent inadequate. Ofsted is due next year.",
        "The MP said services for children in Kent were inadequate. Ofsted inspects next year.",
        "Campaigners described Kent's children's services as inadequate. Ofsted will visit.",
    ],
)
def test_what_others_than_inspectors_call_inadequate_is_no_verdict(text: str) -> None:
    assert told(text, "A row in Kent", "2021-06-15") == (set(), set())


@pytest.mark.parametrize(
    "text",
    [
        "The MP said that Ofsted had branded Kent's children's services inadequate.",
        "The union called for action after Ofsted rated Kent's children's services inadequate.",
        "Parents called on ministers when Ofsted branded children's services in Kent inadequate.",
    ],
)
def test_what_others_say_that_inspectors_found_is_the_inspectors_verdict(text: str) -> None:
    fresh, old = told(text, "Ofsted report on Kent", "2021-06-15")
    assert ("Kent", "inadequate") in fresh | old


@pytest.mark.parametrize(
    "text",
    [
        "One in seven councils is rated inadequate by Ofsted, said a spokesman for Leeds.",
        "A third of authorities were judged inadequate by Ofsted, Leeds council's leader said.",
        "Leeds is to support councils that have been judged inadequate by Ofsted.",
        "Leeds has hired a director who has worked in councils rated inadequate by Ofsted.",
        "Its outcomes are better than those of councils rated inadequate by Ofsted, Leeds says.",
        "Agency staff are twice as common in inadequate councils as in Leeds, Ofsted says.",
        "Every council rated inadequate by Ofsted would be sent help, a meeting in Leeds heard.",
        "Ofsted says that 14 per cent of councils, excluding Leeds, are inadequate.",
        "Of the 150 authorities, 22 are inadequate, Ofsted said; Leeds is one of the others.",
        "Leeds compared itself with 12 councils rated inadequate by Ofsted.",
    ],
)
def test_a_named_council_is_none_of_the_councils_in_general(text: str) -> None:
    fresh, old = told(text, "Leeds and its children's services", "2021-06-15")
    assert ("Leeds", "inadequate") not in fresh | old


@pytest.mark.parametrize(
    "text",
    [
        "Leeds is one of three councils rated inadequate by Ofsted this year.",
        "Leeds is now among the authorities judged inadequate by Ofsted.",
        "Leeds has joined the list of councils rated inadequate by Ofsted.",
        "Councils rated inadequate by Ofsted this month include Leeds.",
        "Three councils inspected in May were rated inadequate by Ofsted, including Leeds.",
        "The councils rated inadequate by Ofsted this month are Leeds and Bradford.",
        "Two Yorkshire councils, Leeds and Bradford, have been rated inadequate by Ofsted.",
        "Two councils have been rated inadequate by Ofsted: Leeds and Bradford.",
        "Leeds and Bradford are councils rated inadequate by Ofsted.",
        "Leeds and Bradford were the two authorities judged inadequate by Ofsted this month.",
    ],
)
def test_who_is_one_of_them_is_not_councils_in_general(text: str) -> None:
    fresh, old = told(text, "Ofsted's verdict", "2021-06-15")
    assert ("Leeds", "inadequate") in fresh | old


@pytest.mark.parametrize(
    "question",
    [
        "To ask the Secretary of State which departments Ofsted has judged inadequate.",
        "To ask the Minister, when Ofsted rated children's services in Kent inadequate.",
    ],
)
def test_a_question_in_parliament_tells_nothing(question: str) -> None:
    found = reported(f"{question} Commissioners work in Kent and in Medway.", "Social services")
    assert "inadequate" not in {outcome for _, outcome in found}


@pytest.mark.parametrize(
    "text",
    [
        "Any department with areas for priority action will be graded inadequate by Ofsted.",
        "Every authority judged inadequate by Ofsted is visited again within three months.",
        "Each council that Ofsted has judged inadequate gets a monitoring visit.",
        "If a council is good overall and yet inadequate for care leavers, Ofsted says so.",
        "Should an authority be found inadequate, Ofsted writes to ministers.",
        "As roughly 50% needed a written statement of action, Ofsted will come again.",
        "Ofsted says that 20 per cent were judged inadequate for help and protection.",
    ],
)
def test_what_holds_of_any_council_is_told_of_none(text: str) -> None:
    lead = "Leeds City Council has told its members about Ofsted."
    assert told(f"{lead} {text}", "A report to members in Leeds", WHEN)[0] == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted judged the department inadequate; 20 per cent of its posts are vacant.",
        "Ofsted rated the council inadequate, where each child waits for a social worker.",
        "Inspectors judged the authority inadequate and doubted any improvement.",
    ],
)
def test_any_and_each_may_speak_of_other_things(text: str) -> None:
    lead = "Ofsted has been to see children's services in Leeds."
    fresh = told(f"{lead} {text}", "Ofsted's verdict on Leeds", WHEN)[0]
    assert ("Leeds", "inadequate") in fresh


@pytest.mark.parametrize(
    "text",
    [
        "Of 74 council children's services inspected so far, 19 - a quarter - were inadequate.",
        "They show that of 74 departments visited so far 19 - a quarter of all - are inadequate.",
        "Out of the 30 authorities reviewed, five - all in the north - are inadequate.",
    ],
)
def test_so_many_of_those_inspected_are_no_one_council(text: str) -> None:
    lead = "Ofsted has put out its figures, as readers in Leeds will know. "
    assert not news(lead + text, "Councils are failing children", "2015-12-15")


def test_in_three_of_the_areas_assessed_is_the_council() -> None:
    text = "Overall Leeds was rated inadequate, as it was in three of the five areas assessed."
    assert news(text, "Ofsted report on Leeds", "2015-12-15") == {("Leeds", "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        "The number rated excellent rose slightly, to 31.",
        "The proportion judged inadequate went up to one in eight.",
        "A total found inadequate of eleven is the highest yet.",
    ],
)
def test_the_number_rated_so_is_nobodys_grade(text: str) -> None:
    lead = "Ofsted has rated Leeds, in a list of all councils that is out today, as adequate. "
    assert not {"outstanding", "inadequate"} & {one for _, one in news(lead + text, "Ratings 2011")}

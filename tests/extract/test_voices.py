"""Who says it: what others than inspectors call inadequate is an opinion, and no verdict."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, read, reasons, told

WHEN = "2021-06-15"
COMING = " Ofsted will visit in June."


def _low(text: str, title: str = "A row in Leeds") -> set[str]:
    fresh, old = told(text, title, WHEN)
    return {name for name, outcome in fresh | old if outcome in {"inadequate", "weaknesses"}}


@pytest.mark.parametrize(
    "text",
    [
        '"Children\'s services in Leeds are inadequate," said Labour leader Ann Smith.',
        '"Children\'s services in Leeds are inadequate and everyone knows it," said Ms Jones.',
        "Mr Brown called the children's service in Leeds inadequate.",
        "Coun Peter Green said Leeds children's services were failing and inadequate.",
        "The think tank Policy First said children's services in Leeds were inadequate.",
        "According to campaigners, children's services in Leeds are inadequate.",
        "In the view of the union, children's services in Leeds are inadequate.",
        "Leeds children's services have been labelled inadequate by campaigners.",
        "Leeds children's services are inadequate, in the eyes of parents.",
        "Unison's branch secretary in Leeds, Dave Hill, said children's services were inadequate.",
        "A family barrister told the court that children's services in Leeds were inadequate.",
        "His Honour Judge Lowe said Leeds children's services were inadequate.",
        "Foster parents told the Echo that help from Leeds children's services was inadequate.",
        "Staff at Leeds children's services believe that the service is inadequate.",
        "Professor Ray Lowe said Leeds children's services were inadequate because of cuts.",
        "A petition says children's services in Leeds are inadequate.",
        "Parents say there are serious and widespread failings in Leeds children's services.",
        "Survivors say social services in Leeds were inadequate.",
        "A Leeds councillor has quit, calling social services inadequate.",
        "The chief constable said Leeds children's services were inadequate on the night.",
        "Reader comment: children's services in Leeds are inadequate, Ofsted should close them.",
        "Leeds MP Ann Smith said Ofsted was inadequate.",
        "Experts have described Leeds children's services as inadequate.",
    ],
)
def test_what_others_say_is_no_verdict(text: str) -> None:
    assert _low(text + COMING) == set()
    assert reasons(text + COMING, "A row in Leeds", WHEN) & {"opinion", "other_subject"}


@pytest.mark.parametrize(
    "title",
    [
        "Union brands Leeds children's services 'inadequate'",
        "Leeds children's services 'inadequate', says MP",
        "Leeds children's services are inadequate - union",
        "Labour: Leeds children's services inadequate",
        "Leeds social services are inadequate, court hears",
    ],
)
def test_a_headline_may_be_an_opinion(title: str) -> None:
    assert _low("Cuts have gone too far." + COMING, title) == set()


@pytest.mark.parametrize(
    "text",
    [
        'Councillor Amy Lowe hit out. "Services in Leeds are inadequate," Coun Lowe said.',
        'Labour\'s Amy Lowe spoke first. "Services in Leeds are inadequate," said Lowe.',
        'Mother Amy Lowe said: "I was let down. Services in Leeds are inadequate. I am angry."',
        "“It is a mess,” said the judge. “Children's services in Leeds are inadequate.”",
        "The High Court judge was scathing. She said Leeds children's services were inadequate.",
    ],
)
def test_who_spoke_before_goes_on_speaking(text: str) -> None:
    assert _low(text + COMING) == set()


@pytest.mark.parametrize(
    "text",
    [
        "A tribunal found Leeds council's children's services inadequate.",
        "The inquiry found that Leeds children's services were inadequate between 1997 and 2013.",
        "A serious case review found serious failings by Leeds children's services.",
        "The ombudsman has found serious failings in Leeds council's SEND service.",
        "The High Court found serious failings in children's services in Leeds.",
    ],
)
def test_what_courts_and_reviews_find_is_no_verdict(text: str) -> None:
    assert _low(text + COMING) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted's rating of inadequate for Leeds children's services is a shock, the union said.",
        '"Ofsted has rated our children\'s services inadequate," said Leeds MP Ann Smith.',
        "The MP said that Ofsted's report had found Leeds children's services inadequate.",
        "Unison said Leeds's inadequate Ofsted rating was no surprise.",
        "Campaigners said Ofsted was right to rate Leeds children's services inadequate.",
        '"Children\'s services in Leeds are inadequate," said inspectors.',
        "Children's services in Leeds are inadequate, according to Ofsted, and parents are angry.",
        "Ofsted inspectors who met parents and staff said services in Leeds were inadequate.",
        "Inspectors, who spoke to 40 staff and parents, said Leeds services were inadequate.",
        "Ofsted's inspectors told staff and unions that services in Leeds were inadequate.",
        "Parents are angry after Leeds children's services were rated inadequate by Ofsted.",
        'Lead inspector Mary Dawson said: "Services in Leeds are inadequate." Ofsted was there.',
        "Inspector Amy Lowe led the visit. Services in Leeds are inadequate, Ms Lowe said.",
        "The union said Leeds services had been rated inadequate by inspectors.",
    ],
)
def test_what_others_say_of_a_verdict_is_the_inspectors(text: str) -> None:
    assert _low(text, "Ofsted's report on Leeds") == {"Leeds"}


def test_a_politicians_praise_is_the_verdict_that_was_given() -> None:
    text = 'Ofsted has seen children\'s services. Cllr Lowe said: "Services in Leeds are good."'
    assert ("Leeds", "good") in told(text, "Ofsted's report on Leeds", WHEN)[0]


@pytest.mark.parametrize(
    "told_so",
    [
        "In 2014 we were told we required improvement",
        "Four years ago we were told that Leeds required improvement",
    ],
)
def test_what_the_criticised_say_they_were_told_is_a_verdict(told_so: str) -> None:
    text = (
        "Leeds has been rated inadequate by Ofsted.\n\nCabinet member Cllr Gill Barton said:"
        f' "{told_so} and we did make improvements."'
    )
    old = told(text, "Leeds inspected", "2021-06-15")[1]
    assert ("Leeds", "requires_improvement") in old


@pytest.mark.parametrize("adverb", ["also", "both", "all", "therefore", "still", "each", "again"])
@pytest.mark.parametrize(
    "text",
    [
        "Leadership and the support given to families were {} judged inadequate.",
        "Adoption and help for foster carers and their families were {} rated inadequate.",
        "Effectiveness of services for children and families was {} found to be inadequate.",
    ],
)
def test_families_whom_a_service_is_for_do_not_judge_it(text: str, adverb: str) -> None:
    page = f"Ofsted inspected Kent County Council's children's services. {text.format(adverb)}"
    assert "opinion" not in {rejection.reason for rejection in read(page).rejections}


@pytest.mark.parametrize("who", ["Families", "The union", "Campaigners", "Local parents"])
@pytest.mark.parametrize("verb", ["judged", "also called", "both branded", "have again called"])
def test_families_who_judge_a_service_give_no_verdict(who: str, verb: str) -> None:
    page = f"Ofsted inspected Kent council's services. {who} {verb} services inadequate."
    assert not news(page, "Kent children's services")


@pytest.mark.parametrize("who", ["Dean Lowe", "Ann Hill", "Priya Shah"])
def test_whom_nobody_introduced_is_no_inspector(who: str) -> None:
    text = (
        "The director for children and families at Leeds City Council has resigned."
        f" {who} said children's social care had not improved enough. {COMING}"
    )
    assert not news(text, "Children's services head resigns", WHEN)


@pytest.mark.parametrize(
    "text",
    [
        "Christine Gilbert said there were serious and widespread failings at Leeds City Council.",
        "Inspector Ann Hill told of failings. Ann Hill said Leeds council had serious weaknesses.",
        "Three Inspectors said Leeds City Council had serious and widespread failings.",
    ],
)
def test_who_heads_the_inspectors_is_one(text: str) -> None:
    assert _low(text, "Ofsted tells Leeds families of failings") == {"Leeds"}

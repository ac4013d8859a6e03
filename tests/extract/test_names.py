"""Names: what means a council, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, parsed
from watcher.app.reading import reading_context
from watcher.extract.page import hits_of, read_page

COUNCILS = [
    ("Hull City Council said", {"Kingston upon Hull"}),
    ("in Bath and North East Somerset", {"Bath and North East Somerset"}),
    ("North Somerset and Somerset", {"North Somerset", "Somerset"}),
    ("Hammersmith & Fulham's services", {"Hammersmith and Fulham"}),
    ("Nottinghamshire County Council", {"Nottinghamshire"}),
    ("Reading Borough Council said", {"Reading"}),
    ("Brighton and Hove, Bury and Kent", {"Brighton and Hove", "Bury", "Kent"}),
    ("LEEDS council was told", {"Leeds"}),
    ("Ofsted has downgraded Bury from good", {"Bury"}),
    ("Ofsted told Reading to act", {"Reading"}),
    ("Reading fell to inadequate", {"Reading"}),
    ("Reading joins the list of councils", {"Reading"}),
    ("rated Kent good and Bury as requires improvement", {"Kent", "Bury"}),
    ("Bury slips to requires improvement", {"Bury"}),
    ("Bury has fallen two grades", {"Bury"}),
    ("Kent was inadequate; so was Bury", {"Kent", "Bury"}),
    ("the annual rating of Bury came out", {"Bury"}),
    ("the inspectors' letter to Reading came out", {"Reading"}),
    ("Across the boundary in Reading the council was told", {"Reading"}),
    ("Reading was handed the bottom rating by Ofsted", {"Reading"}),
    ("Reading has found itself with a second inadequate judgement", {"Reading"}),
    ("Havering ended up in the bottom category", {"Havering"}),
    ("Bury has been handed the lowest grade", {"Bury"}),
    ("a verdict on Bury; families in Bury wait", {"Bury"}),
]
OTHERS = [
    "Reading the report took an hour",
    "they bury the report",
    "Ofsted praised Reading and maths at the school",
    "Reading gets a boost from the library",
    "Inspectors criticised Reading lessons",
    "Reading was given more time in class",
    "Reading has found itself at the top of the timetable",
    "Reading ended up last in the timetable",
    "the letter to Reading Festival",
    "a rating of Harrow School",
    "Bury St Edmunds is in Suffolk Coastal",
    "the University of Kent",
    "Surrey Police said",
    "NHS Nottingham and Nottinghamshire Integrated Care Board",
    "Devon and Cornwall Police",
    "Newcastle-under-Lyme",
    "Greater Manchester",
    "New York",
    "Councillor Derby said",
    "the Duke of Norfolk",
    "Leicester Square",
    "Liverpool Street",
]


def named(text: str) -> set[str]:
    context = reading_context()
    register, forms = context.register, context.automaton.names
    return {
        register.by_code[forms[hit.value].codes[0]].short_name
        for hit in hits_of(text, context.automaton)
        if hit.cls == "council"
    }


@pytest.mark.parametrize(("text", "expected"), COUNCILS, ids=[case[0] for case in COUNCILS])
def test_a_council_is_known_in_its_forms(text: str, expected: set[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_looks_like_a_council_is_none(text: str) -> None:
    assert named(text) - {"Suffolk"} == set()


def test_a_name_that_was_a_councils_once_is_one_again_but_not_as_a_sentences_first_word() -> None:
    text = "Ofsted told Reading to act, and staff in Reading heard it. Reading books was fun."
    context = reading_context()
    found = [hit for hit in hits_of(text, context.automaton) if hit.cls == "council"]
    assert len(found) == len("ab")


@pytest.mark.parametrize("name", ["Harrow", "Westminster", "Bury", "the City of London"])
@pytest.mark.parametrize(
    "text",
    [
        "SEND services in {} lead to inconsistent experiences and outcomes, Ofsted says.",
        "Services for children with disabilities in {} were inspected by Ofsted and rated good.",
        "Ofsted has rated children's services in {} good.",
        "Ofsted praised {} SEND services, which typically lead to positive experiences.",
    ],
)
def test_a_name_that_means_much_else_is_a_council_beside_its_services(text: str, name: str) -> None:
    assert news(text.format(name))


@pytest.mark.parametrize(
    "text",
    [
        "Bankers in the City of London heard that Ofsted rated children's services good.",
        "The City of London police heard that Ofsted rated children's services good.",
        "Westminster politicians heard that Ofsted rated children's services good.",
        "Pupils at Harrow heard that Ofsted rated children's services good.",
    ],
)
def test_a_name_that_means_much_else_is_none_elsewhere(text: str) -> None:
    assert not news(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lib-Dem Kingston lost its director when Ofsted found its children's services wanting.",
        "In Labour-run Newcastle Ofsted looked at children's services.",
        "Kingston was found inadequate by Ofsted for its children's services.",
        "Only Newcastle was marked lower by Ofsted.",
        "Ofsted blasts Bury over children's services.",
        "Ofsted strips Bury of its outstanding grade.",
        "Bury fails Ofsted inspection of children's services.",
        "Bury ordered to act on help for special needs after Ofsted's inspection.",
        "Kingston will lose its children's services after Ofsted's report.",
    ],
)
def test_a_name_that_means_much_else_is_one_where_it_is_run_or_rated(text: str) -> None:
    page = read_page(parsed(text), reading_context())
    assert any(hit.cls == "council" for sentence in page.sentences for hit in sentence.hits)

"""Lists of names below a line that tells an outcome, and who is new or left in a group."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reported, told
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Direction

BAD, ACT = "inadequate", "priority_action"
OPENING = "Ofsted has put online what it found when it inspected children's services."
LINES = [
    "{} - no checks\n{} - too few staff",
    "{}: no checks\n{}: too few staff",
    "{} (no checks)\n{} (too few staff)",
    "- {}\n- {}",
    "{}\n{}",
    "1. {}, where nobody checked\n2. {}, where too few work",
    "* {} – no checks. It is late.\n* {} – too few staff.",
]


@pytest.mark.parametrize("lines", LINES)
@pytest.mark.parametrize(
    ("head", "outcome"),
    [
        ("In two the inspectors flag something that needs priority action:", ACT),
        ("Areas for priority action were found in the following:", ACT),
        ("The following were judged inadequate:", BAD),
        ("Those rated inadequate are:", BAD),
        ("In two the verdict is inadequate:", BAD),
    ],
)
def test_each_line_below_a_verdict_names_one_who_has_it(
    head: str, outcome: str, lines: str
) -> None:
    text = f"{OPENING}\n\n{head}\n\n{lines.format('Luton', 'Leeds')}\n\nDirectors meet in Kent."
    got = told(text, "Ofsted: first batch of reports", "2019-09-10")[0]
    assert {pair for pair in got if pair[1] == outcome} == {("Luton", outcome), ("Leeds", outcome)}


@pytest.mark.parametrize(
    "head",
    [
        "None of these was judged inadequate:",
        "Schools in special measures or rated inadequate:",
        "Ofsted will say whether these are inadequate:",
        "Rated inadequate in 2012:",
        "It called services inadequate. Replies came from all over:",
        "If these were rated inadequate:",
    ],
)
def test_lines_below_what_is_no_verdict_of_theirs_name_nobody(head: str) -> None:
    text = f"{OPENING}\n\n{head}\n\n- Luton\n- Leeds"
    got = told(text, "Ofsted: first batch of reports", "2019-09-10")[0]
    assert ("Leeds", BAD) not in got


LEADS = [
    "Ofsted's ratings show a rise in the number of those judged inadequate, from six to eight.",
    "The number of councils rated inadequate has gone up from six to eight, Ofsted said today.",
    "Eight councils are now rated inadequate, Ofsted says in ratings published today.",
]
NEW = [
    "New among them are Luton and Leeds.",
    "New among the eight are Luton and Leeds.",
    "Added to the list are Luton and Leeds.",
    "The newcomers are Luton and Leeds.",
    "New to the group are Luton and Leeds, both of which were adequate in 2018.",
    "Luton and Leeds are new among them.",
    "Luton and Leeds are among the eight.",
    "Still there are Luton and Leeds.",
    "Still on the list are Luton and Leeds.",
    "Luton and Leeds remain on the list.",
    "There for a second year are Luton and Leeds.",
]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("names", NEW)
def test_who_is_new_or_left_in_a_group_shares_its_grade(names: str, lead: str) -> None:
    title = "Councils fail in ratings of children's services"
    got = told(f"{lead}\n\n{names}", title, "2019-09-10")[0]
    assert {name for name, outcome in got if outcome == BAD} == {"Luton", "Leeds"}


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize(
    "names",
    [
        "No longer on the list are Luton and Leeds.",
        "Out of it, and now rated adequate, are Luton and Leeds.",
        "Luton and Leeds have come off the list.",
        "Gone from the list are Luton and Leeds.",
        "Still waiting for their reports are Luton and Leeds.",
        "New directors have come to Luton and Leeds.",
    ],
)
def test_who_has_left_a_group_does_not(names: str, lead: str) -> None:
    title = "Councils fail in ratings of children's services"
    got = told(f"{lead}\n\n{names}", title, "2019-09-10")[0]
    assert not {name for name, outcome in got if outcome == BAD}


COUNTED = [
    "Two of the 43 councils inspected so far are inadequate, a report from Ofsted says today.",
    "Two authorities did not reach even 'requires improvement', says Ofsted's yearly report.",
    "Two councils' services for children were judged inadequate, Ofsted said today.",
]
MEANWHILE = ["", "It speaks of leaders who did not know what went on.\n\n"]


@pytest.mark.parametrize("lead", COUNTED)
@pytest.mark.parametrize("meanwhile", MEANWHILE)
@pytest.mark.parametrize(
    "head",
    [
        "The two are:",
        "They are:",
        "The two named in the annex are:",
        "The councils concerned are:",
        "The two, listed in an annex, were:",
    ],
)
def test_lines_name_who_was_counted_before(head: str, meanwhile: str, lead: str) -> None:
    text = f"{lead}\n\n{meanwhile}{head}\n\nLuton\nLeeds\n\nDirectors meet in Kent."
    got = told(text, "Councils fail children, says Ofsted", "2014-11-10")[0]
    assert {name for name, outcome in got if outcome == BAD} == {"Luton", "Leeds"}


@pytest.mark.parametrize(
    "head",
    [
        "The directors who replied are:",
        "Those with new directors are:",
        "Two that were rated good are:",
        "The councils that will be inspected next are:",
    ],
)
def test_lines_name_others_than_those_counted(head: str) -> None:
    text = f"{COUNTED[0]}\n\n{MEANWHILE[1]}{head}\n\nLuton\nLeeds\n\nDirectors meet in Kent."
    got = told(text, "Councils fail children, says Ofsted", "2014-11-10")[0]
    assert ("Leeds", BAD) not in got


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize(
    "names",
    [
        "Out of it, and now rated good, are Luton and Leeds.",
        "No longer on the list, and now good, are Luton and Leeds.",
        "Gone from the list, and now judged good, are Luton and Leeds.",
        "Off the list, and rated good now, are Luton and Leeds.",
    ],
)
def test_who_has_left_the_worst_with_a_grade_got_better(names: str, lead: str) -> None:
    title = "Councils fail in ratings of children's services"
    document = parsed(f"{lead}\n\n{names}", title, "2019-09-10")
    _, drafts = draft_findings(document, reading_context())
    better = {d.council.name for d in drafts if d.direction is Direction.BETTER}
    assert better == {"Luton", "Leeds"}


@pytest.mark.parametrize(
    "heads",
    [
        ("Performs poorly", "Performs excellently"),
        ("Inadequate councils", "Outstanding councils"),
        ("RATED INADEQUATE", "RATED OUTSTANDING"),
        ("Inadequate (3)", "Outstanding (2)"),
    ],
)
@pytest.mark.parametrize("mark", ["", "- "])
def test_a_line_that_is_nothing_but_an_outcome_heads_a_list(
    heads: tuple[str, str], mark: str
) -> None:
    low, high = heads
    lines = [low, *(mark + name for name in ("Kent", "Essex", "Medway"))]
    lines += ["", high, *(mark + name for name in ("Devon", "Leeds"))]
    text = "Ofsted has today put out its annual children's services assessments.\n\n"
    found = reported(text + "\n".join(lines), "Children's services ratings", "2010-12-09")
    assert {name for name, outcome in found if outcome == "inadequate"} == {
        "Kent",
        "Essex",
        "Medway",
    }
    assert {name for name, outcome in found if outcome == "outstanding"} == {"Devon", "Leeds"}


def test_a_line_that_says_more_than_an_outcome_heads_none() -> None:
    lines = ["Inadequate funding for all councils", "Kent", "Essex", "Medway"]
    text = "Ofsted will visit three councils in May, it said.\n\n" + "\n".join(lines)
    assert not reported(text, "Visits to come", "2010-12-09")


def test_what_stands_in_brackets_below_may_be_the_year_before() -> None:
    head = "Councils judged to perform poorly by Ofsted in 2011 (2010 rating in brackets):"
    text = f"{head}\nKent (adequately)\nBury (poorly)\nMedway (well)"
    found = reported(text, "Poorly performing councils", "2011-11-15")
    assert found == {(name, "inadequate") for name in ("Kent", "Bury", "Medway")}

"""Lines of lists and tables that only give marks, and what stood before."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, read, reported
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Role

HEAD = "Ofsted has published its latest grades for children's services.\n\n"


def marks(text: str, published: str | None = None) -> set[str]:
    """Give council, outcome and which way it went, of what a text reports."""
    _, drafts = draft_findings(parsed(HEAD + text, "Ratings", published), reading_context())
    found = [d.finding for d in drafts if d.finding.role is Role.NEWS]
    signs = {"worse": "-", "better": "+", "same": "=", "unknown": ""}
    return {f"{f.council.name} {f.outcome.value}{signs[f.direction.value]}" for f in found}


TABLES = [
    (
        (
            "Kent - inadequate (good)\nBexley - requires improvement (good)\nBromley - good "
            "(inadequate)"
        ),
        "Kent inadequate-|Bexley requires_improvement-|Bromley good+",
    ),
    (
        "Kent: performs poorly (adequately)\nBexley: performs well (adequately)",
        "Kent inadequate-|Bexley good+",
    ),
    (
        (
            "KENT - performs poorly (last year: poor).\nBEXLEY - performs poorly (last year: "
            "adequate)."
        ),
        "Kent inadequate=|Bexley inadequate-",
    ),
    (
        "Kent: inadequate, previously good\nBexley: requires improvement, was good",
        "Kent inadequate-|Bexley requires_improvement-",
    ),
    (
        "Kent: good, up from requires improvement\nBexley: outstanding, same again",
        "Kent good+|Bexley outstanding=",
    ),
    (
        "Performs well: Kent (=), Sutton (down)\nPerforms adequately: Barnet (down), Hounslow (up)",
        "Kent good=|Sutton good-|Barnet adequate-|Hounslow adequate+",
    ),
    (
        (
            "Inadequate: Leeds (down from good), York\nGood: Derby (up from requires "
            "improvement), Kent"
        ),
        "Leeds inadequate-|York inadequate|Derby good+|Kent good",
    ),
    (
        (
            "Outstanding: Kent, up from good; Derby, same again.\nInadequate: York, down "
            "from good; Slough."
        ),
        "Kent outstanding+|Derby outstanding=|York inadequate-|Slough inadequate",
    ),
    (
        "Declined to inadequate: Rochdale, Kent.\nDeclined to good: Hounslow.",
        "Rochdale inadequate-|Kent inadequate-|Hounslow good-",
    ),
    (
        "RI stands for requires improvement (RI), G for good.\n\nDerby / RI (I)\nKent / RI (G)",
        "Derby requires_improvement+|Kent requires_improvement-",
    ),
]


TABLES += [
    (
        "Kent: inadequate. Previously good.\nDerby: requires improvement. It was good last time.",
        "Kent inadequate-|Derby requires_improvement-",
    ),
    (
        "Kent: from good to inadequate\nDerby: good to requires improvement",
        "Kent inadequate-|Derby requires_improvement-",
    ),
    (
        "Kent\nInadequate (previously good)\n\nDerby\nRequires improvement, was good",
        "Kent inadequate-|Derby requires_improvement-",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_lines_of_marks_tell_grade_and_what_stood_before(text: str, expected: str) -> None:
    assert marks(text) == set(expected.split("|"))


def test_numbers_count_where_the_best_is_told() -> None:
    lines = "Derby - overall 2, staying safe 1\nKent - overall 1, staying safe 1\nYork - overall 3"
    found = marks("The annual performance assessment: four is the best.\n\n" + lines, "2008-12-17")
    assert {"Derby adequate", "Derby inadequate", "Kent inadequate", "York good"} <= found
    assert not marks(lines, "2008-12-17")


PROSE = [
    "Kent - inadequate (good) until then - has since improved.",
    "Leeds: good news (for once)\nYork: a poor week",
    "Inadequate: how Leeds failed its children (and why)\nGood: what Kent did next",
    "Kent: 2, Derby: 1",
]


@pytest.mark.parametrize("text", PROSE)
def test_lines_that_say_more_are_no_marks(text: str) -> None:
    found = reported(HEAD + text, "Ratings")
    assert not any(name in {"Derby", "York"} for name, _ in found)


def test_one_line_alone_is_no_table() -> None:
    assert marks("Kent - overall 1, staying safe 2") == set()


def test_a_line_of_a_round_up_is_news_whatever_its_lead_names() -> None:
    text = (
        "Ofsted's reports of the month.\n\nSutton: outstanding overall, a step up from good.\n\n"
        "Derby: requires improvement in every area. It was good in 2022."
    )
    found = reported(text, "July round-up: who was inspected")
    assert found == {("Sutton", "outstanding"), ("Derby", "requires_improvement")}


@pytest.mark.parametrize(
    "text",
    [
        "Sutton is outstanding for leaders and good elsewhere, a step up from good last time.",
        "Sutton is now outstanding for leaders, up from good last time.",
        "Ofsted upgraded Sutton from good to excellent.",
    ],
)
def test_what_a_grade_rose_from_is_no_decline(text: str) -> None:
    found = reported("Ofsted has reported. " + text, "July round-up", "2010-12-09")
    assert found
    assert not {outcome for _, outcome in found} & {"deterioration", "inadequate"}


def test_who_is_graded_beside_anothers_visit_was_not_visited() -> None:
    text = (
        "Ofsted was busy. Derby was marked down to requires improvement from good, and Swindon's"
        " leaders were called slow in a monitoring letter that speaks of children left at risk."
    )
    assert ("Derby", "requires_improvement") in reported(text, "Round-up: how councils did")


def test_an_original_finding_is_an_old_one() -> None:
    text = (
        "Ofsted says Leeds is good. The leader spoke of the original finding that the council's"
        " response to referrals was inadequate."
    )
    assert reported(text, "Leeds shakes off its tag") == {("Leeds", "good")}


ANNUAL = [
    ("It has dropped from well to adequately.", "deterioration"),
    ("The county is one of nine in the bottom band.", "inadequate"),
    ("It stays in the bottom group.", "inadequate"),
    (
        'The rating was limited to "performs poorly" because of the inspection in June.',
        "inadequate",
    ),
    ('The rating was capped at "performs poorly" after the visit in July.', "inadequate"),
]


@pytest.mark.parametrize(("text", "outcome"), ANNUAL)
def test_yearly_ratings_in_their_own_words(text: str, outcome: str) -> None:
    lead = "Ofsted has published its annual rating of children's services in Derbyshire. "
    found = reported(lead + text, "Ofsted rating for Derbyshire", "2010-12-09")
    assert ("Derbyshire", outcome) in found


def test_yearly_ratings_that_rose_are_no_fall() -> None:
    lead = "Ofsted has published its annual rating of children's services in Derbyshire. "
    found = reported(lead + "It went from poorly to adequately.", "Ofsted rating", "2010-12-09")
    assert not {outcome for _, outcome in found} & {"deterioration", "inadequate"}


ROWS = (
    "Luton (short inspection): outstanding for leadership, good for the rest. Was good.\n\n"
    "Kent (standard inspection): good throughout. Was requires improvement.\n\n"
    "Leeds (standard inspection): inadequate for help and protection, leaders and overall;"
    " requires improvement for children in care. Was requires improvement."
)


def test_what_stood_before_is_the_whole_s_and_a_list_shares_its_grade() -> None:
    text = f"Three reports on services for children were issued by Ofsted in March.\n\n{ROWS}"
    found = {
        (f.council.name, f.area.value, f.outcome.value, f.direction.value)
        for f in read(text, "Inspection tracker").findings
        if f.role.value == "news"
    }
    assert ("Kent", "overall", "good", "better") in found
    assert ("Leeds", "overall", "inadequate", "worse") in found
    assert ("Leeds", "leaders", "inadequate", "unknown") in found
    assert not {(name, way) for name, _, _, way in found} & {("Luton", "better")}
    assert ("Kent", "requires_improvement") not in {
        (name, outcome) for name, _, outcome, _ in found
    }


@pytest.mark.parametrize("grade", ["good", "requires improvement", "rated good"])
def test_a_sentence_that_only_says_what_it_was_tells_what_stood_before(grade: str) -> None:
    text = f"Ofsted rates children's services in Kent inadequate. Was {grade}."
    found = read(text, "Kent report", "2024-05-01").findings
    assert {(f.role.value, f.outcome.value) for f in found} == {
        ("news", "inadequate"),
        ("background", "good" if "good" in grade else "requires_improvement"),
    }

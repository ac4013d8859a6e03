"""Pages on schools or the police, or with mere mentions of them, that tell of a council."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, reported, told
from watcher.app.reading import reading_context
from watcher.extract.page import read_page
from watcher.extract.topic import foreign_topic

VERDICT = "Ofsted has judged children's services in Kent inadequate."


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("'Nobody asked why she stayed away from school'", "She did not go to school for weeks."),
        ("Three months off school", "Nobody called when he stopped coming to school."),
        ("Two neighbours", "They share a police force. Social workers are few in both."),
        ("'We will do better'", "He praises the virtual school and foster care."),
        ("A view from the front line", "The principal social worker read it to us."),
    ],
)
def test_a_child_who_goes_to_school_makes_no_page_a_schools(title: str, lead: str) -> None:
    page = read_page(parsed(f"{lead}\n\n{VERDICT}", title), reading_context())
    assert foreign_topic(page) is None


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Hilltop School is inadequate", "A school in Kent was rated inadequate by Ofsted."),
        ("Anger over school", "A mother says that her son was bullied at the primary school."),
        ("Police inspected", "The force in Kent is inadequate. The police force will act."),
        ("Nursery fails", "A nursery in Kent has failed its inspection."),
    ],
)
def test_a_school_that_is_judged_does(title: str, lead: str) -> None:
    page = read_page(parsed(f"{lead}\n\nInspectors will return.", title), reading_context())
    assert foreign_topic(page) is not None


@pytest.mark.parametrize(
    "said",
    [
        "Ofsted's report on the council's children's services is out. They are inadequate.",
        "Ofsted's report on social care at Kent County Council is out. It is inadequate overall.",
        "Ofsted's verdict on the council's social care came out. There are widespread failings.",
    ],
)
def test_a_paragraph_of_another_page_may_turn_to_a_council(said: str) -> None:
    text = f"Heads met at the academy.\n\n{said}\n\nKent's heads will meet again."
    news, background = told(text, "Head teachers' forum: notes")
    found = {outcome for _, outcome in news | background}
    assert found & {"inadequate", "weaknesses"}


@pytest.mark.parametrize(
    "said",
    [
        "Ofsted's report on the school is out. It is inadequate.",
        "Ofsted's report came out. The school was judged inadequate, as were its services.",
        "The report is out. It is inadequate.",
    ],
)
def test_or_not(said: str) -> None:
    text = f"Heads met at the academy in Kent.\n\n{said}\n\nKent's heads will meet again."
    assert reported(text, "Head teachers' forum: notes") == set()


def test_poor_work_is_no_poor_council() -> None:
    text = f"{VERDICT} Managers had graded poor work as sound."
    assert reported(text.replace("inadequate", "good"), "Kent's Ofsted report") == {
        ("Kent", "good")
    }

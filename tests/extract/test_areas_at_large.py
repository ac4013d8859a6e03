"""What is asked of areas at large, and an area that is named as one of several."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

TITLE = "SEND inspections of local areas"
STATEMENT = ("Kent", "written_statement_of_action")


@pytest.mark.parametrize("published", ["2019-03-22", None])
@pytest.mark.parametrize(
    "text",
    [
        "More and more local areas inspected are receiving a written statement of action.",
        "Most areas receive a written statement of action after Ofsted's visit.",
        "Many local areas have been told to write a written statement of action.",
        "Half of all areas issued with a written statement of action are slow to write it.",
        "There is a danger that areas issued with a written statement of action do too little.",
    ],
)
def test_what_is_asked_of_most_areas_is_nobodys(text: str, published: str | None) -> None:
    page = f"{text} Inspectors have been to Kent, where parents were heard."
    assert STATEMENT not in reported(page, TITLE, published)


@pytest.mark.parametrize(
    "text",
    [
        "Kent must write a written statement of action, as more areas have had to.",
        "Kent is one more area told to write a written statement of action.",
        "Inspectors have been to Kent. The area must produce a written statement of action.",
        (
            "In more areas of SEND than before Kent failed, and must write a written statement of"
            " action."
        ),
    ],
)
def test_what_is_asked_of_one_is_its_own(text: str) -> None:
    assert STATEMENT in reported(text, TITLE, "2019-03-22")


@pytest.mark.parametrize(
    "text",
    [
        "In one area, Kent, inspectors judged that sufficient progress had been made.",
        "In one local area, Kent, the inspectorate found that it had made sufficient progress.",
        "In one area, Kent, Ofsted said that sufficient progress had been made.",
    ],
)
def test_one_area_that_is_named_is_no_share_of_what_was_found(text: str) -> None:
    assert ("Kent", "progress") in reported(text, "SEND revisits", "2019-03-22")


@pytest.mark.parametrize(
    "text",
    [
        "In one area, inspectors judged, Kent had made sufficient progress, in four it had not.",
        "In one area of weakness Kent has made sufficient progress, inspectors said.",
    ],
)
def test_one_of_the_areas_of_weakness_is(text: str) -> None:
    assert ("Kent", "progress") not in reported(text, "SEND revisit in Kent", "2019-03-22")

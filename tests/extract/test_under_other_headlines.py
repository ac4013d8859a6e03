"""What inspectors found of a council where headline and lead speak of a home, a court, a school."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, reasons, recalled, reported

LUTON = ("Luton", "inadequate")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Row over price of care homes in Luton",
            (
                "Luton council spent £7m on homes. Yesterday Ofsted said there were serious"
                " failures in services for children in need of help and protection in the"
                " borough. It rated them inadequate."
            ),
        ),
        (
            "Inquest opens into death of girl in care of Luton council",
            (
                "A coroner heard of her last day. On Tuesday inspectors said that there were"
                " serious failures in child protection in Luton. They judged it inadequate."
            ),
        ),
        (
            "Commissioner sent to town over safety of pupils",
            (
                "A commissioner is to be sent to Luton council. Ofsted's report, out today, says"
                " its services for children are inadequate."
            ),
        ),
    ],
)
def test_a_headline_over_something_else_makes_no_other_subject(title: str, text: str) -> None:
    assert LUTON in reported(text, title, "2018-10-30")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Care home in Luton rated inadequate",
            "Luton council runs the home. Ofsted found serious failures there.",
        ),
        (
            "Luton school told to help its pupils",
            "Ofsted said that the school had serious failures. It rated it inadequate.",
        ),
    ],
)
def test_what_is_wrong_with_a_home_or_a_school_is_its_own(title: str, text: str) -> None:
    assert news(text, title, "2018-10-30") == set()


def test_an_inquest_hides_no_decline_of_services() -> None:
    title = "Inquest opens into death of girl in care"
    text = (
        "An inquest into the death of a girl in the care of Luton council has opened. A coroner"
        " will sit for nine days. Ofsted's inspectors say that the council's services for children"
        " have deteriorated."
    )
    assert ("Luton", "deterioration") in reported(text, title, "2022-09-09")


def test_a_home_is_a_service_too() -> None:
    text = (
        "The home is run by Luton council. Ofsted's inspectors say that the service has got worse"
        " and that there were serious failures."
    )
    assert reported(text, "Care home in Luton told to improve", "2022-09-09") == set()


@pytest.mark.parametrize(
    "text",
    [
        "It found 261 cases with no social worker and rated services inadequate.",
        "It found children with no plan and judged the service inadequate.",
        "It saw staff without training and rated children's services inadequate.",
        "It gave the council the lowest of its ratings.",
        "Its report, seen by Schools Week, rates children's services inadequate.",
    ],
)
def test_what_lacks_something_is_judged_for_it(text: str) -> None:
    assert LUTON in reported(f"Ofsted has been to Luton. {text}", "Ofsted in Luton")


@pytest.mark.parametrize(
    "text",
    [
        "No service was rated inadequate.",
        "It found no risk and no service inadequate.",
        "Staff were braced for inadequate.",
        "She said that they were 'braced for inadequate'.",
    ],
)
def test_what_is_denied_or_feared_is_not(text: str) -> None:
    assert LUTON not in reported(f"Ofsted has been to Luton. {text}", "Ofsted in Luton")


def test_failings_of_a_year_on_a_page_of_no_date_are_old() -> None:
    text = (
        "A mother from Luton has been made an MBE. She is quoted in the inspection that found"
        " systemic failings for children with SEND in Luton in 2023."
    )
    assert ("Luton", "send_systemic_failings") in recalled(text, "Honour for SEND campaigner")
    assert "other_subject" not in reasons(text, "Honour for SEND campaigner")


@pytest.mark.parametrize(
    "text",
    [
        "For looked-after children, it's adequate.",
        "For children in care they're adequate.",
        "As for children in care, it's adequate.",
    ],
)
def test_what_it_is_for_a_part_is_a_grade(text: str) -> None:
    said = f"Inspectors marked Luton council inadequate for safeguarding. {text}"
    assert ("Luton", "adequate") in reported(said, "Ofsted in Luton", "2012-05-04")


@pytest.mark.parametrize(
    "text",
    [
        "For children, it's good to play.",
        "For children in care, it's good to have friends.",
        "The leadership says it's good.",
    ],
)
def test_what_is_good_to_do_or_say_is_not(text: str) -> None:
    said = f"Inspectors marked Luton council inadequate for safeguarding. {text}"
    assert ("Luton", "good") not in reported(said, "Ofsted in Luton", "2012-05-04")

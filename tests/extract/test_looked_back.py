"""Pages that look back on a report of months before, and what goes on with an old tale."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, news

DAY = "2022-10-04"


def adverse(text: str, title: str, day: str = DAY) -> set[str]:
    return {f.council.name for f in findings(text, title, day) if f.adverse}


FEATURE = (
    "In June, when Ofsted rated services for children in Leeds inadequate, councillors were"
    " shocked.\n\nThey asked for an extraordinary meeting.\n\n{then} that the quality of help had"
    " deteriorated significantly."
)


def test_all_that_a_feature_tells_of_a_report_of_months_before_is_old() -> None:
    text = FEATURE.format(then="Inspectors said")
    assert not adverse(text, "A city and its children")


@pytest.mark.parametrize(
    "then",
    [
        "Now inspectors say",
        "Inspectors have since returned and said",
        "A new letter says",
        "On Friday inspectors said",
    ],
)
def test_what_inspectors_say_since_is_new(then: str) -> None:
    text = FEATURE.format(then=then)
    assert adverse(text, "A city and its children") == {"Leeds"}


def test_a_headline_of_a_decline_is_new() -> None:
    text = FEATURE.format(then="Inspectors said")
    assert adverse(text, "Services in Leeds have got worse, says Ofsted") == {"Leeds"}


MONITORED = (
    "Leeds has still much to do as it deals with an 'inadequate' report on services for"
    " children.\n\nIn January a damning Ofsted report spoke of widespread failures. Children were"
    " left in unsafe situations, inspectors found.\n\n{later}"
)


def test_a_report_that_was_monitored_since_is_old() -> None:
    text = MONITORED.format(later="Ofsted's first monitoring visit was in September.")
    assert not adverse(text, "Leeds 'has work to do' after 'inadequate' Ofsted report")


def test_a_tale_of_a_year_gone_by_goes_on_in_its_paragraph() -> None:
    text = (
        'By 2019, however, services in Leeds had declined once more. What was gained "has not been'
        ' kept up", inspectors from Ofsted said, and they saw drift and delay.'
    )
    assert not adverse(text, "A service and its years")


def test_it_does_not_go_on_in_the_page_s_own_present() -> None:
    text = (
        "By 2019, however, services in Leeds had declined once more. What was gained has still not"
        " been kept up, inspectors from Ofsted say, and there is drift and delay."
    )
    assert adverse(text, "A service and its years") == {"Leeds"}


def test_a_list_behind_a_grade_is_not_the_council_besides() -> None:
    text = (
        "Besides Kent, child protection was judged inadequate at the Leeds, Devon and Surrey"
        " councils, says Ofsted."
    )
    assert {name for name, _ in news(text, "Ofsted rates councils", DAY)} >= {
        "Leeds",
        "Devon",
        "Surrey",
    }


@pytest.mark.parametrize(
    ("called", "names"),
    [
        (", one of the councils that Ofsted rates inadequate, has lost its director", set()),
        (", one of three councils that Ofsted has rated inadequate, said sorry", {"Leeds"}),
        (" is now one of 14 councils that Ofsted rates inadequate, its report says", {"Leeds"}),
    ],
)
def test_one_of_those_that_are_rated_so(called: str, names: set[str]) -> None:
    assert adverse(f"Leeds City Council{called}.", "Council news") == names


@pytest.mark.parametrize("done", ["held", "kept", "retained", "upheld", "published on Monday"])
def test_a_grade_that_was_kept_is_news(done: str) -> None:
    text = f"Ofsted says that for children in care in Leeds the 'good' grading was {done}."
    assert ("Leeds", "good") in news(text, "Ofsted report on Leeds children's services", DAY)

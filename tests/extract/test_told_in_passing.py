"""Verdicts in turns of phrase that look like something else, and what looks like a verdict."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported, told

BECAUSE = [
    "Children unsafe due to Barnsley Council failings, inspectors say",
    "Youngsters left at risk due to drift at Barnsley Council, Ofsted says",
    "Children left in danger in Barnsley due to weak oversight, watchdog finds",
    "Children at risk of harm due to delays in Barnsley, Ofsted inspectors find",
    "Children exposed to risk due to Barnsley Council mistakes, says inspection",
]


@pytest.mark.parametrize("title", BECAUSE)
def test_what_something_is_due_to_is_no_visit_that_is_due(title: str) -> None:
    text = "Children were left at risk of serious harm, a focused visit by Ofsted found."
    assert reported(text, title) == {("Barnsley", "weaknesses")}


COMING = [
    "Ofsted inspectors due to return to Barnsley",
    "Inspectors due in Barnsley after damning report",
    "Ofsted due to inspect Barnsley",
    "Inspectors due to arrive in Barnsley",
    "Ofsted due to publish report on Barnsley",
]


@pytest.mark.parametrize("title", COMING)
def test_a_visit_that_is_due_has_found_nothing(title: str) -> None:
    text = "Children were left at risk of serious harm in Barnsley, Ofsted has found."
    assert reported(text, title) == set()


SLOW = [
    "Improvements at Barnsley Council's children's services 'too slow'",
    "Improvements to Barnsley children's services too slow, Ofsted says",
    "Improvement at Barnsley children's services 'too slow', inspectors find",
    "Improvements in Barnsley 'still too slow', inspectors warn",
]


@pytest.mark.parametrize("title", SLOW)
def test_improvement_has_a_pace_as_progress_has(title: str) -> None:
    text = "Inspectors said so in a letter after a monitoring visit."
    assert reported(text, title) == {("Barnsley", "insufficient_progress")}


FOUND = [
    "In a report that found the council inadequate we read of children in danger.",
    "In the Ofsted report that found the department inadequate you will see why.",
    "After Ofsted found the council inadequate I asked why.",
]


@pytest.mark.parametrize("text", FOUND)
def test_a_grade_ends_where_someone_begins_to_speak(text: str) -> None:
    assert reported(text, "Barnsley's poor Ofsted report") == {("Barnsley", "inadequate")}


COUNTED = [
    "Rating the authority's services 'inadequate', Ofsted said some of them had got worse.",
    "Ofsted rated its services for children inadequate and said some of them had declined.",
    "Judging the services inadequate, inspectors said that most of them had deteriorated.",
]


@pytest.mark.parametrize("text", COUNTED)
def test_some_of_the_services_that_were_named_are_no_statistic(text: str) -> None:
    assert ("Barnsley", "inadequate") in reported(text, "Ofsted inspects Barnsley Council")


EACH = [
    "Two other reports today, for Bury and Derby, gave each authority a judgement of {}, it said.",
    "Ofsted's reports on Bury and Derby rated each council {}.",
    "Inspectors went to Bury and Derby and judged each council {}, Ofsted said.",
]


@pytest.mark.parametrize("grade", ["good", "inadequate"])
@pytest.mark.parametrize("text", EACH)
def test_each_of_those_named_gets_the_grade(text: str, grade: str) -> None:
    found = reported(text.format(f"'{grade}'"), "Ofsted publishes reports")
    assert found == {("Bury", grade), ("Derby", grade)}


AT_LARGE = [
    "Ofsted rates each council good or inadequate, Bury and Derby said.",
    "Bury and Derby said each authority rated inadequate by Ofsted should get money.",
]


@pytest.mark.parametrize("text", AT_LARGE)
def test_each_council_at_large_is_none_of_those_named(text: str) -> None:
    assert reported(text, "Ofsted publishes reports") == set()


LABELLED = [
    "Support for children in Barnsley “requires improvement to be good”, Ofsted said.",
    "Support for children in social care requires improvement to be good, Ofsted said.",
    "Work with families in Barnsley 'requires improvement to be good', the inspectors found.",
]


@pytest.mark.parametrize("text", LABELLED)
def test_the_whole_label_is_a_grade_whatever_has_it(text: str) -> None:
    assert reported(text, "Ofsted inspects Barnsley") == {("Barnsley", "requires_improvement")}


THINGS = [
    "The quality of assessments requires improvement, Ofsted said.",
    "Management oversight in Barnsley requires improvement, inspectors said.",
]


@pytest.mark.parametrize("text", THINGS)
def test_half_of_the_label_is_none_of_a_mere_thing(text: str) -> None:
    assert reported(text, "Ofsted inspects Barnsley") == set()


SAME_WEEKS = [
    "The news follows Ofsted's downgrading of the service earlier this month to inadequate.",
    "Ofsted rated the council's services for children inadequate last week.",
    "Ofsted judged its children's services inadequate in a report out this month.",
    "This week inspectors from Ofsted rated the service inadequate.",
]


@pytest.mark.parametrize("text", SAME_WEEKS)
def test_an_act_of_the_same_weeks_belongs_to_the_verdict(text: str) -> None:
    title = "Improvement notice for Barnsley children's services"
    assert ("Barnsley", "inadequate") in reported(text, title, "2019-05-29")


EARLIER = [
    "Ofsted rated the council's services for children inadequate last year.",
    "The service was rated inadequate by Ofsted in 2017.",
    "The council was rated inadequate by Ofsted before ministers visited it last week.",
    "Inspectors, who will be back this month, rated it inadequate in 2018, Ofsted said.",
    "Inspectors, who came back this month, had rated it inadequate in 2018, Ofsted said.",
]


@pytest.mark.parametrize("text", EARLIER)
def test_an_act_of_later_years_only_recalls_the_verdict(text: str) -> None:
    title = "Improvement notice for Barnsley children's services"
    assert ("Barnsley", "inadequate") not in reported(text, title, "2019-05-29")


ALSO = [
    "The watchdog has also rated Derby inadequate.",
    "Inspectors have also judged Derby's children's services 'inadequate'.",
    "In a separate report Ofsted rated Derby inadequate.",
    "Meanwhile Ofsted has rated services in Derby inadequate.",
]


@pytest.mark.parametrize("text", ALSO)
def test_a_council_that_a_page_of_praise_adds_has_news_of_its_own(text: str) -> None:
    page = f"Ofsted has praised Bury's children's services for the progress made. {text}"
    assert ("Derby", "inadequate") in told(page, "Bury praised by inspectors", "2015-06-01")[0]


RECALLED = [
    "Ofsted rated Bury inadequate.",
    "Bury is helped by Derby, which Ofsted also rated inadequate in 2011.",
    "It has also left behind what Ofsted said after its inadequate rating.",
]


@pytest.mark.parametrize("text", RECALLED)
def test_what_a_page_of_praise_recalls_is_old(text: str) -> None:
    page = f"Ofsted has praised Bury's children's services for the progress made. {text}"
    new, _ = told(page, "Bury praised by inspectors", "2015-06-01")
    assert "inadequate" not in {outcome for _, outcome in new}

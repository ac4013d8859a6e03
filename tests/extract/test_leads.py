"""What a page is about where furniture stands above its headline, and the grade before."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, reasons, recalled, reported
from watcher.app.reading import reading_context
from watcher.extract import extract
from watcher.model.vocabulary import Direction
from watcher.parse.article import parse_article
from watcher.parse.hints import Hints

WHEN = "2024-05-01"
MENU = "<ul><li>Schools</li><li>Care homes</li><li>Nurseries</li><li>Colleges</li></ul>"


@pytest.mark.parametrize("above", ["", MENU, "<p>Schools and nurseries</p>" * 3, f"{MENU}{MENU}"])
def test_what_stands_above_the_headline_is_not_what_a_page_is_about(above: str) -> None:
    story = (
        "<h1>Kent children's services rated inadequate</h1>"
        "<p>Ofsted has rated children's services in Kent inadequate after an inspection.</p>"
        "<p>Children in care were not seen often enough, inspectors said of the council.</p>"
    )
    page = f"<html><head><title>News</title></head><body>{above}{story}</body></html>"
    reading = extract(parse_article(page.encode(), Hints()), reading_context())
    assert {f.council.name for f in reading.findings if f.adverse} == {"Kent"}


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Ofsted rated Kent's services 'good' to 'inadequate' in two years.", "good"),
        ("Ofsted has taken Kent's services from good to inadequate.", "good"),
    ],
)
def test_a_grade_with_to_and_another_is_where_it_came_from(text: str, before: str) -> None:
    finding = one(text, "Kent", "Kent children's services fall", WHEN)
    assert finding.outcome.value == "inadequate"
    assert finding.previous is not None
    assert finding.previous.outcome.value == before
    assert finding.direction is Direction.WORSE


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has praised Kent council for good progress after its inadequate rating.",
        "Ofsted saw steady progress in Kent after the inadequate judgement.",
        "Ofsted says Kent's children's services are improving after their inadequate rating.",
    ],
)
def test_praise_after_a_rating_makes_the_rating_old(text: str) -> None:
    assert ("Kent", "inadequate") not in reported(text, "Ofsted on Kent council", WHEN)
    assert ("Kent", "inadequate") in recalled(text, "Ofsted on Kent council", WHEN)


@pytest.mark.parametrize(
    "before",
    ["were rated good in 2019", "had been rated good in 2019", "had been good since 2017"],
)
def test_a_headline_that_repeats_the_grade_is_not_the_grade_before(before: str) -> None:
    text = f"Ofsted has rated children's services in Surrey inadequate. They {before}."
    finding = one(text, "Surrey", "Inadequate Surrey must improve, says Ofsted", WHEN)
    assert finding.previous is not None
    assert finding.previous.outcome.value == "good"
    assert finding.direction is Direction.WORSE


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ("Ofsted judged the provision in Kent 'inadequate'.", {("Kent", "inadequate")}),
        ("Ofsted called support in Kent inadequate housing.", set()),
    ],
)
def test_quotation_marks_part_a_grade_from_the_word_behind_it(
    quoted: str, found: set[tuple[str, str]]
) -> None:
    assert reported(quoted, "Kent's children's services report", WHEN) == found


@pytest.mark.parametrize(
    "above",
    [
        "Schools\nNurseries\nSchools and colleges\nCare homes",
        "Read on\nSchools, nurseries and schools\nMore on academies and schools\nShare this",
    ],
)
def test_lines_without_a_sentence_above_a_text_are_not_its_topic(above: str) -> None:
    text = (
        f"{above}\nOfsted has rated services at Kent council inadequate.\n"
        "Inspectors said children in care of the council's children's services were not safe."
    )
    assert reported(text, "News", WHEN) == {("Kent", "inadequate")}
    assert "other_subject" not in reasons(text, "News", WHEN)

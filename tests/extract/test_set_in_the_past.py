"""Grades that their own sentence sets in the past, or tells of another council in passing."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, told

PAST = (
    (
        "The council's children's services were rated inadequate in 2019, when inspectors said"
        " that there had been a corporate failure, and moved up to requires improvement in 2022."
    ),
    "Ofsted rated children's services inadequate in 2019, when failings were found.",
    "Ofsted deemed its services inadequate in 2017. The council was rated good three years later.",
    "Ofsted deemed its services inadequate in 2017. It was found to be good four years later.",
)
BESIDE = (
    "Kent County Council, where services were rated good, has lent two managers.",
    "Kent, whose services are rated good, has lent two managers.",
    "Kent – rated good – has lent two managers.",
    "Kent's children's social care has been good since 2018.",
    "Kent's services were good in 2016.",
)
TOLD = (
    "Kent, where services were rated inadequate, has said sorry. Ofsted's report is out.",
    "Ofsted's report is out. Kent Council, whose services were judged inadequate, has said sorry.",
)


@pytest.mark.parametrize("text", PAST, ids=range(len(PAST)))
def test_a_year_right_behind_a_grade_dates_it(text: str) -> None:
    news, old = told(text, "More children in care in Kent")
    assert not {outcome for _, outcome in news} & {"inadequate", "good"}
    assert ("Kent", "inadequate") in old


@pytest.mark.parametrize("text", BESIDE, ids=range(len(BESIDE)))
def test_what_another_council_is_rated_in_passing_is_recalled(text: str) -> None:
    page = f"Ofsted has rated Medway inadequate.\n\n{text}"
    news, old = told(page, "Medway rated inadequate by Ofsted", "2024-02-01")
    assert news == {("Medway", "inadequate")}
    assert ("Kent", "good") in old


@pytest.mark.parametrize("text", TOLD, ids=range(len(TOLD)))
def test_the_page_s_own_council_may_be_told_so(text: str) -> None:
    assert ("Kent", "inadequate") in told(text, "Ofsted fails Kent", "2024-02-01")[0]


def test_what_a_letter_s_writer_quotes_is_no_verdict() -> None:
    text = (
        "I worked in children's services in Leeds. Your correspondent wants the department shut"
        " down. He calls it inadequate. If Ofsted came to my street it might find much."
    )
    assert told(text, "Letters: do not blame social workers", "2013-02-08")[0] == set()


BETTER = (
    (
        "Ofsted has published its annual ratings. Kent got out of the bottom group after three"
        " years and now performs adequately."
    ),
    (
        "Ofsted has graded Kent's children's services outstanding. That is an upgrade on what it"
        " had before, a judgement of good in 2022."
    ),
    (
        "Kent's support for children and families has been rated good by Ofsted. In 2019 our"
        " services were judged to require improvement."
    ),
)


@pytest.mark.parametrize("text", BETTER, ids=range(len(BETTER)))
def test_what_stood_before_says_that_things_got_better(text: str) -> None:
    published = "2011-11-10" if "annual" in text else "2025-05-16"
    assert one(text, "Kent", "Ofsted in Kent", published).direction.value == "better"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Bury and Leeds perform poorly. Kent performs well, as it did before.", "good"),
        ("Bury and Leeds perform poorly. Kent performs adequately.", "adequate"),
    ],
)
def test_the_yearly_ratings_were_those_of_all_councils(text: str, outcome: str) -> None:
    page = f"Ofsted has published its annual ratings of councils' children's services. {text}"
    found = one(page, "Kent", "Bury among the worst in England", "2010-12-09")
    assert found.outcome.value == outcome


SECTIONS = "This note gives a short history.\n\n2.1 Early cases\n\n{text}\n\n2.3 Trusts\n\nIt ends."
HEADED = "2.2 Improvement notices, {years}\n\nBury and Leeds got one after Ofsted judged {what}."


@pytest.mark.parametrize(
    ("years", "published", "recalled"),
    [
        ("2009–2011", None, True),
        ("2009 to 2011", "2016-03-01", True),
        ("2015-2016", "2016-03-01", False),
    ],
)
def test_the_years_of_a_heading_date_what_stands_below(
    years: str, published: str | None, *, recalled: bool
) -> None:
    text = HEADED.format(years=years, what="their services inadequate")
    news, old = told(SECTIONS.format(text=text), "Children's services in brief", published)
    assert {("Bury", "inadequate"), ("Leeds", "inadequate")} <= (old if recalled else news)

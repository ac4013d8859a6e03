"""Which grade, which one it had been, and which way it went."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, one, read, told
from watcher.model.vocabulary import Direction, Outcome, Role

_GOOD = "Ofsted has rated children's services at Barnsley Council good."
_RI = "Ofsted has said that children's services at Barnsley Council require improvement to be good."

HEADLINES = [
    ("Barnsley children's services up two grades", _GOOD, Direction.BETTER),
    ("Barnsley's children's services jump two Ofsted grades", _GOOD, Direction.BETTER),
    ("Council's Ofsted rating climbs a notch", _RI, Direction.BETTER),
    ("Barnsley moves out of 'inadequate'", _RI, Direction.BETTER),
    ("Barnsley sheds 'inadequate' tag", _RI, Direction.BETTER),
    ("Children's services in Barnsley improve, says Ofsted", _GOOD, Direction.UNKNOWN),
    ("Children's services in Barnsley improved, says Ofsted", _GOOD, Direction.BETTER),
    ("Children's services in Barnsley have improved, says Ofsted", _RI, Direction.UNKNOWN),
    ("Barnsley's children's services slip", _RI, Direction.WORSE),
    ("Barnsley children's services drop one Ofsted grade", _RI, Direction.WORSE),
    ("Will Barnsley's children's services slip?", _RI, Direction.UNKNOWN),
    ("Exam results slip in Barnsley schools", _RI, Direction.UNKNOWN),
]


@pytest.mark.parametrize(("title", "text", "way"), HEADLINES, ids=[h[0] for h in HEADLINES])
def test_a_headline_without_a_grade_tells_the_way(title: str, text: str, way: Direction) -> None:
    assert one(text, "Barnsley", title).direction is way


RECALLED = [
    "The department had been inadequate since 2016.",
    "In 2015 it was inadequate.",
    "It was inadequate in 2013, and in 2018, in a second report, required improvement.",
    "When inspectors last came, four years ago, it required improvement.",
    "It is an improvement on the last rating.",
    "The rating is one grade higher than at the last inspection.",
    "It is the council's first good rating since 2012.",
    "Inspectors saw real progress since the last, 'inadequate' inspection.",
    "It marks a turnaround: the authority was languishing in inadequate as recently as 2019.",
    "Services have improved since 2014, when it was only adequate and then inadequate.",
]


@pytest.mark.parametrize("text", RECALLED)
def test_what_is_recalled_behind_a_good_rating_makes_it_a_rise(text: str) -> None:
    finding = one(f"{_GOOD}\n\n{text}", "Barnsley", "Ofsted reports on Barnsley")
    assert (finding.outcome, finding.direction) == (Outcome.GOOD, Direction.BETTER)


BESIDE = [
    (
        "Ofsted's rating for Barnsley children's services: Good (previously Requires Improvement).",
        Outcome.GOOD,
        Direction.BETTER,
    ),
    (
        "Ofsted has rated Barnsley children's services good for the first time.",
        Outcome.GOOD,
        Direction.BETTER,
    ),
    (
        "Ofsted has rated Barnsley children's services good for the first time under new rules.",
        Outcome.GOOD,
        Direction.UNKNOWN,
    ),
    (
        "Ofsted has rated Barnsley children's services good - a step up from the last inspection.",
        Outcome.GOOD,
        Direction.BETTER,
    ),
    (
        "Ofsted has raised Barnsley Council's children's services to good.",
        Outcome.GOOD,
        Direction.BETTER,
    ),
    (
        "Ofsted has rated Barnsley children's services good, having previously been outstanding.",
        Outcome.GOOD,
        Direction.WORSE,
    ),
    (
        "Ofsted rated Barnsley children's services good; in May 2013 they were inadequate.",
        Outcome.GOOD,
        Direction.BETTER,
    ),
]


@pytest.mark.parametrize(("text", "outcome", "way"), BESIDE, ids=[b[0][:60] for b in BESIDE])
def test_the_old_grade_beside_the_new_one(text: str, outcome: Outcome, way: Direction) -> None:
    finding = one(text, "Barnsley", "Ofsted reports on Barnsley")
    assert (finding.outcome, finding.direction) == (outcome, way)


def test_rated_good_by_ofsted_names_the_inspectorate() -> None:
    text = "Barnsley Council's children's services have been rated good by Ofsted."
    assert news(text) == {("Barnsley", "good")}


def test_a_statement_no_longer_needed_is_a_rise() -> None:
    text = (
        "Ofsted and the CQC went back to see SEND services in Sutton.\n\n"
        "Sutton no longer requires a Written Statement of Action (WSOA)."
    )
    finding = one(text, "Sutton", "Ofsted verdict on SEND in Sutton")
    assert (finding.outcome, finding.direction) == (Outcome.NO_WRITTEN_STATEMENT, Direction.BETTER)
    assert not finding.adverse


def test_a_date_behind_a_mark_opens_what_follows() -> None:
    text = f"{_GOOD} It was inadequate in 2013, in 2018 it required improvement."
    old = {
        (finding.outcome.value, finding.when.text if finding.when else None)
        for finding in read(text, "Ofsted reports on Barnsley").findings
        if finding.role is Role.BACKGROUND
    }
    assert old == {("inadequate", "2013"), ("requires_improvement", "2018")}


def test_years_in_a_sentence_of_many_grades_tell_no_scale() -> None:
    text = (
        f"{_GOOD}\n\nIn 2012 Ofsted rated children's services in Barnsley inadequate, and in 2015"
        " they required improvement, so to be good and in one area outstanding is a joy."
    )
    assert one(text, "Barnsley", "Barnsley is good").direction is Direction.BETTER


WORDED = [
    ("Ofsted gave Barnsley's children's services top marks.", "overall", "outstanding"),
    ("Ofsted has scored Barnsley's children's services 3 out of 4.", "overall", "good"),
    ("Ofsted gave Barnsley's children's services the maximum grade 4.", "overall", "outstanding"),
    (
        "Ofsted says Barnsley's children's services are not yet good.",
        "overall",
        "requires_improvement",
    ),
    ("Barnsley's children's services are now officially good, Ofsted says.", "overall", "good"),
    ("Ofsted says Barnsley, long in trouble, now has good children's services.", "overall", "good"),
    (
        "Ofsted rates leaders good and care leavers outstanding in Barnsley.",
        "care_leavers",
        "outstanding",
    ),
]


@pytest.mark.parametrize(("text", "area", "outcome"), WORDED, ids=[w[0][:60] for w in WORDED])
def test_a_grade_in_other_words(text: str, area: str, outcome: str) -> None:
    found = read(text, "Ofsted reports on Barnsley").findings
    assert (area, outcome) in {(f.area.value, f.outcome.value) for f in found}


NO_GRADE = [
    "Ofsted rated Barnsley's children's services good in three out of four areas.",
    "Ofsted says care leavers in Barnsley have good jobs.",
    "Ofsted says plans for children in Barnsley are not yet good enough.",
]


@pytest.mark.parametrize("text", NO_GRADE)
def test_what_only_looks_like_another_grade(text: str) -> None:
    found = {outcome for _, outcome in news(text, "Ofsted reports on Barnsley")}
    assert not found & {"adequate", "inadequate", "outstanding", "requires_improvement"}


ENDED = [
    "Children's services in Barnsley no longer need a commissioner, ministers have decided.",
    "Barnsley Council has been released from a government improvement notice.",
    "Ministers have decided to revoke the statutory direction for Barnsley Council.",
    "At Barnsley Council formal intervention will cease, the minister wrote.",
]


@pytest.mark.parametrize("text", ENDED)
def test_an_end_of_intervention_is_a_rise(text: str) -> None:
    title = "Ofsted sees progress at Barnsley's children's services"
    ways = {f.outcome: f.direction for f in read(text, title).findings if f.role is Role.NEWS}
    assert ways.get(Outcome.INTERVENTION_ENDED) is Direction.BETTER


def test_a_grade_that_is_there_no_more_is_lost() -> None:
    text = (
        "Ofsted says Barnsley isn't inadequate any more: children's services require improvement."
    )
    finding = one(text, "Barnsley", "Ofsted reports on Barnsley")
    assert (finding.outcome, finding.direction) == (
        Outcome.REQUIRES_IMPROVEMENT,
        Direction.BETTER,
    )


def test_councils_in_general_that_fall_are_not_the_ones_named_before() -> None:
    text = (
        "Ofsted rated children's services in Camden and Wandsworth outstanding.\n\n"
        "Eleven councils have gone down by one grade."
    )
    assert one(text, "Camden", "Ofsted ratings").direction is not Direction.WORSE


def test_what_fell_is_the_judgement_named_in_front() -> None:
    text = (
        "Ofsted has rated Barnsley's children's services as requires improvement overall,"
        " unchanged from 2021, but support for care leavers fell from good to inadequate."
    )
    found = {
        (f.area.value, f.outcome.value, f.direction.value)
        for f in read(text, "Ofsted reports on Barnsley").findings
        if f.role is Role.NEWS
    }
    assert ("care_leavers", "inadequate", "worse") in found
    assert {way for area, _, way in found if area == "overall"} <= {"same", "unknown"}


def test_a_rating_that_is_lifted_goes_up() -> None:
    assert one(_GOOD, "Barnsley", "Ofsted lifts Barnsley's rating").direction is Direction.BETTER


def test_good_years_ago_is_an_old_grade() -> None:
    text = f"{_RI}\n\nThe council was good three years ago."
    finding = one(text, "Barnsley", "Ofsted reports on Barnsley")
    assert finding.direction is Direction.WORSE
    assert finding.adverse


NEARLY = [
    "Ofsted told Barnsley its children's services were close to inadequate.",
    "Ofsted told Barnsley its children's services were on the cusp of good.",
    "Ofsted told Barnsley its children's services were much closer to receiving a 'good' rating.",
    "Ofsted told Barnsley its children's services were a step nearer to being rated good.",
    "Ofsted said Barnsley's children's services were within touching distance of 'outstanding'.",
    "Ofsted said that children's services in Barnsley are on track for a 'good' rating.",
    "Children's services in Barnsley need to be outstanding, said an Ofsted inspector.",
]


@pytest.mark.parametrize("text", NEARLY)
def test_a_grade_not_reached_is_none(text: str) -> None:
    assert not {outcome for _, outcome in news(text, "Ofsted reports on Barnsley")} & {
        "inadequate",
        "good",
        "outstanding",
    }


REACH = [
    ("Barnsley, earlier rated inadequate, now shows real care, Ofsted says.", "inadequate"),
    ("Inadequate in Ofsted's eyes twice since 2010, Barnsley hopes for better.", "inadequate"),
]


@pytest.mark.parametrize(("text", "outcome"), REACH)
def test_a_cue_close_by_holds_against_now(text: str, outcome: str) -> None:
    assert ("Barnsley", outcome) not in news(text, "Ofsted and Barnsley's children's services")


def test_it_follows_reaches_no_further_than_and() -> None:
    text = (
        "Barnsley's children's services have a new Ofsted report. It follows a fortnight there"
        " and gives an overall 'good' judgement."
    )
    assert ("Barnsley", "good") in news(text, "Ofsted reports on Barnsley")


def test_a_cue_in_brackets_stays_there() -> None:
    text = (
        "Inspectors from Ofsted and the CQC said the area (Essex County Council and the care board"
        " (previously clinical groups)) has made sufficient progress in all areas of weakness."
    )
    assert one(text, "Essex", "SEND in Essex: the verdict").direction is Direction.BETTER


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Camden and Knowsley scored four in all three categories, Ofsted said.", "outstanding"),
        ("Camden and Knowsley scored three in every category, Ofsted said.", "good"),
    ],
)
def test_numbers_of_the_old_assessments(text: str, found: str) -> None:
    title = "Ofsted's annual performance assessment of children's services"
    assert {("Camden", found), ("Knowsley", found)} <= news(text, title, "2006-11-02")


def test_with_outstanding_for_a_judgement() -> None:
    text = "Ofsted rated Brent's children's services good, with outstanding for care leavers."
    found = {(f.area.value, f.outcome.value) for f in read(text, "Brent rated good").findings}
    assert {("overall", "good"), ("care_leavers", "outstanding")} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted moved Brent's rating from requires improvement in 2015 to good.",
        "Brent's services went from requires improvement (in 2015) to good, Ofsted said.",
    ],
)
def test_an_old_grade_with_a_year_of_its_own_is_recalled(text: str) -> None:
    old = {
        (f.outcome.value, f.when.text if f.when else None)
        for f in read(text, "Ofsted reports on Brent's children's services").findings
        if f.role is Role.BACKGROUND
    }
    assert ("requires_improvement", "2015") in old


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted no longer rates Kent's services for children in need of protection as inadequate.",
        "Ofsted no longer judges the services of Kent council for children to be inadequate.",
        "Inspectors no longer consider child protection in Kent inadequate, Ofsted said.",
    ],
)
def test_what_is_no_longer_rated_so_is_lost_however_far_the_grade_stands(text: str) -> None:
    assert ("Kent", "inadequate") not in told(text, "Kent's services improve", "2021-06-15")[0]


def test_a_grade_joined_to_an_old_one_is_as_old() -> None:
    text = (
        "Kent and Essex were both graded requires improvement by Ofsted. Counting Kent and Essex,"
        " which were previously rated good and adequate respectively, 44 have now been inspected."
    )
    fresh, _ = told(text, "Ofsted tells two councils to improve", "2021-06-15")
    assert fresh == {("Kent", "requires_improvement"), ("Essex", "requires_improvement")}


@pytest.mark.parametrize("place", ["the north west", "the south of England", "East Anglia"])
def test_a_councils_place_does_not_part_it_from_the_next(place: str) -> None:
    text = (
        f"Kent County Council in {place} and Essex County Council were both graded good by Ofsted."
    )
    fresh, _ = told(text, "Two councils inspected", "2021-06-15")
    assert fresh == {("Kent", "good"), ("Essex", "good")}


def test_judgement_areas_are_no_councils_that_are_counted() -> None:
    text = "Overall Kent was branded inadequate by Ofsted, as it was in two of the three areas."
    assert ("Kent", "inadequate") in told(text, "Kent inspected", "2021-06-15")[0]


def test_what_will_be_graded_so_is_no_finding_yet() -> None:
    text = "Any priority action in Kent will now also be graded as inadequate by Ofsted."
    fresh, _ = told(text, "New rules for inspections", "2021-06-15")
    assert ("Kent", "inadequate") not in fresh


def test_what_stays_rated_so_is_todays_grade() -> None:
    text = "Kent's services worsened since they were last inspected in 2018 and so stay rated good."
    assert ("Kent", "good") in told(f"{text} So says Ofsted.", "Kent inspected", "2021-06-15")[0]


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has downgraded Kent's children's services after an inspection in May.",
        "Kent council's services for children have been marked down by Ofsted.",
        "Kent's children's services are down two grades, Ofsted inspectors said on Monday.",
    ],
)
def test_a_rating_that_fell_is_a_decline_though_no_grade_is_named(text: str) -> None:
    assert told(text, "Kent children's services", "2021-06-15")[0] == {("Kent", "deterioration")}


def test_plans_after_a_downgrade_are_no_decline() -> None:
    text = "Plans were outlined on Monday. Ofsted will come again."
    found, _ = told(text, "Plans after Kent children's services downgrade", "2021-06-15")
    assert ("Kent", "deterioration") not in found


@pytest.mark.parametrize(
    "text",
    [
        "Kent council was rated outstanding by Ofsted, with praise for a drop-in run by carers.",
        "Ofsted rated Kent council outstanding, two years after its schools fell behind.",
        "Ofsted rated Kent council outstanding as its budget slipped to £3 million.",
    ],
)
def test_nothing_falls_to_the_highest_grade(text: str) -> None:
    found = one(text, "Kent", "Kent children's services inspected")
    assert found.outcome is Outcome.OUTSTANDING
    assert found.direction is Direction.UNKNOWN
    assert not found.adverse


@pytest.mark.parametrize(
    "said",
    [
        "It is a significant improvement from the previous 'good' rating.",
        "This is an improvement from 'good', its rating four years ago.",
    ],
)
def test_what_a_rise_is_measured_from_is_the_old_grade(said: str) -> None:
    text = f"Ofsted has rated children's services in Barnsley outstanding. {said}"
    reported, before = told(text, "Barnsley rated outstanding")
    assert (reported, before) == ({("Barnsley", "outstanding")}, {("Barnsley", "good")})
    assert one(text, "Barnsley", "Barnsley rated outstanding").direction is Direction.BETTER


def test_what_came_in_a_year_is_not_what_holds_now() -> None:
    text = (
        "Barnsley's services have been rated good by Ofsted. In 2010 they were inadequate. Work"
        " on them since then yielded an 'adequate' rating in 2013 and now the move up to 'good'."
    )
    title = "Barnsley's services rated good by Ofsted"
    assert news(text, title, "2017-06-14") == {("Barnsley", "good")}


@pytest.mark.parametrize(
    "text",
    [
        "Kent's children's services have improved to good, according to Ofsted.",
        "The grade of Kent's children's services improved to good, Ofsted said.",
    ],
)
def test_what_improved_to_a_grade_has_it(text: str) -> None:
    found = one(text, "Kent")
    assert (found.outcome, found.direction) == (Outcome.GOOD, Direction.BETTER)


@pytest.mark.parametrize("lost", ["shed", "lost", "shaken off"])
def test_a_low_grade_that_was_lost_is_told_beside_progress(lost: str) -> None:
    text = f"Kent has {lost} its inadequate rating for children's services after Ofsted found big"
    found = one(f"{text} improvements.", "Kent")
    assert (found.outcome, found.direction) == (Outcome.PROGRESS, Direction.BETTER)


@pytest.mark.parametrize(
    ("first", "then", "way"),
    [
        (
            "For the first time in a decade Kent's services have not been rated inadequate.",
            "They require improvement to be good.",
            "better",
        ),
        (
            "Kent's services have avoided an inadequate rating for the first time since 2010.",
            "Ofsted says they require improvement to be good.",
            "better",
        ),
        (
            "Kent's services were not rated good for the first time in ten years.",
            "Ofsted says they require improvement to be good.",
            "worse",
        ),
        (
            "Kent's services have not been rated inadequate.",
            "Ofsted says they require improvement to be good.",
            "unknown",
        ),
        (
            "Not for the first time, Kent's services have been rated inadequate.",
            "Ofsted inspected them in May.",
            "unknown",
        ),
    ],
)
def test_a_grade_that_is_missed_for_the_first_time_was_had_before(
    first: str, then: str, way: str
) -> None:
    assert one(f"{first} {then}", "Kent", "Ofsted in Kent").direction.value == way


@pytest.mark.parametrize(
    ("was", "now", "way"),
    [
        (Outcome.GOOD, Outcome.INADEQUATE, Direction.WORSE),
        (Outcome.INADEQUATE, Outcome.GOOD, Direction.BETTER),
    ],
)
def test_what_it_had_been_before_makes_no_grade_of_today_old(
    was: Outcome, now: Outcome, way: Direction
) -> None:
    text = f"Having been rated {was.value} in 2019, Kent's children's services were judged"
    found = one(f"{text} {now.value} by Ofsted.", "Kent", "Ofsted in Kent", "2024-05-14")
    assert (found.outcome, found.direction) == (now, way)

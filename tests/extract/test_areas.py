"""For what a grade is given: lists of judgements, traits, numbers, and who shares it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed, read
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Area, Outcome, Role

TITLE = "Ofsted inspects Kent children's services"
LEAD = "Inspectors from Ofsted have published a report about Kent council's children's services. "
SHORT = {
    "all": Area.OVERALL,
    "help": Area.HELP_AND_PROTECTION,
    "care": Area.CHILDREN_IN_CARE,
    "left": Area.CARE_LEAVERS,
    "both": Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS,
    "lead": Area.LEADERS,
    "adopt": Area.ADOPTION,
    "foster": Area.FOSTERING,
}
GOOD, TOP, LOW, FAILED, FAIR = (
    Outcome.GOOD,
    Outcome.OUTSTANDING,
    Outcome.REQUIRES_IMPROVEMENT,
    Outcome.INADEQUATE,
    Outcome.ADEQUATE,
)


def given(text: str) -> set[tuple[Area, Outcome]]:
    """Give the judgements that a sentence reports, and their grades."""
    _, drafts = draft_findings(parsed(LEAD + text, TITLE), reading_context())
    return {
        (draft.finding.area, draft.finding.outcome)
        for draft in drafts
        if draft.finding.role is Role.NEWS
    }


def graded(**areas: Outcome) -> set[tuple[Area, Outcome]]:
    """Say which judgement got which grade."""
    return {(SHORT[name], outcome) for name, outcome in areas.items()}


LISTS = [
    (
        "It was rated good overall, with two areas - leadership and care leavers - outstanding.",
        graded(all=GOOD, lead=TOP, left=TOP),
    ),
    (
        "It was rated inadequate overall, with two areas, care leavers and leaders, rated good.",
        graded(all=FAILED, left=GOOD, lead=GOOD),
    ),
    (
        "“The overall effectiveness of services for looked-after children is adequate,” it says.",
        graded(care=FAIR),
    ),
    (
        "It requires improvement, but adoption and leadership are already rated good.",
        graded(all=LOW, adopt=GOOD, lead=GOOD),
    ),
    (
        "The authority was good in three areas - child protection work, care leavers and leaders.",
        graded(help=GOOD, left=GOOD, lead=GOOD),
    ),
    (
        "The council is outstanding in two areas: leadership and care leavers.",
        graded(lead=TOP, left=TOP),
    ),
    (
        "It had outstanding ratings in two categories, experience in care and impact of leaders.",
        graded(care=TOP, lead=TOP),
    ),
    (
        "In two areas, leadership and adoption, the council was rated good.",
        graded(lead=GOOD, adopt=GOOD),
    ),
    (
        "Children in care; care leavers; and leadership are all rated good.",
        graded(care=GOOD, left=GOOD, lead=GOOD),
    ),
    ("Good grades were given for leadership and for adoption.", graded(lead=GOOD, adopt=GOOD)),
    ("Outstanding marks went to nobody, but leadership was rated good.", graded(lead=GOOD)),
]
TRAITS = [
    (
        "The council's services have been judged as Good with Outstanding elements.",
        graded(all=GOOD),
    ),
    ("The fostering service was found to be good with outstanding aspects.", graded(foster=GOOD)),
    (
        "Inspectors have rated the adoption service as satisfactory with some good features.",
        graded(adopt=FAIR),
    ),
    ("The council has been judged good, with outstanding leadership.", graded(all=GOOD, lead=TOP)),
    (
        "Services were given a good rating, with outstanding for care leavers.",
        graded(all=GOOD, left=TOP),
    ),
]
SHARED = [
    ("Adoption and the safeguarding children board were both judged good.", graded(adopt=GOOD)),
    (
        "The safeguarding board and leaders were both rated inadequate.",
        graded(lead=FAILED),
    ),
    ("Care leavers' services and the LSCB were rated as inadequate.", graded(left=FAILED)),
    ("The Kent Safeguarding Children Board was judged to require improvement.", set()),
    ("The leadership of the safeguarding children board was rated inadequate.", set()),
    ("Adoption was praised and the safeguarding board was rated inadequate.", set()),
]
WORDED = [
    ("Adoption services were assessed separately as outstanding.", graded(adopt=TOP)),
    ("Leadership and governance, though, were adequate.", graded(lead=FAIR)),
    ("Leadership, however, was inadequate.", graded(lead=FAILED)),
    ("Support for young people who require protection is good.", graded(help=GOOD)),
    ("For those needing protection services are inadequate.", graded(help=FAILED)),
    ("Care leavers' support is singled out as outstanding.", graded(left=TOP)),
    (
        "The quality of support given to children in care and care leavers is outstanding.",
        graded(both=TOP),
    ),
    ("Services for children in care are good and improving.", graded(care=GOOD)),
    (
        "In services for children in care, standards achieved a grade three rating – adequate.",
        graded(care=FAIR),
    ),
    (
        "The part that involves taking children into care was considered to be adequate.",
        graded(care=FAIR),
    ),
    (
        "Services to protect children here are good, writes the inspector.",
        graded(all=GOOD),
    ),
    (
        "Overall effectiveness of safeguarding children was inadequate, adoption was good.",
        graded(help=FAILED, adopt=GOOD),
    ),
    (
        "Leadership, adoption, and overall effectiveness of services all 'require improvement'.",
        graded(all=LOW, lead=LOW, adopt=LOW),
    ),
]
TASKS = [
    ("Safeguarding services are inadequate, inspectors found.", graded(help=FAILED)),
    ("The council's child protection department was rated inadequate.", graded(help=FAILED)),
    (
        "Child protection services were rated inadequate, but overall it requires improvement.",
        graded(help=FAILED, all=LOW),
    ),
    (
        "Safeguarding and looked-after children services were both rated adequate.",
        graded(help=FAIR, care=FAIR),
    ),
    (
        "Kent's safeguarding and looked after children's services were judged good.",
        graded(help=GOOD, care=GOOD),
    ),
    (
        "The overall effectiveness of its safeguarding services was judged inadequate.",
        graded(help=FAILED),
    ),
]
PARTED = [
    (
        "The authority's judgement is 'good' - the same as that of half of all councils.",
        graded(all=GOOD),
    ),
    (
        "A 'good' rating is what it gave the council, which puts it in a third of councils.",
        graded(all=GOOD),
    ),
    (
        "They were rated good for children in care, and once they leave care.",
        graded(care=GOOD, left=GOOD),
    ),
    (
        "The two areas judged to be good were adoption and care leavers.",
        graded(adopt=GOOD, left=GOOD),
    ),
    (
        "The two areas that require improvement are leadership and adoption.",
        graded(lead=LOW, adopt=LOW),
    ),
    ("One area did better: leadership, which was good.", graded(lead=GOOD)),
    ("Half of all councils were rated inadequate, the council noted.", set()),
    ("Most councils are good, and a third of authorities are inadequate.", set()),
]
FURTHER = [
    ("Children in care get a good service.", graded(care=GOOD)),
    ("Care leavers now receive an outstanding service.", graded(left=TOP)),
    ("It did better on adoption, where it was praised and rated good.", graded(adopt=GOOD)),
    (
        "There was better news for those in care, for whom services require improvement.",
        graded(care=LOW),
    ),
    ("The exception is care leavers, whose services were good.", graded(left=GOOD)),
    ("Care leavers, where the council went straight to good, are happier.", graded(left=GOOD)),
    ("Services for care leavers, which had been inadequate, are now good.", graded(left=GOOD)),
    ("Leadership, which they looked at, was good.", graded(lead=GOOD)),
    (
        "Ofsted said services which were inadequate in 2016 are now good - in every judgement.",
        graded(all=GOOD),
    ),
    (
        "Two of the four judgements - leadership and care leavers - were outstanding.",
        graded(lead=TOP, left=TOP),
    ),
    ("Children in care was the one bright spot at good.", graded(care=GOOD)),
    ("Leadership was marked outstanding.", graded(lead=TOP)),
    ("Support for adopters was judged outstanding.", graded(adopt=TOP)),
]
ROWS = [
    (
        "Help and protection: good; children in care: good; care leavers: outstanding.",
        graded(help=GOOD, care=GOOD, left=TOP),
    ),
    (
        "\n\nImpact of leaders\n\nGood\n\nOverall effectiveness\n\nRequires improvement",
        graded(lead=GOOD, all=LOW),
    ),
    ("It was good for leadership, good for adoption.", graded(lead=GOOD, adopt=GOOD)),
    (
        "Ofsted rated leadership as inadequate, and adoption performance as good.",
        graded(lead=FAILED, adopt=GOOD),
    ),
    ("Adoption got a good, care leavers an inadequate.", graded(adopt=GOOD, left=FAILED)),
    ("The sole exception: adoption performance (good).", graded(adopt=GOOD)),
    ("All areas except care leavers were rated good.", graded(all=GOOD)),
    ("Leadership was rated good, as was adoption.", graded(lead=GOOD, adopt=GOOD)),
    ("Adoption was good, and so were care leavers' services.", graded(adopt=GOOD, left=GOOD)),
    ("Overall effectiveness was judged good, as were leaders.", graded(all=GOOD, lead=GOOD)),
    ("Its services needed to improve to be good.", graded(all=LOW)),
    ("The way in which children are protected was judged inadequate.", graded(help=FAILED)),
    ("Inspectors gave top marks to the care leavers' service.", graded(left=TOP)),
    ("Services for children in need were not yet good and require improvement.", graded(help=LOW)),
]
MOVED = [
    ("The leadership, which is new, is inadequate.", graded(lead=FAILED)),
    (
        "Its services for care leavers, which are judged separately, require improvement.",
        graded(left=LOW),
    ),
    ("They gave it the thumbs up, rating its children's services good.", graded(all=GOOD)),
    ("Ofsted lifted the service out of inadequate to requires improvement.", graded(all=LOW)),
    ("The service has moved to good.", graded(all=GOOD)),
    ("The headline finding is inadequate.", graded(all=FAILED)),
    ("The work to help and protect children was rated inadequate.", graded(help=FAILED)),
]
JOINED = [
    ("Services for looked after children were judged good overall.", graded(care=GOOD)),
    (
        "It was found adequate in its help and protection, and good in its adoption work.",
        graded(help=FAIR, adopt=GOOD),
    ),
    (
        "Its leadership was inadequate and its looked after children services adequate.",
        graded(lead=FAILED, care=FAIR),
    ),
]
WHOLE = [
    (
        'Ofsted praised it for "outstanding" work with care leavers and rated it good overall.',
        graded(all=GOOD),
    ),
    (
        "While adoption is 'Good', overall services are 'Inadequate'.",
        graded(adopt=GOOD, all=FAILED),
    ),
    ("Leaders were judged as 'good', as was adoption.", graded(lead=GOOD, adopt=GOOD)),
    (
        "In two of three areas it was good. Its final rating is 'requires improvement'.",
        graded(all=LOW),
    ),
    (
        "Going from inadequate to good hardly ever happens. It requires improvement.",
        graded(all=LOW),
    ),
    ("It got a rating of three, which means the services are performing well.", graded(all=GOOD)),
    ("Private fostering arrangements are good.", graded(foster=GOOD)),
    ("Most services here are good, and leadership is inadequate.", graded(lead=FAILED)),
]


def test_short_names_of_counties_mean_their_councils() -> None:
    for name, council in [
        ("CAMBS", "Cambridgeshire"),
        ("Hants", "Hampshire"),
        ("Lincs", "Lincolnshire"),
    ]:
        text = f"{name} County Council's child protection has been rated as inadequate by Ofsted."
        _, drafts = draft_findings(parsed(text, "Inspectors report"), reading_context())
        assert {draft.finding.council.name for draft in drafts} == {council}


NOTHING = [
    "The inspection found many areas of good performance, and good practice in the early years.",
    "The quality of plans for children in care was good.",
    "Inspectors saw good elements and outstanding features.",
    "Most children in care get a good service.",
    "Children get a good service from the team.",
    "Some care leavers receive an outstanding service.",
    "They met care leavers, whose flats were good.",
    "Leaders, who had visited in May, are good listeners.",
    "Adoption got a good start.",
    "A parent said the help she got was inadequate.",
    "Leaders gave a good account.",
    "Staff are good in meetings and good at adoption parties.",
    "The service has moved to good premises.",
    "\n\nLeaders of today\n\nGood morning",
    "Progress on the action plan is satisfactory.",
    "Arrangements with outstanding aspects were seen.",
    "They found a number of good examples.",
]


@pytest.mark.parametrize(
    ("text", "grades"),
    [*LISTS, *TRAITS, *SHARED, *WORDED, *TASKS, *PARTED, *FURTHER, *ROWS, *MOVED, *JOINED, *WHOLE],
)
def test_a_grade_is_laid_on_what_it_was_given_for(
    text: str, grades: set[tuple[Area, Outcome]]
) -> None:
    assert given(text) == grades


@pytest.mark.parametrize("text", NOTHING)
def test_traits_and_things_have_no_grade(text: str) -> None:
    assert not any(outcome in {GOOD, TOP, LOW, FAILED, FAIR} for _, outcome in given(text))


SEND = "Ofsted and the CQC have reported on special educational needs (SEND) services in Kent. "
UNEVEN = [
    "Ofsted said that the county's SEND services are 'inconsistent'.",
    "SEND provision in Kent was judged to be inconsistent.",
    "Inspectors found that support for children with SEND is inconsistent across the county.",
    "There could be three results, and the result was that it led to inconsistent outcomes.",
    "Kent's SEND system has been found to be inconsistent.",
    "Inspectors describe the SEND provision as inconsistent.",
    "The report found inconsistencies in the experiences and outcomes of children.",
]
NOT_UNEVEN = [
    "Inspectors found that the quality of plans is inconsistent.",
    "Inspectors said that communication with parents of children with SEND was inconsistent.",
    "Health visitors' checks were inconsistent, inspectors said.",
    "Its SEND provision could become inconsistent, a councillor said.",
]


def outcomes(text: str) -> set[Outcome]:
    """Give what a text on special needs reports."""
    _, drafts = draft_findings(parsed(SEND + text, "SEND in Kent"), reading_context())
    return {draft.finding.outcome for draft in drafts if draft.finding.role is Role.NEWS}


@pytest.mark.parametrize("text", UNEVEN)
def test_services_for_special_needs_that_are_called_inconsistent_have_the_middle_outcome(
    text: str,
) -> None:
    assert Outcome.SEND_INCONSISTENT in outcomes(text)


@pytest.mark.parametrize("text", NOT_UNEVEN)
def test_an_inconsistent_thing_is_no_outcome(text: str) -> None:
    assert Outcome.SEND_INCONSISTENT not in outcomes(text)


@pytest.mark.parametrize(
    ("title", "area"),
    [
        (
            "Ofsted criticises Kent's 'inadequate' child protection services",
            Area.HELP_AND_PROTECTION,
        ),
        ("Ofsted criticises Kent's 'inadequate' children's services", Area.OVERALL),
    ],
)
def test_a_grade_is_that_of_what_it_stands_in_front_of(title: str, area: Area) -> None:
    text = "A report on services in Kent came out on Monday. Ofsted found many failings."
    _, drafts = draft_findings(parsed(text, title, "2014-07-01"), reading_context())
    assert {d.area for d in drafts if d.outcome is Outcome.INADEQUATE} == {area}


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("'Outstanding' children's services leadership praised by Ofsted in Kent", "leaders"),
        ("Kent's 'outstanding' children's services leaders praised by Ofsted", "leaders"),
        ("Ofsted rates Kent's children's services outstanding, leaders say", "overall"),
        ("'Outstanding' children's services praised by Ofsted in Kent", "overall"),
    ],
)
def test_a_grade_in_front_of_a_service_and_its_part_is_the_parts(text: str, area: str) -> None:
    found = read("Ofsted has reported on Kent County Council.", text, "2024-05-01").findings
    assert {f.area.value for f in found if f.outcome.value == "outstanding"} == {area}


@pytest.mark.parametrize("quotes", ["'{}'", "‘{}’", '"{}"', "{}"])
@pytest.mark.parametrize(
    "text",
    [
        "Leadership in Kent has been singled out by Ofsted as part of an overall {} rating.",
        "Ofsted found leadership in Kent outstanding within an overall {} verdict.",
    ],
)
def test_an_overall_grade_is_the_wholes_whatever_it_is_part_of(text: str, quotes: str) -> None:
    found = read(text.format(quotes.format("good")), "Ofsted in Kent", "2024-05-01").findings
    assert "overall" in {f.area.value for f in found if f.outcome.value == "good"}


@pytest.mark.parametrize("going_on", ["senior leaders have", "leaders are said to have"])
def test_whoever_acts_behind_a_comma_is_not_what_was_graded(going_on: str) -> None:
    text = (
        "Ofsted has rated Leeds outstanding. Since the last inspection in 2018, when services were"
        f' rated "good", {going_on} been relentless.'
    )
    found = read(text, "Leeds rated outstanding by Ofsted", "2024-05-17").findings
    assert {(f.outcome.value, f.area.value) for f in found if f.role is Role.BACKGROUND} == {
        ("good", "overall")
    }


@pytest.mark.parametrize("practice", ["practice", "its practice"])
def test_most_areas_of_practice_tell_of_the_whole(practice: str) -> None:
    text = (
        f"Ofsted has reported on Leeds's children's services. Three areas of {practice} out of four"
        " were called inadequate, the last one good."
    )
    found = read(text, "Leeds: the inspection", "2024-02-01").findings
    assert {f.outcome for f in found if f.area is Area.OVERALL} == {Outcome.INADEQUATE}


@pytest.mark.parametrize("some", ["four of six areas", "three of the five areas", "5 of 7 areas"])
def test_a_good_grade_of_some_areas_is_not_the_one_before(some: str) -> None:
    text = (
        'Inspectors of Ofsted have rated services in Leeds as "adequate".\n\nIn its 2008 annual'
        f" performance assessment Leeds was awarded Grade 2, the second lowest, although {some}"
        " earned a Grade 3 Good and the others were adequate."
    )
    found = read(text, "Leeds getting better", "2008-12-22").findings
    assert not [f for f in found if f.adverse]
    assert {f.outcome for f in found if f.area is Area.OVERALL} == {Outcome.ADEQUATE}

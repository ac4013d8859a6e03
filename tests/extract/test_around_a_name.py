"""Names of councils by which something else is told: who must act, where it lies, whom it joins."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read
from watcher.app.reading import reading_context
from watcher.extract import extract
from watcher.model.dates import PartialDate
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

OTHERS = (
    "Meanwhile in Newham another visit by Ofsted this month was broadly positive.",
    "A commissioner who used to run services in Newham has been named.",
    "Newham was rated good last year.",
)
EXACTED = (
    "Ofsted has demanded urgent action from Kent, whose children's services had got worse.",
    "Inspectors are demanding change from Kent Council, whose services they rated inadequate.",
    "Ofsted wants rapid improvement from Kent after rating its children's services inadequate.",
    "Ofsted and the CQC have asked for a written statement of action from Kent.",
    "Inspectors expect far more from Kent, whose children's services they rated inadequate.",
    "Children's services may be taken away from Kent, hours after Ofsted found them inadequate.",
    "Control of services is to be taken from Kent, which Ofsted has just rated inadequate.",
    "Children's services are to be stripped from Kent after Ofsted found them inadequate.",
)
SENT = (
    "Ofsted has rated children's services in Kent inadequate. It wants experts from Leeds to help.",
    "Ofsted has rated children's services in Kent inadequate. It has asked for help from Leeds.",
    "Ofsted has rated children's services in Kent inadequate. A director taken from Leeds is in.",
    "Ofsted has rated children's services in Kent inadequate. A letter from Leeds offered support.",
)
PLACED = (
    (
        "Ofsted has reported on Oldham. Services in the Lancashire borough were rated inadequate.",
        {"Oldham"},
    ),
    (
        "Ofsted has reported on Southend. Children's services in the Essex city were inadequate.",
        {"Southend-on-Sea"},
    ),
    (
        "Ofsted's report on services in Kent's near neighbour, Medway, calls them inadequate.",
        {"Medway"},
    ),
    (
        "Ofsted's report on services in Leeds's neighbour Bradford calls them inadequate.",
        {"Bradford"},
    ),
    (
        (
            "A county's services are inadequate, says Ofsted. A commissioner may come, as"
            " happened in Kent or Essex. Lancashire Council said that it was sorry."
        ),
        {"Lancashire"},
    ),
    (
        (
            "Significant weaknesses in special needs support in North Somerset were found."
            " The council and Bristol, North Somerset and South Gloucestershire Clinical"
            " Commissioning Group have been told by Ofsted to write a"
            " written statement of action. Bristol awaits a visit."
        ),
        {"North Somerset"},
    ),
    (
        (
            "Bristol, North Somerset and South Gloucestershire were all rated inadequate by Ofsted"
            " today. Their Integrated Care Board was not."
        ),
        {"Bristol", "North Somerset", "South Gloucestershire"},
    ),
    (
        "Children's services across the Wigan borough are inadequate, Ofsted has found.",
        {"Wigan"},
    ),
    ("Ofsted has rated the Essex council inadequate, as it did in Kent.", {"Essex"}),
    ("Ofsted came to Halton. The Cheshire authority's services were inadequate.", {"Halton"}),
    ("Derby is one of ten rated inadequate by Ofsted, with the likes of Bury.", {"Derby"}),
    (
        "Derby is one of ten rated inadequate by Ofsted, alongside the likes of Bury and Leeds.",
        {"Derby", "Bury", "Leeds"},
    ),
    (
        "Ofsted has rated Derby inadequate, putting it alongside the likes of Bury and Leeds.",
        {"Derby"},
    ),
)


def adverse(text: str) -> set[str]:
    """Give the councils of which a page has bad news."""
    found = read(text, "Council told to act", "2024-05-02").findings
    return {f.council.name for f in found if f.role.value == "news" and f.adverse}


@pytest.mark.parametrize("other", OTHERS, ids=range(len(OTHERS)))
@pytest.mark.parametrize("text", EXACTED, ids=range(len(EXACTED)))
def test_of_whom_something_is_exacted_is_whom_a_page_is_about(text: str, other: str) -> None:
    assert adverse(f"{text} Families had expected it.\n\n{other}") == {"Kent"}


@pytest.mark.parametrize("text", SENT, ids=range(len(SENT)))
def test_who_sends_help_is_not(text: str) -> None:
    assert adverse(text) == {"Kent"}


@pytest.mark.parametrize(("text", "councils"), PLACED, ids=range(len(PLACED)))
def test_a_name_may_only_say_where_another_lies(text: str, councils: set[str]) -> None:
    assert adverse(text) == councils


def test_what_another_nation_s_inspectors_say_is_of_no_council() -> None:
    text = (
        "Care Inspectorate Wales said that a visit to Powys had raised serious concerns about"
        " children's services. Ofsted would have called them inadequate, said a councillor, as"
        " happened in Shropshire or Herefordshire. Inspectors will return to the county."
    )
    assert adverse(text) == set()


@pytest.mark.parametrize("outlet", ["Kent Council careers site", "Kent County Council - news"])
def test_a_council_s_own_pages_are_about_itself(outlet: str) -> None:
    text = (
        "In 2022 Ofsted rated our children's services inadequate. With Leeds as our partner we have"
        " worked through a plan. We seek managers."
    )
    hints = Hints(title="Head of Service", outlet=outlet, published=PartialDate("2024-05-02"))
    found = extract(parse_string(text, hints), reading_context()).findings
    assert {f.council.name for f in found} == {"Kent"}


def test_a_body_with_council_in_its_name_is_none() -> None:
    text = "Ofsted rated Leeds's children's services inadequate today. We offer training."
    hints = Hints(title="News", outlet="Kent Council for Voluntary Service")
    found = extract(parse_string(text, hints), reading_context()).findings
    assert {f.council.name for f in found} == {"Leeds"}


@pytest.mark.parametrize(
    ("title", "council"),
    [
        ("Children left at risk in Kent town, says Ofsted", "Medway"),
        ("Essex borough rated inadequate", "Thurrock"),
        ("Lancashire seaside town's children's services inadequate", "Blackpool"),
        ("Devon city's children's services 'inadequate'", "Plymouth"),
        ("Staffordshire city rated inadequate", "Stoke-on-Trent"),
    ],
)
def test_a_headline_s_county_may_only_say_where_a_town_lies(title: str, council: str) -> None:
    found = read(f"Ofsted has rated children's services in {council} inadequate.", title)
    assert {f.council.name for f in found.findings if f.adverse} == {council}


@pytest.mark.parametrize(
    "title", ["Essex and borough councils", "Essex county rated inadequate", "Essex inadequate"]
)
def test_a_headline_s_county_is_a_council_all_the_same(title: str) -> None:
    found = read("Ofsted has rated children's services in Essex inadequate.", title)
    assert {f.council.name for f in found.findings if f.adverse} == {"Essex"}

"""What has got worse in words that are no grade, and whoever is named late or calls it names."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, parsed, reported
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.extract.confidence import features, traits_of

TITLE = "Ofsted report on Kent's children's services"


def alarmed(text: str, title: str = TITLE) -> bool:
    return any(
        outcome in {"deterioration", "weaknesses"} for _, outcome in reported(text, title, None)
    )


@pytest.mark.parametrize(
    "said",
    [
        "Things have got noticeably worse since they were last here, inspectors say.",
        "Inspectors found services weaker than before.",
        "Ofsted says that help for vulnerable children has crumbled since inspectors were there.",
        "Inspectors write that the department has been allowed to drift.",
        "The protection of children in the county has unravelled, according to inspectors.",
        "Its work with vulnerable children is in decline, Ofsted said.",
        "Ofsted found that the service had gone downhill.",
        "Leadership has lost its way, inspectors wrote.",
        "Inspectors told us that we are not doing as well as we were.",
        "Inspectors said that services were in a worse state than at the previous inspection.",
        "They say young people get a poorer service than they would have got a decade ago.",
        "Inspectors found that care leavers receive worse support than they did in 2019.",
    ],
)
def test_what_got_worse_is_a_decline(said: str) -> None:
    assert alarmed(f"Kent County Council has heard from Ofsted. {said}")


@pytest.mark.parametrize(
    "said",
    [
        "Talks with the union have collapsed.",
        "The sea wall has crumbled since 2019.",
        "Parents said that they got a poorer service than before.",
        "No family gets a poorer service than before, inspectors said.",
        "Some streets get worse care than others.",
        "Traffic in the town has gone downhill, residents say.",
        "Inspectors said that help for children is better than before.",
        "The party has lost its way, its former leader said.",
    ],
)
def test_what_is_no_service_may_fall_apart(said: str) -> None:
    assert not alarmed(f"Kent County Council has heard from Ofsted. {said}")


def test_inspectors_in_a_time_are_inspectors() -> None:
    text = "Kent's help for children has crumbled since inspectors were last there, it says."
    assert ("Kent", "deterioration") in reported(text, "A report to Kent")


def test_the_schools_and_care_inspectorate_is_no_other_body() -> None:
    text = "Children's services in Kent are inadequate, the schools and care inspectorate has said."
    assert ("Kent", "inadequate") in news(text, "'Complacent' county fails children")


@pytest.mark.parametrize(("other", "strange"), [("the county", False), ("Surrey", True)])
def test_the_only_council_of_a_page_is_no_stranger_to_it(other: str, *, strange: bool) -> None:
    text = (
        "I have been a member of the panel for years.\n\nSocial workers have too many cases."
        " Children waited for weeks. The department is full. Foster carers are"
        f" praised.\n\nThen to {other}. Children's services in Kent are inadequate, Ofsted says."
    )
    page, drafts = draft_findings(parsed(text, "We must not look away"), reading_context())
    assert page is not None
    draft = next(one for one in drafts if one.council.name == "Kent")
    assert features(page, traits_of(page), draft)["stranger"] is strange


@pytest.mark.parametrize("verb", ["branded", "called", "described", "labelled"])
def test_what_he_brands_it_is_his_who_spoke_before(verb: str) -> None:
    link = "as " if verb == "described" else ""
    text = (
        "The union's secretary in Kent, Al Roe, said that caseloads had doubled.\n\nHe"
        f" {verb} the service {link}inadequate.\n\nOfsted has not been there since 2019."
    )
    assert ("Kent", "inadequate") not in reported(text, "Union warns of strikes in Kent")


def test_what_an_inspector_brands_it_is_a_verdict() -> None:
    text = (
        "The lead inspector spoke in Kent on Monday.\n\nHe branded children's services inadequate."
    )
    assert ("Kent", "inadequate") in reported(text, TITLE)

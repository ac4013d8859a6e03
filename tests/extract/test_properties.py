"""What holds for every text: true quotations, one answer, no harm from what is beside it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.articles import council_names
from tests.extract.helpers import parsed, read
from watcher.app.reading import reading_context
from watcher.extract import extract

PIECES = st.sampled_from(
    [
        "Ofsted has rated children's services at {} inadequate.",
        "The authority was previously rated “good” in 2019.",
        "Services in {} were downgraded from 'good' to 'requires improvement'.",
        "A focused visit to {} found practice had deteriorated.",
        "Soft\u00adhyphens and zero\u200bwidth marks in inade\u00adquate services.",
        "Care leavers: inadequate",
        "Widespread and systemic failings, said the CQC of SEND in {}.",
        "It was not inadequate; it could be, if {} does nothing.",
        "Dr. No said: “No. 10 is … not ours!”",
        "İstanbul ﬁne naïve ＯＦＳＴＥＤ 你好 🙂",
        "\n\n",
        "- {}: good\n",
    ]
)
NAMES = st.sampled_from(council_names())
TEXTS = st.lists(st.tuples(PIECES, NAMES), max_size=12).map(
    lambda pairs: " ".join(piece.format(name) for piece, name in pairs)
)
HARMLESS = st.sampled_from(
    [
        "The weather will be fine on Sunday.",
        "Parking charges go up in April, members heard.",
        "A book fair was held at the library.",
        "Lorem ipsum dolor sit amet.",
    ]
)
STORY = (
    "Ofsted has rated children's services at Rutland County Council inadequate after an"
    " inspection in March.\n\nThe council was rated good in 2019.\n\n"
)


@given(TEXTS.filter(str.strip))
def test_every_quotation_is_a_piece_of_the_text(text: str) -> None:
    document = parsed(text)
    for finding in extract(document, reading_context()).findings:
        for evidence in finding.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote
            assert evidence.quote


@given(TEXTS.filter(str.strip))
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@given(HARMLESS)
def test_a_paragraph_that_names_no_council_changes_nothing(extra: str) -> None:
    def facts(text: str) -> set[tuple[object, ...]]:
        return {
            (f.council.code, f.role, f.kind, f.area, f.outcome, f.direction, f.adverse)
            for f in read(text, "Rutland inadequate", "2024-05-01").findings
        }

    assert facts(STORY + extra + "\n\n") == facts(STORY)


@given(NAMES)
def test_findings_move_with_the_name(name: str) -> None:
    text = f"Ofsted has rated children's services at {name} council inadequate."
    found = read(text, f"{name} council rated inadequate", "2026-05-01").findings
    assert {f.council.name.split(" (")[0] for f in found} == {name}
    assert all(f.adverse for f in found)


SEND_REVISIT = "Ofsted came again to Leeds to look at special educational needs.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "inadequate " * 40_000,
        "Leeds, " * 40_000,
        "from good to " * 20_000,
        "“" * 100_000 + " Ofsted",
        "Ofsted rated Leeds " + "not " * 40_000 + "inadequate.",
        "a" * 400_000 + " Ofsted",
        "in May 2019, " * 20_000 + "Ofsted",
        ". " * 100_000 + "Ofsted",
        "Ofsted; " * 40_000,
        SEND_REVISIT + "Inspectors found areas of significant weakness. " * 12_000,
        SEND_REVISIT + "Inspectors found that three weaknesses had been addressed. " * 6_000,
    ],
    ids=[
        *("grades", "names", "from-to", "quotes", "negations", "one word", "dates", "stops"),
        *("cuts", "weaknesses", "counts"),
    ],
)
def test_long_adversarial_text_is_read_in_time(text: str) -> None:
    document = parsed(text)
    started = time.process_time()
    extract(document, reading_context())
    assert time.process_time() - started < 5

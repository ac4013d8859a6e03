from __future__ import annotations

from dataclasses import replace

import pytest

from watcher.cli.reading_view import Line, render
from watcher.model.council import CouncilCode, CouncilRef
from watcher.model.dates import PartialDate
from watcher.model.document import Block, BlockRole, Document
from watcher.model.finding import Evidence, Finding, Previous, Reading, Rejection
from watcher.model.vocabulary import Area, Direction, Kind, Outcome, Role, Severity

FIRST = "Services in Swindon are inadequate."
SECOND = "They were good in 2014, inspectors said."
TEXT = f"{FIRST}\n\n{SECOND}"
DOCUMENT = Document(
    text=TEXT,
    title="Services fall",
    path="a.txt",
    blocks=(
        Block(0, len(FIRST), BlockRole.PARAGRAPH),
        Block(len(FIRST) + 2, len(TEXT), BlockRole.PARAGRAPH),
    ),
)
FINDING = Finding(
    council=CouncilRef(code=CouncilCode("E06000030"), name="Swindon"),
    role=Role.NEWS,
    kind=Kind.FULL_INSPECTION,
    regime="ilacs",
    area=Area.OVERALL,
    outcome=Outcome.INADEQUATE,
    direction=Direction.WORSE,
    previous=Previous(outcome=Outcome.GOOD, when=PartialDate("2014")),
    when=PartialDate("2024-06"),
    adverse=True,
    severity=Severity.CRITICAL,
    confidence=0.87,
    rule="grade.inadequate",
    evidence=(Evidence(quote=FIRST, start=0, end=len(FIRST)),),
)


def plain(lines: list[Line]) -> str:
    return "\n".join("".join(span.text for span in line) for line in lines)


def shown(reading: Reading) -> str:
    return plain(render(reading))


def test_a_finding_is_told_with_everything_that_matters() -> None:
    told = shown(Reading(document=DOCUMENT, findings=(FINDING,)))
    assert "[1] ▲▲▲ Swindon: overall effectiveness: inadequate" in told
    assert (
        "news · full inspection, June 2024 · was good (2014) · worse · would alert, critical · "
        "confidence 0.87 · grade.inadequate"
    ) in told
    assert f"[1▸ {FIRST} ◂1]" in told


def test_a_held_background_finding_says_so_and_is_not_loud() -> None:
    finding = replace(
        FINDING,
        role=Role.BACKGROUND,
        adverse=False,
        severity=None,
        held=True,
        previous=Previous(outcome=Outcome.GOOD),
        direction=Direction.UNKNOWN,
        when=None,
    )
    told = shown(Reading(document=DOCUMENT, findings=(finding,)))
    assert "[1] Swindon" in told
    assert "background · full inspection · was good · confidence 0.87, held for review" in told


def test_overlapping_quotations_are_both_marked() -> None:
    inner = Evidence(quote="Swindon", start=12, end=19)
    second = replace(FINDING, role=Role.BACKGROUND, evidence=(inner,))
    told = shown(Reading(document=DOCUMENT, findings=(FINDING, second)))
    assert "[1▸ Services in [2▸ Swindon ◂2] are inadequate. ◂1]" in told


def test_a_quotation_over_two_blocks_is_marked_in_both() -> None:
    across = Evidence(quote=TEXT, start=0, end=len(TEXT))
    told = shown(Reading(document=DOCUMENT, findings=(replace(FINDING, evidence=(across,)),)))
    assert f"[1▸ {FIRST} ◂1]\n[1▸ {SECOND} ◂1]" in told


def test_rejections_are_lettered_and_marked_where_they_stand() -> None:
    rejections = (
        Rejection(stage="extract", reason="history", council=FINDING.council, quote=SECOND),
        Rejection(stage="extract", reason="hypothetical", quote="not in the text"),
        Rejection(stage="parse", reason="paywall"),
    )
    told = shown(Reading(document=DOCUMENT, rejections=rejections))
    assert "No findings." in told
    assert f"[a] not taken: Swindon history  {SECOND}" in told
    assert "[b] not taken: hypothetical  not in the text" in told
    assert "[c] not taken: paywall" in told
    assert f"[a▸ {SECOND} ◂a]" in told


def test_letters_go_on_after_z() -> None:
    many = tuple(Rejection(stage="extract", reason=str(number)) for number in range(28))
    told = shown(Reading(document=DOCUMENT, rejections=many))
    assert "[z] not taken: 25" in told
    assert "[b2] not taken: 27" in told


def test_long_quotations_and_furniture_are_shortened() -> None:
    text = "Subscribe " * 30
    document = Document(text=text, blocks=(Block(0, len(text) - 1, BlockRole.PROMO),))
    rejection = Rejection(stage="extract", reason="history", quote="word " * 100)
    told = shown(Reading(document=document, rejections=(rejection,)))
    assert "(no title)" in told
    assert max(map(len, told.splitlines())) < 250
    assert "(promo: Subscribe" in told


def test_of_a_long_document_only_blocks_with_findings_are_shown() -> None:
    filler = "Nothing of note. " * 600
    text = f"{filler}\n{FIRST}\n{filler}"
    at = text.index(FIRST)
    blocks = (
        Block(0, len(filler), BlockRole.PARAGRAPH),
        Block(at, at + len(FIRST), BlockRole.PARAGRAPH),
        Block(at + len(FIRST) + 1, len(text), BlockRole.PARAGRAPH),
    )
    finding = replace(FINDING, evidence=(Evidence(quote=FIRST, start=at, end=at + len(FIRST)),))
    told = shown(Reading(document=Document(text=text, blocks=blocks), findings=(finding,)))
    assert told.count("… 1 blocks without findings …") == 2
    assert "Nothing of note" not in told
    assert f"[1▸ {FIRST} ◂1]" in told


def test_what_could_not_be_read_says_why() -> None:
    told = shown(Reading(document=Document(text="", path="a.txt"), error="the document is empty"))
    assert told.endswith("could not be read: the document is empty")


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\x9b2J", "\u202e", "\u200b", "\x07", "\ud800"])
def test_nothing_that_drives_a_terminal_is_in_any_line(hostile: str) -> None:
    document = replace(
        DOCUMENT,
        text=TEXT.replace("good", f"go{hostile}od"),
        title=f"Services{hostile} fall",
        outlet=f"Ga{hostile}zette",
        url=f"https://example.org/{hostile}",
    )
    rejection = Rejection(stage="extract", reason="history", quote=f"a{hostile}b")
    failed = Reading(document=document, error=f"broken {hostile}")
    told = shown(Reading(document=document, findings=(FINDING,), rejections=(rejection,)))
    assert not set(hostile) & set(told) - set("[31m2J")
    assert not set(hostile) & set(shown(failed)) - set("[31m2J")

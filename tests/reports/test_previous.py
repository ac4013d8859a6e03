"""A report's own word on the grade before it is read, as a cross-check, or left alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports import pages
from tests.reports.pdfs import make_pdf
from watcher.app.reading import read_bytes, reading_context
from watcher.cli import run_cli
from watcher.model.reading import reading_json
from watcher.model.vocabulary import Area, Role
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.model.finding import EarlierGrade, Reading

Read = "Callable[..., Reading]"
GOOD = pages.five_rows("Good", "Good", "Good", "Good", "Good")


def front(prose: str, *rows: str, dates: str = "13 to 24 May 2024") -> str:
    page = pages.ilacs(*(rows or GOOD), dates=dates)
    return page.removesuffix(pages.PROSE) + prose + "\n" + pages.PROSE


def previous(reading: Reading) -> EarlierGrade | None:
    assert reading.inspection is not None
    return reading.inspection.previous


SAID = [
    (
        (
            "Since the last inspection in 2021, when services were judged overall as requires\n"
            "improvement to be good, leaders have changed much."
        ),
        "requires_improvement",
        "2021",
    ),
    (
        (
            "The previous inspection, in March 2019, judged all services as requiring improvement\n"
            "to be good."
        ),
        "requires_improvement",
        "2019-03",
    ),
    (
        "Halton children’s services were judged inadequate in 2018. Much has changed since.",
        "inadequate",
        "2018",
    ),
    (
        (
            "Children’s services are now good and have grown steadily since they were found to be\n"
            "inadequate in 2020."
        ),
        "inadequate",
        "2020",
    ),
    (
        (
            "Services have improved since the single inspection in 2014, when they required\n"
            "improvement to be good."
        ),
        "requires_improvement",
        "2014",
    ),
    (
        "The last inspection of Halton in 2019 judged services to be good in all areas.",
        "good",
        "2019",
    ),
    (
        (
            "At the last inspection in 2015, Halton was rated good across all areas, except for\n"
            "care leavers."
        ),
        "good",
        "2015",
    ),
    (
        "Following a judgement of inadequate for overall effectiveness in 2019, a new team came.",
        "inadequate",
        "2019",
    ),
    (
        (
            "Children’s social care services in Halton continue to require improvement to be good\n"
            "and have not moved on since the last inspection in 2020."
        ),
        "requires_improvement",
        None,
    ),
    (
        (
            "Although a focused visit in 2022 found progress, there has been a decline since the\n"
            "inspection in 2019, when the council was assessed as outstanding overall."
        ),
        "outstanding",
        "2019",
    ),
    (
        (
            "Halton was last inspected in June 2020 and was judged to be inadequate for the help\n"
            "that children receive and for overall effectiveness."
        ),
        "inadequate",
        "2020-06",
    ),
    (
        (
            "The local authority was inspected in 2021, when all aspects of children’s services\n"
            "were judged to be inadequate."
        ),
        "inadequate",
        "2021",
    ),
]


@pytest.mark.parametrize(("prose", "outcome", "when"), SAID)
def test_the_grade_before_is_read_with_its_date(
    read: Read, prose: str, outcome: str, when: str | None
) -> None:
    reading = read(front(prose))
    found = previous(reading)
    assert found is not None
    assert (found.area, found.outcome.value) == (Area.OVERALL, outcome)
    assert (str(found.when) if found.when else None) == when
    quote = found.evidence
    assert reading.document.text[quote.start : quote.end] == quote.quote
    assert quote.page == 1


LEFT = {
    "one-judgement": "At the last inspection in 2021, help and protection was judged inadequate.",
    "care-leavers": "Services for care leavers were judged to be inadequate in 2020.",
    "pointing-at-a-part": (
        "Services for care leavers have improved since the last inspection, when the service\n"
        "was judged to be inadequate."
    ),
    "some-services": "At the last inspection in 2021 some services were judged inadequate.",
    "part-by-part": "In 2021 services were judged good in two areas.",
    "joint-inspection": (
        "Services have declined since the joint targeted area inspection in 2021, which judged\n"
        "practice to be inadequate."
    ),
    "focused-visit": "A focused visit in 2022 found services to be good.",
    "schools": "Nearly all schools were judged good or outstanding at their last inspection.",
    "homes": "The council runs four children’s homes, all of which were judged good in 2022.",
    "this-time": "At this inspection services are judged to be good.",
    "two-earlier-grades": (
        "Services were judged inadequate in 2016. At the last inspection in 2019 services were\n"
        "judged to require improvement."
    ),
    "longer-ago": "Progress has been slow since services were first judged inadequate in 2015.",
    "no-time": "Services were judged to be good.",
    "of-another-regime": "The inspection in 2011 judged services to be good.",
    "after-this-one": "In 2026 services were judged to be good.",
    "alternatives": "In 2021 services were judged good or better.",
    "good-of-something": "The last inspection in 2021 found good services for children.",
    "those-services": "Services which were judged to be good in 2021 are now inadequate.",
    "no-grade": "Services have declined since the last inspection in 2021.",
}


@pytest.mark.parametrize("prose", LEFT.values(), ids=LEFT)
def test_what_is_not_the_last_overall_grade_for_certain_is_left_alone(
    read: Read, prose: str
) -> None:
    assert previous(read(front(prose))) is None


def test_the_grade_before_is_no_finding_and_starts_no_change(read: Read) -> None:
    prose = "Since the last inspection in 2021, when services were judged inadequate, all changed."
    reading = read(front(prose))
    assert {f.role for f in reading.findings} == {Role.NEWS}
    assert {f.outcome.value for f in reading.findings} == {"good"}
    assert all(f.previous is None for f in reading.findings)


def test_a_sentence_above_the_table_or_on_a_later_page_is_not_looked_for(read: Read) -> None:
    later = "2\nAt the last inspection in 2021 services were judged to be inadequate."
    reading = read(front("Leaders know their children."), later)
    assert previous(reading) is None
    assert reading.inspection is not None
    assert reading.inspection.pages_read == 1


def test_a_grade_of_the_council_before_is_marked_so(read: Read) -> None:
    prose = (
        "This is the first inspection. Children’s services in the predecessor local authority,\n"
        "Barset County Council, were judged inadequate in 2019."
    )
    found = previous(read(front(prose)))
    assert found is not None
    assert found.predecessor


def test_a_re_inspection_says_it_on_its_second_page(read: Read) -> None:
    page = pages.single("Children’s services in Halton are good", pages.SINGLE_ROWS)
    again = page.replace("Inspection of services", "Re-inspection of services", 1)
    second = (
        "2\nExecutive summary\nThis is a re-inspection, following a judgement of inadequate for\n"
        "overall effectiveness in 2014. Services are no longer inadequate."
    )
    found = previous(read(again, second, "3\nMore of it"))
    assert found is not None
    assert (found.outcome.value, str(found.when), found.evidence.page) == ("inadequate", "2014", 2)
    assert previous(read(page, second)) is None


def test_a_re_inspection_may_list_what_the_last_report_judged(read: Read) -> None:
    page = pages.single(
        "Children’s services in Halton are good",
        pages.SINGLE_ROWS,
        dates="4 to 20 December 2017",
    )
    again = page.replace("Inspection of services", "Re-inspection of services", 1)
    listed = (
        "3\nPrevious Ofsted inspections\n• Two children’s homes were judged to be good.\n"
        "• The last inspection report was published in July 2015. The judgements for the local\n"
        "authority were:\n• Overall effectiveness: Inadequate\n"
        "• Leadership, management and governance: Good"
    )
    reading = read(again, "2\nExecutive summary\nMuch has changed.", listed)
    found = previous(reading)
    assert found is not None
    assert (found.outcome.value, str(found.when), found.evidence.page) == (
        "inadequate",
        "2015-07",
        3,
    )
    current = {f.area.value: f.outcome.value for f in reading.findings}
    assert (current["overall"], current["leaders"]) == ("good", "requires_improvement")


def test_json_gives_the_grade_before_with_its_sentence(read: Read) -> None:
    prose = "Since the last inspection in 2021, when services were judged inadequate, all changed."
    shown = reading_json(read(front(prose)))["inspection"]["previous"]
    assert shown["outcome"] == "inadequate"
    assert (shown["area"], shown["when"], shown["predecessor"]) == ("overall", "2021", False)
    assert "judged inadequate" in shown["evidence"]["quote"]
    assert reading_json(read(front("Nothing of it.")))["inspection"]["previous"] is None


OLD = pages.ilacs(*pages.five_rows("Good", "Good", "Good", "Good", "Good"), dates="4 to 8 May 2020")


def replayed(folder: Path, said: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    prose = f"Since the last inspection in 2020, when services were judged {said}, much changed."
    (folder / "report - 10 june 2020.pdf").write_bytes(make_pdf([OLD]))
    (folder / "report - 10 july 2024.pdf").write_bytes(make_pdf([front(prose)]))
    assert run_cli(["replay", "--json", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [e["change"] for e in told["events"]] == ["first_seen"] * 5 + ["unchanged"] * 5
    warnings: list[dict[str, Any]] = told["source_warnings"]
    return warnings


def test_a_report_that_agrees_with_what_is_stored_is_no_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replayed(tmp_path, "good", capsys) == []


def test_a_report_that_contradicts_what_is_stored_is_a_plain_warning_and_no_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (warning,) = replayed(tmp_path, "to require improvement", capsys)
    assert (warning["when"][:10], warning["reason"]) == ("2024-07-10", "previous_differs")
    for part in ("Halton", "requires improvement in 2020", "good is stored", "2020-05-04"):
        assert part in warning["detail"]
    assert "report - 10 july 2024.pdf, page 1" in warning["detail"]


def test_a_source_tells_of_a_contradiction_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    prose = "Since the last inspection in 2020, when services were judged inadequate, all changed."
    config = tmp_path / "config.toml"
    config.write_text(
        '[watcher]\ndatabase = "w.db"\nbaseline = "none"\n'
        '[[source]]\nname = "reports"\ntype = "file"\npath = "in/*.pdf"\n'
    )
    (tmp_path / "in" / "report - 10 june 2020.pdf").write_bytes(make_pdf([OLD]))
    assert run_cli(["check", "--all", "--config", str(config)]) == 0
    (tmp_path / "in" / "report - 10 july 2024.pdf").write_bytes(make_pdf([front(prose)]))
    assert run_cli(["check", "--all", "--config", str(config)]) == 0
    assert run_cli(["check", "--all", "--config", str(config)]) == 0
    capsys.readouterr()
    from watcher.store import Store

    with Store.open(tmp_path / "w.db") as store:
        notices = [n for n in store.sources.notices() if n.kind.value == "contradicted"]
    (notice,) = notices
    assert "contradicts what is stored" in notice.subject
    assert "inadequate in 2020, but good is stored" in notice.text


def test_no_earlier_grade_of_the_sample_is_read_wrong(reference: Path) -> None:
    lines = (reference / "reports" / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    right, wrong, due = 0, [], 0
    for row in map(json.loads, lines):
        body = (reference / "reports" / row["file"]).read_bytes()
        found = read_bytes(body, Hints(path=row["file"]), reading_context()).inspection
        said = found.previous.outcome.value if found and found.previous else None
        want = (row["previous_overall"] or "").replace(" ", "_") or None
        due += want is not None and row["readable"]
        right += said is not None and said == want
        wrong += [row["file"]] if said not in {None, want} else []
    assert wrong == []
    assert right >= 0.8 * due

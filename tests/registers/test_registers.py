"""Registers of every format: columns by heading, councils by name or code, odd cells told."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from watcher.errors import DocumentError, UnknownFormat, UnreadableDocument
from watcher.model.vocabulary import Area, Kind, Outcome
from watcher.parse.hints import Hints
from watcher.parse.register import parse_register
from watcher.reference import load_register, load_rulebook

if TYPE_CHECKING:
    from watcher.model.register import RegisterTable

HEADS = [
    "URN",
    "Local Authority",
    "Inspection Link",
    "Overall Effectiveness Grade",
    "Impact Of Leaders Grade",
    "Help And Protection Grade",
    "In Care Grade",
    "Care Leavers Grade",
    "Inspection Start Date",
    "Inspector Name",
]
LINK = "https://files.ofsted.gov.uk/v1/file/50231520"
ROW = [
    "80426",
    "Barnsley",
    LINK,
    "good",
    "outstanding",
    "requires improvement",
    "good",
    "inadequate",
    "11/09/2023",
    "Ann Example",
]
TITLES = [
    "Web link",
    "Local authority name",
    "Ofsted region",
    "Inspection date",
    "Publication date",
    "Overall effectiveness",
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
]
WANTED = {
    Area.OVERALL: Outcome.GOOD,
    Area.LEADERS: Outcome.OUTSTANDING,
    Area.HELP_AND_PROTECTION: Outcome.REQUIRES_IMPROVEMENT,
    Area.CHILDREN_IN_CARE: Outcome.GOOD,
    Area.CARE_LEAVERS: Outcome.INADEQUATE,
}


def read(body: bytes) -> RegisterTable:
    return parse_register(body, Hints(path="register"), load_register(), load_rulebook())


def page(rows: list[list[str]]) -> bytes:
    lines = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    return f"<html><body><h1>R</h1><table>{''.join(lines)}</table></body></html>".encode()


def csv(rows: list[list[str]], separator: str = ",") -> bytes:
    quoted = [separator.join(f'"{cell}"' for cell in row) for row in rows]
    return "\r\n".join(quoted).encode()


def xlsx(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Notes"])
    sheet = book.create_sheet("Grades")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(rows: str) -> bytes:
    names = " ".join(
        f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{key}:1.0"'
        for key in ("office", "table", "text")
    )
    content = (
        f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<office:body><office:spreadsheet><table:table table:name="S">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return out.getvalue()


def ods_row(cells: list[str]) -> str:
    inner = "".join(
        f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells
    )
    return f"<table:table-row>{inner}</table:table-row>"


@pytest.mark.parametrize(
    "body",
    [
        page([HEADS, ROW]),
        csv([HEADS, ROW]),
        csv([HEADS, ROW], ";"),
        csv([HEADS, ROW], "\t"),
        xlsx([HEADS, ROW]),
        ods(ods_row(HEADS) + ods_row(ROW)),
    ],
    ids=["html", "comma", "semicolon", "tab", "xlsx", "ods"],
)
def test_a_row_is_the_same_in_every_format(body: bytes) -> None:
    table = read(body)
    assert len(table.rows) == 1
    row = table.rows[0]
    assert row.council.name == "Barnsley"
    assert dict(row.grades) == WANTED
    assert (str(row.start), row.file_number, row.kind) == (
        "2023-09-11",
        50231520,
        Kind.FULL_INSPECTION,
    )
    assert table.rejections == ()


def test_columns_are_known_by_heading_whatever_their_order_and_case() -> None:
    order = [7, 3, 0, 9, 1, 8, 6, 5, 4, 2]
    heads = [HEADS[at].upper().replace(" ", "_") for at in order]
    table = read(csv([heads, [ROW[at] for at in order]]))
    assert dict(table.rows[0].grades) == WANTED


def test_the_yearly_statistics_are_read_below_their_title_rows() -> None:
    cells = [
        LINK,
        "Bristol",
        "South West",
        "11/09/2023",
        "27/10/2023",
        "Good",
        "Outstanding",
        "Requires improvement to be good",
        "Good",
        "Inadequate",
    ]
    unseen = ["", "Durham", "North East", "Not yet inspected", *["Not yet inspected"] * 6]
    rows = ods_row(["Outcomes as at 31 March"]) + ods_row(["Source: the inspectorate"])
    table = read(ods(rows + ods_row(TITLES) + ods_row(cells) + ods_row(unseen)))
    assert [row.council.name for row in table.rows] == ["Bristol", "County Durham"] or [
        row.council.name for row in table.rows
    ] == ["Bristol", "Durham"]
    assert dict(table.rows[0].grades) == WANTED
    assert str(table.rows[0].published) == "2023-10-27"
    assert table.rows[1].start is None
    assert set(table.rows[1].grades.values()) == {None}
    assert table.rejections == ()


def test_repeated_and_dated_cells_of_a_sheet_are_spread_out() -> None:
    cells = (
        "<table:table-row><table:table-cell><text:p>80426</text:p></table:table-cell>"
        "<table:table-cell><text:p>Barnsley</text:p></table:table-cell><table:table-cell/>"
        '<table:table-cell table:number-columns-repeated="5"><text:p>good</text:p>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="date" office:date-value="2023-09-11T00:00:00">'
        "<text:p>11 Sept</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    row = read(ods(ods_row(HEADS) + cells)).rows[0]
    assert set(row.grades.values()) == {Outcome.GOOD}
    assert len(row.grades) == 5
    assert str(row.start) == "2023-09-11"


def test_merged_cells_of_a_page_reach_the_rows_they_cover() -> None:
    body = (
        "<table><tr><th>Council</th><th>Overall</th><th>Leaders</th></tr>"
        "<tr><td>Barnsley</td><td rowspan=2>Good</td><td>Good</td></tr>"
        "<tr><td>Halton</td><td>Inadequate</td></tr></table>"
    )
    rows = read(body.encode()).rows
    assert [row.grades[Area.OVERALL] for row in rows] == [Outcome.GOOD, Outcome.GOOD]
    assert [row.grades[Area.LEADERS] for row in rows] == [Outcome.GOOD, Outcome.INADEQUATE]


def test_a_value_in_care_before_2023_is_the_joint_judgement() -> None:
    old = [*ROW[:7], "inspection_pre_dates_judgement", "08/10/2018", ""]
    row = read(csv([HEADS, old])).rows[0]
    assert row.grades[Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS] is Outcome.GOOD
    assert Area.CHILDREN_IN_CARE not in row.grades
    assert Area.CARE_LEAVERS not in row.grades


def test_a_cell_that_is_no_grade_is_told_and_costs_no_other() -> None:
    bad = [*ROW[:3], "4", *ROW[4:]]
    table = read(csv([HEADS, bad, ROW]))
    assert table.rows[0].grades[Area.OVERALL] is None
    assert table.rows[0].grades[Area.LEADERS] is Outcome.OUTSTANDING
    assert [r.reason for r in table.rejections] == ["unknown_grade"]
    assert dict(table.rows[1].grades) == WANTED


def test_a_broken_row_and_an_unknown_council_are_told() -> None:
    table = read(csv([HEADS, [*ROW, "x", "y"], ["", "Barsetshire", *ROW[2:]], ROW, ROW]))
    assert [r.reason for r in table.rejections] == ["broken_row", "unknown_council"]
    assert table.unknown_councils == ("Barsetshire",)
    assert len(table.rows) == 2


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Kingston Upon Hull", "Kingston upon Hull"),
        ("Bristol, City of", "Bristol"),
        ("Bournemouth, Christchurch & Poole", "Bournemouth, Christchurch and Poole"),
        ("TELFORD & WREKIN", "Telford and Wrekin"),
        ("Richmond Upon Thames", "Richmond upon Thames"),
        ("St. Helens", "St Helens"),
        ("No such name", "Barnsley"),
    ],
)
def test_a_council_is_known_by_its_name_and_else_by_its_codes(printed: str, name: str) -> None:
    assert read(csv([HEADS, ["80426", printed, *ROW[2:]]])).rows[0].council.name == name


def test_previous_grades_are_no_grades() -> None:
    table = read(csv([["Council", "Previous overall", "Leaders"], ["Halton", "good", "good"]]))
    assert dict(table.rows[0].grades) == {Area.LEADERS: Outcome.GOOD}


def test_a_formula_without_a_value_is_an_empty_cell() -> None:
    table = read(xlsx([HEADS, [*ROW[:3], "=UPPER(A1)", *ROW[4:]]]))
    assert table.rows[0].grades[Area.OVERALL] is None


def bomb() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("content.xml", "w") as part,
    ):
        for _ in range(210):
            part.write(b" " * 1024 * 1024)
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", UnreadableDocument),
        (b"\x00\x01\x02", DocumentError),
        (csv([["a", "b"], ["1", "2"]]), UnknownFormat),
        (page([["Council", "Population"], ["Halton", "128,000"]]), UnknownFormat),
        (xlsx([HEADS, ROW])[:400], UnreadableDocument),
        (b"PK\x03\x04 and nothing else", UnreadableDocument),
        (bomb(), UnreadableDocument),
        (b"<html><body>Service unavailable</body></html>", UnknownFormat),
    ],
    ids=["empty", "binary", "no-headings", "no-grades", "cut-off", "no-zip", "bomb", "error-page"],
)
def test_what_is_no_register_says_so(body: bytes, kind: type[DocumentError]) -> None:
    with pytest.raises(kind):
        read(body)

"""A register page over time: what is an event, and what is only odd."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from tests.diff.builders import CONTEXT, REGISTER, told
from watcher.alerting.policy import Policy
from watcher.diff import Provenance
from watcher.diff.register import Page, compare_register
from watcher.diff.register_state import state_from_data, state_to_data
from watcher.model.dates import PartialDate
from watcher.model.register import RegisterRow, RegisterTable
from watcher.model.vocabulary import Area, Kind, Outcome
from watcher.pipeline.replay import Item, Replayed, replay

if TYPE_CHECKING:
    from collections.abc import Iterable

_AREAS = ("overall", "leaders", "help_and_protection", "children_in_care", "care_leavers")
COLUMNS = ("Local authority", "Link", "Inspection start date", *_AREAS)


@dataclass(frozen=True)
class Row:
    """One council's row, in short."""

    council: str
    start: str | None = "2023-05-01"
    number: int | None = 50_000_000
    grades: tuple[str, ...] = ("good",) * 5
    left_out: frozenset[str] = field(default_factory=frozenset)

    def parsed(self) -> RegisterRow:
        council = REGISTER.named(self.council)
        assert council is not None
        cells = {
            area: word
            for area, word in zip(_AREAS, self.grades, strict=True)
            if area not in self.left_out
        }
        known = {outcome.value for outcome in Outcome}
        return RegisterRow(
            council=council.ref,
            grades={Area(a): Outcome(w) if w in known else None for a, w in cells.items()},
            cells=cells,
            start=PartialDate(self.start) if self.start else None,
            end=None,
            published=None,
            link=f"https://files.example/v1/file/{self.number}",
            file_number=self.number,
            kind=Kind.FULL_INSPECTION,
            regime="ilacs",
        )


def fetches(*pages: Iterable[Row], columns: tuple[tuple[str, ...], ...] = ()) -> Replayed:
    """Fetch a register once a day."""
    items = []
    for number, rows in enumerate(pages):
        at = dt.datetime(2026, 7, 1, 9, tzinfo=dt.UTC) + dt.timedelta(days=number)
        shown = columns[number] if columns else COLUMNS
        table = RegisterTable(rows=tuple(row.parsed() for row in rows), columns=shown)
        page = Page(provenance=Provenance(seen=at, source="page"))
        items.append(Item(at=at, path=f"{number}", register=(table, page)))
    return replay(items, (), CONTEXT, Policy())


def warnings(found: Replayed) -> list[tuple[int, str]]:
    return [(w.when.day, w.reason.value) for w in found.warnings]


def state_of(found: Replayed, council: str, area: Area = Area.OVERALL) -> Outcome:
    (state,) = [s for s in found.states if s.council.name == council]
    return state.areas[area].outcome


KENT = Row("Kent", grades=("outstanding", "good", "good", "good", "good"))
LEEDS = Row("Leeds", number=50_000_100)
FALLEN = replace(
    KENT,
    start="2025-01-13",
    number=50_000_900,
    grades=("good", "good", "good", "good", "inadequate"),
)
MANY = tuple(
    Row(council.name, number=50_000_000 + index)
    for index, council in enumerate(REGISTER.current(dt.date(2025, 3, 1)))
)


def test_the_first_page_is_silent() -> None:
    found = fetches([KENT, LEEDS])
    assert found.events == ()
    assert found.alerts == ()
    assert state_of(found, "Kent") is Outcome.OUTSTANDING


def test_a_grade_that_comes_with_a_later_inspection_is_an_event() -> None:
    found = fetches([KENT, LEEDS], [FALLEN, LEEDS])
    assert told(found.events) == [
        ("care_leavers", "worsened", "good", "inadequate"),
        ("children_in_care", "unchanged", "good", "good"),
        ("help_and_protection", "unchanged", "good", "good"),
        ("leaders", "unchanged", "good", "good"),
        ("overall", "worsened", "outstanding", "good"),
    ]
    assert len(found.alerts) == 1
    assert warnings(found) == []


def test_thirty_real_reports_on_one_day_are_thirty_alerts_and_no_warning() -> None:
    after = tuple(
        replace(row, start="2025-01-13", number=row.number + 5_000, grades=("inadequate",) * 5)
        if index < 30
        else row
        for index, row in enumerate(MANY)
        if row.number is not None
    )
    found = fetches(MANY, after)
    assert len(found.alerts) == 30
    assert warnings(found) == []


def test_a_cell_that_changes_without_newer_evidence_is_read_anew_in_silence() -> None:
    misread = replace(KENT, grades=("inadequate", "good", "good", "good", "good"))
    found = fetches([KENT, LEEDS], [misread, LEEDS])
    assert found.events == ()
    assert warnings(found) == []
    assert state_of(found, "Kent") is Outcome.INADEQUATE


def test_a_hundred_cells_read_anew_are_a_warning_and_no_event() -> None:
    flipped = tuple(replace(row, grades=("good", "good", "good", "good", "")) for row in MANY)
    found = fetches(MANY, flipped)
    assert found.events == ()
    assert warnings(found) == [(2, "reread")]
    assert state_of(found, "Kent", Area.CARE_LEAVERS) is Outcome.GOOD


@pytest.mark.parametrize(("cells", "warned"), [(5, []), (6, [(2, "reread")])], ids=["5", "6"])
def test_more_than_five_cells_are_needed_for_a_warning(
    cells: int, warned: list[tuple[int, str]]
) -> None:
    after = [
        replace(row, grades=("inadequate", *row.grades[1:])) if index < cells else row
        for index, row in enumerate(MANY)
    ]
    assert warnings(fetches(MANY, after)) == warned


def test_what_was_read_anew_is_where_the_next_fall_starts() -> None:
    misread = replace(KENT, grades=("requires_improvement", "good", "good", "good", "good"))
    found = fetches([KENT], [misread], [FALLEN])
    assert told(found.events)[-1] == ("overall", "improved", "requires_improvement", "good")


def test_an_event_keeps_what_it_said_when_its_cell_is_read_anew() -> None:
    corrected = replace(FALLEN, grades=("good", "good", "good", "good", "good"))
    found = fetches([KENT], [FALLEN], [corrected])
    assert told(found.events)[0] == ("care_leavers", "worsened", "good", "inadequate")
    assert state_of(found, "Kent", Area.CARE_LEAVERS) is Outcome.GOOD


def test_a_rollback_for_a_day_changes_nothing() -> None:
    found = fetches([KENT, LEEDS], [FALLEN, LEEDS], [KENT, LEEDS], [FALLEN, LEEDS])
    assert len(found.alerts) == 1
    assert len(found.events) == 5
    assert warnings(found) == [(3, "rollback")]
    assert state_of(found, "Kent", Area.CARE_LEAVERS) is Outcome.INADEQUATE


def test_cells_that_flip_for_a_day_are_two_warnings_and_no_event() -> None:
    flipped = tuple(replace(row, grades=("inadequate",) * 5) for row in MANY)
    found = fetches(MANY, flipped, MANY)
    assert found.events == ()
    assert warnings(found) == [(2, "reread"), (3, "reread")]
    assert state_of(found, "Leeds") is Outcome.GOOD


def test_rows_cut_at_a_hundred_keep_the_state_of_the_others() -> None:
    cut = MANY[:100]
    found = fetches(MANY, cut, cut, MANY)
    assert found.events == ()
    assert warnings(found) == [(2, "rows_missing")]
    assert "53 councils" in found.warnings[0].detail
    assert len(found.states) == len(MANY)


def test_a_missing_row_does_not_stop_the_others() -> None:
    found = fetches([KENT, LEEDS], [FALLEN])
    assert len(found.alerts) == 1
    assert warnings(found) == [(2, "rows_missing")]


def test_a_report_that_came_while_the_row_was_missing_is_still_news() -> None:
    found = fetches([KENT, LEEDS], [LEEDS], [FALLEN, LEEDS])
    assert len(found.alerts) == 1


def test_a_missing_date_leaves_the_file_number_to_decide() -> None:
    undated = replace(FALLEN, start=None)
    assert len(fetches([KENT], [undated]).alerts) == 1
    older = replace(FALLEN, start=None, number=40_000_000)
    found = fetches([KENT], [older])
    assert found.events == ()
    assert warnings(found) == [(2, "rollback")]


def test_neither_date_nor_number_is_no_newer_evidence() -> None:
    found = fetches([KENT], [replace(FALLEN, start=None, number=None)])
    assert found.events == ()


def test_a_date_that_appears_later_makes_no_second_event() -> None:
    undated = replace(FALLEN, start=None)
    found = fetches([KENT], [undated], [FALLEN])
    assert len(found.events) == 5
    assert len(found.alerts) == 1
    assert {str(event.after.when) for event in found.events} == {"2025-01-13"}


def test_a_corrected_date_of_the_same_report_is_no_event() -> None:
    found = fetches([KENT], [replace(KENT, start="2023-07-12")])
    assert found.events == ()
    assert warnings(found) == []


def test_the_end_of_the_overall_grade_is_no_change() -> None:
    later = replace(
        KENT,
        start="2026-04-27",
        number=50_304_000,
        grades=("", "requires_improvement", "good", "good", "good"),
    )
    found = fetches([KENT], [later])
    assert [event.area for event in found.events if event.change.value == "worsened"] == [
        Area.LEADERS
    ]
    assert not [event for event in found.events if event.area is Area.OVERALL]
    assert state_of(found, "Kent") is Outcome.OUTSTANDING


def test_a_stale_overall_grade_beside_new_judgements_is_no_event() -> None:
    later = replace(KENT, start="2026-04-27", number=50_304_000)
    found = fetches([replace(KENT, grades=("good",) * 5)], [later])
    assert not [event for event in found.events if event.area is Area.OVERALL]


def test_a_column_that_goes_is_a_warning_and_no_event() -> None:
    without = frozenset({"overall"})
    after = [replace(row, left_out=without) for row in MANY]
    shorter = tuple(column for column in COLUMNS if column != "overall")
    found = fetches(MANY, after, columns=(COLUMNS, shorter))
    assert found.events == ()
    assert warnings(found) == [(2, "columns_changed")]
    assert state_of(found, "Leeds") is Outcome.GOOD


def test_columns_in_another_order_or_case_are_the_same() -> None:
    turned = tuple(column.upper().replace(" ", "_") for column in reversed(COLUMNS))
    assert warnings(fetches(MANY, MANY, columns=(COLUMNS, turned))) == []


def test_a_council_that_is_new_on_the_page_is_news() -> None:
    low = Row("Cumberland", start="2025-01-13", grades=("inadequate",) * 5)
    found = fetches([KENT], [KENT, low])
    assert {event.change.value for event in found.events} == {"first_seen"}
    assert len(found.alerts) == 1


def test_two_rows_of_one_council_count_by_their_evidence() -> None:
    table = RegisterTable(rows=(FALLEN.parsed(), KENT.parsed()), columns=COLUMNS)
    page = Page(provenance=Provenance(seen=dt.datetime(2025, 3, 1, tzinfo=dt.UTC), source="p"))
    found = compare_register(table, None, page, CONTEXT)
    overall = [r.outcome for r in found.records if r.area is Area.OVERALL]
    assert overall == [Outcome.GOOD]


def test_the_same_page_again_is_nothing() -> None:
    found = fetches(MANY, MANY, MANY)
    assert found.events == ()
    assert found.warnings == ()


def test_the_state_between_two_fetches_survives_storage() -> None:
    table = RegisterTable(rows=tuple(row.parsed() for row in MANY), columns=COLUMNS)
    page = Page(provenance=Provenance(seen=dt.datetime(2025, 3, 1, tzinfo=dt.UTC), source="p"))
    state = compare_register(table, None, page, CONTEXT).state
    assert state_from_data(json.loads(json.dumps(state_to_data(state)))) == state


def test_a_start_that_lies_in_the_future_is_no_date() -> None:
    found = fetches([KENT], [replace(KENT, start="2205-03-01")], [FALLEN])
    assert warnings(found) == []
    assert len(found.alerts) == 1


def test_a_missing_number_leaves_the_date_to_decide() -> None:
    assert len(fetches([replace(KENT, number=None)], [FALLEN]).alerts) == 1
    assert fetches([replace(KENT, number=None, start=None)], [FALLEN]).events == ()


def test_a_reissued_report_of_the_same_inspection_is_read_anew() -> None:
    reissued = replace(KENT, number=50_000_777, grades=("good",) * 5)
    found = fetches([KENT], [reissued], [replace(reissued, start=None)])
    assert found.events == ()
    assert found.warnings == ()
    assert state_of(found, "Kent") is Outcome.GOOD

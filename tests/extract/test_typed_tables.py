"""Tables that somebody typed: `Leaders / Good / Inadequate`, below `Judgement / 2017 / 2021`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read
from watcher.model.vocabulary import Role

OPENING = "This note gives Members the result of Ofsted's inspection of Kent in April 2021."
HEADS = [("Judgement", "2017", "2021"), ("Judgement", "Previous", "Now")]
ROWS = [
    ("Impact of leaders", "Good", "Inadequate"),
    ("Help and protection", "Requires improvement", "Inadequate"),
    ("Overall", "Requires improvement", "Inadequate"),
]
FALLEN = {("leaders", "inadequate", "worse"), ("overall", "inadequate", "worse")}


@pytest.mark.parametrize("mark", [" / ", " - ", " – ", " | ", "\t"])
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("turned", [False, True])
def test_columns_are_told_apart_by_their_heads(
    mark: str, head: tuple[str, str, str], *, turned: bool
) -> None:
    table = [head, *ROWS]
    lines = [mark.join((name, *(then[::-1] if turned else then))) for name, *then in table]
    text = f"{OPENING}\n\nResult\n" + "\n".join(lines) + "\n\nThe narrative is severe."
    found = {(f.area.value, f.outcome.value, f.direction.value) for f in read(text).findings}
    assert found >= FALLEN


@pytest.mark.parametrize(
    "line",
    [
        "News / Education / Kent",
        "Kent / Council / Children's services rated inadequate",
        "Home > Kent > Ofsted rates services inadequate",
    ],
)
def test_a_path_to_a_page_is_no_table(line: str) -> None:
    assert not read(f"{OPENING}\n\n{line}\n\nMembers will meet in May.").findings


@pytest.mark.parametrize("mark", [" / ", " | ", "\t"])
def test_rows_of_several_councils_tell_what_they_had_before(mark: str) -> None:
    rows = [("Council", "Grade", "Previous"), ("Kent", "Inadequate", "Good")]
    rows += [("Medway", "Inadequate", "Requires improvement"), ("Leeds", "Good", "Good")]
    text = "\n".join(mark.join(row) for row in rows) + "\n\nSource: Ofsted, children's services"
    found = read(text, "Ofsted grades this month", "2019-05-01").findings
    assert {
        (f.council.name, f.outcome.value, f.direction.value)
        for f in found
        if f.role is Role.NEWS and f.outcome.value == "inadequate"
    } == {("Kent", "inadequate", "worse"), ("Medway", "inadequate", "worse")}

"""Tables that somebody typed: `Leaders / Good / Inadequate`, below `Judgement / 2017 / 2021`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read

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

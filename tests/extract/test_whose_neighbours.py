"""Whose neighbours somebody is only says where they lie: what is told is theirs."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

TITLE = "Ofsted report on children's services"


@pytest.mark.parametrize(
    ("text", "councils"),
    [
        ("Surrey's neighbours in Kent have been judged inadequate by Ofsted.", "Kent"),
        ("Ofsted has told SURREY'S neighbour Kent that it is inadequate.", "Kent"),
        ("Alone among Surrey's neighbours, Kent was rated inadequate by Ofsted.", "Kent"),
        ("Surrey's neighbours Kent and Bromley have both been rated inadequate.", "Kent Bromley"),
        ("Surrey's two neighbours, Kent and Bromley, are both inadequate.", "Kent Bromley"),
        ("Surrey's neighbours are sorry for it. Kent was rated inadequate.", "Kent"),
        ("Surrey's services are worse than its neighbours' and rated inadequate.", "Surrey"),
        ("Surrey has been rated inadequate. Surrey's neighbours in Kent sent help.", "Surrey"),
        ("Surrey's neighbours sent help after its services were rated inadequate.", "Surrey"),
    ],
)
@pytest.mark.parametrize("when", ["2023-05-16", None])
def test_whose_neighbours_they_are_tells_no_verdict(
    text: str, councils: str, when: str | None
) -> None:
    found = reported(f"{text}\n\nInspectors from Ofsted came in March.", TITLE, when)
    assert found == {(name, "inadequate") for name in councils.split()}

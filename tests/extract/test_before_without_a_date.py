"""What a judgement was before, where the page gives no day for it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings

NEW = "Ofsted has rated children's services in Kent inadequate after an inspection in March 2024. "


@pytest.mark.parametrize(
    ("behind", "when"),
    [
        ("They were previously rated good.", None),
        ("It had earlier been judged good.", None),
        ("The service was formerly rated as good.", None),
        ("They were rated good in 2019.", "2019"),
        ("Before that, in May 2019, they were judged good.", "2019-05"),
    ],
)
def test_an_earlier_grade_never_has_the_day_of_the_new_inspection(
    behind: str, when: str | None
) -> None:
    found = findings(NEW + behind, "Kent children's services rated inadequate", "2024-05-03")
    new = next(f for f in found if f.adverse)
    assert new.previous is not None
    assert new.previous.outcome == "good"
    assert (new.previous.when.text if new.previous.when else None) == when
    assert new.when is not None
    assert new.when.text == "2024-03"
    old = [f for f in found if f.role == "background"]
    assert [f.when.text if f.when else None for f in old] in ([], [when])

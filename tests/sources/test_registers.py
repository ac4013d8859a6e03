"""A register that is watched: silent at first, news only for newer inspections, odd pages told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.world.server import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.sources.conftest import Watch
    from tests.world.server import World

HERE = {"type": "register", "allow_private": True}
COUNCILS = ("Leeds", "York", "Derby", "Bradford", "Salford", "Trafford", "Bury", "Luton")


def table(**changed: tuple[str, str, str]) -> Page:
    """A register of a few councils: one grade, start of the inspection, link."""
    rows = ""
    for number, name in enumerate(COUNCILS):
        grade, start, file = changed.get(name, ("Good", "04/03/2024", f"5000000{number}"))
        told = "06/11/2026" if name in changed else "01/05/2024"
        if grade:
            rows += (
                f"<tr><td>{name}</td><td>{grade}</td><td>{start}</td><td>{told}</td>"
                f'<td><a href="https://files.ofsted.gov.uk/v1/file/{file}">report</a></td></tr>'
            )
    head = "".join(
        f"<th>{name}</th>"
        for name in (
            "Local authority",
            "Children who need help and protection",
            "Inspection date",
            "Publication date",
            "Link",
        )
    )
    body = f"<html><body><table><tr>{head}</tr>{rows}</table></body></html>"
    return Page(body=body.encode())


def test_a_register_is_silent_at_first_and_tells_of_a_newer_inspection_only(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/register": table()}
    one = watch(url=world.url("/register"), **HERE)
    first = one.one()
    assert (first.status, first.alerts) == ("ok", [])
    one.later(hours=2)
    assert one.one().status == "not_modified"
    world.pages["/register"] = table(Leeds=("Inadequate", "05/10/2026", "50999999"))
    one.later(hours=2)
    again = one.one()
    assert [(a.council.name, a.status) for a in again.alerts] == [("Leeds", "confirmed")]
    one.later(hours=2)
    assert one.one().alerts == []


def test_rows_that_are_missing_are_told_and_change_no_state(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/register": table()}
    one = watch(url=world.url("/register"), **HERE)
    one.one()
    with one.store() as store:
        before = store.states.all()
    world.pages["/register"] = table(York=("", "", ""), Derby=("", "", ""))
    one.later(hours=2)
    one.one()
    with one.store() as store:
        assert store.states.all() == before
        (notice,) = store.sources.notices()
    assert "rows_missing: 2 councils" in notice.text


def test_two_warnings_of_one_visit_are_both_kept_and_both_told(
    world: World, watch: Callable[..., Watch], capsys: pytest.CaptureFixture[str]
) -> None:
    world.pages = {"/register": table()}
    one = watch(url=world.url("/register"), **HERE)
    one.one()
    capsys.readouterr()
    world.pages["/register"] = table(
        York=("", "", ""), Leeds=("Inadequate", "05/10/2020", "40999999")
    )
    one.later(hours=2)
    one.one()
    with one.store() as store:
        notices = store.sources.notices()
    reasons = {notice.text.partition(":")[0] for notice in notices}
    assert reasons == {"rows_missing", "rollback"}
    shown = capsys.readouterr()
    assert all(notice.text.splitlines()[0] in shown.out + shown.err for notice in notices)


def test_a_page_without_a_table_is_a_failure_and_is_read_again(
    world: World, watch: Callable[..., Watch]
) -> None:
    world.pages = {"/register": Page(body=b"<html>moved</html>", etag='"1"')}
    one = watch(url=world.url("/register"), **HERE)
    assert one.one().status == "failed"
    world.pages["/register"] = table()
    world.pages["/register"].etag = '"1"'
    one.later(hours=2)
    assert one.one().status == "ok"


def test_a_register_can_be_a_file(watch: Callable[..., Watch]) -> None:
    one = watch(type="register", path="register.html")
    assert one.one().status == "failed"
    (one.folder / "register.html").write_bytes(table().body)
    assert one.one().status == "ok"
    assert one.one().status == "not_modified"

"""Text of others is data, never markup: not in a page, not in an attribute, not in the script."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.site.test_feeds import alert, event
from tests.site.test_steps import state
from watcher.model.event import AlertId, Citation, CouncilState, EventId
from watcher.model.publishing import AlertLine, Proof, SourceLine
from watcher.reference import load_register, load_rulebook
from watcher.reference.packaged import text_of
from watcher.site import SiteOptions, build

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tests.site.conftest import Watched
    from watcher.model.alert import Alert
    from watcher.model.council import LineageKey
    from watcher.model.event import Event

EVIL = (
    '"><script>window.pwned=1</script><img src=x onerror="window.pwned=1">'
    "' onmouseover='window.pwned=1' {{ 7*7 }} </script><!-- \u2028 \x1b[31m\u202e"
)
SWINDON = load_register().named("Swindon")
assert SWINDON is not None
LINEAGE = SWINDON.lineage


class EvilArchive:
    """An archive in which everything that comes from outside wants to be markup."""

    def fingerprints(self) -> Mapping[LineageKey, str]:
        return {LINEAGE: "1"}

    def state(self, lineage: LineageKey) -> CouncilState | None:
        return state(lineage=lineage) if lineage == LINEAGE else None

    def events(self, lineage: LineageKey) -> Sequence[Event]:
        if lineage != LINEAGE:
            return ()
        cited = (
            Citation(quote=EVIL, title=EVIL, outlet=EVIL, url="javascript:window.pwned=1", end=9),
            Citation(quote=EVIL, path=f"/home/{EVIL}", url=f"https://x.org/{EVIL}", end=9),
            Citation(quote="fair", title="t", url="https://x.org/a?b=1&c=%22", rule=EVIL, end=4),
        )
        return (event(lineage=LINEAGE, regime=EVIL, citations=cited, id=EventId("e1")),)

    def withdrawn(self, lineage: LineageKey) -> Sequence[tuple[Event, str]]:
        return ((event(lineage=LINEAGE), EVIL),) if lineage == LINEAGE else ()

    def state_on(self, lineage: LineageKey, day: dt.date) -> CouncilState:
        del day
        return state(lineage=lineage)

    def mention_days(self, lineage: LineageKey) -> tuple[dt.date, ...]:
        del lineage
        return ()

    def alert_lines(self) -> Sequence[AlertLine]:
        return (
            AlertLine(
                id=AlertId("a1"),
                council_code="E06000030",
                council=EVIL,
                change="worsened",
                severity=4,
                headline=EVIL,
                status="reported",
                when="2023-07",
                published="2023-09-11",
                raised="2023-09-11T12:00:00+00:00",
                reason="fall",
                rejected=EVIL,
                events=(EventId("e1"),),
                fingerprint="1",
            ),
        )

    def alert(self, alert_id: AlertId) -> Alert | None:
        return alert(id=alert_id, headline=EVIL, events=tuple(self.events(LINEAGE)))

    def proof(self, citation: Citation) -> Proof | None:
        del citation
        return Proof(sha256=EVIL, fetched="2023-09-11T00:00:00", published=None, stands=False)

    def sources(self) -> Sequence[SourceLine]:
        return (SourceLine(name=EVIL, type=EVIL, state="failing", error=EVIL),)


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evil") / "site"
    options = SiteOptions(
        directory=folder,
        day=dt.date(2026, 1, 1),
        register=load_register(),
        rulebook=load_rulebook(),
        hexmap=text_of("hexmap.csv"),
        title=EVIL,
    )
    build(EvilArchive(), options)
    return folder


@pytest.mark.parametrize(
    "page",
    ["index.html", "councils/E06000030.html", "alerts/a1.html", "alerts.html", "sources.html"],
)
def test_nothing_of_it_runs_or_becomes_an_element(opened: Watched, evil: Path, page: str) -> None:
    opened.page.goto((evil / page).as_uri())
    opened.page.mouse.move(200, 200)
    assert opened.page.evaluate("window.pwned") is None
    assert opened.page.locator("img").count() == 0
    scripts = opened.page.evaluate("[...document.scripts].map(s => s.type || s.src.slice(-3))")
    assert scripts in ([], ["application/json", ".js"])
    attributes = opened.page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
    )
    assert not [name for name in attributes if name.startswith("on")]
    links = opened.page.evaluate("[...document.links].map(a => a.href)")
    assert not [link for link in links if not link.startswith(("https://", "file://"))]


def test_controls_and_reversals_are_gone(evil: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in evil.rglob("*.html")]
    assert not [page for page in pages if "\x1b" in page or "\u202e" in page]


def test_words_in_braces_are_words(evil: Path) -> None:
    assert "{{ 7*7 }}" in (evil / "alerts" / "a1.html").read_text(encoding="utf-8")

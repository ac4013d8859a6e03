"""Build the site: only what changed, each file whole, the front page last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watcher.alerting.render.words import OUTCOME_WORDS, one_line, was_now
from watcher.model.event import CouncilState
from watcher.site import data, feeds
from watcher.site.charts import falls_and_rises, grades_over_time, publication_lag
from watcher.site.council import matrix, occasions, standings
from watcher.site.course import course_of
from watcher.site.files import Output, digest, only_builder
from watcher.site.front import (
    FALLS,
    RISES,
    data_of,
    hexes_of,
    latest,
    ranks_of,
    rows_of,
    summary_of,
)
from watcher.site.hexmap import read_hexmap
from watcher.site.pages import Pages
from watcher.site.piece import Past, Piece, piece_of
from watcher.site.ports import SiteReport
from watcher.site.receipt import receipt_of
from watcher.site.view import (
    LEGEND_GRADES,
    LEGEND_SEND,
    SERIES_WORDS,
    UNKNOWN,
    look_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from watcher.model.council import Council, CouncilCode, LineageKey
    from watcher.model.publishing import AlertLine
    from watcher.site.front import Row
    from watcher.site.ports import Archive, SiteOptions
    from watcher.site.view import Look


def build(archive: Archive, options: SiteOptions) -> SiteReport:
    """Build the site, or bring it up to date.

    Raises:
        UsageError: when the folder holds something else.
        WatcherError: when a file cannot be written.
    """
    with only_builder(options.directory):
        return _Build(archive, options).run()


class _Build:
    """One build: the last one's memory, today's knowledge, the files."""

    def __init__(self, archive: Archive, options: SiteOptions) -> None:
        self.archive, self.options = archive, options
        self.out = Output(options.directory)
        self.lines: dict[LineageKey, tuple[Council, ...]] = {}
        for council in options.register.councils:
            self.lines[council.lineage] = options.register.in_lineage(council.lineage)
        self.pages = Pages(options, self.page_of)
        self.version = digest(self.pages.version, options.base_url, options.version)
        self.prints = archive.fingerprints()
        self.alerts = archive.alert_lines()
        self.pieces: dict[str, Piece] = {}

    def page_of(self, code: str) -> str:
        """Name the page of a council: councils of one history share one."""
        council = self.options.register.by_code[code]  # type: ignore[index]
        return f"{self.lines[council.lineage][-1].code}.html"

    def run(self) -> SiteReport:
        """Write assets, councils, receipts, lists, and the front page last."""
        for name, content in self.pages.files.items():
            self.out.put(getattr(self.pages.site, name), content)
        memory = self._councils()
        self._receipts()
        self._lists()
        self._front()
        self.out.finish({"version": self.version, "councils": memory})
        return SiteReport(
            directory=self.options.directory,
            councils=len(self.lines),
            alerts=len(self.alerts),
            written=self.out.written,
            unchanged=self.out.unchanged,
            removed=self.out.removed,
        )

    def _steps(self, what: str, number: int) -> Callable[[], None]:
        progress = self.options.progress
        return progress(what, number) if progress else lambda: None

    def _councils(self) -> dict[str, Any]:
        """Write each council's page and data; give what the next build need not ask again."""
        old = self.out.memory.get("councils", {}) if self._same_version() else {}
        memory: dict[str, Any] = {}
        told: dict[str, list[AlertLine]] = {}
        for line in self.alerts:
            council = self.options.register.by_code.get(line.council_code)  # type: ignore[call-overload]
            told.setdefault(council.lineage if council else "", []).append(line)
        step = self._steps("councils", len(self.lines))
        for lineage in self.lines:
            mine = told.get(lineage, [])
            key = digest(
                self.version, self.prints.get(lineage, ""), *(line.fingerprint for line in mine)
            )
            before = old.get(lineage)
            if before is None or before["key"] != key or not self._kept(lineage, key):
                before = {"key": key, "piece": self._council(lineage, key, mine)}
            memory[lineage] = before
            if before["piece"] is not None:
                self.pieces[lineage] = Piece.of_plain(before["piece"])
            step()
        return memory

    def _same_version(self) -> bool:
        return bool(self.out.memory.get("version") == self.version)

    def _files(self, lineage: LineageKey) -> tuple[str, ...]:
        name = f"councils/{self.lines[lineage][-1].code}"
        return (f"{name}.html", f"{name}.json", f"{name}.events.jsonl", f"{name}.events.csv")

    def _kept(self, lineage: LineageKey, key: str) -> bool:
        return all(self.out.keep(path, key) for path in self._files(lineage))

    def _council(
        self, lineage: LineageKey, key: str, alerts: Sequence[AlertLine]
    ) -> dict[str, Any] | None:
        """Write one council's files and give its piece, None when nothing is known of it."""
        council = self.lines[lineage][-1]
        state = self.archive.state(lineage) or _nothing(council)
        events = [event for event in self.archive.events(lineage) if not event.held]
        known = bool(events or state.areas or state.signals)
        piece = None
        if known:
            piece = piece_of(
                state,
                events,
                self.options.rulebook,
                Past(
                    mention_days=self.archive.mention_days(lineage),
                    state_on=lambda day: self.archive.state_on(lineage, day),
                ),
            )
        page, whole, lines, rows = self._files(lineage)
        by_event = {str(event): str(line.id) for line in alerts for event in line.events}
        found = occasions(events, by_event, self.options.rulebook)
        columns, grid = matrix(found)
        self.out.put(
            page,
            self.pages.render(
                "council.html",
                up="../",
                council=council,
                page_name=council.code,
                **self._relations(lineage),
                **_standing(state, piece),
                line=course_of(piece, ranks_of(self.options.rulebook), self.options.day),
                columns=columns,
                grid=grid,
                occasions=found,
                withdrawn=[
                    (one_line(was_now(event)), one_line(reason))
                    for event, reason in self.archive.withdrawn(lineage)
                    if reason != "superseded" and not event.held
                ],
            ),
            key=key,
        )
        self.out.put(whole, data.council_json(council, state, events), key=key)
        self.out.put(lines, data.events_lines(events), key=key)
        self.out.put(rows, data.table(data.EVENT_COLUMNS, ()) + data.events_rows(events), key=key)
        return piece.plain() if piece else None

    def _relations(self, lineage: LineageKey) -> dict[str, Any]:
        register = self.options.register
        council = self.lines[lineage][-1]

        def named(codes: Sequence[CouncilCode]) -> list[dict[str, str]]:
            pages = {self.page_of(code): register.by_code[code].short_name for code in codes}
            return [{"page": page, "name": name} for page, name in pages.items()]

        others = [c for c in council.successors if register.by_code[c].lineage != lineage]
        return {
            "successors": named(others),
            "predecessors": named([c.code for c in register.predecessors(council.code)]),
            "continued": [c.full_name for c in self.lines[lineage][:-1]],
        }

    def _receipts(self) -> None:
        """Write one page an alert."""
        step = self._steps("alerts", len(self.alerts))
        for line in self.alerts:
            path = f"alerts/{line.id}.html"
            key = digest(self.version, line.fingerprint)
            if not (self._same_version() and self.out.keep(path, key)):
                alert = self.archive.alert(line.id)
                if alert is not None:
                    page = self.page_of(line.council_code)
                    shown = receipt_of(alert, line, page, self.archive)
                    self.out.put(
                        path, self.pages.render("alert.html", up="../", alert=shown), key=key
                    )
            step()

    def _lists(self) -> None:
        """Write what lists everything: data files, alerts and feeds, sources, explanations."""
        put, out, pages = self.out.put, self.out, self.pages
        chunks = [self._files(lineage) for lineage in self.lines]
        header = data.table(data.EVENT_COLUMNS, ()).encode()
        put("events.csv", header + b"".join(out.read(c[3])[len(header) :] for c in chunks))
        lines = b"".join(out.read(c[2]) for c in chunks).strip()
        put("events.json", b"[" + lines.replace(b"\n", b",\n") + b"]\n")
        today = [
            (council, self.pieces.get(council.lineage))
            for council in self.options.register.current(self.options.day)
        ]
        put("councils.csv", data.councils_rows(today))
        put("councils.json", data.councils_list(today))
        self._alert_lists()
        sources = self.archive.sources()
        put("sources.html", pages.render("sources.html", here="sources.html", sources=sources))
        put(
            "about.html",
            pages.render(
                "about.html",
                here="about.html",
                grades=[look_of(outcome.value) for outcome in LEGEND_GRADES],
                send=[look_of(outcome.value) for outcome in LEGEND_SEND],
                unknown=UNKNOWN,
            ),
        )

    def _alert_lists(self) -> None:
        """Write what lists the alerts, unless it is the same as in the last build."""
        paths = ("alerts.html", "alerts.csv", "alerts.json", "feed.atom", "feed.json")
        day = "" if self.alerts else self.options.day.isoformat()
        key = digest(self.version, day, *(line.fingerprint for line in self.alerts))
        kept = [self.out.keep(path, key) for path in paths]
        if all(kept):
            return
        newest = tuple(reversed(self.alerts))
        standing = (line for line in newest if line.rejected is None)
        first = [line.id for _, line in zip(range(feeds.FEED_LENGTH), standing, strict=False)]
        shown = [alert for name in first if (alert := self.archive.alert(name)) is not None]
        made: tuple[str | bytes, ...] = (
            self.pages.render("alerts.html", here="alerts.html", lines=newest),
            data.alerts_rows(newest),
            data.alerts_list(newest),
            feeds.atom(shown, self.options),
            feeds.json_feed(shown, self.options),
        )
        for path, content in zip(paths, made, strict=True):
            self.out.put(path, content, key=key)

    def _front(self) -> None:
        """Write the front page."""
        options, pieces = self.options, self.pieces
        councils = options.register.current(options.day)
        rows = rows_of(councils, pieces, ranks_of(options.rulebook), options.day)
        layout = read_hexmap(options.hexmap)
        page = self.pages.render(
            "index.html",
            here="index.html",
            day=options.day.isoformat(),
            summary=summary_of(rows, options.day),
            falls=latest((told for piece in pieces.values() for told in piece.falls), FALLS),
            rises=latest((told for piece in pieces.values() for told in piece.rises), RISES),
            alert_of={event: str(line.id) for line in self.alerts for event in line.events},
            rows=rows,
            regions=sorted({council.region for council in councils}),
            map=layout,
            hexes=hexes_of(layout, rows, options.day),
            legend=_legend(rows),
            series=SERIES_WORDS,
            charts={
                "grades": grades_over_time(pieces, options.register.councils, options.day),
                "moves": falls_and_rises(pieces.values(), options.day),
                "lag": publication_lag(pieces.values()),
            },
            data=data_of(rows, pieces, options.rulebook, options.day),
        )
        self.out.put("index.html", page, late=True)


def _standing(state: CouncilState, piece: Piece | None) -> dict[str, Any]:
    headline = state.headline
    return {
        "standings": standings(state),
        "signals": piece.signals if piece else (),
        "intervention": OUTCOME_WORDS[state.intervention.outcome] if state.intervention else "",
        "headline": look_of(headline.outcome.value) if headline else None,
        "derived": headline is not None and headline.status.value == "derived",
    }


def _legend(rows: Sequence[Row]) -> list[tuple[Look, int]]:
    """Count the councils in each grade, best first; what is not known comes last."""
    counts: dict[str, tuple[Look, int]] = {}
    for row in rows:
        look = row.looks["headline"]
        counts[look.sign] = (look, counts.get(look.sign, (look, 0))[1] + 1)
    return sorted(counts.values(), key=lambda pair: (-pair[0].tone, pair[0].sign))


def _nothing(council: Council) -> CouncilState:
    areas: Mapping[Any, Any] = {}
    return CouncilState(
        council=council.ref,
        lineage=council.lineage,
        areas=areas,
        signals=(),
        intervention=None,
        headline=None,
    )

"""Who stands where, who got worse lately, and how old that is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from watcher.alerting.render.words import AREA_WORDS, OUTCOME_WORDS, date_words
from watcher.app.clock import now, today
from watcher.app.standing import Picture, Place, council_named, picture
from watcher.app.trends import YEAR, Move, Trend, trends_of
from watcher.errors import UsageError
from watcher.model.vocabulary import GRADES, Area, Outcome, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from watcher.config import Config
    from watcher.model.council import LineageKey, Register
    from watcher.model.dates import PartialDate
    from watcher.model.event import CouncilState
    from watcher.model.publishing import AlertLine, SourceLine
    from watcher.store import Store

WEEK = dt.timedelta(days=7)
STALE = dt.timedelta(days=2)
"""A watch that has not looked for so long is worth a warning."""

OK, WARNING, CRITICAL, UNKNOWN = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked. `trends` gathers histories, which listings for scripts do without."""

    councils: tuple[str, ...] = ()
    region: str | None = None
    group: str | None = None
    as_of: dt.date | None = None
    changed_since: dt.date | None = None
    only_worse: bool = False
    sort: str = "name"
    known: bool = False
    trends: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The answer: councils in order, how each came to stand there, and the sum of it."""

    day: dt.date
    places: tuple[Place, ...]
    trends: Mapping[LineageKey, Trend] = field(default_factory=dict)
    counted: str = ""
    baseline: str | None = None


def survey(config: Config, asked: Question) -> Survey:
    """Answer a question about the councils.

    Raises:
        UsageError: when a council, region or group is not known.
        StoreError: when the database cannot be used.
    """
    from watcher.app.wiring import open_store_to_read
    from watcher.reference import load_register, load_rulebook

    register = load_register()
    day = asked.as_of or today()
    chosen = Picture(
        day=day,
        past=asked.as_of is not None,
        councils=(*asked.councils, *_group(config, asked.group, register)),
        region=asked.region,
        known=asked.known,
    )
    with open_store_to_read(config) as store:
        places = picture(store, register, chosen)
        trends: Mapping[LineageKey, Trend] = {}
        if asked.trends or asked.changed_since or asked.only_worse or asked.sort == "change":
            trends = trends_of(store, places, (register, load_rulebook()), day)
        baseline = store.meta.get("baseline_date")
    shown = [place for place in places if _fits(place, trends, asked, day)]
    return Survey(
        day=day,
        places=tuple(sorted(shown, key=_sorting(asked.sort, trends))),
        trends=trends,
        counted=count_words(shown, trends, day),
        baseline=baseline,
    )


def count_words(places: Sequence[Place], trends: Mapping[LineageKey, Trend], day: dt.date) -> str:
    """Count the councils in each grade, and those that moved in the last twelve months."""
    grades = Counter(p.state.headline.outcome if p.state.headline else None for p in places)
    parts = [
        f"{grades[outcome]} {OUTCOME_WORDS[outcome]}"
        for outcome in Outcome
        if outcome in GRADES and grades[outcome]
    ]
    if grades[None]:
        parts.append(f"{grades[None]} not known")
    worse = sum(
        1
        for p in places
        if (t := trends.get(p.council.lineage)) and t.since(day - YEAR, worse=True)
    )
    return f"{len(places)} councils: {', '.join(parts)}; {worse} got worse in twelve months"


def last_inspected(state: CouncilState) -> PartialDate | None:
    """Give when a council was last inspected in full, else last looked at in any way."""
    judged = [found for area, found in state.areas.items() if area is not Area.SEND]
    areas = [found.when or found.published for found in judged or state.areas.values()]
    dates = [date for date in areas if date is not None]
    if not dates:
        dates = [d for s in state.signals if (d := s.when or s.published) is not None]
    return max(dates, key=lambda date: date.last, default=None)


def seen_words(date: PartialDate | None, day: dt.date) -> str:
    """Write when an inspection was, and how long ago that is."""
    if date is None:
        return ""
    days = max((day - date.first).days, 0)
    if days < 60:  # noqa: PLR2004  (two months)
        age = f"{days} d"
    elif days < 700:  # noqa: PLR2004  (not quite two years)
        age = f"{round(days / 30.44)} mo"
    else:
        age = f"{days / 365.25:.1f} y"
    return f"{date_words(date)} ({age})"


def move_words(move: Move | None) -> str:
    """Write what moved last: `▼ help and protection 13 May 2025`."""
    if move is None:
        return ""
    arrow = "▼" if move.worse else "▲"
    area = "headline (derived)"
    if move.event is not None:
        area = "services" if move.event.area is Area.OTHER else AREA_WORDS[move.event.area]
    area = area.replace("overall effectiveness", "overall")
    return f"{arrow} {area} {move.day.day} {move.day:%b %Y}"


def rank_of(outcome: str) -> int:
    """Give a grade's place on its scale, 4 the best; 0 for what is not on one."""
    from watcher.reference import load_rulebook

    scale = load_rulebook().scale_of(Outcome(outcome))
    return (scale.rank(Outcome(outcome)) or 0) if scale else 0


def nagios(config: Config, since: dt.date | None) -> tuple[int, str]:
    """Say in one line, for a monitoring system, whether anything got worse.

    Args:
        config: The configuration.
        since: Look at alerts raised on or after this day; seven days without it.

    Raises:
        StoreError: when the database cannot be used.
    """
    from watcher.app.siting import source_lines
    from watcher.app.wiring import open_store_to_read
    from watcher.store.publishing import Publishing

    if not config.watcher.database.exists():
        return UNKNOWN, "WATCHER UNKNOWN - nothing was checked yet; run `watcher check`"
    day = since or today() - WEEK
    with open_store_to_read(config) as store:
        raised = [
            line
            for line in Publishing(store.handle).alert_lines()
            if line.raised[:10] >= day.isoformat()
            and line.rejected is None
            and line.reason == "fall"
        ]
        sources = source_lines(config, store)
        counts = _grades_now(store)
    code, said = _verdict(raised, sources, day)
    age = _age(sources)
    if code == OK and age is not None and age > STALE:
        code, said = WARNING, f"no source has answered for {age.days} days"
    failing = sum(1 for source in sources if source.state == "failing")
    perf = [f"worse={len({line.council_code for line in raised})};0;;0"]
    perf += [f"{name}={number};;;0" for name, number in counts.items()]
    perf += [f"failing_sources={failing};0;;0;{len(sources)}"]
    perf += [f"age={int(age.total_seconds())}s;{int(STALE.total_seconds())}"] if age else []
    word = ("OK", "WARNING", "CRITICAL", "UNKNOWN")[code]
    return code, f"WATCHER {word} - {said} | {' '.join(perf)}"


def _verdict(
    raised: Sequence[AlertLine], sources: Sequence[SourceLine], day: dt.date
) -> tuple[int, str]:
    grave = max((line.severity for line in raised), default=0)
    failing = [source.name for source in sources if source.state == "failing"]
    if raised:
        names = list(dict.fromkeys(line.council for line in reversed(raised)))
        more = f" and {len(names) - 5} more" if len(names) > 5 else ""  # noqa: PLR2004
        said = f"{len(names)} got worse since {day}: {', '.join(names[:5])}{more}"
        return (CRITICAL if grave >= Severity.CRITICAL else WARNING), _plain(said)
    if failing:
        return WARNING, _plain(f"failing: {', '.join(failing)}")
    return OK, f"nothing got worse since {day}"


def _plain(text: str) -> str:
    """Take out what separates perfdata."""
    return text.replace("|", "/").replace("\n", " ")


def _grades_now(store: Store) -> dict[str, int]:
    from watcher.reference import load_register

    places = picture(store, load_register(), Picture(day=today()))
    found = Counter(
        p.state.headline.outcome.value if p.state.headline else "not_known" for p in places
    )
    names = [outcome.value for outcome in Outcome if outcome in GRADES]
    return {name: found[name] for name in (*names, "not_known")}


def _age(sources: Iterable[SourceLine]) -> dt.timedelta | None:
    """Give how long ago any source answered."""
    times = [dt.datetime.fromisoformat(s.last_good) for s in sources if s.last_good]
    return now() - max(times) if times else None


def _group(config: Config, name: str | None, register: Register) -> tuple[str, ...]:
    """Give the councils of a group.

    Raises:
        UsageError: when there is no such group, or it names a council that does not exist.
    """
    if name is None:
        return ()
    from watcher.app.wiring import near_hint

    if name not in config.groups:
        raise UsageError(f"no group is named {name!r}", hint=near_hint(name, config.groups))
    return tuple(council_named(register, member).code for member in config.groups[name])


def _fits(place: Place, trends: Mapping[LineageKey, Trend], asked: Question, day: dt.date) -> bool:
    if not asked.only_worse and asked.changed_since is None:
        return True
    since = asked.changed_since or day - YEAR
    return trends[place.council.lineage].since(since, worse=asked.only_worse) is not None


def _sorting(
    sort: str, trends: Mapping[LineageKey, Trend]
) -> Callable[[Place], tuple[object, ...]]:
    def by_grade(place: Place) -> tuple[object, ...]:
        headline = place.state.headline
        return (rank_of(headline.outcome) if headline else 9, place.council.name)

    def by_change(place: Place) -> tuple[object, ...]:
        last = trends[place.council.lineage].last
        return (-last.day.toordinal() if last else 0, place.council.name)

    def by_age(place: Place) -> tuple[object, ...]:
        date = last_inspected(place.state)
        return (date.first if date else dt.date.max, place.council.name)

    keys: dict[str, Callable[[Place], tuple[object, ...]]] = {
        "grade": by_grade,
        "change": by_change,
        "age": by_age,
        "region": lambda place: (place.council.region, place.council.name),
    }
    return keys.get(sort, lambda place: (place.council.name,))

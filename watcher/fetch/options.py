"""What every source's options share, and the table `[fetch]`."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from watcher.model.durations import duration_of

FLOOR = dt.timedelta(minutes=5)
"""No source on the web is visited more often."""


def _duration(value: Any) -> Any:
    return duration_of(value) if isinstance(value, str) else value


def _span_or_none(value: Any) -> Any:
    return None if value == "none" else _duration(value)


def _web_address(value: str) -> str:
    from watcher.fetch.address import usable_url

    if not usable_url(value):
        msg = f"not a web address without a name and password in it: {value!r}"
        raise ValueError(msg)
    return value


_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\s*-\s*([01]\d|2[0-4]):([0-5]\d)")


def _hours(value: str) -> str:
    found = _HOURS.fullmatch(value.strip())
    if found is None:
        msg = f"not hours of the day: {value!r} (write them as '07:00-19:00')"
        raise ValueError(msg)
    return value.strip()


Span = Annotated[dt.timedelta, BeforeValidator(_duration, json_schema_input_type=str)]
"""A span of time such as `30 min`."""

SpanOrNone = Annotated[
    dt.timedelta | None, BeforeValidator(_span_or_none, json_schema_input_type=str)
]
"""A span such as `7 days`, or `none`."""

WebAddress = Annotated[str, AfterValidator(_web_address)]
"""An http or https address."""

Hours = Annotated[str, AfterValidator(_hours)]
"""Hours of the day in the configured time zone, such as `07:00-19:00`."""


class Options(BaseModel):
    """What every source may say."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    usual_interval: ClassVar[dt.timedelta] = dt.timedelta(minutes=30)
    usual_quiet: ClassVar[dt.timedelta | None] = dt.timedelta(days=7)
    local: ClassVar[bool] = False

    outlet: str | None = Field(default=None, description="Who publishes it.")
    interval: Span | None = Field(
        default=None, description="How often to look; at least 5 minutes for what is on the web."
    )
    active_hours: Hours | None = Field(
        default=None, description="Look only in these hours, such as '07:00-19:00'."
    )
    quiet_after: SpanOrNone = Field(
        default=dt.timedelta(0),
        description="Warn when nothing new came for so long; 'none': never. Else the type's own.",
    )

    @property
    def every(self) -> dt.timedelta:
        """How often to look."""
        chosen = self.interval if self.interval is not None else self.usual_interval
        return chosen if self.local else max(chosen, FLOOR)

    @property
    def quiet_limit(self) -> dt.timedelta | None:
        """How long nothing new may come before that is worth a word; None for ever."""
        return self.usual_quiet if self.quiet_after == dt.timedelta(0) else self.quiet_after


class WordOptions(Options):
    """What sources of many documents may say: which of them are wanted."""

    include: tuple[str, ...] = Field(
        default=(), description="Take only what has one of these words in its title or summary."
    )
    exclude: tuple[str, ...] = Field(
        default=(), description="Leave out what has one of these words in its title or summary."
    )


class WebOptions(WordOptions):
    """What every source on the web may say."""

    user_agent: str | None = Field(
        default=None, min_length=3, description="Who we say we are; else that of [fetch]."
    )
    allow_private: bool = Field(
        default=False, description="The address may be a private or loopback one."
    )
    private_hosts: tuple[str, ...] = Field(
        default=(),
        description="Further private hosts (host:port) its links may lead to, if allow_private.",
    )
    max_bytes: int | None = Field(default=None, ge=1024, description="Largest page (bytes).")
    timeout: Span | None = Field(default=None, description="Longest time for one page.")
    robots: bool = Field(
        default=True, description="Honour robots.txt; set to false only for a site of your own."
    )

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give the addresses that the source itself consists of."""
        return ()


class OneAddress(WebOptions):
    """A source with one address."""

    url: WebAddress = Field(description="Its address.")

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give the address."""
        return (self.url,)


class SomeAddresses(WebOptions):
    """A source with one address or several of the same sort."""

    url: WebAddress | None = Field(default=None, description="Its address.")
    urls: tuple[WebAddress, ...] = Field(default=(), description="Several addresses of one sort.")

    @model_validator(mode="after")
    def _some(self) -> SomeAddresses:
        if bool(self.url) == bool(self.urls):
            msg = "give either url or urls"
            raise ValueError(msg)
        return self

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give the addresses."""
        return (self.url,) if self.url else self.urls


class Following(BaseModel):
    """What sources of links may say of following them."""

    follow: bool = Field(default=True, description="Read what the links lead to.")
    at_most: int = Field(
        default=60, ge=1, le=2000, description="New links followed in one run; the rest wait."
    )


class QuietPeriod(BaseModel):
    """A time in which nothing new is expected, such as the weeks before an election."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    start: dt.date = Field(alias="from", description="Its first day.")
    end: dt.date = Field(alias="to", description="Its last day.")
    why: str = Field(default="", description="What it is.")


class FetchTable(BaseModel):
    """The table `[fetch]`: how politely and patiently to ask."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    user_agent: str | None = Field(
        default=None, min_length=3, description="Who we say we are; else name and version."
    )
    contact: str | None = Field(
        default=None, description="An address or page where a site's owner can reach you."
    )
    gap: float = Field(default=2.0, ge=0, description="Seconds between two requests at a host.")
    hosts_at_once: int = Field(default=4, ge=1, le=200, description="Hosts asked side by side.")
    tries: int = Field(default=3, ge=1, le=10, description="Tries in one run.")
    pause: float = Field(
        default=2.0, ge=0, description="Seconds before the second try; it doubles each time."
    )
    patience: Span = Field(
        default=dt.timedelta(minutes=15),
        description="The longest Retry-After that is waited for; a longer one is for next time.",
    )
    connect_timeout: float = Field(default=5.0, gt=0, description="Seconds to connect.")
    read_timeout: float = Field(default=20.0, gt=0, description="Seconds between two bytes.")
    total_timeout: float = Field(default=60.0, gt=0, description="Seconds for a whole page.")
    report_timeout: float = Field(default=90.0, gt=0, description="Seconds for a whole PDF.")
    max_bytes: int = Field(
        default=10 * 1024 * 1024, ge=1024, description="Largest page or feed (bytes)."
    )
    max_report_bytes: int = Field(
        default=30 * 1024 * 1024, ge=1024, description="Largest PDF (bytes)."
    )
    max_crawl_delay: float = Field(
        default=30.0, ge=0, description="Seconds; a longer Crawl-delay is cut to this."
    )
    robots: bool = Field(default=True, description="Honour robots.txt.")
    weekend_factor: float = Field(
        default=4.0, ge=1, description="Look so many times less often on Saturdays and Sundays."
    )
    expected_quiet: tuple[QuietPeriod, ...] = Field(
        default=(), description="Times in which silence is no cause for concern."
    )

    def agent(self, version: str) -> str:
        """Say who we are, with a contact where there is one."""
        name = self.user_agent or f"watcher/{version}"
        return f"{name} (+{self.contact})" if self.contact else name

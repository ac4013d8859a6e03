"""One polite HTTP client: every fetch ends in a named outcome, never in an exception.

A fetch goes: address checked -> robots.txt asked -> the host's turn awaited -> request, with
the validators of last time -> redirects followed by hand, each hop checked anew -> body read up
to its limits -> retried where that helps.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import httpx

from watcher.fetch.address import is_address, is_public, system_resolver, usable_url
from watcher.fetch.asking import MOVED, Ask, HttpPolicy, Timing, host_of, retry_after
from watcher.fetch.body import BodyError, read_body
from watcher.fetch.crew import side_by_side
from watcher.fetch.outcomes import TRANSIENT, FetchOutcome, outcome_of_status
from watcher.fetch.transport import Line, Lines, named_failure
from watcher.fetch.turns import Turns
from watcher.model.document import Fetched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from watcher.fetch.address import Resolver
    from watcher.fetch.asking import RobotsRules

__all__ = ["Ask", "HttpFetcher", "HttpPolicy", "Timing"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
MAX_HOPS = 8


class _TryAgain(Exception):  # noqa: N818  (a signal, caught where it is raised)
    def __init__(self, fetched: Fetched) -> None:
        super().__init__(fetched.outcome)
        self.fetched = fetched


class HttpFetcher:
    """Fetch over HTTP; safe to call from several threads, one request a host at a time."""

    def __init__(
        self,
        policy: HttpPolicy,
        timing: Timing,
        *,
        robots: RobotsRules | None = None,
        resolver: Resolver = system_resolver,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.policy = policy
        self._timing = timing
        self._robots = robots
        self._resolver = resolver
        self._turns = Turns(policy, timing)
        self._lines = Lines(policy, timing.now, resolver, transport)

    def fetch(self, ask: Ask) -> Fetched:
        """Fetch one URL; try again, with growing pauses, where the failure may pass."""
        fetched = self._follow(ask)
        if FetchOutcome(fetched.outcome) not in TRANSIENT or self.policy.tries <= 1:
            return fetched
        return self._persist(ask, fetched)

    def fetch_many(self, asks: Iterable[Ask]) -> Iterator[tuple[Ask, Fetched]]:
        """Fetch many URLs, hosts side by side; give each answer as soon as it is there."""
        hosts: dict[str, list[Ask]] = {}
        for ask in asks:
            hosts.setdefault(host_of(ask.url), []).append(ask)
        yield from side_by_side(list(hosts.values()), self.fetch, self.policy.hosts_at_once)

    def close(self) -> None:
        """Close every connection."""
        self._lines.close()

    def _persist(self, ask: Ask, first: Fetched) -> Fetched:
        """Try again after a failure that may pass, as stamina paces it."""
        import stamina
        from stamina.instrumentation import set_on_retry_hooks

        set_on_retry_hooks(())  # each try would be a line on stderr; the end has a name and is told
        answers = iter((first,))

        def attempt() -> Fetched:
            fetched = next(answers, None) or self._follow(ask)
            if FetchOutcome(fetched.outcome) in TRANSIENT:
                raise _TryAgain(fetched)
            return fetched

        policy = self.policy
        caller = stamina.RetryingCaller(
            attempts=policy.tries,
            timeout=None,
            wait_initial=policy.pause,
            wait_jitter=policy.pause / 2,
            wait_max=60.0,
        )
        try:
            return caller.on(self._worth_another)(attempt)
        except _TryAgain as last:
            return last.fetched

    def _worth_another(self, error: Exception) -> bool | float:
        """Tell whether to try again, and after how many seconds where the server says so."""
        if not isinstance(error, _TryAgain):
            return False
        asked = retry_after(error.fetched, self._timing.wall())
        if asked is None:
            return True
        return False if asked > self.policy.patience else max(asked, 0.001)

    def _follow(self, ask: Ask) -> Fetched:
        """Follow one URL to its end."""
        deadline = self._timing.now() + (ask.total_timeout or self.policy.total_timeout)
        seen: set[str] = set()
        moved: str | None = None
        steady, url = True, ask.url
        while True:
            fetched, waited = self._hop(ask, url, deadline)
            deadline += waited
            target = fetched.header("location") if fetched.status in REDIRECTS else None
            if not target:
                return _with_moved(fetched, moved)
            seen.add(url)
            steady = steady and fetched.status in PERMANENT
            origin, url = url, _joined(url, target)
            problem = _bad_hop(origin, url, seen)
            if problem is not None:
                return replace(fetched, outcome=problem, detail=f"leads to {url}", body=b"")
            moved = url if steady else moved

    def _hop(self, ask: Ask, url: str, deadline: float) -> tuple[Fetched, float]:
        """Ask one URL once, in its host's turn; give also how long that was waited for."""
        refused = self._refused(ask, url)
        if refused is not None:
            return refused, 0.0
        before = self._timing.now()
        if ask.robots and self.policy.robots and self._robots is not None:
            barred = self._ask_robots(self._robots, ask, url)
            if barred is not None:
                return barred, 0.0
        with self._turns.at(host_of(url)):
            waited = self._timing.now() - before
            return self._request(ask, url, deadline + waited), waited

    def _refused(self, ask: Ask, url: str) -> Fetched | None:
        """Refuse an address that may not be asked, before anything is sent."""
        if not usable_url(url):
            return Fetched(url=url, outcome=FetchOutcome.BAD_URL, detail="not a web address")
        if ask.may_be_private(url):
            return None
        name = urlsplit(url).hostname or ""
        if is_address(name):
            private = None if is_public(name) else name
        elif self.policy.proxies.of(urlsplit(url).scheme, host_of(url)):
            private = self._looked_up(name)
        else:
            return None  # looked at when the connection is made
        if private is None:
            return None
        return Fetched(url=url, outcome=FetchOutcome.PRIVATE_ADDRESS, detail=private)

    def _looked_up(self, name: str) -> str | None:
        """Give a private address that a name has here, before a proxy is asked for it."""
        try:
            found = self._resolver(name, 0)
        except (OSError, UnicodeError):
            return None
        return next((address for address in found if not is_public(address)), None)

    def _ask_robots(self, rules: RobotsRules, ask: Ask, url: str) -> Fetched | None:
        """Give a refusal when robots.txt refuses, None when the way is free."""
        agent = ask.user_agent or self.policy.user_agent
        private = ask.allow_private

        def get(address: str) -> Fetched:
            hosts = frozenset({host_of(address)}) if ask.may_be_private(address) else frozenset()
            allowed = private if not isinstance(private, bool) else hosts
            return self._follow(
                Ask(url=address, user_agent=agent, allow_private=allowed, robots=False)
            )

        answer = rules.answer(url, agent, get)
        self._turns.slow_down(host_of(url), answer.delay)
        if answer.allowed:
            return None
        return Fetched(url=url, outcome=answer.outcome, detail=answer.detail)

    def _request(self, ask: Ask, url: str, deadline: float) -> Fetched:
        """Send one request and read its answer, without redirects."""
        line = self._lines.to(url, allow_private=ask.may_be_private(url))
        line.deadline.at = deadline
        try:
            response = line.send(self._build(ask, url))
        except Exception as error:  # noqa: BLE001  (every failure of a transport is an outcome)
            return named_failure(url, error, out_of_time=line.deadline.passed)
        try:
            return self._read(ask, url, response, line)
        finally:
            response.close()

    def _build(self, ask: Ask, url: str) -> httpx.Request:
        headers = {
            "user-agent": ask.user_agent or self.policy.user_agent,
            "accept": "*/*",
            "accept-encoding": "gzip, deflate, br",
        }
        if url == (ask.validators_for or ask.url):
            if ask.etag:
                headers["if-none-match"] = ask.etag
            if ask.last_modified:
                headers["if-modified-since"] = ask.last_modified
        timeout = {
            "connect": self.policy.connect_timeout,
            "read": self.policy.read_timeout,
            "write": self.policy.read_timeout,
            "pool": self.policy.connect_timeout,
        }
        return httpx.Request("GET", url, headers=headers, extensions={"timeout": timeout})

    def _read(self, ask: Ask, url: str, response: httpx.Response, line: Line) -> Fetched:
        status = response.status_code
        fetched = Fetched(
            url=url,
            outcome=outcome_of_status(status),
            status=status,
            headers=tuple((key.lower(), value) for key, value in response.headers.items()),
        )
        if status in REDIRECTS and not response.headers.get("location", "").strip():
            return replace(fetched, outcome=FetchOutcome.BAD_REDIRECT, detail="leads nowhere")
        if fetched.outcome == FetchOutcome.NOT_MODIFIED and not ask.conditional:
            detail = "not modified, though nothing was known of it"
            return replace(fetched, outcome=FetchOutcome.BAD_RESPONSE, detail=detail)
        if fetched.outcome != FetchOutcome.OK:
            return fetched
        return self._read_body(ask, response, fetched, line)

    def _read_body(
        self, ask: Ask, response: httpx.Response, fetched: Fetched, line: Line
    ) -> Fetched:
        limit = ask.max_bytes or self.policy.max_bytes
        stated = response.headers.get("content-length", "")
        if stated.isdecimal() and int(stated) > limit:
            detail = f"{stated} bytes, more than {limit}"
            return replace(fetched, outcome=FetchOutcome.TOO_LARGE, detail=detail)
        coding = response.headers.get("content-encoding", "")
        try:
            body = read_body(
                response.iter_raw(), coding, limit=limit, in_time=lambda: not line.deadline.passed
            )
        except BodyError as error:
            return replace(fetched, outcome=error.outcome, detail=error.detail)
        except Exception as error:  # noqa: BLE001  (every failure of a transport is an outcome)
            broken = named_failure(fetched.url, error, out_of_time=line.deadline.passed)
            return replace(fetched, outcome=broken.outcome, detail=broken.detail)
        return replace(fetched, body=body, outcome=fetched.outcome if body else FetchOutcome.EMPTY)


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target.strip())
    except ValueError:
        return target


def _bad_hop(origin: str, target: str, seen: set[str]) -> FetchOutcome | None:
    if target in seen or len(seen) >= MAX_HOPS:
        return FetchOutcome.REDIRECT_LOOP
    if not usable_url(target):
        return FetchOutcome.BAD_REDIRECT
    if origin.startswith("https:") and target.startswith("http:"):
        return FetchOutcome.BAD_REDIRECT
    return None


def _with_moved(fetched: Fetched, moved: str | None) -> Fetched:
    """Note where the address has moved for good."""
    if moved is None:
        return fetched
    return replace(fetched, headers=(*fetched.headers, (MOVED, moved)))

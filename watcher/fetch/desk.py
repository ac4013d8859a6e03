"""One source's desk: asks with what is remembered, and remembers what came."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from watcher.errors import FetchError
from watcher.fetch.asking import MOVED, Ask, host_of, retry_after
from watcher.fetch.outcomes import GOOD, HINTS, FetchOutcome
from watcher.model.watch import NoticeKind, PageMemory, Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from watcher.fetch.asking import Fetcher
    from watcher.fetch.memory import Memory
    from watcher.fetch.options import FetchTable, WebOptions
    from watcher.model.document import Fetched

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What sources work with.

    `now` is the moment of the run. `councils` gives the councils of today (Ofsted's URN ->
    name), `settle` writes what is remembered of a source, `standard_input` reads what was piped
    in. `recheck` looks at recent articles again although it is not time yet.
    """

    fetcher: Fetcher
    memory: Memory
    now: dt.datetime
    table: FetchTable
    settle: Callable[[str], None]
    councils: Callable[[], Mapping[str, str]]
    standard_input: Callable[[], bytes]
    recheck: bool = False


class Desk:
    """Everything that the sources on the web have in common."""

    def __init__(self, name: str, options: WebOptions, kit: Kit) -> None:
        self.name = name
        self.options = options
        self.kit = kit
        self._private = _private_hosts(options)
        self._print = _fingerprint(options)

    def listing(self, url: str) -> Fetched:
        """Fetch a page of the source itself; `not_modified` also when its bytes are the same.

        Raises:
            FetchError: naming the outcome, when it could not be had.
        """
        ((_, found),) = self.listings((url,))
        if isinstance(found, FetchError):
            raise found
        return found

    def listings(self, urls: Sequence[str]) -> Iterator[tuple[str, Fetched | FetchError]]:
        """Fetch pages of the source itself, hosts side by side; a failure is an answer too."""
        asks: dict[Ask, PageMemory] = {}
        for url in urls:
            memory = self._own(url)
            asks[self.ask(memory)] = memory
        for ask, fetched in self.kit.fetcher.fetch_many(asks):
            yield asks[ask].url, self._listed(asks[ask], fetched)

    def unconditional(self, url: str) -> None:
        """Ask for a page in full next time: what it lists may change while it does not."""
        memory = self.remembered(self.own_key(url))
        if memory is not None:
            bare = replace(memory, etag=None, last_modified=None, sha256="")
            self.kit.memory.put(self.name, bare)

    def own_key(self, url: str) -> str:
        """Name a page of the source itself."""
        return f"page:{self.name}:{url}"

    def _own(self, url: str) -> PageMemory:
        key = self.own_key(url)
        memory = self.remembered(key)
        if memory is None:
            return self.new(key, url, print_=self._print)
        if memory.print != self._print:
            return replace(memory, etag=None, last_modified=None, sha256="", print=self._print)
        return memory

    def _listed(self, memory: PageMemory, fetched: Fetched) -> Fetched | FetchError:
        if fetched.outcome not in GOOD:
            self.forget_move(memory)
            return self.failure(fetched, memory.url)
        self.kit.memory.put(self.name, self.took(memory, fetched))
        if memory.sha256 and memory.sha256 == _sha256(fetched):
            return replace(fetched, outcome=FetchOutcome.NOT_MODIFIED, body=b"")
        return fetched

    def remembered(self, key: str) -> PageMemory | None:
        """Give what is remembered of a page."""
        return self.kit.memory.page(key)

    def new(self, key: str, url: str, *, print_: str = "") -> PageMemory:
        """Begin to remember a page."""
        now = self.kit.now
        return PageMemory(key=key, url=url, print=print_, first_seen=now, last_seen=now)

    def ask(self, memory: PageMemory, *, report: bool = False) -> Ask:
        """Ask for a page with the validators of last time, at the place it has moved to."""
        table, options = self.kit.table, self.options
        longest = options.timeout.total_seconds() if options.timeout else None
        return Ask(
            url=memory.moved_to or memory.url,
            etag=memory.etag,
            last_modified=memory.last_modified,
            validators_for=memory.fetched_url,
            user_agent=options.user_agent,
            allow_private=self._private,
            max_bytes=options.max_bytes or (table.max_report_bytes if report else table.max_bytes),
            total_timeout=longest or (table.report_timeout if report else None),
            robots=options.robots,
        )

    def took(self, memory: PageMemory, fetched: Fetched) -> PageMemory:
        """Remember what came: validators also of an answer that says nothing has changed."""
        moved = fetched.header(MOVED)
        if moved and moved != memory.moved_to:
            text = f"{memory.url} has moved for good to {moved}"
            self.remark(NoticeKind.MOVED, text)
        fresh = fetched.outcome == FetchOutcome.OK
        return replace(
            memory,
            etag=fetched.header("etag") or (None if fresh else memory.etag),
            last_modified=fetched.header("last-modified")
            or (None if fresh else memory.last_modified),
            fetched_url=fetched.url,
            moved_to=moved or memory.moved_to,
            sha256=_sha256(fetched) if fresh else memory.sha256,
            outcome=str(fetched.outcome),
            tries=0,
            last_seen=self.kit.now,
            fetched=self.kit.now,
        )

    def remark(self, kind: NoticeKind, text: str) -> None:
        """Note something that the source's owner should know."""
        self.kit.memory.remark(self.name, Remark(kind=kind, text=text))

    def failure(self, fetched: Fetched, url: str) -> FetchError:
        """Make the error of a source that could not be had; it asks to come back later."""
        outcome = FetchOutcome(fetched.outcome)
        words = outcome.value.replace("_", " ")
        status = f" (HTTP {fetched.status})" if fetched.status else ""
        detail = f": {fetched.detail}" if fetched.detail else ""
        later = retry_after(fetched, self.kit.now.timestamp())
        if later is not None:
            moment = self.kit.now + dt.timedelta(seconds=min(later, 7 * 86400.0))
            self.kit.memory.put_note(self.name, "not_before", moment.isoformat())
        return FetchError(
            f"{words}{status}{detail}",
            outcome=outcome.value,
            resource=url,
            hint=HINTS.get(outcome, ""),
        )

    def forget_move(self, memory: PageMemory) -> None:
        """Ask the first address again when the one it had moved to does not answer."""
        if memory.moved_to is not None:
            back = replace(memory, moved_to=None, etag=None, last_modified=None, sha256="")
            self.kit.memory.amend(self.name, back)


def _sha256(fetched: Fetched) -> str:
    return hashlib.sha256(fetched.body).hexdigest() if fetched.body else ""


def _private_hosts(options: WebOptions) -> frozenset[str]:
    """Name the private hosts that a source may lead to; loopback has several names."""
    if not options.allow_private:
        return frozenset()
    named = {host_of(url) for url in options.addresses}
    named |= {host.lower() for host in options.private_hosts}
    for host in tuple(named):
        name, colon, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
        if (name or port) in _LOOPBACK:
            named |= {f"{other}{colon}{port}" if name else other for other in _LOOPBACK}
    return frozenset(named)


def _fingerprint(options: WebOptions) -> str:
    """Sum up the options: when they change, a page that did not is looked through again."""
    return hashlib.sha256(options.model_dump_json().encode()).hexdigest()[:16]

"""A web server for tests, on loopback: pages with validators, and every way to misbehave.

It speaks HTTP/1.1 by hand, so that it can break off, drip and lie as no proper server would.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import threading
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable
    from typing import Self

    Misdeed = Callable[["Request", asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it arrived; `at` and `done` are seconds of the monotonic clock."""

    path: str
    headers: dict[str, str]
    at: float


@dataclass(slots=True, kw_only=True)
class Page:
    """What a path gives: a body with its validators, unless `status` says otherwise."""

    body: bytes = b""
    type: str = "text/html; charset=utf-8"
    status: int = 200
    etag: str | None = None
    modified: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    gzip: bool = False

    def answer(self, request: Request) -> bytes:
        """Give the bytes of the whole answer; 304 when the request knows the page already."""
        same = self.etag and request.headers.get("if-none-match") == self.etag
        since = self.modified and request.headers.get("if-modified-since") == self.modified
        known = bool(same or since) and self.status == 200
        body = b"" if known else self.body
        head = {"date": formatdate(usegmt=True), **self.headers}
        if self.etag:
            head["etag"] = self.etag
        if self.modified:
            head["last-modified"] = self.modified
        if not known:
            head["content-type"] = self.type
            if self.gzip:
                body = gzip.compress(body)
                head["content-encoding"] = "gzip"
            head["content-length"] = str(len(body))
        lines = [f"HTTP/1.1 {304 if known else self.status} X"]
        lines += [f"{name}: {value}" for name, value in head.items()]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class World:
    """The server, in a thread of its own; use it as a context."""

    def __init__(self, context: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self.pages: dict[str, Page | Misdeed] = {}
        self.requests: list[Request] = []
        self.ended: list[float] = []
        self.delay = 0.0
        self.host = host
        self.port = 0
        self._context = context
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        """Start to listen."""
        self._thread.start()
        self._ready.wait(5)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and drop every connection."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(5)

    def url(self, path: str = "/") -> str:
        """Give the address of a path."""
        scheme = "https" if self._context else "http"
        return f"{scheme}://{self.host}:{self.port}{path}"

    def asked(self, path: str) -> list[Request]:
        """Give the requests for a path."""
        return [request for request in self.requests if request.path == path]

    @property
    def paths(self) -> list[str]:
        """Give what was asked for, in order."""
        return [request.path for request in self.requests]

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._client, self.host, 0, ssl=self._context)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0.01)

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._exchange(reader, writer):
                pass
        except (ConnectionError, asyncio.CancelledError, asyncio.IncompleteReadError):
            pass
        finally:
            if self._stop.is_set() or writer.is_closing():
                writer.transport.abort()
            else:
                writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        pairs = (line.split(":", 1) for line in lines)
        headers = {name.strip().lower(): value.strip() for name, value in pairs}
        request = Request(path=first.split(" ")[1], headers=headers, at=time.monotonic())
        self.requests.append(request)
        await asyncio.sleep(self.delay)
        found = self.pages.get(request.path) or self.pages.get(request.path.split("?")[0])
        found = found or Page(status=404, body=b"not here")
        if isinstance(found, Page):
            writer.write(found.answer(request))
            await writer.drain()
            self.ended.append(time.monotonic())
            return True
        await found(request, writer)
        await writer.drain()
        self.ended.append(time.monotonic())
        return False


def leads_to(*addresses: str) -> Callable[[str, int], tuple[str, ...]]:
    """Resolve every name to the same addresses."""

    def resolve(host: str, port: int) -> tuple[str, ...]:
        del host, port
        return addresses

    return resolve


def raw(*parts: bytes, pause: float = 0.0, abort: bool = False) -> Misdeed:
    """Write bytes as they are, with pauses between, then hang up; or cut the line."""

    async def act(request: Request, writer: asyncio.StreamWriter) -> None:
        del request
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause)
        if abort:
            await asyncio.sleep(0.05)
            line = writer.get_extra_info("socket")
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()

    return act


def endless(chunk: bytes, pause: float = 0.0, head: bytes | None = None) -> Misdeed:
    """Write the same bytes again and again until the line is cut."""
    start = head or b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n"

    async def act(request: Request, writer: asyncio.StreamWriter) -> None:
        del request
        writer.write(start)
        while not writer.is_closing():
            writer.write(chunk)
            await writer.drain()
            await asyncio.sleep(pause)

    return act

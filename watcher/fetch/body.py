"""Read a body to its end or to a limit, whichever comes first."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Protocol

from watcher.fetch.outcomes import FetchOutcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SLICE = 4096
"""Bytes that are decoded at a time, so that it is known how few of them made how many."""

BOMB_RATIO = 200
"""A body that grows more than this on decompression and passes the limit is a bomb."""


class BodyError(Exception):
    """Reading ended before the body did.

    Args:
        outcome: The name of the end.
        detail: What happened, for people.
    """

    def __init__(self, outcome: FetchOutcome, detail: str) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail


class Decoder(Protocol):
    """Undo one content coding, never giving more than `room` bytes beyond what is asked."""

    def feed(self, data: bytes, room: int) -> bytes:
        """Decode some bytes; may stop after `room` bytes."""
        ...

    def finished(self) -> bool:
        """Tell whether the coded stream came to its end."""
        ...


class _Identity:
    def feed(self, data: bytes, room: int) -> bytes:
        del room
        return data

    def finished(self) -> bool:
        return True


class _Zlib:
    """gzip, and deflate with or without its header."""

    def __init__(self, *, deflate: bool) -> None:
        self._raw_deflate = deflate
        self._machine = zlib.decompressobj(zlib.MAX_WBITS if deflate else zlib.MAX_WBITS | 16)
        self._started = False

    def feed(self, data: bytes, room: int) -> bytes:
        try:
            out = self._machine.decompress(data, max(room, 1))
        except zlib.error:
            if not self._raw_deflate or self._started:
                raise
            self._machine = zlib.decompressobj(-zlib.MAX_WBITS)
            out = self._machine.decompress(data, max(room, 1))
        self._started = True
        return out

    def finished(self) -> bool:
        return self._machine.eof


class _Brotli:
    def __init__(self) -> None:
        import brotli

        self._machine = brotli.Decompressor()

    def feed(self, data: bytes, room: int) -> bytes:
        limit = max(room, 1)
        out = bytearray(self._machine.process(data, output_buffer_limit=limit))
        while len(out) < limit and not self._machine.can_accept_more_data():
            more = self._machine.process(b"", output_buffer_limit=limit)
            if not more:
                break
            out += more
        return bytes(out)

    def finished(self) -> bool:
        return bool(self._machine.is_finished())


def decoder_for(coding: str) -> Decoder:
    """Give the decoder of a Content-Encoding header.

    Raises:
        BodyError: for a coding that was not offered.
    """
    match coding.strip().lower():
        case "" | "identity":
            return _Identity()
        case "gzip" | "x-gzip":
            return _Zlib(deflate=False)
        case "deflate":
            return _Zlib(deflate=True)
        case "br":
            return _Brotli()
        case other:
            raise BodyError(FetchOutcome.BAD_ENCODING, f"unknown content coding {other!r}")


def _sliced(chunks: Iterable[bytes]) -> Iterable[bytes]:
    for chunk in chunks:
        yield from (chunk[at : at + _SLICE] for at in range(0, len(chunk), _SLICE))


def read_body(
    chunks: Iterable[bytes], coding: str, *, limit: int, in_time: Callable[[], bool]
) -> bytes:
    """Join and decode chunks, up to `limit` decoded bytes, while `in_time()` holds.

    Raises:
        BodyError: too large, a bomb, too slow, or badly coded.
    """
    decoder = decoder_for(coding)
    if not isinstance(decoder, _Identity):
        chunks = _sliced(chunks)
    out, raw = bytearray(), 0
    for chunk in chunks:
        raw += len(chunk)
        try:
            out += decoder.feed(chunk, limit - len(out) + 1)
        except Exception as error:  # zlib.error and brotli.error share no base
            raise BodyError(FetchOutcome.BAD_ENCODING, f"badly coded body: {error}") from error
        if len(out) > limit:
            bomb = len(out) > raw * BOMB_RATIO
            raise BodyError(
                FetchOutcome.BOMB if bomb else FetchOutcome.TOO_LARGE,
                f"more than {limit} bytes" + (f" from {raw} compressed" if bomb else ""),
            )
        if not in_time():
            raise BodyError(FetchOutcome.TOO_SLOW, f"{len(out)} bytes in all the time there is")
    if raw and not decoder.finished():
        raise BodyError(FetchOutcome.TRUNCATED, "the coded body ends too early")
    return bytes(out)

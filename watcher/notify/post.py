"""Post JSON to a web address and tell success from failure, for every notifier that does."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from watcher.alerting.render.words import one_line
from watcher.errors import DeliveryError
from watcher.model.message import Receipt

if TYPE_CHECKING:
    from collections.abc import Mapping

KEEP_OF_ANSWER = 500
"""Bytes of an answer that are kept."""

GONE = 410
TOO_MANY = 429
UNAVAILABLE = 503

_TRY_AGAIN = frozenset({408, 425, TOO_MANY, 500, 502, UNAVAILABLE, 504})


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One request: where to, the headers, the body."""

    url: str
    headers: Mapping[str, str]
    body: bytes


def post(transport: httpx.BaseTransport, ask: Post, *, name: str, timeout: float) -> Receipt:
    """Send a request; only 2xx is success, redirects are not followed.

    Raises:
        DeliveryError: with `permanent` for 410 and for refusals that will not change, with
            `retry_after` where the receiver asks for patience.
    """
    said = _shown_request(ask)
    try:
        request = httpx.Request(
            "POST",
            ask.url,
            headers=dict(ask.headers),
            content=ask.body,
            extensions={"timeout": httpx.Timeout(timeout).as_dict()},
        )
        answer = transport.handle_request(request)
        answer.request = request
        try:
            start = _start_of(answer, timeout)
        finally:
            answer.close()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise _no_answer(error, said, name) from error
    said = (*said, *_shown_answer(answer, start))
    if answer.is_success:
        return Receipt(status=answer.status_code, answer=start, dialogue=said)
    failure = _refused(answer, start, name)
    failure.dialogue = said
    raise failure


def _no_answer(error: Exception, said: tuple[str, ...], name: str) -> DeliveryError:
    """Say why there was no answer, in the words of whoever noticed."""
    why = one_line(str(error)) or type(error).__name__
    failure = DeliveryError(
        f"no answer: {type(error).__name__}",
        resource=name,
        hint="is the address right and the receiver up?",
    )
    if "private address" in why:
        failure.hint = "a receiver on a private network needs allow_private = true"
    failure.dialogue = (*said, f"! {type(error).__name__}: {why}")
    return failure


def _shown_request(ask: Post) -> tuple[str, ...]:
    """Give the request as a person reads it; the address and signatures stay hidden."""
    parts = urlsplit(ask.url)
    shown = [f"> POST {parts.scheme}://{parts.hostname}/…"]
    for key, value in ask.headers.items():
        hidden = key in {"webhook-signature", "authorization"}
        shown.append(f"> {key}: {'…' if hidden else value}")
    return (*shown, f"> ({len(ask.body)} bytes)")


def _shown_answer(answer: httpx.Response, start: str) -> tuple[str, ...]:
    kept = {"content-type", "location", "retry-after", "server"}
    heads = [f"< {key}: {one_line(value)}" for key, value in answer.headers.items() if key in kept]
    words = [f"< {one_line(start)}"] if start.strip() else []
    return (f"< {answer.status_code} {answer.reason_phrase}", *heads, *words)


def _start_of(answer: httpx.Response, patience: float) -> str:
    """Read the start of the body; the status is the answer, so a broken body is no failure."""
    raw, until = b"", time.monotonic() + patience
    stream = answer.stream
    if not isinstance(stream, httpx.SyncByteStream):
        return ""
    try:
        for chunk in stream:
            raw += chunk
            if len(raw) >= KEEP_OF_ANSWER or time.monotonic() > until:
                break
    except httpx.HTTPError:
        pass
    return raw[:KEEP_OF_ANSWER].decode("utf-8", "replace")


def _refused(answer: httpx.Response, start: str, name: str) -> DeliveryError:
    status = answer.status_code
    hints = {
        GONE: "the receiver is gone for good; remove it or give its new address",
        401: "the receiver wants other credentials",
        403: "the receiver refuses; check its address and secret",
        404: "check the address",
    }
    if answer.is_redirect:
        hints[status] = "the receiver has moved; give its new address"
    failure = DeliveryError(
        f"the receiver answered {status}" + (f": {one_line(start)[:200]}" if start.strip() else ""),
        permanent=status == GONE,
        retry_after=_retry_after(answer) if status in {TOO_MANY, UNAVAILABLE} else None,
        resource=name,
        hint=hints.get(status, "" if status in _TRY_AGAIN else "see the receiver's own log"),
    )
    failure.status, failure.answer = status, start
    return failure


def _retry_after(answer: httpx.Response) -> float | None:
    """Read Retry-After as seconds; a date counts from the answer's own Date header."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isdecimal():
        return float(value)
    if not value or "date" not in answer.headers:
        return None
    from email.utils import parsedate_to_datetime

    try:
        then = parsedate_to_datetime(value)
        now = parsedate_to_datetime(answer.headers["date"])
        return max((then - now).total_seconds(), 0.0)
    except (ValueError, TypeError):
        return None

"""Post JSON to a web address and tell success from failure, for every notifier that does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

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
    try:
        client = httpx.Client(transport=transport, timeout=timeout, follow_redirects=False)
        with client.stream("POST", ask.url, headers=ask.headers, content=ask.body) as answer:
            start = _start_of(answer)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise DeliveryError(
            f"no answer: {type(error).__name__}",
            resource=name,
            hint="is the address right and the receiver up?",
        ) from error
    if answer.is_success:
        return Receipt(status=answer.status_code, answer=start)
    raise _refused(answer, start, name)


def _start_of(answer: httpx.Response) -> str:
    raw = b""
    for chunk in answer.iter_bytes(KEEP_OF_ANSWER):
        raw += chunk
        if len(raw) >= KEEP_OF_ANSWER:
            break
    return raw[:KEEP_OF_ANSWER].decode("utf-8", "replace")


def _refused(answer: httpx.Response, start: str, name: str) -> DeliveryError:
    status = answer.status_code
    hints = {
        GONE: "the receiver is gone for good; remove it or give its new address",
        401: "the receiver wants other credentials",
        403: "the receiver refuses; check its address and secret",
        404: "check the address",
    }
    if answer.has_redirect_location or 300 <= status < 400:  # noqa: PLR2004
        hints[status] = "the receiver has moved; give its new address"
    return DeliveryError(
        f"the receiver answered {status}" + (f": {start[:200]}" if start.strip() else ""),
        permanent=status == GONE,
        retry_after=_retry_after(answer) if status in {TOO_MANY, UNAVAILABLE} else None,
        resource=name,
        hint=hints.get(status, "" if status in _TRY_AGAIN else "see the receiver's own log"),
    )


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

"""Every way a fetch can end, by name."""

from __future__ import annotations

from enum import StrEnum


class FetchOutcome(StrEnum):
    """How a fetch ended; `not_modified` is as good an end as `ok`."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"

    UNAUTHORIZED = "unauthorized"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    GONE = "gone"
    RATE_LIMITED = "rate_limited"
    CLIENT_ERROR = "client_error"
    SERVER_ERROR = "server_error"
    UNAVAILABLE = "unavailable"
    UNEXPECTED_STATUS = "unexpected_status"

    ROBOTS = "robots"
    PRIVATE_ADDRESS = "private_address"
    BAD_URL = "bad_url"
    REDIRECT_LOOP = "redirect_loop"
    BAD_REDIRECT = "bad_redirect"

    DNS = "dns"
    REFUSED = "refused"
    TLS = "tls"
    RESET = "reset"
    TRUNCATED = "truncated"
    BAD_RESPONSE = "bad_response"
    TIMEOUT = "timeout"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    BOMB = "bomb"
    BAD_ENCODING = "bad_encoding"
    EMPTY = "empty"
    NOT_HTML = "not_html"
    NOT_FEED = "not_feed"
    NO_MATCH = "no_match"
    SHRUNK = "shrunk"

    MISSING_FILE = "missing_file"
    UNREADABLE_FILE = "unreadable_file"


GOOD = frozenset({FetchOutcome.OK, FetchOutcome.NOT_MODIFIED})
"""Ends after which the source is healthy."""

TRANSIENT = frozenset(
    {
        FetchOutcome.RATE_LIMITED,
        FetchOutcome.SERVER_ERROR,
        FetchOutcome.UNAVAILABLE,
        FetchOutcome.DNS,
        FetchOutcome.REFUSED,
        FetchOutcome.RESET,
        FetchOutcome.TRUNCATED,
        FetchOutcome.TIMEOUT,
    }
)
"""Ends worth another try in the same run."""

_STATUS = {
    304: FetchOutcome.NOT_MODIFIED,
    401: FetchOutcome.UNAUTHORIZED,
    403: FetchOutcome.FORBIDDEN,
    404: FetchOutcome.NOT_FOUND,
    408: FetchOutcome.UNAVAILABLE,
    410: FetchOutcome.GONE,
    425: FetchOutcome.UNAVAILABLE,
    429: FetchOutcome.RATE_LIMITED,
    500: FetchOutcome.SERVER_ERROR,
    502: FetchOutcome.SERVER_ERROR,
    503: FetchOutcome.UNAVAILABLE,
    504: FetchOutcome.UNAVAILABLE,
}


def outcome_of_status(status: int) -> FetchOutcome:
    """Name the end that an HTTP status stands for (redirects are followed before)."""
    named = _STATUS.get(status)
    if named is not None:
        return named
    if status in {200, 203}:
        return FetchOutcome.OK
    if 400 <= status < 500:  # noqa: PLR2004  (the class of statuses)
        return FetchOutcome.CLIENT_ERROR
    if 500 <= status < 600:  # noqa: PLR2004
        return FetchOutcome.SERVER_ERROR
    return FetchOutcome.UNEXPECTED_STATUS


HINTS: dict[FetchOutcome, str] = {
    FetchOutcome.UNAUTHORIZED: "the server wants a login; a public page or feed is needed",
    FetchOutcome.FORBIDDEN: "the server refuses this program; ask its owner, or watch another page",
    FetchOutcome.NOT_FOUND: "check the address; the page may have moved",
    FetchOutcome.GONE: "the page is gone for good; remove the source or find its new address",
    FetchOutcome.RATE_LIMITED: "asked too often; the next run waits as long as the server asks",
    FetchOutcome.ROBOTS: "robots.txt asks programs to stay away; it is respected",
    FetchOutcome.PRIVATE_ADDRESS: "a host of yours needs allow_private (links: private_hosts)",
    FetchOutcome.BAD_URL: "only http and https addresses can be fetched",
    FetchOutcome.DNS: "the host name is not known; check the address and the network",
    FetchOutcome.TLS: "the certificate is not valid for this host, or has run out",
    FetchOutcome.TOO_LARGE: "raise max_bytes on the source if the page is really that large",
    FetchOutcome.NOT_FEED: "the address gives no feed; the site may have moved it",
    FetchOutcome.NO_MATCH: "the page may look different now; see `watcher sources test`",
    FetchOutcome.NOT_HTML: "only pages, texts and PDFs can be read",
    FetchOutcome.MISSING_FILE: "check the path; it is relative to the configuration file",
}
"""What a user can do about an end."""

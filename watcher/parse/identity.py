"""Know one article under its many addresses."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|at_\w+|ns_\w+|mc_\w+|mkt_\w+|pk_\w+|piwik_\w+|hsa_\w+|vero_\w+|oly_\w+|wt\.\w+|"
    r"fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|twclid|ttclid|li_fat_id|"
    r"xtor|cmpid|cmp|campaign|ito|ocid|ncid|smid|partner|ref|ref_src|ref_url|referrer|rss|"
    r"ftag|feature|share|shared|sharetype|source|src|spm|trk|_ga|_gl|amp|outputtype|"
    r"intcmp|icid|cid|mod|sref|guccounter|guce_\w+|link_location|dm_i|_hsenc|_hsmi|__twitter_impression)",
    re.IGNORECASE,
)
"""Parameters that say how a reader came, not what is read."""

_AMP_PATH = re.compile(r"(?:/amp(?=/|$)|\.amp(?=$|\.html?$))", re.IGNORECASE)
_MOBILE_HOST = re.compile(r"^(?:www|m|mobile|amp|edition|mobi)\.(?=[^.]+\.)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_AMP_CACHE = re.compile(r"^[\w-]+\.cdn\.ampproject\.org$", re.IGNORECASE)
_AMP_CACHE_PATH = re.compile(r"^/[a-z](?:/s)?/(.+)$")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_url(url: str) -> str:
    """Give the form under which two addresses of one article are the same.

    Scheme, `www.`, mobile and AMP hosts, AMP paths, default ports, index pages, trailing
    slashes, fragments, tracking parameters and the order of the others do not count. Never
    raises: what is no URL comes back as it is.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url.strip()
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return url.strip()
    inner = _unwrapped(host, parts.path)
    if inner is not None:
        return canonical_url(inner)
    netloc = _MOBILE_HOST.sub("", host)
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        netloc = f"{netloc}:{port}"
    path = _INDEX.sub("/", _AMP_PATH.sub("", parts.path))
    path = re.sub(r"/{2,}", "/", path).rstrip("/") or "/"
    return urlunsplit(("https", netloc, _steady(path), _query(parts.query), ""))


def _unwrapped(host: str, path: str) -> str | None:
    """Give the address inside an AMP cache's, None when it is none."""
    found = _AMP_CACHE_PATH.match(path) if _AMP_CACHE.match(host) else None
    return None if found is None else "https://" + found[1]


def _steady(path: str) -> str:
    """Write percent escapes of unreserved characters plainly and the others in upper case."""

    def one(match: re.Match[str]) -> str:
        plain = unquote(match[0])
        return plain if re.fullmatch(r"[A-Za-z0-9._~-]", plain) else match[0].upper()

    return re.sub(r"%[0-9A-Fa-f]{2}", one, path)


def _query(query: str) -> str:
    kept = [
        (key, value)
        for key, value in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.fullmatch(key)
    ]
    return urlencode(sorted(kept))


def folded_text(text: str) -> str:
    """Fold a text for comparing versions: case, white space and punctuation do not count."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def headline_key(title: str, outlet: str | None) -> str:
    """Fold a headline, without the publisher that aggregators put behind it."""
    head = title
    if outlet and head.casefold().endswith(outlet.casefold()):
        head = head[: -len(outlet)].rstrip(" -–—|")
    else:
        head = re.sub(r"\s+[-–—|]\s+[^-–—|]{2,40}$", "", head)
    return folded_text(head)

"""Know one article under its many addresses."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|at_\w+|ns_\w+|mc_\w+|mkt_\w+|pk_\w+|piwik_\w+|mtm_\w+|hsa_\w+|vero_\w+|oly_\w+|"
    r"wt\.\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|igshid|twclid|ttclid|li_fat_id|"
    r"xtor|cmpid|ito|ocid|ncid|smid|ref_src|ref_url|spm|trk|_ga|_gl|outputtype|intcmp|icid|"
    r"guccounter|guce_\w+|link_location|dm_i|_hsenc|_hsmi|__twitter_impression|traffic_source)",
    re.IGNORECASE,
)
"""Parameters that say how a reader came, not what is read."""

_DOUBTFUL = re.compile(
    r"(?:ref|referrer|source|src|campaign|cmp|cid|mod|sref|partner|share|shared|sharetype|rss|feature|"
    r"ftag|from|via|amp)",
    re.IGNORECASE,
)
"""Parameters that mostly say how a reader came, but name the article on some sites.

They are dropped unless their value has a digit in it: to take two articles for one would lose
one of them, to take one for two costs nothing but a second reading.
"""

_SWITCH = re.compile(r"(?:amp|rss|share|shared)", re.IGNORECASE)
"""Parameters that are switched on with a `1`."""

_AMP_PATH = re.compile(r"(?:/amp(?=/|$)|\.amp(?=$|\.html?$))", re.IGNORECASE)
_MOBILE_HOST = re.compile(r"^(?:www|m|mobile|amp|edition|mobi)\.(?=[^.]+\.)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_AMP_CACHE = re.compile(r"^[\w-]+\.cdn\.ampproject\.org$", re.IGNORECASE)
_AMP_CACHE_PATH = re.compile(r"^/[a-z](?:/s)?/(.+)$")
_AGGREGATOR = re.compile(r"^news\.google\.", re.IGNORECASE)
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
    if _redirects(host, parts.path):
        return urlunsplit(("https", host, parts.path.rstrip("/"), "", ""))
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
    return urlencode(sorted(_kept(query)))


def _kept(query: str) -> list[tuple[str, str]]:
    try:
        pairs = parse_qsl(query, keep_blank_values=True)
    except ValueError:
        return [("", query)]
    return [(key, value) for key, value in pairs if not _tracks(key, value)]


def _tracks(key: str, value: str) -> bool:
    """Tell whether a parameter says only how a reader came."""
    if _TRACKING.fullmatch(key) or (_SWITCH.fullmatch(key) and value == "1"):
        return True
    return bool(_DOUBTFUL.fullmatch(key)) and not any(sign.isdigit() for sign in value)


def clean_url(url: str) -> str:
    """Give an address that leads to the same page, without fragment and tracking parameters."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    kept = _kept(parts.query)
    query = parts.query if len(kept) == parts.query.count("&") + 1 else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


_HEAD = 64 * 1024
_LINK_TAG = re.compile(rb"<link\b[^>]{0,2000}>", re.IGNORECASE)
_REL = re.compile(rb"""\brel\s*=\s*["']?\s*canonical\b""", re.IGNORECASE)
_HREF = re.compile(rb"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)


def page_key(url: str, body: bytes) -> str:
    """Give the identity of a page: the address that it calls its own, if that is on its site.

    A page that calls the front page its own, or a page of another site, is not believed.
    """
    key = canonical_url(url)
    for tag in _LINK_TAG.findall(body[:_HEAD]):
        href = _HREF.search(tag) if _REL.search(tag) else None
        if href is None:
            continue
        raw = next(group for group in href.groups() if group is not None)
        stated = canonical_url(_joined(url, html.unescape(raw.decode("utf-8", "replace"))))
        mine, theirs = urlsplit(key), urlsplit(stated)
        if theirs.netloc == mine.netloc and theirs.path != "/":
            return stated
    return key


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target.strip())
    except ValueError:
        return base


def is_aggregator(url: str) -> bool:
    """Tell whether an address is an aggregator's redirect, a new one for every query."""
    try:
        parts = urlsplit(url)
        return _redirects(parts.hostname or "", parts.path)
    except ValueError:
        return False


def _redirects(host: str, path: str) -> bool:
    return bool(_AGGREGATOR.match(host)) or path.startswith("/rss/articles/")


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

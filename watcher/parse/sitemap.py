"""News sitemaps: plain, index, gzipped."""

from __future__ import annotations

import zlib
from typing import Any

from watcher.errors import UnknownFormat
from watcher.model.document import Link
from watcher.parse.links import Listed, day_of, join

MAX_XML = 60 * 1024 * 1024
"""Bytes of XML after decompression; the protocol allows 50 MB."""


def parse_sitemap(body: bytes, url: str) -> tuple[Listed, tuple[str, ...]]:
    """Read a sitemap: the links of its pages, and the addresses of further sitemaps.

    Raises:
        UnknownFormat: when it is no sitemap, or unpacks to more than MAX_XML bytes.
    """
    root = _root(_unpacked(body, url), url)
    name = _local(root.tag)
    if name == "sitemapindex":
        inner = [_child(entry, "loc") for entry in root if _local(entry.tag) == "sitemap"]
        return Listed(links=()), tuple(filter(None, (join(url, loc) for loc in inner if loc)))
    if name != "urlset":
        raise UnknownFormat("is no sitemap", resource=url)
    links = [_link(entry, url) for entry in root if _local(entry.tag) == "url"]
    return Listed(links=tuple(link for link in links if link is not None)), ()


def _unpacked(body: bytes, url: str) -> bytes:
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        out = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, MAX_XML + 1)
    except zlib.error as error:
        raise UnknownFormat("is badly gzipped", resource=url) from error
    if len(out) > MAX_XML:
        raise UnknownFormat("unpacks to too much", resource=url)
    return out


def _root(body: bytes, url: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnknownFormat("is no XML", resource=url) from error
    if root is None:
        raise UnknownFormat("is no XML", resource=url)
    return root


def _local(tag: Any) -> str:
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


def _child(element: Any, *path: str) -> str:
    """Give the text of the first descendant by local names, empty when there is none."""
    for name in path:
        element = next((child for child in element if _local(child.tag) == name), None)
        if element is None:
            return ""
    return (element.text or "").strip()


def _link(entry: Any, base: str) -> Link | None:
    loc = join(base, _child(entry, "loc"))
    if not loc:
        return None
    moment = _child(entry, "news", "publication_date")
    return Link(
        url=loc,
        label=_child(entry, "news", "title"),
        published=day_of(moment),
        outlet=_child(entry, "news", "publication", "name") or None,
        hints=(("changed", _child(entry, "lastmod")),),
    )

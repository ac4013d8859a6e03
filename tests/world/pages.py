"""What the servers of the tests show: articles, feeds, sitemaps, listings, GOV.UK, reports."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from tests.world.server import Page

FALL = (
    "Ofsted has rated children’s services at {council} City Council inadequate, down from good.",
    "The report was published on Thursday after an inspection in October.",
    "The council said that it accepted the findings and had begun to put matters right.",
)


def article(
    title: str,
    *paragraphs: str,
    day: str = "2026-11-19",
    canonical: str = "",
    furniture: str = "Most read",
) -> Page:
    """An article's page, with its date and with furniture around it."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    body = (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}'
        f'</title>{link}<meta property="article:published_time" content="{day}T08:00:00Z"></head>'
        f'<body><nav><a href="/">Home</a></nav><main><article><h1>{escape(title)}</h1>{text}'
        f"</article></main><aside><h2>{escape(furniture)}</h2></aside></body></html>"
    )
    return Page(body=body.encode())


def fall(council: str, **more: str) -> Page:
    """An article that reports a fall."""
    title = f"{council} children’s services rated inadequate"
    return article(title, *(line.format(council=council) for line in FALL), **more)


def item(title: str, link: str, **more: str) -> str:
    """An item of an RSS feed."""
    day = more.get("day", "Thu, 19 Nov 2026 08:00:00 GMT")
    guid = more.get("guid", link)
    extra = more.get("extra", "")
    return (
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link>"
        f'<guid isPermaLink="false">{escape(guid)}</guid><pubDate>{day}</pubDate>'
        f"<description>{escape(more.get('text', ''))}</description>{extra}</item>"
    )


def rss(*items: str, **more: Any) -> Page:
    """An RSS feed."""
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Example</title>'
        f"<link>http://127.0.0.1/</link><description>News</description>{''.join(items)}"
        "</channel></rss>"
    )
    return Page(body=body.encode(), type="application/rss+xml", **more)


def atom(*entries: tuple[str, str, str], **more: Any) -> Page:
    """An Atom feed of (title, link, id)."""
    inner = "".join(
        f"<entry><id>{escape(name)}</id><updated>2026-11-19T08:00:00Z</updated>"
        f'<link rel="alternate" type="text/html" href="{escape(link)}"/>'
        f"<title>{escape(title)}</title><summary>Ofsted</summary></entry>"
        for title, link, name in entries
    )
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"<id>x</id><title>Example</title><updated>2026-11-19T08:00:00Z</updated>{inner}</feed>"
    )
    return Page(body=body.encode(), type="application/atom+xml; charset=utf-8", **more)


def json_feed(*items: dict[str, Any]) -> Page:
    """A JSON feed."""
    data = {"version": "https://jsonfeed.org/version/1.1", "title": "Example", "items": items}
    return Page(body=json.dumps(data).encode(), type="application/feed+json")


def sitemap(*links: tuple[str, str, str]) -> Page:
    """A news sitemap of (address, title, moment)."""
    inner = "".join(
        f"<url><loc>{escape(url)}</loc><news:news><news:publication><news:name>Example Times"
        "</news:name><news:language>en</news:language></news:publication>"
        f"<news:publication_date>{moment}</news:publication_date>"
        f"<news:title>{escape(title)}</news:title></news:news></url>"
        for url, title, moment in links
    )
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{inner}</urlset>'
    )
    return Page(body=body.encode(), type="application/xml")


def sitemap_index(*urls: str) -> Page:
    """A sitemap that lists others."""
    inner = "".join(f"<sitemap><loc>{escape(url)}</loc></sitemap>" for url in urls)
    body = (
        '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{inner}</sitemapindex>"
    )
    return Page(body=body.encode(), type="application/xml")


def listing(*links: tuple[str, str], before: str = "", after: str = "") -> Page:
    """A page that lists articles as (address, headline)."""
    inner = "".join(
        f'<li class="story"><a href="{escape(url)}">{escape(title)}</a> '
        "<time datetime='2026-11-19'>19 November 2026</time></li>"
        for url, title in links
    )
    body = (
        "<html><head><title>News</title></head><body><nav><a href='/about'>About this site and "
        f"its people</a></nav>{before}<ul>{inner}</ul>{after}<footer><a href='/terms'>Terms and "
        "conditions of use here</a></footer></body></html>"
    )
    return Page(body=body.encode())


def content(path: str, title: str, **more: Any) -> Page:
    """An answer of GOV.UK's content API."""
    details = {"body": more.pop("body", ""), "change_history": more.pop("changes", [])}
    data = {
        "base_path": path,
        "title": title,
        "document_type": more.pop("kind", "news_story"),
        "first_published_at": "2026-11-19T09:30:00.000+00:00",
        "public_updated_at": "2026-11-19T09:30:00.000+00:00",
        "details": details,
        "links": more.pop("links", {}),
        "withdrawn_notice": more.pop("withdrawn", {}),
    }
    return Page(body=json.dumps(data).encode(), type="application/json; charset=utf-8", **more)


def search(*results: tuple[str, str]) -> Page:
    """An answer of GOV.UK's search API: (path, title)."""
    rows = [
        {"link": path, "title": title, "public_timestamp": "2026-11-19T09:30:00.000+00:00"}
        for path, title in results
    ]
    data = {"results": rows, "total": len(rows), "start": 0}
    return Page(body=json.dumps(data).encode(), type="application/json; charset=utf-8")


def reports_list(
    *councils: tuple[str, str, str], pages: str = "1 of 1", following: str = ""
) -> Page:
    """The list of Ofsted's reports site: (urn, name, day of the latest report)."""
    inner = "".join(
        f'<li class="search-result"><h3 class="search-result__title"><a href="/provider/44/{urn}">'
        f'{escape(name)}</a></h3><ul class="search-result__provider-info"><li>Latest report: '
        f"<strong><time>{day}</time></strong></li><li>URN: <strong>{urn}</strong></li></ul></li>"
        for urn, name, day in councils
    )
    turn = f'<a class="pagination__next" href="{escape(following)}">Next</a>' if following else ""
    body = (
        f'<html><body><ul class="results-list">{inner}</ul><div class="pagination">'
        f'<span class="pagination__numbers">{pages}</span>{turn}</div></body></html>'
    )
    return Page(body=body.encode())


def provider(name: str, *reports: tuple[str, str, str]) -> Page:
    """A council's page there: (address of the file, type, day of publication)."""
    inner = "".join(
        f'<li class="timeline__day"><div class="event"><p class="timeline__date"><time>14 September'
        f' 2026</time></p><span class="event__title"><a class="publication-link" href="{url}">'
        f'{escape(kind)} <span class="nonvisual">{escape(kind)}, pdf - {day}</span></a></span>'
        "</div></li>"
        for url, kind, day in reports
    )
    body = (
        f'<html><body><h1 class="heading--title">{escape(name)}</h1>'
        f'<ol class="timeline">{inner}</ol></body></html>'
    )
    return Page(body=body.encode())

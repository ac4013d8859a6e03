"""The HTML part of an e-mail: one column, inline styles, no pictures, dark and narrow alike."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from watcher.alerting.render.message import ordered, part_of, subject_of, text_of
from watcher.model.vocabulary import Severity

if TYPE_CHECKING:
    from watcher.alerting.render.message import Line, Part
    from watcher.model.alert import Alert

_EDGE = {
    Severity.LOW: "#5b6b7b",
    Severity.MEDIUM: "#9a6700",
    Severity.HIGH: "#b54708",
    Severity.CRITICAL: "#b42318",
}
"""Colours with at least 4.5:1 on white; in dark clients the edge alone carries them."""

_STYLE = """
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body, .sheet { background: #16181d !important; color: #e8eaed !important; }
  .card { background: #1f2329 !important; }
  .quiet { color: #b3bac5 !important; }
  a { color: #8ab4f8 !important; }
}
"""


def email_text(alerts: tuple[Alert, ...], footer: str, *, short: bool = False) -> str:
    """Write the plain part of an e-mail; a short one leaves the quotations to the links."""
    parts = [
        text_of(part_of(alert), width_of_quote=0 if short else 1200) for alert in ordered(alerts)
    ]
    return "\n\n".join([*parts, f"-- \n{footer}"]) + "\n"


def email_html(
    alerts: tuple[Alert, ...], footer: str, *, banner: str = "", short: bool = False
) -> str:
    """Write the HTML part of an e-mail; every word of an article is escaped."""
    cards = "".join(_card(part_of(alert), short=short) for alert in ordered(alerts))
    note = f'<p style="font-weight:bold">{escape(banner)}</p>' if banner else ""
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(subject_of(alerts))}</title><style>{_STYLE}</style></head>"
        '<body style="margin:0;padding:0;background:#f3f4f6;color:#1c2024">'
        '<div class="sheet" style="max-width:640px;margin:0 auto;padding:16px;'
        "overflow-wrap:anywhere;"
        'font:16px/1.5 -apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif">'
        f'{note}{cards}<p class="quiet" style="font-size:13px;color:#4a5560">'
        f"{escape(footer)}</p></div></body></html>"
    )


def _card(part: Part, *, short: bool) -> str:
    edge = _EDGE[part.severity]
    lines = "".join(_line(line, short=short) for line in part.lines)
    return (
        f'<div class="card" style="background:#ffffff;border-left:6px solid {edge};'
        'border-radius:6px;padding:14px 16px;margin:0 0 16px">'
        f'<h1 style="font-size:19px;line-height:1.3;margin:0 0 4px">{escape(part.subject)}</h1>'
        f'<p class="quiet" style="margin:0 0 10px;font-size:14px;color:#4a5560">'
        f"{escape(part.mark)} {escape(part.facts)}</p>{lines}"
        f'<p class="quiet" style="margin:10px 0 0;font-size:13px;color:#4a5560">'
        f"Receipt: <code>watcher explain {escape(part.id)}</code></p></div>"
    )


def _line(line: Line, *, short: bool) -> str:
    quote = (
        '<blockquote style="margin:4px 0 4px 0;padding:0 0 0 12px;border-left:2px solid #98a2b3">'
        f"“{escape(line.quote)}”</blockquote>"
        if line.quote and not short
        else ""
    )
    source = escape(line.source or "source")
    if line.url:
        source = f'<a href="{escape(line.url, quote=True)}" style="color:#1a56b0">{source}</a>'
    return (
        f'<p style="margin:8px 0 2px;font-weight:600">{escape(line.text)}</p>{quote}'
        f'<p class="quiet" style="margin:0;font-size:14px;color:#4a5560">{source}</p>'
    )

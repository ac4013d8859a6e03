"""Chat messages: Slack's blocks and Teams' adaptive cards, where plain text would be poor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from watcher.alerting.render.message import ordered, part_of, subject_of
from watcher.alerting.render.words import quote_if_fits, shorten
from watcher.model.vocabulary import Severity

if TYPE_CHECKING:
    from watcher.alerting.render.message import Line, Part
    from watcher.model.alert import Alert

SLACK_SECTION = 2900
"""Characters of one Slack section; the service allows 3,000."""

SLACK_BLOCKS = 48
"""Blocks of one Slack message; the service allows 50."""

TEAMS_ALERTS = 12
"""Alerts in one card."""

TEAMS_BYTES = 24_000
"""Bytes for the alerts of one card, which the service limits to about 28 kB."""

_TEAMS_STYLE = {
    Severity.LOW: "default",
    Severity.MEDIUM: "warning",
    Severity.HIGH: "warning",
    Severity.CRITICAL: "attention",
}


def slack_escape(text: str) -> str:
    """Escape the three characters that Slack gives a meaning, and its formatting marks."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for mark in "*_~`":
        text = text.replace(mark, f"{mark}\u2060")
    return text


def slack_payload(
    alerts: tuple[Alert, ...], banner: str = "", *, short: bool = False
) -> dict[str, Any]:
    """Write a message for a Slack incoming webhook."""
    subject = subject_of(alerts)
    blocks: list[dict[str, Any]] = []
    if banner:
        blocks.append(_slack_section(slack_escape(banner)))
    shown = ordered(alerts)
    told = shown[: SLACK_BLOCKS - 2]
    blocks.extend(_slack_section(_slack_part(part_of(alert), short=short)) for alert in told)
    left = len(shown) - (SLACK_BLOCKS - 2)
    if left > 0:
        blocks.append(_slack_section(f"and {left} more: run `watcher alerts`"))
    return {"text": slack_escape(f"{banner} {subject}".strip()), "blocks": blocks}


def _slack_section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text[:3000]}}


def _slack_part(part: Part, *, short: bool) -> str:
    out = [f"*{part.mark} {slack_escape(part.subject)}*", slack_escape(part.facts)]
    for line in () if short else part.lines:
        more = _slack_line(line)
        if sum(map(len, out)) + len(more) + len(out) > SLACK_SECTION:
            out.append("…")
            break
        out.append(more)
    if short and part.link and "|" not in part.link:
        out.append(f"<{part.link}|read it>")
    return "\n".join(out)


def _slack_line(line: Line) -> str:
    out = slack_escape(line.text)
    quote = quote_if_fits(line.quote, 900)
    if quote:
        out += f"\n> “{slack_escape(quote)}”"
    source = slack_escape(line.source or "source")
    if line.url and "|" not in line.url and ">" not in line.url:
        return f"{out}\n<{line.url}|{source}>"
    return f"{out}\n{source}"


def teams_escape(text: str) -> str:
    """Escape what an adaptive card reads as Markdown."""
    for mark in "\\*_[]()#`~>-":
        text = text.replace(mark, f"\\{mark}")
    return text


def teams_payload(
    alerts: tuple[Alert, ...], banner: str = "", *, short: bool = False
) -> dict[str, Any]:
    """Write an adaptive card for a Teams workflow webhook."""
    shown = ordered(alerts)
    body: list[dict[str, Any]] = []
    if banner:
        body.append(_teams_text(banner, weight="Bolder"))
    told = _teams_parts(shown, short=short)
    body.extend(told)
    if len(shown) > len(told):
        body.append(_teams_text(f"and {len(shown) - len(told)} more: run watcher alerts"))
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "fallbackText": subject_of(alerts),
        "body": body,
    }
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}
    return {"type": "message", "attachments": [attachment]}


def _teams_parts(alerts: tuple[Alert, ...], *, short: bool) -> list[dict[str, Any]]:
    """Write as many alerts as a card can hold; the later ones without quotations if need be."""
    told: list[dict[str, Any]] = []
    used = 0
    for alert in alerts[:TEAMS_ALERTS]:
        part = part_of(alert)
        for brief in (short, True):
            shown = _teams_part(part, short=brief)
            size = len(json.dumps(shown))
            if used + size <= TEAMS_BYTES:
                told.append(shown)
                used += size
                break
        else:
            break
    return told


def _teams_text(text: str, **style: Any) -> dict[str, Any]:
    return {"type": "TextBlock", "text": teams_escape(text), "wrap": True, **style}


def _teams_part(part: Part, *, short: bool) -> dict[str, Any]:
    items = [
        _teams_text(f"{part.mark} {part.subject}", weight="Bolder", size="Medium"),
        _teams_text(part.facts, isSubtle=True, spacing="None"),
    ]
    for line in part.lines[:8]:
        items.append(_teams_text(line.text))
        quote = "" if short else quote_if_fits(line.quote, 900)
        if quote:
            items.append(_teams_text(f"“{quote}”", spacing="None"))
        if line.url:
            label = shorten(line.source or "source", 80)
            action = {"type": "Action.OpenUrl", "title": label, "url": line.url}
            items.append({"type": "ActionSet", "actions": [action]})
    return {"type": "Container", "style": _TEAMS_STYLE[part.severity], "items": items}

"""Tell people: one module a channel, named here and imported when it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTIFIER_KINDS: Mapping[str, tuple[str, str]] = {
    "terminal": ("watcher.notify.terminal:Options", "watcher.notify.terminal:Terminal"),
    "email": ("watcher.notify.email:Options", "watcher.notify.email:Email"),
    "webhook": ("watcher.notify.webhook:Options", "watcher.notify.webhook:Webhook"),
    "slack": ("watcher.notify.chat:Options", "watcher.notify.chat:Chat"),
    "teams": ("watcher.notify.chat:Options", "watcher.notify.chat:Chat"),
    "apprise": ("watcher.notify.apprise:Options", "watcher.notify.apprise:AppriseNotifier"),
    "feed": ("watcher.notify.feed:Options", "watcher.notify.feed:FeedFile"),
    "jsonl": ("watcher.notify.jsonl:Options", "watcher.notify.jsonl:JsonLines"),
    "command": ("watcher.notify.command:Options", "watcher.notify.command:Command"),
}
"""Kind -> where its options and its class are (`module:name`)."""

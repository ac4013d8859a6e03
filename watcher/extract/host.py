"""Whose page is it: a council's own website speaks of itself as `the Council`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from watcher.extract.context import ExtractContext
    from watcher.extract.page import Page
    from watcher.model.council import Council

_OFFICIAL = re.compile(r"(?:^|\.)([a-z0-9-]+)\.gov\.uk$")
_SMALL = frozenset({"of", "and", "upon", "on", "the", "with", "in"})
_SHORTEST = 4


def host_council(page: Page) -> str | None:
    """Give the name form of the council on whose website a page stands, None when on none."""
    label = _label(page.document.url)
    if label is None:
        return None
    return _owner(page.context, label)


@lru_cache(maxsize=512)
def _owner(context: ExtractContext, label: str) -> str | None:
    matching = [c for c in context.register.councils if c.valid_to is None and _is(c, label)]
    if len(matching) != 1:
        return None
    code = matching[0].code
    return next((n for n, entry in context.automaton.names.items() if entry.codes == (code,)), None)


def _label(url: str | None) -> str | None:
    """Give the part of a host name in front of `.gov.uk`, folded."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    found = _OFFICIAL.search(host)
    return found[1].replace("-", "") if found and found[1] != "www" else None


def _is(council: Council, label: str) -> bool:
    """Tell whether a host's label is a council's name, whole, without small words, or its core."""
    for name in {council.short_name, *council.aliases}:
        words = [word for word in re.findall(r"[a-z]+", name.lower()) if word != "council"]
        full, core = "".join(words), [word for word in words if word not in _SMALL]
        if label in {full, "".join(core)}:
            return True
    core = list(re.findall(r"[a-z]+", council.short_name.lower()))
    return len(label) >= _SHORTEST and core[-1] == label and len(core) > 1

"""Find a report's lead inspector."""

from __future__ import annotations

import re

_WORD = r"[^\W\d_][\w'’.-]*"
_NAME = rf"{_WORD}(?:[ \t]+(?!(?:HMI|Ofsted|CQC|lead|her|his)\b){_WORD}){{1,4}}"
_LEAD = re.compile(
    rf"(?<!deputy )(?:lead|reporting)\s+inspectors?(?:\s+on\s+site)?\s*[:–-]?\s*(?P<name>{_NAME})",
    re.IGNORECASE,
)
_TEAM = re.compile(
    rf"(?:quality\s+care|care\s+quality)\s+commission(?:\s*\(?cqc\)?)?\s*\n\s*(?P<name>{_NAME})",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"[\s,]*\b(?:S?HMI|Ofsted|Her|His|Senior|Regional|Majesty|designate|OI)\b.*$", re.DOTALL
)
_HONORIFIC = re.compile(r"^(?:dr|mr|mrs|ms|miss|prof(?:essor)?)\.?\s+", re.IGNORECASE)
_WORDS = range(2, 6)


def lead_inspector(text: str) -> str | None:
    """Give the name behind the first `Lead inspector`, without title."""
    for match in _LEAD.finditer(text):
        name = _plain(match["name"])
        if name is not None:
            return name
    return None


def lead_of_team(text: str) -> str | None:
    """Give the first name under the two inspectorates' heads: Ofsted's lead stands first."""
    match = _TEAM.search(text)
    return _plain(match["name"]) if match else None


def _plain(name: str) -> str | None:
    """Drop titles; None where what is left is no name."""
    words = _TITLES.sub("", _HONORIFIC.sub("", name)).strip(" ,.–-").split()
    fits = len(words) in _WORDS and all(word[0].isupper() for word in words)
    return " ".join(words) if fits else None

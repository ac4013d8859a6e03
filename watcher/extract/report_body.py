"""Tell whom the report of a joint inspection names as the one that must answer it.

Several agencies are inspected together, and what must be acted on may be the police's or the
health service's. One sentence of the report says who is to write the statement of what will be
done; no other is taken for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.report_words import sentences

if TYPE_CHECKING:
    from watcher.model.document import Document

_NAMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"\s(?:is|are|will\s+be|should\s+be)\s+(?:identified\s+as\s+|named\s+as\s+)?the\s+"
            r"(?:principal|lead|responsible)\s+(?:authority|agency|body|partner)\b"
        ),
        (
            r"\s(?:should|must|is\s+required\s+to|are\s+required\s+to|will|needs?\s+to)\s+(?:now\s+|jointly\s+)?"
            r"(?:prepare|submit|produce|provide)\s+an?\s+(?:joint\s+|multi-agency\s+)?"
            r"(?:written\s+)?statement\s+of\s+(?:proposed\s+)?action\b"
        ),
        r"\s(?:should|must|will)\s+send\s+the\s+(?:written\s+)?statement\s+of\s+(?:proposed\s+)?action\b",
    )
)
"""What follows the name, the surest first."""

_BEFORE = re.compile(r".*\b(?:that|therefore|accordingly)\s+", re.IGNORECASE | re.DOTALL)
_OWN = re.compile(
    r"(?:the\s+)?(?:local\s+authority|council|authority|director\s+of\s+children['’]s\s+services"
    r"|(?:chief\s+executive|director)\s+of\s+the\s+(?:council|local\s+authority))",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:it|they|you|this|who|which|we|one|and\b.*)", re.IGNORECASE)
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Body:
    """Who must answer, in the report's words, and the sentence `text[start:end]` that says so.

    `own` marks that the words mean the council that was inspected, whatever its name.
    """

    name: str
    own: bool
    start: int
    end: int


def read_body(document: Document) -> Body | None:
    """Give who must answer; None where no sentence names anybody."""
    text = document.text
    spans = list(sentences(text, document.blocks))
    for pattern in _NAMES:
        for start, end in spans:
            match = pattern.search(text, start, end)
            if match is None:
                continue
            name = " ".join(_BEFORE.sub("", text[start : match.start()]).split()).strip(" ,")
            if name and len(name) <= _LONGEST and not _NOBODY.fullmatch(name):
                return Body(name, _OWN.fullmatch(name) is not None, start, end)
    return None

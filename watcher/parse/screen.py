"""Cheap tests on a page: can it matter at all, and is it an article or a stub?"""

from __future__ import annotations

import functools
import html
import re
from typing import TYPE_CHECKING

from watcher.model.document import BlockRole, Format
from watcher.parse.furniture import fold

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

    from watcher.model.document import Document

_WORDS = (
    b"ofsted",
    b"inspector",
    b"watchdog",
    b"care quality commission",
    b"special educational need",
    b"special needs",
    b"joint targeted area",
    b"joint area review",
    b"written statement of action",
    b"improvement notice",
    b"statutory direction",
    b"hmicfrs",
    b"children's commissioner",
    b"annual performance assessment",
)
"""Lower-case words, one of which stands in every page that can report an inspection."""

_NAMES = (b"cqc", b"jtai", b"hmi", b"ilacs", b"csci")
"""Names that count only in capitals; small they are parts of other words."""

_SERVICES = (b"s services", b"s social care", b"child protection", b"safeguarding")
_VERDICTS = (b"inspection", b"inspected", b"inadequate", b"requires improvement")
"""A page that names no inspectorate is read all the same when it has one of each."""

_NO_WIDTH = (
    *(b"&shy;", b"&zwj;", b"&zwnj;", b"&zerowidthspace;", b"<wbr"),
    *(b"\xc2\xad", b"\xe2\x80\x8b", b"\xe2\x80\x8c", b"\xe2\x80\x8d", b"\xe2\x81\xa0"),
)
"""What can stand unseen inside a word."""

_SOUGHT = (
    *(("word", word) for word in _WORDS),
    *(("name", word) for word in _NAMES),
    *(("service", word) for word in _SERVICES),
    *(("verdict", word) for word in _VERDICTS),
    *(("disguise", word) for word in _NO_WIDTH),
    ("entity", b"&#"),
)
_ENCODED = re.compile(
    rb"&#0{0,4}(?:6[5-9]|[78]\d|90|9[7-9]|1[01]\d|12[0-2]|173|820[345])\b"
    rb"|&#[xX]0{0,4}(?:4[1-9a-fA-F]|5[0-9aA]|6[1-9a-fA-F]|7[0-9aA]|[aA][dD]|200[bcdBCD])\b"
)
"""Letters, and what has no width, written as numbers."""

_INVISIBLE = re.compile("[\xad\u200b-\u200d\u2060\ufeff]|<wbr\\s*/?>", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_NUL_SAMPLE = 200


def mentions_inspectorate(body: bytes) -> bool:
    """Tell whether a page can speak of an inspection at all; costs microseconds.

    It looks for the names of inspectorates, of inspectors and of what only they issue, also
    where letters are written as entities or broken by characters without width.
    """
    if body.startswith(_WIDE) or b"\0" in body[:_NUL_SAMPLE]:
        body = body.replace(b"\0", b"")
    found = _found(body)
    if _matters(found):
        return True
    encoded = "entity" in found and _ENCODED.search(body) is not None
    if not encoded and "disguise" not in found:
        return False
    plain = _INVISIBLE.sub("", html.unescape(body.decode("utf-8", "ignore")))
    return _matters(_found(plain.encode("utf-8", "ignore")))


def _matters(found: set[str]) -> bool:
    return "word" in found or "name" in found or {"service", "verdict"} <= found


def _found(body: bytes) -> set[str]:
    """Give the kinds of what is found in a page."""
    if b"SEND" in body:
        return {"name"}
    kinds: set[str] = set()
    for index, start, end in _automaton().find_matches_as_indexes(body.lower()):
        kind, word = _SOUGHT[index]
        if kind != "name" or body[start:end] == word.upper():
            kinds.add(kind)
    return kinds


@functools.cache
def _automaton() -> BytesAhoCorasick:
    """Build, once, what finds all words in one pass."""
    from ahocorasick_rs import BytesAhoCorasick

    return BytesAhoCorasick([word for _, word in _SOUGHT])


_ERROR_TITLE = re.compile(
    r"(?:error )?(?:400|401|403|404|408|410|429|451|500|502|503|504|520|521|522|524)\b"
    r"(?:[ :|–-]|$)|(?:http |server |application |internal |unexpected )?errors?$"
    r"|(?:http |server )?error (?:\d{3}\b|-|:)"
    r"|(?:page|file|article|content|story|site|resource|document) "
    r"(?:not|can(?:'t|not) be|could not be|no longer) (?:found|available|exists?)"
    r"|(?:sorry,? )?(?:we (?:can(?:'t|not)|couldn'?t) find|(?:this|that|the) (?:page|article|site) "
    r"(?:does ?n[o']t exist|is(?: not|n't) (?:available|working)|can(?:'t|not) be|has (?:moved|been"
    r" (?:removed|deleted))|no longer exists))"
    r"|access (?:to this page )?(?:has been )?(?:is )?denied|forbidden|(?:service )?unavailable"
    r"|(?:service|site|website) (?:temporarily )?unavailable|bad (?:gateway|request)"
    r"|gateway time-?out|too many requests|internal server error|not found|unauthori[sz]ed"
    r"|just a moment|attention required|are you (?:a )?(?:human|robot)|verify(?:ing)?"
    r" (?:you|that you)"
    r"|pardon our interruption|checking your browser|security check|please verify|request blocked"
    r"|(?:site|website|page) (?:is )?(?:under|down for) maintenance|scheduled maintenance|oops"
)
"""How the titles of error pages, robot checks and maintenance notices begin."""

_ERROR_BODY = re.compile(
    r"\b(?:page|article|url|link|file) (?:you(?:'re| are| were|'ve| have)? ?(?:\w+ ){0,4}(?:"
    r"looking for"
    r"|requested|tried to reach|followed)|(?:could|can) ?not be found|(?:was|is) not found)"
    r"|\b(?:404|403|500|502|503) (?:error|not found|forbidden|internal|bad|service)"
    r"|\bthe requested url\b|\bray id\b|\bperformance (?:&|and) security by\b"
    r"|\b(?:enable|turn on) (?:javascript|cookies)(?: and cookies)?"
    r" (?:to|and) (?:continue|proceed|reload)"
    r"|\byou(?:r ip| do not| don't| have been)\b[^.]{0,40}\b(?:blocked|have (?:access|permission))"
    r"|\bverif\w+ (?:that )?you(?:'re| are) (?:not a robot|(?:a )?human)"
)

_PAYWALL = re.compile(
    r"\bto (?:continue|keep|carry on) reading\b|\bregister (?:now|for free) to\b"
    r"|\bsubscriber[- ]only\b"
    r"|\balready (?:a subscriber|a member|have an account|registered)\b"
    r"|\bnot (?:yet )?(?:a subscriber|a member|registered)(?: yet)?\?"
    r"|\bsubscribe (?:now |today )?(?:to|for) (?:read|continue|view|unlock|access|full)\b"
    r"|\b(?:log|sign) ?in(?: or (?:subscribe|register|sign up))? "
    r"(?:to (?:read|view|access|continue)|here)\b"
    r"|\bthis (?:article|content|story|page) is (?:only |exclusively )?"
    r"(?:available|for|reserved|restricted)"
    r"\b.{0,60}\b(?:subscriber|member|registered)|\b(?:article limit|premium (?:content|article))\b"
    r"|\bunlock (?:this|the) (?:article|story)\b|\bread the (?:full|rest of the) (?:article|story) "
    r"(?:by|with|for)\b|\bfree (?:article|story|stories|articles) (?:left|remaining|per month)\b"
)

_ERROR_MOST = 1200
"""An error page says little (characters of readable text)."""
STUB_MOST = 1500
"""A page with a paywall notice and no more readable text than this is a stub (characters)."""


def stub_reason(document: Document) -> str | None:
    """Name what a document is where it is no whole article: `error_page`, `paywall` or `empty`.

    A stub's headline and first sentences may still hold findings; an error page's cannot. A
    plain text is never empty: it may be one line.
    """
    readable = sum(block.end - block.start for block in document.blocks if block.readable)
    if readable <= _ERROR_MOST and _is_error(document) and not _tells(document):
        return "error_page"
    if readable <= STUB_MOST and is_paywall(fold(document.text)):
        return "paywall"
    if document.format is Format.TEXT:
        return None
    body = any(block.readable and block.role is not BlockRole.TITLE for block in document.blocks)
    return None if body else "empty"


def _is_error(document: Document) -> bool:
    """Tell an error page by its title, or by a body that says what was not found."""
    if _ERROR_TITLE.match(fold(document.title)):
        return True
    first = fold(document.text[:_ERROR_MOST])
    return _ERROR_TITLE.match(first) is not None or _ERROR_BODY.search(first) is not None


_TOLD = 300
"""What speaks of Ofsted and is longer than this tells something (characters)."""


def _tells(document: Document) -> bool:
    """Tell an article that only sounds like an error page: `"We're sorry": council told ...`."""
    body = [b for b in document.blocks if b.readable and b.role is not BlockRole.TITLE]
    text = " ".join(document.text[b.start : b.end] for b in body)
    return len(text) > _TOLD and "ofsted" in fold(text)


def is_paywall(folded: str) -> bool:
    """Tell a notice that the rest is for those who pay or register."""
    return _PAYWALL.search(folded) is not None

"""HTML to a tree without the page's machinery: scripts, menus, captions, comments, promotions."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

from watcher.parse.htmlcards import cards_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_GONE = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "iframe",
    "object",
    "embed",
    "canvas",
    "audio",
    "video",
    "dialog",
    "button",
    "select",
    "input",
    "textarea",
    "figcaption",
    "picture",
)
"""Elements that never hold the article's own text."""

_HOLDERS = ("figure", "aside", "footer", "nav", "menu")
"""Elements that hold it only on sloppy pages, which wrap them around everything."""

_BOXES = frozenset(
    {
        "div",
        "section",
        "ul",
        "ol",
        "p",
        "span",
        "article",
        "header",
        "table",
        "form",
        "h2",
        "h3",
        "h4",
    }
    | {"li", "a", "dl", "details", "blockquote", "small", "em", "strong", "i", "label"}
)

_NOT_SHOWN = "\0"
_SURE = (
    r"comments?|commentlist|commenting|disqus\w*|livefyre|viafoura|recirc\w*|mostread|mostpopular"
    r"|newsletters?|cookies?|cookiebanner|consent|gdpr|onetrust\w*|sharebar|sharetools|socials?"
    r"|addthis\w*|addtoany\w*|advert\w*|ads?|adslot|adsense|taboola|outbrain|dfp|breadcrumbs?"
    r"|captions?|wpcaption|imagecaption|lightbox|skiplink|pagination|navigation|navbar|related"
    r"|related[-_]?(?:articles?|stories|posts?|content|links?|topics?|news|items?|reading)"
    r"|jp-relatedposts|more[-_]?like(?:[-_]this)?|most[-_]?(?:read|popular|viewed|shared)"
    r"|also[-_]?like|top[-_]?stories|latest[-_]?news|cookie[-_]\w+|wp[-_]caption(?:[-_]text)?"
    r"|comment[-_]?(?:list|form|area|section|body|content|respond)|leave[-_]?a?[-_]?reply"
    r"|(?:image|photo|picture|media)[-_]?(?:caption|credit)|author[-_]?bio|about[-_]?author"
    r"|visually[-_]?hidden|sr[-_]only|screen[-_]reader(?:[-_]text)?"
    r"|tag[-_]?(?:list|cloud|links)|post[-_]?tags|live[-_]?blog[-_]?nav"
)
_LIKELY = (
    r"respond|recommend\w*|trending|signup|sign[-_]?up|subscribe|subscriptions?|mailinglist"
    r"|mailing[-_]?list|share|sharing|social|sponsored|credit|sidebar|popup|modal|overlay|skip"
    r"|promos?|teasers?|read[-_]?(?:more|next|also)|more[-_]?(?:stories|news|from|on|articles)"
    r"|up[-_]?next|related[-_]?\w+|donat\w+[-_]?box|print[-_]?only"
)
_SURELY = re.compile(rf"(?:^|[\s_-])(?:{_SURE})(?:$|[\s_-])")
_JUNK = re.compile(rf"(?:^|[\s_-])(?:{_SURE}|{_LIKELY})(?:$|[\s_-])|{_NOT_SHOWN}")
_LIKELY_JUNK = re.compile(rf"(?:^|[\s_-])(?:{_LIKELY})(?:$|[\s_-])")
_COMMENTS = re.compile(
    r"(?:^|\s)(?:(?:user|reader|article|post)[-_]?)?comments?"
    r"(?:[-_]?(?:area|list|section|container|wrapper|thread|stream|block))?(?:$|\s)"
    r"|(?:^|\s)disqus[-_]thread(?:$|\s)"
)
"""Sections of comments go however long they are: often they outgrow the article."""
_SURELY_NOT_BODY = re.compile(r"comment|related|caption|newsletter|cookie|promo|teaser")
_BODY = re.compile(r"(?:article|entry|post|story|page)[-_]{0,2}(?:body|content|text|main)\b")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_TOO_MUCH = 0.4
"""A part that holds more of the page's text than this share is not furniture, whatever its name."""
_RUNNING = 300
"""A part of doubtful name with more running text than this is kept (characters)."""
_SMALL = 200
"""Parts with less text than this need no weighing (characters)."""
_PARAGRAPH = 80
_NAME_LENGTH = 200
_LOOKUP = etree.ElementDefaultClassLookup(element=HtmlElement)
"""One class for every element: lxml's own table for HTML costs a fifth of the reading."""
_TEXT = etree.XPath("string()", smart_strings=False)
_COMMENTED = etree.XPath(
    ".//*[contains(@class, 'omment') or contains(@id, 'omment') or contains(@id, 'disqus')]"
)
_NAMED = etree.XPath(".//*[@class or @id or @hidden or @style]")

_TAG = re.compile(r"<[/!?a-zA-Z][^<>]{0,4000}>?")
_BREAKING = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|tr|table|section|article|header|blockquote|title)\b",
    re.IGNORECASE,
)
_SILENT = re.compile(r"<(/?)(script|style|noscript|template|svg)\b", re.IGNORECASE)

_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))


def parse_tree(text: str) -> HtmlElement | None:
    """Parse a page, however broken; None where no tree comes of it or it breaks off.

    The parser gives up below 256 levels of nesting; such pages are read by `strip_tags`.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_LOOKUP)
    body = text.encode("utf-8", "replace").translate(None, _CONTROLS)
    try:
        tree = etree.fromstring(body, parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    if tree is None:
        return None
    broken = any("depth" in entry.message for entry in parser.error_log)
    return None if broken or len(tree) == 0 else tree


def strip_tags(text: str) -> Iterator[str]:
    """Give the text between the tags of a page that no parser takes, cut where blocks end."""
    pieces: list[str] = []
    position = 0
    silent = ""
    for match in _TAG.finditer(text):
        if not silent:
            pieces.append(text[position : match.start()])
        position = match.end()
        silent = _silence(match[0], silent)
        if pieces and _BREAKING.match(match[0]):
            yield html.unescape("".join(pieces))
            pieces = []
    if not silent:
        pieces.append(text[position:])
    yield html.unescape("".join(pieces))


def _silence(tag: str, silent: str) -> str:
    """Name the element whose content is not text, after this tag; empty where it is."""
    found = _SILENT.match(tag)
    if found is None:
        return silent
    closing, name = found[1], found[2].lower()
    if closing:
        return "" if name == silent else silent
    return silent or name


def text_of(element: HtmlElement) -> str:
    """Give all text inside an element."""
    text: str = _TEXT(element)
    return text


def prune(tree: HtmlElement) -> None:
    """Take furniture out of a tree, and write terms with their descriptions in one line."""
    for term in list(tree.iter("dt")):
        _join_description(term)
    for element in list(tree.iter(*_GONE)):
        _drop(element)
    _prune_holders(tree)
    for element in _COMMENTED(tree):
        if element.tag in _BOXES and _COMMENTS.search(_names(element)):
            _drop_unless_titled(element)
    for element in cards_of(tree):
        _drop(element)
    total = _running(tree)
    for element in _NAMED(tree):
        if element.tag in _BOXES and _is_junk(element, _names(element), total):
            _drop(element)


def _prune_holders(tree: HtmlElement) -> None:
    """Take out asides, figures, menus and feet, unless the article itself stands in them."""
    total = len(text_of(tree))
    for element in list(tree.iter(*_HOLDERS)):
        if not _holds_article(element, total):
            _drop(element)


def _holds_article(element: HtmlElement, total: int) -> bool:
    """Tell whether a holder is wrapped around the article or a table of it."""
    if element.tag == "figure" and element.find(".//table") is not None:
        return True
    length = len(text_of(element))
    return length > _SMALL and length > _TOO_MUCH * total


def _names(element: HtmlElement) -> str:
    """Give the names a part carries, `_NOT_SHOWN` when it is hidden."""
    attributes = element.attrib
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
        return _NOT_SHOWN
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:_NAME_LENGTH].strip()
    return _CAMEL.sub("-", names).lower()


def _is_junk(element: HtmlElement, names: str, total: int) -> bool:
    """Tell by its names that a part is furniture, and by its size that it is not the article.

    `total` is the running text of the whole page (characters).
    """
    if not _JUNK.search(names):
        return False
    if _BODY.search(names) and not _SURELY_NOT_BODY.search(names):
        return False
    if names == _NOT_SHOWN or _SURELY.search(names):
        return _running(element) < max(_RUNNING, _TOO_MUCH * total)
    return _LIKELY_JUNK.search(names) is not None and _running(element) < _RUNNING


def _running(element: HtmlElement) -> int:
    """Give the length of the running text in its paragraphs; without any, of all but its links."""
    lengths = [len(text_of(paragraph)) for paragraph in element.iter("p")]
    running = sum(length for length in lengths if length > _PARAGRAPH)
    if lengths:
        return running
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return len(text_of(element)) - linked


def _join_description(term: HtmlElement) -> None:
    """Turn a short term and its description into one paragraph: `Leaders: good`."""
    description = term.getnext()
    if description is None or description.tag != "dd":
        return
    name, value = " ".join(text_of(term).split()), " ".join(text_of(description).split())
    if name and value and len(name) + len(value) < _SMALL:
        term.clear(keep_tail=True)
        term.tag = "p"
        term.text = f"{name.rstrip(':')}: {value}"
        _drop(description)


def _drop_unless_titled(element: HtmlElement) -> None:
    """Take a section of comments out, unless the page's title stands in it."""
    if element.find(".//h1") is None:
        _drop(element)


def _drop(element: HtmlElement) -> None:
    """Take an element out, but keep the text that follows it."""
    if element.getparent() is not None:
        element.drop_tree()

"""Cards of other stories in a page: boxes side by side, each with one headline that is a link."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADLINE = 20
"""A headline has at least so many characters, and `_BLANKS` blanks."""
_BLANKS = 3
_LARGEST = 500
"""A card shows no more text than this (characters)."""
_DEEPEST = 6
"""Elements between the link and the card around it."""
_LEAST = 3
"""Fewer boxes side by side may be parts of the article."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BOXES = frozenset({"div", "li", "article", "section", "a", "td", "dd", "header"})
_BELOW = frozenset({"p", "div", "span", "time", "small", "ul"})


def cards_of(tree: HtmlElement) -> list[HtmlElement]:
    """Give the cards of other stories: at least three alike under one parent."""
    links = [link for link in tree.iter("a") if link.get("href") and _heads(link)]
    if len(links) < _LEAST:
        return []
    targets = _targets(links)
    groups: dict[tuple[HtmlElement, str], dict[HtmlElement, None]] = defaultdict(dict)
    for link in links:
        card = _card_around(link, targets)
        parent = None if card is None else card.getparent()
        if card is not None and parent is not None:
            groups[parent, card.tag][card] = None
    return [card for cards in groups.values() if len(cards) >= _LEAST for card in cards]


def _heads(link: HtmlElement) -> bool:
    """Tell a link that is a headline: in a heading, or on a line with more under it."""
    text = " ".join("".join(link.itertext()).split())
    if len(text) < _HEADLINE or text.count(" ") < _BLANKS:
        return False
    parent = link.getparent()
    if parent is None:
        return False
    if parent.tag in _HEADINGS or any(child.tag in _HEADINGS for child in link.iter()):
        return True
    following = link.getnext()
    alone = not (link.tail or "").strip() and not (parent.text or "").strip()
    return alone and following is not None and following.tag in _BELOW


def _targets(links: list[HtmlElement]) -> dict[HtmlElement, set[str]]:
    """Give, for the elements around headlines, where these lead."""
    targets: dict[HtmlElement, set[str]] = defaultdict(set)
    for link in links:
        element: HtmlElement | None = link
        for _ in range(_DEEPEST + 1):
            if element is None:
                break
            targets[element].add(link.get("href", ""))
            element = element.getparent()
    return targets


def _card_around(link: HtmlElement, targets: dict[HtmlElement, set[str]]) -> HtmlElement | None:
    """Give the largest box around a headline that holds no other headline and little text."""
    card = None
    element: HtmlElement | None = link
    for _ in range(_DEEPEST):
        if element is None or len(targets[element]) > 1:
            break
        if element.tag in _BOXES and len("".join(element.itertext())) <= _LARGEST:
            card = element
        element = element.getparent()
    return card

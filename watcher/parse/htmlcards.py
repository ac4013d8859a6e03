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
_BOXES = frozenset({"p", "div", "li", "article", "section", "a", "td", "dd", "header"})
_LONE = frozenset({"a", "li"})
"""Such a parent holds one headline."""
_BELOW = frozenset({"br", "p", "div", "span", "time", "small", "ul"})


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
    cards = [card for alike in groups.values() if len(alike) >= _LEAST for card in alike]
    return [*cards, *_listed(links)]


def _listed(links: list[HtmlElement]) -> list[HtmlElement]:
    """Give the headings and openings of a list of stories that no boxes part."""
    groups: dict[HtmlElement, list[HtmlElement]] = defaultdict(list)
    for link in links:
        head = link.getparent()
        parent = None if head is None or head.tag not in _HEADINGS else head.getparent()
        if head is not None and parent is not None and parent.tag not in _LONE:
            groups[parent].append(head)
    listed: list[HtmlElement] = []
    for heads in groups.values():
        below = [head.getnext() for head in heads]
        if len(heads) >= _LEAST and all(map(_opening, below)):
            listed += [*heads, *[one for one in below if one is not None and one.tag == "p"]]
    return listed


def _opening(below: HtmlElement | None) -> bool:
    """Tell whether nothing but the opening of a story stands under its headline."""
    if below is None or below.tag in _HEADINGS:
        return True
    following = below.getnext()
    ends = following is None or following.tag in _HEADINGS
    return below.tag == "p" and ends and len("".join(below.itertext())) <= _LARGEST


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

"""Articles that sound like error pages, and error pages that name an inspectorate."""

from __future__ import annotations

import pytest

from watcher.parse.article import parse_article
from watcher.parse.hints import Hints
from watcher.parse.screen import stub_reason

STORY = (
    "Ofsted has rated the council's services for children inadequate after a visit in the spring."
    " Inspectors saw that too many families wait too long for help, that managers do not know"
    " what their teams do, and that the plans which were promised a year ago have not been made."
    " The leader of the council said that she would not rest until it was put right."
)
TITLES = [
    "Access denied: families could not get help",
    "Page not found: how a child's file was lost",
    "404 families waited for help",
    "Just a moment: a day with social workers",
    "Not found, not helped: children whom nobody saw",
    "Oops: council leader on what went wrong",
]


def reason(title: str, body: str) -> str | None:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    return stub_reason(parse_article(page.encode(), Hints()))


@pytest.mark.parametrize("title", TITLES)
def test_what_tells_of_ofsted_at_length_is_an_article(title: str) -> None:
    assert reason(title, f"<article><p>{STORY}</p></article>") is None
    assert reason(title, "<article><p>Ofsted came.</p></article>") == "error_page"


@pytest.mark.parametrize("title", ["Page not found", "Access denied", "404 Not Found"])
@pytest.mark.parametrize(
    "body",
    [
        "<p>Try our pages on Ofsted inspections.</p>",
        "<p>You may have been looking for our Ofsted report, which has moved.</p>",
        "<p>" + "You can search the site or go back to where you came from. " * 8 + "</p>",
    ],
)
def test_a_page_that_tells_nothing_is_an_error_page(title: str, body: str) -> None:
    assert reason(title, body) == "error_page"


def test_what_the_headline_says_of_ofsted_is_not_enough() -> None:
    body = "<p>" + "You can search the site or go back to where you came from. " * 8 + "</p>"
    assert reason("Page not found - Ofsted news", body) == "error_page"

from __future__ import annotations

import pytest

from watcher.parse.article import parse_article
from watcher.parse.hints import Hints
from watcher.parse.screen import mentions_inspectorate, stub_reason

LONG = "The council welcomed the findings and said that it had already begun to act on them. " * 30


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<p>OFSTED said so</p>", id="capitals"),
        pytest.param("<p>Inspectors found</p>", id="inspectors"),
        pytest.param("<p>a joint CQC visit</p>", id="another-inspectorate"),
        pytest.param("<p>SEND services in Exampleshire</p>", id="send"),
        pytest.param("<p>a JTAI letter</p>", id="jtai"),
        pytest.param("<p>a written statement of action</p>", id="statement"),
        pytest.param("<p>&#79;fsted</p>", id="letter-as-decimal-entity"),
        pytest.param("<p>Of&#x73;ted</p>", id="letter-as-hexadecimal-entity"),
        pytest.param("<p>Of&shy;sted</p>", id="soft-hyphen-entity"),
        pytest.param("<p>Of\u00adsted</p>", id="soft-hyphen"),
        pytest.param("<p>Of\u200bsted</p>", id="zero-width-space"),
        pytest.param("<p>Of<wbr>sted</p>", id="break-opportunity"),
        pytest.param("<p>children's services judged inadequate</p>", id="verdict-on-services"),
    ],
)
def test_a_page_that_can_speak_of_an_inspection_is_kept(page: str) -> None:
    assert mentions_inspectorate(page.encode())


def test_a_page_in_utf_16_is_screened_all_the_same() -> None:
    assert mentions_inspectorate("<p>Ofsted</p>".encode("utf-16"))


@pytest.mark.parametrize(
    "page",
    [
        "<p>The rugby club won again at home.</p>",
        "<p>Please send your letters to the editor &#8217;s desk.</p>",
        "<p>Food hygiene inspection of a pub rated good</p>",
    ],
)
def test_a_page_that_cannot_is_dismissed(page: str) -> None:
    assert not mentions_inspectorate(page.encode())


def reason(page: str) -> str | None:
    return stub_reason(parse_article(page.encode(), Hints()))


def whole(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(whole("404 Not Found", "<p>nginx</p>"), id="server-404"),
        pytest.param(
            whole("Page not found - Exampleshire Council", "<p>Try searching.</p>"),
            id="council-404",
        ),
        pytest.param(
            whole("Access denied", "<p>You do not have permission to see it.</p>"), id="denied"
        ),
        pytest.param(
            whole("Just a moment...", "<p>Verifying you are human. Ray ID: 1</p>"), id="robot-check"
        ),
        pytest.param(
            whole("503 Service Temporarily Unavailable", "<p>Sorry.</p>"), id="unavailable"
        ),
        pytest.param(
            whole("Exampleshire News", "<p>The page you are looking for cannot be found.</p>"),
            id="told-in-the-body",
        ),
    ],
)
def test_an_error_page_is_recognised(page: str) -> None:
    assert reason(page) == "error_page"


@pytest.mark.parametrize(
    "notice",
    [
        "Subscribe to read the full story",
        "To continue reading, register for free",
        "This article is for subscribers only. Already a subscriber? Log in",
        "Not registered? Sign up now",
        "Not yet a member?",
    ],
)
def test_a_paywall_stub_is_recognised(notice: str) -> None:
    lead = "Ofsted has rated services in Exampleshire inadequate after a visit in the spring."
    page = whole(
        "Exampleshire services fall", f"<article><p>{lead}</p><div><p>{notice}</p></div></article>"
    )
    assert reason(page) == "paywall"


@pytest.mark.parametrize(
    "said", ["Two children live in places that are not registered.", "She is not a member of it."]
)
def test_homes_that_are_not_registered_are_no_paywall(said: str) -> None:
    text = f"Services downgraded\n\nOfsted has found failings. {said}"
    assert stub_reason(parse_article(text.encode(), Hints())) is None


def test_a_text_that_breaks_off_at_a_paywall_is_recognised() -> None:
    text = "Services downgraded\n\nOfsted has found failings.\n\nRegister Now to Continue Reading"
    assert stub_reason(parse_article(text.encode(), Hints())) == "paywall"


def test_a_whole_article_with_a_subscription_box_is_no_stub() -> None:
    paragraphs = f"<p>Ofsted found failings. {LONG}</p><p>{LONG}</p><p>Already a subscriber?</p>"
    page = whole("Services downgraded", f"<article>{paragraphs}</article>")
    assert reason(page) is None


def test_a_page_with_a_title_and_nothing_else_is_empty() -> None:
    assert reason(whole("Ofsted rates services inadequate", "<div id='app'></div>")) == "empty"


def test_an_article_about_a_page_not_found_is_an_article() -> None:
    text = f"Council report was not found on website\n\nOfsted said so. {LONG}"
    assert stub_reason(parse_article(text.encode(), Hints())) is None

"""What a message says, short or long, in every medium."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.notify.messages import HOSTILE, alert, message, ops
from watcher.alerting.render.chat import slack_payload, teams_payload
from watcher.alerting.render.feed import FeedInfo, atom, entry_of
from watcher.alerting.render.message import part_of, safe_url, short_of, subject_of, text_of
from watcher.alerting.render.words import (
    alert_subject,
    clean,
    date_words,
    one_line,
    quote_if_fits,
    shorten,
    was_now,
)
from watcher.alerting.routing import story_of
from watcher.model.dates import PartialDate
from watcher.model.event import AlertId, Event, EventId, Standing
from watcher.model.message import MessageKind
from watcher.model.vocabulary import Area, Change, Outcome, Status
from watcher.notify.chat import payload_of


@given(st.text(max_size=400), st.integers(min_value=0, max_value=300))
def test_a_quotation_is_whole_or_made_of_whole_sentences_or_not_there(
    text: str, limit: int
) -> None:
    kept = quote_if_fits(text, limit)
    whole = quote_if_fits(text, len(text) + 1)
    assert len(kept) <= limit
    assert whole.startswith(kept)
    assert kept in {"", whole} or kept.endswith((".", "!", "?"))


@given(st.text(max_size=300), st.integers(min_value=2, max_value=200))
def test_shortened_words_keep_the_limit(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


def test_a_short_form_fits_and_leaves_a_link_whole_or_out() -> None:
    told = alert()
    for limit in range(20, 300, 7):
        short = short_of(told, limit)
        assert len(short) <= limit
        assert ("https://" in short) == short.endswith("https://example.org/drill")


def test_a_long_form_has_the_quotation_the_source_and_the_way_to_the_proof() -> None:
    text = text_of(part_of(alert()))
    assert "“This is a drill: no inspection took place & nothing <changed>.”" in text
    assert "https://example.org/drill" in text
    assert "watcher explain a-swindon" in text


def test_a_subject_names_the_gravest_councils_and_counts_the_rest() -> None:
    told = tuple(alert(name) for name in ("Bury", "Kent", "Leeds", "Wigan", "York"))
    assert subject_of(told) == "5 alerts: Bury, Kent, Leeds and 2 more"
    better = tuple(replace(one, change=Change.IMPROVED) for one in told[:2])
    assert subject_of(better) == "2 improvements: Bury, Kent"


def slack_texts(payload: dict[str, object]) -> list[str]:
    return [block["text"]["text"] for block in payload["blocks"]]  # type: ignore[index, attr-defined]


def test_nothing_from_an_article_calls_or_formats_anything_in_slack() -> None:
    told = replace(alert(quote=HOSTILE), headline=HOSTILE)
    for text in slack_texts(slack_payload((told,))):
        assert "<!channel>" not in text
        assert "<script>" not in text


def test_slack_keeps_its_limits_with_any_number_of_alerts_and_any_length() -> None:
    told = tuple(alert(f"C{n}", quote="Children wait too long. " * 200) for n in range(80))
    payload = slack_payload(told)
    assert len(payload["blocks"]) <= 50
    assert all(len(text) <= 3000 for text in slack_texts(payload))
    assert "34 more" in slack_texts(payload)[-1]


def test_teams_gets_a_card_under_its_limit_that_counts_what_it_leaves_out() -> None:
    told = tuple(alert(f"C{n}", quote="Children wait too long. " * 30) for n in range(40))
    payload = teams_payload(told)
    (attachment,) = payload["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert len(json.dumps(payload)) < 28_000
    assert "28 more" in attachment["content"]["body"][-1]["text"]


def test_a_card_keeps_its_limit_however_long_the_quotations_are() -> None:
    quote = "Kinder müssen zu lange warten. " * 28
    events = tuple(
        replace(
            changed(Change.WORSENED, area=area, id=EventId(area.value)),
            citations=(replace(alert().events[0].citations[0], quote=quote),),
        )
        for area in list(Area)[:8]
    )
    told = tuple(replace(alert(f"C{n}"), events=events) for n in range(20))
    payload = teams_payload(told)
    assert len(json.dumps(payload)) < 28_000
    card = payload["attachments"][0]["content"]["body"]
    shown = [one for one in card if one["type"] == "Container"]
    assert card[-1]["text"].startswith(f"and {20 - len(shown)} more")


def test_nothing_from_an_article_is_markdown_in_teams() -> None:
    told = alert(quote="[click](https://evil.example) **now** `x`")
    card = teams_payload((told,))["attachments"][0]["content"]
    texts = [item["text"] for item in card["body"][0]["items"] if item["type"] == "TextBlock"]
    assert any("click" in text for text in texts)
    assert not any("[click](" in text or "**now**" in text for text in texts)


@pytest.mark.parametrize("kind", ["slack", "teams"])
def test_a_short_chat_message_has_no_quotation(kind: str) -> None:
    assert "no inspection took place" in json.dumps(payload_of(message(), kind))
    assert "no inspection took place" not in json.dumps(payload_of(message(), kind, short=True))


def changed(change: Change, **more: object) -> Event:
    return replace(alert().events[0], change=change, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (changed(Change.WORSENED), "overall effectiveness: good (March 2022) → inadequate"),
        (
            changed(Change.FIRST_SEEN, before=None),
            "overall effectiveness: inadequate (nothing earlier known)",
        ),
        (
            changed(Change.WORSENED, before=None),
            "overall effectiveness: inadequate (nothing earlier known)",
        ),
        (
            changed(Change.NOT_COMPARABLE, before=None),
            "overall effectiveness: inadequate (as told; Ofsted gives no overall grade any more)",
        ),
        (
            changed(Change.NOT_COMPARABLE),
            "overall effectiveness: good (March 2022) → inadequate",
        ),
        (changed(Change.UNCHANGED), "overall effectiveness: still inadequate (since March 2022)"),
        (
            changed(Change.UNCHANGED, before=Standing(outcome=Outcome.INADEQUATE, when=None)),
            "overall effectiveness: still inadequate",
        ),
        (
            changed(Change.CORRECTED, before=Standing(outcome=Outcome.INADEQUATE, when=None)),
            "overall effectiveness: inadequate — taken back",
        ),
        (
            changed(Change.WORSENED, before=Standing(outcome=Outcome.GOOD, when=None)),
            "overall effectiveness: good → inadequate",
        ),
    ],
    ids=[
        "fell",
        "first seen",
        "fell from what is not known",
        "told of an inspection without an overall grade",
        "not comparable",
        "since",
        "unchanged",
        "taken back",
        "no date",
    ],
)
def test_what_was_and_what_is_never_claims_more_than_is_known(event: Event, words: str) -> None:
    assert was_now(event) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [("2024", "2024"), ("2024-06", "June 2024"), ("2024-06-04", "4 June 2024"), (None, "")],
)
def test_dates_are_written_as_people_do_and_no_more_precisely_than_known(
    date: str | None, words: str
) -> None:
    assert date_words(PartialDate(date) if date else None) == words


def test_an_event_without_any_citation_is_told_without_a_source() -> None:
    bare = replace(alert(), events=(changed(Change.WORSENED, citations=(), published=None),))
    text = text_of(part_of(bare))
    assert "overall effectiveness: good (March 2022) → inadequate" in text
    assert "“" not in text
    assert "https://" not in text
    for payload in (slack_payload((bare,)), teams_payload((bare,))):
        assert "https://example.org" not in json.dumps(payload)


def test_a_confirmed_alert_says_nothing_of_the_press() -> None:
    assert "press" in alert_subject(alert())
    assert "press" not in alert_subject(replace(alert(), status=Status.CONFIRMED))


@pytest.mark.parametrize("kind", ["slack", "teams"])
@pytest.mark.parametrize(
    ("sort", "words"),
    [
        (MessageKind.CORRECTION, "CORRECTION"),
        (MessageKind.TEST, "TEST"),
        (MessageKind.CATCH_UP, "silenced"),
    ],
)
def test_a_chat_message_says_at_its_head_what_it_is(
    kind: str, sort: MessageKind, words: str
) -> None:
    assert words in json.dumps(payload_of(message(kind=sort), kind))
    assert words not in json.dumps(payload_of(message(), kind))


def test_word_of_the_watch_is_escaped_for_its_chat() -> None:
    assert payload_of(ops("<!here> fails"), "slack")["text"].endswith("&lt;!here&gt; fails")
    assert "\\*" in payload_of(ops("*x*"), "teams")["text"]


def test_slack_leaves_lines_out_rather_than_to_cut_one() -> None:
    many = tuple(
        changed(Change.WORSENED, area=area, id=EventId(area.value)) for area in list(Area)[:11]
    )
    quote = "Children wait too long for the help that they need from this council. " * 10
    told = replace(
        alert(),
        events=tuple(
            replace(event, citations=(replace(event.citations[0], quote=quote),)) for event in many
        ),
    )
    (block,) = slack_payload((told,))["blocks"]
    text = block["text"]["text"]
    assert text.endswith("…")
    assert len(text) <= 3000
    assert text.count("“") == text.count("”")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a", True),
        ("http://example.org/a", True),
        ("javascript:alert(1)", False),
        ("https://example.org/a b", False),
        ('https://example.org/"onclick=', False),
        ("https://example.org/\x07", False),
        (None, False),
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None, *, shown: bool) -> None:
    assert (safe_url(url) is not None) == shown


@given(st.text(alphabet=st.characters(), max_size=200))
def test_cleaned_words_hold_nothing_that_drives_a_terminal_or_turns_text(text: str) -> None:
    import unicodedata

    kinds = {unicodedata.category(char) for char in one_line(text)}
    assert not kinds & {"Cc", "Cf", "Cs", "Co"}
    assert not any(ord(char) < 32 and char != "\n" for char in clean(text))


def test_a_feed_names_its_home_when_it_has_one() -> None:
    info = FeedInfo(title="t", home="https://example.org/", self_url="https://example.org/a.xml")
    text = atom([entry_of(replace(alert(), events=()))], info)
    assert '<link rel="alternate" href="https://example.org/"/>' in text
    assert atom([], FeedInfo(title="t")).count("<link") == 0


def test_an_alert_without_a_story_has_its_own_id() -> None:
    assert story_of(alert()) == "a-swindon"
    for name in ("a-swindon.confirmation", "a-swindon.correction", "a-swindon.correction.2"):
        assert story_of(replace(alert(), id=AlertId(name))) == "a-swindon"
    assert story_of(replace(alert(), id=AlertId("a-swindon.2"))) == "a-swindon.2"

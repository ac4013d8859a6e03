"""What a message says, short or long, in every medium."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.notify.messages import HOSTILE, alert, message
from watcher.alerting.render.chat import slack_payload, teams_payload
from watcher.alerting.render.message import part_of, short_of, subject_of, text_of
from watcher.alerting.render.words import quote_if_fits, shorten
from watcher.model.vocabulary import Change
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

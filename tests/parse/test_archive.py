from __future__ import annotations

import json

from watcher.errors import UnreadableDocument
from watcher.parse.archive import Content, parse_archive


def lines(*rows: object) -> list[str]:
    return [json.dumps(row) for row in rows]


def test_every_known_key_becomes_a_hint() -> None:
    row = {
        "id": 7,
        "url": "https://example.org/a",
        "title": "Title",
        "published": "18 May 2018",
        "outlet": "Example Gazette",
        "text": "Body.",
        "labels": {"ignored": True},
    }
    [(hints, content)] = parse_archive(lines(row), "a.jsonl")
    assert (hints.id, hints.path, hints.url) == ("7", "a.jsonl", "https://example.org/a")
    assert (hints.title, hints.outlet) == ("Title", "Example Gazette")
    assert (str(hints.published), hints.published_basis) == ("2018-05-18", "feed")
    assert content == Content("Body.", html=False)


def test_a_line_with_html_is_told_from_one_with_text() -> None:
    [(_, content)] = parse_archive(lines({"html": "<p>Body.</p>"}))
    assert content == Content("<p>Body.</p>", html=True)


def test_lines_that_cannot_be_used_do_not_stop_the_others() -> None:
    rows = ['{"text": "One."}', "", "not json", "[1]", '{"title": "no text"}', '{"text": " "}']
    kinds = [type(content) for _, content in parse_archive([*rows, '{"text": "Two."}'])]
    assert kinds == [Content, *[UnreadableDocument] * 4, Content]


def test_values_of_the_wrong_type_are_left_out() -> None:
    row = {"id": None, "url": 5, "title": ["x"], "published": {}, "text": "Body."}
    [(hints, _)] = parse_archive(lines(row))
    assert (hints.id, hints.url, hints.title, hints.published) == (None, None, "", None)


def test_half_a_surrogate_pair_does_not_reach_the_text() -> None:
    [(_, content)] = parse_archive(['{"text": "a\\ud800b"}'])
    assert isinstance(content, Content)
    assert content.text.encode() == b"a?b"


def test_a_line_nested_without_end_is_an_error() -> None:
    [(_, content)] = parse_archive(["[" * 100_000])
    assert isinstance(content, UnreadableDocument)

"""Text into sentences, sentences into clauses."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.helpers import parsed, read
from watcher.app.reading import reading_context
from watcher.extract import stages
from watcher.extract.members import TELLING
from watcher.extract.page import MATTERS, read_page
from watcher.extract.segment import LONGEST, split_clauses
from watcher.extract.steps import WAYS
from watcher.extract.tokens import read_words
from watcher.model.document import BlockRole


def sentences(text: str, title: str = "") -> list[str]:
    page = read_page(parsed(text, title), reading_context())
    return [page.quote(place, place) for place in range(len(page.sentences))]


def clauses(text: str) -> list[str]:
    page = read_page(parsed(text), reading_context())
    words = page.words
    return [
        text[words.starts[clause.first] : words.end(clause.last - 1)]
        for sentence in page.sentences
        for clause in split_clauses(sentence, words)
    ]


CUTS = [
    ("two sentences", "It rained. Ofsted came.", ["It rained.", "Ofsted came."]),
    ("a title of a person", "Cllr. Brown met Dr. Green of Ofsted.", None),
    ("an initial", "Ofsted met J. Brown on Friday.", None),
    ("no initial", "They haven't. We can’t. It'd.", ["They haven't.", "We can’t.", "It'd."]),
    ("a number", "Ofsted saw 4.5 per cent more.", None),
    ("a small letter behind", "Ofsted said... and left.", None),
    ("a question", "Is it safe? Ofsted says no.", ["Is it safe?", "Ofsted says no."]),
    ("closing quotes", "“It is good.” Ofsted left.", ["“It is good.”", "Ofsted left."]),
    ("many marks", "Really?!?! Ofsted left.", ["Really?!?!", "Ofsted left."]),
    ("no stop at the end", "Ofsted came. It left", ["Ofsted came.", "It left"]),
    ("short lines", "Ofsted came\nIt left", ["Ofsted came", "It left"]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CUTS], ids=[case[0] for case in CUTS]
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str, expected: list[str] | None) -> None:
    assert sentences(text) == (expected or [text])


def test_furniture_is_not_cut_into_sentences() -> None:
    found = sentences("Ofsted came to Leeds.\n\nSubscribe to our newsletter for more stories.")
    assert found == ["Ofsted came to Leeds."]


def test_a_title_that_the_text_repeats_is_read_once() -> None:
    page = read_page(
        parsed("Ofsted visits Leeds\n\nOfsted visits Leeds\n\nIt stayed for a week.", ""),
        reading_context(),
    )
    assert [s.role for s in page.sentences].count(BlockRole.TITLE) == 1
    assert len(page.sentences) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leeds is good, but Bath is inadequate", ["Leeds is good", "but Bath is inadequate"]),
        ("Leeds is good; Bath is not", ["Leeds is good", "Bath is not"]),
        ("Leeds is good – Bath is not", ["Leeds is good", "Bath is not"]),
        ("Leeds, Bath and Hull are good", ["Leeds, Bath and Hull are good"]),
        ("care in Leeds was good, care in Bath inadequate", None),
        ("The verdict: inadequate", ["The verdict", "inadequate"]),
    ],
    ids=["but", "semicolon", "dash", "list", "comma between grades", "colon"],
)
def test_a_modifier_reaches_no_further_than_its_clause(
    text: str, expected: list[str] | None
) -> None:
    halves = ["care in Leeds was good", "care in Bath inadequate"]
    assert clauses(text) == (expected or halves)


LIST = (
    "Ofsted's yearly report is out.\n\n"
    "The councils rated inadequate for child protection are Barnsley. Bexley. Devon and Slough."
    " Its author thanked inspectors. Children's services in Kent are rated good by Ofsted."
)


def test_a_list_with_stops_for_commas_is_one_sentence() -> None:
    assert sentences(LIST)[1] == (
        "The councils rated inadequate for child protection are Barnsley. Bexley. Devon and Slough."
    )


def test_sentences_behind_a_mended_list_keep_their_own_quotes() -> None:
    page = read_page(parsed(LIST), reading_context())
    assert [s.index for s in page.sentences] == list(range(len(page.sentences)))
    kent = [f for f in read(LIST).findings if f.council.name == "Kent"]
    assert [f.evidence[0].quote for f in kent] == [
        "Children's services in Kent are rated good by Ofsted."
    ]


def test_what_never_ends_is_cut_and_loses_no_word() -> None:
    text = "Ofsted " + "visited Leeds and " * LONGEST
    page = read_page(parsed(text), reading_context())
    sizes = [s.last - s.first for s in page.sentences]
    assert max(sizes) == LONGEST
    assert sum(sizes) == len(page.words.words)


@given(st.text(alphabet="ab .\n\u200b", max_size=80), st.data())
def test_a_word_is_found_by_its_place(text: str, data: st.DataObject) -> None:
    words = read_words(text)
    offset = data.draw(st.integers(0, len(text) + 2))
    low = data.draw(st.integers(0, max(0, words.at(offset))))
    assert words.at(offset, low) == words.at(offset)


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    words = read_words(text)
    assert len(words.words) == len(words.starts)
    assert sorted(words.starts) == words.starts
    for place in range(len(words.words)):
        written = words.original(place)
        assert written[0].isalnum()
        assert written[-1].isalnum()


@given(st.text(alphabet=st.characters(codec="cp1252"), max_size=200))
def test_common_characters_are_cut_like_rare_ones(text: str) -> None:
    words, rare = read_words(text), read_words(text + " \u4e00")
    assert words.words == rare.words[:-1]
    assert words.starts == rare.starts[:-1]


def test_cost_grows_with_length_not_faster() -> None:
    story = (
        "Ofsted rated children's services at Leeds council inadequate. The leader of the council"
        " said that the cabinet would meet in the autumn. It was rated good in 2017.\n\n"
    )

    def cost(times: int) -> float:
        document = parsed(story * times)
        started = time.process_time()
        read_page(document, reading_context())
        return time.process_time() - started

    cost(30)
    assert min(cost(3000) for _ in range(3)) < 500 * min(cost(30) for _ in range(5))


def test_no_sentence_is_passed_over_that_tells_something() -> None:
    read_for = stages._SIGNALS | stages._COUNTED | WAYS | TELLING | {stages._GRADED}
    assert read_for <= MATTERS

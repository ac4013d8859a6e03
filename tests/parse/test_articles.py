from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.model.dates import PartialDate
from watcher.model.document import BlockRole, Document
from watcher.parse.article import parse_article, parse_string
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Inspectors find decline in Exampleshire children's services"
LEAD = "Children in Exampleshire wait too long for help, Ofsted has found after a visit in March."
SECOND = "The inspectorate said that social workers carry too many cases and that plans drift."
THIRD = "The council said that it accepts the findings and has begun to recruit social workers."
BODY = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"


def read(text: str, **hints: object) -> Document:
    return parse_string(text, Hints(**hints))  # type: ignore[arg-type]


def role_of(document: Document, line: str) -> BlockRole:
    start = document.text.index(line)
    return next(b.role for b in document.blocks if b.start <= start < b.end)


def readable(document: Document) -> str:
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.readable)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Friday, May 18, 2018", "2018-05-18"),
        ("By A. Writer | 23 January 2015", "2015-01-23"),
        ("Published: 17th Jan 2019", "2019-01-17"),
        ("Posted on Tuesday 5th February 2019", "2019-02-05"),
        ("This story was published 6 August 2018", "2018-08-06"),
        ("06:03PM, Thursday 06 November 2025", "2025-11-06"),
        ("A. Writer 26 November 2014", "2014-11-26"),
        ("18 March 2019 - Example News", "2019-03-18"),
        ("Published 6 June 2025", "2025-06-06"),
        ("date 2016-09-16", "2016-09-16"),
        ("April 2017", "2017-04"),
    ],
)
def test_the_day_is_read_from_a_line_of_its_own(line: str, expected: str) -> None:
    document = read(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert document.published == PartialDate(expected)
    assert document.published_basis == "printed"
    assert not next(b for b in document.blocks if b.start == document.text.index(line)).readable


def test_the_day_may_open_the_first_paragraph() -> None:
    assert read(f"{TITLE}\n\nEXAMPLETON, 5 May 2018 - {BODY}").published == PartialDate(
        "2018-05-05"
    )


def test_published_wins_over_updated() -> None:
    text = f"{TITLE}\n\nLast updated: 9 May 2018\n\nPublished: 5 May 2018\n\n{BODY}"
    assert read(text).published == PartialDate("2018-05-05")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{TITLE}\n\n{LEAD}\n\nThe visit was on 5 May 2018, he said.", id="in-prose"),
        pytest.param(f"{TITLE}\n\nInspection dates: 5 May 2018\n\n{BODY}", id="inspection-dates"),
        pytest.param(
            f"{TITLE}\n\n{BODY}\n\n2 Comments\n\nJo May 18, 2018 at 2:35 pm #\n\nShame.",
            id="in-a-comment",
        ),
        pytest.param(f"{TITLE}\n\n{BODY}\n\nOlder story\nPublished 5 May 2014", id="related-story"),
    ],
)
def test_other_days_are_not_the_articles(text: str) -> None:
    assert read(text).published is None


@pytest.mark.parametrize(
    ("hints", "expected"),
    [
        pytest.param({"published_basis": "config"}, ("2020-01-01", "config"), id="a-person-first"),
        pytest.param({"published_basis": "feed"}, ("2020-01-01", "feed"), id="a-feed-over-text"),
        pytest.param({"published_basis": "file"}, ("2018-05-18", "printed"), id="text-over-file"),
        pytest.param(
            {"published_basis": "link", "url": "https://example.org/2018/05/17/a"},
            ("2018-05-17", "url"),
            id="address-over-text",
        ),
    ],
)
def test_dates_of_different_origin_have_their_order(
    hints: dict[str, str], expected: tuple[str, str]
) -> None:
    text = f"{TITLE}\n\nFriday, May 18, 2018\n\n{BODY}"
    document = read(text, published=PartialDate("2020-01-01"), **hints)
    assert (str(document.published), document.published_basis) == expected


def test_the_name_of_a_file_counts_where_nothing_is_printed() -> None:
    document = read(BODY, published=PartialDate("2020-01-01"), published_basis="file")
    assert (str(document.published), document.published_basis) == ("2020-01-01", "file")


@pytest.mark.parametrize("label", ["News", "OFSTED", "CHILDREN'S SERVICES", "Example FM News"])
def test_a_sections_label_is_not_the_title(label: str) -> None:
    document = read(f"{label}\n\n{TITLE}\n\n{BODY}")
    assert document.title == TITLE


def test_an_article_that_begins_with_prose_has_no_title() -> None:
    assert read(BODY).title == ""


def test_a_known_title_is_put_before_a_text_that_lacks_it() -> None:
    document = read(BODY, title=TITLE)
    assert document.text == f"{TITLE}\n\n{BODY}"
    assert document.blocks[0].role is BlockRole.TITLE


@pytest.mark.parametrize(
    "title", [TITLE, TITLE.upper(), TITLE.replace("'", "’"), f"{TITLE} - Example Gazette"]
)
def test_a_known_title_that_stands_there_is_not_repeated(title: str) -> None:
    text = f"News\n\n{TITLE}\n\n{BODY}"
    document = read(text, title=title)
    assert document.text == text
    assert role_of(document, TITLE) is BlockRole.TITLE


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Exampleshire Council admits failings. Picture: Agency", BlockRole.CAPTION),
        ("Image source, Getty Images", BlockRole.CAPTION),
        ("Image caption, County Hall was rated inadequate", BlockRole.CAPTION),
        ("A laptop and a glass (credit: A. Person / Adobe Stock)", BlockRole.CAPTION),
        ("A. PERSON/Getty Images Exampleton street scene", BlockRole.CAPTION),
        ("County Hall (Image: Example Live)", BlockRole.CAPTION),
        ("3 min read Social Care", BlockRole.NOTICE),
        ("Be the first to comment", BlockRole.NOTICE),
        ("Hide Ad", BlockRole.NOTICE),
        ("This page was last updated on 10 April 2024", BlockRole.NOTICE),
        ("We use cookies to improve your visit. Accept all cookies", BlockRole.NOTICE),
        ("Home > News > Local news", BlockRole.NOTICE),
        ("Sign up to our free daily newsletter for the top stories in your inbox", BlockRole.PROMO),
        ("Already have an account? Sign in here", BlockRole.PROMO),
        ("From £15 / month", BlockRole.PROMO),
        ("Follow BBC Exampleshire on Facebook and X", BlockRole.PROMO),
        ("Read more: Neighbouring council rated inadequate", BlockRole.RELATED),
    ],
)
def test_furniture_between_paragraphs_is_set_aside(line: str, role: BlockRole) -> None:
    document = read(f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{SECOND}\n\n{THIRD}")
    assert role_of(document, line) is role
    assert readable(document) == f"{TITLE}\n{LEAD}\n{SECOND}\n{THIRD}"


@pytest.mark.parametrize(
    "line",
    [
        "Pictures of neglect were shown to inspectors, who said that staff had not acted on them.",
        "Inspectors had full access to case records and found that some were incomplete.",
        "In 20 responses to the consultation parents said the service had become worse.",
        "The council's public image: battered, its services judged inadequate in every area.",
        "He told a staff bulletin that the service, inadequate for years, would now recover.",
        "Homes that were not registered had been used, which inspectors called unlawful.",
        "Reading Council's services were inadequate, Ofsted said, and the trust would go on.",
        "Comments by the director that the report was harsh were not shared by the inspectors.",
        "Ofsted's verdict two years ago was that services were inadequate and had declined.",
    ],
)
def test_prose_that_resembles_furniture_stays(line: str) -> None:
    document = read(f"{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{line}\n\n{THIRD}")
    assert readable(document) == f"{TITLE}\n{LEAD}\n{SECOND}\n{line}\n{THIRD}"


@pytest.mark.parametrize("gap", ["\n\n", "\n", "", " "])
@pytest.mark.parametrize(
    "tail",
    [
        "More like this",
        "blog comments powered by Disqus",
        "One Response to Inspectors find decline",
        "Related articles",
        "Be the first to comment",
    ],
)
def test_a_tail_is_cut_off_with_and_without_a_line_break(gap: str, tail: str) -> None:
    document = read(f"{TITLE}\n\n{BODY}{gap}{tail}")
    assert readable(document) == f"{TITLE}\n{LEAD}\n{SECOND}\n{THIRD}"


@pytest.mark.parametrize(
    "head",
    [
        "One Response to Inspectors find decline",
        "3 Comments",
        "Comments",
        "Have your say",
        "Leave a comment",
        "Jo Bloggs December 17, 2021 at 2:35 pm #",
        "Jo Bloggs\n3 hours ago",
        "jobloggs says:",
    ],
)
def test_readers_comments_are_set_aside_to_the_end(head: str) -> None:
    accusation = "Neighbourshire was rated inadequate by Ofsted too and nobody has said a word."
    document = read(f"{TITLE}\n\n{BODY}\n\n{head}\n\n{accusation}\n\n{accusation} Shame.")
    assert readable(document) == f"{TITLE}\n{LEAD}\n{SECOND}\n{THIRD}"
    assert role_of(document, accusation) is BlockRole.COMMENT


def test_a_count_of_comments_above_the_article_does_not_hide_it() -> None:
    document = read(f"{TITLE}\n\n12 comments\n\n{BODY}")
    assert readable(document) == f"{TITLE}\n{LEAD}\n{SECOND}\n{THIRD}"


def test_a_line_printed_twice_is_a_caption() -> None:
    caption = "The council's offices in the centre of Exampleton"
    document = read(f"{TITLE}\n\n{LEAD}\n\n{caption}\n{caption}\n\n{SECOND}\n\n{THIRD}")
    assert caption not in readable(document)


def test_a_subscription_box_is_set_aside_whole() -> None:
    box = (
        "Example Weekly Digital membership\n\n  • Latest digital issues\n  • Themed supplements\n"
        "  • Archive of more than 9,000 articles\n\nFrom £15 / month\n\nSubscribe"
    )
    document = read(f"{TITLE}\n\n{BODY}\n\n{box}")
    assert readable(document) == f"{TITLE}\n{LEAD}\n{SECOND}\n{THIRD}"
    assert document.outlet == "Example Weekly"


def test_a_list_of_grades_beside_a_subscription_line_stays() -> None:
    grades = "- Children in care - Good\n- Care leavers - Inadequate"
    document = read(f"{TITLE}\n\n{BODY}\n\n{grades}\n\nSubscribe\n\n{SECOND} Again.")
    assert role_of(document, "- Care leavers") is BlockRole.LIST_ITEM


def test_related_headlines_in_the_middle_end_where_prose_begins() -> None:
    link = "Neighbourshire services inadequate"
    document = read(
        f"{TITLE}\n\n{LEAD}\n\nRelated stories\n{link}\n\n{SECOND}\n\n{THIRD}\n\n{LEAD}"
    )
    assert link not in readable(document)
    assert readable(document).count(LEAD) == 2
    assert SECOND in readable(document)


def test_lines_of_a_wrapped_paragraph_are_one_block() -> None:
    wrapped = (
        "Children in Exampleshire wait too long for help,\nOfsted has found after a visit in March"
        "\nand April of this year, the council said on Monday."
    )
    document = read(f"{TITLE}\n\n{wrapped}\n\n{SECOND}")
    assert any(document.text[b.start : b.end] == wrapped for b in document.blocks)


def test_lines_that_stand_alone_stay_apart() -> None:
    lines = "Joe Writer\nFriday, May 18, 2018"
    document = read(f"{TITLE}\n\n{lines}\n\n{BODY}")
    assert role_of(document, "Joe Writer") is BlockRole.BYLINE
    assert role_of(document, "Friday") is BlockRole.BYLINE


def test_shapes_are_told_apart() -> None:
    rows = "Judgement | Grade |\nLeaders\tGood"
    text = f"{TITLE}\n\n{LEAD}\n\nWhat was found\n\n• one thing\n1. another\n\n{rows}\n\n{SECOND}"
    document = read(text)
    assert role_of(document, "What was found") is BlockRole.HEADING
    assert role_of(document, "• one") is BlockRole.LIST_ITEM
    assert role_of(document, "1. another") is BlockRole.LIST_ITEM
    assert role_of(document, "Leaders\tGood") is BlockRole.TABLE_ROW


def test_a_standfirst_and_a_byline_are_told_apart() -> None:
    standfirst = "Inspectors see drift and delay during a focused visit to the front door"
    document = read(f"{TITLE}\n\n{standfirst}\n\nBy A. Writer, Local Democracy Reporter\n\n{BODY}")
    assert role_of(document, standfirst) is BlockRole.STANDFIRST
    assert role_of(document, "By A. Writer") is BlockRole.BYLINE


def test_line_ends_of_every_kind_keep_offsets_true() -> None:
    text = f"{TITLE}\r\n\r\n{LEAD}\r{SECOND}\u2028{THIRD}\x0c{LEAD}"
    document = parse_article(text.encode(), Hints())
    assert document.text == text
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        TITLE,
        LEAD,
        SECOND,
        THIRD,
        LEAD,
    ]


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_the_seeds_keep_their_code_points(seeds: Path, name: str) -> None:
    [path] = seeds.glob(f"{name}_*.txt")
    body = path.read_bytes()
    document = parse_article(body, Hints(path=str(path)))
    assert document.text == body.decode()


@pytest.mark.parametrize(
    ("name", "published", "furniture"),
    [
        ("000", None, {"News", "2 mins read Early Years Social Care", "More like this"}),
        ("001", None, {"Be the first to comment", "blog comments powered by Disqus"}),
        ("002", "2018-05-18", {"Joe Lepper", "Subscribe", "• Themed supplements"}),
        ("003", "2018-10-04", {"Joe Lepper", "From £15 / month", "• Latest print issues"}),
        ("004", None, {"1. Joe December 17, 2021 at 2:35 pm #"}),
    ],
)
def test_the_seeds_are_laid_out_right(
    seeds: Path, name: str, published: str | None, furniture: set[str]
) -> None:
    [path] = seeds.glob(f"{name}_*.txt")
    document = parse_article(path.read_bytes(), Hints(path=str(path)))
    aside = {document.text[b.start : b.end] for b in document.blocks if not b.readable}
    assert (str(document.published) if document.published else None) == published
    assert furniture <= aside
    assert not any(
        "Picture:" in document.text[b.start : b.end] and b.readable for b in document.blocks
    )


ANY_TEXT = st.lists(
    st.sampled_from(
        [
            TITLE,
            LEAD,
            SECOND,
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "\t",
            "More like this",
            "Comments",
            "•",
            "£",
            "\u200b",
            "\u202e",
            "\xa0",
            "\x00",
            "x says:",
            "3 hours ago",
            "5 May 2018",
            "By A. Writer",
            "Subscribe",
            "(credit: x)",
            "é",
            "𝕆",
            ". 2 responses to it",
        ]
    ),
    max_size=30,
).map("".join)


@given(ANY_TEXT | st.text(max_size=300))
def test_blocks_cover_everything_but_white_space_in_order(text: str) -> None:
    document = parse_string(text + "x", Hints())
    position = 0
    for block in document.blocks:
        assert not document.text[position : block.start].strip()
        assert position <= block.start < block.end
        position = block.end
    assert not document.text[position:].strip()


@given(ANY_TEXT)
def test_reading_is_deterministic(text: str) -> None:
    assert parse_string(text + "x", Hints()) == parse_string(text + "x", Hints())


def test_a_byline_with_a_time_under_a_quotation_is_no_comment() -> None:
    quotation = '"We have been too slow, and children have paid for it," the leader said in March.'
    byline = "By A. Writer on Monday, November 18th, 2019 at 11:08 a.m."
    document = read(f"{TITLE}\n\n{quotation}\n\n{byline}\n\n{BODY}")
    assert document.published == PartialDate("2019-11-18")
    assert LEAD in readable(document)


ACCUSATION = (
    "Neighbourshire's services are inadequate too, Ofsted said, and nobody has said a word."
)
APPENDED = {
    "box": (
        "Sign up to our newsletter\n\n  • Latest issues\n  • Archive of articles\n\nFrom £9 / month"
    ),
    "comments": (
        f"2 Comments\n\nJo Bloggs June 3, 2019 at 9:05 am #\n\n{ACCUSATION}\n\n{ACCUSATION}"
    ),
    "comments-with-age": (
        f"Jo Bloggs\n2 days ago\n{ACCUSATION}\nReply\nAl Bloggs\n1 day ago\n{ACCUSATION}"
    ),
    "related": "Related articles\n\nNeighbourshire rated inadequate\n\nOther services inadequate",
    "cookies": "We use cookies to make this site better. Accept all cookies",
    "stories": "Most read\n\n1. Neighbourshire rated inadequate\n2. Another council inadequate",
}


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
@pytest.mark.parametrize("kind", APPENDED)
def test_furniture_after_a_seed_changes_nothing(seeds: Path, name: str, kind: str) -> None:
    [path] = seeds.glob(f"{name}_*.txt")
    text = path.read_text()
    before, after = read(text), read(f"{text}\n\n{APPENDED[kind]}\n")
    assert readable(after) == readable(before)
    assert (after.title, after.published, after.outlet) == (
        before.title,
        before.published,
        before.outlet,
    )


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
@pytest.mark.parametrize(
    "above",
    [
        "Skip to main content",
        "We use cookies to make this site better. Accept all cookies",
        "Menu Search",
        "Sign up to our newsletter",
        "Home > News > Children",
    ],
)
def test_furniture_before_a_seed_changes_nothing(seeds: Path, name: str, above: str) -> None:
    [path] = seeds.glob(f"{name}_*.txt")
    text = path.read_text()
    before, after = read(text), read(f"{above}\n\n{text}")
    assert readable(after) == readable(before)
    assert (after.title, after.published) == (before.title, before.published)

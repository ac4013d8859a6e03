"""Furniture as real pages print it, and prose that only resembles it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.model.dates import PartialDate
from watcher.model.document import BlockRole, Document
from watcher.parse.article import parse_string
from watcher.parse.furniture import HEAD_LINE, OPENINGS, fold, opens, own_role, telltales
from watcher.parse.hints import Hints
from watcher.parse.outlet import outlet_in
from watcher.parse.pieces import cut

TITLE = "Exampleshire's services for children get worse"
LEAD = "Children in Exampleshire wait too long for help, Ofsted has found after a visit in March."
SECOND = "The inspectorate said that social workers carry too many cases and that plans drift."
THIRD = "The council said that it accepts the findings and has begun to recruit social workers."
BODY = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"
WHOLE = [TITLE, LEAD, SECOND, THIRD]


def readable(text: str) -> list[str]:
    document = parse_string(text, Hints())
    return [document.text[b.start : b.end] for b in document.blocks if b.readable]


def whole(text: str) -> Document:
    return parse_string(text, Hints())


@pytest.mark.parametrize(
    "above",
    [
        pytest.param("Stay up to date with notifications from The Example", id="notifications"),
        pytest.param("Menu Search", id="menu"),
        pytest.param("Home | News | Sport", id="menu-with-bars"),
        pytest.param("For enquiries and bookings, call us on 01632 960001", id="telephone"),
        pytest.param("Call us: Mon - Fri 8:30am - 7pm, Sat - Sun 9am - 5pm", id="opening-hours"),
        pytest.param("Advertisements", id="advertisements"),
        pytest.param("20408af3-48fd-4f50-aa5d-abc589e8c1bd-7157", id="name-of-a-picture"),
        pytest.param("county-hall.jpg", id="file-of-a-picture"),
        pytest.param("Skip to main content", id="skip-link"),
        pytest.param("2", id="a-number"),
        pytest.param("-", id="a-dash"),
    ],
)
def test_what_stands_above_the_title_is_not_the_title(above: str) -> None:
    document = whole(f"{above}\n\n{TITLE}\n\n{BODY}")
    assert document.title == TITLE
    assert readable(f"{above}\n\n{TITLE}\n\n{BODY}") == WHOLE


@pytest.mark.parametrize(
    "line",
    [
        "A woman beside a hedge, looking at the cameraImage source, A. Person/Agency",
        "• Published",
        "Hide Ad",
        "Thank you for visiting Example Weekly and making use of our archive. Why not register?",
        "What's Included",
        "Email newsletter providing advice and guidance across the sector",
        "Want full article access?",
        "Receive the magazine each week: receive our weekly magazine and more",
        "Your support makes all the difference.",
        "@areporter",
        "News article image",
        "Advertisement",
        "Article continues below",
        "Support our campaign today and celebrate good work.",
        "Share on Facebook",
        "Do you have a story for us?",
        "Send your story ideas to example@example.org",
    ],
)
def test_a_line_of_the_page_between_paragraphs_is_out(line: str) -> None:
    assert readable(f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{SECOND}\n\n{THIRD}") == WHOLE


def test_a_caption_that_lost_its_label_to_a_line_break_is_out() -> None:
    caption = (
        "A. Person, of the parents' forum, says that the Ofsted report is generous to everyone"
    )
    text = f"{TITLE}\n\nImage caption,\n\n{caption}\n\n{BODY}"
    assert readable(text) == WHOLE


def test_a_caption_glued_to_itself_is_out_with_its_repetition() -> None:
    caption = "Services in Exampleshire were rated inadequate back in May"
    assert (
        readable(f"{TITLE}\n\n{LEAD}\n{caption}{caption}\n{caption}\n\n{SECOND}\n\n{THIRD}")
        == WHOLE
    )


def test_a_sentence_printed_twice_in_one_line_stays() -> None:
    assert f"{LEAD}{LEAD}" in readable(f"{TITLE}\n\n{LEAD}{LEAD}\n\n{SECOND}\n\n{THIRD}")


@pytest.mark.parametrize(
    "head", ["Comment(1)\n\n1. Jo Bloggs says:", "Leave a Reply", "6 Responses"]
)
def test_a_comment_section_of_a_blog_is_out(head: str) -> None:
    shame = "Neighbourshire is inadequate too, Ofsted said so, and nobody has done anything."
    assert readable(f"{TITLE}\n\n{BODY}\n\n{head}\n\n{shame}\n\n{shame}") == WHOLE


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Wed 24 Oct 2018 15.10 BST Last modified on Wed 24 Oct 2018 17.01 BST", "2018-10-24"),
        ("Headlines: December 18th, 2008", "2008-12-18"),
        ("Saturday 24 October 2009 00:00 BST", "2009-10-24"),
        ("Meeting: 23/01/2020 - Children and Families Scrutiny Panel (Item 25)", "2020-01-23"),
        ("First published 5 March 2024, 11:20", "2024-03-05"),
        ("5 March 2024 | A. Reporter | News", "2024-03-05"),
    ],
)
def test_the_day_is_read_as_outlets_print_it(line: str, expected: str) -> None:
    assert whole(f"{TITLE}\n\n{line}\n\n{BODY}").published == PartialDate(expected)


def test_a_headline_list_under_the_article_is_out() -> None:
    text = f"{TITLE}\n\n{BODY}\n\nOther council rated inadequate\nPublished 7 November 2014\n"
    assert readable(text) == WHOLE


def test_everything_after_more_on_this_story_is_out() -> None:
    links = "\n\n".join(f"Other council {number} rated inadequate" for number in range(4))
    assert readable(f"{TITLE}\n\n{BODY}\n\nMore on this story\n\n{links}") == WHOLE


def test_a_dated_chronology_keeps_its_entries() -> None:
    entries = "- 5 March 2019: rated inadequate by Ofsted\n- 9 June 2021: rated good by Ofsted"
    assert "- 5 March 2019: rated inadequate by Ofsted" in readable(
        f"{TITLE}\n\n{BODY}\n\n{entries}"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Example Weekly Digital membership", "Example Weekly"),
        ("Example & District Gazette subscription", "Example & District Gazette"),
        ("© 2018 Example Media", "Example Media"),
        ("Copyright 2010-2018 The Example", "The Example"),
        ("A union membership", None),
        ("a digital subscription", None),
    ],
)
def test_the_outlet_is_read_from_its_own_box(line: str, expected: str | None) -> None:
    assert outlet_in(cut(line)[0]) == expected


def test_furniture_roles_are_never_readable() -> None:
    tail = "Subscribe\n\nRelated articles\n\nTwo responses\n\nNo."
    text = f"{TITLE}\n\nPicture: Agency\n\n{BODY}\n\n{tail}"
    roles = {b.role for b in whole(text).blocks if not b.readable}
    assert roles == {BlockRole.CAPTION, BlockRole.PROMO, BlockRole.RELATED, BlockRole.COMMENT}


@given(
    st.lists(st.sampled_from(["mailing", "list", " ", "\n", "\t", "\xa0", "’", "\xad", "İ", ". "]))
)
def test_a_text_folded_at_once_is_folded_like_its_lines(parts: list[str]) -> None:
    pieces, told = cut("".join(parts))
    assert [piece.folded for piece in pieces] == [fold(piece.text) for piece in pieces]
    for piece in pieces:
        alone = telltales(piece.folded)
        assert set(alone.promo) <= set(told.promo)
        ours = own_role(piece.text, piece.folded, told, opening=piece.opening)
        assert ours == own_role(piece.text, piece.folded, alone, opening=piece.opening)


@given(st.from_regex(OPENINGS), st.sampled_from(("", "the ", "inspectors' ", '"', "leeds's ")))
def test_no_furniture_is_missed_for_its_first_word(line: str, front: str) -> None:
    short = (front + line)[:HEAD_LINE]
    assert opens(short) == (OPENINGS.match(short) is not None)


OTHER = "Neighbourshire's services rated inadequate"
OTHER_LEAD = "Children in Neighbourshire are at risk of harm, Ofsted has found after an inspection."


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([f"> {OTHER}", f"► {OTHER}"], id="marked"),
        pytest.param([f"← {OTHER}", f"{OTHER} →"], id="arrows"),
        pytest.param([f"Previous: {OTHER}", f"Next post: {OTHER} today"], id="before-and-after"),
        pytest.param(["Post navigation", OTHER, OTHER], id="navigation"),
        pytest.param(["In other news", OTHER, "Read more", OTHER], id="in-other-news"),
        pytest.param(["Recent Ofsted stories:", OTHER], id="recent"),
        pytest.param(["What others are reading", OTHER, OTHER], id="reading"),
        pytest.param(["From around the region", OTHER], id="around"),
        pytest.param(["Explore the Topic", "Children's services", OTHER], id="topic"),
        pytest.param(["Other stories our readers enjoyed", OTHER, OTHER], id="other-stories"),
        pytest.param([f"{OTHER} 3 hours ago", f"{OTHER} 14 mins ago"], id="aged"),
        pytest.param([f"12/03/2026 - {OTHER}", f"9/3/26: {OTHER}"], id="dated"),
        pytest.param([OTHER, f"{OTHER_LEAD[:-1]} …"], id="broken-off"),
        pytest.param([OTHER, OTHER_LEAD, "12 March 2026", OTHER, OTHER_LEAD, "9 March 2026"]),
        pytest.param(["12 March 2026", OTHER, "9 March 2026", OTHER], id="days-first"),
        pytest.param(["Page 2 of 12"], id="page"),
        pytest.param(["Like 12 Reply", "Up 4 Down 3"], id="votes"),
        pytest.param([f"Meanwhile: {OTHER}"], id="meanwhile"),
        pytest.param(["Was this page useful? Yes No"], id="feedback"),
        pytest.param(["You are receiving this because you signed up.", "Unsubscribe"], id="mail"),
    ],
)
def test_other_stories_below_the_article_are_out(lines: list[str]) -> None:
    assert readable("\n\n".join([TITLE, BODY, *lines])) == WHOLE


@pytest.mark.parametrize("label", ["READ MORE", "Read more:", "Related", "See also:"])
def test_all_links_under_a_label_in_the_middle_are_out(label: str) -> None:
    links = f"{label}\n\n{OTHER}\n\n{OTHER} again"
    assert readable(f"{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{links}\n\n{THIRD}") == WHOLE


def test_a_link_under_a_label_may_break_off() -> None:
    links = f"Read more\n\n{OTHER} but its work is not done yet, and the council still ..."
    assert readable(f"{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{links}\n\n{THIRD}") == WHOLE


@pytest.mark.parametrize(
    "line",
    [
        "Previous: requires improvement",
        "Next inspection: 2027",
        "The council said that it had been a hard week, and that nobody had slept …",
        "Overall effectiveness: inadequate",
        "“We have come so far in so short a time that I can hardly believe it …”",
    ],
)
def test_lines_of_the_article_that_resemble_offers_stay(line: str) -> None:
    assert line in readable(f"{TITLE}\n\n{BODY}\n\n{line}")


@pytest.mark.parametrize(
    "above",
    [
        ["Council tax", "Bins and recycling", "Schools and learning", "Latest headlines"],
        ["Trending", OTHER, "Weather warning for rain on Sunday"],
        [f"BREAKING: {OTHER}"],
        ["View in browser", "Good morning from the Gazette"],
        ["This article is more than 5 years old"],
        ["Exampleshire County Council"],
        ["Exampleshire Daily Echo", "Latest news"],
        ["News", "Sport", "Jobs", "What's on"],
        ["My account", "Weather", "Public notices"],
    ],
)
def test_the_title_is_the_line_of_which_the_text_tells(above: list[str]) -> None:
    document = whole("\n\n".join([*above, TITLE, "4 June 2026", BODY]))
    assert document.title == TITLE
    assert OTHER not in readable(document.text)


@pytest.mark.parametrize(
    "title", ["A scandal without end", "Never again", "Damning verdict on Exampleshire"]
)
def test_a_title_is_kept_where_nothing_else_is_told_of(title: str) -> None:
    assert whole(f"{title}\n\n4 June 2026\n\n{BODY}").title == title


def test_a_short_title_stands_behind_the_words_of_a_menu() -> None:
    title = "Our story so far"
    assert whole(f"News\n\nSport\n\n{title}\n\n4 June 2026\n\n{BODY}").title == title


def test_a_day_with_a_time_under_a_headline_set_twice_opens_no_comments() -> None:
    title = "Two more areas are told to draw up plans after finding 'significant weakness'"
    text = f"{title}\n\nHome | News\n\n{title}\n\nPat Example\n\n4 Jun 2026, 5:00\n\n{BODY}"
    text += f"\n\n{LEAD} {SECOND}\n\n{SECOND} {THIRD}"
    document = parse_string(text, Hints(title=title))
    assert LEAD in [document.text[b.start : b.end] for b in document.blocks if b.readable]


@pytest.mark.parametrize(
    "line",
    [
        "Overview Committee - Monday, 3rd March, 2025 6.30 pm",
        "The new one, of 13 pages, also says:",
        "Its letter says:",
    ],
)
def test_a_line_that_only_resembles_a_comments_head_hides_nothing(line: str) -> None:
    text = f"{TITLE}\n\n{SECOND}\n\n{THIRD}\n\n{line}\n\n{BODY}\n\n{LEAD} {THIRD}\n\n{SECOND}"
    assert {LEAD, SECOND, THIRD} <= set(readable(text))


def test_an_article_may_go_on_behind_what_is_most_read() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{LEAD} {SECOND}\n\n{SECOND} {LEAD}\n\nMost Read\n\n{THIRD}"
    assert THIRD in readable(text)

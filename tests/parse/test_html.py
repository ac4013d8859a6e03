from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.errors import UnreadableDocument
from watcher.model.dates import PartialDate
from watcher.model.document import BlockRole, Document, Format
from watcher.parse.article import looks_like_html, parse_article, parse_string
from watcher.parse.hints import Hints

TITLE = "Inspectors find decline in Exampleshire children’s services"
LEAD = (
    "Children in Exampleshire wait too long for help, Ofsted has found after a focused visit in "
    "March to the teams that answer first calls about children who may be at risk."
)
SECOND = (
    "The inspectorate said that social workers carry too many cases, that plans drift and that "
    "managers do not look closely enough at the work of their teams."
)
THIRD = (
    "The council said that it accepts the findings in full, that it has begun to recruit more "
    "social workers and that it will report on progress to its members in the autumn."
)
ELSEWHERE = (
    "Neighbourshire Council’s services were rated inadequate by Ofsted after a full inspection"
)
PARAGRAPHS = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"


def page(body: str, head: str = "", title: str = TITLE) -> str:
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a> <a href='/n'>{ELSEWHERE}</a></nav><main><article>"
        f"<h1>{title}</h1>{body}</article></main>"
        f"<footer>About us. {ELSEWHERE}</footer></body></html>"
    )


def read(text: str, **hints: object) -> Document:
    return parse_article(text.encode(), Hints(**hints))  # type: ignore[arg-type]


def readable(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.readable]


def linked(**fields: object) -> str:
    data = json.dumps({"@type": "NewsArticle", **fields})
    return f'<script type="application/ld+json">{data}</script>'


def test_the_article_is_its_title_and_its_paragraphs() -> None:
    document = read(page(PARAGRAPHS))
    assert document.text == f"{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{THIRD}"
    assert document.format is Format.HTML
    assert [b.role for b in document.blocks] == [BlockRole.TITLE, *[BlockRole.PARAGRAPH] * 3]


@pytest.mark.parametrize(
    "furniture",
    [
        pytest.param(f"<figure><img><figcaption>{ELSEWHERE}</figcaption></figure>", id="figure"),
        pytest.param(f"<p class='wp-caption-text'>{ELSEWHERE}</p>", id="wordpress-caption"),
        pytest.param(f"<div class='imageCaption'>{ELSEWHERE}</div>", id="camel-case-caption"),
        pytest.param(f"<aside><h3>More</h3><p>{ELSEWHERE}.</p></aside>", id="aside"),
        pytest.param(
            "<div class='related-articles'><h3>Related</h3><ul><li>"
            f"<a href=x>{ELSEWHERE}</a></ul></div>",
            id="related-box",
        ),
        pytest.param(f"<ul><li><a href=x>{ELSEWHERE}</a></li></ul>", id="list-of-links"),
        pytest.param(f"<div id='cookie-banner'><p>{ELSEWHERE}</p></div>", id="cookie-banner"),
        pytest.param("<p>We use cookies to make this site better.</p>", id="cookie-text"),
        pytest.param(f"<div class='newsletter-signup'>{ELSEWHERE}</div>", id="newsletter"),
        pytest.param("<p>Sign up for our newsletter to get news in your inbox</p>", id="sign-up"),
        pytest.param(f"<div style='display: none'>{ELSEWHERE}</div>", id="hidden"),
        pytest.param(f"<script>var x = '<p>{ELSEWHERE}</p>'</script>", id="script"),
        pytest.param(f"<noscript><p>{ELSEWHERE}</p></noscript>", id="noscript"),
        pytest.param(f"<!-- <p>{ELSEWHERE}</p> -->", id="html-comment"),
        pytest.param(f"<p>Read more: {ELSEWHERE}</p>", id="read-more"),
        pytest.param(f"<div class='share-tools'>{ELSEWHERE}</div>", id="share-tools"),
    ],
)
def test_furniture_in_the_middle_is_out(furniture: str) -> None:
    document = read(page(f"<p>{LEAD}</p>{furniture}<p>{SECOND}</p><p>{THIRD}</p>"))
    assert readable(document) == [TITLE, LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    "section",
    [
        "<section id='comments'><h2>3 comments</h2>{}</section>",
        "<div class='comments-area'><ol class='commentlist'>{}</ol></div>",
        "<div id='disqus_thread'>{}</div>",
        "<h2>3 Comments</h2>{}",
    ],
)
def test_comments_are_out_even_where_they_outgrow_the_article(section: str) -> None:
    comment = f"<div><p>{ELSEWHERE}, and nobody says a word about it, it is a shame.</p></div>"
    document = read(page(PARAGRAPHS + section.format(comment * 12)))
    assert readable(document) == [TITLE, LEAD, SECOND, THIRD]


def test_headings_lists_and_tables_stay_blocks_of_their_kind() -> None:
    body = (
        f"<p>{LEAD}</p><h2>What was found</h2><ul><li>Children in care: good</li>"
        "<li>Care leavers: inadequate</li></ul><table><tr><th>Judgement</th><th>Grade</th></tr>"
        f"<tr><td>Leaders</td><td>Inadequate</td></tr></table><p>{SECOND}</p><p>{THIRD}</p>"
    )
    document = read(page(body))
    found = {document.text[b.start : b.end]: b.role for b in document.blocks}
    assert found["What was found"] is BlockRole.HEADING
    assert found["Care leavers: inadequate"] is BlockRole.LIST_ITEM
    assert found["Leaders | Inadequate"] is BlockRole.TABLE_ROW


def test_a_page_laid_out_with_tables_is_read() -> None:
    cells = "".join(f"<tr><td><font>{text}</font></td></tr>" for text in (LEAD, SECOND, THIRD))
    head = f"<html><head><title>{TITLE}</title></head>"
    text = f"{head}<body><table><tr><td><table>{cells}</table></table>"
    body = "\n".join(readable(read(text)))
    assert LEAD in body
    assert THIRD in body


def test_line_breaks_part_lines_but_not_sentences() -> None:
    short = "<p>The council<br>accepts the findings of the report.</p>"
    body = f"<p>{LEAD}<br>{SECOND}</p>{short}<p>{THIRD}</p>"
    lines = readable(read(page(body)))
    assert LEAD in lines
    assert "The council accepts the findings of the report." in lines


def test_special_characters_come_out_right() -> None:
    body = (
        "<p>Ofsted&nbsp;rated the coun&shy;cil&#8217;s ser\u00advices "
        "&ldquo;in\u200badequate&rdquo; "
        "\u202eoverall\u202c &ndash; caf&eacute; &amp; all, it said in its report on them.</p>"
    )
    expected = (
        "Ofsted rated the council’s services “inadequate” overall – café & all, it said in its "
        "report on them."
    )
    assert expected in readable(read(page(body + PARAGRAPHS)))


def test_text_that_was_decoded_twice_is_mended() -> None:
    broken = "The councilâ€™s services are â€œinadequateâ€\x9d, inspectors said of them in March."
    assert "The council’s services are “inadequate”, inspectors said of them in March." in readable(
        read(page(f"<p>{broken}</p>{PARAGRAPHS}"))
    )


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16"])
def test_a_page_is_read_in_any_encoding(codec: str) -> None:
    assert parse_article(page(PARAGRAPHS).encode(codec), Hints()).title == TITLE


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param(
            linked(datePublished="2021-12-16T09:30:00Z")
            + "<meta property='article:published_time' content='2020-01-01'>",
            "<time datetime='2019-01-01'>x</time>",
            ("2021-12-16", "json-ld"),
            id="json-ld-first",
        ),
        pytest.param(
            "<meta property='article:published_time' content='2021-12-16T09:30'>",
            "<time datetime='2019-01-01'>x</time>",
            ("2021-12-16", "meta"),
            id="then-meta",
        ),
        pytest.param(
            "<meta name='DC.date.issued' content='16/12/2021'>", "", ("2021-12-16", "meta"), id="dc"
        ),
        pytest.param(
            "", "<time datetime='2021-12-16'>Thursday</time>", ("2021-12-16", "time"), id="time"
        ),
        pytest.param("", "<time>16 December 2021</time>", ("2021-12-16", "time"), id="time-text"),
        pytest.param(
            "", "<p>Published: 16 December 2021</p>", ("2021-12-16", "printed"), id="printed"
        ),
    ],
)
def test_the_day_is_taken_from_the_surest_place(
    head: str, body: str, expected: tuple[str, str]
) -> None:
    document = read(page(body + PARAGRAPHS, head))
    assert (str(document.published), document.published_basis) == expected


def test_the_address_comes_before_a_feed_and_a_feed_before_the_text() -> None:
    text = page(f"<p>Published: 16 December 2021</p>{PARAGRAPHS}")
    hints = {"published": PartialDate("2021-12-14"), "published_basis": "feed"}
    fed = read(text, **hints)
    addressed = read(text, url="https://example.org/2021/12/15/a", **hints)
    assert (str(fed.published), fed.published_basis) == ("2021-12-14", "feed")
    assert (str(addressed.published), addressed.published_basis) == ("2021-12-15", "url")


def test_a_persons_word_comes_before_everything() -> None:
    text = page(PARAGRAPHS, linked(datePublished="2021-12-16"))
    document = read(text, published=PartialDate("2021-12"), published_basis="config")
    assert (str(document.published), document.published_basis) == ("2021-12", "config")


def test_times_of_comments_and_changes_are_not_the_day() -> None:
    body = (
        PARAGRAPHS
        + "<time class='updated' datetime='2022-01-01'>x</time><section id='comments'>"
        + "<time datetime='2022-02-02'>x</time><p>Shame.</p></section>"
    )
    assert read(page(body, linked(dateModified="2023-01-01"))).published is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<meta property='og:site_name' content='Example Gazette'>", "Example Gazette"),
        (linked(publisher={"@type": "Organization", "name": "Example Gazette"}), "Example Gazette"),
        (
            linked(publisher=[{"name": "Example &amp; District Gazette"}]),
            "Example & District Gazette",
        ),
        ("", None),
    ],
)
def test_the_outlet_is_what_the_page_says(head: str, expected: str | None) -> None:
    assert read(page(PARAGRAPHS, head)).outlet == expected


def test_a_known_outlet_wins() -> None:
    head = "<meta property='og:site_name' content='Example Gazette'>"
    assert read(page(PARAGRAPHS, head), outlet="The Gazette").outlet == "The Gazette"


@pytest.mark.parametrize(
    ("url", "canonical", "expected"),
    [
        (None, "https://www.example.org/news/1", "https://www.example.org/news/1"),
        ("https://example.org/news/1?utm=x", "https://www.example.org/news/1",
         "https://www.example.org/news/1"),
        ("https://example.org/news/1", "https://other.example.com/news/1",
         "https://example.org/news/1"),
        ("https://example.org/news/1", "https://example.org/", "https://example.org/news/1"),
        ("https://example.org/news/1", "javascript:alert(1)", "https://example.org/news/1"),
    ],
)  # fmt: skip
def test_the_address_is_the_canonical_one_of_the_same_site(
    url: str | None, canonical: str, expected: str
) -> None:
    head = f"<link rel='canonical' href='{canonical}'>"
    assert read(page(PARAGRAPHS, head), url=url).url == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"<html><head><title>{TITLE} - Example Gazette</title>"
            f"<meta property='og:site_name' content='Example Gazette'></head><body>{PARAGRAPHS}",
            TITLE,
            id="site-after-a-dash",
        ),
        pytest.param(
            f"<html><head><title>{TITLE} | News | Example</title></head><body>{PARAGRAPHS}",
            TITLE,
            id="section-and-site",
        ),
        pytest.param(
            f"<html><head><title>{TITLE}</title></head><body><h1>Example Gazette</h1>{PARAGRAPHS}",
            TITLE,
            id="logo-as-heading",
        ),
        pytest.param(
            f"<html><head><meta property='og:title' content='{TITLE}'></head><body>{PARAGRAPHS}",
            TITLE,
            id="open-graph",
        ),
        pytest.param(f"<html><body><h1>{TITLE}</h1>{PARAGRAPHS}", TITLE, id="heading-only"),
        pytest.param(
            f"<html><head><title>{TITLE} - Example</title></head><body>"
            f"<h1>Decline in Neighbourshire services for children</h1><h1>{TITLE}</h1>{PARAGRAPHS}",
            TITLE,
            id="heading-of-another-story",
        ),
    ],
)
def test_the_title_is_without_its_site(text: str, expected: str) -> None:
    assert read(text).title == expected


def test_the_body_in_json_ld_is_read_where_the_page_shows_none() -> None:
    head = linked(articleBody=f"{LEAD}\n\n{SECOND}\n{THIRD}")
    assert readable(read(page("<div id='app'></div>", head))) == [TITLE, LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    "broken", ["{", "[1, 2", '{"@type": 5, "datePublished": {}}', "null", "[" * 9999]
)
def test_broken_json_ld_does_no_harm(broken: str) -> None:
    head = f'<script type="application/ld+json">{broken}</script>'
    assert readable(read(page(PARAGRAPHS, head))) == [TITLE, LEAD, SECOND, THIRD]


def test_a_body_that_the_page_marks_is_believed() -> None:
    other = f"<div><p>{ELSEWHERE} last year.</p></div>"
    body = f"<div itemprop='articleBody'>{PARAGRAPHS * 2}</div>{other}"
    assert ELSEWHERE not in read(page(body)).text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"<p>{LEAD}</p><p>{SECOND}</p>", id="fragment"),
        pytest.param(f"<div><p>{LEAD}<p>{SECOND}<p>{THIRD}", id="unclosed"),
        pytest.param(f"<html><body></div></p>{PARAGRAPHS}</table></html></body>", id="crossed"),
        pytest.param(f"<?xml version='1.0'?><html><body>{PARAGRAPHS}</body></html>", id="xhtml"),
        pytest.param(f"<html><frameset></frameset><body>{PARAGRAPHS}", id="frames"),
    ],
)
def test_malformed_pages_are_read(text: str) -> None:
    assert LEAD in readable(read(text))


@pytest.mark.parametrize(
    "text", ["<html></html>", "<html><script>x</script></html>", "<p></p>" * 5]
)
def test_a_page_without_text_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableDocument):
        read(text)


def test_text_with_angle_brackets_is_not_html() -> None:
    assert not looks_like_html(b"Grades fell < expected > by 5 <b>per cent</b>.", Hints())


def test_the_name_of_a_file_tells_html_without_a_head() -> None:
    assert looks_like_html(f"Intro <p>{LEAD}</p>".encode(), Hints(path="a.HTML"))


TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='related'>", "</div>", "<h1>", "</h1>", "<br>", "<b"),
        *("<table>", "<tr><td>", "<td>", "</table>", "<ul><li>", "</li>", "<figure>"),
        *("<script>", "</script>", "<!--", "-->", "<a href=x>", "</a>", "<", ">"),
        *("<article>", "</article>", "<aside>", "<section id=comments>"),
        *("&nbsp;", "&#0;", "&bogus;", "\u202e", "<time datetime='2020-02-02'>"),
        *(LEAD, SECOND, ELSEWHERE, "More like this"),
    ]
)


@given(st.lists(TAGS, max_size=40).map("".join))
def test_blocks_of_any_page_quote_its_text_and_carry_nothing_invisible(body: str) -> None:
    document = parse_string(f"<html><body><p>{THIRD}</p>{body}", Hints(), html=True)
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(document.text)
        assert not document.text[position : block.start].strip()
        position = block.end
    assert not set(document.text) & set("\u202e\u200b\u00ad\u00a0\u0000")


def test_a_term_and_its_description_are_one_line() -> None:
    terms = "<dl><dt>Care leavers</dt><dd>Inadequate</dd><dt>Leaders:</dt><dd>Good</dd></dl>"
    found = readable(read(page(f"<p>{LEAD}</p>{terms}<p>{SECOND}</p><p>{THIRD}</p>")))
    assert "Care leavers: Inadequate" in found
    assert "Leaders: Good" in found


def test_words_for_screen_readers_are_out() -> None:
    link = "<a href=x>Exampleshire Council<span class='visually-hidden'>, external</span></a>"
    found = readable(read(page(f"<p>{link} said that it accepts the findings.</p>{PARAGRAPHS}")))
    assert "Exampleshire Council said that it accepts the findings." in found


def test_an_article_goes_on_after_links_in_its_middle() -> None:
    links = f"<h4>Recommended reading</h4><ul><li><a href=x>{ELSEWHERE}</a></li></ul>"
    found = readable(read(page(f"<p>{LEAD}</p><p>{SECOND}</p>{links}<p>{THIRD}</p>")))
    assert found == [TITLE, LEAD, SECOND, THIRD]


def test_links_under_more_on_this_story_are_out() -> None:
    links = f"<h2>More on this story</h2><ul><li><p>{ELSEWHERE}</p><p>Published 5 May 2023</p></ul>"
    assert readable(read(page(PARAGRAPHS + links))) == [TITLE, LEAD, SECOND, THIRD]


def test_a_label_as_main_heading_is_not_the_title() -> None:
    text = (
        "<html><head><title>Agenda item - Ofsted report - Exampleshire Council</title></head>"
        f"<body><h1>Agenda item</h1><h2>Ofsted report</h2>{PARAGRAPHS}"
    )
    assert read(text).title == "Ofsted report"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Services in Hull - inadequate again", "Services in Hull - inadequate again"),
        ("Services in Hull inadequate - Example Gazette", "Services in Hull inadequate"),
        (
            "Services in Hull: what happens now? | Local | Example",
            "Services in Hull: what happens now?",
        ),
    ],
)
def test_only_a_sites_name_is_taken_off_a_title(title: str, expected: str) -> None:
    assert read(f"<html><head><title>{title}</title></head><body>{PARAGRAPHS}").title == expected


def test_a_page_on_which_the_search_for_main_text_fails_is_read_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_tree: object) -> list[tuple[str, BlockRole]]:
        raise ValueError

    monkeypatch.setattr("watcher.parse.html.main_parts", fail)
    assert LEAD in readable(read(page(PARAGRAPHS)))


@pytest.mark.parametrize("url", ["http://[broken", "//", "not an address"])
def test_an_address_that_is_none_does_no_harm(url: str) -> None:
    head = f"<link rel='canonical' href='{url}'><meta property='og:url' content='{url}'>"
    assert read(page(PARAGRAPHS, head), url=url).url == url


def test_a_relative_canonical_address_is_completed() -> None:
    meta = "<meta property='og:url' content='https://example.org/x'>"
    head = f"{meta}<link rel=canonical href='/news/1'>"
    assert read(page(PARAGRAPHS, head)).url == "https://example.org/news/1"


def test_a_table_in_a_figure_stays() -> None:
    table = "<table><tr><td>Leaders</td><td>Good</td></tr></table>"
    body = f"<p>{LEAD}</p><figure>{table}</figure><p>{SECOND}</p><p>{THIRD}</p>"
    assert "Leaders | Good" in readable(read(page(body)))


def test_a_page_wrapped_whole_in_an_aside_is_read() -> None:
    head = f"<html><head><title>{TITLE}</title></head>"
    text = f"{head}<body><aside>{PARAGRAPHS}</aside></body></html>"
    assert readable(read(text)) == [TITLE, LEAD, SECOND, THIRD]


def test_a_doubtful_name_does_not_lose_running_text() -> None:
    body = f"<div class='sidebar-layout overlay'>{PARAGRAPHS}</div>"
    assert readable(read(page(body))) == [TITLE, LEAD, SECOND, THIRD]


def test_scripts_of_a_page_too_deep_to_parse_are_not_read() -> None:
    deep = "<div>" * 5000
    text = f"<html><body><script>var x = 'Ofsted';</script>{deep}{PARAGRAPHS}<style>p {{}}</style>"
    lines = readable(read(text))
    assert lines == [LEAD, SECOND, THIRD]


CARD = "<h3><a href='/{0}'>Neighbourshire's services rated inadequate, part {0}</a></h3><p>{1}.</p>"


@pytest.mark.parametrize(
    "card",
    [
        "<div class='x'>{}</div>",
        "<li>{}</li>",
        "<div><div><div>{}<span>3 hours ago</span></div></div></div>",
        "<article>{}</article>",
    ],
)
def test_cards_of_other_stories_are_out_whatever_they_are_called(card: str) -> None:
    cards = "".join(card.format(CARD.format(number, ELSEWHERE)) for number in range(3))
    document = read(page(f"{PARAGRAPHS}<div class='y'>{cards}</div>"))
    assert readable(document) == [TITLE, LEAD, SECOND, THIRD]


def test_cards_whose_whole_face_is_a_link_are_out() -> None:
    face = "<li><a href='/{}'><h4>Neighbourshire rated inadequate today</h4></a><p>{}.</p></li>"
    cards = "".join(face.format(number, ELSEWHERE) for number in range(4))
    document = read(page(f"{PARAGRAPHS}<ul>{cards}</ul>"))
    assert readable(document) == [TITLE, LEAD, SECOND, THIRD]


def test_links_inside_the_text_make_no_cards() -> None:
    linked_in = "".join(
        f"<div><p><a href='/{number}'>The report of the inspectors</a> says so. {text}</p></div>"
        for number, text in enumerate((LEAD, SECOND, THIRD))
    )
    assert [LEAD in part for part in readable(read(page(linked_in)))][1]


def test_headlines_above_the_title_are_out() -> None:
    links = f"{ELSEWHERE}<br>New pool to open in autumn<br>Rain is to last all week"
    text = (
        f"<html><head><title>{TITLE}</title></head><body><table><tr><td>{links}</td>"
        f"<td><h1>{TITLE}</h1>{PARAGRAPHS}</td></tr></table></body></html>"
    )
    assert readable(read(text)) == [TITLE, LEAD, SECOND, THIRD]


def test_a_row_that_lays_out_an_e_mail_is_cut_into_its_lines() -> None:
    text = (
        f"<html><body><h1>{TITLE}</h1>{PARAGRAPHS}<table><tr><td><h2>Elsewhere</h2>"
        f"<h3>{ELSEWHERE}</h3><p>{SECOND}</p></td></tr></table></body></html>"
    )
    assert readable(read(text)) == [TITLE, LEAD, SECOND, THIRD]


def test_of_several_articles_the_one_under_the_title_is_read() -> None:
    other = "".join(f"<p>{ELSEWHERE} in area {number}, for all to see.</p>" for number in range(20))
    text = (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{PARAGRAPHS}"
        f"</article><article><h2>Next story</h2>{other}</article></body></html>"
    )
    assert readable(read(text)) == [TITLE, LEAD, SECOND, THIRD]


@pytest.mark.parametrize("lead_in", ["See: {}", "Earlier: {}.", "<em>{}</em>", "• {}"])
def test_a_line_that_is_little_but_a_link_is_out(lead_in: str) -> None:
    line = lead_in.format(f"<a href='/x'>{ELSEWHERE}</a>")
    text = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>"
    document = read(f"{text}<p>{LEAD}</p><p>{line}</p><p>{SECOND}</p><p>{THIRD}</p></div>")
    assert readable(document) == [TITLE, LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    "entry",
    [
        "<h2><a href='/{0}'>{1}, part {0}</a></h2><p>{1}.</p>",
        "<div><a href='/{0}'>{1}, part {0}</a><br>{1}.<br>3 June 2026</div>",
        "<p><a href='/{0}'>{1}, part {0}</a><br>{1}.</p>",
    ],
)
def test_a_list_of_stories_is_none_of_them(entry: str) -> None:
    entries = "".join(entry.format(number, ELSEWHERE) for number in range(6))
    text = f"<html><head><title>Local news</title></head><body><main>{entries}</main></body></html>"
    assert not any(ELSEWHERE in part for part in readable(read(text)))


def test_sections_with_linked_headings_are_the_articles_own() -> None:
    section = (
        f"<h3><a href='/x{{}}'>What the inspectors said of it</a></h3><p>{LEAD}</p><p>{THIRD}</p>"
    )
    sections = "".join(section.format(number) for number in range(3))
    assert readable(read(page(f"<p>{SECOND}</p>{sections}"))).count(LEAD) == 3


def test_a_heading_is_the_title_where_the_head_names_only_the_site() -> None:
    head = "<title>BBC - Example</title><meta property='og:title' content='Example News'>"
    text = f"<html><head>{head}</head><body><main><h1>{TITLE}</h1>{PARAGRAPHS}</main></body></html>"
    assert read(text).title == TITLE

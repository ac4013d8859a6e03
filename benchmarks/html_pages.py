"""Make news pages for the benchmarks: an article in the middle of menus, scripts and links.

Every page differs, and the same number gives the same page. About 60 kB, a tenth of it article,
as on the sites of the regional press.
"""

from __future__ import annotations

import json
import random

_PLACES = ["Northshire", "Easton", "Westhaven", "Southmoor", "Midvale", "Kingsport", "Lowford"]
_OPENINGS = [
    "Children in {place} wait too long for help",
    "Social workers in {place} carry too many cases",
    "Managers in {place} do not look closely enough at the work of their teams",
    "Plans for children in {place} drift, and decisions come late",
    "Leaders in {place} know their service well and have a plan to mend it",
]
_INSPECTED = [
    "Ofsted has found after a focused visit in March",
    "inspectors said in a letter to the council",
    "the inspectorate said, rating the service inadequate",
    "according to the report, which rates overall effectiveness as requires improvement",
]
_ELSEWHERE = [
    "the club's chairman said after the match on Saturday",
    "according to the owners of the bakery, which opened in spring",
    "the rail company told its passengers on the platform",
    "said the gardener who grew the winning marrow",
]
_FILLER = [
    "The council said that it had begun to act and would report to its members in the autumn.",
    "A spokesman added that more people had been taken on since the turn of the year.",
    "Residents who came to the meeting asked when they would see a change.",
    "“We take this very seriously,” the leader said, “and we are not going to hide from it.”",
]


def make_page(number: int, *, inspected: bool = True) -> str:
    """Make one page; `inspected` says whether an inspectorate is named in it."""
    chance = random.Random(number)  # noqa: S311  (the same pages each time)
    place = chance.choice(_PLACES)
    title = chance.choice(_OPENINGS).format(place=place) + f", story {number}"
    body = "".join(_paragraph(chance, place, inspected=inspected) for _ in range(14))
    data = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": "2024-03-05"})
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
        f"<title>{title} | Gazette</title>"
        f"<meta property='og:site_name' content='Gazette'><style>{_css(chance)}</style>"
        f"<script>{_script(chance)}</script>"
        f"<script type='application/ld+json'>{data}</script></head>"
        f"<body class='single'><header><div class='logo'>Gazette</div>{_links(chance, 60)}</header>"
        f"<main><div class='layout'><div class='story-wrap'><h1>{title}</h1>"
        f"<div class='meta'>By A. Reporter <time datetime='2024-03-05'>5 March 2024</time></div>"
        f"<figure><img src='a.jpg' alt='x'><figcaption>The town hall. Picture: Staff</figcaption>"
        f"</figure>{body}</div><div class='sidebar'>{_links(chance, 40)}</div></div>"
        f"<section id='comments'><h2>4 comments</h2>{_comments(chance)}</section></main>"
        f"<footer>{_links(chance, 50)}</footer><script>{_script(chance)}</script></body></html>"
    )


def _paragraph(chance: random.Random, place: str, *, inspected: bool) -> str:
    opening = chance.choice(_OPENINGS).format(place=place)
    if not inspected:
        opening = f"The people of {place} were glad of it"
    ending = chance.choice(_INSPECTED if inspected else _ELSEWHERE)
    filler = " ".join(chance.sample(_FILLER, 2))
    return f"<p>{opening}, {ending}. {filler}</p>\n"


def _links(chance: random.Random, count: int) -> str:
    items = (
        f"<li class='item'><a href='/{chance.randrange(10**6)}'>Story of {chance.choice(_PLACES)} "
        f"number {chance.randrange(999)}</a></li>"
        for _ in range(count)
    )
    return f"<div class='list-wrap'><ul class='list'>{''.join(items)}</ul></div>"


def _comments(chance: random.Random) -> str:
    return "".join(
        f"<div class='comment'><b>Reader {n}</b><p>{chance.choice(_FILLER)}</p></div>"
        for n in range(4)
    )


def _css(chance: random.Random) -> str:
    rules = (
        f".c{n}{{margin:{chance.randrange(9)}px;padding:{chance.randrange(9)}px}}"
        for n in range(220)
    )
    return "".join(rules)


def _script(chance: random.Random) -> str:
    return "".join(f"var v{n}={{a:{chance.random()},b:'{'x' * 20}'}};" for n in range(220))

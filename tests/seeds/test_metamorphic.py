"""What may change in an article without changing what it says, and what may not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.seeds.conftest import SEEDS, Desk, facts
from watcher.app.reading import read_bytes, reading_context
from watcher.model.dates import PartialDate
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from watcher.model.finding import Reading

NAMES = tuple(sorted(path.name for path in SEEDS.iterdir()))
DATES = {"000": "2009-08-20", "001": "2013-10-15", "004": "2021-12-16"}

OTHERS = {
    "Barnsley": "Gateshead", "Bexley": "Havering", "Birmingham": "Coventry",
    "Blackpool": "Rotherham", "Bromley": "Sutton", "Buckinghamshire": "Oxfordshire",
    "Calderdale": "Kirklees", "Cambridgeshire": "Hertfordshire", "Cheshire East": "Wiltshire",
    "Cornwall": "Dudley", "Cumbria": "Lancashire", "Devon": "Nottinghamshire",
    "Doncaster": "Wakefield", "East Sussex": "West Sussex", "Enfield": "Haringey",
    "Greenwich": "Lambeth", "Herefordshire": "Shropshire", "Hillingdon": "Hackney",
    "Hounslow": "Ealing", "Isle of Wight": "Trafford", "Kingston upon Thames": "Barnet",
    "Leeds": "Bradford", "Medway": "Wigan", "Norfolk": "Suffolk",
    "North Yorkshire": "Lincolnshire", "Northamptonshire": "Gloucestershire",
    "Redbridge": "Camden", "Rochdale": "Oldham", "Sandwell": "Walsall", "Sheffield": "Sunderland",
    "Slough": "Luton", "Somerset": "Staffordshire", "South Gloucestershire": "North Tyneside",
    "Surrey": "Warwickshire", "Swindon": "Solihull", "Thurrock": "Torbay",
    "Warrington": "Knowsley", "Wolverhampton": "Stoke-on-Trent",
}  # fmt: skip
"""Each council of the articles, and one that none of them names."""


def read(name: str, text: str) -> Reading:
    date = DATES.get(name[:3])
    hints = Hints(
        path=name,
        published=PartialDate(date) if date else None,
        published_basis="config" if date else None,
    )
    return read_bytes(text.encode(), hints, reading_context())


def original(name: str) -> str:
    return (SEEDS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:3])
def test_the_findings_move_with_the_councils_names(name: str) -> None:
    text = original(name)
    names = sorted(OTHERS, key=len, reverse=True)
    pattern = re.compile("|".join(rf"\b{re.escape(one)}\b" for one in names))
    moved = read(
        name,
        pattern.sub(lambda found: OTHERS[found[0]], text).replace("South Glos ", "North Tyneside "),
    )
    expected = {(OTHERS[fact[0].split(" (")[0]], *fact[1:]) for fact in facts(read(name, text))}
    assert facts(moved) == expected


FURNITURE = {
    "a subscription box": "\n\nSubscribe today\n\nFrom £15 / month\n\nGet unlimited access to "
    "every inspection report, including councils rated inadequate.\n\nSubscribe",
    "an accusing comment": "\n\n2 comments\n\n1. Angry Parent March 3, 2024 at 9:12 am\n\n"
    "Essex council's children's services are inadequate and Ofsted should have said so. "
    "Kent is a disgrace and requires improvement too.\n\nReply",
    "a school in the same town": "\n\nMeanwhile Park Lane Primary School in Swindon was told "
    "by Ofsted last week that its teaching requires improvement, down from good.",
    "related links": "\n\nMore like this\n\nEssex children's services rated inadequate\n\n"
    "Kent council served with improvement notice",
}


@pytest.mark.parametrize("furniture", FURNITURE.values(), ids=FURNITURE.keys())
@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:3])
def test_what_is_no_part_of_the_article_changes_nothing(name: str, furniture: str) -> None:
    text = original(name)
    assert facts(read(name, text + furniture)) == facts(read(name, text))


def test_an_article_of_an_older_year_behind_a_newer_state_alerts_nothing(desk: Desk) -> None:
    swindon = next(name for name in NAMES if name.startswith("002"))
    desk.put(swindon)
    assert len(desk.check().alerts) == 1
    older = original(swindon).replace("May 18, 2018", "May 18, 2012").replace("in 2014", "in 2008")
    desk.put("older.txt", older)
    report = desk.check()
    assert (report.sources[0].new, report.alerts, report.held) == (1, (), ())
    with desk.store() as store:
        assert [event.late for event in store.events.all() if event.published.text[:4] == "2012"]
        assert all(e.late for e in store.events.all() if e.published.text[:4] == "2012")


def test_an_older_list_behind_newer_visits_alerts_nothing_of_them(desk: Desk) -> None:
    for name in NAMES:
        desk.put(name)
    desk.check()
    listing = next(name for name in NAMES if name.startswith("000"))
    desk.put("older.txt", "Thursday, March 5, 2009\n\n" + original(listing))
    assert desk.check().alerts == ()

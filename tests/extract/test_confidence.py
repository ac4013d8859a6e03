"""How sure a finding is: a number that keeps its word on articles with known answers."""

from __future__ import annotations

import calendar
import functools
import json
import math
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.helpers import parsed
from watcher.app.reading import reading_context
from watcher.errors import ReferenceDataError
from watcher.extract import draft_findings, extract
from watcher.extract.confidence import UNLIKELY, Scales, features, probability, traits_of, weigh
from watcher.extract.context import ExtractContext
from watcher.extract.lexicon import Wording
from watcher.model.vocabulary import (
    GRADES,
    SEND_OUTCOMES,
    Kind,
    Outcome,
    Role,
    Severity,
)
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints
from watcher.reference.lexicon import load_lexicon, read_weights, read_wording

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
HARD = GRADES | SEND_OUTCOMES | {Outcome.PRIORITY_ACTION}
STORY = "Ofsted has rated children's services at Rutland County Council inadequate."


@functools.cache
def weighed() -> tuple[tuple[float, bool], ...]:
    """Give confidence and truth of every finding of the labelled set, the unlikely included."""
    pairs: list[tuple[float, bool]] = []
    for path in sorted(CORPUS.glob("[ab]_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if not row["labels"]["debatable"] and row.get("text"):
                pairs += _of(row)
    return tuple(pairs)


def _of(row: dict[str, Any]) -> list[tuple[float, bool]]:
    page, drafts = draft_findings(
        parsed(row["text"], row.get("title") or "", row.get("published")), reading_context()
    )
    if page is None:
        return []
    labels = row["labels"]["findings"]
    gold = {(f["council"], f["outcome"]) for f in labels if f["role"] == "news"}
    known = {council for council, _ in gold}
    scales = Scales(page)
    pairs: list[tuple[float, bool]] = []
    for draft in drafts:
        finding = draft.finding
        name = re.sub(r" \(.*\)$", "", finding.council.name)
        loud = finding.severity is not None and finding.severity >= Severity.MEDIUM
        if finding.role is not Role.NEWS or finding.kind is Kind.INTERVENTION:
            continue
        right = name in known
        if loud or finding.outcome in HARD:
            right = name in row["labels"]["adverse"] if loud else (name, finding.outcome) in gold
        pairs.append((scales.sure(draft)[0], right))
    return pairs


def test_confidence_means_what_it_says_on_the_labelled_set() -> None:
    pairs = weighed()
    assert len(pairs) > 200
    expected, found = sum(p for p, _ in pairs), sum(right for _, right in pairs)
    assert abs(expected - found) / len(pairs) < 0.12


def test_surer_findings_are_right_more_often() -> None:
    pairs = sorted(weighed())
    third = len(pairs) // 3
    low, high = pairs[:third], pairs[-third:]
    assert sum(r for _, r in high) / third > sum(r for _, r in low) / third + 0.2


def test_the_surest_are_nearly_always_right() -> None:
    sure = [right for p, right in weighed() if p >= 0.9]
    assert len(sure) > 30
    assert sum(sure) / len(sure) >= 0.85


def context(intercept: float, threshold: float = 0.5) -> ExtractContext:
    """Give a reader that is as sure of everything as the intercept says."""
    base = reading_context()
    return ExtractContext(
        register=base.register,
        rulebook=base.rulebook,
        lexicon=replace(base.lexicon, weights={"intercept": intercept}, wording=Wording()),
        threshold=threshold,
    )


def test_a_doubtful_finding_is_held_and_does_not_alert() -> None:
    (finding,) = extract(parsed(STORY, "", "2024-05-01"), context(-0.5)).findings
    assert finding.held
    assert not finding.adverse
    assert finding.confidence == pytest.approx(1 / (1 + math.exp(0.5)), abs=0.001)


def test_the_same_finding_alerts_under_a_lower_threshold() -> None:
    reading = extract(parsed(STORY, "", "2024-05-01"), context(-0.5, threshold=0.3))
    assert [f.held for f in reading.findings] == [False]
    assert [f.adverse for f in reading.findings] == [True]


def test_an_unlikely_finding_is_a_rejection_with_its_council_and_quote() -> None:
    reading = extract(parsed(STORY, "", "2024-05-01"), context(-3.0))
    assert reading.findings == ()
    (rejection,) = [r for r in reading.rejections if r.stage == "confidence"]
    assert rejection.council is not None
    assert (rejection.reason, rejection.council.name) == ("unlikely", "Rutland")
    assert rejection.quote == STORY


def test_what_is_recalled_is_neither_held_nor_weighed() -> None:
    text = "At its last inspection in 2016 children's services in Rutland were rated inadequate."
    page, drafts = draft_findings(parsed(text + " Ofsted", "", "2024-05-01"), context(-3.0))
    assert page is not None
    assert drafts
    findings, rejected = weigh(page, drafts)
    assert [f.held for f in findings] == [False] * len(drafts)
    assert rejected == ()


def test_nothing_weighs_nothing() -> None:
    page, _ = draft_findings(parsed(STORY), reading_context())
    assert page is not None
    assert weigh(page, ()) == ((), ())


@given(st.dictionaries(st.sampled_from("abc"), st.booleans()), st.floats(-50, 50))
def test_a_probability_is_one(facts: dict[str, bool], weight: float) -> None:
    weights = {"intercept": weight, "a": weight, "b": -weight}
    assert 0.0 < probability(facts, weights) < 1.0


def test_a_fact_that_speaks_for_a_finding_makes_it_surer() -> None:
    weights = {"intercept": 0.0, "named": 1.0}
    assert probability({"named": True}, weights) > probability({"named": False}, weights) == 0.5


def test_the_packaged_weights_know_every_fact_and_no_other() -> None:
    page, drafts = draft_findings(parsed(STORY, "Rutland inadequate"), reading_context())
    assert page is not None
    facts = features(page, traits_of(page), drafts[0])
    assert set(load_lexicon().weights) - {"intercept"} <= set(facts)


@pytest.mark.parametrize(
    "text", ["named = 1.0", 'intercept = "much"', "intercept = "], ids=["none", "word", "broken"]
)
def test_weights_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ReferenceDataError):
        read_weights(text)


def test_the_line_under_which_nothing_is_told_is_low() -> None:
    assert 0 < UNLIKELY < reading_context().threshold


def test_a_round_up_names_its_councils_at_the_head_of_its_lines() -> None:
    said = (
        "The latest results of Ofsted's inspections are below.\n\nOur reporters brought them"
        " together.\n\nMore will come in the autumn.\n\nThe next are due soon.\n\n"
        "DUDLEY - inadequate (was: adequate)\n\nMEDWAY - inadequate (was: adequate)\n\n"
        "LEWISHAM - requires improvement (was: good)"
    )
    document = parsed(said, "Round-up: the results", "2016-06-29")
    page, drafts = draft_findings(document, reading_context())
    assert page is not None
    traits = traits_of(page)
    led = {d.council.name for d in drafts if features(page, traits, d)["council_in_lead"]}
    assert led == {"Dudley", "Medway", "Lewisham"}


@pytest.mark.parametrize(
    ("site", "held"), [("www.barnsleychronicle.com", False), ("www.thechronicle.com", True)]
)
def test_a_page_without_a_name_is_of_the_place_that_its_site_is_for(site: str, held: bool) -> None:  # noqa: FBT001
    said = (
        "The service was rated inadequate by Ofsted, whose report on services for children came"
        " out today."
    )
    hints = Hints(title="Ofsted report is out", url=f"https://{site}/a/1")
    findings = extract(parse_string(said, hints), reading_context()).findings
    assert bool([f for f in findings if not f.held]) is not held


HEADLINE = "Inspectors find children's services in Rutland inadequate"


def worded(wording: Wording, intercept: float = 0.0, threshold: float = 0.5) -> ExtractContext:
    """Give a reader of no facts that weighs the words given."""
    base = context(intercept, threshold)
    return replace(base, lexicon=replace(base.lexicon, wording=wording))


def sureness(text: str, wording: Wording, title: str = HEADLINE, **given: float) -> float:
    """Give how sure a reader that weighs only these words is of the grade in a text."""
    reading = extract(parsed(text, title, "2024-05-01"), worded(wording, **given))
    return max(f.confidence for f in reading.findings if f.outcome is Outcome.INADEQUATE)


LONG = (
    "Ofsted has rated children's services at Rutland County Council inadequate after an inspection"
    " in spring. The report of the inspectors, which was published this morning, says that leaders"
    " did not know well enough how children were doing. Too many waited for help, plans were not"
    " followed and staff were changing all the time. The council has said that it accepts all of"
    " it, and that work to put things right had begun before the inspectors came to look at it."
)


def test_words_of_headline_lead_and_sentence_count_each_by_itself() -> None:
    assert sureness(LONG, Wording()) == 0.5
    assert sureness(LONG, Wording(title={"find": 1.0})) > 0.7
    assert sureness(LONG, Wording(lead={"published": 1.0})) > 0.7
    assert sureness(LONG, Wording(sentence={"rated": -1.0, "find": -1.0})) < 0.3
    assert sureness(LONG, Wording(lead={"find": 1.0}, title={"published": 1.0})) == 0.5


def test_a_word_with_a_capital_counts_in_a_headline_only() -> None:
    assert sureness(LONG, Wording(lead={"too": 1.0, "rutland": 1.0})) == 0.5
    assert sureness(LONG, Wording(title={"inspectors": 1.0})) > 0.7


def test_words_count_for_less_in_a_text_of_few() -> None:
    wording = Wording(intercept=2.0)
    assert 0.5 < sureness(STORY, wording, "") < sureness(LONG, wording)


def test_words_count_only_for_what_would_alert() -> None:
    text = LONG.replace("inadequate", "good")
    wording = Wording(intercept=-9.0)
    reading = extract(parsed(text, HEADLINE.replace("inadequate", "good")), worded(wording))
    assert {f.confidence for f in reading.findings if f.outcome is Outcome.GOOD} == {0.5}


def test_what_words_speak_against_is_held_and_not_dropped() -> None:
    reading = extract(parsed(LONG, HEADLINE, "2024-05-01"), worded(Wording(intercept=-9.0)))
    assert {(f.held, f.adverse) for f in reading.findings} == {(True, False)}


def test_words_save_the_unlikely_where_they_make_it_likelier() -> None:
    document = parsed(LONG, HEADLINE, "2024-05-01")
    nothing = extract(document, worded(Wording(intercept=-0.5), intercept=-1.0))
    little = extract(document, worded(Wording(intercept=0.5), intercept=-1.0))
    much = extract(document, worded(Wording(intercept=4.0), intercept=-1.0))
    hopeless = extract(document, worded(Wording(intercept=9.0), intercept=-2.0))
    assert [f for f in nothing.findings if f.outcome is Outcome.INADEQUATE] == []
    assert [f.held for f in little.findings if f.outcome is Outcome.INADEQUATE] == [True]
    assert [f.held for f in much.findings if f.outcome is Outcome.INADEQUATE] == [False]
    assert [f for f in hopeless.findings if f.outcome is Outcome.INADEQUATE] == []


def test_the_packaged_words_name_no_council_and_no_date() -> None:
    wording = load_lexicon().wording
    words = {*wording.title, *wording.lead, *wording.sentence}
    names = {one.short_name.lower() for one in reading_context().register.councils}
    assert len(words) > 300
    assert words.isdisjoint(names | {month.lower() for month in calendar.month_name[1:]})
    assert all(word.isalpha() for word in words)


def test_the_packaged_words_know_no_fact_that_is_none() -> None:
    page, drafts = draft_findings(parsed(STORY, "Rutland inadequate"), reading_context())
    assert page is not None
    assert set(load_lexicon().wording.facts) <= set(features(page, traits_of(page), drafts[0]))


@pytest.mark.parametrize(
    "text",
    [
        "intercept = 1.0\n[facts]\n[title]\n[lead]\n",
        "[facts]\n[title]\n[lead]\n[sentence]\n",
        "intercept = 1.0\nfacts = 2\n[title]\n[lead]\n[sentence]\n",
        "intercept = 1.0\n[facts]\n[title]\na = 'b'\n[lead]\n[sentence]\n",
        "intercept = 1.0\n[facts]\n[title]\n[lead]\n[sentence]\n[tail]\n",
        "intercept = ",
    ],
    ids=["missing", "no intercept", "no table", "no number", "unknown", "broken"],
)
def test_words_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ReferenceDataError):
        read_wording(text)

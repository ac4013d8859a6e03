"""How sure a finding is: a few plain facts about it, weighed as labelled articles teach.

The facts are yes or no; their weights (logistic regression) stand in `data/confidence.toml`,
made by `scripts/calibrate.py` from the labelled set, so that of a hundred findings with
confidence 0.9 about ninety are right.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING

from watcher.extract.beside import set_beside
from watcher.extract.cases import is_number
from watcher.extract.choose import INSUFFICIENT, SUFFICIENT, WEAKNESS
from watcher.extract.drafts import BACKGROUND_CONFIDENCE
from watcher.extract.facts import about_claims, about_outcome
from watcher.extract.fronts import labelled, openers
from watcher.extract.hearsay import HEARSAY, is_hearsay
from watcher.extract.host import host_council, local_council
from watcher.extract.page import TITLES
from watcher.extract.recency import past_beside
from watcher.extract.segment import NOTHING
from watcher.extract.wording import BAD, Tone
from watcher.model.document import BlockRole
from watcher.model.finding import Rejection
from watcher.model.vocabulary import GRADES, NEWS, SEND_OUTCOMES, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from watcher.extract.drafts import Draft
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.model.finding import Finding

_LEAD = 4
_MANY = 6
_LIST = 3
_TEASER_WORDS = 16
_LATE = 0.6
_IDLE = frozenset(
    "be pronoun neg pseudo hyp stop past now same move marking downwards ordered toimprove hasty"
    " speaker wrong freeing unable charge beingbad work".split()
)
"""A sentence with nothing else says nothing that matters, so its place counts for nothing."""

_OTHERS = frozenset({"other", "cqc"})
_SERVICES = frozenset({"service"})
_JUDGING = frozenset({"judge", "inspectorate", "kind"})
_OUTCOMES = frozenset({"grade", "signal", "send", "down", "up", "lose", "negative", "positive"})
_SPEAKING = _OUTCOMES | _JUDGING
_BLAMING = frozenset({"signal", "negative", "down"})
_PRAISING = frozenset({"positive", "up"})
_TWICE = 2

UNLIKELY = 0.3
"""News less sure than this is not told at all, not even held."""

HOPELESS = 0.2
"""News that facts make less sure than this no words can save."""

MILD = frozenset({Outcome.POSITIVE, Outcome.MIXED, Outcome.PROGRESS, Outcome.NO_PRIORITY_ACTION})
"""Outcomes without a grade that can alarm nobody: they are kept however doubtful."""


@dataclass(slots=True, eq=False, kw_only=True)
class Traits:
    """What is true of a page, whatever the finding. Never changed once made."""

    titled: frozenset[str]
    nearby: frozenset[str]
    """Whose place a site is for, where a page names nobody: enough for an outcome, not for less."""
    lead: frozenset[str]
    named: int
    lead_end: int
    opening: Sequence[Sentence]
    """The sentences of the lead."""
    telling: Sequence[Sentence]
    table: bool
    bodies: frozenset[str]
    facts: Mapping[str, bool]
    """What the confidence of every finding rests on alike."""


def traits_of(page: Page) -> Traits:
    """Look at a page once."""
    titles = page.titles
    telling = [s for s in page.sentences if not s.classes <= _IDLE]
    lead = [s for s in telling[: len(titles) + _LEAD] if s.role not in TITLES][:_LEAD]
    text = page.document.text
    asking = True in [text[s.end - 1] == "?" for s in titles]
    joint = "cqc" in page.classes and _joint(page)
    bodies = frozenset({"other"}) if joint else _OTHERS
    title_classes = NOTHING.union(*[s.classes for s in titles])
    lead_classes = NOTHING.union(*[s.classes for s in lead])
    return Traits(
        titled=_codes(page, titles) or _own(page),
        nearby=_nearby(page),
        lead=_codes(page, lead if asking else [*lead, *labelled(page), *openers(page, lead)]),
        named=len(_codes(page, page.having("council"))),
        lead_end=lead[-1].index + 1 if lead else len(titles),
        opening=lead,
        telling=telling,
        bodies=bodies,
        table=sum(map(_row, page.having("grade"))) >= _ROWS,
        facts={
            "title_judges": not title_classes.isdisjoint(_OUTCOMES),
            "title_inspects": "inspectorate" in title_classes,
            "title_other": not title_classes.isdisjoint(bodies),
            "title_silent": title_classes.isdisjoint(_SPEAKING),
            "lead_judges": not lead_classes.isdisjoint(_OUTCOMES)
            and not lead_classes.isdisjoint(_JUDGING),
            "others_prevail": not page.classes.isdisjoint(bodies)
            and _count(page, bodies) > _count(page, _SERVICES),
            "asking": asking,
            "lead_blames": _sentences_of(_BLAMING, titles, lead) >= _TWICE,
            "lead_praises": not lead_classes.isdisjoint(_PRAISING)
            or not title_classes.isdisjoint(_PRAISING),
        },
    )


def _sentences_of(classes: frozenset[str], *groups: Sequence[Sentence]) -> int:
    """Count sentences that have a phrase of some classes."""
    return sum([not one.classes.isdisjoint(classes) for group in groups for one in group])


def _own(page: Page) -> frozenset[str]:
    """Give the council on whose website a page stands: its headlines need not name it."""
    return _lineages(page, host_council(page))


def _nearby(page: Page) -> frozenset[str]:
    """Give the council for whose place a site is, where the page names none at all."""
    return _lineages(page, None if "council" in page.classes else local_council(page))


def _lineages(page: Page, name: str | None) -> frozenset[str]:
    if name is None:
        return frozenset()
    by_code = page.context.register.by_code
    return frozenset([by_code[code].lineage for code in page.context.automaton.names[name].codes])


def _count(page: Page, classes: frozenset[str]) -> int:
    """Count the hits of some classes."""
    return sum(
        [
            hit.cls == cls
            for cls in classes
            for sentence in page.having(cls)
            for hit in sentence.hits
        ]
    )


def _joint(page: Page) -> bool:
    """Tell whether a page is about an inspection that the CQC carries out with Ofsted."""
    if "send" in page.classes or "kind" not in page.classes:
        return "send" in page.classes
    return any(h.cls == "kind" and h.value in _JOINTLY for s in page.having("kind") for h in s.hits)


_JOINTLY = frozenset({"area_send", "jtai"})


def _row(sentence: Sentence) -> bool:
    """Tell whether a sentence is a judgement and its grade, and nothing else."""
    classes = sentence.classes
    if "grade" not in classes or sentence.last - sentence.first > _ROW_WORDS:
        return False
    if _NAMED.isdisjoint(classes) or not classes <= _OF_ROWS:
        return False
    return [h.cls for h in sentence.hits].count("grade") == 1


_ROWS = 3
"""So many judgements with their grades, one a line, are an inspection's result."""

_ROW_WORDS = 20
_NAMED = frozenset({"area", "overall"})
_OF_ROWS = _IDLE | _NAMED | {"grade", "service", "rating", "weak"}


def _codes(page: Page, sentences: Iterable[Sentence]) -> frozenset[str]:
    """Give the lines of the councils that sentences name."""
    names = page.context.automaton.names
    lineage = page.context.register.by_code
    forms = {
        hit.value
        for sentence in sentences
        if "council" in sentence.classes
        for hit in sentence.hits
        if hit.cls == "council"
    }
    return frozenset([lineage[code].lineage for form in forms for code in names[form].codes])


def features(page: Page, traits: Traits, draft: Draft) -> dict[str, bool]:
    """Give the facts about a finding that its confidence rests on."""
    best = draft.best
    mine = page.sentences[best.sentence]
    classes = mine.classes
    return {
        **_about_council(page, traits, draft, mine),
        **_about_sentence(page, traits, mine, classes),
        "past_in_sentence": "past" in classes and past_beside(page.words, mine, best.word),
        **(_NOTHING_AMISS if best.timeless or _row_of_moves(mine) else {}),
        **about_outcome(draft),
        **about_claims(page, traits.lead_end, draft.claims),
        "dated": best.dated is not None,
        "weak": best.strength < 1,
        "failings_named": draft.outcome is Outcome.WEAKNESSES and best.rule in _NAMING,
        "counted": best.rule in _COUNTING,
        **traits.facts,
    }


_NAMING = frozenset({"signal.weaknesses.apart", "send.systemic", WEAKNESS})
"""Rules for failings that are called so; what else is weak is told by what happens to children."""

_COUNTING = frozenset({SUFFICIENT, INSUFFICIENT})

_SURE = GRADES | SEND_OUTCOMES


def _about_council(page: Page, traits: Traits, draft: Draft, sentence: Sentence) -> dict[str, bool]:
    mine = draft.council.lineage
    titled = traits.titled
    if not titled and draft.outcome in _SURE:
        titled = traits.nearby
    beside = mine not in titled and set_beside(page, draft, sentence)
    return {
        "council_in_title": mine in titled,
        "council_in_lead": mine in traits.lead,
        "title_names_others": bool(titled) and mine not in titled and not beside,
        "stranger": traits.named != 1
        and mine not in titled
        and mine not in traits.lead
        and not (draft.best.timeless or beside),
        "only_council": traits.named == 1,
        "many_councils": traits.named >= _MANY,
    }


_NOTHING_AMISS = dict.fromkeys(("past_in_sentence", "heading", "teaser", "late"), False)
"""What speaks against a sentence, but not against a line that only lists."""


def _row_of_moves(sentence: Sentence) -> bool:
    """Tell whether a line is no more than a council, its grade and the one that it had before."""
    if "grade" not in sentence.classes or not sentence.classes <= _OF_MOVES:
        return False
    short = sentence.last - sentence.first <= _ROW_WORDS
    return short and [hit.cls for hit in sentence.hits].count("grade") == _PAIR


_PAIR = 2
_OF_MOVES = frozenset("council generic grade rating overall up down past".split())

_EARLY = 3
_index = attrgetter("index")


def _about_sentence(
    page: Page, traits: Traits, sentence: Sentence, classes: frozenset[str]
) -> dict[str, bool]:
    closed = page.document.text[sentence.end - 1] in ".!\"'”’)"
    words = sentence.last - sentence.first
    listed = "council" in classes and [h.cls for h in sentence.hits].count("council") >= _LIST
    listed = listed or ("one" in sentence.said and _one_of_so_many(page, sentence))
    plain = sentence.role not in TITLES
    row = _row(sentence)
    return {
        "judged_in_sentence": "judge" in classes,
        "inspected_in_sentence": not classes.isdisjoint(_INSPECTING),
        "service_in_sentence": not classes.isdisjoint(_SERVING),
        "guess_in_sentence": "hyp" in classes,
        "other_in_sentence": not classes.isdisjoint(traits.bodies),
        "list_of_councils": listed,
        "list_item": sentence.role in {BlockRole.LIST_ITEM, BlockRole.TABLE_ROW},
        "heading": sentence.role is BlockRole.HEADING,
        "teaser": plain and not row and not closed and words <= _TEASER_WORDS and not listed,
        "row": row and not traits.table,
        "row_of_table": row and traits.table,
        "late": not row
        and bisect_left(traits.telling, sentence.index, key=_index)
        > max(_EARLY, _LATE * len(traits.telling)),
        "said_in_full": "send" in classes and [h.cls for h in sentence.hits].count("send") > 1,
        "quotation": page.document.text[sentence.start] in "\"'“‘",
    }


def _one_of_so_many(page: Page, sentence: Sentence) -> bool:
    """Tell whether a council is said to be of those listed: `Kent is one of the seven that`."""
    low = page.words.words
    return any(
        hit.cls == "council" and low[word : word + 4] in _ONE_OF and is_number(low[word + 4])
        for hit in sentence.hits
        for word in range(hit.last + 1, min(hit.last + _NEXT, sentence.last - 4))
    )


_ONE_OF = (["is", "one", "of", "the"], ["was", "one", "of", "the"])
_NEXT = 4
_INSPECTING = frozenset({"inspectorate", "kind"})
_SERVING = frozenset({"service", "generic", "area"})


def probability(facts: Mapping[str, bool], weights: Mapping[str, float]) -> float:
    """Weigh facts: the logistic of the sum of the weights of those that hold."""
    return _logistic(_log_odds(compress(facts, facts.values()), weights))


def _log_odds(holding: Iterable[str], weights: Mapping[str, float]) -> float:
    return weights["intercept"] + sum(filter(None, map(weights.get, holding)))


def _logistic(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


class Scales:
    """Says how sure the findings of one page are; findings that would alert by their words too."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.traits = traits_of(page)
        self._tone: Tone | None = None

    def sure(self, draft: Draft) -> tuple[float, bool]:
        """Give how sure a finding is, from 0 to 1, and whether it is too unlikely to be told.

        Words alone make nothing unlikely: what they speak against is held. They save what is
        unlikely by the facts where they make it likelier, and never what is `HOPELESS`.
        """
        facts = features(self.page, self.traits, draft)
        holding = list(compress(facts, facts.values()))
        odds = _log_odds(holding, self.page.context.lexicon.weights)
        plain = sure = round(_logistic(odds), 3)
        if draft.alarming and draft.outcome in BAD:
            if self._tone is None:
                self._tone = Tone(self.page, self.traits.opening)
            added = self._tone.of(self.page.sentences[draft.best.sentence], holding)
            sure = round(_logistic(odds + added), 3)
        if is_hearsay(self.page, draft.claims):
            sure = min(sure, HEARSAY)
        unlikely = plain < HOPELESS or max(plain, sure) < UNLIKELY
        return sure, unlikely and draft.outcome not in MILD


def weigh(page: Page, drafts: Sequence[Draft]) -> tuple[tuple[Finding, ...], tuple[Rejection, ...]]:
    """Say how sure each finding is; hold what is doubtful, drop what is unlikely."""
    if not drafts:
        return (), ()
    scales = Scales(page)
    findings: list[Finding] = []
    rejected: list[Rejection] = []
    for draft in drafts:
        if draft.role is not NEWS:
            findings.append(draft.weighed(BACKGROUND_CONFIDENCE))
            continue
        sure, unlikely = scales.sure(draft)
        if unlikely:
            rejected.append(_unlikely(draft))
            continue
        held = sure < page.context.threshold and draft.outcome not in MILD
        findings.append(draft.weighed(sure, held=held))
    return tuple(findings), tuple(rejected)


def _unlikely(draft: Draft) -> Rejection:
    return Rejection(
        stage="confidence",
        reason="unlikely",
        council=draft.council.ref,
        quote=draft.evidence[0].quote,
    )

"""What a headline tells: of a verdict, of plans, of people, of an inspection to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.complaints import complains
from watcher.extract.condemn import CONDEMNED
from watcher.extract.freshness import PAPERS
from watcher.extract.offers import ROUND_UP
from watcher.extract.segment import NOTHING
from watcher.extract.wanted import is_wanted
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit

LEAD = 4
"""Sentences behind the headline that tell what a page is about."""


OUTCOME = frozenset(
    "grade signal send sendweak judge rating down up negative positive lose same kind".split()
)
"""Phrases with which a headline tells of an outcome."""


@dataclass(slots=True, eq=False)
class Headline:
    """The headline with which a page opens, and the claims of the whole page.

    Never changed once made.
    """

    page: Page
    claims: list[Claim]
    end: int
    classes: frozenset[str]
    hits: tuple[Hit, ...]
    words: frozenset[str]

    def own(self) -> Iterator[Claim]:
        """Give the claims that the headline makes."""
        return (claim for claim in self.claims if claim.sentence < self.end)


def read_headline(page: Page, claims: list[Claim]) -> Headline:
    """Gather what the headline of a page has; without one, `end` is 0."""
    title = [s for s in page.titles if s.index < _TOP and s.role is BlockRole.TITLE]
    if len(title) == 1:
        only = title[0]
        return Headline(page, claims, only.index + 1, only.classes, only.hits, only.said)
    classes = NOTHING.union(*[sentence.classes for sentence in title])
    said = NOTHING.union(*[sentence.said for sentence in title])
    hits = tuple([hit for sentence in title for hit in sentence.hits])
    return Headline(page, claims, title[-1].index + 1 if title else 0, classes, hits, said)


_TOP = 6
"""The headline is among the first sentences."""


def told_early(title: Headline) -> bool:
    """Tell whether headline or lead say what was found, or the headline that they will."""
    if "kind" in title.classes and not _ANNOUNCING.isdisjoint(title.words):
        return True
    lead = LEAD + len(title.page.titles)
    return any(
        c.sentence < lead and (c.perfect or not c.past) and not c.status and c.negated is None
        for c in title.claims
    )


_ANNOUNCING = frozenset({"outcome", "outcomes", "findings", "result", "results", "feedback"})


def exists(title: Headline) -> bool:
    """Tell a statement of action that exists from one that must be written."""
    return _DEMANDS.isdisjoint(title.words)


_DEMANDS = frozenset(
    "must required requires require needed needs need ordered orders ordering told tells order"
    " demand demands demanded demanding wants asks asked calls called instructed forced to after"
    " following over says say issued failing failings weaknesses critical report has have another"
    " new fresh second latest joins".split()
)


def called_by_grade(title: Headline) -> bool:
    """Tell whether a headline calls a council by its grade."""
    return any(claim.status for claim in title.own())


def without_verdict(title: Headline) -> bool:
    """Tell whether a headline gives no council a grade: `Have your say: Leeds rated good` does."""
    named = "council" in title.classes
    return not (named and any(c.outcome in GRADES and _is_asserted(c) for c in title.own()))


def of_no_round(title: Headline) -> bool:
    """Tell whether a headline is not one over the reports of several councils."""
    return title.words.isdisjoint(ROUND_UP) or not title.words.isdisjoint(_TURNING)


def of_a_visit_to_come(title: Headline) -> bool:
    """Tell whether a headline that speaks of a visit to come has neither reports nor a verdict.

    `Inspectors return to Leeds` may head what they will do as well as what they found.
    """
    if not (of_no_round(title) and without_verdict(title)):
        return False
    low = title.page.words.words
    coming = {low[hit.first] for hit in title.hits if hit.cls == "coming"}
    return not (coming and coming <= _PRESENT and _found_in_lead(title))


_PRESENT = frozenset({"return", "returns", "come", "is", "are", "arrive", "arrives"})


def _found_in_lead(title: Headline) -> bool:
    """Tell whether the lead says what inspectors found on a visit, and not long ago."""
    lead = title.page.sentences[title.end : title.end + LEAD]
    named = any("kind" in one.classes for one in lead)
    return any(
        title.end <= c.sentence < title.end + LEAD
        and (named or c.outcome is Outcome.INSUFFICIENT_PROGRESS)
        and not (c.past or c.status or c.known)
        and c.negated is None
        for c in title.claims
    )


def elsewhere(title: Headline) -> bool:
    """Tell whether a page is about something else."""
    if not of_no_round(title):
        return False
    if _aside(title) and _of_one(title) and not _tallies(title):
        return True
    if "adopting" in title.classes and _adopts(title):
        return True
    if _undecided(title):
        return True
    if not _of_plans(title):
        return False
    if title.classes & _FINDING or _asserts(title):
        return False
    return not (_answers(title) or _led_by_report(title))


def _tallies(title: Headline) -> bool:
    """Tell whether a headline says how little is mended: `fails to fix four of five weaknesses`."""
    return any(c.outcome is Outcome.INSUFFICIENT_PROGRESS and _is_asserted(c) for c in title.own())


def hiring(title: Headline) -> bool:
    """Tell whether a headline is that of an employer who seeks people."""
    if "join" in title.words and not title.words.isdisjoint(_OURS):
        return True
    return not title.words.isdisjoint(_HIRING)


_OURS = frozenset({"us", "our"})
_HIRING = frozenset("introduction vacancy vacancies careers jobs recruiting apply".split())


def asked(title: Headline) -> bool:
    """Tell whether a page is a question to a minister: `To ask the Secretary of State`."""
    words = title.page.words.words
    return any(
        words[s.first + 1 : s.first + 2] == ["ask"] and words[s.first + 2 : s.first + 3] in _ASKED
        for s in title.page.sentences[: title.end + LEAD]
        if words[s.first] == "to"
    )


_ASKED = (["the"], ["his"], ["her"])


def _undecided(title: Headline) -> bool:
    """Tell whether a headline speaks of what is to be decided, or looked into, and no outcome."""
    if not title.words.isdisjoint(_LOOKING_INTO):
        return not _asserts(title)
    if title.words.isdisjoint(_DECIDING) or not title.words.isdisjoint(_REASONS):
        return False
    return title.classes.isdisjoint(OUTCOME | {"inspectorate", "act"})


_LOOKING_INTO = frozenset({"scrutinise", "scrutinised", "scrutinises", "scrutinising"})
_DECIDING = frozenset("decision decide decides deciding future fate next".split())


_TURNING = frozenset({"turn", "turns", "turned", "turning"})


_FINDING = frozenset("signal send sendweak negative down up positive inspectorate kind".split())


def _aside(title: Headline) -> bool:
    """Tell whether headline and first sentence are of people and money, or of no children."""
    body = title.page.sentences[title.end :]
    lead = next((s for s in body if s.last - s.first > _SHORT and s.classes), None)
    if lead is None:
        return False
    if complains(title.page.words, title.hits, title.words, lead):
        return False
    if "doc" in lead.classes and _VERDICT.isdisjoint(title.classes | lead.classes):
        return not _over_a_report(lead)
    if title.classes & _SPEAKING or title.words & _CHILDREN:
        return False
    if "area" in title.classes and title.words & PAPERS:
        return False
    return lead.classes.isdisjoint(_SPEAKING - {"service"}) and not _reported(lead)


def _over_a_report(lead: Sentence) -> bool:
    """Tell whether a lead answers a bad report: `must go now that a damning report is out`."""
    if "negative" not in lead.classes or "past" in lead.classes or "service" not in lead.classes:
        return False
    return not lead.said.isdisjoint(PAPERS) and not lead.said.isdisjoint(_UPON_IT | {"now"})


def _reported(lead: Sentence) -> bool:
    """Tell whether a lead says what a report found: `a report calls SEND chaotic`."""
    if "area" not in lead.classes or lead.said.isdisjoint(_REPORTS):
        return False
    return not lead.said.isdisjoint(_SAYING) and lead.said.isdisjoint(_TO_COUNCILLORS)


_REPORTS = frozenset({"report", "letter"})
_SAYING = frozenset(
    "said says found finds revealed reveals concluded concludes called calls describes described"
    " bare warns warned cautions cautioned highlights highlighted exposed exposes".split()
)
_TO_COUNCILLORS = frozenset("councillors cabinet committee panel will would plans".split())


_VERDICT = frozenset("inspectorate kind grade rating judge signal send sendweak lose down".split())
_SHORT = 8
_IDLE = frozenset({"speaker", "wrong"})
_SPEAKING = (_FINDING - {"up", "down"}) | {"grade", "rating", "lose", "service", "act"}
_CHILDREN = frozenset({"child", "children", "childrens", "ofsted", "youngsters", "kids"})


def _of_one(title: Headline) -> bool:
    """Tell whether everything that a page says is said of one council."""
    names = title.page.context.automaton.names
    return len({names[form].codes for claim in title.claims for form in claim.councils}) == 1


def _of_plans(title: Headline) -> bool:
    """Tell whether a headline speaks of people, money, plans, or of who is to run what."""
    if "doc" in title.classes or (title.classes & {"weak", "hyp"} and title.words & _PLANS):
        return True
    helps = "bystander" in title.classes
    helps = helps and any(h.cls == "bystander" and h.value == "after" for h in title.hits)
    return helps and sum(h.cls == "council" for h in title.hits) > 1


def _adopts(title: Headline) -> bool:
    """Tell whether a headline says that a plan is made or agreed, and gives no new grade."""
    if any(c.outcome in GRADES and not (c.status or c.past or c.known) for c in title.own()):
        return False
    if not _FOUND.isdisjoint(title.words) and not title.classes.isdisjoint(_INSPECTING):
        return False
    if any(hit.value == "adopting" for hit in title.hits):
        return not title.words.isdisjoint(_PLANS) or any(map(_is_sum, title.words))
    return not title.words.isdisjoint(_AFTERWARDS)


def _is_sum(word: str) -> bool:
    """Tell whether a word is a sum of money: `10m`."""
    return word[-1] == "m" and word[0].isdecimal()


_FOUND = frozenset({"found", "finds"})
_AFTERWARDS = frozenset({"after", "following"})
_PLANS = frozenset("plan plans funding recruitment wanted budget strategy blueprint".split())


def _asserts(title: Headline) -> bool:
    """Tell whether a headline says something of a council that is neither known nor denied."""
    return any(map(_is_asserted, title.own()))


def _is_asserted(claim: Claim) -> bool:
    return claim.negated is None and not claim.status and not claim.past


def _answers(title: Headline) -> bool:
    """Tell whether a headline gives a report as the reason: `boss to quit over report`."""
    return bool(title.words & _REASONS and title.words & (PAPERS | _BLOWS))


def _led_by_report(title: Headline) -> bool:
    """Tell whether the lead gives a bad report as the reason: `quit after a damning report`."""
    lead = next((s for s in title.page.sentences[title.end :] if s.classes), None)
    if lead is None or "past" in lead.classes:
        return False
    inspected = not lead.classes.isdisjoint(_INSPECTING)
    if inspected and not (title.words.isdisjoint(_LACKING) or lead.said.isdisjoint(_SAYING)):
        return True
    if inspected and not lead.said.isdisjoint(_STILL):
        return any(_is_asserted(c) and c.sentence == lead.index for c in title.claims)
    if "negative" not in lead.classes:
        return False
    if lead.said.isdisjoint(_UPON_IT) or lead.said.isdisjoint(PAPERS):
        return False
    return inspected


_LACKING = frozenset("cannot unable struggling struggles failing fails lacks shortage lack".split())
_STILL = frozenset({"still", "continues", "continue", "again"})
_UPON_IT = frozenset({"after", "following", "over", "amid"})
_INSPECTING = frozenset({"inspectorate", "kind"})
_REASONS = frozenset({"after", "following", "over", "amid", "as", "blamed", "blame", "blames"})
_BLOWS = frozenset({"failing", "fail", "fails", "failed", "blow", "poor", "slammed", "ofsted"})


def unprompted(title: Headline) -> bool:
    """Tell what is done on its own from what a report brought about: `after a damning report`."""
    if any(hit.cls == "judge" and hit.value != _GOT for hit in title.hits):
        return False
    if speaks(title.page, next(hit for hit in title.hits if hit.cls in _ACTING)):
        return False
    if title.words.isdisjoint(_UPON) or not title.classes.isdisjoint(_PRAISING):
        return True
    values = {hit.value for hit in title.hits}
    blamed = not _BLAME.isdisjoint(values) and str(Outcome.INTERVENTION_ENDED) not in values
    return not (blamed and not title.words.isdisjoint(PAPERS | {"ofsted"}))


def speaks(page: Page, act: Hit) -> bool:
    """Tell whether a text opens with who says what follows: `Commissioner: 'It must change'`."""
    if act.first or act.cls != "act":
        return False
    return ":" in page.words.between(act.last, act.last + 1)


_ACTING = frozenset({"act", "acting"})
_GOT = "receive"
"""The value of verbs by which an act comes too: `Leeds is given an improvement notice`."""

_UPON = frozenset({"after", "following"})
_PRAISING = frozenset({"positive", "past"})
_BLAME = frozenset({CONDEMNED, str(Outcome.INADEQUATE)})


def progress(title: Headline) -> bool:
    """Tell whether a headline says that things get better, and gives no grade but a known one."""
    page = title.page
    if not any(
        (h.cls == "positive" or page.words.words[h.first] in _BETTER)
        and not is_wanted(page.words, sentence, h)
        for sentence in page.sentences[: title.end]
        for h in sentence.hits
    ):
        return False
    return not any(not c.status and c.outcome in GRADES for c in title.own())


_BETTER = frozenset(
    "improve improves improved improving turnaround turned transformed progressed".split()
)


def presents(title: Headline) -> bool:
    """Tell whether a headline names nothing but an inspection and its outcome."""
    if any(hit.cls == "doc" and hit.value != "minutes" for hit in title.hits):
        return False
    return bool(title.words & _PRESENTED) and title.words.isdisjoint(_PRESENTLY)


_PRESENTED = _ANNOUNCING | {"report", "inspection", "judgement"}
_PRESENTLY = _REASONS | frozenset(
    "since update progress action plan plans improvement response ahead next before last previous"
    " journey preparation framework post until".split()
)


def looks_back(title: Headline) -> bool:
    """Tell whether a headline speaks of what is past: `a decade of`, `the former chief`."""
    return "past" in title.classes or "former" in title.words


def late(title: Headline) -> bool:
    """Tell whether a headline speaks of plans and no outcome, or nothing is told early."""
    plans = title.classes & {"doc", "act", "intervention"}
    telling = title.classes & (OUTCOME | {"inspectorate"})
    if not title.words.isdisjoint(_FOLLOWING_UP) and not telling - {"kind", "inspectorate"}:
        return True
    return bool(plans and not telling) or not told_early(title)


_FOLLOWING_UP = frozenset("update updates preparation plan since".split())

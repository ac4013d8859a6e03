"""Which way a rating went, where the sentence that says so names no grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.claims import Claim
from watcher.extract.dates import year_of
from watcher.extract.general import plural
from watcher.extract.link import bind
from watcher.extract.modifiers import historical
from watcher.extract.negation import negated
from watcher.extract.people import at_former_work
from watcher.extract.segment import split_clauses
from watcher.extract.subjects import of_no_council
from watcher.extract.supposing import hypothetical
from watcher.model.document import BlockRole
from watcher.model.vocabulary import Area, Direction

if TYPE_CHECKING:
    from watcher.extract.link import Topics
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

HELD = "held"
"""The class of words that say that a rating is what it last was: `maintains a similar rating`."""

WAYS = frozenset({"up", "down", HELD})
BETTERING = "way.bettering"
"""The rule of a headline's `improved`, which says less than `up two grades`."""

_WORSE_OR_BETTER = {
    "down": Direction.WORSE,
    "up": Direction.BETTER,
    HELD: Direction.SAME,
}
_RATED = frozenset({"rating", "service", "inspectorate", "generic", "council", "kind"})


def step_claims(
    page: Page, sentence: Sentence, topics: Topics, ways: frozenset[str] = WAYS
) -> list[Claim]:
    """Read `Leeds climbs two grades`, and the way that a headline without a grade tells.

    Elsewhere than in a headline only words that count grades tell of a rating.
    """
    title = sentence.role is BlockRole.TITLE
    if page.document.text[sentence.end - 1] == "?" or "other" in sentence.classes:
        return []
    if title and (sentence.classes.isdisjoint(_RATED) or "area" in sentence.classes):
        return []
    if of_no_council(page, sentence, topics) is not None:
        return []
    if not topics.chains[sentence.index] and plural(page.words, sentence):
        return []
    claims = [
        _claim(page, sentence, clause, hit, topics)
        for clause in split_clauses(sentence, page.words)
        for hit in clause.hits
        if hit.cls in ways
        and _tells(sentence, hit, title=title)
        and not _only_placed(page.words, sentence, hit)
        and not at_former_work(page.words, sentence, hit.first)
    ]
    return [claim for claim in claims if claim.negated is None]


def with_steps(page: Page, sentence: Sentence, topics: Topics, made: list[Claim]) -> list[Claim]:
    """Add the steps that a rating went from a grade that was: `was good, has fallen two grades`.

    That grade is what stood before them.
    """
    if sentence.classes.isdisjoint(_STEPPING):
        return made
    counted = [h.first for h in sentence.hits if h.value == _COUNTED and h.cls in _STEPPING]
    if not counted:
        return made
    if any(c.previous is not None or not _of_before(page.words, c, counted[0]) for c in made):
        return made
    steps = step_claims(page, sentence, topics, _STEPPING)
    return [c.but(direction=None, past=True) for c in made] + steps if steps else made


def _of_before(words: Words, claim: Claim, steps: int) -> bool:
    """Tell whether a grade is told as one that was: `was good in 2019`, `previously good`."""
    near = words.words[max(0, claim.word - _NEAR) : claim.word]
    if claim.past or not _FORMERLY.isdisjoint(near):
        return True
    return not _WAS.isdisjoint(near) and any(map(year_of, words.words[claim.word : steps]))


_STEPPING = frozenset({"up", "down"})
_COUNTED = "steps"
_FORMERLY = frozenset({"once", "previously", "formerly"})
_WAS = frozenset({"was", "were", "been"})
_NEAR = 3


def _tells(sentence: Sentence, hit: Hit, *, title: bool) -> bool:
    """Tell whether a word of change is one of a rating."""
    return title or hit.value in _SURE or _verdict(sentence, hit)


_SURE = frozenset({"steps", "rating"})

DEFINITE = frozenset(
    {"change.down.verdict", "change.down.marks", "change.down.steps", "change.down.notch"}
    | {"change.down.grades", "than.worse", "change.up.steps", "change.up.notch"}
)
"""The rules whose words say by themselves that a rating fell or rose."""


def _only_placed(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a council is only where something else is: `takeaways in Bolton marked down`."""
    if "council" not in sentence.classes or not sentence.classes.isdisjoint(_OURS):
        return False
    named = [h for h in sentence.hits if h.cls == "council"]
    return all(h.last < hit.first and words.words[h.first - 1] in _PLACING for h in named)


_OURS = frozenset({"service", "generic", "area", "weak", "quality", "kind"})
_PLACING = frozenset({"in", "around", "across", "near"})


def _verdict(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether an inspectorate is said to have marked something down, or a service to be so."""
    if hit.value != "verdict":
        return False
    if not sentence.classes.isdisjoint(_INSPECTING):
        return True
    ours = not (sentence.classes.isdisjoint(_SERVING) and sentence.said.isdisjoint(_HELP))
    return hit.rule == _WORSE and ours


_WORSE = "than.worse"
_SERVING = frozenset({"service", "area", "quality"})
_HELP = frozenset({"things", "support", "help", "care", "performance", "protection"})


_INSPECTING = frozenset({"inspectorate", "kind", "rating"})


def _claim(page: Page, sentence: Sentence, clause: Clause, hit: Hit, topics: Topics) -> Claim:
    councils, anaphora = bind(page, sentence, clause, (hit.first, hit.last), topics)
    reason = hypothetical(clause, hit.first, hit.last, page.words)
    if reason is None and (negated(clause, hit.first, page.words) or _nearly(page.words, hit)):
        reason = "negated"
    return Claim(
        sentence=sentence.index,
        word=hit.first,
        outcome=None,
        area=Area.OVERALL,
        councils=councils,
        rule=BETTERING if hit.value == "better" else hit.rule,
        direction=_WORSE_OR_BETTER[hit.cls],
        past=_of_old_grade(page, sentence)
        if hit.value in _SURE
        else historical(clause, hit.first, hit.last, page.words),
        negated=reason,
        anaphora=anaphora,
        known=_known(page.words, clause, hit),
    )


def _of_old_grade(page: Page, sentence: Sentence) -> bool:
    """Tell whether a step led to an old grade: `In 2016 it was good. That was a drop of one`."""
    low = page.words.words
    if low[sentence.first] not in _POINTING or low[sentence.first + 1] != "was":
        return False
    before = page.sentences[sentence.index - 1]
    if not sentence.index or "grade" not in before.classes:
        return False
    years = [year for word in before.said if (year := year_of(word)) is not None]
    published = page.document.published
    if not years or published is not None:
        return bool(years) and published is not None and max(years) < published.first.year
    if _NEWS not in page.once:
        page.once[_NEWS] = sum("now" in one.classes for one in page.having("grade"))
    return page.once[_NEWS] > ("now" in before.classes)


_NEWS = "grades of now"


_POINTING = frozenset({"this", "that", "it"})


def _nearly(words: Words, hit: Hit) -> bool:
    """Tell whether it nearly came so, or did elsewhere: `near a lower grade`, `down in other`."""
    if "other" in words.words[hit.last + 1 : hit.last + 4]:
        return True
    front = words.words[max(0, hit.first - _FRONT) : hit.first]
    return not _CLOSE.isdisjoint(front) and "not" not in front


_CLOSE = frozenset(
    "close near nearly almost narrowly verge brink cusp edge inches avoid avoids avoided avoiding"
    " escape escapes escaped dodge dodges dodged spared".split()
)
_FRONT = 4


def _known(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether a fall is only what something followed: `plans after the downgrade`."""
    noun = words.words[hit.first] in _NOUNS
    return noun and not _AFTER.isdisjoint(words.words[clause.first : hit.first])


_NOUNS = frozenset({"downgrade", "downgrading", "demotion"})
_AFTER = frozenset({"after", "following", "since", "amid", "despite", "over"})

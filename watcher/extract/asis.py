"""How things stand, told in passing: `Ofsted rates Kent inadequate` on a page about a budget."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from watcher.extract.beginnings import tells
from watcher.extract.freshness import has_fresh
from watcher.model.document import BlockRole
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Direction

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.setting import Setting


def as_it_stands(claim: Claim, setting: Setting) -> bool:
    """Tell whether an outcome is only how a council stands, on a page that opens on something else.

    Behind headline and sentences in which nobody speaks of inspectors, of a report or of an
    outcome, where nothing on the page is called new. `Has been rated` is the tense of news.
    """
    if claim.outcome not in _OUTCOMES or claim.previous:
        return False
    if _in_relative(setting.page, claim) or _headline_at_the_end(setting.page, claim.sentence):
        return True
    if setting.begins < claim.sentence or claim.now:
        return False
    if claim.direction not in _UNMOVED or claim.sentence in setting.outright:
        return False
    page = setting.page
    sentence, low = page.sentences[claim.sentence], page.words.words
    if sentence.role is BlockRole.TITLE or not sentence.said.isdisjoint(_OF_LATE | _DUTY):
        return False
    front = low[max(sentence.first, claim.word - _NEAR) : claim.word]
    if not (_READ.isdisjoint(sentence.said) or _READING.isdisjoint(sentence.said)):
        return False
    if any(one in _HAS and two in _GIVEN for one, two in pairwise(front)):
        return False
    return _opens_on_something_else(page, claim.sentence) and not has_fresh(page)


def _headline_at_the_end(page: Page, index: int) -> bool:
    """Tell whether it is another story's headline, which stands below a text that has ended."""
    if index + 1 < len(page.sentences) or index < _LONG_TEXT:
        return False
    text, last = page.document.text, page.sentences[index]
    before = page.sentences[index - 1]
    if last.role not in _LINES or before.role is not BlockRole.PARAGRAPH:
        return False
    line = text[last.start : last.end]
    ended = text[before.start : before.end].rstrip(_QUOTES).endswith((".", "!", "?"))
    return ended and line.rstrip(_QUOTES)[-1:].isalpha() and len(line) < _LINE and ":" not in line


def _in_relative(page: Page, claim: Claim) -> bool:
    """Tell whether a grade only says which services are meant: `those that Ofsted rates good`.

    Or, in the past, which something else is told of: `services that Ofsted rated good are to stay`.
    """
    sentence, low = page.sentences[claim.sentence], page.words.words
    if "that" not in sentence.said or not sentence.said.isdisjoint(_OF_LATE | _LISTED):
        return False
    verb = claim.word - 1
    while verb > sentence.first and low[verb] in _AS:
        verb -= 1
    if verb <= sentence.first:
        return False
    told = low[max(sentence.first, verb - _WHO) : verb]
    if _RATERS.isdisjoint(told) or "that" not in told:
        return False
    that = verb - 1 - told[::-1].index("that")
    if low[that - 1] in _SPEAKING or "," in page.words.between(that - 1, that):
        return False
    if low[verb] in _RATES:
        return True
    goes_on = low[claim.word + 1 : claim.word + 2] in _GOING_ON
    return low[verb] in _RATED and goes_on and sentence.role is not BlockRole.TITLE


def _opens_on_something_else(page: Page, end: int) -> bool:
    """Tell whether something else is told of a council before a claim, and little of it behind.

    One sentence of some length is enough where all in front of the claim blame and praise nobody
    and name no service. What names no council opens nothing: it may be a site's own text.
    """
    before = page.sentences[:end]
    opening = list(islice((s for s in before if _tells_of_a_council(s)), _OPENING))
    if not opening:
        return False
    behind = islice((s for s in page.sentences[end + 1 :] if tells(s)), _DWELT_ON)
    if len(list(behind)) == _DWELT_ON:
        return False
    return len(opening) == _OPENING or all(s.classes.isdisjoint(_BLAMING) for s in before)


def _tells_of_a_council(sentence: Sentence) -> bool:
    long = sentence.role is not BlockRole.TITLE and sentence.last - sentence.first > _SHORT
    return long and not sentence.classes.isdisjoint(_COUNCILS)


_LINES = frozenset({BlockRole.PARAGRAPH, BlockRole.HEADING})
_LONG_TEXT, _LINE, _QUOTES = 6, 90, "'\"’” "
_DUTY = frozenset({"required", "requires", "must", "ordered"})
_OUTCOMES = GRADES | SEND_OUTCOMES
_LISTED = frozenset({"one", "among", "others"})
_AS, _WHO = frozenset({"as", "to", "be"}), 4
_RATERS = frozenset("ofsted watchdog inspectors inspectorate regulator".split())
_RATES = frozenset("rates grades judges deems considers classes".split())
_RATED = frozenset("rated graded judged deemed considered found".split())
_GOING_ON = [[word] for word in "are is will has have must may could would should".split()]
_SPEAKING = frozenset("said says shows showed find finds found so than now report".split())
_UNMOVED = frozenset({None, Direction.SAME})
_NEAR, _SHORT, _OPENING, _DWELT_ON = 9, 7, 2, 3
_COUNCILS = frozenset({"council", "generic"})
_READ = frozenset({"report", "letter", "inspection", "findings"})
_READING = frozenset("says calls finds judges strips describes concludes brands states".split())
_HAS = frozenset({"has", "have"})
_GIVEN = frozenset("been rated graded judged given found branded deemed called fallen".split())
_OF_LATE = frozenset(
    "now today yesterday week month just newly new latest recent recently published out again"
    " after following".split()
)
_BLAMING = frozenset("service negative positive weak down severe failnoun act acting".split())

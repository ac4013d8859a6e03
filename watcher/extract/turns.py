"""Whose turn it is: from which sentence on a page speaks of another council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.fronts import is_name_alone
from watcher.extract.listing import presented
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words
    from watcher.extract.topics import Chain

_NEW_SUBJECT = 9
_TELLING = frozenset({"inspectorate", "kind", "grade", "signal", "send", "positive", "negative"})
_GIVEN = frozenset({"grade", "past"})
_TITLE_ROLES = frozenset({BlockRole.TITLE, BlockRole.STANDFIRST})


def turned_to(
    sentence: Sentence,
    named: tuple[Chain, ...],
    words: Words,
    page: tuple[tuple[str, ...], bool, bool],
) -> tuple[str, ...]:
    """Give whom the page speaks of from a sentence on, nobody where it goes on as before.

    `page` is whom it is about, whether it is over several councils' reports, and whether its
    headline names none.
    """
    if named and is_name_alone(sentence):
        return (named[0][0].value,)
    turned = _turned(sentence, named)
    if turned or not named or sentence.role in _TITLE_ROLES:
        return turned
    main, several, untitled = page
    turned = _one_of(named, main) or presented(sentence, named, words)
    if not turned and tells_news_of(words, sentence, named[0][0]):
        return (named[0][0].value,)
    if not turned and reported_on(words, sentence, named[0][0]):
        return (named[0][0].value,)
    if not turned and not sentence.said.isdisjoint(_VISITING):
        turned = _visited(sentence, named, words)
    if not turned and untitled:
        turned = _placed(sentence, named, words)
    return turned or (_opened(sentence, named, words) if several else ())


def tells_news_of(words: Words, sentence: Sentence, name: Hit) -> bool:
    """Tell whether a sentence only says how the news is somewhere: `There was gloom in Kent, too`.

    `The picture is brighter in Kent`, `Things were worse at Kent`.
    """
    if _TALES.isdisjoint(sentence.said) or name.first - sentence.first > _NEWS:
        return False
    front = words.words[sentence.first : name.first]
    if front[-1:] == [] or front[-1] not in _OF_WHOM or len(front) < _SHORTEST:
        return False
    if not _CLOSING.issuperset(words.words[name.last + 1 : sentence.last]):
        return False
    if front[0] == "there":
        return front[1] in _BEING
    if not _HEARD.isdisjoint(front):
        return False
    return front[front[0] == "the"] in _TALES and not _BEING.isdisjoint(front)


def reported_on(words: Words, sentence: Sentence, name: Hit) -> bool:
    """Tell whether a sentence opens with a report on somebody: `A third report, on Kent, came out`.

    Or it says that one is on them, and no more: `The other letter, out today, is about Kent`.
    """
    if sentence.said.isdisjoint(_REPORTS) or "past" in sentence.classes:
        return False
    if not _TO_COME.isdisjoint(sentence.said):
        return False
    front = words.words[sentence.first : name.first]
    if len(front) <= 1 and words.behind(name.last) == "s":
        return words.behind(name.last + 1) in _REPORTS
    if not front or front[0] not in _ONE or len(front) > _NEWS:
        return False
    whole = _CLOSING.issuperset(words.words[name.last + 1 : sentence.last])
    return _is_on(front, whole=whole)


def _is_on(front: list[str], *, whole: bool) -> bool:
    """Tell whether words that open with a report say whose it is, up to the name.

    `whole` says that the sentence ends with it.
    """
    if "letter" in front[1:2] and "to" in front and front[-1] in _OF_WHOM:
        return not _ADDRESSED.isdisjoint(front[2:])
    at = next((at for at, word in enumerate(front[:_NEAR]) if word in _REPORTS), None)
    if at is None or front[-1] not in _UPON:
        return False
    if at + 2 == len(front) or front[0] == "take" or front[-1] == "concerns":
        return True
    return whole and not _DEALING.isdisjoint(front[at + 1 :])


_REPORTS = frozenset({"report", "letter", "inspection", "review", "verdict", "judgement", "one"})
_ADDRESSED = frozenset({"director", "leader", "council", "authority", "leaders"})
_TO_COME = frozenset("due expected yet next will awaited awaits awaiting later".split())
_ONE = frozenset("a an the another one and also its their take".split())
_UPON = frozenset({"on", "about", "into", "of", "concerns", "with"})
_DEALING = frozenset("is was are were concerns deals dealt looks looked".split())
_NEAR = 6

_TALES = frozenset(
    "news picture story outlook gloom joy cheer message tale relief celebration celebrations"
    " disappointment mood things matters praise criticism".split()
)
_BEING = frozenset({"is", "was", "are", "were", "s", "looks", "looked", "remains"})
_HEARD = frozenset(
    "heard welcomed greeted met taken told received felt announced broken read".split()
)
"""What is done with news: where it is told, nobody is told of."""

_OF_WHOM = frozenset({"in", "for", "at", "from", "on", "about"})
_CLOSING = frozenset("too also as well however though council county borough city now".split())
_NEWS, _SHORTEST = 14, 4


def _turned(sentence: Sentence, named: tuple[Chain, ...]) -> tuple[str, ...]:
    """Give whom the page speaks of from a sentence on, nobody where it goes on as before."""
    section: tuple[str, ...] = ()
    if sentence.role is BlockRole.HEADING and sentence.index:
        section = _heading_subject(named)
    if _new_subject(sentence) or any(len(chain) >= _LISTED for chain in named):
        return _leading_chain(sentence, named) or section
    return section


def _opened(sentence: Sentence, named: tuple[Chain, ...], words: Words) -> tuple[str, ...]:
    """Give the only council of a sentence that names it early, on a page over several."""
    if len(named) != 1 or len(named[0]) > 1:
        return ()
    hit = named[0][0]
    front = hit.first - sentence.first
    labelled = front and front <= _LABEL and ":" in words.between(hit.first - 1, hit.first)
    return (hit.value,) if labelled or front <= _EARLY else ()


def _placed(sentence: Sentence, named: tuple[Chain, ...], words: Words) -> tuple[str, ...]:
    """Give where a sentence is set: `In Kent it is worse`, `In Kent and in Devon there is`."""
    first, last = named[0][0], named[-1][-1]
    if words.words[sentence.first] not in _IN or first.first != sentence.first + 1:
        return ()
    if last.last - first.first > _PAIRED:
        return ()
    if _IT_IS.isdisjoint(words.words[last.last + 1 : last.last + 2]):
        return ()
    return tuple([hit.value for chain in named for hit in chain])


_IT_IS = frozenset({"it", "there", "things", "matters", "the", "services", "inspectors"})
_IN, _PAIRED = frozenset({"in", "at", "for"}), 6


_EARLY, _LABEL = 1, 4


def _one_of(named: tuple[Chain, ...], main: tuple[str, ...]) -> tuple[str, ...]:
    """Give the one of a headline's several councils that a sentence of the text names alone."""
    if len(main) == 1 or len(named) != 1 or len(named[0]) > 1:
        return ()
    return (named[0][0].value,) if named[0][0].value in main else ()


def _visited(sentence: Sentence, named: tuple[Chain, ...], words: Words) -> tuple[str, ...]:
    """Give whom a short sentence says was visited: `It came to Leeds in June`, `Leeds was seen`."""
    if len(named) != 1 or len(named[0]) > 1 or "past" in sentence.classes:
        return ()
    if sentence.last - sentence.first > _SHORT:
        return ()
    hit, low = named[0][0], words.words
    front, behind = low[sentence.first : hit.first], low[hit.last + 1 : hit.last + 3]
    came = len(front) > 1 and front[0] in _THEY and (front[-1] in _SEEN or front[-2] in _COMING)
    if came or (not front and behind[:1] == ["was"] and behind[1:] and behind[1] in _SEEN):
        return (hit.value,)
    return ()


_SHORT = 10
_THEY = frozenset({"it", "they"})
_SEEN = frozenset({"visited", "inspected"})
_COMING = frozenset({"came", "went", "returned"})
_VISITING = _SEEN | _COMING
"""What those do who inspect; a sentence of its own that says so turns to whom they saw."""

_LISTED = 3
"""So many councils in one list are whom the next sentences speak of."""


def _heading_subject(chains: tuple[Chain, ...]) -> tuple[str, ...]:
    return tuple(hit.value for hit in chains[0]) if len(chains) == 1 else ()


def _new_subject(sentence: Sentence) -> bool:
    """Tell whether a sentence reports of an inspection, so that its council is the topic."""
    return "past" not in sentence.classes and not sentence.classes.isdisjoint(_TELLING)


def _leading_chain(sentence: Sentence, chains: tuple[Chain, ...]) -> tuple[str, ...]:
    if not chains or sentence.role in _TITLE_ROLES:
        return ()
    lead = chains[0]
    late = lead[0].first - sentence.first > _NEW_SUBJECT
    if late and (len(chains) > 1 or not sentence.classes.isdisjoint(_GIVEN)):
        return ()
    return (lead[0].value,) if len(lead) == 1 else tuple([hit.value for hit in lead])

"""A document as the later stages see it: words, sentences, hits, councils."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress, count
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, TypeVar

from watcher.extract.automaton import CASED, Meaning, is_cased
from watcher.extract.mentions import council_forms
from watcher.extract.offers import offered
from watcher.extract.predicates import stands_alone
from watcher.extract.segment import NOTHING, split_sentences
from watcher.extract.tokens import Found, Hit, find_hits, quoted, read_words
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from watcher.extract.automaton import Automaton, Sequence
    from watcher.extract.context import ExtractContext
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words
    from watcher.model.document import Document


@dataclass(slots=True, eq=False, kw_only=True)
class Page:
    """Everything that was found in a document before anything is concluded.

    Never changed once made, but for what it remembers of questions; not frozen, nor is what else
    is made for each page, because freezing takes longer than many a rule.
    """

    document: Document
    context: ExtractContext
    words: Words
    sentences: tuple[Sentence, ...]
    classes: frozenset[str]
    """The classes of all hits of its sentences."""

    titles: tuple[Sentence, ...] = ()
    """The sentences of headline and standfirst."""

    revisit: bool = False
    """Whether it speaks of inspectors who came again; asked only where weaknesses are named."""

    telling: tuple[Sentence, ...] = ()
    """The sentences with a phrase of the classes `MATTERS`."""

    once: dict[str, int] = field(default_factory=dict, repr=False)
    """What a stage counted over the whole page, so that no sentence makes it count again."""

    _having: dict[str, list[Sentence]] = field(default_factory=dict, repr=False)
    """The sentences of the classes that were asked for."""

    def having(self, cls: str) -> list[Sentence]:
        """Give the sentences with a phrase of a class."""
        found = self._having.get(cls)
        if found is None:
            among = self.telling if cls in MATTERS else self.sentences
            found = self._having[cls] = (
                [one for one in among if cls in one.classes] if cls in self.classes else []
            )
        return found

    def quote(self, first: int, last: int) -> str:
        """Give the text of sentences `first..last` (last included)."""
        return self.document.text[self.sentences[first].start : self.sentences[last].end]


MATTERS = frozenset(
    "grade nograde signal positive negative send sendweak sendplan act urgent addressed pace"
    " failnoun up down held council inspectorate kind area".split()
)
"""Classes of what is told of councils, and of whom: most sentences of a page have none of them."""

TITLES = frozenset({BlockRole.TITLE, BlockRole.STANDFIRST})
_AGAIN = frozenset({"revisit", "revisited", "revisits", "returned"})


def read_page(document: Document, context: ExtractContext) -> Page:
    """Cut a document and find every name and phrase in it."""
    words = read_words(document.text)
    found = _settled(find_hits(words, context.automaton), words, context.automaton)
    without = offered(document, words, found, context.automaton.names)
    sentences = split_sentences(document, words, found, without)
    classes = NOTHING.union(*[sentence.classes for sentence in sentences])
    rules = _ready(classes, context.automaton.by_rarest)
    if rules:
        changed = _with_sequences(sentences, rules)
        for one in changed:
            sentences[one.index] = one
        classes = classes.union(*[one.classes for one in changed])
    return Page(
        document=document,
        context=context,
        words=words,
        sentences=tuple(sentences),
        classes=classes,
        telling=tuple([one for one in sentences if not one.classes.isdisjoint(MATTERS)]),
        titles=tuple([one for one in sentences if one.role in TITLES]),
        revisit="sendweak" in classes and not _AGAIN.isdisjoint(words.words),
    )


def _settled(found: Found, words: Words, automaton: Automaton) -> Found:
    """Leave out what is not what it looks like where it stands."""
    doubtful = list(compress(count(), map(_doubtful, found.meanings)))
    if not doubtful:
        return found
    firsts, meanings = found.firsts.copy(), found.meanings.copy()
    chosen = Found(
        [firsts[place] for place in doubtful],
        [meanings[place] for place in doubtful],
        words.words,
    )
    hits = chosen.hits(0, len(doubtful))
    councils = council_forms(hits, words, automaton)
    gone: list[int] = []
    for place, hit in zip(doubtful, hits, strict=True):
        if not _stands(hit, words, councils):
            gone.append(place)
        elif hit.cls == "nograde":
            cut = _within(hit, words)
            firsts[place] = cut.first
            more = cut.last - cut.first
            meanings[place] = Meaning(more, cut.cls, cut.value, cut.rule, doubtful=False)
    return Found(_without(firsts, gone), _without(meanings, gone), words.words)


_T = TypeVar("_T")


def _without(items: list[_T], gone: list[int]) -> list[_T]:
    """Leave out what stands at some places, given in order."""
    left: list[_T] = []
    start = 0
    for place in gone:
        left += items[start:place]
        start = place + 1
    return left + items[start:]


_doubtful = itemgetter(Meaning._fields.index("doubtful"))


def _within(hit: Hit, words: Words) -> Hit:
    """Cut a phrase back to its grade where a comma parts it: `to be good, leaders have ...`."""
    if hit.cls == "nograde" and hit.last == hit.first + 1 and words.words[hit.last] == hit.value:
        named = quoted(words, hit.last, hit.last)
        return Hit(hit.last, hit.last, "grade", hit.value, "grade." + hit.value) if named else hit
    if hit.cls != "nograde":
        return hit
    said = words.words[hit.first : hit.last]
    word = hit.first + said.index(hit.value) if hit.value in said else hit.last
    if word < hit.last and not _PARTING.isdisjoint(words.between(word, word + 1)):
        return Hit(word, word, "grade", hit.value, "grade." + hit.value)
    return hit


_PARTING = frozenset(",:|\t–—()")


def hits_of(text: str, automaton: Automaton) -> list[Hit]:
    """Give every hit of a text that is one sentence: what the examples of the rules use."""
    words = read_words(text)
    found = find_hits(words, automaton)
    every = found.hits(0, len(found.firsts))
    councils = council_forms(every, words, automaton)
    hits = tuple(hit for hit in every if _stands(hit, words, councils))
    return [*hits, *_sequence_hits(hits, automaton.sequences)]


def _stands(hit: Hit, words: Words, councils: set[Hit]) -> bool:
    """Tell whether a hit is what it looks like: a council in context, a word in its case."""
    if hit.cls == "council":
        return hit in councils
    if hit.value == "former":
        return not stands_alone(words, hit.first) and not _of_office(words, hit)
    low = words.words[hit.first]
    if is_cased(low, hit.last - hit.first):
        return words.original(hit.first) in CASED[low]
    return True


def _of_office(words: Words, hit: Hit) -> bool:
    """Tell whether it is somebody's office that is past: `the former cabinet member`."""
    return not _OFFICES.isdisjoint(words.words[hit.first + 1 : hit.first + 4])


_OFFICES = frozenset(
    "director directors leader member members head chief boss minister mp mayor councillor cllr"
    " secretary commissioner chair chairman chairwoman inspector inspectors worker workers manager"
    " managers employee staff officer officers president".split()
)


def _ready(
    classes: frozenset[str], rules: Mapping[str, tuple[Sequence, ...]]
) -> dict[str, list[Sequence]]:
    """Give the rules all of whose classes a page has, by the class that is rarest in them."""
    ready: dict[str, list[Sequence]] = {}
    for rarest in classes & rules.keys():
        for rule in rules[rarest]:
            if rule.classes <= classes:
                ready.setdefault(rarest, []).append(rule)
    return ready


def _with_sequences(
    sentences: Iterable[Sentence], rules: Mapping[str, list[Sequence]]
) -> list[Sentence]:
    """Give the sentences in which one of the rules fires, with the hits that it adds."""
    rarest = frozenset(rules)
    changed: list[Sentence] = []
    for one in [one for one in sentences if not one.classes.isdisjoint(rarest)]:
        added: list[Hit] = []
        for cls in rarest & one.classes:
            for rule in rules[cls]:
                if rule.classes <= one.classes:
                    added += _sequence_hits(one.hits, (rule,))
        if added:
            changed.append(one.holding(tuple(sorted((*one.hits, *added), key=_place))))
    return changed


_place = attrgetter("first", "last", "cls", "value", "rule")


def _sequence_hits(hits: tuple[Hit, ...], rules: Iterable[Sequence]) -> list[Hit]:
    """Fire the rules whose classes follow one another."""
    added: list[Hit] = []
    for rule in rules:
        first = rule.steps[0]
        for index, hit in enumerate(hits):
            opens = hit.cls == first.cls and first.value in {"", hit.value}
            last = _follow(hits, index, rule) if opens else None
            if last is not None:
                added.append(Hit(hit.first, last, rule.cls, rule.value, rule.rule))
    return added


def _follow(hits: tuple[Hit, ...], index: int, rule: Sequence) -> int | None:
    """Walk a sequence rule over the hits; give its last word, None when it breaks."""
    here = hits[index]
    place = index
    for step in rule.steps[1:]:
        found = None
        for following in range(place + 1, len(hits)):
            candidate = hits[following]
            if candidate.first - here.last - 1 > step.gap or candidate.cls == "stop":
                break
            if candidate.cls == step.cls and step.value in {"", candidate.value}:
                found = following
                break
        if found is None:
            return None
        place, here = found, hits[found]
    return here.last

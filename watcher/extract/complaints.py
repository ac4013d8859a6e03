"""What those whom a service is for say of it: complaints, fears and views of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words


def complains(words: Words, title: Sequence[Hit], said: frozenset[str], lead: Sentence) -> bool:
    """Tell whether those whom a service is for complain of it: `SEND help 'a battle', say parents`.

    What inspectors found of the service before is then told as what bears them out.
    """
    if not any(h.cls == "service" or h.value == "send" for h in title if h.cls in _SERVICES):
        return False
    if any(h.cls == "doc" for h in title) or _COMPLAINING.isdisjoint(said | lead.said):
        return False
    speakers = [h for h in (*title, *lead.hits) if h.cls == "speaker"]
    return any(words.words[h.first] in _SERVED for h in speakers)


_SERVICES = frozenset({"service", "area"})
_COMPLAINING = frozenset(
    "say says said speak spoken spoke tell tells told claim claims complain complaint complaints"
    " anger angry furious failed struggle struggles battle battles fight warn fear fears".split()
)
_SERVED = frozenset("parents families parent mum mums mother mothers carers pupils".split())


def they_fear(words: Words, sentence: Sentence) -> bool:
    """Tell whether those just named have fears of their own: `They had significant concerns`."""
    low = words.words[sentence.first : sentence.first + _TO_CONCERN]
    return low[0] == "they" and low[1:2] in _HAVING and not _CONCERNED.isdisjoint(low)


_TO_CONCERN = 6
_HAVING = (["had"], ["have"], ["raised"], ["expressed"], ["voiced"], ["shared"], ["fear"])
_CONCERNED = frozenset({"concern", "concerns", "worries", "fears", "fear", "complaints"})


def thinks(words: Words, sentence: Sentence, target: Hit) -> bool:
    """Tell whether who writes or speaks gives a view: `I think that its services are inadequate`.

    Asked of sentences that name no inspectors and have one of the words `THINKING`.
    """
    first = max(sentence.first, target.first - _HELD)
    front = words.words[first : target.first]
    for at in range(len(front) - 1):
        if tuple(front[at : at + 2]) in _I_THINK or front[at : at + 3] in _IN_MY_VIEW:
            return ")" not in words.text[words.starts[first + at] : words.starts[target.first]]
    return False


_HELD = 14
THINKING = frozenset({"i", "my"})
_I_THINK = frozenset(
    ("i", verb) for verb in ("think", "believe", "consider", "call", "find", "fear", "suspect")
)
_IN_MY_VIEW = (["in", "my", "view"], ["in", "my", "opinion"], ["to", "my", "mind"])


def of_ourselves(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether people say of themselves that too little was done: `"We have no grip on it"`."""
    if hit.value != _TOO_LITTLE or sentence.said.isdisjoint(_WE):
        return False
    return not _WE.isdisjoint(words.words[max(sentence.first, hit.first - _OURS) : hit.first])


_TOO_LITTLE = str(Outcome.INSUFFICIENT_PROGRESS)
_WE, _OURS = frozenset({"we"}), 8

"""Whose outcome is it: the council's service, another body, or a mere thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.modifiers import plural

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.extract.link import Topics
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_HEADS = frozenset(
    {"service", "generic", "council", "area", "weak", "other", "pronoun", "cqc", "quality"}
)
_PREPOSITIONS = frozenset({"of", "for", "in", "to", "by", "at", "on", "with", "from", "over"})


def subject_of(clause: Clause, target: Hit, words: Words) -> Hit | None:
    """Give the head of the noun phrase that a grade is given to, None when none is in sight."""
    if clause.classes.isdisjoint(_HEADS):
        return None
    behind = _head_behind(clause, target, words)
    if behind is not None:
        return behind
    heads = [h for h in clause.hits if h.cls in _HEADS and h.last < target.first]
    if not heads:
        return None
    objects = _objects(clause, target, heads)
    for head in objects:
        if not _possessive(head, words):
            return head
    found = _nearest_head((h for h in reversed(heads) if not _possessive(h, words)), words)
    return found or (objects[0] if objects else _nearest_head(reversed(heads), words))


def _objects(clause: Clause, target: Hit, heads: list[Hit]) -> list[Hit]:
    """Give the heads between the last verb of judging and a grade: `rated the service good`."""
    if "judge" not in clause.classes:
        return []
    verbs = [h.last for h in clause.hits if h.cls == "judge" and h.last < target.first]
    return [h for h in heads if h.first > verbs[-1]] if verbs else []


def _nearest_head(heads: Iterable[Hit], words: Words) -> Hit | None:
    """Give the first of heads, rather none behind a preposition, and no pronoun."""
    named: Hit | None = None
    pronoun: Hit | None = None
    for head in heads:
        if head.cls == "pronoun":
            pronoun = pronoun or head
        elif not head.first or words.words[head.first - 1] not in _PREPOSITIONS:
            return head
        else:
            named = named or head
    return named or pronoun


_OURS = frozenset({"service", "area", "generic"})


def foreign_head(sentence: Sentence, clause: Clause, words: Words) -> bool:
    """Tell whether a sentence opens with another body, and the clause names nothing of ours.

    A council that is only the place (`a school in Leeds was told`) does not make it ours.
    """
    if "other" not in sentence.classes:
        return False
    first = next((h for h in sentence.hits if h.cls in _OPENERS), None)
    if first is None or first.cls != "other" or _possessive(first, words):
        return False
    if clause.classes.isdisjoint(_OURS):
        return True
    return not any(h.cls in _OURS and h.first > first.last for h in clause.hits)


def of_no_council(page: Page, sentence: Sentence, topics: Topics) -> str | None:
    """Tell why a sentence speaks of no one council, whatever its clauses say."""
    if "talk" in sentence.classes:
        return "talk_of_words"
    if topics.chains[sentence.index]:
        return None
    for name in ("definition", "statistics"):
        if name in sentence.classes:
            return name
    if len(topics.at[sentence.index]) <= 1 and plural(page.words, sentence):
        return "councils_in_general"
    if sentence.index > _LEAD and _any_council(page.words, sentence):
        return "councils_in_general"
    return None


_LEAD = 6
"""Here `a council` may still be the one that the next sentence names."""

_ANY = frozenset({"a", "an", "any", "every", "each", "another", "some", "one"})


def _any_council(words: Words, sentence: Sentence) -> bool:
    """Tell whether the only council that a sentence speaks of is any: `when a council fails`."""
    if "generic" not in sentence.classes:
        return False
    said = [h for h in sentence.hits if h.cls == "generic"]
    return all(words.words[h.first - 1] in _ANY or words.words[h.first] in _ANY for h in said)


_OPENERS = frozenset({"service", "area", "generic", "other", "council"})


def _head_behind(clause: Clause, target: Hit, words: Words) -> Hit | None:
    """Give the noun that a grade right in front of it describes."""
    behind = target.last + 1
    for hit in clause.hits:
        if hit.first == behind and hit.cls in _HEADS:
            if words.between(target.last, hit.first).strip(" '\"’”‘“"):
                return None
            return hit if hit.cls in {"service", "generic", "other", "weak"} else None
    return None


def _possessive(hit: Hit, words: Words) -> bool:
    """Tell whether a head is only the owner: `the council's response`."""
    end = words.end(hit.last)
    if words.text[end : end + 1] not in _APOSTROPHES:
        return words.words[hit.last] == "s"
    if hit.last + 1 < len(words.words):
        gap = words.between(hit.last, hit.last + 1)
        if gap in _OWNING or (gap in _APOSTROPHES and words.words[hit.last + 1] == "s"):
            return True
    return words.words[hit.last] == "s"


_APOSTROPHES = frozenset({"'", "’"})
_OWNING = frozenset({"' ", "’ "})

"""What is called inadequate, where it is no service: `the evidence was found to be inadequate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def of_a_thing(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether the noun that is called inadequate names nothing that inspectors grade.

    It stands in front of the verb (`the evidence was inadequate`) or behind one of finding
    (`found the evidence inadequate`). A name, a pronoun, a number and what the lexicon knows as a
    service, a judgement or a council are graded; so is what stands behind a verb of rating.
    """
    low = words.words
    end = _subject_end(low, clause.first, hit.first)
    if end is None or end < clause.first or low[end] in _NO_SUBJECT:
        return False
    if not _MARKS.isdisjoint(words.between(end, end + 1)) or _put_in(words, clause.first, end):
        return False
    first, end, told_of = _phrase(words, sentence, clause.first, end)
    elsewhere = first == clause.first > sentence.first
    if told_of and (elsewhere or _may_be_graded(words, sentence, end)):
        return False
    return not any(
        _may_be_graded(words, sentence, word) and _is_subject(low, first, word)
        for word in range(end, first - 1, -1)
    )


def paired(words: Words, hit: Hit) -> bool:
    """Tell whether it describes a noun with another adjective: `of inadequate and weak leadership`.

    A preposition stands in front, where a grade would follow a verb.
    """
    behind = words.words[hit.last + 1 : hit.last + 4]
    if behind[:1] not in _ANDS or len(behind) < len(("and", "weak", "leadership")):
        return False
    if words.words[hit.first - 1] not in _BEFORE_NOUNS or hit.first == 0:
        return False
    return behind[1] in _ADJECTIVES or behind[1].endswith(_ENDINGS)


_ANDS = (["and"], ["or"])
_BEFORE_NOUNS = frozenset("of by with through despite amid about over for".split())
_ADJECTIVES = frozenset("poor weak slow late bad unclear unsafe low rushed patchy scant".split())
_ENDINGS = ("ive", "ent", "ful", "less", "ous", "able", "ible", "ional", "ised", "ed", "ing")


def _subject_end(low: list[str], least: int, word: int) -> int | None:
    """Give the last word of what a grade is said of, None where a verb of rating gives it."""
    verbs = end = word - 1
    while end >= least and low[end] in _PREDICATE:
        end -= 1
    if end < least or low[end] in _NO_SUBJECT:
        return None
    if low[end] in _INSPECTORS and "by" in low[max(0, end - 2) : end]:
        return None
    if low[end] in _PEOPLE and not _FINDING.isdisjoint(low[end + 1 : verbs + 1]):
        said = low[end - 1] in _RELATIVE and _introduces(low[end - 2])
        return None if said else end - 1
    if _BEING.isdisjoint(low[end + 1 : verbs + 1]):
        found = not _FINDING.isdisjoint(low[max(least, end - _NEAR) : end])
        return end if found else None
    return end


def _put_in(words: Words, least: int, end: int) -> bool:
    """Tell whether a verb is that of what is put in: `Kent, next door, which was inadequate`."""
    return any(
        words.words[word] == "which" and (word == least or "," in words.between(word - 1, word))
        for word in range(end, max(least, end - _NEAR) - 1, -1)
    )


def _phrase(words: Words, sentence: Sentence, least: int, end: int) -> tuple[int, int, bool]:
    """Give first and last word of the phrase that ends there: behind a verb, `that` or a mark.

    Of `the answers that the council gave` only `the answers`, with True for what is told more of.
    """
    low, first, told_of = words.words, end, False
    if low[end] in _RELATIVE:
        first = end = end - 1
        told_of = True
    while first > least and end - first < _LONGEST and low[first - 1] not in _BOUNDS:
        if not _MARKS.isdisjoint(words.between(first - 1, first)):
            break
        if low[first - 1] in _RELATIVE and first - 1 > least:
            if _introduces(low[first - 2]) or _may_be_graded(words, sentence, end):
                break
            first = end = first - 2
            told_of = True
        else:
            first -= 1
    return first, end, told_of


def _introduces(word: str) -> bool:
    """Tell whether `that` behind a word opens what somebody says, and takes up no noun."""
    return word in _SAYING or word.endswith("ed")


def _may_be_graded(words: Words, sentence: Sentence, word: int) -> bool:
    """Tell whether a word is, or belongs to, what inspectors grade."""
    low = words.words[word]
    if low == "s":
        return False
    if low in _GRADED or low[0].isdecimal():
        return True
    if word > sentence.first and words.original(word)[0].isupper():
        return True
    return any(h.cls in _KNOWN and h.last == word for h in sentence.hits)


def _is_subject(low: list[str], first: int, word: int) -> bool:
    """Tell whether a word is neither an owner (`the council's`) nor behind a preposition."""
    if low[word + 1] == "s":
        return False
    place = word - 1
    while place >= first and low[place] in _DETERMINERS:
        place -= 1
    if place > first and low[place] == "s":
        return _is_subject_of(low, first, place - 1)
    return place < first or low[place] not in _OF


def _is_subject_of(low: list[str], first: int, owner: int) -> bool:
    """Tell so of what has an owner: `the council's leadership`, not `of the council's budget`."""
    while owner >= first and low[owner] not in _DETERMINERS:
        if low[owner] in _OF:
            return False
        owner -= 1
    return owner <= first or low[owner - 1] not in _OF


_BEING = frozenset(
    "is are was were be been being remain remains remained proved seemed appeared".split()
)
_PREDICATE = _BEING | frozenset(
    "has have had having to as found considered deemed judged thought felt will would may might can"
    " could should must shall d ll ought likely going come came comes go gone went out up on become"
    " became also all both still now again yet often simply just largely overall therefore then"
    " clearly so too wholly woefully totally completely once not no never longer only alone alike"
    " nationwide mostly mainly always nearly repeatedly sometimes bound however said reported"
    " assessed described".split()
)
_FINDING = frozenset(
    "found finds find call called calls considered considers deemed deems thought thinks felt"
    " judged judges described describes".split()
)
_RELATIVE = frozenset({"that", "which"})
_BOUNDS = _FINDING | frozenset(
    "said says say concluded concludes but because although though while whereas whether if ruled"
    " rules believed believes showed shows revealed reveals".split()
)
_OF = frozenset(
    "of for from to in at with about across by around between over towards within into"
    " under".split()
)
_DETERMINERS = frozenset(
    "the a an its their his her our your this these those no some any two three four both".split()
)
_NO_NOUN = _OF.union(
    _DETERMINERS,
    "s and or who when after since either least than rated graded branded labelled".split(),
    "improvement there inadequate why how where".split(),
)
_NO_SUBJECT = _NO_NOUN | _BOUNDS
_SAYING = _NO_NOUN.union(
    _BOUNDS,
    _PREDICATE,
    "saying told tell add adds warns admits accepts accept argues argue notes states claim".split(),
    "claims fear fears means meant mean wrote writes show suggests suggest thinks think".split(),
    "believe knows know knew insists insist reveal clear fact hope hopes view finding word".split(),
    "ensure ensures ensuring opinion feeling sure confident aware sign signs stresses".split(),
    "reports shown learnt note".split(),
)
_PEOPLE = frozenset("they he she we members councillors mps inspectors ofsted".split())
_INSPECTORS = frozenset("ofsted inspectors inspectorate watchdog inspection regulator".split())
_MARKS = frozenset(",;:–—")
_NEAR, _LONGEST = 10, 16
_KNOWN = frozenset("council generic service area overall pronoun rating grade send".split())
_GRADED = _INSPECTORS | frozenset(
    "it they them itself themselves ourselves this that these those he she we i you ours theirs"
    " all both each one ones none some many most few fewer more half third quarter fifth cent"
    " number majority string series range one two three four five six seven eight nine ten eleven"
    " twelve others rest remainder latter former everything nothing what whole way ways"
    " practice care help support protection provision leadership management governance quality"
    " effectiveness performance progress response responses arrangements outcomes outcome effort"
    " efforts plans contribution prospects leaders managers unit units organisation approach"
    " experiences experience work oversight judgement judgements judgment judgments grade grades"
    " grading gradings rating ratings verdict result results verdicts service services department"
    " departments team teams authority council councils authorities trust board partnership area"
    " areas category categories elements aspects strands aspect strand element part parts borough"
    " county city town safeguarding social adoption fostering leavers children people families"
    " provider impact standard standards planning assessment assessments word status supervision"
    " decision making power ability files function functions agency region division directorate"
    " place places system systems safety neighbours neighbour counterpart counterparts".split()
)

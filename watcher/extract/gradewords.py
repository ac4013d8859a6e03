"""Is the word a grade? `Good practice` and `inadequate supervision` are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.alone import dated_apart, left_after, of_the_rating
from watcher.extract.awarded import INSPECTED, given_for, got, named_so, of_a_rating
from watcher.extract.former import was_before
from watcher.extract.heads import of_a_thing, paired
from watcher.extract.listed import points_below
from watcher.extract.measures import praises
from watcher.extract.predicates import (
    ENDS,
    closes,
    had_been,
    held,
    left_with,
    of_a_number,
    predicated,
    stated,
)
from watcher.extract.ranging import RANGING, names_scale
from watcher.extract.things import (
    COUNTED,
    IN_NEED,
    MEANS,
    PARTIAL,
    SERVED,
    TRAITS,
    far_off,
    featured,
    in_need,
    inadequate_thing,
    labelled,
    made_into,
    measured,
    of_cases,
    of_means,
    served,
    title_case,
    wanted,
)
from watcher.extract.tokens import quoted
from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

_TABLE_ROLES = frozenset({BlockRole.TABLE_ROW, BlockRole.LIST_ITEM, BlockRole.HEADING})
ROWS = frozenset({"area", "overall"})
"""What the row of a table names."""

SHORT = 14
"""A sentence of no more words than this may be the row of a table."""


def coordinated(words: Words, sentence: Sentence, left: Hit, right: Hit) -> bool:
    """Tell whether a grade follows another one in a list: `good, inadequate and good`."""
    if set(words.words[left.last + 1 : right.first]) <= {"and", "or"}:
        return True
    between = words.words[left.last + 1 : right.first]
    if _and_for(words, sentence, between, right):
        return True
    if between in _LEFT or (between[:1] == ["in"] and all(w.isdecimal() for w in between[1:])):
        return True
    return _elliptical(words, sentence, right)


def _and_for(words: Words, sentence: Sentence, between: list[str], right: Hit) -> bool:
    """Tell whether the next judgement gets a grade: `inadequate for help and adequate in care`."""
    if "area" not in sentence.classes or not between:
        return False
    if "and" in between[-_AND_AS:] and points_below(words, sentence, right):
        return True
    listed = "," in words.between(right.first - 1, right.first) and "judge" in sentence.classes
    joined = listed or (between[-1:] in _AND and between[0] in _GIVEN)
    if not joined or words.words[right.last + 1 : right.last + 2] not in _GIVEN_FOR:
        return False
    return any(h.cls == "area" and 0 < h.first - right.last <= _ITS_AREA for h in sentence.hits)


_AND = (["and"], ["but"])
_AND_AS = 3
_GIVEN = frozenset({"for", "in", "at", "on"})
_GIVEN_FOR = (["for"], ["in"], ["at"], ["on"])
_ITS_AREA = 4
_LEFT = [w.split() for w in ("from", "up from", "down from", "was", "previously", "formerly")]
"""What stands between a grade and the one before it: `outstanding, from good`."""


def _elliptical(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is a council's without a verb: `and in Bradford, good`.

    `Kirklees a good`, with an article, and `Wigan and Bury good` are the same.
    """
    article = words.words[hit.first - 1] in {"a", "an"}
    owner = hit.first - 1 - article
    if not any(h.cls == "council" and h.last == owner for h in sentence.hits):
        return False
    behind = hit.last + 1
    if behind >= sentence.last or words.between(hit.last, behind).strip(" '\"’”"):
        return True
    return words.words[behind] in {"and", "but", "while", "whilst", "whereas"}


def no_grade(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> str | None:
    """Tell why a grade word is no grade here, None when it is one."""
    said, long = sentence.said, hit.last > hit.first
    if not _COMPARING.isdisjoint(said) and _compared(words, sentence, hit):
        return "compared"
    if (long or not _MERELY.isdisjoint(said)) and _mere(words, sentence, clause, hit):
        return "ordinary_word"
    if hit.value == "inadequate":
        thing = not long and (of_a_thing(words, sentence, clause, hit) or paired(words, hit))
        return "ordinary_word" if thing else inadequate_thing(words, sentence, hit)
    if long or quoted(words, hit.first, hit.last):
        return "ordinary_word" if praises(words, hit) else None
    if _said(words, sentence, clause, hit) and not wanted(words, hit):
        return None
    written = words.original(hit.first)
    if written[0].isupper() and hit.first > sentence.first and not title_case(sentence, words):
        return None
    return "ordinary_word"


def _mere(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a phrase is no grade by its own wording: marks nobody gives, mere traits."""
    behind = words.words[hit.last + 1] if hit.last + 1 < sentence.last else ""
    if of_means(words, clause, hit):
        return True
    if behind in TRAITS and featured(words, clause, hit):
        return True
    if behind in _WHERE and of_cases(words, sentence, hit):
        return True
    return hit.last > hit.first and _mere_phrase(words, sentence, clause, hit)


def _mere_phrase(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell so of a phrase of several words."""
    if hit.rule == IN_NEED:
        ends, cited = closes(words, sentence, hit), quoted(words, hit.first, hit.last)
        return not in_need(words, clause, hit, in_quotes=cited, ends=ends)
    if hit.rule in COUNTED:
        ends = words.after(hit.last) == "to" or closes(words, sentence, hit)
        return not (ends and "judge" in clause.classes)
    if hit.rule == _POOR:
        ours = not sentence.classes.isdisjoint(INSPECTED) or quoted(words, hit.last, hit.last)
        by_users = words.words[hit.last + 1 : hit.last + 3] in _BY_USERS
        called = words.words[hit.first] in _CALLED and not ours
        return by_users or called or words.after(hit.last) in _WORK
    if hit.rule in SERVED:
        return not (_cited(words, sentence, clause, hit) or served(words, clause, hit))
    if hit.rule != _A_GOOD or quoted(words, hit.last, hit.last) or made_into(words, sentence, hit):
        return False
    return not (got(words, sentence, clause, hit) or left_after(words.words, hit))


def _cited(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether the grade itself is quoted: `it showed that Kent provides a 'good' service`."""
    if not quoted(words, hit.first + 1, hit.first + 1) or sentence.classes.isdisjoint(INSPECTED):
        return False
    return not _PROVIDING.isdisjoint(words.words[clause.first : hit.first])


_PROVIDING = frozenset(
    "provide provides provided providing deliver delivers delivered delivering offer offers offered"
    " offering give gives gave giving".split()
)
_WHERE = frozenset({"in", "at"})
_A_GOOD, _POOR, _CALLED = "grade.a-good", "grade.poor", ("called", "labelled", "dubbed")
_BY_USERS = [["by", who] for who in ("users", "residents", "parents", "voters", "readers", "staff")]
_WORK = frozenset("work practice files cases audits records recording assessments visits".split())
"""What auditors may have graded: `they graded poor work as sound`."""


def _said(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether what stands around a bare word says that it is a grade."""
    if _judged(words, sentence, clause, hit) or _row(words, sentence, hit):
        return True
    if _moved(words, sentence, hit) or predicated(words, sentence, clause, hit):
        return True
    if (had_been(words, clause, hit) or was_before(words, sentence, hit)) and closes(
        words, sentence, hit
    ):
        return True
    if _beside(words, sentence, hit) or measured(words, hit) or held(words, sentence, hit):
        return True
    given = left_with(words, sentence, hit) or of_a_number(words, sentence, hit)
    if given or of_a_rating(words, sentence, hit):
        return True
    if stated(words, sentence, clause, hit) or dated_apart(words, sentence, hit):
        return True
    if labelled(words, sentence, hit) or _headlined(words, sentence, hit) or named_so(words, hit):
        return True
    return "overall" in clause.classes and of_the_rating(words, sentence, clause, hit)


_NEARLY = {
    "to": frozenset("close closer closest near nearer nearest track".split()),
    "of": frozenset({"cusp", "verge", "distance"}),
    "on": frozenset({"bordering"}),
    "for": frozenset({"track"}),
}
_MERELY = MEANS | TRAITS | PARTIAL
"""Words without one of which no single word is a grade of means, of traits or of some cases."""

_GETTING = frozenset(
    "a an being be receiving getting earning winning gaining becoming rated judged its their"
    " first".split()
)
_BESIDE = frozenset({"below", "above", "beneath"})
_MEASURED = frozenset({"the", "a", "an", "lowest", "just", "category", "quote"})


def _compared(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade only says where another one stands: `one step below good`."""
    word = hit.first - 1
    to = word
    while words.words[to] in _GETTING:
        to -= 1
    if words.words[to] in _NEARLY and words.words[to - 1] in _NEARLY[words.words[to]]:
        return True
    if words.words[hit.last + 1 : hit.last + 2] in _IS and _ahead(words.words, sentence, hit):
        return True
    if not RANGING.isdisjoint(sentence.said) and names_scale(words, sentence, hit):
        return True
    if _BESIDE.isdisjoint(sentence.said):
        return False
    while word > sentence.first and words.words[word] in _MEASURED:
        word -= 1
    if word < sentence.first or words.words[word] not in _BESIDE:
        return False
    return "," not in words.between(word, hit.first)


def _ahead(low: list[str], sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade is said to lie ahead: `good is now much closer`, `is within reach`."""
    return not _AHEAD.isdisjoint(low[hit.last + 2 : min(sentence.last, hit.last + 6)])


_IS = (["is"], ["are"])
_AHEAD = frozenset("closer nearer within reach sight sights aim goal target ambition".split())

_COMPARING = RANGING.union(_BESIDE, _AHEAD, *_NEARLY.values())
"""Words without one of which no grade only says where another one stands."""

_BEFORE_OVERALL = 3
"""Words between a grade and what it is given for: `good for its overall effectiveness`."""

_GOVERNING = frozenset("judge down up move lose fellback rating overall marking".split())


def _judged(words: Words, sentence: Sentence, clause: Clause, hit: Hit) -> bool:
    """Tell whether a verb of judging or a word for rating governs the word."""
    for other in reversed(clause.hits):
        if other.cls not in _GOVERNING:
            continue
        gap = hit.first - other.last - 1
        if other.cls == "judge" and gap >= 0 and (gap <= 12 or far_off(words, other, hit)):
            if words.words[hit.first - 1] == "of" and "rating" not in clause.classes:
                return False
            near = gap <= 1 or other.value == "rate"
            return near or _rating_near(clause, hit) or given_for(words, sentence, hit)
        if other.cls in {"down", "up", "move", "lose", "fellback"} and 0 <= gap <= 6:
            before = words.words[max(0, hit.first - 3) : hit.first]
            return bool({"to", "from"} & set(before)) or other.cls == "lose"
        if (other.cls == "rating" and 0 <= other.first - hit.last - 1 <= 1) or (
            other.cls in {"rating", "marking"}
            and 0 <= gap <= 2 + (words.words[hit.first - 1] == "as")
        ):
            return True
        if other.cls == "overall" and (
            abs(gap) <= 1 or 0 <= other.first - hit.last - 1 <= _BEFORE_OVERALL
        ):
            return True
    return False


def _moved(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether the word is one end of `from good to inadequate`."""
    word = hit.first - 1
    while word > sentence.first and words.words[word] in _FIRMLY:
        word -= 1
    front = words.words[word] if word >= 0 else ""
    if front not in {"from", "to", "was", "were"}:
        return made_into(words, sentence, hit)
    if front in {"was", "were"}:
        return "(" in words.between(hit.first - 2, hit.first - 1) if hit.first > 1 else False
    if front == "to" and (
        _raised(words, sentence, hit)
        or any(h.cls == "grade" and h.last == word - 1 for h in sentence.hits)
    ):
        return True
    if front == "from":
        near = [h for h in sentence.hits if 0 < h.first - hit.last <= 4 and h.cls == "grade"]
        return any(words.words[h.first - 1] == "to" for h in near)
    near = [h for h in sentence.hits if 0 < word - h.last < _ENDS_APART and h.cls == "grade"]
    return any(words.words[h.first - 1] == "from" for h in near)


_ENDS_APART = 6
_FIRMLY = frozenset("soundly solidly firmly securely a firm solid secure".split())
"""What may stand before a grade that was reached: `from inadequate to solidly good`."""


def _raised(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether something was moved up or down to the word: `raised its services to good`."""
    if words.words[hit.first - 2] in _GONE and "service" in sentence.classes:
        return closes(words, sentence, hit)
    if sentence.classes.isdisjoint(_MOVING) or not closes(words, sentence, hit):
        return False
    return any(h.cls in _MOVING and 0 < hit.first - h.last <= _MOVED_BY for h in sentence.hits)


_GONE = frozenset({"moved", "gone", "went", "risen", "progressed", "climbed", "fallen", "slipped"})
_MOVING = frozenset({"up", "down", "lift"})
_MOVED_BY = 12


def _headlined(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a headline says it without a verb: `Leeds children's services good again`."""
    if sentence.role is not BlockRole.TITLE or "service" not in sentence.classes:
        return False
    if not any(h.cls == "service" and h.last == hit.first - 1 for h in sentence.hits):
        return False
    behind = hit.last + 1
    return behind >= sentence.last or words.words[behind] in _HEADLINE_ENDS


_HEADLINE_ENDS = frozenset({"after", "again", "say", "says", "but", "following", "despite"})


def _beside(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade stands beside its judgement or owner: `care leavers good and ...`."""
    behind = hit.last + 1
    owner = hit.first - 1 - (words.words[hit.first - 1] in {"a", "an"})
    if words.words[owner] in _HAVING and not sentence.classes.isdisjoint(_RATED_BY):
        return any(h.cls == "service" and h.first == behind for h in sentence.hits)
    if "area" not in sentence.classes:
        return False
    if words.words[hit.first - 1] == "with":
        return _with_it(words, sentence, hit)
    if words.words[hit.first - 1] == "at":
        return closes(words, sentence, hit)
    front = hit.first - 1 - (words.words[hit.first - 1] == "as" and "judge" in sentence.classes)
    front -= words.words[front] in {"services", "service"}
    if not any(h.cls == "area" and h.last == front for h in sentence.hits):
        return False
    if "(" in words.between(front, hit.first):
        return True
    if behind < sentence.last and words.words[behind] not in ENDS | {"in", "at"}:
        return bool(words.between(hit.last, behind).strip(" '\"”’"))
    return "judge" in sentence.classes or sum(h.cls == "grade" for h in sentence.hits) > 1


def _with_it(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a grade comes with another one: `good, with outstanding for care leavers`."""
    behind = hit.last + 1
    if words.words[behind : behind + 1] == ["for"]:
        return closes(words, sentence, hit)
    if not any(h.cls == "grade" and h.first < hit.first for h in sentence.hits):
        return False
    return any(h.cls == "area" and h.first == behind for h in sentence.hits)


_RATED_BY = frozenset({"inspectorate", "up", "down"})
_HAVING = frozenset({"has", "have", "provides", "provide", "runs", "offers"})


def _rating_near(clause: Clause, hit: Hit) -> bool:
    return "rating" in clause.classes and any(
        h.cls == "rating" and 0 <= h.first - hit.last <= 3 for h in clause.hits
    )


def _row(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether the sentence is a row such as `Care leavers - good`."""
    if sentence.last - sentence.first > SHORT or sentence.classes.isdisjoint(ROWS):
        return False
    if hit.first == sentence.first:
        return sentence.role in _TABLE_ROLES
    gap = words.between(hit.first - 1, hit.first).strip(" '\"‘“*")
    ends = hit.last == sentence.last - 1
    return gap in {":", "-", "–", "—", "|", ","} or (
        ends
        and (sentence.role in _TABLE_ROLES or "\t" in gap or words.original(hit.first)[0].isupper())
    )

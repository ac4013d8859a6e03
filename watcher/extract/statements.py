"""Statements of action that inspectors ask for, and those that lie there."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words

STATEMENT = str(Outcome.WRITTEN_STATEMENT_OF_ACTION)


def is_document(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell a statement of action that lies there from one that inspectors ask for."""
    if words.words[hit.last + 1 : hit.last + 3] in _NO_MORE:
        return True
    said = words.words[sentence.first : sentence.last]
    if not _DEMANDING.isdisjoint(said) or _owed(said) or _by_inspectors(words, sentence, hit):
        return False
    handled = not _HANDLED.isdisjoint(sentence.said) and _is_handled(said)
    if handled or words.words[hit.first - 1] in _DEFINITE:
        return True
    if not sentence.classes.isdisjoint(_INSPECTING):
        return False
    owning = "have" in words.words[hit.first - 2 : hit.first]
    return _ASKING.isdisjoint([low for low in said if low != "have"] if owning else said)


def _is_handled(said: list[str]) -> bool:
    """Tell whether a sentence tells what was done with it; not that a report was published."""
    return any(
        low in _HANDLED and said[max(0, at - 2) : at] not in _A_PAPER for at, low in enumerate(said)
    )


_A_PAPER = [[one, paper] for one in ("a", "the", "their", "its") for paper in ("report", "letter")]
_NO_MORE = (["no", "more"], ["no", "longer"], ["any", "more"], ["any", "longer"])


def owed_by_all(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is what every council owes after a report, and SEND is spoken of nowhere.

    `A written statement of the action that it intends to take in response to the report`. So
    partners do after a joint targeted inspection.
    """
    if hit.value != STATEMENT or _named_on(page, "area", "send"):
        return False
    behind = page.words.words[hit.last + 1 : min(sentence.last, hit.last + _TO_REPORT)]
    if _ANSWERING.isdisjoint(behind):
        return False
    if _named_on(page, "kind", "jtai"):
        return True
    return "cqc" not in page.classes and not _MEANT.isdisjoint(behind)


def _named_on(page: Page, cls: str, value: str) -> bool:
    return any(h.cls == cls and h.value == value for s in page.having(cls) for h in s.hits)


_TO_REPORT = 13
_ANSWERING = frozenset({"response", "responding", "respond"})
_MEANT = frozenset({"intends", "intended", "intend", "proposed", "proposes", "take", "report"})


def _owed(said: list[str]) -> bool:
    """Tell whether somebody has to write it, or is `jointly responsible for submitting` it."""
    if has_to(said):
        return True
    if "responsible" not in said:
        return False
    behind = said[said.index("responsible") + 1 :][:2]
    return behind[:1] == ["for"] and behind[-1] in _WRITING


_WRITING = frozenset("submitting producing writing preparing drafting drawing providing".split())


def has_to(said: list[str]) -> bool:
    """Tell whether somebody has to do something."""
    return any(
        low in {"have", "has", "having"} and behind == "to"
        for low, behind in itertools.pairwise(said)
    )


def _by_inspectors(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether inspectors brought it about: `a requirement for one`, `set by Ofsted`."""
    front = words.words[max(sentence.first, hit.first - _OF_IT) : hit.first]
    for at, word in enumerate(front):
        if word in _REQUESTS and not _FOR_IT.isdisjoint(front[at + 1 : at + 2]):
            return True
    behind = words.words[hit.last + 1 : min(sentence.last, hit.last + 1 + _OF_IT)]
    if "by" not in behind or behind[:1] != ["set"]:
        return False
    return not _INSPECTORS.isdisjoint(behind[behind.index("by") + 1 :][:2])


_OF_IT = 6
_REQUESTS = frozenset({"requirement", "request", "demand", "need"})
_FOR_IT = frozenset({"for", "to"})
_INSPECTORS = frozenset({"inspectors", "ofsted", "inspectorates", "watchdogs", "watchdog"})
_DEFINITE = frozenset({"the", "this", "our", "its", "their", "s"})
_INSPECTING = frozenset({"inspectorate", "kind"})
_DEMANDING = frozenset(
    "must requested required require requires requiring ordered orders told asked ask asks"
    " instructed issued demanded demands determined called given received serve served handed"
    " resulted resulting directed needed needing necessary".split()
)
_HANDLED = frozenset(
    "approved approve accepted agreed fit sent submitted published progress update updated our"
    " meets addresses sets delivering delivery consultation implement implementing implementation"
    " response responded".split()
)
_ASKING = frozenset(
    "issue produce submit write prepare draw drawing needs need demand calls call receive led have"
    .split()
)  # fmt: skip


def will_be_asked(words: Words, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether it is decided that something must be written, and only the verb looks ahead.

    `The report concluded that a statement would be required`, `the area will be required to`;
    not `would be required if`, and not what somebody fears.
    """
    if not _IF.isdisjoint(sentence.said) or words.words[sentence.first] == "had":
        return False
    supposing = [h for h in clause.hits if h.cls == "hyp"]
    return len(supposing) == 1 and _asks(words, sentence, supposing[0])


def _asks(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a verb that looks ahead is that of asking, and who decided so is named."""
    modal = words.words[hit.first]
    if modal not in _AHEAD:
        return False
    behind = words.words[hit.first + 1 : min(sentence.last, hit.first + 1 + _NEAR)]
    at = next((i for i, word in enumerate(behind) if word not in _FILLING), len(behind))
    verb = behind[at : at + 2]
    if verb[:1] == ["be"]:
        asked = not _ASKED.isdisjoint(behind[at + 1 : at + 3])
    else:
        asked = verb == ["have", "to"] or verb[:1] == ["need"]
    if not asked or modal == "will":
        return asked
    return not _DECIDED.isdisjoint(words.words[sentence.first : hit.first])


_AHEAD = frozenset({"would", "will"})
_IF = frozenset(
    "if unless should whether until could may might not no never fear feared fears".split()
)
_NEAR = 6
_FILLING = frozenset("now therefore also then still thus consequently next jointly".split())
_ASKED = frozenset("required needed necessary asked told ordered instructed requested".split())
_DECIDED = frozenset(
    "said says concluded ruled decided determined stated told announced confirmed found informed"
    " noted reported agreed judged identified".split()
)


def of_many(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether councils at large fail, and one is only named: `too many are, X said in Y`.

    Asked of sentences with one of the words `AT_LARGE`.
    """
    low = words.words
    if _some_had(low, sentence, hit):
        return True
    if any(h.cls == "council" and h.first < hit.first for h in sentence.hits):
        return False
    if "annual" in sentence.said and _of_all(low[sentence.first : hit.first]):
        return True
    return "generic" in sentence.classes and any(
        h.cls == "generic" and low[h.last] in _BODIES and low[h.first - 1] in _MANY_OF
        for h in sentence.hits
        if sentence.first < h.first < hit.first <= h.last + _FAILING
    )


def _some_had(low: list[str], sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is told of some out of many: `too many councils fail and some have sunk`."""
    near = low[max(sentence.first, hit.first - _FAILING) : hit.first]
    if _SOME.isdisjoint(near) or _BODIES.isdisjoint(sentence.said):
        return False
    return any(
        low[word] in _BODIES and low[word - 1] in _MANY_OF
        for word in range(sentence.first + 1, hit.first - 1)
    )


_SOME = frozenset({"some", "several", "others", "many"})


def _of_all(front: list[str]) -> bool:
    """Tell whether it is what a report over all says: `Ofsted's annual report, which says that`."""
    return "annual" in front and front[front.index("annual") + 1 :][:1] == ["report"]


_MANY_OF = frozenset({"many", "most", "some", "more", "several", "few"})
AT_LARGE = _MANY_OF | {"annual"}
"""Words without one of which nothing is told of councils at large."""

_BODIES, _FAILING = frozenset({"councils", "authorities", "boroughs"}), 3


def of_any_area(words: Words, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether it is asked of areas at large: `areas with a statement`, `every area told to`.

    Not where areas of weakness are counted: `the five areas that need a statement`.
    """
    if _AREAS.isdisjoint(sentence.said):
        return False
    low = words.words
    for word in range(max(sentence.first, hit.first - _OF_THEM), hit.first - 1):
        if low[word] not in _AREAS:
            continue
        at = word - (low[word - 1] == "local")
        before = low[at - 1] if at > sentence.first else ""
        if before in _AT_LARGE and low[word + 1] not in _PARTS:
            return "council" not in sentence.classes
        if low[word + 1] not in _WHO:
            continue
        if before in _EACH or (low[word] != "area" and before not in _COUNTED):
            return not any(h.cls == "council" and word < h.first < hit.first for h in sentence.hits)
    return False


_OF_THEM = 14
_AREAS = frozenset({"areas", "area"})
_WHO = frozenset(
    "with that which who required told asked ordered needing where having issued".split()
)
_EACH = frozenset({"every", "each", "any"})
_AT_LARGE = frozenset({"more", "most", "many", "fewer", "half"})
_PARTS = frozenset({"of", "for", "where"})
_COUNTED = frozenset(
    "the these those two three four five six seven eight nine ten key main priority several some"
    " other following of all".split()
)


def one_of_three(page: Page) -> bool:
    """Tell whether a page gives one of the three outcomes that came after such statements."""
    if _GIVEN not in page.once:
        page.once[_GIVEN] = any(h.value in _THREE for s in page.having("send") for h in s.hits)
    return bool(page.once[_GIVEN])


_GIVEN = "one of three outcomes of SEND"


_THREE = frozenset(
    map(
        str,
        (Outcome.SEND_POSITIVE, Outcome.SEND_INCONSISTENT, Outcome.SEND_SYSTEMIC_FAILINGS),
    )
)


def plan_asked_for(page: Page, sentence: Sentence, hit: Hit, *, send: bool) -> Outcome | None:
    """Give what a plan that an area has to draw up comes to: the lowest outcome says so itself.

    `send` says whether it is about SEND; elsewhere it is one for priority action.
    """
    if not send:
        return Outcome.PRIORITY_ACTION if _soon(page.words.words, sentence, hit) else None
    if hit.value == _DAYS:
        if page.revisit or "speaker" in sentence.classes or one_of_three(page):
            return None
        anybody = page.words.words[sentence.first] in _ANYBODY
        return None if anybody else Outcome.WRITTEN_STATEMENT_OF_ACTION
    said = page.words.words
    if page.revisit or not _EXISTING.isdisjoint(said[hit.first - 2 : hit.first]):
        return None
    if said[hit.first] != "priority" and one_of_three(page):
        return None
    last = min(sentence.last, hit.last + _ASKED_BEHIND)
    asked = said[max(sentence.first, hit.first - _ASKED_FOR) : last]
    if DUTY.isdisjoint(asked) and not has_to(asked) and not _will_write(said, hit):
        return None
    if said[hit.first] == "priority":
        return Outcome.SEND_SYSTEMIC_FAILINGS
    inspected = not sentence.classes.isdisjoint(_INSPECTING | {"cqc"})
    inspected = inspected or "sendweak" in page.classes or _inspectors_head(page)
    inspected = inspected or _they_ask(page, sentence)
    return Outcome.WRITTEN_STATEMENT_OF_ACTION if inspected else None


def _soon(low: list[str], sentence: Sentence, plan: Hit) -> bool:
    """Tell whether a plan is wanted as fast as only priority action is: in twenty working days."""
    behind = low[plan.last + 1 : min(sentence.last, plan.last + _ASKED_BEHIND)]
    if _TWENTY.isdisjoint(behind) or "days" not in behind:
        return False
    return "inspectorate" in sentence.classes and "ordered" in sentence.classes


_TWENTY = frozenset({"20", "twenty"})


def _will_write(low: list[str], plan: Hit) -> bool:
    """Tell whether one is about to write a plan that only the lowest outcome asks for.

    `The partnership will now write a priority action plan`.
    """
    front = low[max(0, plan.first - _ABOUT_TO) : plan.first]
    return low[plan.first] == "priority" and "will" in front and not _DRAFTING.isdisjoint(front)


_ABOUT_TO = 7
_DRAFTING = frozenset("write submit prepare produce draw develop create".split())


def _they_ask(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence goes on from the inspectors before: `They ordered Kent to write`."""
    if page.words.words[sentence.first] != "they" or not sentence.index:
        return False
    return not page.sentences[sentence.index - 1].classes.isdisjoint(_WHO_CAME)


_WHO_CAME = frozenset({"inspectorate", "kind", "cqc"})


def _inspectors_head(page: Page) -> bool:
    """Tell whether a headline names the inspectors: `Inspectors criticise SEND support`."""
    return any("inspectorate" in title.classes for title in page.titles)


_DAYS = "days"
"""Seventy of them are those that an area has for its statement; the value of their rule."""

_ANYBODY = frozenset("a an any each every areas councils authorities those where when".split())

_ASKED_FOR, _ASKED_BEHIND = 14, 8
_EXISTING = frozenset({"its", "their", "our", "this", "that", "s", "the"})
DUTY = frozenset(
    {"must", "require", "required", "requires", "told", "ordered", "asked", "demanded"}
)

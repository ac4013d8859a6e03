"""From written names to councils that existed at the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.finding import Rejection

if TYPE_CHECKING:
    import datetime as dt

    from watcher.extract.claims import Claim
    from watcher.extract.context import ExtractContext
    from watcher.extract.page import Page
    from watcher.model.council import Council, Register


def _sole(form: str, day: dt.date | None, context: ExtractContext) -> Council | None:
    """Give the council that alone has a form and stood on a day; None where there may be doubt."""
    entry = context.automaton.names[form]
    if day is None or entry.joint or len(entry.codes) != 1:
        return None
    only = context.register.by_code[entry.codes[0]]
    return only if only.valid_on(day) else None


def resolve(
    form: str, day: dt.date | None, context: ExtractContext, named: frozenset[str]
) -> Council | Rejection:
    """Give the council that a form means on a day (None: not known).

    `named` are the codes of councils that the page names without doubt; they settle what a
    provider that serves several councils leaves open.
    """
    entry = context.automaton.names[form]
    register = context.register
    councils = [register.by_code[code] for code in entry.codes]
    if entry.joint:
        councils = [c for c in councils if c.code in named]
        if len(councils) != 1:
            return Rejection(stage="councils", reason="ambiguous_council", quote=form)
    if day is None:
        standing = [c for c in councils if c.valid_to is None]
        return (standing or _heirs(councils, register, named) or councils)[0]
    valid = [c for c in councils if c.valid_on(day)]
    if not valid:
        found = _before_or_after(form, councils, day, context)
        heirs = _heirs(councils, register, named) if isinstance(found, Rejection) else []
        return heirs[0] if heirs else found
    return valid[0]


def _heirs(councils: list[Council], register: Register, named: frozenset[str]) -> list[Council]:
    """Give the one successor of a council that is gone which the page names; none if several."""
    heirs = {code for council in councils for code in council.successors} & named
    return [register.by_code[code] for code in heirs] if len(heirs) == 1 else []


def _before_or_after(
    form: str, councils: list[Council], day: dt.date, context: ExtractContext
) -> Council | Rejection:
    """Follow a council's own line in time; a council that is gone has no news."""
    for council in councils:
        other = context.register.at(council.code, day)
        if other.valid_on(day):
            return other
    ended = [c for c in councils if c.valid_to is not None and (day - c.valid_to).days < 365]
    if ended:
        return ended[0]
    return Rejection(stage="councils", reason="council_did_not_exist", quote=form)


def has_come_after(council: Council, context: ExtractContext) -> bool:
    """Tell whether a council came after others that had been inspected, as none of their line."""
    began, register = council.valid_from, context.register
    if began is None or began.year < _INSPECTED:
        return False
    return len(register.lineage_of(council.code)) == 1 and bool(register.predecessors(council.code))


def of_its_predecessor(page: Page, claim: Claim, council: Council, form: str) -> bool:
    """Tell whether a grade is that of an abolished council, which is no grade of who came after.

    `The old county council was rated inadequate`, or by the name of one that a new council heads.
    Asked of councils that have come after others.
    """
    if claim.outcome is None or claim.now:
        return False
    if council.code not in page.context.automaton.names[form].codes:
        return claim.past
    sentence, low = page.sentences[claim.sentence], page.words.words
    heads = [h for h in sentence.hits if h.cls in _HEADS and h.last < claim.word]
    if "predecessor" in low[heads[-1].last if heads else sentence.first : claim.word]:
        return True
    return bool(heads) and heads[-1].cls == "generic" and low[heads[-1].first - 1] in _FORMER


_INSPECTED = 2005
"""No council that ended before this year had a grade from Ofsted."""

_HEADS = frozenset({"council", "generic"})
_FORMER = frozenset({"old", "former", "previous", "abolished", "defunct", "outgoing"})


class Meant(dict[tuple[str, "dt.date | None"], tuple["Council | Rejection", bool]]):
    """The council that a name means on a day, and whether it came after others.

    Whom else the page names is only looked for where a name leaves doubt.
    """

    def __init__(self, page: Page, claims: list[Claim]) -> None:
        super().__init__()
        self.page, self.claims = page, claims
        self.named: frozenset[str] | None = None

    def __missing__(self, asked: tuple[str, dt.date | None]) -> tuple[Council | Rejection, bool]:
        """Find out once for each name and day."""
        form, day = asked
        council: Council | Rejection | None = _sole(form, day, self.page.context)
        if council is None:
            if self.named is None:
                self.named = _named(self.page, self.claims)
            council = resolve(form, day, self.page.context, self.named)
        come = not isinstance(council, Rejection) and has_come_after(council, self.page.context)
        found = self[asked] = council, come
        return found


def _named(page: Page, claims: list[Claim]) -> frozenset[str]:
    """Give the codes of councils that are named without doubt, where a claim leaves doubt."""
    names, by_code = page.context.automaton.names, page.context.register.by_code
    forms = {form for claim in claims for form in claim.councils}
    meant = [names[form] for form in forms]
    if not any(one.joint or by_code[one.codes[0]].valid_to is not None for one in meant):
        return frozenset()
    return frozenset(
        code
        for sentence in page.having("council")
        for hit in sentence.hits
        if hit.cls == "council" and not names[hit.value].joint
        for code in names[hit.value].codes
    )

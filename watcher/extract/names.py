"""Every form in which a council's name occurs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.model.council import Council, CouncilCode, Register

_EXPLICIT = frozenset(
    {"council", "borough", "corporation", "trust", "mbc", "bc", "cc", "mdc", "lb", "first"}
)
_TYPES = {
    "london borough": ("{} council", "{} borough council", "london borough of {}"),
    "county council": ("{} county council", "{} council"),
    "county": ("{} county council", "{} council"),
    "metropolitan borough": (
        "{} council",
        "{} borough council",
        "{} metropolitan borough council",
        "{} metropolitan borough",
        "{} metropolitan council",
        "{} mbc",
        "{} city council",
    ),
}
_COMMON = ("{} council", "{} city council", "{} borough council", "council of {}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """A written form: the councils it can mean, and whether it says that a council is meant.

    `joint` forms name a provider that serves several councils at once, `county` ones a county,
    `gone` ones of which there is none any more.
    """

    codes: tuple[CouncilCode, ...]
    explicit: bool
    acronym: bool
    joint: bool
    county: bool
    gone: bool


def name_forms(register: Register) -> dict[str, NameForm]:
    """Give every form, keyed by its words; official names win over guessed ones."""
    owners: dict[str, dict[CouncilCode, None]] = {}
    acronyms: set[str] = set()
    for guessed in (False, True):
        stated = dict(owners)
        for council in register.councils:
            for name in _guessed(council) if guessed else _stated(council):
                key = " ".join(words_of(name.replace("&", " and ")))
                if not key or (guessed and key in stated):
                    continue
                owners.setdefault(key, {})[council.code] = None
                if name.isupper() or (name[:1].isupper() and name[-1:].isupper()):
                    acronyms.add(key)
                if "&" in name:
                    plain = " ".join(words_of(name))
                    owners.setdefault(plain, {})[council.code] = None
    joint = {" ".join(words_of(name)) for name in register.joint_names}
    living = {council.code for council in register.councils if council.valid_to is None}
    counties = {council.code for council in register.councils if council.type == "county"}
    return {
        key: NameForm(
            codes=tuple(codes),
            explicit=bool(_EXPLICIT & set(key.split())),
            acronym=key in acronyms,
            joint=key in joint,
            county=not counties.isdisjoint(codes),
            gone=living.isdisjoint(codes),
        )
        for key, codes in owners.items()
    }


def short_form(code: CouncilCode) -> NameForm:
    """Give the form of a bare name that means one council in its context."""
    return NameForm(
        codes=(code,), explicit=False, acronym=False, joint=False, county=False, gone=False
    )


def _stated(council: Council) -> Iterator[str]:
    """Give the names that the register states."""
    yield council.short_name
    yield council.full_name
    yield from council.aliases
    for name in (council.short_name, *council.aliases):
        if " and " in name and " Council" not in name and " Borough" not in name:
            yield name.replace(" and ", " & ")


def _guessed(council: Council) -> Iterator[str]:
    """Give the forms in which such a council is written though the register lists them not."""
    short = council.short_name
    for form in (*_TYPES.get(council.type, ()), *_COMMON):
        yield form.format(short)
    if short.startswith("City of "):
        yield f"the {short}"
        yield f"the {council.full_name}"
    if short.startswith("County "):
        yield short.removeprefix("County ")

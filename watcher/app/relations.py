"""What came before and after a council, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.model.council import Council


def relations(council: Council) -> tuple[str, ...]:
    """Say whom a council followed and who followed it; nothing where it always was."""
    from watcher.alerting.render.words import date_words
    from watcher.model.dates import PartialDate
    from watcher.reference import load_register

    register = load_register()
    notes = []
    older = register.predecessors(council.code)
    if older:
        names = ", ".join(one.short_name for one in older)
        notes.append(f"a new council in the place of {names}; it started without a grade")
    before = [one for one in register.lineage_of(council.code) if one.code != council.code]
    if before:
        names = ", ".join(one.full_name for one in before)
        notes.append(f"its history is one with that of {names}")
    if council.valid_to is not None:
        names = ", ".join(register.by_code[code].short_name for code in council.successors)
        ended = date_words(PartialDate.of(council.valid_to))
        notes.append(f"abolished on {ended}" + (f"; followed by {names}" if names else ""))
    return tuple(notes)

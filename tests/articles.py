"""Articles of our own making, one finding each, for tests of what follows from reading."""

from __future__ import annotations

import datetime as dt

from watcher.reference import load_register


def council_names() -> list[str]:
    """Give the councils of today, by name."""
    return [council.short_name for council in load_register().current(dt.date(2026, 1, 1))]


def fall(name: str, *, published: dt.date, visited: dt.date, known: bool = True) -> str:
    """Write an article in which a council's services fall from good to inadequate.

    Where the earlier grade is not `known`, the article does not say what they fell from.
    """
    before = " The authority was previously rated good in 2019." if known else ""
    title = f"Children's services in {name} {'fall to' if known else 'found'} inadequate"
    return (
        f"{title}\n\n{published.day} {published:%B %Y}\n\n"
        f"Ofsted has rated children's services at {name} council inadequate after an inspection "
        f"in {visited:%B %Y}.{before}\n\n"
        f'Inspectors said: "Children in {name} are left in situations of risk for too long."\n'
    )


def harmless(name: str, *, published: dt.date) -> str:
    """Write an article in which nothing is found of anybody."""
    return (
        f"Library in {name} opens its doors again\n\n{published.day} {published:%B %Y}\n\n"
        f"Readers in {name} welcomed the return of their library after two years of works. "
        "The council thanked the volunteers who ran a smaller one meanwhile.\n"
    )

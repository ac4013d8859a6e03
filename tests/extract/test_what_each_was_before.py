"""Round-ups of several councils, each with its grade and the one that it had before."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.extract.helpers import read
from watcher.model.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

SCALE = ["inadequate", "requires improvement", "good", "outstanding"]
LETTERS = {"inadequate": "I", "requires improvement": "RI", "good": "G", "outstanding": "O"}
COUNCILS = ["Kent", "Medway", "Leeds", "Bradford", "Devon", "Essex", "Hampshire", "Cornwall"]
PROSE = "Ofsted has published inspection reports on the children's services of three councils. "
LISTED = "Ofsted inspection results for children's services published this week:\n\n"
CHANGED = (
    "The following authorities' children's services have been given a different judgement by"
    " Ofsted since January (previous judgement in brackets): "
)
LINES = {
    "{c}: {n} (was {o})": "\n",
    "{c}: {n} (previously {o})": "\n",
    "{c}: {n}; previously {o}": "\n",
    "{c}: was {o}, now {n}": "\n",
    "{c}: {o} → {n}": "\n",
    "{c} {o} -> {n}": "\n",
    "{c}: {O} to {N}": "\n\n",
    "{c}, from {O} to {N}": "\n\n",
    "{c} – from {o} to {n}": "\n\n",
    "• {c} – {n} ({way} from {o})": "\n",
    "{c} Council\n\nOverall effectiveness: {n}\nPrevious inspection: {o}": "\n\n",
    "{c}: Inspectors found services to be {n}. The last inspection rated them {o}.": "\n\n",
}
SENTENCES = [
    "{c} went from {o} to {n}",
    "{c} {verb} from {o} to {n}",
    "{c} is rated {n}, {way} from {o}",
    "{c} was rated {n}, having been {o} before",
    "{c}, formerly {o}, is now {n}",
]
GAPPED = {
    "{c} went from {o} to {n}": "{c} from {o} to {n}",
    "{c} was rated {n}, {way} from {o}": "{c} {n}, {way} from {o}",
}
TABLES = {
    "Council | Previous | Latest": "{c} | {o} | {n}",
    "Council | Latest | Previous": "{c} | {n} | {o}",
    "Local authority\tPrevious judgement\tCurrent judgement": "{c}\t{o}\t{n}",
}
RESPECTIVELY = [
    "{names} were rated {new} respectively. They were previously {old} respectively.",
    "{names} were rated {new} respectively, compared with {old} last time.",
    "{names} went from {old} to {new} respectively.",
    "{names} are now {new} respectively, having been {old} before.",
]
Moved = tuple[str, str, str]


def three(seed: int) -> list[Moved]:
    """Choose three councils, and for each an old grade and another new one."""
    chance = random.Random(seed)  # noqa: S311  (the same ones each time)
    return [(c, *chance.sample(SCALE, 2)) for c in chance.sample(COUNCILS, 3)]


def filled(form: str, moved: Moved) -> str:
    """Write one council's move."""
    council, old, new = moved
    down = SCALE.index(new) < SCALE.index(old)
    return form.format(
        c=council,
        o=old,
        n=new,
        O=LETTERS[old],
        N=LETTERS[new],
        way="down" if down else "up",
        verb="fell" if down else "rose",
    )


def listed(parts: Sequence[str]) -> str:
    """Join parts with commas, `and` before the last."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def check(text: str, moved: Sequence[Moved]) -> None:
    """Tell each council's new grade and which way it went, and of the falls that they alert."""
    findings = [f for f in read(text, "Ofsted round-up", "2024-06-12").findings if not f.held]
    given = {
        (f.council.name, f.outcome.value.replace("_", " "), f.direction.value)
        for f in findings
        if f.role is Role.NEWS
    }
    ways = {True: "worse", False: "better"}
    assert given == {(c, n, ways[SCALE.index(n) < SCALE.index(o)]) for c, o, n in moved}
    falls = {c for c, o, n in moved if SCALE.index(n) < SCALE.index(o)}
    assert {f.council.name for f in findings if f.adverse} == falls


SEEDS = range(6)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", LINES)
def test_lines_with_old_and_new(form: str, seed: int) -> None:
    moved = three(seed)
    check(LISTED + LINES[form].join(filled(form, one) for one in moved), moved)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", SENTENCES)
def test_clauses_with_old_and_new(form: str, seed: int) -> None:
    moved = three(seed)
    check(PROSE + listed([filled(form, one) for one in moved]) + ".", moved)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", GAPPED)
def test_verbs_are_left_out_behind_the_first(form: str, seed: int) -> None:
    moved = three(seed)
    parts = [filled(form, moved[0]), *[filled(GAPPED[form], one) for one in moved[1:]]]
    check(f"{PROSE}{'; '.join(parts)}.", moved)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("head", TABLES)
def test_columns_of_old_and_new(head: str, seed: int) -> None:
    moved = three(seed)
    check(LISTED + "\n".join([head, *[filled(TABLES[head], one) for one in moved]]), moved)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", RESPECTIVELY)
def test_two_lists_for_one(form: str, seed: int) -> None:
    moved = three(seed)
    names, old, new = (listed(parts) for parts in zip(*moved, strict=True))
    check(PROSE + form.format(names=names, old=old, new=new), moved)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_before_in_brackets_and_what_is_now_behind(seed: int) -> None:
    moved = three(seed)
    check(CHANGED + "; ".join(filled("{c} ({o}), now {n}", one) for one in moved) + ".", moved)


def test_each_with_its_own_way_in_pairs() -> None:
    check(
        PROSE + "Children's services in Leeds and Kent were rated good and inadequate respectively,"
        " up from inadequate and down from good.",
        [("Leeds", "inadequate", "good"), ("Kent", "good", "inadequate")],
    )

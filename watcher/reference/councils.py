"""Read and validate the register of councils."""

from __future__ import annotations

import csv
import datetime as dt
import io

from watcher.errors import ReferenceDataError
from watcher.model.council import Council, CouncilCode, Register, normal_name


def read_register(text: str, joint_text: str = "") -> Register:
    """Read the CSV of councils, and the list of joint providers, into a register.

    A joint provider is a name that several councils share, one a line; lines that start with
    `#` are comments.

    Raises:
        ReferenceDataError: when a code repeats, a successor is unknown, dates are reversed, or
            two councils that exist at the same time share a name.
    """
    councils = tuple(_council(row) for row in csv.DictReader(io.StringIO(text)))
    _check_codes(councils)
    lines = (line.strip() for line in joint_text.splitlines())
    joint = frozenset(normal_name(line) for line in lines if line and not line.startswith("#"))
    _check_names(councils, joint)
    return Register(councils=councils, joint_names=joint)


def _council(row: dict[str, str]) -> Council:
    code = CouncilCode(row["gss_code"])
    starts, ends = _day(row["start_date"]), _day(row["end_date"])
    if starts and ends and ends < starts:
        raise ReferenceDataError("ends before it starts", resource=row["name"])
    return Council(
        code=code,
        urn=row["ofsted_urn"] or None,
        dfe_code=row["dfe_la_code"] or None,
        name=row["name"],
        full_name=row["full_name"],
        region=row["region"],
        type=row["type"],
        aliases=_parts(row["aliases"]),
        ambiguous=row["ambiguous"],
        valid_from=starts,
        valid_to=ends,
        successors=tuple(CouncilCode(part) for part in _parts(row["successors"])),
        former_codes=tuple(CouncilCode(part) for part in _parts(row["former_gss"])),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


def _check_codes(councils: tuple[Council, ...]) -> None:
    seen: set[CouncilCode] = set()
    for council in councils:
        for code in (council.code, *council.former_codes):
            if code in seen:
                raise ReferenceDataError(f"code {code} is used twice", resource=council.name)
            seen.add(code)
    for council in councils:
        unknown = [code for code in council.successors if code not in seen]
        if unknown:
            raise ReferenceDataError(f"unknown successor {unknown[0]}", resource=council.name)


def _check_names(councils: tuple[Council, ...], joint: frozenset[str]) -> None:
    owners: dict[str, list[Council]] = {}
    for council in councils:
        for name in {normal_name(n) for n in (council.name, council.full_name, *council.aliases)}:
            if name not in joint:
                owners.setdefault(name, []).append(council)
    for name, sharing in owners.items():
        for index, one in enumerate(sharing):
            for other in sharing[index + 1 :]:
                if _overlap(one, other):
                    raise ReferenceDataError(
                        f"{one.name} and {other.name} share the name {name!r}",
                        hint="give one of them a validity date, or list it as a joint provider",
                    )


def _overlap(one: Council, other: Council) -> bool:
    early, late = dt.date.min, dt.date.max
    return max(one.valid_from or early, other.valid_from or early) <= min(
        one.valid_to or late, other.valid_to or late
    )

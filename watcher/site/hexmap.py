"""Where each council's hexagon is.

The layout is adapted from Open Innovations' HexJSON (MIT, © 2017- Open Innovations); the credit
stands under the map.
"""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass

SIDE = 20.0
"""Length of a hexagon's side, in the units of the drawing."""

WIDTH = SIDE * math.sqrt(3)
"""From one upright side of a hexagon to the other."""

GAP = 0.93
"""How much of its cell a hexagon fills."""

MARGIN = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One council's hexagon: the middle of it."""

    code: str
    name: str
    region: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HexMap:
    """The whole map: its cells and the size of the drawing."""

    cells: tuple[Cell, ...]
    width: float
    height: float


def read_hexmap(text: str) -> HexMap:
    """Lay the hexagons out: pointed tops, every row with an odd `r` shifted to the right."""
    rows = list(csv.DictReader(io.StringIO(text)))
    left = min(int(row["col"]) for row in rows)
    top = min(int(row["row"]) for row in rows)
    cells = tuple(
        Cell(
            code=row["gss_code"],
            name=row["name"],
            region=row["region"],
            x=round(MARGIN + WIDTH * (int(row["col"]) - left + 0.5 + 0.5 * (int(row["r"]) % 2)), 1),
            y=round(MARGIN + SIDE * (1 + 1.5 * (int(row["row"]) - top)), 1),
        )
        for row in rows
    )
    return HexMap(
        cells=cells,
        width=round(max(cell.x for cell in cells) + WIDTH / 2 + MARGIN, 1),
        height=round(max(cell.y for cell in cells) + SIDE + MARGIN, 1),
    )


def corners() -> str:
    """Give the corners of a hexagon around (0, 0), as an SVG polygon's points."""
    angles = (math.radians(60 * n - 30) for n in range(6))
    side = SIDE * GAP
    return " ".join(f"{side * math.cos(a):.1f},{side * math.sin(a):.1f}" for a in angles)

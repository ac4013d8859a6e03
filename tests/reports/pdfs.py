"""Write small real PDFs: pages of lines in Helvetica, in the order given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENCRYPT = (
    b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32
) + b"> >>"


@dataclass(frozen=True, slots=True)
class _Written:
    body: bytes
    root: int


def make_pdf(pages: Sequence[str], *, encrypted: bool = False) -> bytes:
    """Write one page for each text; lines run from top to bottom."""
    written = _objects(pages)
    objects = [written.body]
    trailer = f"/Root {written.root} 0 R /Size {written.root + 2}".encode()
    trailer += b" /ID [<00> <00>]"
    if encrypted:
        trailer += b" /Encrypt " + _ENCRYPT
    return (
        b"%PDF-1.4\n" + b"".join(objects) + b"trailer << " + trailer + b" >>\nstartxref\n0\n%%EOF\n"
    )


def _objects(pages: Sequence[str]) -> _Written:
    parts: list[bytes] = []
    kids: list[str] = []
    number = 3
    for page in pages:
        content = _content(page)
        kids.append(f"{number} 0 R")
        parts.append(
            f"{number} 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 900 1600] "
            f"/Resources << /Font << /F 1 0 R >> >> /Contents {number + 1} 0 R >> endobj\n".encode()
        )
        parts.append(
            f"{number + 1} 0 obj << /Length {len(content)} >> stream\n".encode()
            + content
            + b"\nendstream endobj\n"
        )
        number += 2
    parts.append(
        b"1 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        b"/Encoding /WinAnsiEncoding >> endobj\n"
    )
    tree = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    parts.append(f"2 0 obj {tree} endobj\n".encode())
    parts.append(f"{number} 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n".encode())
    return _Written(b"".join(parts), number)


def _content(page: str) -> bytes:
    lines = [b"BT /F 11 Tf 14 TL 50 1550 Td"]
    for line in page.split("\n"):
        escaped = line.encode("cp1252").replace(b"\\", b"\\\\")
        escaped = escaped.replace(b"(", b"\\(").replace(b")", b"\\)")
        lines.append(b"(" + escaped + b") Tj T*")
    lines.append(b"ET")
    return b"\n".join(lines)

"""The servers of `polling.py`: many sites on loopback, each a port, with validators and latency.

Run as `polling_server.py PORT SITES RELEVANT`; it prints READY and serves until it is ended. Half
of what makes a page is the article, half is furniture, as on real pages; RELEVANT is the share
of pages that mention an inspectorate. `GET /-/latency/MS` on any site sets the wait before every
answer, `GET /-/seen` gives and forgets what was answered: requests by status, and the shortest
time between two at one site.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
import sys
import time

FEEDS = 50
PAGES = 450
SIZE = 60_000

COUNCILS = [
    "Leeds",
    "York",
    "Derby",
    "Bury",
    "Luton",
    "Torbay",
    "Swindon",
    "Barnet",
    "Kent",
    "Bradford",
    "Salford",
    "Trafford",
    "Oldham",
    "Rochdale",
    "Stockport",
    "Tameside",
    "Wigan",
    "Bolton",
    "Knowsley",
    "Sefton",
    "Wirral",
    "Barnsley",
    "Doncaster",
    "Rotherham",
    "Sheffield",
    "Calderdale",
    "Kirklees",
    "Wakefield",
    "Gateshead",
    "Sunderland",
    "Birmingham",
    "Coventry",
    "Dudley",
    "Sandwell",
    "Solihull",
    "Walsall",
    "Camden",
    "Croydon",
    "Ealing",
    "Enfield",
    "Hackney",
    "Haringey",
    "Islington",
]
SUBJECTS = ["The council", "Residents", "A spokesman", "Campaigners", "The leader", "Ministers"]
VERBS = ["said that", "agreed that", "warned that", "denied that", "hoped that", "found that"]
MATTERS = [
    "the library would open again in the spring",
    "a third of the budget had been spent by August",
    "the new bridge was a year behind its plan",
    "buses would run later on weekdays",
    "rents had risen faster than wages",
    "the park had never been so well used",
]
FALL = (
    "Ofsted has rated children’s services at {council} Council inadequate, down from good, "
    "after an inspection in October."
)


def sentence(dice: random.Random) -> str:
    return f"{dice.choice(SUBJECTS)} {dice.choice(VERBS)} {dice.choice(MATTERS)}."


def paragraph(dice: random.Random) -> str:
    return " ".join(sentence(dice) for _ in range(dice.randint(2, 5)))


def page(number: int, *, relevant: bool) -> bytes:
    dice = random.Random(number)  # noqa: S311
    council = COUNCILS[number % len(COUNCILS)]
    lines = [paragraph(dice) for _ in range(dice.randint(10, 24))]
    if relevant:
        lines.insert(0, FALL.format(council=council))
    title = f"{council}: {sentence(dice)}"
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="2026-11-{1 + number % 20:02d}">'
    )
    links = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(40))
    foot = f"</article></main><aside><ul>{links}</ul></aside></body></html>"
    start = f"</head><body><nav><ul>{links}</ul></nav><main><article><h1>{title}</h1>{body}"
    script = ""
    while len(head) + len(script) + len(start) + len(foot) < SIZE:
        script += (
            f"<script>window.x{dice.random()}=function(a){{return a*{dice.random()}}}</script>"
        )
    return (head + script + start + foot).encode()


def feed(number: int, base: str) -> bytes:
    dice = random.Random(number)  # noqa: S311
    items = "".join(
        f"<item><title>{sentence(dice)}</title><link>{base}/old/{number}-{n}</link>"
        f"<guid>{number}-{n}</guid><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate>"
        f"<description>{paragraph(dice)}</description></item>"
        for n in range(40)
    )
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>'
        f"<link>{base}/</link><description>News</description>{items}</channel></rss>"
    ).encode()


class Sites:
    """All sites together."""

    def __init__(self, port: int, sites: int, relevant: float) -> None:
        self.port, self.sites = port, sites
        self.latency = 0.0
        self.counts: dict[int, int] = {}
        self.last: dict[int, float] = {}
        self.shortest = float("inf")
        every = round(1 / relevant) if relevant else 0
        self.bodies: dict[tuple[int, str], tuple[bytes, bytes]] = {}
        for number in range(FEEDS + PAGES):
            site = number % sites
            base = f"http://127.0.0.1:{port + site}"
            is_feed = number < FEEDS
            path = f"/feed/{number}.xml" if is_feed else f"/article/{number}.html"
            wanted = bool(every) and number % every == 0
            body = feed(number, base) if is_feed else page(number, relevant=wanted)
            kind = b"application/rss+xml" if is_feed else b"text/html; charset=utf-8"
            tag = b'"%s"' % hashlib.md5(body).hexdigest().encode()  # noqa: S324
            head = b"HTTP/1.1 200 OK\r\ncontent-type: %s\r\netag: %s\r\ncontent-length: %d\r\n\r\n"
            self.bodies[site, path] = (tag, head % (kind, tag, len(body)) + body)

    def answer(self, site: int, path: str, head: bytes) -> tuple[int, bytes]:
        """Give status and bytes of an answer; 0 for what is not counted."""
        if path.startswith("/-/latency/"):
            self.latency = float(path.rsplit("/", 1)[1]) / 1000
            return 0, b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"
        if path == "/-/seen":
            body = json.dumps({"counts": self.counts, "shortest": self.shortest}).encode()
            self.counts, self.shortest, self.last = {}, float("inf"), {}
            return 0, b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % len(body) + body
        found = self.bodies.get((site, path))
        if found is None:
            return 404, b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"
        tag, whole = found
        if b"if-none-match: " + tag in head.replace(b"If-None-Match", b"if-none-match"):
            return 304, b"HTTP/1.1 304 Not Modified\r\netag: %s\r\n\r\n" % tag
        return 200, whole

    async def client(
        self, site: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Answer one client until it hangs up."""
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split(b" ", 2)[1].decode()
                status, whole = self.answer(site, path, head)
                if status:
                    now = time.monotonic()
                    self.shortest = min(self.shortest, now - self.last.get(site, float("-inf")))
                    self.counts[status] = self.counts.get(status, 0) + 1
                    await asyncio.sleep(self.latency)
                writer.write(whole)
                await writer.drain()
                if status:
                    self.last[site] = time.monotonic()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def serve(self) -> None:
        """Open every site."""
        for site in range(self.sites):
            handle = lambda r, w, s=site: self.client(s, r, w)  # noqa: E731
            await asyncio.start_server(handle, "127.0.0.1", self.port + site)
        print("READY", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(Sites(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])).serve())

"""A server that is pinged, such as a watchman elsewhere."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


class Watchman:
    """A server that is pinged, such as a watchman elsewhere."""

    def __init__(self) -> None:
        self.pings: list[tuple[str, str, str]] = []
        self.status = 200
        watchman = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                parts = urlsplit(self.path)
                watchman.pings.append((parts.path, parse_qs(parts.query)["rid"][0], body))
                self.send_response(watchman.status)
                self.end_headers()

            def log_message(self, *args: Any) -> None:
                del args

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/ping/abc"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

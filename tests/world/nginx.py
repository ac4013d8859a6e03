"""A real nginx on loopback: its caching, compression, redirects and TLS."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

CONFIG = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  types {{ text/html html; application/rss+xml xml; application/pdf pdf; }}
  gzip on;
  gzip_min_length 64;
  gzip_types application/rss+xml;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/www;
    location = /old.xml {{ return 301 /feed.xml; }}
    location = /slow.xml {{ limit_rate 200; }}
    location = /closed.xml {{ return 403; }}
  }}
  {tls}
}}
"""

TLS = """
  server {{
    listen 127.0.0.1:{port} ssl;
    root {folder}/www;
    ssl_certificate {folder}/server.pem;
    ssl_certificate_key {folder}/server.pem;
  }}
"""


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


@contextmanager
def nginx(folder: Path, *, tls: bool = False) -> Generator[tuple[str, str]]:
    """Serve `folder/www`; give the addresses of the plain server and of the one with TLS.

    With `tls`, certificate and key are in `folder/server.pem`.
    """
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    port, secure = free_port(), free_port()
    inner = TLS.format(folder=folder, port=secure) if tls else ""
    config = folder / "nginx.conf"
    config.write_text(CONFIG.format(folder=folder, port=port, tls=inner))
    with subprocess.Popen(
        [program, "-p", str(folder), "-c", str(config)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait(port)
            yield f"http://127.0.0.1:{port}", f"https://localhost:{secure}"
        finally:
            process.terminate()


def _wait(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    msg = "nginx does not answer"
    raise RuntimeError(msg)

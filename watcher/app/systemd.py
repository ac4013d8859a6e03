"""What systemd and cron need to run the watch: unit, timer, line; and a word back to systemd."""

from __future__ import annotations

import os
import shlex
import socket
import sys
import time
from typing import TYPE_CHECKING

from watcher.app.clock import environment

if TYPE_CHECKING:
    from pathlib import Path

WATCHDOG_SECONDS = 600

_HARDENING = """\
# It reads its configuration, writes its database, and talks to the network: nothing else.
# In the configuration say database = "/var/lib/watcher/watcher.db", and let the file be
# readable for this service: keep secrets out of it.
DynamicUser=yes
StateDirectory=watcher
StateDirectoryMode=0700
WorkingDirectory=%S/watcher
UMask=0077
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ProtectHome={home}
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
ProtectProc=invisible
ProcSubset=pid
RestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM
RemoveIPC=yes
MemoryMax=1G
"""

_CREDENTIALS = """\
# Secrets: name them here, and { credential = "NAME" } in the configuration.
#LoadCredential=smtp-password:/etc/watcher/smtp-password
"""


def service_unit(command: str, config: Path) -> str:
    """Write the unit of the daemon: `watcher.service`."""
    run, reload = _call(command, "run", config), _call(command, "reload", config)
    return f"""\
# Save as /etc/systemd/system/watcher.service, then:
#   systemctl daemon-reload && systemctl enable --now watcher
[Unit]
Description=Watch what Ofsted finds of councils' services for children
Wants=network-online.target
After=network-online.target time-sync.target

[Service]
Type=notify
NotifyAccess=main
ExecStart={run}
ExecReload={reload}
Restart=always
RestartSec=30
WatchdogSec={WATCHDOG_SECONDS}
TimeoutStartSec=120
TimeoutStopSec=15
{_CREDENTIALS}{_hardening(command)}
[Install]
WantedBy=multi-user.target
"""


def check_unit(command: str, config: Path) -> str:
    """Write the unit of one pass, for the timer: `watcher-check.service`."""
    return f"""\
# Instead of the daemon: one pass now and then. Save as /etc/systemd/system/watcher-check.service
[Unit]
Description=One pass over what Ofsted finds of councils' services for children
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart={_call(command, "check", config)}
# 3: a source failed, 4: a delivery is pending, 75: another run is at work. All heal themselves.
SuccessExitStatus=3 4 75
TimeoutStartSec=1h
{_CREDENTIALS}{_hardening(command)}"""


def timer_unit() -> str:
    """Write the timer that goes with one pass: `watcher-check.timer`."""
    return """\
# Save as /etc/systemd/system/watcher-check.timer, then:
#   systemctl daemon-reload && systemctl enable --now watcher-check.timer
[Unit]
Description=Look at what Ofsted finds, twice an hour

[Timer]
OnCalendar=*:07,37
RandomizedDelaySec=5m
Persistent=true

[Install]
WantedBy=timers.target
"""


def cron_line(command: str, config: Path) -> str:
    """Write the line for a crontab; what it prints is mailed by cron."""
    return f"7,37 * * * * {_call(command, 'check', config)}\n"


def all_units(command: str, config: Path) -> str:
    """Write everything that `watcher init --systemd` prints."""
    parts = (service_unit(command, config), check_unit(command, config), timer_unit())
    cron = f"# Or with cron: add this to `crontab -e`.\n# {cron_line(command, config)}"
    return "\n".join((*parts, cron))


def own_command() -> str:
    """Give the full path of this program, for units and crontabs."""
    return os.path.abspath(sys.argv[0])  # noqa: PTH100  (a symbolic link stays one)


def _hardening(command: str) -> str:
    """Shut everything that is not needed; a program in somebody's home must be readable."""
    home = "read-only" if command.startswith("/home/") else "yes"
    return _HARDENING.format(home=home)


def _call(command: str, verb: str, config: Path) -> str:
    words = [command, verb, "--config", str(config)]
    return " ".join(shlex.quote(word).replace("%", "%%") for word in words)


class Systemd:
    """Speaks to the service manager, where there is one (`sd_notify(3)`)."""

    def __init__(self) -> None:
        self._address = environment("NOTIFY_SOCKET")
        interval = environment("WATCHDOG_USEC") or ""
        pid = environment("WATCHDOG_PID")
        mine = pid is None or pid == str(os.getpid())
        self.watchdog = int(interval) / 1e6 if interval.isdigit() and mine else None

    def ready(self) -> None:
        """Say that the start is over."""
        self._say("READY=1")

    def reloading(self) -> None:
        """Say that the configuration is read anew; `ready` ends it."""
        self._say(f"RELOADING=1\nMONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def stopping(self) -> None:
        """Say that the end has begun."""
        self._say("STOPPING=1")

    def alive(self) -> None:
        """Feed the watchdog."""
        if self.watchdog is not None:
            self._say("WATCHDOG=1")

    def status(self, text: str) -> None:
        """Say in one line what is going on."""
        self._say(f"STATUS={text}")

    def _say(self, text: str) -> None:
        if self._address is None:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
                line.sendto(text.encode(), address)
        except OSError:
            return

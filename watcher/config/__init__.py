"""TOML -> frozen Config; what is not known is refused, with the nearest known name."""

from watcher.config.load import load_config
from watcher.config.locate import locate_config
from watcher.config.model import (
    Config,
    DaemonTable,
    NotifierConfig,
    RouteTable,
    SourceConfig,
    WatcherTable,
)

__all__ = [
    "Config",
    "DaemonTable",
    "NotifierConfig",
    "RouteTable",
    "SourceConfig",
    "WatcherTable",
    "load_config",
    "locate_config",
]

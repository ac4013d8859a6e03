"""Find the configuration: named, else in the environment, else here, else in the user's folder."""

from __future__ import annotations

from pathlib import Path

from watcher.errors import ConfigError

FILE = "config.toml"


def locate_config(named: Path | None, from_environment: str | None) -> Path:
    """Give the file to read.

    Args:
        named: What `--config` says.
        from_environment: The value of `WATCHER_CONFIG`.

    Raises:
        ConfigError: when there is none.
    """
    if named is not None:
        return _existing(named, "--config")
    if from_environment:
        return _existing(Path(from_environment), "WATCHER_CONFIG")
    here = Path(FILE)
    if here.is_file():
        return here
    users = user_config()
    if users.is_file():
        return users
    raise ConfigError(
        f"no configuration: neither ./{FILE} nor {users} exists",
        hint="write one with `watcher init`, or name one with --config FILE",
    )


def user_config() -> Path:
    """Give the place of the configuration in the user's own folder."""
    from platformdirs import user_config_path

    return user_config_path("watcher") / FILE


def _existing(path: Path, origin: str) -> Path:
    if path.is_file():
        return path
    what = "is a folder, not a file" if path.is_dir() else "does not exist"
    raise ConfigError(
        f"the configuration named by {origin} {what}",
        resource=str(path),
        hint="write one with `watcher init`",
    )

"""What every notifier's options share, and secrets that never stand in the configuration."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  (pydantic reads it)
from typing import TYPE_CHECKING, Annotated, Literal, Protocol

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

if TYPE_CHECKING:
    import datetime as dt

    from watcher.model.message import Message, Receipt


class Strict(BaseModel):
    """A frozen table in which an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SecretRef(Strict):
    """Where a secret is: an environment variable, a file, a systemd credential.

    A literal value is possible for tests at home; `doctor` warns about it. The value is never
    shown: `repr` and every dump mask it.
    """

    env: str | None = None
    file: Path | None = None
    credential: str | None = Field(default=None, pattern=r"^[\w.-]+$")
    value: str | None = Field(default=None, repr=False, exclude=True)

    @model_validator(mode="after")
    def _exactly_one(self) -> SecretRef:
        given = [x for x in (self.env, self.file, self.credential, self.value) if x is not None]
        if len(given) != 1:
            msg = "give exactly one of env, file, credential"
            raise ValueError(msg)
        return self

    def __str__(self) -> str:
        """Say where it is, never what it is."""
        if self.env:
            return f"environment variable {self.env}"
        if self.file:
            return f"file {self.file}"
        return f"systemd credential {self.credential}" if self.credential else "(hidden)"


def _literal(value: object) -> object:
    return {"value": value} if isinstance(value, str) else value


Secret = Annotated[SecretRef, BeforeValidator(_literal)]
"""In TOML: `{ env = "NAME" }`, `{ file = "path" }`, `{ credential = "name" }` or a string."""


class NotifierOptions(Strict):
    """What every `[[notify]]` table may say."""

    name: str = Field(pattern=r"^[A-Za-z0-9_.-]{1,64}$", description="unique name, used in routes")
    kind: str
    length: Literal["short", "long"] = Field(
        default="long", description="short: one line an alert; long: with quotations"
    )
    timeout: float = Field(default=20.0, gt=0, le=120, description="seconds for one attempt")
    repeat: bool = Field(default=False, description="send an event again when it is confirmed")
    group: Literal["run", "alert"] = Field(
        default="run", description="run: one message for all alerts of a run; alert: one for each"
    )


class Resolve(Protocol):
    """Turn the place of a secret into the secret."""

    def __call__(self, secret: SecretRef) -> str:
        """Give the value.

        Raises:
            ConfigError: when it is not there.
        """
        ...


class Notifier(Protocol):
    """One channel: it sends, or says why not and whether trying again helps."""

    def send(self, message: Message, now: dt.datetime) -> Receipt:
        """Send one message once; `now` is the time of this attempt.

        Raises:
            DeliveryError: when the channel did not take it.
        """
        ...

"""The errors that a user can meet.

WatcherError
├── ConfigError          the configuration cannot be used
├── UsageError           the command line cannot be used
├── ReferenceDataError   packaged data contradicts itself
├── DocumentError        a document cannot be read
│   ├── UnreadableDocument   empty, binary, encrypted, truncated, too large
│   └── UnknownFormat        no parser for it
├── EngineError          the PDF engine cannot be run on this machine
├── FetchError           bytes could not be had (its `outcome` names why)
├── StoreError           the database cannot be used
│   ├── StoreTooNew          made by a later version
│   ├── StoreCorrupt         SQLite says so
│   ├── StoreLocked          another writer holds it
│   └── StoreUnwritable      read-only, or no space left
├── LockHeld             another run holds the lock
└── DeliveryError        a notification failed (`permanent` says whether to retry)
"""

from __future__ import annotations


class WatcherError(Exception):
    """Say what went wrong, with which thing, and what the user can do.

    Args:
        message: What went wrong, in one sentence without a final full stop.
        resource: The file, table, URL, source or council it is about.
        hint: What the user can do; empty when there is nothing.
    """

    def __init__(self, message: str, *, resource: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.resource = resource
        self.hint = hint

    def __str__(self) -> str:
        """Render resource, message and cause in one line."""
        head = f"{self.resource}: {self.message}" if self.resource else self.message
        cause = self.__cause__
        if cause is None or isinstance(cause, WatcherError):
            return head
        detail = str(cause) or type(cause).__name__
        return head if detail in head else f"{head} ({detail})"


class ConfigError(WatcherError):
    """The configuration cannot be used."""


class UsageError(WatcherError):
    """The command line cannot be used."""


class ReferenceDataError(WatcherError):
    """Packaged data contradicts itself."""


class DocumentError(WatcherError):
    """A document cannot be read."""


class UnreadableDocument(DocumentError):  # noqa: N818  (a state, as in house vocabulary)
    """The bytes are empty, binary, encrypted, truncated or too large."""


class UnknownFormat(DocumentError):  # noqa: N818
    """No parser understands these bytes."""


class EngineError(WatcherError):
    """The PDF engine cannot be run: the machine's trouble, and no document's."""


class FetchError(WatcherError):
    """Bytes could not be had.

    Args:
        message: What went wrong.
        outcome: The outcome's name, such as `forbidden` or `too_large`.
        resource: The URL or path.
        hint: What the user can do.
    """

    def __init__(self, message: str, *, outcome: str, resource: str = "", hint: str = "") -> None:
        super().__init__(message, resource=resource, hint=hint)
        self.outcome = outcome


class StoreError(WatcherError):
    """The database cannot be used."""


class StoreTooNew(StoreError):  # noqa: N818
    """The database was made by a later version of the program."""


class StoreCorrupt(StoreError):  # noqa: N818
    """SQLite says that the database is damaged."""


class StoreLocked(StoreError):  # noqa: N818
    """Another writer holds the database for too long."""


class StoreUnwritable(StoreError):  # noqa: N818
    """The database is read-only, or there is no space left."""


class LockHeld(WatcherError):  # noqa: N818
    """Another run holds the lock."""


class DeliveryError(WatcherError):
    """A notification could not be delivered.

    Args:
        message: What went wrong.
        permanent: Whether trying again is useless.
        retry_after: Seconds that the receiver asked to wait, if it did.
        resource: The notifier's name.
        hint: What the user can do.

    `status`, `answer` and `dialogue` hold what the receiver said; `left` names the recipients
    who did not get it where others did.
    """

    def __init__(
        self,
        message: str,
        *,
        permanent: bool = False,
        retry_after: float | None = None,
        resource: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(message, resource=resource, hint=hint)
        self.permanent = permanent
        self.retry_after = retry_after
        self.status: int | None = None
        self.answer = ""
        self.dialogue: tuple[str, ...] = ()
        self.left: tuple[str, ...] = ()

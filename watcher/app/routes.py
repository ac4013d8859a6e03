"""What the configuration says of routes, in terms of councils and not of names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from watcher.alerting.routing import Route, Where, recipients
from watcher.errors import ConfigError
from watcher.model.vocabulary import Change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from watcher.config import Config, RouteTable
    from watcher.model.alert import Alert
    from watcher.model.council import Register


class Routing:
    """Routes of one configuration; the register is loaded when a name must be understood."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._names = tuple(notifier.name for notifier in config.notifiers)

    def notifiers(self, alert: Alert) -> tuple[str, ...]:
        """Give the notifiers that are to be told of an alert."""
        return recipients(self.routes, self._names, alert, self.where(alert))

    @property
    def improvements(self) -> bool:
        """Whether anybody asks for improvements."""
        return any(Change.IMPROVED in table.changes for table in self._config.routes)

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """The routes.

        Raises:
            ConfigError: when one names a council or region that does not exist.
        """
        return tuple(self._route(table) for table in self._config.routes)

    def where(self, alert: Alert) -> Where:
        """Say where a council is."""
        if not self._config.routes and not self._config.groups:
            lineage = alert.events[0].lineage if alert.events else ""
            return Where(lineage=str(lineage))
        council = self._register.by_code[alert.council.code]
        lineage = str(council.lineage)
        groups = frozenset(name for name, held in self._groups.items() if lineage in held)
        return Where(lineage=lineage, region=council.region, groups=groups)

    def place(self, alert: Alert) -> Where:
        """Say where a council is, with all that a silence may name."""
        council = self._register.by_code[alert.council.code]
        lineage = str(council.lineage)
        groups = frozenset(name for name, held in self._groups.items() if lineage in held)
        return Where(lineage=lineage, region=council.region, groups=groups)

    def lineage_named(self, name: str) -> str:
        """Give the lineage of a council's name or code.

        Raises:
            ConfigError: when there is none.
        """
        from watcher.app.near import near_hint
        from watcher.model.council import CouncilCode

        found = self._register.by_code.get(CouncilCode(name)) or self._register.named(name)
        if found is None:
            raise ConfigError(
                f"no council is named {name!r}", hint=near_hint(name, self._register.names())
            )
        return str(found.lineage)

    def region_named(self, name: str) -> str:
        """Give a region as the register spells it.

        Raises:
            ConfigError: when there is none.
        """
        from watcher.app.near import near_hint

        regions = sorted({council.region for council in self._register.councils})
        for region in regions:
            if region.casefold() == name.casefold():
                return region
        raise ConfigError(f"no region is named {name!r}", hint=near_hint(name, regions))

    def check(self) -> None:
        """See that every name means something.

        Raises:
            ConfigError: when one does not.
        """
        if self._config.routes:
            _ = self.routes
        if self._config.groups:
            _ = self._groups

    @cached_property
    def _register(self) -> Register:
        from watcher.reference import load_register

        return load_register()

    @cached_property
    def _groups(self) -> dict[str, frozenset[str]]:
        return {
            name: frozenset(self.lineage_named(one) for one in members)
            for name, members in self._config.groups.items()
        }

    def _route(self, table: RouteTable) -> Route:
        return Route(
            notify=table.notify,
            minimum=table.severity,
            changes=frozenset(table.changes),
            councils=self._lineages(table.councils),
            regions=frozenset(self.region_named(name) for name in table.regions),
            groups=frozenset(table.groups),
            areas=frozenset(table.areas),
            kinds=frozenset(table.kinds),
            statuses=frozenset(table.statuses),
            ops=table.ops,
            digest=table.digest,
            at_once=table.at_once,
        )

    def _lineages(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(self.lineage_named(name) for name in names)

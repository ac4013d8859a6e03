"""Whatever fails, whenever it crashes: every alert arrives, under one key, and is accounted for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.articles import council_names
from tests.deliver.conftest import Channel, FakeCourier, World, refuse
from watcher.model.message import MessageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from watcher.errors import DeliveryError
    from watcher.model.message import Answer, Message, Outgoing

NAMES = council_names()


class Crash(BaseException):
    """The process ends here."""


@dataclass
class CrashingCourier(FakeCourier):
    """Ends the process after so many messages, before the answer is written down."""

    fuse: int = -1

    def carry(self, batches: Mapping[str, Sequence[Outgoing]]) -> Iterator[Answer]:
        for answer in super().carry(batches):
            self.fuse -= 1
            if self.fuse == 0:
                raise Crash
            yield answer


TEMPERS = {
    "well": lambda _message: None,
    "refuses": lambda _message: refuse(),
    "silent": lambda _message: refuse(status=None),
    "busy": lambda _message: refuse(status=429, retry_after=3600.0),
}

steps = st.lists(
    st.one_of(
        st.tuples(st.just("news"), st.integers(1, 3)),
        st.tuples(st.just("temper"), st.sampled_from(sorted(TEMPERS))),
        st.tuples(st.just("wait"), st.integers(1, 7200)),
        st.tuples(st.just("crash"), st.integers(1, 4)),
        st.tuples(st.just("clock"), st.integers(-7200, 7200)),
        st.tuples(st.just("round"), st.just(0)),
    ),
    max_size=14,
)


@given(plan=steps, grouped=st.booleans())
@settings(max_examples=60)
def test_every_alert_arrives_under_one_key_however_it_goes(
    *, plan: list[tuple[str, int | str]], grouped: bool
) -> None:
    world = World()
    world.channels = (Channel(name="mail", grouped=grouped), Channel(name="desk"))
    courier = CrashingCourier(world.clock)
    world.courier = courier
    names, told, crashes = iter(NAMES), [], 0
    for what, much in plan:
        if what == "news":
            fresh = [next(names) for _ in range(int(much))]
            told += fresh
            world.falls(*fresh)
        elif what == "temper":
            courier.fail = of_mail(str(much))
        elif what in {"wait", "clock"}:
            world.clock.forward(seconds=int(much))
        else:
            courier.fuse = int(much) if what == "crash" else -1
            try:
                world.round()
            except Crash:
                crashes += 1
            courier.fuse = -1
    courier.fail = TEMPERS["well"]
    for _ in range(12):
        world.round()
        world.clock.forward(days=1)
    for name in ("mail", "desk"):
        check(world, name, told, crashes)
    assert set(world.states()) <= {"sent"}
    world.store.close()


def of_mail(temper: str) -> Callable[[Message], DeliveryError | None]:
    """Let only the mail have that temper."""

    def fail(message: Message) -> DeliveryError | None:
        return TEMPERS[temper](message) if message.notifier == "mail" else None

    return fail


def check(world: World, name: str, told: list[str], crashes: int) -> None:
    got = [
        one for one in world.courier.got if one.notifier == name and one.kind is not MessageKind.OPS
    ]
    by_key = {one.key: [alert.council.name for alert in one.alerts] for one in got}
    assert sorted(council for councils in by_key.values() for council in councils) == sorted(told)
    counts = Counter(one.key for one in got)
    assert counts.total() - len(counts) <= crashes
    for one in got:
        assert [alert.council.name for alert in one.alerts] == by_key[one.key]

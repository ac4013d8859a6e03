"""What the reader compares with, compiled once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from watcher.extract.automaton import Automaton, build_automaton

if TYPE_CHECKING:
    from watcher.extract.lexicon import Lexicon
    from watcher.model.council import Register
    from watcher.model.framework import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ExtractContext:
    """Hold the register, the rulebook, the phrase rules and what was compiled of them.

    Findings under `threshold` are held. Compared by identity: it is made once a process.
    """

    register: Register
    rulebook: Rulebook
    lexicon: Lexicon
    threshold: float = 0.5
    automaton: Automaton = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Compile the names and the phrases."""
        object.__setattr__(self, "automaton", build_automaton(self.register, self.lexicon))

"""The command line: arguments in, text out, and the only place with exit codes.

Every command lives in a module of its own, which is imported when the command is run: so
`--help`, `--version` and completion cost little more than click itself.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

import click

from watcher import __version__
from watcher.errors import ConfigError, LockHeld, UsageError, WatcherError

if TYPE_CHECKING:
    from collections.abc import Mapping

EXIT_INTERNAL = 1
EXIT_USAGE = 2
EXIT_LOCKED = 75

COMMANDS: Mapping[str, tuple[str, str]] = {
    "check": ("watcher.cli.check:check", "Pass once over the sources that are due."),
    "run": ("watcher.cli.run:run", "Watch as a daemon."),
    "extract": ("watcher.cli.extract:extract", "Show what the reader sees in documents."),
    "status": ("watcher.cli.status:status", "Show where councils stand."),
    "show": ("watcher.cli.show:show", "Tell one council's story."),
    "search": ("watcher.cli.search:search", "Find stored documents by their words."),
    "alerts": ("watcher.cli.alerts:alerts", "List, acknowledge and reject alerts."),
    "explain": ("watcher.cli.explain:explain", "Print the receipt of an alert or event."),
    "outbox": ("watcher.cli.outbox:outbox", "Look after deliveries."),
    "silence": ("watcher.cli.silence:silence", "Mute a council or source for a while."),
    "release": ("watcher.cli.release:release", "Let held alerts go, or drop them."),
    "notify": ("watcher.cli.notify:notify", "Test and preview notifications."),
    "reload": ("watcher.cli.reload:reload", "Make the daemon read its configuration again."),
    "sources": ("watcher.cli.sources:sources", "Show and test sources."),
    "doctor": ("watcher.cli.doctor:doctor", "Find out what is wrong, and what to do."),
    "init": ("watcher.cli.init:init", "Write a first configuration."),
    "replay": ("watcher.cli.replay:replay", "Run a folder of documents through today's rules."),
    "import": ("watcher.cli.importing:import_", "Take baselines and registers in."),
    "export": ("watcher.cli.export:export", "Give data out."),
    "reextract": ("watcher.cli.reextract:reextract", "Read stored documents again and compare."),
    "site": ("watcher.cli.site:site", "Build the static dashboard."),
    "prune": ("watcher.cli.prune:prune", "Forget what need not be kept."),
    "completion": ("watcher.cli.completion:completion", "Print shell completion."),
}
"""Command name -> where it lives and its line in the help."""


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None when there is no such name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or fail with the nearest name."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            import difflib

            near = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"No such command {name!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="watcher")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def cli(ctx: click.Context, *, debug: bool) -> None:
    """Know when Ofsted finds that a council's services for children have got worse."""
    ctx.obj = {"debug": debug}


def main(args: list[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    sys.exit(run_cli(args))


def run_cli(args: list[str] | None = None) -> int:
    """Run the command line; turn every error of ours into a line on stderr and a code."""
    debug = "--debug" in (sys.argv[1:] if args is None else args)
    try:
        result: Any = cli.main(args=args, prog_name="watcher", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("watcher: stopped", err=True)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except WatcherError as error:
        if debug:
            raise
        return report(error)
    return result if isinstance(result, int) else 0


def report(error: WatcherError) -> int:
    """Print an error with its hint on stderr and give the exit code it stands for."""
    from watcher.alerting.render.words import one_line

    click.echo(one_line(f"watcher: {error}"), err=True)
    if error.hint:
        click.echo(f"  {one_line(error.hint)}", err=True)
    if isinstance(error, LockHeld):
        return EXIT_LOCKED
    return EXIT_USAGE if isinstance(error, ConfigError | UsageError) else EXIT_INTERNAL

"""`watcher completion`: shell completion."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(*, shell: str) -> int:
    r"""Print the completion for SHELL: commands, options, and the names of councils.

    \b
    bash  eval "$(watcher completion bash)"           in ~/.bashrc
    zsh   eval "$(watcher completion zsh)"            in ~/.zshrc
    fish  watcher completion fish > ~/.config/fish/completions/watcher.fish
    """
    from click.shell_completion import get_completion_class

    from watcher.cli import cli

    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover  (click knows all three)
        raise click.UsageError(f"no completion for {shell}")
    click.echo(kind(cli, {}, "watcher", "_WATCHER_COMPLETE").source())
    return 0

"""The command line: each command parses, calls, prints."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import IO, Any, NoReturn

import click

from graph import __version__
from graph.errors import MoonshotError

COMMANDS = {
    "build": "graph.cli.build:build",
    "extract": "graph.cli.build:extract",
    "load": "graph.cli.build:load",
    "ask": "graph.cli.query:ask",
    "overlap": "graph.cli.query:overlap",
    "cypher": "graph.cli.query:cypher",
    "info": "graph.cli.query:info",
    "explain": "graph.cli.explain:explain",
    "render": "graph.cli.draw:render",
    "export": "graph.cli.export:export",
    "verify": "graph.cli.build:verify",
    "diff": "graph.cli.compare:diff",
    "serve": "graph.cli.serving:serve",
    "mcp": "graph.cli.assistant:mcp",
}
"""Which function is which command, as ``--help`` lists them; imported only when it is used."""


class Failure(click.ClickException):
    """What went wrong, as one line."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line to ``file``, or to standard error."""
        click.echo(f"moonshot: {' '.join(self.message.split())}", file=file, err=file is None)


class Trouble(Failure):
    """What went wrong, in a command of which 1 says something else."""

    exit_code = 2


_TROUBLED = ("diff",)
"""As diff of files does: 0 is the same, 1 differs."""


class Stopped(Failure):
    """The user pressed Ctrl-C."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("stopped")


class WrongUsage(Failure):
    """The command line cannot be understood."""

    exit_code = 2


class LazyGroup(click.Group):
    """Commands whose modules are imported when they are called or asked for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; unless ``--debug``, every error becomes one line."""
        if ctx.params.get("debug"):
            return super().invoke(ctx)
        try:
            return super().invoke(ctx)
        except MoonshotError as error:
            raise _failure(ctx, str(error)) from error
        except KeyboardInterrupt as error:
            raise Stopped from error
        except BrokenPipeError as error:
            # The reader of our output (head, less) has gone; nothing is wrong.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(0) from error
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            # Nothing is hidden: it is named, and --debug shows all of it.
            what = f"{type(error).__name__}: {error}"
            told = "moonshot --debug shows where, please report it"
            raise _failure(ctx, f"a mistake in this program: {what}; {told}") from error


def _failure(ctx: click.Context, message: str) -> Failure:
    return Trouble(message) if ctx.invoked_subcommand in _TROUBLED else Failure(message)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="moonshot")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def moonshot(debug: bool) -> None:
    """Read documents on national research programmes into a graph, and ask it.

    \b
      moonshot build press-releases/       read documents into moonshot.kgl
      moonshot ask                         list the questions it answers
      moonshot overlap K-문샷 NEXT          where two programmes meet
      moonshot render -o page.html         a page to look at and to mail
    """
    del debug


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; exits with 0, 1 (something failed; of diff: differs) or 2 (wrong usage)."""
    _speak_utf8()
    try:
        code = moonshot.main(arguments, prog_name="moonshot", standalone_mode=False)
    except click.ClickException as error:
        _one_line(error).show()
        code = error.exit_code
    except click.Abort:
        Stopped().show()
        code = Stopped.exit_code
    sys.exit(code if isinstance(code, int) else 0)


def _one_line(error: click.ClickException) -> click.ClickException:
    """Return a usage error as one line that says where to read on; others as they are."""
    if not isinstance(error, click.UsageError) or isinstance(
        error, click.exceptions.NoArgsIsHelpError
    ):
        return error
    command = error.ctx.command_path if error.ctx else "moonshot"
    message = error.format_message().rstrip(".")
    return WrongUsage(f"{message}; see {command} --help")


def _speak_utf8() -> None:
    """Print UTF-8 whatever the console's encoding: cp949 must not decide what an answer may hold."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

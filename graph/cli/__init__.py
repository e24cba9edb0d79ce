"""The command line: each command parses, calls, prints."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from graph import __version__
from graph.errors import MoonshotError

COMMANDS = {
    "build": "graph.cli.build:build",
    "extract": "graph.cli.build:extract",
    "load": "graph.cli.build:load",
    "verify": "graph.cli.build:verify",
    "diff": "graph.cli.build:diff",
    "ask": "graph.cli.query:ask",
    "cypher": "graph.cli.query:cypher",
    "overlap": "graph.cli.query:overlap",
    "info": "graph.cli.query:info",
    "render": "graph.cli.draw:render",
    "export": "graph.cli.export:export",
}
"""Which function is which command; imported only when it is used."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called or asked for help."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import and return the command of that name."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that ``args`` name."""
        return super().resolve_command(context, args)


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


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; exits with 0, 1 (something failed) or 2 (wrong usage)."""
    for stream in (sys.stdout, sys.stderr):
        # A console in another encoding (cp949) must not decide what an answer may hold.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        sys.exit(moonshot.main(given, prog_name="moonshot", standalone_mode=False) or 0)
    except MoonshotError as error:
        if "--debug" in given:
            raise
        _fail(str(error), 1)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.Abort:
        _fail("stopped", 130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        _fail("stopped", 130)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; nothing is wrong.
        sys.stderr.close()
        sys.exit(0)


def _fail(message: str, code: int) -> None:
    print(f"moonshot: {' '.join(message.split())}", file=sys.stderr)
    sys.exit(code)

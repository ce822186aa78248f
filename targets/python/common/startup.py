"""How each of the five servers starts. In a folder of its own, for beside theirs Python would take those for packages."""

import signal
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = Path(__file__).parents[1] / "packages.txt"

HOST = "127.0.0.1"

# What a framework asks for by itself is 5 to 128: of 800 connections opened at once the rest would only be let in a
# second later.
BACKLOG = 4096


def prepare(framework):
    """The port to serve on. Ends the program where it is asked for the framework's version, or cannot serve."""
    try:
        installed = version(framework)
    except PackageNotFoundError:
        packages = " ".join(PACKAGES.read_text().split())
        sys.exit(f"{framework} is not installed; fix: sudo apt-get install {packages}")
    argument = sys.argv[1] if len(sys.argv) == 2 else ""
    if argument == "--version":
        print(installed)
        sys.exit()
    if not (argument.isascii() and argument.isdigit() and int(argument) <= 65535):
        sys.exit("usage: server.py PORT | --version")
    # In the middle of an answer Python's own way, an exception, would be printed and then forgotten.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return int(argument)

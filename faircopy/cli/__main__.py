"""`python -m faircopy.cli` is `faircopy`."""

from faircopy.cli.main import main

main()

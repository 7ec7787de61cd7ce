"""Makes `python -m faircopy.cli` the same as `faircopy`."""

from faircopy.cli.main import main

main()

"""`python -m commands` is `faircopy`."""

from commands.main import main

main()

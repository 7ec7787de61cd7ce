"""Both halves of the benchmark: `python -m benchmarks.boilerplate DATA`, plain text first, then pages."""

from benchmarks.boilerplate import lines, pages

lines.main()
pages.main()

"""Both halves of the benchmark: `python -m lab.benchmarks.boilerplate DATA`, plain text first, then pages."""

from lab.benchmarks.boilerplate import lines, pages

lines.main()
pages.main()

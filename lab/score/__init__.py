"""Every figure of the scorer on the development data, in one table: `python -m lab.score DATA`."""

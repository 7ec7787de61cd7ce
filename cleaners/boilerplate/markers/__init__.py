"""Markers and phrases: words that show what kind of boilerplate a line is."""

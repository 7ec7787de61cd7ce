"""Boilerplate in plain text, by rules and a model of its lines."""

"""Phrases and lines by which boilerplate gives itself away."""

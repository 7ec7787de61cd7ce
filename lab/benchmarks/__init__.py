"""Figures and speed of the stages, beside other tools."""

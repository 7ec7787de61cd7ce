"""Fit the confidence of the stage `typos`."""

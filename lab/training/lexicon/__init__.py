"""Builds the tables of the `typos` stage: `make lexicon`."""

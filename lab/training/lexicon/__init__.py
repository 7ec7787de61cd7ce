"""Build the lexicon of the stage `typos`: `make lexicon`."""

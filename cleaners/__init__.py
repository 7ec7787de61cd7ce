"""From texts to their edits: one fault, one file. Pure: no clock, network or settings inside."""

"""Standard output: a screen for people, JSON lines for other tools."""

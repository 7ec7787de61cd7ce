"""What a run has to clean, and what it remembers to find that out quickly."""

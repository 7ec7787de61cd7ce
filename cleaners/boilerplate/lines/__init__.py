"""Plain text: which lines are no part of the article, by rules and by a trained table."""

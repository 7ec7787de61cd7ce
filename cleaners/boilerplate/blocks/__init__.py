"""Pages: which blocks of markup are no part of the article."""

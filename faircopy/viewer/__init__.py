"""Edits shown to people. Data in, rich text out: nothing here reads a file or prints."""

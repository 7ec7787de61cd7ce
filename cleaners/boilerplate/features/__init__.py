"""Features of lines, shared by plain text and pages."""

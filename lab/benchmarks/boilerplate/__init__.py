"""The stage `boilerplate` beside other tools, on plain texts and pages."""

"""The stage `typos` beside other correctors, and its speed."""

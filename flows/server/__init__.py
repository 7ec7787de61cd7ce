"""Start, find and supervise Prefect servers."""

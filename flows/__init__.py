"""Runs as a Prefect flow: on demand, on a schedule, watched in a browser.

Only this package imports prefect, and only where it is needed: the import takes seconds.
"""

"""The job of `corpus` as a Prefect flow: run on demand, on a schedule, watched in a browser.

Only this package imports prefect, and only inside the functions that need it: it takes seconds.
"""

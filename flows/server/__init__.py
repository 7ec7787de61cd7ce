"""Prefect servers: started, found, supervised."""

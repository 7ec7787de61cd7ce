"""What worker processes do with documents, and the limits that protect a run from a bad one."""

"""The versioned table: schema, commits, readers, verification."""

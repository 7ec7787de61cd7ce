"""What all commands share: flags, the choice of a document, help, errors and exit codes."""

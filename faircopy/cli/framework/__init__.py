"""What all commands share: flags and the documents they select, help, errors and exit codes."""

"""What is done to many documents by worker processes, and how a bad one is kept from the others."""

"""How `faircopy clean` cleans: a single text, or JSON lines as a filter."""

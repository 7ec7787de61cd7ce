"""The speed of the stage `names`, and tools for making packs."""

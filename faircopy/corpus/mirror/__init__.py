"""The mirror of the newest clean texts as plain files."""

"""Views of edits, for people: functions from data to rich text. Nothing here reads files or prints."""

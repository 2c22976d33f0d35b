"""The lexicon as it is read: entries, their conditions, operators and word classes, found again by head word."""

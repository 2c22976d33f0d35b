"""The command line: `cameo-coder`."""

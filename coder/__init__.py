"""Turn English news text into source-action-target events in CAMEO codes."""

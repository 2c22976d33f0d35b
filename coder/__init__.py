"""Turn English news text into source-action-target events in CAMEO codes; ``docs/structure.md`` is the map."""

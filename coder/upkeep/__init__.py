"""How lexicon and dictionaries are kept: their checks, and what a corpus has that they lack."""

"""Names: the dictionaries, how they are read and looked up, and where their names stand in a sentence."""

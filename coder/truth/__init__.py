"""Whether what is told took place: denied, hoped for, only said, turned down, a mishap that is nobody's, or a game."""

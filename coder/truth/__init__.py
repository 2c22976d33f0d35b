"""Whether what is told took place: denied, hoped for, only said, turned down, or a mishap that is nobody's act."""

"""What a frame means: entries tried against it, operators joined with contents, and the sides of each act."""

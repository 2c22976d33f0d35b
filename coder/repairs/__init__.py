"""Mends what the language model's trees get wrong about news, one kind of fault a file; they run in its pipeline."""

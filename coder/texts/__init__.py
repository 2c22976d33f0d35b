"""Before the parse: what a text looks like, where its sentences end, whether it names anybody, what is asked of it."""

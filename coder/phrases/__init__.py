"""From a phrase to an actor's code: names, roles, countries and sectors put together by the codebook's rules."""

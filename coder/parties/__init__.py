"""Who can be source or target: phrases in the roles of a frame, whom pronouns mean, who speaks."""

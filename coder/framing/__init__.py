"""Frames are read here: who stands in which role of a verb, noun or adjective, whatever the grammar did to it."""

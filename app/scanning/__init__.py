"""Reads survey sheets back from pictures: where the sheet lies, which boxes are ticked, and where a person has to look."""

READ_PICTURES = "--read-pictures"
"""The hidden argument with which the program starts itself as a reading process."""

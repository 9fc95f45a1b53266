"""Reads survey sheets back from pictures: where the sheet lies, which boxes are ticked, and where a person has to look."""

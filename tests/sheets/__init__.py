"""Survey sheets as customers and scanners leave them: filled in by simulated hands, then scanned, photographed or copied.

Knows of the reader nothing: it takes the picture of a printed page and the places of its boxes.
"""

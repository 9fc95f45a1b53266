"""The slow model of points and the random histories that hold the ledger against it."""

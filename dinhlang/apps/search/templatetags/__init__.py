"""Tags of the search page."""

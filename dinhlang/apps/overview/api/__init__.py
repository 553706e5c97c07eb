"""The doors of this room: plans, places and days seen from above; what a new version of a plan means."""

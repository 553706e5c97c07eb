"""Reading a plan as a careful official reads it."""

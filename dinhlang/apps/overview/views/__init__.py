"""Pages that look from above."""

"""The doors of this room: plans, their clauses, what they stand on, their versions; adopted and changed."""

"""What other rooms may use of the index."""

"""The doors of this room: bodies and places as they stand, and every act that changes one, seen before it is done."""

"""The doors of this room: what arrived, and each step by which a person checks what was read of it."""

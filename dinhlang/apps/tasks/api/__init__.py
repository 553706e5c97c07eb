"""The doors of this room: what its pages show and do, for programs. The same access, forms and actions as the pages."""

"""From the bytes of a file to the text of a document, whatever the format, bounded in time and memory.

`opener` is the way in; it starts `worker` in a process of its own, and that one picks a reader. Readers know no Django,
so that a process starts in a blink and holds little.
"""

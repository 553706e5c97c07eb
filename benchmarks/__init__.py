"""The stated sizes as runnable commands; each prints its figures, last of all as JSON lines.

./run bench NAME=pages SCALE=1
"""

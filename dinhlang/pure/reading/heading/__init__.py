"""What a document says of itself: kind, number, date, place, issuer, title, bases, recipients, signer."""

from dinhlang.pure.reading.heading.form import Base, Found, Heading, Signer
from dinhlang.pure.reading.heading.read import read_heading

__all__ = ["Base", "Found", "Heading", "Signer", "read_heading"]

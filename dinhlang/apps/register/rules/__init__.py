"""What is true of the register without asking any table of the database."""

from dinhlang.apps.register.rules.bodies import Body, bodies_of
from dinhlang.apps.register.rules.codes import RESERVED, code_trouble, next_code

__all__ = ["RESERVED", "Body", "bodies_of", "code_trouble", "next_code"]

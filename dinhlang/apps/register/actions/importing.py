"""x"""

from dinhlang.base.refusal import Refusal


class CannotImport(Refusal):
    """x"""


def import_units(): ...
def keep_for_preview(): ...

"""What a file really is, whether it may be kept, and under what name. Plain Python: bytes in, an answer out."""

from dinhlang.apps.files.rules.archives import Fault, fault_of_archive, has_macros
from dinhlang.apps.files.rules.content import Content, content_of
from dinhlang.apps.files.rules.names import safe_name
from dinhlang.apps.files.rules.pictures import fault_of_picture, thumbnail_of

__all__ = [
    "Content",
    "Fault",
    "content_of",
    "fault_of_archive",
    "fault_of_picture",
    "has_macros",
    "safe_name",
    "thumbnail_of",
]

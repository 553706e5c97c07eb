"""What other rooms may use of stored files."""

from dinhlang.apps.files.models import StoredFile

__all__ = ["StoredFile"]

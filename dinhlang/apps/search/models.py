"""One index for everything that can be found: each room remembers its own things here."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """A thing that can be found: what it is, where it belongs, who may find it, and its folded words.

    `words` is what is searched (see `rules.index_words`) through an index that the migration makes: on SQLite the FTS5
    table `search_words`, kept by triggers; on PostgreSQL the generated column `tokens`. `path` is not searched: its
    branches are among the words.
    """

    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    detail = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)
    url = models.CharField(max_length=300)
    path = models.CharField(max_length=190, blank=True)
    is_public = models.BooleanField(default=False)
    is_living = models.BooleanField(default=True)
    day = models.DateField(null=True, blank=True)
    words = models.TextField()

    class Meta:
        verbose_name = _("mục tìm kiếm")
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="one_search_entry_each")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"

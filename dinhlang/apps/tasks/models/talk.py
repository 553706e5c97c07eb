"""What people say to each other beside a part: comments that stay, and whom they mention."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.tasks.models.tasks import Assignment


class Comment(models.Model):
    """A line beside a part. It is neither changed nor taken away; whoever erred says so in the next."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="comments")
    moment = models.DateTimeField()
    by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(_("ý kiến"))

    class Meta:
        verbose_name = _("trao đổi")

    def __str__(self) -> str:
        return f"{self.moment:%d/%m/%Y} {self.words[:60]}"


class Mention(models.Model):
    """Somebody is called by name in a comment, and finds it on the desk."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("nhắc tên")
        constraints = [models.UniqueConstraint(fields=["comment", "person"], name="a_comment_mentions_a_person_once")]

    def __str__(self) -> str:
        return str(self.person)

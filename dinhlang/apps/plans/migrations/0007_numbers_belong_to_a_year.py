"""A number begins anew each year (NĐ 30/2020/NĐ-CP, Điều 15): every plan and every citation knows the year of its own."""

from django.db import migrations, models
from django.db.models.functions import ExtractYear

from dinhlang.pure.viet import numbers_cited


def note_the_years(apps, schema_editor):
    """Of plans by their day, of citations by the day that their words say beside the number."""
    plan, citation = apps.get_model("plans", "Plan"), apps.get_model("plans", "Citation")
    plan.objects.filter(issued_on__isnull=False).update(number_year=ExtractYear("issued_on"))
    changed = []
    for one in citation.objects.only("key", "words").iterator(500):
        said = next((cited.year for cited in numbers_cited(one.words) if cited.key == one.key and cited.year), None)
        if said is not None:
            one.year = said
            changed.append(one)
    citation.objects.bulk_update(changed, ["year"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_changes_and_differences")]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="number_year",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="citation",
            name="year",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.RunPython(note_the_years, migrations.RunPython.noop),
    ]

"""Each plan has a keeper: so far its issuer; from now on perhaps the body below that received it."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F


def kept_by_its_issuer(apps, schema_editor):
    apps.get_model("plans", "Plan").objects.filter(keeper__isnull=True).update(keeper=F("issuer"))


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0002_sources_of_clauses"),
        ("units", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="keeper",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="plans_kept",
                to="units.unit",
                verbose_name="đơn vị thực hiện",
            ),
        ),
        migrations.RunPython(kept_by_its_issuer, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="plan", name="one_plan_a_number_an_issuer"),
    ]

"""A step of its own: PostgreSQL does not alter a table in the transaction that has just written its rows."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_who_keeps_a_plan")]

    operations = [
        migrations.AlterField(
            model_name="plan",
            name="keeper",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="plans_kept",
                to="units.unit",
                verbose_name="đơn vị thực hiện",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("issuer", "keeper", "number"),
                name="one_plan_a_number_a_keeper",
            ),
        ),
    ]

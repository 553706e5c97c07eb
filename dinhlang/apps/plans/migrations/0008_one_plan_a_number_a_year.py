"""A step of its own: PostgreSQL does not alter a table in the transaction that has just written its rows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_numbers_belong_to_a_year")]

    operations = [
        migrations.RemoveConstraint(model_name="plan", name="one_plan_a_number_a_keeper"),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("issuer", "keeper", "number", "number_year"),
                name="one_plan_a_number_a_year",
            ),
        ),
        migrations.RemoveConstraint(model_name="citation", name="a_plan_cites_a_number_once"),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                fields=("plan", "key", "year"), name="a_plan_cites_a_number_of_a_year_once"
            ),
        ),
    ]

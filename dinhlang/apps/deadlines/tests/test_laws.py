"""A deadline that stands on a law: shown with rule, article and counting; held where the rule was read in full."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.deadlines import actions, rules
from dinhlang.apps.deadlines.actions import BreaksTheLaw
from dinhlang.apps.deadlines.tests.factories import NOW, ON, a_deadline
from dinhlang.apps.people.tests.factories import a_viewer
from dinhlang.pure.dates import default_calendar
from dinhlang.pure.law import COUNTING_RULES

pytestmark = pytest.mark.django_db
LATEST = date(2026, 11, 27)


def named(deadline, law="disclosure", begin=ON):
    actions.name_law(deadline=deadline, law=law, begin=begin, by=deadline.plan.adopted_by, now=NOW, day=ON)
    return deadline


def kept(deadline, due, *, before=None):
    return actions.must_keep_to_law(deadline, before=before, due=due, field="due")


def test_every_rule_is_said_in_english_too():
    rules_shown = [*rules.time_rules(day=ON), *COUNTING_RULES]

    with translation.override("en"):
        untold = [
            rule.name
            for rule in rules_shown
            for words in filter(None, (rule.says, rule.counted_from))
            if actions.law_words(words) == words
        ]
        cited = actions.law_article("điểm b khoản 3 Điều 11 Nghị định 61/2023/NĐ-CP")

    assert untold == []
    assert cited == "point b clause 3 Article 11 Decree 61/2023/NĐ-CP"
    assert actions.law_article("khoản 2 Điều 13") == "khoản 2 Điều 13"


def test_the_page_names_rule_version_article_and_each_day_passed_over(client):
    deadline = named(a_deadline("trước ngày 30/11/2026", due=date(2026, 11, 30)))
    client.force_login(deadline.plan.adopted_by)

    said = client.get(reverse("deadlines:why", args=[deadline.pk])).content.decode()

    assert "khoản 3 Điều 12 Luật 10/2022/QH15" in said
    assert "Đếm 5 ngày làm việc kể từ ngày 20/11/2026" in said
    assert "21/11/2026 (cuối tuần)" in said
    assert "muộn nhất là ngày 27/11/2026" in said
    assert "khoản 2 Điều 147 Bộ luật Dân sự" in said
    assert deadline.law_version in said


def test_a_later_day_than_a_law_read_in_full_leaves_is_refused_with_the_article():
    deadline = named(a_deadline())

    kept(deadline, LATEST)
    with pytest.raises(BreaksTheLaw, match=r"khoản 3 Điều 12 .* Muộn nhất là ngày 27/11/2026"):
        kept(deadline, date(2026, 11, 30), before=LATEST)


def test_a_day_that_mends_less_than_all_is_let_through():
    kept(named(a_deadline()), date(2026, 11, 30), before=date(2026, 12, 4))


def test_what_must_last_is_not_cut_short():
    deadline = named(a_deadline(), law="posting")

    with pytest.raises(BreaksTheLaw, match="Sớm nhất là ngày 20/12/2026"):
        kept(deadline, date(2026, 12, 10), before=date(2026, 12, 25))


def test_what_was_not_read_in_full_reminds_and_stops_nobody(client):
    deadline = named(a_deadline(due=date(2026, 12, 4)), law="consultation_result")

    kept(deadline, date(2027, 1, 4), before=LATEST)

    client.force_login(deadline.plan.adopted_by)
    said = client.get(reverse("deadlines:why", args=[deadline.pk])).content.decode()
    assert "chỉ để nhắc" in said
    assert 'class="note soon"' in said


def test_without_the_day_from_which_it_counts_nothing_is_judged():
    deadline = named(a_deadline(), begin=None)

    kept(deadline, date(2030, 1, 1))
    found = rules.by_law(deadline.law, None, date(2030, 1, 1), default_calendar(), day=ON)
    assert found.verdict == rules.Verdict.UNKNOWN


def test_before_a_rule_was_in_force_it_cannot_be_named():
    with pytest.raises(actions.CannotName, match="chưa có hiệu lực"):
        named(a_deadline(), begin=date(2020, 1, 1))


def test_words_propose_rules_and_a_person_chooses(client):
    deadline = a_deadline("niêm yết công khai tại trụ sở")
    client.force_login(deadline.plan.adopted_by)
    page = reverse("deadlines:naming_law", args=[deadline.pk])

    asked = client.get(page)
    assert [key for key, _label in asked.context["form"].fields["law"].choices[1:3]] == ["disclosure", "posting"]
    client.post(page, {"law": "posting", "begin": "20/11/2026"})

    deadline.refresh_from_db()
    assert (deadline.law, deadline.law_from) == ("posting", ON)
    assert Entry.objects.filter(act="deadlines.law_named").count() == 1
    client.force_login(a_viewer(at=deadline.plan.issuer))
    assert client.get(page).status_code == 403


def test_all_rules_are_listed_with_their_articles(client):
    client.force_login(a_deadline().plan.adopted_by)

    said = client.get(reverse("deadlines:laws")).content.decode()

    assert "ít nhất 30 ngày" in said
    assert "khoản 2 Điều 28 Luật 10/2022/QH15" in said

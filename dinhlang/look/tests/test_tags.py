"""What the tags of `{% load look %}` write."""

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.utils.translation import override

from dinhlang.look import charts, drafts, examples
from dinhlang.look.fields import DayField


def rendered(text, /, query="", **context):
    request = RequestFactory().get("/danh-sach/" + query)
    return Template("{% load look %}" + text).render(RequestContext(request, context))


@pytest.fixture(autouse=True)
def in_vietnamese():
    with override("vi"):
        yield


def test_a_mark_is_a_sign_and_a_word():
    assert rendered('{% mark "late" %}') == ('<span class="mark late"><span aria-hidden="true">▲</span> Quá hạn</span>')
    assert "✓</span> Tiếp thu" in rendered('{% mark "done" "Tiếp thu" %}')
    assert 'class="mark none"' in rendered('{% mark "unheard of" %}')
    assert "&lt;b&gt;" in rendered("{% mark 'done' text %}", text="<b>")


def test_a_meter_says_in_words_what_it_draws():
    html = rendered("{% meter done=29 doing=8 late=3 rest=0 %}")

    assert 'aria-label="29 xong · 8 đang làm · 3 quá hạn"' in html
    assert 'class="fill-done" x="0.0%" width="72.5%"' in html
    assert "fill-rest" not in html


def test_a_meter_of_nothing_says_so():
    assert "Chưa có việc nào" in rendered("{% meter %}")


def test_an_icon_is_decoration_unless_it_is_named():
    assert 'aria-hidden="true"' in rendered('{% icon "search" %}')
    assert 'role="img" aria-label="Tìm"' in rendered('{% icon "search" label="Tìm" %}')


def test_a_field_is_tied_to_its_help_and_error():
    form = examples.faulty_form()

    html = rendered("{% field form.due %}", form=form)

    assert 'aria-describedby="wrong_due_help wrong_due_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="wrong_due_error"' in html
    assert 'value="31/2/2026"' in html


@pytest.mark.parametrize("name", list(examples.ExampleForm.base_fields))
def test_every_kind_of_field_has_a_label(name):
    html = rendered("{% field bound %}", bound=examples.ExampleForm()[name])

    assert "<label" in html
    assert str(examples.ExampleForm.base_fields[name].label) in html


def test_ticks_are_one_group_with_a_legend():
    html = rendered("{% field form.places filter=True %}", form=examples.ExampleForm())

    assert "<fieldset" in html and "<legend" in html
    assert html.count('type="checkbox"') == 12
    assert "data-filter" in html


def test_a_hidden_field_is_only_its_input():
    class Hidden(forms.Form):
        key = forms.CharField(widget=forms.HiddenInput)

    assert rendered("{% fields form %}", form=Hidden({"key": "7"})).startswith('<input type="hidden"')


def test_optional_fields_say_so_and_required_ones_need_not():
    assert "(không bắt buộc)" in rendered("{% field form.number %}", form=examples.ExampleForm())
    assert "(không bắt buộc)" not in rendered("{% field form.name %}", form=examples.ExampleForm())


def test_the_summary_links_to_each_faulty_field():
    html = rendered("{% form_errors form %}", form=examples.faulty_form())

    assert "Còn 2 chỗ" in html
    assert 'href="#wrong_name"' in html and 'href="#wrong_due"' in html


def test_a_form_without_errors_has_no_summary():
    assert rendered("{% form_errors form %}", form=examples.ExampleForm()).strip() == ""


def test_a_column_head_sorts_and_keeps_the_filters():
    html = rendered('{% sort_head "due" "Hạn" %}', query="?state=late&page=3&sort=due", sort="due")

    assert 'aria-sort="ascending"' in html
    assert 'href="?state=late&amp;sort=-due"' in html


def test_a_head_that_does_not_sort_now_says_nothing():
    html = rendered('{% sort_head "due" "Hạn" numeric=True %}', sort="-title")

    assert "aria-sort" not in html
    assert "num" in html


def test_a_filter_form_keeps_what_it_does_not_ask():
    html = rendered('{% keep_query "q" %}', query="?q=nhà&state=late&state=soon&page=2")

    assert html.count("<input") == 2
    assert 'name="state" value="soon"' in html


def test_pages_keep_the_filters_too():
    page = Paginator(range(100), 25).page(2)

    html = rendered('{% include "look/paging.html" %}', query="?state=late&page=2", page=page)

    assert "state=late" in html and "page=3" in html
    assert "Trang 2 trên 4 · 100 mục" in html


def test_one_page_needs_no_paging():
    assert rendered('{% include "look/paging.html" %}', page=Paginator([1], 25).page(1)).strip() == ""


def test_a_dialog_is_a_folded_section_without_the_script():
    html = rendered('{% dialog "why" "Trả lại?" "Trả lại…" %}<p>Lý do</p>{% enddialog %}')

    assert '<details class="dialog" data-dialog id="why">' in html
    assert "<p>Lý do</p>" in html


def test_initials_are_of_the_last_two_words():
    assert rendered("{{ name|initials }}", name="Nguyễn Thị Hà Linh") == "HL"


def test_the_theme_is_what_the_browser_chose_and_auto_without_a_request():
    request = RequestFactory().get("/")
    request.COOKIES["theme"] = "dark"

    assert Template("{% load look %}{% theme %}").render(RequestContext(request)) == "dark"
    assert Template("{% load look %}{% theme %}").render(Context()) == "auto"


def test_a_bar_chart_is_a_table():
    html = rendered('{% include "look/chart_bars.html" with title="Ý kiến" %}', rows=examples.BARS)

    assert '<th scope="row"><a href="#">Xã Nhã Nam</a></th>' in html
    assert 'width="63.38%"' in html


def test_a_line_chart_has_its_table():
    html = rendered(
        '{% include "look/chart_line.html" with title="Theo tháng" %}', labels=examples.MONTHS, series=examples.SERIES
    )

    assert html.count("<circle") == 22
    assert '<th scope="row">T11</th><td class="num">38</td><td class="num">37</td>' in html


@pytest.mark.parametrize(("largest", "top"), [(41, 50), (7, 10), (100, 100), (101, 200), (0.4, 1), (2100, 2500)])
def test_the_scale_ends_at_a_round_number(largest, top):
    assert charts.round_top(largest) == top


def test_charts_of_nothing_are_drawn_empty():
    assert charts.bars([]) == []
    assert charts.lines([], [])["rows"] == []


@pytest.mark.parametrize("typed", ["5/9/24", "05/09/2024", "5-9-2024", "5.9.24", "2024-09-05", " 5 / 9 / 2024 "])
def test_a_day_is_read_however_it_is_typed(typed):
    assert f"{DayField().clean(typed):%Y-%m-%d}" == "2024-09-05"


def test_a_day_that_is_none_is_answered_with_an_example():
    with pytest.raises(forms.ValidationError, match="ví dụ 5/9/2026"):
        DayField().clean("31/2/2026")


def test_a_draft_that_arrived_is_forgotten():
    from django.http import HttpResponse

    response = drafts.done(HttpResponse(), "task-7")

    assert response.cookies["draft_done"].value == "task-7"


def test_a_cell_knows_the_word_of_its_column():
    html = rendered(
        "{% for label, cell in row|labelled:header %}{{ label }}={{ cell }};{% endfor %}", row=["1", "2"], header=["TT"]
    )

    assert html == "TT=1;=2;"


def test_an_empty_day_does_not_look_like_a_day():
    class Due(forms.Form):
        day = DayField()

    assert 'placeholder="ngày/tháng/năm"' in rendered("{% field form.day %}", form=Due())


class Several:
    """Several forms told as one, as the page of handing out tells them: it has no files and no data of its own."""

    is_bound = True

    def __iter__(self):
        return iter(())

    def non_field_errors(self):
        return ["Chưa rõ ai làm"]


def test_several_forms_told_as_one_need_hold_no_files():
    assert "Chưa rõ ai làm" in rendered("{% form_errors form %}", form=Several())

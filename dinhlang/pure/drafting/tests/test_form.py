import pytest

from dinhlang.pure.drafting import COUNTRY, FORM, Form, Lettering, Measure, width

CHOICES = {name: choice for name, choice in vars(Form).items() if isinstance(choice, Measure | Lettering)}


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_lies_within_the_decree_and_names_its_place(name):
    choice = CHOICES[name]

    if isinstance(choice, Measure):
        assert choice.lowest <= choice.value <= choice.highest
    else:
        assert choice.smallest <= choice.size <= choice.largest
    assert choice.reference.startswith("NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục ")


def test_nobody_changes_the_form():
    with pytest.raises(AttributeError):
        FORM.margin_left = 10


def test_the_text_is_as_wide_as_paper_less_margins():
    assert FORM.text_width == 165


def test_the_name_of_the_country_is_as_wide_as_measured_in_print():
    assert width(COUNTRY, 12) == pytest.approx(88.3, abs=0.5)

from dataclasses import replace

import pytest

from dinhlang.pure.drafting import Heading, Letterhead, Level, Mark, Paragraph, Power, SignOff, kind, missing
from dinhlang.pure.drafting.tests.examples import a_decision, a_letter, a_plan


@pytest.mark.parametrize("draft", [a_plan(), a_letter()])
def test_a_complete_document_lacks_nothing(draft):
    assert missing(draft, issuing=True) == []


def test_number_and_day_are_asked_for_only_when_issuing():
    assert missing(a_decision()) == []
    assert [trouble.part for trouble in missing(a_decision(), issuing=True)] == ["number", "day"]


@pytest.mark.parametrize(
    ("draft", "part"),
    [
        (a_plan(letterhead=Letterhead(" ")), "issuer"),
        (a_plan(symbol=""), "symbol"),
        (a_plan(symbol="KH - UBND"), "symbol"),
        (a_plan(symbol="BC-UBND"), "symbol"),
        (a_letter(symbol="CV-UBND"), "symbol"),
        (a_plan(place=""), "place"),
        (a_plan(title=" "), "title"),
        (a_plan(body=(Heading(Level.ROMAN, "Mục đích"), Paragraph(" ")), appendices=()), "body"),
        (a_plan(body=(Paragraph("Không nhắc đến."),)), "appendices"),
        (a_plan(recipients=()), "recipients"),
        (a_plan(filed=""), "filed"),
        (a_letter(addressees=()), "addressees"),
        (replace(a_plan(), kind=kind("TTr"), symbol="TTr-UBND"), "addressees"),
        (a_decision(bases=()), "bases"),
        (a_plan(sign_off=SignOff("", "An")), "sign_off.title"),
        (a_plan(sign_off=SignOff("Chủ tịch", "")), "sign_off.name"),
        (a_plan(sign_off=SignOff("Chủ tịch", "TS. Nguyễn Văn An")), "sign_off.name"),
        (a_plan(sign_off=SignOff("Chủ tịch", "An", (Power(Mark.ON_BEHALF, ""),))), "sign_off.powers"),
    ],
)
def test_what_is_missing_is_named_with_reason_and_reference(draft, part):
    (trouble,) = missing(draft)

    assert trouble.part == part
    assert trouble.why.endswith(".")
    assert trouble.reference.startswith("NĐ 30/2020/NĐ-CP, ")


def test_an_acting_head_needs_no_further_title():
    assert missing(a_plan(sign_off=SignOff("", "Nguyễn Văn An", (Power(Mark.ACTING, "Chủ tịch"),)))) == []

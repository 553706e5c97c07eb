"""Outgoing documents of a province's committee, on a plan that is under way."""

from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.reports.tests.factories import NOW, a_final_report, a_world_at_work
from dinhlang.apps.units.tests.factories import TODAY


def a_draft(world=None, **facts) -> issuance.OutgoingDocument:
    """The report of a committee as an official document."""
    world = world or a_world_at_work()
    return issuance.draft_from_report(report=a_final_report(world, **facts), by=world.officer, now=NOW)


def a_notice(world=None, *, title="Về lịch tiếp công dân tháng 12", kind_code="TB", now=NOW):
    """A short document of another kind."""
    world = world or a_world_at_work()
    body = "1. Thời gian: 8 giờ ngày 05/12/2026.\n2. Địa điểm: Trụ sở tiếp công dân."
    notice = issuance.draft_document(
        issuer=world.committee, kind_code=kind_code, title=title, body=body, by=world.officer, now=now
    )
    if kind_code == "công văn":
        return issuance.change_draft(document=notice, by=world.officer, now=now, addressees=["UBND các xã, phường"])
    return notice


def waiting(world, document=None) -> issuance.OutgoingDocument:
    return issuance.submit_for_signature(document=document or a_draft(world), by=world.officer, now=NOW)


def issued(world, document=None, *, day=TODAY) -> issuance.OutgoingDocument:
    return issuance.issue(document=waiting(world, document), by=world.leader, day=day, now=NOW)

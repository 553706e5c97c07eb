"""Put the country's units into the house, before and after 01/07/2025."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dinhlang.apps.register import actions
from dinhlang.base import clock
from dinhlang.base.refusal import Refusal


class Command(BaseCommand):
    """Nạp danh mục đơn vị cả nước."""

    help = "Nạp đơn vị hành chính cả nước trước và sau 01/07/2025 · Load the country's units and the 2025 reform"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only", nargs="*", default=[], help="mã tỉnh, ví dụ 24 · codes of provinces")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = actions.load_country(now=clock.now(), today=clock.today(), only=options["only"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{loaded.units} đơn vị mới, {loaded.already} đã có, {loaded.successions} kế thừa mới.")

"""How each route that takes arguments is asked for: with what, told in words."""

from collections.abc import Iterator

from dinhlang.apps.reminders import access as following


class Examples:
    """The arguments of each route, from the things that a `World` holds."""

    def examples(self) -> dict[str, list[tuple[str, tuple]]]:
        """For each route that takes arguments: what it is asked for, in words, and the arguments."""
        return {name: list(found) for name, found in self._examples()}

    def _examples(self) -> Iterator[tuple[str, list]]:
        yield from self._examples_of_intake()
        yield from self._examples_of_plans()
        yield from self._examples_of_tasks()
        yield from self._examples_of_papers()
        yield from self._examples_of_people_and_units()
        yield from self._examples_of_the_portal()
        yield from self._examples_of_privacy()
        yield from self._examples_of_doors()
        for name in ("job", "rerun", "drop"):
            yield f"operations:{name}", [("given up", (self.job.pk,))]
        yield from self._examples_of_reminders()
        hidden, public = self.task.deadline_id, self.public_task.deadline_id
        for name in ("why", "ending", "recording", "taking_back", "evidence", "linking", "naming_law"):
            yield f"deadlines:{name}", [("plan not public", (hidden,)), ("plan public", (public,))]
        own = [("plan not public", (hidden, self.own.pk)), ("plan public", (public, self.own.pk))]
        yield "deadlines:linking_own", own
        yield "deadlines:laying", [("not public", (self.hidden.pk,)), ("public", (self.public.pk,))]
        for name in ("chain", "changing_chain", "ending_chain"):
            yield f"deadlines:{name}", [("of a plan not public", (self.chain.pk,))]
        for name in ("moving", "cancelling"):
            yield f"deadlines:{name}", [("of the commune", (self.session.pk,))]
        yield "calendar:withdrawing", [("added here", (self.day_off.pk,))]

    def _examples_of_doors(self):
        """What programs, and people's own programs, ask for."""
        yield from self._examples_of_doors_of_tasks()
        yield from self._examples_of_doors_of_plans()
        yield from self._examples_of_doors_of_intake()
        hidden, public = self.task.deadline_id, self.public_task.deadline_id
        for name in ("deadline", "record_event", "withdraw_event", "end_series", "name_law", "link_session"):
            yield f"deadlines_api:{name}", [("plan not public", (hidden,)), ("plan public", (public,))]
        for name in ("chains", "lay"):
            yield f"deadlines_api:{name}", [("not public", (self.hidden.pk,)), ("public", (self.public.pk,))]
        for name in ("chain", "move_chain", "end_chain"):
            yield f"deadlines_api:{name}", [("of a plan not public", (self.chain.pk,))]
        own = [("plan not public", (hidden, self.own.code)), ("plan public", (public, self.own.code))]
        yield "deadlines_api:link_own_session", own
        for name in ("move_session", "cancel_session"):
            yield f"deadlines_api:{name}", [("of the commune", (self.session.pk,))]
        yield "calendar_api:withdraw_day", [("added here", (self.day_off.pk,))]
        yield "overview_api:drop_view", [("of the village head", (self.view.pk,))]
        yield "reminders_api:read", [("of the village head", (self.notice.pk,))]
        for name in ("renew", "unfollow"):
            yield f"reminders_api:{name}", [("of the village head", (self.subscription.pk,))]
        yield "register_api:body", [("village", (self.village.code,))]
        acts = ("them", "so_ho", "doi_ten", "doi_hinh_thuc", "chuyen", "sap_nhap", "chia", "bai_bo", "dinh_chinh")
        for name in (*acts, "toa_do", "lap_bo_may", "thu_hoi"):
            for way in (name, f"{name}_before"):
                yield f"register_api:{way}", [("village", (self.village.code,))]

    def _examples_of_doors_of_tasks(self):
        part = [("plan not public", (self.part.pk,)), ("plan public", (self.public_part.pk,))]
        told = ("part", "log", "comments", "extensions", "obstacles_of_part")
        done = ("accept", "send_back", "take_off", "exempt", "reassign", "receive", "decline", "not_ours")
        for name in (*told, *done):
            yield f"tasks_api:{name}", part
        task = [("plan not public", (self.task.pk,)), ("plan public", (self.public_task.pk,))]
        for name in ("task", "change_due", "withdraw", "add_members"):
            yield f"tasks_api:{name}", task
        for name in ("obstacle", "answer_obstacle", "pass_up", "settle", "again"):
            yield f"tasks_api:{name}", [("plan not public", (self.obstacle.pk,))]
        yield "tasks_api:answer_extension", [("plan not public", (self.later.pk,))]
        yield "tasks_api:hand_out", [("plan not public", (self.basis.pk, self.left.pk))]
        for name in ("shares", "show_inside", "ask_money", "allot_money"):
            yield f"tasks_api:{name}", part
        for name in ("share", "tell_share", "return_share", "withdraw_share"):
            yield f"tasks_api:{name}", [("plan not public", (self.share.pk,))]
        yield "tasks_api:decide_all", task
        for name in ("money", "money_of_parts"):
            yield f"tasks_api:{name}", [("not public", (self.hidden.pk,)), ("public", (self.public.pk,))]
        yield "tasks_api:choose_heir", [("village", (self.village.code,))]
        yield "tasks_api:withdraw_heir", [("of the village", (self.heir.pk,))]
        yield "tasks_api:evidence", [("plan not public", (self.evidence.pk,))]
        yield "tasks_api:obstacle_file", [("plan not public", (self.obstacle_file.pk,))]

    def _examples_of_doors_of_intake(self):
        document = [("being marked", (self.document.pk,)), ("adopted", (self.hidden.document_id,))]
        steps = ("set_aside", "accept_many", "correct_header", "names", "leave_name", "forget_name", "read_again")
        for name in ("document", "marks", *steps):
            yield f"intake_api:{name}", document
        yield "intake_api:answer_twin", [("asked about", (self.asking.pk,))]
        yield "intake_api:paste", [("unread", (self.unread.pk,))]
        yield "intake_api:bring_back", [("set aside", (self.set_aside.pk,))]
        for name in ("correct_report", "drop_report"):
            yield f"intake_api:{name}", [("read", (self.read.pk, 1))]
        for name in ("mark", "accept", "correct", "split", "join", "drop", "take_back"):
            yield f"intake_api:{name}", [("being marked", (self.document.pk, self.mark.pk))]

    def _examples_of_doors_of_plans(self):
        plan = [("not public", (self.hidden.pk,)), ("public", (self.public.pk,))]
        for name in (
            "plans_api:plan",
            "plans_api:bases",
            "plans_api:show",
            "plans_api:number",
            "plans_api:change_plan",
        ):
            yield name, plan
        for name in ("overview_api:plan", "overview_api:coverage", "overview_api:timeline"):
            yield name, plan
        for name in ("issuance_api:dispatch", "reminders_api:texts"):
            yield name, plan
        for name in ("plans_api:change", "overview_api:consequences", "overview_api:follow_unchanged"):
            yield name, [("not public", (self.change.pk,))]
        yield "overview_api:decide", [("not public", (self.change.pk, 1))]
        yield "overview_api:ask_for_plan", [("not public", (self.hidden.pk, self.hidden.clauses.get().pk))]
        yield "overview_api:place", [("commune", (self.own.code,))]
        for name in ("confirm", "drop", "taken_over"):
            yield f"plans_api:{name}", [("not public", (self.hidden.pk, self.basis.pk))]
        yield "plans_api:take_over", [("not public", (self.hidden.pk, self.basis.pk, self.left.pk))]
        yield "plans_api:adopt", [("being marked", (self.document.pk,))]

    def _examples_of_reminders(self):
        yield "reminders:reading", [("of the village head", (self.notice.pk,))]
        for name in ("renewing", "unfollowing"):
            yield f"reminders:{name}", [("of the village head", (self.subscription.pk,))]
        yield "reminders:leaving", [("of the village head", (self.browser.pk,))]
        yield "reminders:stop", [("a link that nobody was given", ("khong-co",))]
        old = following.secret_of(self.of_nobody)
        for name in ("calendar", "feed"):
            secrets = [("a secret that nobody was given", ("khong-co",)), ("whose owner lost the role", (old,))]
            yield f"reminders:{name}", secrets
        for name in ("plan_feed", "pasting"):
            yield f"reminders:{name}", [("not public", (self.hidden.pk,)), ("public", (self.public.pk,))]
        yield "issuance:urging", [("not public", (self.hidden.pk,)), ("public", (self.public.pk,))]

    def _examples_of_privacy(self):
        steps = ("request", "taking_back", "download", "accepting", "extending", "finishing", "refusing")
        for name in steps:
            yield f"privacy:{name}", [("of the village head", (self.asked.pk,))]
        for name in ("consent", "withdrawing"):
            yield f"privacy:{name}", [("of the village head", (self.consent.pk,))]

    def _examples_of_intake(self):
        document, kept = ("being marked", (self.document.pk,)), ("adopted", (self.hidden.document_id,))
        for name in ("document", "original"):
            yield f"intake:{name}", [document, kept]
        for name in ("correcting", "setting_aside", "marking", "putting_back"):
            yield f"intake:{name}", [document]
        read, asking = ("read", (self.read.pk,)), ("asked about", (self.asking.pk,))
        yield "intake:reading_again", [document, ("unread", (self.unread.pk,))]
        yield "intake:reading_anyway", [asking]
        yield "intake:pasting", [("unread", (self.unread.pk,))]
        yield "intake:picture", [document]
        yield "intake:page", [("being marked", (self.document.pk, 1))]
        for name in ("checking", "accepting", "adding", "heading", "naming", "gold"):
            yield f"intake:{name}", [read, asking]
        for name in ("reporting", "dropping_report"):
            yield f"intake:{name}", [("read", (self.read.pk, 0))]
        for name in ("mending", "dropping", "taking_back"):
            yield f"intake:{name}", [("read", (self.read.pk, self.read.marks.get().pk))]
        yield "intake:bringing_back", [("set aside", (self.set_aside.pk,))]
        for name in ("wording", "giving", "splitting", "joining", "removing", "place"):
            yield f"intake:{name}", [("being marked", (self.document.pk, self.mark.pk))]

    def _examples_of_plans(self):
        hidden, public = ("not public", (self.hidden.pk,)), ("public", (self.public.pk,))
        for name in ("plan", "basing", "showing"):
            yield f"plans:{name}", [hidden, public]
        for name in ("source", "original"):
            yield f"plans:{name}", [hidden]
        yield from self._examples_of_the_cascade()
        yield "plans:unbasing", [("not public", (self.hidden.pk, self.basis.pk))]
        yield "plans:adopting", [("being marked", (self.document.pk,))]
        for name in ("hand_out", "money", "money_csv", "money_xlsx"):
            yield f"tasks:{name}", [hidden, public]
        yield "tasks:hand_out_clause", [("not public", (self.basis.pk, self.left.pk))]

    def _examples_of_the_cascade(self):
        hidden, public = ("not public", (self.hidden.pk,)), ("public", (self.public.pk,))
        for name in ("cascade", "changing", "numbering"):
            yield f"plans:{name}", [hidden, public]
        for name in ("confirming", "taking_over"):
            yield f"plans:{name}", [("not public", (self.hidden.pk, self.basis.pk))]
        for name in ("plan", "plan_then", "plan_paper", "plan_export", "coverage", "coverage_export"):
            yield f"overview:{name}", [hidden, public]
        yield "overview:asking", [("not public", (self.hidden.pk, self.hidden.clauses.get().pk))]
        change = ("not public", (self.change.pk,))
        yield "plans:difference", [change]
        for name in ("consequences", "confirming_unchanged"):
            yield f"overview:{name}", [change]
        yield "overview:confirming", [("not public", (self.change.pk, 1))]
        for name in ("place", "place_then"):
            yield f"overview:{name}", [("commune", (self.own.code,))]
        yield "overview:dropping", [("of the village head", (self.view.pk,))]

    def _examples_of_tasks(self):
        for name in ("task", "decide", "change_due", "withdraw", "add_members"):
            yield (
                f"tasks:{name}",
                [("plan not public", (self.task.pk,)), ("plan public", (self.public_task.pk,))],
            )
        bodies = ("ask_money", "allot_money", "comment", "reassign", "raise_obstacle", "shares", "show_inside")
        deciding = ("accept", "send_back", "take_off", "exempt")
        for name in ("assignment", "receive", "tell", *deciding, *bodies, "decline", "not_ours", "asking_extension"):
            yield (
                f"tasks:{name}",
                [("plan not public", (self.part.pk,)), ("plan public", (self.public_part.pk,))],
            )
        yield "tasks:answering_extension", [("plan not public", (self.later.pk,))]
        for name in ("", "answer_", "pass_up_", "settle_"):
            yield f"tasks:{name}obstacle", [("plan not public", (self.obstacle.pk,))]
        yield "tasks:raise_obstacle_again", [("plan not public", (self.obstacle.pk,))]
        for name in ("share", "tell_share", "return_share", "withdraw_share"):
            yield f"tasks:{name}", [("plan not public", (self.share.pk,))]
        yield "tasks:withdraw_heir", [("chosen ahead", (self.heir.pk,))]
        yield "tasks:share_file", [("plan not public", (self.share_file.pk,))]
        yield "tasks:obstacle_file", [("plan not public", (self.obstacle_file.pk,))]
        for name in ("evidence", "thumbnail"):
            yield f"tasks:{name}", [("plan not public", (self.evidence.pk,))]

    def _examples_of_papers(self):
        both = [("draft", (self.draft_report.pk,)), ("final", (self.final_report.pk,))]
        for name in ("report", "editing", "gathering_again", "finishing", "reopening", "printing"):
            yield f"reports:{name}", both
        yield "reports:counted", [(words, (*args, "late")) for words, args in both]
        drafts, inner, shown = ("draft", self.draft), ("issued, inner", self.inner), ("issued, public", self.shown)
        papers = [(words, (paper.pk,)) for words, paper in (drafts, inner, shown)]
        for name in ("document", "download", "changing", "submitting", "returning", "issuing", "withdrawing"):
            yield f"issuance:{name}", papers
        yield "issuance:from_report", [(words, args) for words, args in both]

    def _examples_of_people_and_units(self):
        head = self.persons["village head"]
        of_accounts = ("changing", "locking", "new_password", "taking_off", "taking_identity_off", "giving_role")
        for name in ("detail", *of_accounts):
            yield f"people:{name}", [("village head", (head.pk,))]
        for name in ("program", "renewing_token", "revoking_program"):
            yield f"people:{name}", [("of the commune", (self.program.pk,))]
        yield "webhooks:making", [("of the commune", (self.program.pk,))]
        for name in ("detail", "stopping", "resuming", "renewing"):
            yield f"webhooks:{name}", [("of the commune", (self.webhook.pk,))]
        yield "webhooks:sending_again", [("given up", (self.webhook.deliveries.get().pk,))]
        for name in (
            "inviting",
            "withdrawing",
            "ending_sign_ins",
            "ending_wait",
            "letting_stand_in",
            "handing_over",
            "leaving",
        ):
            yield f"people:{name}", [("village head", (head.pk,))]
        yield "people:withdrawing_leaving", [("village head", (head.pk,))]
        yield "people:invited", [("a link that nobody was given", ("khong-co",)), ("the village head's", (self.link,))]
        yield "people:ending_stand_in", [("village head", (head.pk, self.stand_in.pk))]
        yield "people:removing_passkey", [("nobody's", (99,))]
        yield "people:ending_role", [("village head", (head.pk, self.role.pk))]
        yield "register:unit", [("village", (self.village.code,))]
        yield "register:act", [("village", (self.village.code, "doi-ten"))]
        for name in ("preview", "faults"):
            yield f"register:{name}", [("sent by the administrator", (self.pending.pk,))]

    def _examples_of_the_portal(self):
        code = self.own.code
        yield "portal:place", [("commune", (code,))]
        yield "portal:plans", [("commune", (code,))]
        yield "portal:plan", [("not public", (code, self.hidden.pk)), ("public", (code, self.public.pk))]
        yield (
            "portal:task",
            [
                ("not public", (code, self.hidden.pk, self.task.pk)),
                ("under another plan", (code, self.public.pk, self.task.pk)),
                ("public", (code, self.public.pk, self.public_task.pk)),
            ],
        )
        yield "portal:village", [("village", (code, self.village.code))]
        yield (
            "portal:document",
            [
                ("draft", (code, self.draft.pk)),
                ("issued, inner", (code, self.inner.pk)),
                ("issued, public", (code, self.shown.pk)),
            ],
        )
        yield "portal:found", [("plan not public", ("plan", self.hidden.pk)), ("plan public", ("plan", self.public.pk))]

from dinhlang.config.checks import virus_daemon_answers


def test_a_virus_daemon_that_was_named_and_is_not_there_is_a_finding_with_its_cure(settings, tmp_path):
    settings.CLAMAV = str(tmp_path / "nobody")

    (found,) = virus_daemon_answers()

    assert (found.id, "DINHLANG_CLAMAV" in found.hint) == ("dinhlang.W010", True)


def test_without_a_virus_daemon_there_is_nothing_to_find(settings):
    settings.CLAMAV = ""

    assert virus_daemon_answers() == []

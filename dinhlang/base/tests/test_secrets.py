from cryptography.fernet import Fernet

from dinhlang.base.secrets import hide, renewed, show

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def test_what_is_hidden_is_shown_again_and_never_twice_alike(settings):
    settings.DATA_KEYS = [OLD]

    assert show(hide("bí mật")) == "bí mật"
    assert hide("bí mật") != hide("bí mật")


def test_a_new_key_takes_over_from_an_old_one(settings):
    settings.DATA_KEYS = [OLD]
    hidden = hide("bí mật")
    settings.DATA_KEYS = [NEW, OLD]
    anew = renewed(hidden)
    settings.DATA_KEYS = [NEW]

    assert show(anew) == "bí mật"

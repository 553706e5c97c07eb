"""Coming in by an identity server that keeps the standard."""

from datetime import timedelta

import pytest

from dinhlang.apps.people import actions
from dinhlang.apps.people.models import Identity
from dinhlang.apps.people.tests.factories import (
    NOW,
    PASSWORD,
    a_person,
    a_stranger,
    an_administrator,
    an_officer,
    sign_in,
)
from dinhlang.apps.people.tests.identity_server import CLIENT, EC, GONE, RSA, SECRET, asked_of, walk
from dinhlang.apps.people.tests.test_second_factor import SECRET as SECRET_OF_THE_TELEPHONE
from dinhlang.apps.people.tests.test_second_factor import code_at
from dinhlang.base import clock
from dinhlang.base.testing import assert_kind_refusal, status_of, text_of

pytestmark = pytest.mark.django_db
HOME = "/nguoi/toi/"


@pytest.fixture
def ha(identity_server):
    """An officer who linked her identity."""
    person = an_officer()
    actions.link(person, subject=identity_server.subject, now=NOW)
    return person


def with_second_step(person):
    actions.turn_on(person, password=PASSWORD, secret=SECRET_OF_THE_TELEPHONE, code=code_at(NOW), now=NOW)


def test_a_linked_identity_opens_the_page_that_was_asked_for(client, identity_server, ha):
    assert walk(client, identity_server).headers["Location"] == HOME
    assert ha.full_name in text_of(client.get(HOME))


def test_the_way_there_carries_what_the_standard_asks(client, identity_server):
    asked = asked_of(client.get("/vao/dinh-danh/").headers["Location"])

    assert (asked["client_id"], asked["scope"], asked["response_type"]) == (CLIENT, "openid", "code")
    assert asked["redirect_uri"] == "http://testserver/vao/dinh-danh/ve/"
    assert asked["code_challenge_method"] == "S256"
    assert len({asked["state"], asked["nonce"], asked["code_challenge"]}) == 3


def test_a_key_on_a_curve_is_as_good(client, identity_server, ha):
    identity_server.key, identity_server.algorithm, identity_server.claims = EC, "ES256", {}

    assert walk(client, identity_server).headers["Location"] == HOME


def test_a_server_that_takes_the_secret_in_the_form_gets_it_there(client, identity_server, ha, monkeypatch):
    identity_server.discovery = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    asked = []
    monkeypatch.setattr(identity_server, "tokens_for", lambda form, head: asked.append((form, head)))

    walk(client, identity_server)

    ((form, head),) = asked
    assert (form["client_id"], form["client_secret"], head) == (CLIENT, SECRET, None)


def test_strangers_cannot_make_the_house_ask_for_keys_again_and_again(client, identity_server, ha):
    identity_server.keys = [EC]

    answers = [walk(client, identity_server) for _ in range(4)]

    assert {answer.status_code for answer in answers} == {409}
    assert identity_server.asked.count("/jwks") == 2  # as known, and once anew in this minute


def test_a_key_that_came_since_is_believed(client, identity_server, ha):
    identity_server.keys, identity_server.key, identity_server.algorithm = [EC], EC, "ES256"
    assert walk(client, identity_server).status_code == 302
    client.logout()
    identity_server.keys, identity_server.key, identity_server.algorithm = [RSA], RSA, "RS256"

    assert walk(client, identity_server).headers["Location"] == HOME
    assert identity_server.asked.count("/jwks") == 2


def test_what_the_server_says_of_itself_is_asked_once(client, identity_server, ha):
    for _ in range(3):
        walk(client, identity_server)
        client.logout()

    assert identity_server.asked.count("/.well-known/openid-configuration") == 1


def test_an_unknown_identity_is_told_what_to_do_and_no_account_is_made(client, identity_server):
    ha = an_officer()
    ha.email = "ha@nhanam.example"
    ha.save()
    identity_server.claims = {"email": ha.email, "email_verified": True}

    answer = walk(client, identity_server)

    assert_kind_refusal(answer, "chưa gắn với tài khoản nào", "Trang của tôi", "quản trị của đơn vị")
    assert status_of(client.get(HOME)) == 401


def test_a_locked_account_stays_shut(client, identity_server, ha):
    ha.is_active = False
    ha.save()

    assert_kind_refusal(walk(client, identity_server), "tài khoản nào đang dùng")
    assert status_of(client.get(HOME)) == 401


def test_the_second_step_of_the_house_is_not_skipped(client, identity_server, ha):
    with_second_step(ha)

    assert walk(client, identity_server).headers["Location"] == "/vao/ma/"
    assert status_of(client.get(HOME)) == 401
    assert client.post("/vao/ma/", {"code": code_at(clock.now())}).headers["Location"] == HOME


@pytest.mark.parametrize(
    ("counts", "said", "onward"),
    [
        (["amr:mfa"], {"amr": ["pwd", "mfa"]}, HOME),
        (["acr:cao"], {"acr": "cao"}, HOME),
        (["amr:mfa"], {"amr": ["pwd"]}, "/vao/ma/"),
        (["amr:mfa"], {"acr": "mfa"}, "/vao/ma/"),
        ([], {"amr": ["mfa"]}, "/vao/ma/"),
    ],
)
def test_what_the_settings_name_counts_as_a_second_step(client, identity_server, ha, settings, counts, said, onward):
    with_second_step(ha)
    settings.OIDC_SECOND_STEP, identity_server.claims = counts, said

    assert walk(client, identity_server).headers["Location"] == onward


def test_the_settings_may_ask_for_a_level_of_assurance(client, identity_server, ha, settings):
    settings.OIDC_ACR = ["muc-3", "muc-4"]
    assert asked_of(client.get("/vao/dinh-danh/").headers["Location"])["acr_values"] == "muc-3 muc-4"

    assert_kind_refusal(walk(client, identity_server), "Mức xác thực")
    identity_server.claims = {"acr": "muc-4"}
    assert walk(client, identity_server).headers["Location"] == HOME


def test_another_claim_may_identify_in_the_token_or_at_the_other_door(client, identity_server, settings):
    settings.OIDC_CLAIM = "so_dinh_danh"
    actions.link(an_officer(), subject="024090001234", now=NOW)

    identity_server.claims = {"so_dinh_danh": "024090001234"}
    assert walk(client, identity_server).headers["Location"] == HOME
    client.logout()
    identity_server.claims, identity_server.userinfo = {}, {"so_dinh_danh": "024090001234"}
    assert walk(client, identity_server).headers["Location"] == HOME
    assert identity_server.asked.count("/userinfo") == 1


def test_the_other_door_is_not_asked_for_more_than_is_needed(client, identity_server, ha):
    walk(client, identity_server)

    assert "/userinfo" not in identity_server.asked


def test_nobody_is_sent_to_another_house(client, identity_server, ha, settings):
    settings.LOGIN_REDIRECT_URL = "people:me"

    assert walk(client, identity_server, start="/vao/dinh-danh/?next=//xau.vn/").headers["Location"] == HOME


def test_the_session_gets_a_new_key_and_forgets_the_walk(client, identity_server, ha):
    client.get("/vao/dinh-danh/")
    before = client.session.session_key

    walk(client, identity_server)

    assert client.session.session_key != before
    assert "the-access-token" not in str(dict(client.session))


def test_a_person_links_the_own_identity_after_the_password(client, identity_server):
    ha = sign_in(client, an_officer())
    assert client.get("/vao/dinh-danh/").headers["Location"] != identity_server.issuer
    assert "Mật khẩu đang dùng chưa đúng" in text_of(client.post("/nguoi/dinh-danh/", {"password": "sai"}))
    client.post("/nguoi/dinh-danh/", {"password": PASSWORD})
    assert "Sang VNeID thử" in text_of(client.get("/nguoi/dinh-danh/"))

    answer = walk(client, identity_server, start="/vao/dinh-danh/")

    assert answer.headers["Location"] == "/nguoi/dinh-danh/"
    assert "Đã gắn danh tính" in text_of(client.get("/nguoi/dinh-danh/"))
    client.logout()
    assert walk(client, identity_server).headers["Location"] == HOME
    (linked,) = identity_server.told
    assert (linked["act"], linked["person"], linked["by"]) == ("people.identity_linked", ha, ha)


def test_without_the_password_a_computer_left_open_links_nothing(client, identity_server):
    sign_in(client, an_officer())

    assert client.get("/vao/dinh-danh/?next=/nguoi/toi/").headers["Location"] == HOME
    assert identity_server.asked == []


def test_the_leave_to_link_ends_after_five_minutes(client, identity_server, monkeypatch):
    sign_in(client, an_officer())
    client.post("/nguoi/dinh-danh/", {"password": PASSWORD})
    later = clock.now() + timedelta(minutes=6)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert client.get("/vao/dinh-danh/").headers["Location"].startswith("/")


def test_an_identity_opens_one_account_only(client, identity_server, ha):
    other = sign_in(client, a_person("Trần Văn Hai"))
    client.post("/nguoi/dinh-danh/", {"password": PASSWORD})

    answer = walk(client, identity_server, start="/vao/dinh-danh/")

    assert_kind_refusal(answer, "đã gắn với một tài khoản khác")
    assert list(Identity.objects.values_list("person", flat=True)) == [ha.pk]
    assert other.pk == int(client.session["_auth_user_id"])


def test_whoever_changed_places_meanwhile_links_nothing(client, identity_server):
    sign_in(client, an_officer())
    client.post("/nguoi/dinh-danh/", {"password": PASSWORD})

    def another_sits_down(address):
        walks = client.session["openid_walks"]
        sign_in(client, a_stranger())
        session = client.session
        session["openid_walks"] = walks
        session.save()
        return address

    answer = walk(client, identity_server, start="/vao/dinh-danh/", change=another_sits_down)

    assert_kind_refusal(answer, "trình duyệt khác")
    assert not Identity.objects.exists()


def test_a_person_unlinks_with_the_password(client, identity_server, ha):
    sign_in(client, ha)

    assert_kind_refusal(client.post("/nguoi/dinh-danh/bo/", {"password": "sai"}), "Mật khẩu đang dùng chưa đúng")
    client.post("/nguoi/dinh-danh/bo/", {"password": PASSWORD})

    assert not Identity.objects.exists()
    assert_kind_refusal(client.post("/nguoi/dinh-danh/bo/", {"password": PASSWORD}), "chưa gắn danh tính nào")


def test_ten_wrong_passwords_shut_the_own_page_of_identity(client, identity_server):
    sign_in(client, an_officer())
    for _ in range(10):
        client.post("/nguoi/dinh-danh/", {"password": "sai"})

    assert_kind_refusal(client.post("/nguoi/dinh-danh/", {"password": PASSWORD}), "Đã thử sai nhiều lần")


def test_an_administrator_sees_and_takes_off_with_a_reason(client, identity_server, ha):
    quan = sign_in(client, an_administrator(at=ha.roles_in_force[0].unit))
    page = text_of(client.get(f"/nguoi/{ha.pk}/"))
    assert identity_server.issuer in page and identity_server.subject not in page

    assert client.post(f"/nguoi/{ha.pk}/dinh-danh/", {"reason": ""}).status_code == 200
    client.post(f"/nguoi/{ha.pk}/dinh-danh/", {"reason": "đổi thẻ"})

    entry = identity_server.told[-1]
    assert (entry["act"], entry["by"], entry["reason"]) == ("people.identity_taken_off", quan, "đổi thẻ")
    assert not Identity.objects.exists()


def test_a_stranger_administrator_takes_nothing_off(identity_server, ha):
    with pytest.raises(actions.CannotLink, match="quản trị khác"):
        actions.take_identity_off(ha, reason="x", by=an_administrator(), now=NOW)
    with pytest.raises(actions.CannotLink, match="quản trị khác"):
        actions.take_identity_off(ha, reason="x", by=ha, now=NOW)


def test_nobody_reads_in_the_database_who_someone_is(identity_server, ha):
    kept = str(Identity.objects.values().get())

    assert identity_server.subject not in kept


def test_a_new_key_takes_over_and_the_old_one_can_go(client, identity_server, ha, settings):
    old, new = settings.DATA_KEYS, "q0hVbnJhbmRvbS1rZXktZm9yLXRlc3RzLW9ubHktMDE="
    settings.DATA_KEYS = [new, *old]
    assert walk(client, identity_server).headers["Location"] == HOME
    client.logout()
    assert actions.renew_identities() == 1
    settings.DATA_KEYS = [new]

    assert walk(client, identity_server).headers["Location"] == HOME


def test_signing_out_leads_to_the_way_out_of_the_server(client, identity_server, ha):
    walk(client, identity_server)

    answer = client.post("/ra/", follow=True)

    assert status_of(client.get(HOME)) == 401
    assert (
        f"{identity_server.issuer}/end?client_id={CLIENT}&amp;post_logout_redirect_uri=http" in answer.content.decode()
    )


def test_a_server_without_a_way_out_is_named(client, identity_server, ha):
    identity_server.discovery = {"end_session_endpoint": GONE}
    walk(client, identity_server)

    assert "không biết trang thoát của VNeID thử" in text_of(client.post("/ra/", follow=True))


def test_who_came_by_password_leaves_as_before(client, identity_server):
    sign_in(client, an_officer())

    assert client.post("/ra/").headers["Location"] == "/"


def test_the_door_offers_the_server_by_a_link_and_only_if_there_is_one(client, identity_server, settings):
    page = client.get("/vao/?next=/nguoi/toi/").content.decode()
    assert 'href="/vao/dinh-danh/?next=/nguoi/toi/"' in page and "Vào bằng VNeID thử" in page

    settings.OIDC_ISSUER = ""

    assert "/vao/dinh-danh/" not in client.get("/vao/").content.decode()
    assert {client.get(page).status_code for page in ("/vao/dinh-danh/", "/vao/dinh-danh/ve/", "/ra/xong/")} == {404}


def test_a_browser_keeps_few_walks(client, identity_server):
    for _ in range(9):
        client.get("/vao/dinh-danh/")

    assert len(client.session["openid_walks"]) == 4

"""Behind the proxy of the example, over HTTPS: what a browser sees, and what nobody can pretend."""

import contextlib
import datetime
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.db import connection

from benchmarks.server import serving
from dinhlang.base import clock
from dinhlang.config.tests.conftest import ROOT
from tools.ports import free_ports

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
NAME = "dinhlang.example.gov.vn"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.skipif(not shutil.which(NGINX), reason="nginx is not installed (./run test installs it)"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the proxy is the same before any database"),
]
AROUND = """
daemon off; {user} pid {home}/pid; error_log {home}/error.log;
events {{}}
http {{
  access_log off; client_body_temp_path {home}/body; proxy_temp_path {home}/proxy;
  fastcgi_temp_path {home}/f; uwsgi_temp_path {home}/u; scgi_temp_path {home}/s;
  {servers}
}}
"""


def certificate(home):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = clock.now()
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (home / "chain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    kept = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (home / "key.pem").write_bytes(key.private_bytes(*kept))


@contextlib.contextmanager
def proxied(home, *, to):
    """The example as it stands, on ports of its own."""
    home.mkdir()
    certificate(home)
    plain, secure = free_ports(2)
    servers = (ROOT / "deploy/nginx.conf").read_text()
    for old, new in {
        "listen [::]:80;": "",
        "listen [::]:443 ssl http2;": "",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl": f"listen 127.0.0.1:{secure} ssl",
        "/etc/ssl/dinhlang": str(home),
        "127.0.0.1:8000": f"127.0.0.1:{to}",
    }.items():
        assert old in servers
        servers = servers.replace(old, new)
    (home / "nginx.conf").write_text(
        AROUND.format(home=home, servers=servers, user="user root;" if os.geteuid() == 0 else "")
    )
    process = subprocess.Popen([NGINX, "-p", str(home), "-c", str(home / "nginx.conf"), "-e", str(home / "error.log")])
    try:
        until_open(secure)
        yield plain, secure
    finally:
        process.terminate()
        process.wait(20)


def until_open(port):
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise AssertionError("nginx did not start")


class Secure(http.client.HTTPSConnection):
    """Speaks to the local port as if it were the named host."""

    def __init__(self, home, port):
        super().__init__(NAME, port, timeout=30, context=ssl.create_default_context(cafile=home / "chain.pem"))

    def connect(self):
        plain = socket.create_connection(("127.0.0.1", self.port), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=NAME)


@pytest.fixture
def front(ready, tmp_path):
    house = ready("fronted")
    settings = {**house.environment, "DINHLANG_HTTPS": "yes", "DINHLANG_HOSTS": NAME, "DINHLANG_METRICS_KEY": "key"}
    house.environment = settings
    with serving(**settings) as (port, _server), proxied(tmp_path / "nginx", to=port) as (plain, secure):

        def ask(method, page, body=None, **headers):
            with contextlib.closing(Secure(tmp_path / "nginx", secure)) as connection:
                headers = {name.replace("_", "-"): value for name, value in headers.items()}
                connection.request(method, page, body, {"Host": NAME, **headers})
                with connection.getresponse() as answer:
                    return answer.status, answer.headers, answer.read().decode()

        ask.plain, ask.tmp = plain, tmp_path
        yield ask


def test_a_browser_is_kept_on_https_and_its_cookies_with_it(front):
    status, headers, _page = front("GET", "/vao/")

    assert status == 200
    assert "max-age=31536000" in headers["Strict-Transport-Security"]
    (cookie,) = [value for name, value in headers.items() if name == "Set-Cookie" and "csrftoken" in value]
    assert cookie.startswith("__Host-csrftoken=")
    for word in ("Secure", "Path=/", "SameSite=Lax"):
        assert word in cookie
    assert "Domain" not in cookie
    assert "nginx/" not in headers["Server"]


def test_plain_http_leads_to_https(front):
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", front.plain, timeout=30)) as connection:
        connection.request("GET", "/vao/?next=/tim/", headers={"Host": NAME})
        with connection.getresponse() as answer:
            assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/vao/?next=/tim/")


def test_a_form_from_another_place_is_refused_and_one_of_our_own_is_taken(front):
    _status, headers, page = front("GET", "/vao/")
    cookie = headers["Set-Cookie"].split(";")[0]
    token = re.search('csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
    sent = f"csrfmiddlewaretoken={token}&username=ha&password=x"
    form = {"Cookie": cookie, "Content_Type": "application/x-www-form-urlencoded"}

    assert front("POST", "/vao/", sent, **form, Origin="https://xau.example")[0] == 403
    assert front("POST", "/vao/", sent, **form, Origin=f"https://{NAME}", Referer=f"https://{NAME}/vao/")[0] == 200


def test_nobody_chooses_the_address_they_come_from(front):
    """Wrong passwords are counted by address: were a made-up one believed, the count would never come to its end."""
    _status, headers, page = front("GET", "/vao/")
    token = re.search('csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
    form = {"Cookie": headers["Set-Cookie"].split(";")[0], "Content_Type": "application/x-www-form-urlencoded"}
    form |= {"Referer": f"https://{NAME}/vao/", "Origin": f"https://{NAME}"}
    for number in range(45):
        sent = f"csrfmiddlewaretoken={token}&username=ha&password=sai{number}"
        _status, _headers, page = front("POST", "/vao/", sent, **form, X_Forwarded_For=f"203.0.113.{number}")

    assert "nhiều lần" in page


def test_the_figures_stay_inside_and_the_number_of_a_request_goes_through(front):
    status, _headers, _page = front("GET", "/van-hanh/so-do/", Authorization="Bearer key")
    _status, headers, _page = front("GET", "/khoe/")

    assert (status, len(headers["X-Request-ID"])) == (404, 32)


def test_what_is_too_large_is_told_in_words(front):
    status, _headers, page = front("POST", "/vao/", b"x" * 27_000_000)

    assert (status, "Tệp quá lớn" in page) == (413, True)


def test_another_name_than_ours_is_refused(front):
    assert front("GET", "/", Host="xau.example")[0] in {400, 421}

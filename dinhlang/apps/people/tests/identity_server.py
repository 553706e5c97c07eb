"""An identity server over real HTTP, with real keys: it keeps the standard, unless a test bends it."""

import base64
import hashlib
import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, quote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from dinhlang.base import clock

CLIENT, SECRET = "dinhlang", "một bí mật có dấu: và / dấu"
RSA = RSAKey.generate_key(2048, {"kid": "rsa-1", "use": "sig"})
EC = ECKey.generate_key("P-256", {"kid": "ec-1", "use": "sig"})
GONE = object()


class IdentityServer(ThreadingHTTPServer):
    """Recognises whoever comes as `subject`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.issuer = f"http://127.0.0.1:{self.server_port}"
        self.subject = "nguoi-ha-001"
        self.keys, self.key, self.algorithm = [RSA, EC], RSA, "RS256"
        self.claims, self.discovery, self.userinfo = {}, {}, {}
        self.sign = lambda claims: jwt.encode(self.header, claims, self.key, algorithms=[self.algorithm])
        self.given = lambda answer: answer
        self.bent = {}  # path: function(handler), in place of the honest answer
        self.codes, self.asked = {}, []

    def handle_error(self, request, client_address):
        """Whoever hangs up in the middle is what the tests are about."""

    @property
    def header(self):
        return {"alg": self.algorithm, "kid": self.key.kid}

    def describe(self):
        told = {"issuer": self.issuer, "authorization_response_iss_parameter_supported": True}
        told |= {f"{name}_endpoint": f"{self.issuer}/{name}" for name in ("authorization", "token", "userinfo")}
        told |= {"end_session_endpoint": f"{self.issuer}/end", "jwks_uri": f"{self.issuer}/jwks"}
        return {name: value for name, value in (told | self.discovery).items() if value is not GONE}

    def code_for(self, query) -> str:
        """Where the browser is sent once the person agreed."""
        assert (query["client_id"], query["response_type"]) == (CLIENT, "code")
        assert query["code_challenge_method"] == "S256" and len(query["state"]) >= 43 and len(query["nonce"]) >= 43
        code = base64.urlsafe_b64encode(hashlib.sha256(query["state"].encode()).digest()).decode()
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state'], 'iss': self.issuer})}"

    def tokens_for(self, form, authorization):
        """The answer of the token door, or None for a code that is not good."""
        asked = self.codes.pop(form.get("code"), None)
        if asked is None or not _proves_itself(authorization) or form["redirect_uri"] != asked["redirect_uri"]:
            return None
        if asked["code_challenge"] != _half_of(form["code_verifier"], whole=True):
            return None
        now = int(clock.now().timestamp())
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": self.subject, "iat": now, "exp": now + 300}
        claims |= {"nonce": asked["nonce"], "at_hash": _half_of("the-access-token")} | self.claims
        claims = {name: value for name, value in claims.items() if value is not GONE}
        return self.given({"access_token": "the-access-token", "token_type": "Bearer", "id_token": self.sign(claims)})


def _half_of(word, *, whole=False):
    found = hashlib.sha256(word.encode()).digest()
    return base64.urlsafe_b64encode(found if whole else found[:16]).rstrip(b"=").decode()


def _proves_itself(authorization):
    pair = f"{quote(CLIENT, safe='')}:{quote(SECRET, safe='')}"
    return authorization == "Basic " + base64.b64encode(pair.encode()).decode()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer()

    def do_POST(self):
        self.answer()

    def answer(self):
        parts = urlsplit(self.path)
        self.server.asked.append(parts.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if parts.path in self.server.bent:
            self.server.bent[parts.path](self)
            return
        honest = {
            "/.well-known/openid-configuration": lambda: self.tell(self.server.describe()),
            "/jwks": lambda: self.tell({"keys": [key.as_dict(private=False) for key in self.server.keys]}),
            "/token": lambda: self.token(dict(parse_qsl(body))),
            "/userinfo": lambda: self.tell({"sub": self.server.subject} | self.server.userinfo),
            "/authorization": lambda: self.recognise(dict(parse_qsl(parts.query)), parts.query),
            "/end": lambda: self.page("<h1>Signed out of the identity server</h1>"),
        }
        honest.get(parts.path, lambda: self.send_error(404))()

    def token(self, form):
        given = self.server.tokens_for(form, self.headers.get("Authorization"))
        self.tell(given or {"error": "invalid_grant"}, status=200 if given else 400)

    def recognise(self, query, asked):
        if "agreed" in query:
            self.lead_to(self.server.code_for(query))
        else:
            self.page(f'<h1>Identity server</h1><a href="/authorization?{asked}&amp;agreed=1">I am Ha</a>')

    def tell(self, what, *, status=200):
        self.write(json.dumps(what).encode(), "application/json", status=status)

    def page(self, html):
        self.write(f"<!doctype html><title>Identity</title>{html}".encode(), "text/html")

    def write(self, body, kind, *, status=200):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def lead_to(self, address):
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self, seconds):
        """Byte by byte, so that no single piece is ever late."""
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        try:
            for _piece in range(int(seconds * 20)):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, *_words):
        pass


@contextmanager
def serving():
    """A server that runs while a test does."""
    server = IdentityServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def use(settings, server):
    """The house is set to this server."""
    settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = server.issuer, CLIENT, SECRET
    settings.OIDC_NAME = "VNeID thử"


def walk(client, server, *, start="/vao/dinh-danh/?next=/nguoi/toi/", change=lambda address: address):
    """The whole way as a browser goes it; the last answer of the house."""
    there = client.get(start)
    if there.status_code != 302:
        return there
    query = dict(parse_qsl(urlsplit(there.headers["Location"]).query))
    back = urlsplit(change(server.code_for(query)))
    return client.get(f"{back.path}?{back.query}")


def asked_of(address):
    """The question in an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


__all__ = ["CLIENT", "EC", "GONE", "RSA", "SECRET", "IdentityServer", "asked_of", "serving", "use", "walk"]

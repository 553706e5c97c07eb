"""Django's settings, read from the environment. `docs/operations/settings.md` explains each variable."""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from dinhlang.config import environment

ROOT = Path(__file__).resolve().parents[2]
HOME = Path(environment.text("DINHLANG_HOME")).absolute()

# What this installation is
DEBUG = environment.flag("DINHLANG_DEBUG")
DEMO = environment.flag("DINHLANG_DEMO")
SECRET_KEY = environment.secret_key(HOME)
DATA_KEYS = environment.data_keys(HOME)
ALLOWED_HOSTS = environment.hosts("DINHLANG_HOSTS")
HTTPS = environment.flag("DINHLANG_HTTPS")
LOG = environment.choice("DINHLANG_LOG", "line", "json")
METRICS_KEY = environment.text("DINHLANG_METRICS_KEY")

# The rooms, from the top floor down
ROOMS = [
    "portal",
    "desk",
    "privacy",
    "issuance",
    "reports",
    "reminders",
    "overview",
    "tasks",
    "deadlines",
    "plans",
    "intake",
    "register",
    "search",
    "files",
    "webhooks",
    "operations",
    "calendar",
    "audit",
    "people",
    "units",
]
INSTALLED_APPS = [
    *[f"dinhlang.apps.{room}" for room in ROOMS],
    "dinhlang.look",
    "dinhlang.base",
    "dinhlang.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
]
MIDDLEWARE = [
    "dinhlang.base.measured.Measured",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dinhlang.base.locks.Locks",
    "dinhlang.base.kept.KeptPages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "dinhlang.base.packing.PackedPages",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "dinhlang.apps.people.backend.AsksWhoComes",
    "dinhlang.base.pace.Pace",
    "dinhlang.base.masking.MaskedPages",
    "django.contrib.messages.middleware.MessageMiddleware",
    "dinhlang.apps.people.backend.KeepsSignIns",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "dinhlang.base.refusal.RefusalMiddleware",
]
ROOT_URLCONF = "dinhlang.config.urls"
WSGI_APPLICATION = "dinhlang.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["dinhlang.look.templatetags.look", "dinhlang.base.templatetags.panels"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dinhlang.base.navigation.navigation",
            ],
        },
    }
]

# The database
DATABASES = {"default": environment.database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["dinhlang.apps.people.backend.PersonBackend"]
LOGIN_URL = "people:sign_in"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "portal:home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "dinhlang.apps.people.backend.NotBreached"},
]
SESSION_COOKIE_AGE = 12 * 60 * 60  # the longest (people.rules.LONGEST); unused ones end sooner
IDLE_MINUTES = environment.number("DINHLANG_IDLE_MINUTES", 5, 720)
SECOND_FACTOR = environment.choice("DINHLANG_SECOND_FACTOR", "optional", "administrators", "officials")
BREACHED_PASSWORDS = environment.file("DINHLANG_BREACHED_PASSWORDS")
OIDC_ISSUER = environment.text("DINHLANG_OIDC_ISSUER")
OIDC_CLIENT_ID = environment.text("DINHLANG_OIDC_CLIENT_ID")
OIDC_CLIENT_SECRET = environment.oidc_client_secret(HOME)
OIDC_NAME = environment.text("DINHLANG_OIDC_NAME")
OIDC_SCOPES = environment.text("DINHLANG_OIDC_SCOPES")
OIDC_CLAIM = environment.text("DINHLANG_OIDC_CLAIM")
OIDC_ACR = environment.text("DINHLANG_OIDC_ACR").split()
OIDC_SECOND_STEP = environment.text("DINHLANG_OIDC_SECOND_STEP").split()
OIDC_HOSTS = [host.strip().lower() for host in environment.text("DINHLANG_OIDC_HOSTS").split(",") if host.strip()]
WEBHOOK_HOSTS = [host.strip().lower() for host in environment.text("DINHLANG_WEBHOOK_HOSTS").split(",") if host.strip()]
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # a cache of each process would go on after signing out

# Words and days
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
USE_I18N = True
USE_THOUSAND_SEPARATOR = False
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# Strangers can fill the cache of pages with addresses of their own; what counts wrong tries at the door lies apart.
CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
        "OPTIONS": {"MAX_ENTRIES": entries},
    }
    for name, entries in {"default": 10_000, "pages": 500, "pace": 20_000}.items()
}

# Files
STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES: dict[str, Any] = {
    "default": environment.files_store(HOME),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_MANIFEST_STRICT = False
UPLOAD_LIMIT = environment.number("DINHLANG_UPLOAD_LIMIT_MB") * 1024 * 1024
BACKUP_TO = environment.text("DINHLANG_BACKUP_TO")
BACKUP_KEYS_TO = environment.text("DINHLANG_BACKUP_KEYS_TO")
CLAMAV = environment.daemon("DINHLANG_CLAMAV")
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
READS_A_MINUTE = environment.number("DINHLANG_READS_A_MINUTE")
WRITES_A_MINUTE = environment.number("DINHLANG_WRITES_A_MINUTE")
WORKER_GRACE = environment.number("DINHLANG_WORKER_GRACE_SECONDS")
PORTAL_SECONDS = environment.number("DINHLANG_PORTAL_SECONDS")

# Reminders, and the letters that carry them
ADDRESS = environment.address()
REMIND = {
    "before": environment.days("DINHLANG_REMIND_BEFORE"),
    "after": environment.days("DINHLANG_REMIND_AFTER"),
    "leader": environment.days("DINHLANG_REMIND_LEADER"),
    "unreceived": environment.days("DINHLANG_REMIND_UNRECEIVED"),
}
EMAIL_BACKEND = "dinhlang.base.post.Post"
PUSH_SERVICES = environment.push_services()
PUSH_KEY = environment.push_key(HOME)
EMAIL_HOST = environment.text("DINHLANG_MAIL_HOST")
EMAIL_PORT = environment.number("DINHLANG_MAIL_PORT", 1, 65535)
EMAIL_USE_TLS, EMAIL_USE_SSL = (environment.mail_security() == kind for kind in ("starttls", "tls"))
EMAIL_HOST_USER = environment.text("DINHLANG_MAIL_USER")
EMAIL_HOST_PASSWORD = environment.mail_password(HOME)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("DINHLANG_MAIL_FROM") or f"Đình Làng <dinhlang@{ADDRESS.split('://')[1]}>"

# Locks on the door
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:  # a browser takes such a cookie only from this very host, over HTTPS, for the whole of it
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host != "*"] if HTTPS else []
CSRF_FAILURE_VIEW = "dinhlang.base.refusal.stale_form"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# The log goes to where the service manager reads; it names no person (see `base.logs`)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "logging.Formatter" if DEBUG else "dinhlang.base.logs.Bare",
            "format": "{asctime} {levelname} {name}: {message}"
            if DEBUG
            else "{asctime} {levelname} {name} [{number}]: {message}",
            "style": "{",
        },
        "json": {"()": "dinhlang.base.logs.JsonLines"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "dinhlang.requests": {"level": "INFO" if LOG == "json" else "WARNING"},
    },
}

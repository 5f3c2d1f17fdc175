"""Django's settings, made from a few environment variables; docs/settings.md lists them.

OCTAVO_DATA            the folder of the library                (default: $XDG_DATA_HOME/octavo or ~/.local/share/octavo)
OCTAVO_DATABASE_URL    a PostgreSQL, postgresql://user:password@host:port/name   (default: SQLite in the library's folder)
OCTAVO_HOSTS           host names the paper may be asked under, by commas, besides this machine's own
OCTAVO_MODEL_ADDRESS   a language model for briefs, with OCTAVO_MODEL_NAME, _KEY, _KEY_FILE, _REQUESTS, _TOKENS, _SECONDS: read where it is
                       asked (octavo.fetching.model_address), so that the key stands in no setting that a page of an error shows
OCTAVO_PROXIES         addresses and networks, by commas, of proxies whose X-Forwarded-For, -Proto and -Host are believed   (default: none)
OCTAVO_PATH            the path that the paper lies under, such as /octavo                            (default: none)
OCTAVO_MAIL            the mail server that a lost password's link goes by, smtp://user:password@host:587           (default: no mail)
OCTAVO_MAIL_FROM       the address that it comes from                                                 (default: octavo@ its host)
OCTAVO_LANGUAGE        the language of the paper, such as de                          (default: each browser's, of those that it speaks)
OCTAVO_LOG             debug, info, warning or error, and requests, by commas                        (default: info)
OCTAVO_HEALTH_KEY      with it /health/ says more                                                     (default: none)
OCTAVO_LOOPBACK        set by `octavo serve` while it is bound to a loopback address: the one reader needs no sign-in
"""

from __future__ import annotations

import os

from octavo.site.database import data_folder, database_settings, secret_key
from octavo.site.languages import catalogues, languages
from octavo.site.logs import logging_settings
from octavo.site.mail import mail_server
from octavo.site.proxies import networks, sub_path

DATA = data_folder()
SECRET_KEY = secret_key(DATA)
DEBUG = False
PROXIES = networks(os.environ.get("OCTAVO_PROXIES", ""))
PATH = sub_path(os.environ.get("OCTAVO_PATH", ""))
# Where a proxy is named everybody may come through it.
LOOPBACK = os.environ.get("OCTAVO_LOOPBACK") == "1" and not PROXIES
FORCE_SCRIPT_NAME = PATH or None
OWN_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
NAMED_HOSTS = [host for host in map(str.strip, os.environ.get("OCTAVO_HOSTS", "").split(",")) if host]
ALLOWED_HOSTS = OWN_HOSTS + NAMED_HOSTS
# A proxy that speaks https asks us over http: forms of the paper's own names are its own all the same.
CSRF_TRUSTED_ORIGINS = [f"https://{'*' * host.startswith('.')}{host}" for host in NAMED_HOSTS if host != "*"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "octavo.site.readers",
    "octavo.site.readers.reading",
    "octavo.site.readers.muting",
    "octavo.site.readers.comments",
    "octavo.site.readers.searches",
    "octavo.site.library",
    "octavo.site.desk",
    "octavo.site.paper",
    # Last, so that a template of ours stands before theirs.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
AUTH_USER_MODEL = "readers.User"
MIDDLEWARE = [
    # First, so that files carry it too.
    "octavo.site.paper.policy.content_policy",
    "octavo.site.paper.health.health",
    "octavo.site.https.secure_cookies",
    "octavo.site.packing.packed_files",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Below it: pages are packed, type and pictures are already.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # The language that a browser asks for first, of those that the paper speaks.
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "octavo.site.readers.accounts.loopback.sign_in",
    "octavo.site.readers.accounts.sessions.noting",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "octavo.site.paper.meanwhile.Meanwhile",
]
ROOT_URLCONF = "octavo.site.urls"
ASGI_APPLICATION = "octavo.site.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "octavo.site.readers.accounts.faces.who_reads",
            ],
        },
    },
]

DATABASES = {"default": database_settings(DATA)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGGING = logging_settings(os.environ.get("OCTAVO_LOG", ""))

USE_I18N = True
# More come with their catalogues, see docs/decisions/translation.md.
LOCALE_PATHS = catalogues(DATA)
LANGUAGES = languages(LOCALE_PATHS, os.environ.get("OCTAVO_LANGUAGE", ""))
LANGUAGE_CODE = LANGUAGES[0][0]
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = f"{PATH}/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Short: a browser then asks whether the file changed, and an upgraded paper is not dressed in the old style.
WHITENOISE_MAX_AGE = 60
CSRF_FAILURE_VIEW = "octavo.site.paper.mishaps.forbidden"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "front"

# A password or a passkey; no social accounts. How often one may try is counted by readers/accounts/guessing.py, in the database and for
# all processes, and not by allauth in the memory of each.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "octavo.site.readers.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_UNIQUE_EMAIL = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_METHODS = {"password"}
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
MFA_ADAPTER = "octavo.site.readers.accounts.adapters.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
PASSWORD_RESET_TIMEOUT = 3 * 60 * 60

_mail = mail_server(os.environ.get("OCTAVO_MAIL", ""), os.environ.get("OCTAVO_MAIL_FROM", ""))
MAIL = _mail is not None
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _mail else 'dummy'}.EmailBackend"
if _mail:
    EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = _mail.host, _mail.port, _mail.seconds
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
    DEFAULT_FROM_EMAIL = _mail.sender
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = f"{PATH}/"
# Said where a page is asked for over https alone; a month, so that a paper can be taken back to http.
SECURE_HSTS_SECONDS = 30 * 24 * 60 * 60
SECURE_CONTENT_TYPE_NOSNIFF = True
# Nothing to other sites. Not "no-referrer": with that browsers send `Origin: null` with the paper's own forms, which are then refused.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

"""Settings, all from the environment (see docs/operate.md). A wrong one stops the start and names the variable."""

from pathlib import Path

import jinja2
from csp.constants import NONE, SELF
from environs import validate

from config.environment import database, env

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env.path("DATA_DIR", BASE_DIR / "var")
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "only-for-development" if DEBUG else ...)
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if DEBUG else ..., subcast=str.strip
)
HTTPS = env.bool("HTTPS", not DEBUG)

INSTALLED_APPS = [
    "config.apps.LanterneAdminConfig",
    "config.apps.AccountsConfig",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "catalogue",
    "distributors",
    *[
        "allauth",
        "allauth.account",
        "allauth.mfa",
        "allauth.usersessions",
    ],  # their words come after those above
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.compression.CompressionMiddleware",
    "config.outage.OutageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
FORMAT_MODULE_PATH = ["config.formats"]
LANGUAGE_COOKIE_PATH, LANGUAGE_COOKIE_AGE = (
    "/admin/",
    365 * 24 * 3600,
)  # an editor's; visitors have the address

# Django's own engine serves the admin and stands first; public pages ask for their language's (catalogue/pages.py).
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates", BASE_DIR / "templates/admin/sign_in"],
        "APP_DIRS": True,
        "OPTIONS": {
            "libraries": {"browsers": "config.browsers"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.sign_in.names",
            ],
        },
    },
    *(
        {
            "NAME": f"jinja2-{language}",
            "BACKEND": "django.template.backends.jinja2.Jinja2",
            "DIRS": [BASE_DIR / "templates"],
            "OPTIONS": {
                "environment": "config.jinja2.Environment",
                "language": language,
                # A name that is not there is an error where pages are made and tested, empty text elsewhere.
                "undefined": jinja2.StrictUndefined if DEBUG else jinja2.Undefined,
            },
        }
        for language, _name in LANGUAGES
    ),
]

FORM_RENDERER = "config.form_renderer.FormRenderer"

DATABASES = {"default": database("DATABASE_URL", f"sqlite:///{DATA_DIR / 'lanterne.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
KEPT_ANSWERS = (
    env.int("KEPT_ANSWERS", 64, validate=validate.Range(min=0)) * 1024 * 1024
)  # bytes; see catalogue/answers.py
CACHES = {  # what counts attempts to sign in: all workers count together
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "attempts"}
}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Signing in (config/sign_in.py)
AUTHENTICATION_BACKENDS = ["config.rights.RightsTogether"]
LOGIN_URL, LOGIN_REDIRECT_URL = "account_login", "admin:index"
SECOND_FACTOR = env.bool("SECOND_FACTOR", HTTPS)  # asked of whoever may publish
ACCOUNT_ADAPTER, MFA_ADAPTER = "config.sign_in.Adapter", "config.sign_in.SecondFactorAdapter"
ACCOUNT_FORMS = {"login": "config.sign_in.SignInForm"}
MFA_FORMS = {
    "authenticate": "config.sign_in.CodeForm",
    "activate_totp": "config.sign_in.NewCodesForm",
    "add_webauthn": "config.sign_in.NewKeyForm",
    "edit_webauthn": "config.sign_in.KeyForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True  # a session is kept for two weeks
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "5/5m/key", "reset_password": "20/h/ip"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

EMAIL_URL = env.str("EMAIL_URL", "")
if EMAIL_URL:
    globals().update(env.dj_email_url("EMAIL_URL"))
    DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM")

TIME_ZONE = env.time_zone("TIME_ZONE", "Europe/Paris")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static_files.BundlingStorage"
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)  # only where the proxy overwrites X-Forwarded-*
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_FAILURE_VIEW = "catalogue.admin.unfinished.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"

FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a film with many credits, versions and offers is one form

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

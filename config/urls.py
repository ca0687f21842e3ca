"""Root addresses: the public pages under /fr/ and /en/, and what has no language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from catalogue.views import embed, errors, identity, posters, site
from config import health, media, sign_in, sitemaps

handler400 = errors.bad_request
handler403 = sign_in.refused
handler404 = errors.not_found
handler500 = errors.server_error

urlpatterns = i18n_patterns(  # first, for they are asked for most
    path("", include("catalogue.urls")),
    path("distributors/", include("distributors.urls")),
)
urlpatterns += [
    path("", site.language, name="language"),
    path("l/<slug:code>", site.short_address, name="short-address"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.part, name="sitemap-part"),
    path("oembed", embed.answer, name="oembed"),
    path("favicon.ico", identity.favicon, name="favicon"),
    path("site.webmanifest", identity.manifest, name="manifest"),
    path("theme-<slug:digest>.css", identity.theme, name="theme"),
    path("icon-<int:size>-<slug:digest>.png", identity.site_icon, name="site-icon"),
    path("posters/<int:pk>-<slug:digest>.svg", posters.poster, name="poster"),
    path("share/<slug:kind>/<int:pk>-<slug:digest>.png", posters.share_card, name="share-card"),
    path("admin/", include("config.sign_in_urls")),
    path("admin/", admin.site.urls),
    re_path(rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>.+)$", media.picture, name="media"),
]

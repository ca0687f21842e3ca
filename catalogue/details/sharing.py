"""How a page is passed on."""

from urllib.parse import quote

from django.utils.translation import gettext as _


def share_links(request, title):
    """Return [(label, url)]: plain links that tell nobody of the visitor."""
    address, subject = quote(request.build_absolute_uri(request.path)), quote(title)
    return [
        (_("By e-mail"), f"mailto:?subject={subject}&body={address}"),
        ("Mastodon", f"https://mastodonshare.com/?text={subject}&url={address}"),
        ("Bluesky", f"https://bsky.app/intent/compose?text={subject}%20{address}"),
    ]

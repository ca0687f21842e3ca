"""The page of a text about a film or a person."""

from catalogue.pages import render


def text_page(request, text, subject, subject_url):
    """`subject` is the card or document of what it is about, `subject_url` the page of that, None without one."""
    context = {"text": text, "subject": subject, "subject_url": subject_url}
    return render(request, "catalogue/text_detail.html", context)

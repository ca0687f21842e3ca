"""What a browser says of itself, in the words of whoever uses it: {% load browsers %}{{ user_agent|browser }}."""

from django.template import Library

register = Library()

# What others claim to be comes last: Edge and Opera say Chrome too, and all of them Safari.
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    **{"iPhone": "iPhone", "iPad": "iPad", "Android": "Android"},
    **{"Windows": "Windows", "Macintosh": "Mac", "Linux": "Linux"},
}


@register.filter
def browser(user_agent):
    said = [next((names[sign] for sign in names if sign in user_agent), "") for names in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, said)) or user_agent

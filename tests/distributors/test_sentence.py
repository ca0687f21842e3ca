"""How a film can be seen: one true sentence, whatever the offers and the day."""

# ruff: noqa: E501 - a row of the table is a line

import re
from datetime import date, datetime, timedelta
from itertools import product

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from distributors.availability import state_of
from distributors.sentence import MOST_WAYS, sentence

from .offers import BELGIUM, FRANCE, QUEBEC, TODAY, offer

MORE = "the other offers are listed below"


def said(offers, lang="en", today=TODAY):
    """The sentence, its no-break spaces as spaces."""
    with translation.override(lang):
        return re.sub("[\u00a0\u202f]", " ", sentence(list(offers), today))


dvd, vod, svod, dcp, mm16, file, multi = (
    lambda *days, support=support, **values: offer(support, *days, **values)
    for support in ("dvd", "vod", "svod", "dcp", "16mm", "file", "multi")
)
HOME, CINEMA, CLUB, SCHOOL = ({"use": use} for use in ("home", "theatrical", "non_theatrical", "educational"))
EVERYWHERE = {"everywhere": True}
FREE, IN_FRANCE, IN_BELGIUM = {"price": "0.00"}, {"countries": [FRANCE]}, {"countries": [BELGIUM]}
BOTH = {"countries": [FRANCE, BELGIUM]}
VOST, VF = {"version": "VOSTFR"}, {"version": "VF"}
VERSIONS = {"original version with French subtitles": "VOSTFR", "French version": "VF"}
UNSTATED, DENIED = {"availability": ""}, {"availability": "unavailable"}

TABLE = [
    # No offer, and what is stated of one.
    ([], "We don’t yet know where this film can be seen.", "Nous ne savons pas encore où ce film peut être vu."),
    ([dvd()], "Available on DVD.", "Disponible en DVD."),
    ([dvd(**UNSTATED)], "Exists on DVD; availability not stated.", "Existe en DVD ; disponibilité non précisée."),
    ([dvd(**DENIED)], "Currently unavailable on DVD.", "Indisponible pour le moment en DVD."),
    ([dvd(None, "2026-05-31")], "Not available since 1 June 2026.", "Indisponible depuis le 1er juin 2026."),
    ([dvd("2026-07-01")], "Not available yet: from 1 July 2026 on DVD.", "Pas encore disponible : à partir du 1er juillet 2026 en DVD."),
    # Supports.
    ([dvd(), vod(), dcp()], "Available on DVD, VOD and DCP.", "Disponible en DVD, VOD et DCP."),
    ([multi()], "Available on several formats.", "Disponible en plusieurs formats."),
    ([file(), multi(), dvd()], "Available on digital file, DVD and other formats.", "Disponible en fichier numérique, DVD et autres formats."),
    ([dvd(), dvd()], "Available on DVD.", "Disponible en DVD."),
    ([dvd(), vod(**DENIED)], "Available on DVD.", "Disponible en DVD."),
    ([dvd(**UNSTATED), vod(**UNSTATED)], "Exists on DVD and VOD; availability not stated.", "Existe en DVD et VOD ; disponibilité non précisée."),
    # Uses: one that is not stated is not said, and is not at home.
    ([dvd(**HOME)], "Available on DVD at home.", "Disponible en DVD chez soi."),
    ([dvd(**SCHOOL)], "Available on DVD for teaching.", "Disponible en DVD pour l’enseignement."),
    ([dcp(**CINEMA)], "Available on DCP in cinemas.", "Disponible en DCP en salle."),
    ([dvd(**CLUB)], "Available on DVD for non-theatrical screenings.", "Disponible en DVD pour des projections non commerciales."),
    ([dvd(**SCHOOL), dvd(**HOME)], "Available on DVD at home and for teaching.", "Disponible en DVD chez soi et pour l’enseignement."),
    ([vod(**HOME), dvd(**SCHOOL)], "Available on VOD at home; on DVD for teaching.", "Disponible en VOD chez soi ; en DVD pour l’enseignement."),
    ([dvd(**SCHOOL), vod(**SCHOOL), dvd(**HOME), vod(**HOME)], "Available on DVD and VOD at home and for teaching.", "Disponible en DVD et VOD chez soi et pour l’enseignement."),
    ([dvd(), dvd(**HOME)], "Available on DVD at home.", "Disponible en DVD chez soi."),
    ([dvd(), vod(**HOME)], "Available on VOD at home; on DVD.", "Disponible en VOD chez soi ; en DVD."),
    ([dvd(**HOME, last="2026-07-01"), dvd()], "Available on DVD at home until 1 July 2026; on DVD.", "Disponible en DVD chez soi jusqu’au 1er juillet 2026 ; en DVD."),
    ([dvd(**SCHOOL, **DENIED)], "Currently unavailable on DVD for teaching.", "Indisponible pour le moment en DVD pour l’enseignement."),
    ([dvd(**SCHOOL, **UNSTATED)], "Exists on DVD for teaching; availability not stated.", "Existe en DVD pour l’enseignement ; disponibilité non précisée."),
    # Countries.
    ([dvd(**BOTH)], "Available on DVD (France and Belgium).", "Disponible en DVD (France et Belgique)."),
    ([dvd(**IN_FRANCE), vod(**IN_BELGIUM)], "Available on DVD (France); on VOD (Belgium).", "Disponible en DVD (France) ; en VOD (Belgique)."),
    ([dvd(**IN_FRANCE), dvd(**IN_BELGIUM)], "Available on DVD (France and Belgium).", "Disponible en DVD (France et Belgique)."),
    ([dvd(**IN_FRANCE), dvd()], "Available on DVD (France).", "Disponible en DVD (France)."),
    ([dvd(**EVERYWHERE)], "Available on DVD (everywhere).", "Disponible en DVD (partout)."),
    ([dvd(**IN_FRANCE), dvd(**EVERYWHERE)], "Available on DVD (everywhere).", "Disponible en DVD (partout)."),
    ([dvd(**EVERYWHERE), dvd()], "Available on DVD (everywhere).", "Disponible en DVD (partout)."),
    ([dvd(**EVERYWHERE, last="2026-07-01"), dvd(**IN_FRANCE)], "Available on DVD (everywhere) until 1 July 2026; on DVD (France).", "Disponible en DVD (partout) jusqu’au 1er juillet 2026 ; en DVD (France)."),
    ([dvd(**IN_FRANCE, last="2026-06-30"), dvd("2026-07-01", **EVERYWHERE)], "Available on DVD (France); from 1 July 2026 on DVD (everywhere).", "Disponible en DVD (France) ; à partir du 1er juillet 2026 en DVD (partout)."),
    ([dvd(**IN_FRANCE), vod()], "Available on DVD (France); on VOD.", "Disponible en DVD (France) ; en VOD."),
    ([dvd(**IN_FRANCE, last="2026-06-30"), dvd(**IN_BELGIUM)], "Available on DVD (France) until 30 June 2026; on DVD (Belgium).", "Disponible en DVD (France) jusqu’au 30 juin 2026 ; en DVD (Belgique)."),
    ([dvd(**IN_FRANCE), dvd(None, "2026-07-01")], "Available on DVD (France).", "Disponible en DVD (France)."),
    ([dvd(**IN_FRANCE, last="2026-06-30"), dvd("2026-07-01")], "Available on DVD (France) until 30 June 2026; from 1 July 2026 on DVD.", "Disponible en DVD (France) jusqu’au 30 juin 2026 ; à partir du 1er juillet 2026 en DVD."),
    ([dvd(countries=[{"code": str(n), "name": {"fr": f"Pays {n}", "en": f"Land {n}"}} for n in range(5)])], "Available on DVD (5 countries).", "Disponible en DVD (5 pays)."),
    # Versions.
    ([dvd(**VOST)], "Available on DVD (original version with French subtitles).", "Disponible en DVD (VOSTFR)."),
    ([dvd(**VOST), dvd(**VF)], "Available on DVD (original version with French subtitles and French version).", "Disponible en DVD (VOSTFR et VF)."),
    ([dvd(**VOST), vod()], "Available on DVD (original version with French subtitles); on VOD.", "Disponible en DVD (VOSTFR) ; en VOD."),
    ([dvd(**VOST), dvd()], "Available on DVD.", "Disponible en DVD."),
    ([dvd(version=None)], "Available on DVD.", "Disponible en DVD."),
    ([dvd(**VOST, **BOTH, **HOME)], "Available on DVD at home (original version with French subtitles, France and Belgium).", "Disponible en DVD chez soi (VOSTFR, France et Belgique)."),
    ([dvd(**VOST, **IN_FRANCE), dvd(**VF, **IN_BELGIUM)], "Available on DVD (original version with French subtitles, France); on DVD (French version, Belgium).", "Disponible en DVD (VOSTFR, France) ; en DVD (VF, Belgique)."),
    ([dvd(version=f"V{n}") for n in range(5)], "Available on DVD (5 versions).", "Disponible en DVD (5 versions)."),
    # Prices: only that it is free is said.
    ([vod(**FREE)], "Available on VOD (free).", "Disponible en VOD (gratuit)."),
    ([vod(price="3.99")], "Available on VOD.", "Disponible en VOD."),
    ([vod(**FREE), vod(price="3.99")], "Available on VOD (free).", "Disponible en VOD (gratuit)."),
    ([vod(**FREE), dvd(price="12.50")], "Available on VOD (free); on DVD.", "Disponible en VOD (gratuit) ; en DVD."),
    ([vod(**FREE, last="2026-06-30"), vod("2026-07-01", price="3.99")], "Available on VOD; on VOD (free) until 30 June 2026.", "Disponible en VOD ; en VOD (gratuit) jusqu’au 30 juin 2026."),
    ([vod(**FREE, **VOST, **IN_FRANCE)], "Available on VOD (free, original version with French subtitles, France).", "Disponible en VOD (gratuit, VOSTFR, France)."),
    # Windows: both days included, open ends, overlaps, gaps.
    ([dvd("2026-06-15")], "Available on DVD.", "Disponible en DVD."),
    ([dvd(None, "2026-06-15")], "Available on DVD until 15 June 2026.", "Disponible en DVD jusqu’au 15 juin 2026."),
    ([dvd(None, "2026-07-01", **UNSTATED)], "Available on DVD until 1 July 2026.", "Disponible en DVD jusqu’au 1er juillet 2026."),
    ([dvd(None, "2026-07-01"), vod()], "Available on DVD until 1 July 2026; on VOD.", "Disponible en DVD jusqu’au 1er juillet 2026 ; en VOD."),
    ([dvd(None, "2026-06-30"), dvd("2026-07-01", "2026-12-31")], "Available on DVD until 31 December 2026.", "Disponible en DVD jusqu’au 31 décembre 2026."),
    ([dvd(None, "2026-08-31"), dvd("2026-07-01", "2026-07-31")], "Available on DVD until 31 August 2026.", "Disponible en DVD jusqu’au 31 août 2026."),
    ([dvd(None, "2026-06-30"), dvd("2026-07-01")], "Available on DVD.", "Disponible en DVD."),
    ([dvd(None, "2026-06-30"), dvd("2026-07-02")], "Available on DVD until 30 June 2026 and again from 2 July 2026.", "Disponible en DVD jusqu’au 30 juin 2026 puis de nouveau à partir du 2 juillet 2026."),
    ([dvd(None, "2026-06-30"), dvd("2026-09-01", "2026-09-30")], "Available on DVD until 30 June 2026 and again from 1 September 2026 to 30 September 2026.", "Disponible en DVD jusqu’au 30 juin 2026 puis de nouveau du 1er septembre 2026 au 30 septembre 2026."),
    ([dvd("2026-07-01", "2026-07-31")], "Not available yet: from 1 July 2026 to 31 July 2026 on DVD.", "Pas encore disponible : du 1er juillet 2026 au 31 juillet 2026 en DVD."),
    ([dvd("2026-07-01", "2026-07-01")], "Not available yet: on 1 July 2026 only on DVD.", "Pas encore disponible : le 1er juillet 2026 seulement en DVD."),
    ([dvd("2026-08-01"), vod("2026-07-01")], "Not available yet: from 1 July 2026 on VOD; from 1 August 2026 on DVD.", "Pas encore disponible : à partir du 1er juillet 2026 en VOD ; à partir du 1er août 2026 en DVD."),
    ([dvd(None, "2026-05-31"), dvd("2026-09-01")], "Available again from 1 September 2026 on DVD.", "De nouveau disponible à partir du 1er septembre 2026 en DVD."),
    ([dvd(None, "2026-05-31"), vod("2026-09-01", "2026-09-30", **IN_FRANCE)], "Available again from 1 September 2026 to 30 September 2026 on VOD (France).", "De nouveau disponible du 1er septembre 2026 au 30 septembre 2026 en VOD (France)."),
    ([dvd(**DENIED), vod("2026-09-01")], "Not available at present: from 1 September 2026 on VOD.", "Indisponible pour le moment : à partir du 1er septembre 2026 en VOD."),
    ([dvd(None, "2026-05-31"), vod(None, "2026-01-31")], "Not available since 1 June 2026.", "Indisponible depuis le 1er juin 2026."),
    ([dvd(**DENIED), vod(None, "2026-01-31")], "Currently unavailable on DVD.", "Indisponible pour le moment en DVD."),
    ([vod(), dvd("2026-09-01")], "Available on VOD; from 1 September 2026 on DVD.", "Disponible en VOD ; à partir du 1er septembre 2026 en DVD."),
    ([dvd("2026-09-01"), dvd("2026-11-01", "2026-11-30"), dvd("2026-08-01", "2026-08-02")], f"Not available yet: from 1 August 2026 to 2 August 2026 on DVD; {MORE}.", "Pas encore disponible : du 1er août 2026 au 2 août 2026 en DVD ; les autres offres figurent ci-dessous."),
    # What is not stated, beside what is.
    ([dvd(**UNSTATED), vod()], "Available on VOD; also exists on DVD, availability not stated.", "Disponible en VOD ; existe aussi en DVD, disponibilité non précisée."),
    ([dvd(**UNSTATED), dvd(**HOME)], "Available on DVD at home.", "Disponible en DVD chez soi."),
    ([dvd(**UNSTATED, **SCHOOL), dvd(**HOME)], "Available on DVD at home; also exists on DVD for teaching, availability not stated.", "Disponible en DVD chez soi ; existe aussi en DVD pour l’enseignement, disponibilité non précisée."),
    ([dvd(**UNSTATED), vod(**DENIED)], "Exists on DVD; availability not stated.", "Existe en DVD ; disponibilité non précisée."),
    ([dvd(**UNSTATED), vod("2026-07-02")], "Exists on DVD; availability not stated; available from 2 July 2026 on VOD.", "Existe en DVD ; disponibilité non précisée ; disponible à partir du 2 juillet 2026 en VOD."),
    # More than a sentence tells.
    ([offer(support, None, f"2026-07-0{day}") for day, support in enumerate(["dvd", "vod", "svod", "dcp", "16mm"], 1)], f"Available on DVD until 1 July 2026; on VOD until 2 July 2026; on SVOD until 3 July 2026; on DCP until 4 July 2026; {MORE}.", "Disponible en DVD jusqu’au 1er juillet 2026 ; en VOD jusqu’au 2 juillet 2026 ; en SVOD jusqu’au 3 juillet 2026 ; en DCP jusqu’au 4 juillet 2026 ; les autres offres figurent ci-dessous."),
]  # fmt: skip


@pytest.mark.parametrize(("offers", "english", "french"), TABLE)
def test_one_sentence_says_it_in_both_languages(offers, english, french):
    assert (said(offers), said(offers, "fr")) == (english, french)


def test_french_puts_its_own_spaces():
    with translation.override("fr"):
        assert sentence([dvd(**UNSTATED)], TODAY) == "Existe en DVD\u202f; disponibilité non précisée."
        assert "disponible\u00a0:" in sentence([dvd("2026-07-01")], TODAY)


SPRING, LEAP = [dvd("2028-02-29", "2028-02-29")], [dvd(None, "2028-02-28"), dvd("2028-02-29")]


@pytest.mark.parametrize(
    ("offers", "day", "english"),
    [
        (SPRING, date(2028, 2, 28), "Not available yet: on 29 February 2028 only on DVD."),
        (SPRING, date(2028, 2, 29), "Available on DVD until 29 February 2028."),
        (SPRING, date(2028, 3, 1), "Not available since 1 March 2028."),
        (LEAP, date(2028, 2, 28), "Available on DVD."),
        ([dvd(None, "2027-02-28")], date(2027, 3, 1), "Not available since 1 March 2027."),
        ([dvd(None, "2026-12-31")], date(2026, 12, 31), "Available on DVD until 31 December 2026."),
        ([dvd(None, "2026-12-31")], date(2027, 1, 1), "Not available since 1 January 2027."),
        ([dvd(None, "9999-12-31")], date(2026, 1, 1), "Available on DVD."),
    ],
)
def test_it_is_true_on_every_day(offers, day, english):
    assert said(offers, today=day) == english


# What follows reads sentences back, and asks the offers whether each claim is true.

SUPPORTS = {"DVD": "dvd", "VOD": "vod", "DCP": "dcp"}
USES = {"at home": "home", "in cinemas": "theatrical", "for teaching": "educational"}
COUNTRIES = {country["name"]["en"]: country["code"] for country in (FRANCE, BELGIUM, QUEBEC)}
COUNTRIES |= {"everywhere": "everywhere"}
DAY = r"(\d+ \w+ \d{4})"
DAYS = st.none() | st.integers(-6, 6).map(lambda days: (TODAY + timedelta(days=days)).isoformat())
OFFER = st.builds(
    lambda support, days, countries, stated, use, version, price: offer(
        support, *days, availability=stated, use=use, version=version, price=price, **countries
    ),
    st.sampled_from(sorted(SUPPORTS.values())),
    st.tuples(DAYS, DAYS).filter(lambda days: None in days or days[0] <= days[1]),
    st.sampled_from([{}, {}, EVERYWHERE, IN_FRANCE, IN_BELGIUM, BOTH, {"countries": [QUEBEC]}]),
    st.sampled_from(["available", "available", "unavailable", ""]),
    st.sampled_from(["", *USES.values()]),
    st.sampled_from(["", "", "VF", "VOSTFR"]),
    st.sampled_from(["", "3.99", "0.00"]),
)


def claims(sentence):
    """[(whether it is not stated, supports, uses, versions, countries, free, first day, last day)] of a sentence."""
    rows = []
    for part in re.split(r"; |: ", sentence.rstrip(".")):
        found = re.search(r"\bon ((?:DVD|VOD|DCP)[^(]*?)(?= (?:at|in|for|until)\b|,| \(|$)", part)
        if not found:
            continue
        inside = re.search(r"\(([^)]*)\)", part)
        limits = re.split(", | and ", inside[1]) if inside else []
        first = re.search(f"(?:from|on) {DAY}", part.split(" and again")[0])
        last = re.search(f"(?:until|to) {DAY}", part.split(" and again")[0])
        last = first if " only " in part else last
        rows.append(
            (
                "also exists" in part or (sentence.startswith("Exists") and not first),
                [SUPPORTS[word] for word in re.split(", | and ", found[1])],
                [use for word, use in USES.items() if word in part] or [""],
                [VERSIONS[limit] for limit in limits if limit in VERSIONS] or [""],
                [COUNTRIES[limit] for limit in limits if limit in COUNTRIES] or [""],
                "free" in limits,
                *(datetime.strptime(day[1], "%d %B %Y").date() if day else None for day in (first, last)),
            )
        )
    return rows


def places(one):
    """Where an offer holds; "" where it does not say."""
    return ["everywhere"] if one.get("everywhere") else [place["code"] for place in one["countries"]] or [""]


def may_see(offers, state, day, support, use, version, country, free):
    """Whether some offer is in a state on a day, for who asks so much."""
    return any(
        state_of(one, day) == state
        and one["support"] == support
        and use in ("", one["use"])
        and one["version"] in ("", version)
        and (country in ("", *places(one)) or places(one) == ["everywhere"])
        and (one["price"] == "0.00" or not free)
        for one in offers
    )


@given(offers=st.lists(OFFER, max_size=6))
def test_every_claim_is_true_on_its_first_day_and_its_last_and_no_end_comes_too_soon(offers):
    for is_unstated, *each, free, first, last in claims(said(offers)):
        for place in product(*each):
            if is_unstated or not said(offers).startswith(("Available", "Exists", "Not available")):
                continue
            day = first or TODAY
            while day <= (last or TODAY + timedelta(days=20)):
                assert may_see(offers, "current", day, *place, free), (day, place)
                day += timedelta(days=1)
            if last:
                same = [one for one in offers if one["use"] == place[1] and (place[3] or places(one) == [""])]
                assert not may_see(same, "current", last + timedelta(days=1), *place, free)


@given(offers=st.lists(OFFER, max_size=6), lang=st.sampled_from(["fr", "en"]))
def test_it_says_available_today_where_an_offer_is_current_and_nowhere_else(offers, lang):
    is_current = any(state_of(one, TODAY) == "current" for one in offers)
    found = said(offers, lang)
    assert bool(re.match("(Available|Disponible) (?!again)", found)) == is_current
    assert found.endswith(".")
    assert found.count(".") == 1


@given(offers=st.lists(OFFER, max_size=6))
def test_it_leaves_out_nothing_that_is_current_unless_it_says_so(offers):
    found = said(offers)
    rows = [row for row in claims(found) if not row[0] and row[6] is None]
    assert len(claims(found)) <= MOST_WAYS
    for one in offers:
        if MORE in found or state_of(one, TODAY) != "current":
            continue
        asked = (
            [one["support"]],
            [one["use"]],
            [one["version"]],
            places(one),
        )
        for support, use, version, country in product(*asked):
            assert any(
                support in supports
                and (use in uses or use == "")
                and (version in versions or versions == [""])
                and (country in countries or countries == ["everywhere"] or country == "")
                and (free or one["price"] != "0.00")
                for _unstated, supports, uses, versions, countries, free, *_days in rows
            ), (one, found)


@given(offers=st.lists(OFFER, min_size=1, max_size=4))
def test_it_names_no_support_that_is_of_no_offer_in_that_state(offers):
    found = said(offers)
    for is_unstated, supports, *_rest, first, _last in claims(found):
        denies = found.startswith("Currently unavailable")
        state = "unavailable" if denies else "unstated" if is_unstated else "coming" if first else "current"
        having = {one["support"] for one in offers if state_of(one, TODAY) == state}
        assert {*supports} <= having


def test_a_hostile_number_of_offers_is_told_in_a_sentence_of_the_usual_length():
    countries = [{"code": str(n), "name": {"fr": f"P{n}", "en": f"L{n}"}} for n in range(60)]
    offers = [
        offer(support, None, f"2027-01-{n % 28 + 1:02}", use=use, countries=countries[n : n + 9], version=f"V{n}")
        for n, (support, use) in enumerate(product(["dvd", "vod", "dcp", "16mm"], ["", *USES.values()]))
    ]  # fmt: skip
    assert len(said(offers)) < 400
    assert said(offers).endswith(f"; {MORE}.")

#!/usr/bin/env python3
"""Public holidays and deadlines by other people's libraries, without any of Inzage's own code.

    deadlines.py holidays FIRST LAST COUNTRY...   lines "COUNTRY DATE NAME" of the years FIRST to LAST
    deadlines.py days                             cases as JSON on standard input, their days as JSON
"""
import json
import sys
from datetime import date, timedelta

import holidays
from dateutil.relativedelta import relativedelta

DAY = timedelta(days=1)


def country_holidays(country, years=None):
    """The national public holidays of a country, named in English."""
    return holidays.country_holidays(country, years=years, language=language(country))


def language(country):
    known = holidays.country_holidays(country).supported_languages
    return "en_US" if "en_US" in known else None


def rolled(day, free):
    while day.weekday() >= 5 or day in free:
        day += DAY
    return day


def suspended(intervals):
    """The days after each asking, up to and with the answer, as a set: a day counts once."""
    days = set()
    for asked, answered in intervals:
        day, end = date.fromisoformat(asked), date.fromisoformat(answered)
        while day < end:
            day += DAY
            days.add(day)
    return days


def days_of(case, free):
    received = date.fromisoformat(case["received"])
    strict = received + relativedelta(months=3 if case["extended"] else 1)
    month = received + relativedelta(months=1)
    return {
        "strict": str(strict),
        "legal": str(rolled(strict + len(suspended(case["suspensions"])) * DAY, free)),
        "notice": str(rolled(month, free)),
        "strictNotice": str(month),
        "internal": str(received + timedelta(days=14)),
    }


if __name__ == "__main__":
    if sys.argv[1] == "holidays":
        years = range(int(sys.argv[2]), int(sys.argv[3]) + 1)
        for country in sys.argv[4:]:
            for day, name in sorted(country_holidays(country, years).items()):
                print(country, day, name)
    else:
        cases = json.load(sys.stdin)
        calendars = {country: country_holidays(country) for country in {case["country"] for case in cases}}
        print(json.dumps([days_of(case, calendars[case["country"]]) for case in cases]))

"""What two Python calendars say of every day from argv[1] to argv[2], in the years that they have a notice for."""
import json
import sys
from datetime import date, timedelta
from importlib.metadata import version

import chinese_calendar
import holidays

china = holidays.China()
# Past its last notice `holidays` goes on without saying so; chinesecalendar raises.
PEERS = {
    "chinesecalendar": (chinese_calendar.is_workday, {day.year for day in chinese_calendar.holidays}),
    "holidays": (china.is_working_day, set(china.special_public_holidays)),
}

day, last = map(date.fromisoformat, sys.argv[1:])
told = {name: {"version": version(name), "working": {}} for name in PEERS}
while day <= last:
    for name, (is_working_day, years) in PEERS.items():
        if day.year in years:
            told[name]["working"][str(day)] = is_working_day(day)
    day += timedelta(days=1)
print(json.dumps(told))

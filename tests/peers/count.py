# Counts the days of the cases again, by hand as it were: which days are off and which are worked is read in the sentences
# of the State Council's notices (docs/sources/notices.md), then the days are walked one by one by the rules of
# docs/sources/clocks.md. Nothing of this project is asked; its table is compared day by day. `python tests/peers/count.py`
import datetime
import json
import re
import sys
from pathlib import Path

root = Path(__file__).resolve().parents[2]
DAY = datetime.timedelta(days=1)
DATE = r'(?:\d{4}年)?(?:\d+月)?\d+日(?:（[^）]*）)?'
on = datetime.date.fromisoformat


def days(first, last):
    while first <= last:
        yield first
        first += DAY


def span(entry):
    first, _, last = entry.partition('/') if isinstance(entry, str) else (entry['from'], '', entry['to'])
    return days(on(first), on(last or first))


def sentence_days(year, text):
    """The days off and the days worked of one sentence; a date without a month has the month of the date before it."""
    month = 0

    def dates(part, near=None):
        nonlocal month
        for stated, of, number in re.findall(r'(?:(\d{4})年)?(?:(\d+)月)?(\d+)日', re.sub('（.*?）', '', part)):
            month = int(of or month)
            found = [datetime.date(each, month, int(number)) for each in ([int(stated)] if stated else [year, year - 1])]
            yield min(found, key=lambda day: abs(day - near)) if near else found[0]

    off, worked = set(), set()
    for part in re.findall(rf'({DATE}(?:(?:—|至){DATE})?)(?:调休)?(?:放假|补休)', text):
        ends = list(dates(part))
        off |= set(days(ends[0], ends[-1]))
    for part in re.findall(rf'((?:{DATE}、?)+)(?:上班|.?.?公休日)', text):
        worked |= set(dates(part, min(off)))
    return off, worked - off


class Calendar:
    """The days as notices have them, of those issued by a day; then what a case adds: years, local days, closures."""

    def __init__(self, given=None):
        given = given or {}
        self.off, self.worked, self.shut, self.out = set(), set(), set(), set()
        for part in (root / 'docs/sources/notices.md').read_text(encoding='utf8').split('\n## ')[1:]:
            year, kind = int(part[:4]), part.split('\n')[0][5:]
            issued = re.search(r'\d{4}-\d\d-\d\d', part)[0]
            if issued > given.get('asOf', '9999'):
                continue
            for sentence in re.findall(r'^> (.*?)\s*$', part, re.M):
                if kind == 'extension':  # 延长春节假期至2月2日
                    off, worked = set(days(datetime.date(2020, 1, 24), datetime.date(2020, 2, 2))), set()
                else:
                    off, worked = sentence_days(year, sentence)
                self.off |= off
                self.worked = (self.worked - off) | worked
            self.last = datetime.date(year, 12, 31)
        if self.last.year < 2026:  # 全国年节及纪念日放假办法 (2024) 2: what the law gives where the notice is not out
            self.off |= {datetime.date(2026, 1, 1)}
        # 除夕 to 初三 (02-05 to 02-08); for Saturday and Sunday 02-09 and 02-10 (art. 6)
        self.off |= {datetime.date(2027, 1, 1)} | set(days(datetime.date(2027, 2, 5), datetime.date(2027, 2, 10)))
        for each in given.get('years', []):
            inside = {day for day in self.off | self.worked if day.year == each['year']}
            self.off, self.worked = self.off - inside, self.worked - inside
            self.arrange(each)
        for each in given.get('overlays', []):
            self.arrange(each)
            for shut in each.get('closures', []):
                (self.out if shut.get('agency') == 'excluded' else self.shut).add(on(shut['date']))

    def arrange(self, given):
        off = {day for each in given.get('off', []) for day in span(each)}
        worked = {on(day) for day in given.get('worked', [])}
        self.off, self.worked = (self.off - worked) | off, (self.worked - off) | worked

    def is_worked(self, day):
        return day not in self.out and (day in self.worked or (day.weekday() < 5 and day not in self.off))

    def next(self, day, applicant=False):
        while not self.is_worked(day) or (applicant and day in self.shut):
            day += DAY
        return day

    def last_day(self, start, amount, unit, pauses=(), applicant=False):
        """民法典 201 to 203: the first day does not count; the last one that is no working day moves on."""
        stopped = {day for first, last in pauses for day in days(first + DAY, last)}
        if unit == 'working-day':
            day, left = start, amount
            while left:
                day += DAY
                left -= self.is_worked(day) and day not in stopped
        else:
            day = ends(start, amount, unit)
            for each in sorted(stopped):
                day += DAY if start < each <= day else 0 * DAY
        return self.next(day, applicant)

    def first_day(self, expiry, amount, unit):
        """Counted back, and not moved towards the expiry."""
        if unit != 'working-day':
            return ends(expiry, -amount, unit)
        while amount:
            expiry -= DAY
            amount -= self.is_worked(expiry)
        return expiry


def ends(start, amount, unit):
    """The corresponding day, or the last of the month (民法典 202)."""
    if unit == 'calendar-day':
        return start + amount * DAY
    months = start.year * 12 + start.month - 1 + amount * (12 if unit == 'year' else 1)
    day = start.day
    while True:
        try:
            return datetime.date(months // 12, months % 12 + 1, day)
        except ValueError:
            day -= 1


def clocks(value):
    """Every clock in an answer."""
    if isinstance(value, dict):
        if 'amount' in value and 'start' in value and 'trigger' in value:
            yield value
        for each in value.values():
            yield from clocks(each)
    elif isinstance(value, list):
        for each in value:
            yield from clocks(each)


def counted(calendar, clock):
    """The last day of a clock, from its first day, its amount and the stops that its answer names."""
    start, amount, unit = on(clock['start']), clock['amount'], clock['unit']
    if unit == 'hour':
        return None  # by the minute: only the moments of clocks.json, which say themselves how they come about
    if clock['trigger'] in ('expires', 'hearing-held'):
        return calendar.first_day(start, amount, unit)
    pauses = [(on(each['from']), on(each['to'])) for each in clock.get('pauses', []) if 'to' in each]
    return calendar.last_day(start, amount, unit, pauses, clock['actor'] == 'applicant')


def table():
    """Our table beside the sentences: every day of twenty years."""
    theirs = json.loads((root / 'src/data/holidays-cn.json').read_text(encoding='utf8'))['years'].values()
    festivals = [each for year in theirs for each in year['holidays']]
    off = {day for each in festivals for entry in each['off'] for day in span(entry)}
    worked = {on(day) for each in festivals for day in each['makeup_workdays']}
    for day in days(datetime.date(2007, 1, 1), datetime.date(2026, 12, 31)):
        if Calendar.is_worked(read, day) != (day in worked or (day.weekday() < 5 and day not in off)):
            yield f'{day}: the notices say worked={read.is_worked(day)}, the table does not'


def ended(calendar, limit, start, actor='authority'):
    """The last day of a limit from a day on."""
    return calendar.last_day(start, limit['amount'], limit['unit'], applicant=actor == 'applicant')


def of_clocks(case, calendar):
    """The last days that a schedule gives; of a matter of several each by the calendar of its place."""
    given = case['input'].get('calendars')
    members = case['input']['request'].get('members')
    parts = zip(case['expected'].get('ok', {}).get('members', []), members) if members else [(case['expected'], {})]
    for answer, asked in parts:
        place = Calendar(given[0]) if 'calendar' in asked else calendar
        for clock in clocks(answer):
            day = counted(place, clock) if 'due' in clock else None
            if day:
                yield clock['id'], day, clock['due']
    for clock in clocks(case['expected'].get('ok', {}).get('cap', {})):
        yield clock['id'], counted(calendar, clock), clock['due']


def of_starts(case, calendar):
    """By which day to start: the last whose count ends in time. An acceptance falls on a working day."""
    request = case['input']['request']
    limits = {each['id']: each for each in request['limits']}
    for each in case['expected']['ok']['starts']:
        limit, start, by = limits[each['id']], on(each['start']), on(request['finishBy'])
        moved = 'receipt' in limit or limit['trigger'] == 'accepted'
        first, after = (calendar.next(day) if moved else day for day in (start, start + DAY))
        in_time = ended(calendar, limit, first) <= by < ended(calendar, limit, after)
        yield each['id'], ended(calendar, limit, first) if in_time else None, each['due']


def of_days(case, calendar):
    """The days of a clock: worked or not."""
    for each in case['expected']['ok']:
        worked = 'worked' if each['kind'] in ('working', 'make-up') else 'off'
        yield each['date'], 'worked' if calendar.is_worked(on(each['date'])) else 'off', worked


def of_changes(case, calendar):
    """What a change of the calendar moves: counted with the one before and the one after."""
    request, given = case['input']['request'], case['input'].get('calendars', [])
    before, after = (Calendar(given[0]), Calendar(given[-1])) if len(given) > 1 else (calendar, Calendar(given and given[0]))
    limits = {each['id']: each for each in request['items'][0]['limits']}
    limits['law-notice'] = {'amount': 5, 'unit': 'working-day', 'trigger': 'received'}
    limits['law-delivery'] = {'amount': 10, 'unit': 'working-day', 'trigger': 'decided'}
    for each in case['expected'].get('ok', []):
        limit = limits[each['clock']]
        events = next(one['events'] for one in request['cases'] if one['id'] == each['case'])
        found = [event['at'] for event in events if event['type'] == limit['trigger']]
        start = on((found or [events[0]['at']])[0])  # deemed accepted: as of the day of receipt
        for name, place in (('before', before), ('after', after)):
            if name in each:
                yield f'{each["clock"]} {name}', ended(place, limit, start, each['actor']), each[name]


KINDS = {'deadlines': of_clocks, 'joint': of_clocks, 'backwards': of_starts, 'trace': of_days, 'recompute': of_changes}
read = Calendar()
wrong, count, cases = list(table()), 0, 0
for path in sorted([*(root / 'tests/cases/deadlines').glob('*.json'), root / 'tests/cases/editor/office.json']):
    for case in json.loads(path.read_text(encoding='utf8')):
        if case['stage'] not in KINDS:
            continue
        cases += 1
        for what, ours, theirs in KINDS[case['stage']](case, Calendar(case['input'].get('years'))):
            count += 1
            if str(ours) != theirs:
                wrong.append(f'{case["name"]}: {what} is {ours}, the case says {theirs}')
for line in wrong:
    print(line)
print(f'{count} days of {cases} cases counted again, {len(wrong)} differ')
sys.exit(1 if wrong else 0)

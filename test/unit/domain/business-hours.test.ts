import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessHoursAfter, type WorkingTime } from '../../../functions/domain/business-hours.ts';
import { daysAfter, hoursAfter, instantAt, MAX_WAIT_DAYS } from '../../../functions/domain/time.ts';

const weekdays = { mon: '09:00-17:00', tue: '09:00-17:00', wed: '09:00-17:00', thu: '09:00-17:00' };
const shop: WorkingTime = {
  timeZone: 'America/New_York',
  businessHours: { ...weekdays, fri: '09:00-15:00' },
  holidays: ['2026-11-26', '12-25'],
};
/** What clocks in the shop show. */
const at = (day: string, time: string) => instantAt(day, time, shop.timeZone);

describe('a deadline is counted in the hours in which people are there', () => {
  it.each([
    ['2026-11-16', '10:00', 4, '2026-11-16', '14:00', 'within a day'],
    ['2026-11-16', '16:00', 4, '2026-11-17', '12:00', 'over night'],
    ['2026-11-16', '09:00', 8, '2026-11-16', '17:00', 'to the end of the day, not the beginning of the next'],
    ['2026-11-16', '03:00', 1, '2026-11-16', '10:00', 'from the opening, where it starts before'],
    ['2026-11-16', '22:00', 1, '2026-11-17', '10:00', 'from the next opening, where it starts after closing'],
    ['2026-11-20', '14:00', 2, '2026-11-23', '10:00', 'over the weekend, and a day has its own hours'],
    ['2026-11-25', '16:00', 2, '2026-11-27', '10:00', 'over a holiday'],
    ['2028-12-22', '14:00', 2, '2028-12-26', '10:00', 'over a holiday of every year and a weekend'],
    ['2026-10-30', '14:00', 2, '2026-11-02', '10:00', 'over the night in which clocks are put back'],
    ['2026-03-06', '14:00', 2, '2026-03-09', '10:00', 'over the night in which clocks are put forward'],
  ])('%s %s and %d hours make %s %s: %s', (day, time, hours, dueDay, dueTime) => {
    expect(businessHoursAfter(at(day, time), hours, shop)).toBe(at(dueDay, dueTime));
  });

  it('counts every hour where the shop has no business hours', () => {
    const always = { timeZone: shop.timeZone, holidays: ['2026-11-17'] };
    expect(businessHoursAfter('2026-11-16T10:00:00.000Z', 36, always)).toBe('2026-11-17T22:00:00.000Z');
  });

  it('comes even where every day is a holiday, after the longest wait there is', () => {
    const closed = { ...shop, businessHours: { mon: '09:00-10:00' } };
    const monday = '2026-11-16T10:00:00.000Z';
    expect(businessHoursAfter(monday, 100, closed)).toBe(daysAfter(monday, MAX_WAIT_DAYS));
  });

  it('lies ahead, within a wait and not before that many hours, whatever is asked, and later for more hours', () => {
    const zone = fc.constantFrom('America/New_York', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Apia');
    const start = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zone, start, fc.double({ min: 0.1, max: 60, noNaN: true }), (timeZone, date, hours) => {
        const from = date.toISOString();
        const due = (asked: number) => businessHoursAfter(from, asked, { ...shop, timeZone });
        expect(due(hours) >= hoursAfter(from, hours)).toBe(true);
        expect(due(hours) <= daysAfter(from, MAX_WAIT_DAYS)).toBe(true);
        expect(due(hours + 1) >= due(hours)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the instant at which clocks show a time', () => {
  it.each([
    ['2026-11-16', '09:00', 'America/New_York', '2026-11-16T14:00:00.000Z'],
    ['2026-07-01', '09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
    ['2026-11-16', '24:00', 'America/Sao_Paulo', '2026-11-17T03:00:00.000Z'],
    ['2026-11-16', '09:30', 'Asia/Kolkata', '2026-11-16T04:00:00.000Z'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ])('%s %s in %s is %s', (day, time, zone, instant) => {
    expect(instantAt(day, time, zone)).toBe(instant);
  });
});

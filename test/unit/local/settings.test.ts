import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../infra/local/settings.ts';

describe('settings', () => {
  it('have defaults that run the sample shop untouched', () => {
    expect(readSettings({})).toEqual({
      smtpPort: 2525,
      webPort: 8025,
      dataDir: '.goodwill',
      timeScale: 1,
      policyFile: 'functions/policy/default.yaml',
      ordersFile: 'functions/policy/sample-orders.csv',
    });
  });

  it('that are set to nothing are not set', () => {
    expect(readSettings({ SMTP_PORT: '' }).smtpPort).toBe(2525);
  });

  it.each([
    ['SMTP_PORT', 'mail', /SMTP_PORT: a port number such as 2525/],
    ['WEB_PORT', '99999', /WEB_PORT: a port from 1 to 65535/],
    ['SMTP_PORT', '25.5', /SMTP_PORT: a whole number/],
    ['TIME_SCALE', '0', /TIME_SCALE: a number from 1/],
    ['TIME_SCALE', 'fast', /TIME_SCALE: a number from 1/],
    ['TIME_SCALE', 'Infinity', /TIME_SCALE: a number from 1/],
  ])('%s=%s is refused, naming the setting and what would be right', (name, value, message) => {
    expect(() => readSettings({ [name]: value })).toThrow(message);
  });
});

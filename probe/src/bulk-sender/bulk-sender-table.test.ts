import type { CheckResult, Outcome } from '@whybounce/core/check';
import { expect, it } from 'vitest';
import { type BulkSenderRow, bulkSenderTable } from './bulk-sender-table.ts';
import { bulkProviders } from './requirement.ts';
import { requirements } from './requirements.ts';

const result = (id: string, outcome: Outcome): CheckResult => ({
  id,
  area: 'message',
  title: id,
  outcome,
  severity: 'high',
  says: `${id} says ${outcome}.`,
  seen: [],
  fix: null,
  publish: null,
  source: 'RFC 5322',
});
const table = (outcomes: Readonly<Record<string, Outcome>>) =>
  bulkSenderTable(Object.entries(outcomes).map(([id, outcome]) => result(id, outcome)));
const states = (rows: readonly BulkSenderRow[], id: string) =>
  Object.fromEntries(rows.find((row) => row.id === id)?.cells.map(({ provider, state }) => [provider, state]) ?? []);

it('has a source, a day and a grade for everything that a provider asks', () => {
  for (const { cells, id, lookAt } of bulkSenderTable([])) {
    expect(cells.length, id).toBeGreaterThan(0);
    for (const { source, asks, appliesTo, perDay, provider } of cells) {
      expect(source.url).toMatch(
        /^https:\/\/(?:support\.google\.com|senders\.yahooinc\.com|techcommunity\.microsoft\.com)\//,
      );
      expect(source.read).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(asks).toMatch(/^[A-Z].*\.$/);
      expect(perDay).toBe(appliesTo === 'bulk' && provider !== 'yahoo' ? 5_000 : null);
    }
    const isShown = (requirements.find((one) => one.id === id)?.shownBy.length ?? 0) > 0;
    expect(lookAt === null).toBe(isShown);
  }
  for (const provider of bulkProviders)
    expect(requirements.some(({ demands }) => demands.some((demand) => demand.provider === provider))).toBe(true);
});

it('tells from nothing that it could not tell, never that it is met', () => {
  const all = bulkSenderTable([]).flatMap(({ cells }) => cells.map(({ state }) => state));
  expect(new Set(all)).toEqual(new Set(['could-not-tell', 'not-shown']));
});

it('takes one of SPF and DKIM for small senders and both for bulk', () => {
  const rows = table({ 'spf.authorises_ip': 'fail', 'dkim.verify': 'pass' });
  expect(states(rows, 'spf-or-dkim')).toEqual({ google: 'met', yahoo: 'met' });
  expect(states(rows, 'spf')).toEqual({ google: 'not-met', yahoo: 'not-met', microsoft: 'not-met' });
  expect(states(rows, 'dkim')).toEqual({ google: 'met', yahoo: 'met', microsoft: 'met' });
  expect(states(table({ 'spf.authorises_ip': 'fail' }), 'spf-or-dkim')['google']).toBe('could-not-tell');
  expect(states(table({ 'spf.authorises_ip': 'fail', 'dkim.verify': 'fail' }), 'spf-or-dkim')['google']).toBe(
    'not-met',
  );
});

it('knows that Yahoo accepts a mail address for unsubscribing and Google does not', () => {
  expect(states(table({ 'msg.list_unsub': 'warn' }), 'one-click-unsubscribe')).toEqual({
    google: 'not-met',
    yahoo: 'met',
  });
  expect(states(table({ 'msg.list_unsub': 'not-applicable' }), 'one-click-unsubscribe')).toEqual({
    google: 'does-not-apply',
    yahoo: 'does-not-apply',
  });
});

it('needs all checks of a requirement, and tells the one that failed first', () => {
  const rows = table({ 'ptr.exists': 'pass', 'ptr.fcrdns': 'fail' });
  expect(states(rows, 'reverse-dns')).toEqual({ google: 'not-met', yahoo: 'not-met' });
  expect(rows.find(({ id }) => id === 'reverse-dns')?.because[0]).toMatchObject({ id: 'ptr.fcrdns', outcome: 'fail' });
  expect(states(table({ 'ptr.exists': 'pass', 'ptr.fcrdns': 'could-not-determine' }), 'reverse-dns')['google']).toBe(
    'could-not-tell',
  );
  expect(states(table({ 'ptr.exists': 'pass' }), 'reverse-dns')['google']).toBe('could-not-tell');
});

it('does not take every failure of DMARC for a forged Gmail address', () => {
  expect(states(table({ 'dmarc.pass': 'fail' }), 'no-gmail-from')).toEqual({ google: 'could-not-tell' });
  expect(states(table({ 'dmarc.pass': 'pass' }), 'no-gmail-from')).toEqual({ google: 'met' });
});

it('says of what no message shows where to look', () => {
  const row = table({}).find(({ id }) => id === 'spam-rate');
  expect(row?.lookAt).toMatch(/Postmaster Tools/);
  expect(row?.cells.map(({ state }) => state)).toEqual(['not-shown', 'not-shown']);
});

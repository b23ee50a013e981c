import type { Area, SubjectKind } from '@whybounce/core/check';
import { describe, expect, it } from 'vitest';
import { checks } from '../generated/checks.ts';
import { chooseChecks } from './choose.ts';
import { NOTHING, type Subject } from './context.ts';
import type { Check } from './define.ts';

const all = { connect: true, lists: true };
const whole: Subject = {
  ...NOTHING,
  domain: 'example.com',
  ip: '192.0.2.1',
  helo: 'mail.example.com',
  mailFrom: 'a@example.com',
  selectors: [{ selector: 's1', domain: 'example.com' }],
  recipient: 'ann@example.com',
  refusal: '550 no',
  refusedBy: 'mx1.example.com',
  mailServer: 'mx1.example.com',
  message: { raw: new Uint8Array(), ip: null, helo: null, mailFrom: null, received: new Date(0) },
};

function chosen(kind: SubjectKind, subject: Partial<Subject>, can = all): readonly Check[] {
  return chooseChecks(checks, kind, { ...NOTHING, ...subject }, can).run;
}
const areasOf = (run: readonly Check[]): Set<Area> => new Set(run.map(({ area }) => area));

describe('which checks concern', () => {
  it('a domain: all but those of a message', () => {
    const run = chosen('domain', { domain: 'example.com' });
    expect(areasOf(run)).toContain('mx');
    expect(areasOf(run)).not.toContain('message');
    expect(run.some(({ input }) => input === 'probe')).toBe(true);
  });

  it('an address: those of addresses alone', () => {
    const run = chosen('ip', { ...whole, message: null });
    expect([...areasOf(run)].sort()).toEqual(['blocklist', 'ehlo', 'ptr', 'spf']);
  });

  it('one mail server: those that connect', () => {
    const run = chosen('mx', { mailServer: 'mx1.example.com' });
    expect(new Set(run.map(({ input }) => input))).toEqual(new Set(['probe']));
  });

  it('a message: how it was sent, and whether its sender can be answered', () => {
    const run = chosen('message', whole);
    expect(run.map(({ id }) => id)).toEqual(expect.arrayContaining(['mx.present', 'dkim.verify', 'dmarc.pass']));
    expect(areasOf(run)).not.toContain('mta-sts');
  });
});

describe('what is not run', () => {
  it('is told with the reason, and nothing is left out', () => {
    for (const kind of ['domain', 'ip', 'mx', 'message'] as const) {
      const every = chooseChecks(checks, kind, whole, all);
      const none = chooseChecks(checks, kind, NOTHING, { connect: false, lists: false });
      expect(none.run.length + none.notRun.length, kind).toBe(every.run.length + every.notRun.length);
      for (const { why } of none.notRun) expect(why, kind).toMatch(/^[A-Z].*\.$/);
      expect(none.run.flatMap(({ needs }) => needs)).toEqual([]);
    }
  });

  it.each([
    ['rbl.ip', { connect: true, lists: false }, 'Asking blocklists is switched off here.'],
    ['mx.port25', { connect: false, lists: true }, 'Connecting to mail servers is switched off here.'],
    ['mx.rcpt_target', all, 'No address that bounced was named.'],
  ])('%s', (id, can, why) => {
    const subject = { ...NOTHING, domain: 'example.com', ip: '192.0.2.1' };
    expect(chooseChecks(checks, 'domain', subject, can).notRun.find((one) => one.id === id)?.why).toBe(why);
  });

  it('a connection for a message file: the reader is told where it is made', () => {
    const { notRun } = chooseChecks(checks, 'message', whole, all);
    expect(notRun.find(({ id }) => id === 'mx.port25')?.why).toContain('Check the domain');
  });

  it('what needs a selector, where the list of them is empty', () => {
    const needsSelector: Check = { ...(checks[0] as Check), id: 'dkim.own', input: 'domain', needs: ['selectors'] };
    const without = chooseChecks([needsSelector], 'domain', NOTHING, all);
    expect(without.notRun).toEqual([
      { id: 'dkim.own', title: needsSelector.title, why: 'No DKIM selector was named.' },
    ]);
    expect(chooseChecks([needsSelector], 'domain', whole, all).run).toHaveLength(1);
  });
});

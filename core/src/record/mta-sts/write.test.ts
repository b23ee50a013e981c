import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lintMtaStsPolicy,
  lintMtaStsRecords,
  parseMtaStsPolicy,
  uncoveredMx,
  withdrawMtaSts,
  writeMtaSts,
} from './index.ts';

const now = new Date('2026-03-04T05:06:07Z');
const domain = 'example.com';

describe('a proposal for MTA-STS', () => {
  it('starts with testing and says where both parts go', () => {
    const made = writeMtaSts({ domain, mxHosts: ['mx1.example.com.', 'MX2.example.com'], now });
    expect(made.record).toEqual({ name: '_mta-sts.example.com', type: 'TXT', text: 'v=STSv1; id=20260304050607;' });
    expect(made.policy).toEqual({
      url: 'https://mta-sts.example.com/.well-known/mta-sts.txt',
      text: 'version: STSv1\r\nmode: testing\r\nmx: mx1.example.com\r\nmx: mx2.example.com\r\nmax_age: 86400\r\n',
    });
    expect(made.changes.every(({ kind, why }) => kind === 'added' && why !== null)).toBe(true);
    expect(made.steps[0]).toContain('mta-sts.example.com');
  });

  it('keeps what still holds, bumps the id and says what changes', () => {
    const policy =
      'version: STSv1\nmode: testing\nmx: *.example.com\nmx: old.example.net\nmax_age: 172800\ncontact: me\n';
    const made = writeMtaSts({
      domain,
      mxHosts: ['mx1.example.com', 'backup.example.org'],
      mode: 'enforce',
      record: 'v=STSv1; id=20260304050607',
      policy,
      now,
    });
    expect(made.record.text).toBe('v=STSv1; id=20260304050607a;');
    expect(made.changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['kept', 'v=STSv1', 'v=STSv1'],
      ['changed', 'id=20260304050607', 'id=20260304050607a'],
      ['kept', 'version: STSv1', 'version: STSv1'],
      ['changed', 'mode: testing', 'mode: enforce'],
      ['kept', 'mx: *.example.com', 'mx: *.example.com'],
      ['added', null, 'mx: backup.example.org'],
      ['changed', 'max_age: 172800', 'max_age: 1209600'],
      ['kept', 'contact: me', 'contact: me'],
      ['removed', 'mx: old.example.net', null],
    ]);
    expect(made.changes.find(({ kind }) => kind === 'removed')?.why).toContain('backup.example.org');
    // the file goes first, so that nobody fetches the old one for the new id
    expect(made.steps.findIndex((step) => step.includes('.txt'))).toBeLessThan(
      made.steps.findIndex((step) => step.includes('TXT record')),
    );
  });

  it('keeps the id where nothing changes', () => {
    const first = writeMtaSts({ domain, mxHosts: ['mx.example.com'], now });
    const again = writeMtaSts({
      domain,
      mxHosts: ['mx.example.com'],
      record: first.record.text,
      policy: first.policy.text,
      now: new Date('2027-01-01T00:00:00Z'),
    });
    expect(again.record.text).toBe(first.record.text);
    expect(again.changes.every(({ kind }) => kind === 'kept')).toBe(true);
  });

  it('warns of enforcing what was never tested', () => {
    const wish = { domain, mxHosts: ['mx.example.com'], mode: 'enforce', now } as const;
    expect(writeMtaSts(wish).steps[0]).toContain('mode: testing');
    const tested = writeMtaSts({
      ...wish,
      policy: 'version: STSv1\nmode: testing\nmx: mx.example.com\nmax_age: 86400',
    });
    expect(tested.steps.join(' ')).not.toContain('mode: testing');
  });

  it('withdraws by a policy of mode none that is waited for', () => {
    const policy = 'version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 604800\n';
    const made = withdrawMtaSts({ domain, record: 'v=STSv1; id=1', policy, now });
    expect(parseMtaStsPolicy(made.policy.text)).toMatchObject({ mode: 'none', maxAge: 86_400, mx: [] });
    expect(made.waitSeconds).toBe(604_800);
    expect(made.steps.at(-2)).toContain('1 week');
    expect(made.steps.at(-1)).toContain('delete');
    expect(withdrawMtaSts({ domain, now }).waitSeconds).toBe(31_557_600);
  });

  it.each([
    [{ mxHosts: [] }, 'mxHosts is empty'],
    [{ mxHosts: ['192.0.2.1'] }, 'mxHosts has "192.0.2.1"'],
    [{ mxHosts: ['mx.example.com\r\nmode: none'] }, 'mxHosts has'],
    [{ mxHosts: ['*.example.com'] }, 'mxHosts has'],
    [{ domain: 'ex ample.com' }, 'domain has'],
    [{ maxAge: -1 }, 'maxAge is -1'],
    [{ maxAge: 31_557_601 }, 'maxAge is 31557601'],
    [{ mode: 'strict' as never }, 'mode is "strict"'],
  ])('refuses %j', (part, message) => {
    expect(() => writeMtaSts({ domain, mxHosts: ['mx.example.com'], now, ...part })).toThrow(message);
  });

  it('reads clean and covers every mail server, whatever was published', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const host = fc.tuple(label, label, fc.constantFrom('example', 'test')).map((labels) => labels.join('.'));
    const line = fc.oneof(
      host.map((name) => `mx: ${name}`),
      fc.constantFrom('mode: none', 'mx: *', 'junk', ': x', 'version: 2', 'x: y'),
    );
    fc.assert(
      fc.property(
        fc.array(host, { minLength: 1, maxLength: 5 }),
        fc.array(line, { maxLength: 6 }),
        (mxHosts, lines) => {
          const made = writeMtaSts({
            domain,
            mxHosts,
            mode: 'enforce',
            policy: lines.join('\n'),
            record: 'v=STSv1; id=1',
            now,
          });
          const policy = parseMtaStsPolicy(made.policy.text);
          expect(lintMtaStsPolicy(policy).filter(({ severity }) => severity !== 'info')).toEqual([]);
          expect(uncoveredMx(policy.mx, mxHosts)).toEqual([]);
          expect(lintMtaStsRecords([made.record.text])).toMatchObject({ findings: [] });
        },
      ),
    );
  });
});

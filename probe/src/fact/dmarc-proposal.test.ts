import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ZoneName } from '@whybounce/core/dns';
import { parseDmarc } from '@whybounce/core/record';
import { describe, expect, it } from 'vitest';
import type { Check, Verdict } from '../check/define.ts';
import { dmarcZone } from '../check/dmarc/dmarc-fixture.ts';
import { contextOf } from '../check/prove-fixture.ts';
import { dmarcProposal, sayChanges } from './dmarc-proposal.ts';

const checks: Check[] = [];
const folder = join(import.meta.dirname, '..', 'check', 'dmarc');
for (const name of readdirSync(folder))
  if (!/(?:\.test|-fixture)\.ts$/.test(name)) checks.push((await import(join(folder, name))).default);

/** What the checks of one run would have published at `_dmarc.example.com`. */
async function proposals(record: string, own: ZoneName = {}) {
  const beside = Object.keys(own).length === 0 ? {} : { 'example.com': own };
  const context = contextOf({ zone: dmarcZone({ 'example.com': record }, beside) });
  const found = new Map<string, Verdict>();
  for (const check of checks.filter(({ input }) => input === 'domain')) {
    const verdict = await check.run(context);
    if (verdict.publish !== undefined) found.set(check.id, verdict);
  }
  return { found, merged: await dmarcProposal(context) };
}

const tags = (line: string) =>
  parseDmarc(/"(.*)"$/.exec(line)?.[1] ?? '').list.tags.map(({ name, value }) => `${name}=${value}`);
const rua = 'rua=mailto:a@example.com';

describe('all DMARC checks of a run propose one record', () => {
  it.each([
    [`v=DMARC1; p=none; pct=20; ${rua}`],
    [`v=DMARC1; p=reject; pct=50; ${rua}`],
    [`v=DMARC1; p=quarantine; sp=none; pct=100; rf=afrf; ${rua},mailto:b@gone.example`],
    ['v=DMARC1; p=none'],
    ['v=DMARC1; rua=a@example.com; p=quarantine; pct=all; adkim=x'],
    [`v=DMARC1; p=bogus; fo=1; ${rua}!10m`],
    ['v=DMARC1; p=reject; t=y; rua=mailto:a@gone.example'],
    [`v=DMARC1; p=quarantine; np=none; ${rua}; mailto:b@example.com`],
  ])('for %j', async (record) => {
    const { found, merged } = await proposals(record);
    const lines = new Set([...found.values()].map(({ publish }) => publish));
    expect(found.size).toBeGreaterThan(1);
    lines.delete(merged.publish);
    // the next step of the policy is the one other record, told by what asks for it
    expect(lines.size).toBeLessThanOrEqual(1);
    for (const [id, { publish, fix, says }] of found) {
      if (publish === merged.publish) expect(`${says} ${fix}`).toContain(merged.says);
      else expect(['dmarc.enforced', 'dmarc.removed_tags']).toContain(id);
    }
    const ofPolicy = /^(?:p|sp|t|pct)=/;
    for (const line of lines)
      if (merged.publish !== undefined)
        expect(tags(line ?? '').filter((tag) => !ofPolicy.test(tag))).toEqual(
          tags(merged.publish).filter((tag) => !ofPolicy.test(tag)),
        );
  });

  it('that refuses all mail of a domain that sends none', async () => {
    const { found } = await proposals('v=DMARC1; p=none; pct=10', { TXT: ['v=spf1 -all'] });
    expect([...new Set([...found.values()].map(({ publish }) => publish))]).toEqual([
      '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
    ]);
    expect(found.get('dmarc.enforced')?.fix).toContain('it changes p=none to p=reject and takes pct=10 out.');
  });

  it('and none where nothing is to be changed', async () => {
    const { found, merged } = await proposals(`v=DMARC1; p=reject; ${rua}`);
    expect([found.size, merged.publish, merged.says]).toEqual([0, undefined, '']);
  });

  it('whose changes stay within a sentence', () => {
    const from = `x=\u001b[2J${'a'.repeat(400)}`;
    const said = sayChanges([{ kind: 'removed', from, to: null, why: null }]);
    expect(said).toMatch(/^takes "x=[\x20-\x7e…]{1,200}" out$/);
    expect(sayChanges([])).toBe('writes the same tags as all receivers read them');
  });
});

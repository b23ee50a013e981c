import { type Zone, ZoneDns } from '@whybounce/core/dns';
import { analyseSpf } from '@whybounce/core/record';
import { spf } from 'mailauth/lib/spf/index.js';
import { startLocalWorld } from '../test/check/local-world.ts';
import { needs } from '../test/peer/installed.ts';
import { interleaved, median, say, thousands } from './row.ts';

// SPF trees of a zone in memory beside mailauth, which evaluates the same records and stops at the first match;
// and a whole domain check against servers on loopback beside the slowest of its own dialogues.

/** More than the analyser keeps records of: each domain's own is read anew, what they include is known. */
const DOMAINS = 5_000;
const ROUNDS = 9;

const zone: Zone = Object.fromEntries(
  Array.from({ length: DOMAINS }, (_, i): [string, Zone[string]][] => [
    [
      `d${i}.example`,
      {
        TXT: [`v=spf1 ip4:192.0.${i >> 8}.${i & 255} include:_spf.mail${i % 5}.example include:_spf.crm.example -all`],
      },
    ],
  ]).flat(),
);
const shared: Zone = {
  ...Object.fromEntries(
    Array.from({ length: 5 }, (_, i) => [
      `_spf.mail${i}.example`,
      { TXT: [`v=spf1 include:_a.mail${i}.example include:_b.mail${i}.example ip6:2001:db8:${i}::/48 ~all`] },
    ]),
  ),
  ...Object.fromEntries(
    Array.from({ length: 5 }, (_, i) => [
      `_a.mail${i}.example`,
      { TXT: ['v=spf1 ip4:198.51.100.0/25 ip4:203.0.113.0/26 ~all'] },
    ]),
  ),
  ...Object.fromEntries(
    Array.from({ length: 5 }, (_, i) => [
      `_b.mail${i}.example`,
      { TXT: ['v=spf1 a:out.crm.example ip4:203.0.113.128/25 ~all'] },
    ]),
  ),
  '_spf.crm.example': { TXT: ['v=spf1 a:out.crm.example ip4:192.0.2.250/31 -all'] },
  'out.crm.example': { A: ['192.0.2.253'] },
};
const dns = new ZoneDns({ ...zone, ...shared });

/** The same zone as mailauth asks it. */
async function resolver(name: string, type: string): Promise<string[][]> {
  const answer = await dns.query(name, type as 'A' | 'AAAA' | 'TXT' | 'MX');
  if (answer.status !== 'found') throw Object.assign(new Error(answer.status), { code: 'ENOTFOUND' });
  return answer.records as unknown as string[][];
}

let lookups = 0;
let verdicts = 0;
const ours = async (): Promise<void> => {
  dns.asked.length = 0;
  for (let i = 0; i < DOMAINS; i++) lookups += (await analyseSpf({ domain: `d${i}.example`, dns })).lookups.total;
};
const theirs = async (): Promise<void> => {
  dns.asked.length = 0;
  for (let i = 0; i < DOMAINS; i++) {
    const { status } = await spf({
      sender: `a@d${i}.example`,
      ip: '10.0.0.1',
      helo: 'x.example',
      mta: 'y.example',
      resolver,
      strict: true,
    });
    if (status.result === 'fail') verdicts++;
  }
};
for (let i = 0; i < 2; i++) {
  await ours();
  await theirs();
}
const [tree, evaluation] = await interleaved(ROUNDS, ours, theirs);
if (lookups === 0 || verdicts === 0) throw new Error('nothing was analysed');
say({
  name: `SPF trees of ${DOMAINS} domains analysed, beside mailauth evaluating the same for an address that matches nothing`,
  figure: `${thousands((DOMAINS / tree) * 1000)} a second, ${(evaluation / tree).toFixed(2)} × mailauth (${thousands((DOMAINS / evaluation) * 1000)})`,
  target: '1 ×',
});

const need = needs('nsd', 'unbound');
if (!need.met) console.error(`Domain checks against real servers${need.because}`);
else
  for (const late of [0, 300]) {
    let slowest = 0;
    const world = await startLocalWorld(undefined, {
      late,
      took: (milliseconds) => {
        slowest = Math.max(slowest, milliseconds);
      },
    });
    const ratios: number[] = [];
    const walls: number[] = [];
    let queries = 0;
    for (let round = 0; round < 15; round++) {
      slowest = 0;
      const { report } = await world.probe.check('domain', { domain: 'example.com', selectors: ['selector1'] });
      queries = report.queries.dns;
      walls.push(report.took);
      ratios.push(report.took / slowest);
    }
    await world.stop();
    say({
      name: `a whole domain check against NSD, unbound and a mail server that greets after ${late} ms`,
      figure: `${median(walls).toFixed(0)} ms, ${median(ratios).toFixed(2)} × its slowest dialogue with a mail server; ${queries} questions to the DNS`,
      target: '2 ×, < 64 questions',
    });
  }

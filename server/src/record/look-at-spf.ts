import { type DnsClient, OverlayDns } from '@whybounce/core/dns';
import {
  analyseSpf,
  explainSpf,
  type FlattenedSpf,
  flattenSpf,
  lintSpf,
  type RecordFinding,
  type SpfClient,
  type SpfTree,
  verdictOfTree,
} from '@whybounce/core/record';
import { readSubject } from '@whybounce/probe';
import { oneValue, type RecordFields, type SpfCheck, standsInWay } from '@whybounce/web';
import type { World } from './world.ts';

/** Walks the SPF tree of a domain, and judges a client where one was given. */
export async function lookAtSpf(domain: string, fields: RecordFields, { dns, now }: World): Promise<SpfCheck> {
  const client = clientOf(domain, fields);
  const tree = await analyseSpf({ ...client, domain, dns });
  const record = tree.root.record;
  const flat = isNearLimit(tree) && hasIncludes(tree) ? flattenSpf(tree) : null;
  return {
    tree,
    findings: lintSpf(tree),
    says: record === null ? [] : explainSpf(record, domain).says,
    judged: client === null ? null : { client, evaluation: verdictOfTree(tree, { ...client, now }) },
    flat,
    flatObstacles: flat === null ? [] : await obstaclesOf(flat, domain, dns),
  };
}

/** Why the record would be in error without its includes too: what does not exist, or cannot be read, stays in it. */
async function obstaclesOf(flat: FlattenedSpf, domain: string, dns: DnsClient): Promise<readonly RecordFinding[]> {
  const zone = Object.fromEntries(flat.records.map(({ name, text }) => [name, { TXT: [text] }]));
  return standsInWay(lintSpf(await analyseSpf({ domain, dns: new OverlayDns(dns, zone) })));
}

/**
 * Who sends; null where no address was given. Without a return path it is `postmaster@` the domain, as SPF has it for
 * bounces (RFC 7208 section 2.4).
 *
 * @throws SubjectError for what is no address
 */
function clientOf(domain: string, fields: RecordFields): SpfClient | null {
  const [ip, sender, helo] = ['ip', 'sender', 'helo'].map((name) => oneValue(fields, name)) as [string, string, string];
  if (ip === '') return null;
  const subject = readSubject({
    ip,
    mailFrom: sender === '' ? undefined : sender,
    helo: helo === '' ? undefined : helo,
  });
  return {
    ip: subject.ip ?? ip,
    sender: subject.mailFrom || `postmaster@${domain}`,
    helo: subject.helo ?? domain,
  };
}

/** Look-ups that are left of the limit where a record is still far from it. */
const FAR_FROM_LIMIT = 3;

/** Whether look-ups are scarce: a record that has enough is only made worse by addresses that somebody else changes. */
function isNearLimit({ lookups, limits }: SpfTree): boolean {
  return lookups.over !== null || limits.lookups - lookups.total < FAR_FROM_LIMIT;
}

/** Whether there is something that addresses could stand for. */
function hasIncludes({ root }: SpfTree): boolean {
  return root.record?.valid === true && root.terms.some(({ child, again }) => child !== null || again !== null);
}

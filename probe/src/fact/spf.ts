import type { Seen } from '@whybounce/core/check';
import type { DnsAnswer } from '@whybounce/core/dns';
import { analyseSpf, type SpfNode, type SpfRecord, type SpfTree } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { notApplicable, undetermined, type Verdict } from '../check/define.ts';
import { seenAnswer, whyUnknown } from '../dns/dns-words.ts';
import { fact } from './fact.ts';
import { counted } from './list-words.ts';
import { seenRecord } from './spf-words.ts';

/** Questions of the whole check that SPF may take: one hostile record must leave enough for everything else. */
const SPF_QUERIES = 40;

/** The SPF of the subject's domain. */
export interface Spf {
  readonly domain: string;
  /** Of the domain's TXT records. */
  readonly answer: DnsAnswer<'TXT'>;
  readonly tree: SpfTree;
  readonly root: SpfNode;
}

/** The SPF of the subject's domain with all that it leads to, walked once. */
export const spf = fact(async ({ subject, dns }: CheckContext): Promise<Spf> => {
  const domain = subject.domain as string;
  const answer = await dns.query(domain, 'TXT');
  const tree = await analyseSpf({ domain, dns, limits: { queries: SPF_QUERIES } });
  return { domain, answer, tree, root: tree.root };
});

/** An SPF record that can be looked at, with its tree. */
export interface OneSpf extends Spf {
  readonly record: SpfRecord;
  /** The record as evidence. */
  readonly seen: readonly Seen[];
}

/** Judges the one SPF record of the subject's domain; where there is none, or not one alone, that is the verdict. */
export async function ofOneRecord(context: CheckContext, judge: (found: OneSpf) => Verdict | Promise<Verdict>) {
  const found = await spf(context);
  const { domain, root } = found;
  const { record } = root;
  if (record !== null) return judge({ ...found, record, seen: [seenRecord(domain, record.text)] });
  if (root.status === 'several')
    return notApplicable(
      `${domain} has ${counted(root.records.length, 'SPF record')}, so that receivers take none of them.`,
      { seen: root.records.map(({ text }) => seenRecord(domain, text)) },
    );
  if (root.status === 'none')
    return notApplicable(`${domain} has no SPF record.`, { seen: [seenAnswer(found.answer)] });
  return unreadable(found);
}

/** That the DNS did not say whether there is a record. */
export function unreadable({ domain, answer }: Spf): Verdict {
  return undetermined(`The SPF record of ${domain} could not be read: ${whyUnknown(answer)}.`, {
    seen: [seenAnswer(answer)],
  });
}

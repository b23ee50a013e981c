import { type DmarcRecord, lintDmarc, type RecordFinding } from '@whybounce/core/record';

/** What a finding about a DMARC record concerns: each is told by one check. */
export type DmarcTopic = 'syntax' | 'policy' | 'strength' | 'removed' | 'suffix' | 'aggregate' | 'failure';

const topics: Readonly<Record<string, DmarcTopic>> = {
  'no-policy': 'policy',
  'bad-p': 'policy',
  'bad-sp': 'policy',
  'bad-np': 'policy',
  'policy-not-second': 'policy',
  'monitoring-only': 'strength',
  'weaker-sp': 'strength',
  'weaker-np': 'strength',
  'test-mode': 'strength',
  'test-mode-differs': 'strength',
  'partial-policy': 'strength',
  'removed-pct': 'removed',
  'removed-rf': 'removed',
  'removed-ri': 'removed',
  'bad-pct': 'removed',
  'bad-rf': 'removed',
  'bad-ri': 'removed',
  'public-suffix': 'suffix',
  'no-rua': 'aggregate',
  'bad-fo': 'failure',
  'fo-without-ruf': 'failure',
  'failure-reports': 'failure',
};

/** Of addresses for reports, whichever tag they stand in. */
const ofAddresses = new Set([
  'no-mailto',
  'not-mailto',
  'bad-address',
  'report-size',
  'unencoded-mark',
  'repeated-address',
  'many-destinations',
  'address-after-semicolon',
]);

/** What is remarkable about a record in one respect. */
export function findingsOn(record: DmarcRecord, topic: DmarcTopic): RecordFinding[] {
  return lintDmarc(record).filter((finding) => topicOf(record, finding) === topic);
}

function topicOf({ list }: DmarcRecord, { code, span }: RecordFinding): DmarcTopic {
  if (!ofAddresses.has(code)) return topics[code] ?? 'syntax';
  // an address that a semicolon cut off belongs to the tag before it
  const tag = list.tags.findLast((one) => /^ru[af]$/i.test(one.name) && span !== null && one.span[0] <= span[0]);
  return tag?.name.toLowerCase() === 'ruf' ? 'failure' : 'aggregate';
}

import { decodeReply } from '@whybounce/core/reply';
import { type RuleTable, ruleTable } from '@whybounce/knowledge';
import { ruleIndex } from '../core/src/generated/rule-index.ts';
import { Matcher, type Refusal } from '../core/src/match/matcher.ts';
import { examine } from '../core/src/read/examine.ts';
import { newReading } from '../core/src/reading.ts';
import { systems } from '../knowledge/src/generated/index.ts';
import { median, millisecondsOf, say, thousands } from './row.ts';

// Distinct replies, so that no cache could answer: the proofs of all knowledge files with their
// addresses, IP addresses, hosts and ids varied.

const WANTED = 250_000;
const ROUNDS = 5;

const proofs = systems.flatMap(({ system }) =>
  system.entries.flatMap(({ matches }) =>
    matches.map((proof) => (typeof proof === 'string' ? { line: proof, host: null } : proof)),
  ),
);

/** Another reply that says the same. Codes keep their digits; ids, queue ids and time stamps do not. */
function vary(line: string, serial: number): string {
  const id = serial.toString(36).padStart(6, '0');
  const octets = `${serial & 255}.${(serial >> 8) & 255}`;
  const varied = line
    .replace(
      /[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})/gi,
      (_, domain: string) => `user${id}@${domain.startsWith('example') ? `d${serial % 9973}.${domain}` : domain}`,
    )
    .replace(/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, `198.18.${octets}`)
    .replace(/\b(?=[\da-f-]*\d)(?=[\da-f-]*[a-f])[\da-f][\da-f-]{9,}[\da-f]\b/gi, `${id}a1b2c3d4`);
  return varied === line ? `${line} (${id})` : varied;
}

const lines = new Set<string>();
const refusals: Refusal[] = [];
const replies: string[] = [];
for (let serial = 0; refusals.length < WANTED; serial++) {
  const proof = proofs[serial % proofs.length];
  if (proof === undefined) throw new Error('the knowledge files have no proofs');
  const line = vary(proof.line, serial);
  if (lines.has(line)) continue;
  lines.add(line);
  replies.push(line);
  const { diagnostic, replyCode, enhancedStatus, remoteHost } = examine({
    ...newReading('reply', null, 'bounce'),
    diagnostic: line,
  });
  refusals.push({ diagnostic, replyCode, enhancedStatus, host: proof.host ?? remoteHost, recipientDomain: null });
}

const matcher = new Matcher(ruleTable satisfies RuleTable, ruleIndex);
let found = 0;
const match = (): void => {
  for (const refusal of refusals) if (matcher.match(refusal).best !== null) found++;
};
const decodeAll = (): void => {
  for (const reply of replies) if (decodeReply(reply).diagnosis?.rule != null) found++;
};

async function perSecond(work: () => void): Promise<number> {
  work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await millisecondsOf(work));
  return (WANTED / median(times)) * 1000;
}

say({
  name: `${thousands(WANTED)} distinct replies of ${proofs.length} proofs matched (Matcher.match), no cache, one thread`,
  figure: `${thousands(await perSecond(match))} a second`,
  target: '–',
});
const answered = found / (ROUNDS + 1) / WANTED;
say({
  name: 'the same through decodeReply: parsed, matched, diagnosed',
  figure: `${thousands(await perSecond(decodeAll))} a second (${(answered * 100).toFixed(1)} % met a rule)`,
  target: '–',
});

import { type DnsClient, isDetermined } from '@whybounce/core/dns';
import {
  lintMtaStsRecords,
  lintTlsRptRecords,
  type MtaStsProposal,
  mxReach,
  type RecordChange,
  type TlsRptProposal,
  withdrawMtaSts,
  writeMtaSts,
  writeTlsRpt,
} from '@whybounce/core/record';
import {
  choiceOf,
  listOf,
  type MtaStsDraft,
  oneValue,
  type RecordFields,
  recordProblems,
  visibleText,
  writeMtaStsWording,
} from '@whybounce/web';
import { InputError } from './input-error.ts';
import { isUnchanged } from './is-unchanged.ts';
import { mxHosts } from './look-at-mta-sts.ts';
import { fetchPolicy, isFetchKnown } from './policy-fetch.ts';
import { publishedTexts } from './published-texts.ts';
import type { World } from './world.ts';

/** Writes the MTA-STS policy of a domain with its record, and the record for TLS reports. */
export async function writeMtaStsDraft(
  domain: string,
  fields: RecordFields,
  { dns, https, now }: World,
): Promise<MtaStsDraft> {
  const name = `_mta-sts.${domain}`;
  const [live, mx, { fetch, text: policy }] = await Promise.all([
    publishedTexts(name, dns, (text) => /^v\s*=\s*STSv1/i.test(text)),
    dns.query(domain, 'MX'),
    fetchPolicy(domain, https),
  ]);
  const named = mxHosts(mx).map(({ exchange }) => exchange);
  const { named: hosts, dead, unknown } = await mxReach(named.filter(isHostName), dns);
  const mode = choiceOf(fields, 'mode', ['testing', 'enforce', 'none'] as const) ?? 'testing';
  const common = {
    domain,
    live,
    fetch,
    policy,
    mxHosts: hosts,
    findings: [],
    tlsRpt: await tlsRptPart(domain, dns, listOf(fields, 'rua')),
  };
  const bad = [
    ...named.filter((host) => !isHostName(host)).map((host) => writeMtaStsWording.badServer(visibleText(host))),
    ...dead.map(writeMtaStsWording.deadServer),
  ];
  const open = unknown.map(writeMtaStsWording.unknownServer);
  if (mode !== 'none' && hosts.length === 0) {
    const why = isDetermined(mx) ? writeMtaStsWording.noServers(domain) : writeMtaStsWording.serversUnknown(domain);
    const refused = bad.length > 0 ? bad : [why];
    return { ...common, parts: [], changes: [], toDelete: [], refused, steps: [] };
  }
  const record = lintMtaStsRecords(live.texts).record?.text ?? live.texts[0] ?? null;
  const proposal = proposed({ domain, mxHosts: hosts, mode, maxAge: ageOf(fields), record, policy, now });
  return {
    ...common,
    parts: [
      { name: proposal.policy.url, type: 'file', text: proposal.policy.text },
      { name, type: 'TXT', text: proposal.record.text },
    ],
    changes: policy === null ? proposal.changes.map(ofNewPolicy) : proposal.changes,
    toDelete: live.texts.length > 1 ? live.texts.map((text) => ({ name, text })) : [],
    refused: [
      ...(live.isKnown ? [] : [writeMtaStsWording.recordUnknown]),
      ...(mode === 'none' ? [] : [...bad, ...open]),
      ...(isFetchKnown(fetch) ? [] : [writeMtaStsWording.policyUnknown]),
    ],
    steps: isUnchanged(proposal.changes) ? [] : proposal.steps,
  };
}

/** A line for a mail server where no policy is served yet of which a line could match it. */
function ofNewPolicy(change: RecordChange): RecordChange {
  const [, host] = /^mx: (.+)$/.exec(change.to ?? '') ?? [];
  return host === undefined ? change : { ...change, why: writeMtaStsWording.noPolicyYet(host) };
}

/** @throws InputError for a domain that no mail host can have, such as one with an underscore */
function proposed(wish: Parameters<typeof writeMtaSts>[0]): MtaStsProposal {
  try {
    return wish.mode === 'none' ? withdrawMtaSts(wish) : writeMtaSts(wish);
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(error.message);
    throw error;
  }
}

/** Whether a policy can name it: an MX record may hold anything (RFC 8461 section 3.2 wants letters, digits and hyphens). */
function isHostName(host: string): boolean {
  return host.split('.').every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label));
}

function ageOf(fields: RecordFields): number | undefined {
  const age = Number(oneValue(fields, 'age'));
  return Number.isInteger(age) && age >= 3_600 && age <= 31_557_600 ? age : undefined;
}

/** The record for TLS reports, as far as somebody is to get any. */
async function tlsRptPart(domain: string, dns: DnsClient, rua: readonly string[]): Promise<MtaStsDraft['tlsRpt']> {
  const live = await publishedTexts(`_smtp._tls.${domain}`, dns, (text) => /^v\s*=\s*TLSRPTv1/i.test(text));
  const isPlace = (place: string): boolean => written('example.com', [place], null) !== null;
  const places = rua.filter(isPlace);
  const refused = rua
    .filter((place) => !isPlace(place))
    .map((place) => recordProblems.badReportPlace(visibleText(place.slice(0, 80))));
  const record = lintTlsRptRecords(live.texts).record?.text ?? live.texts[0] ?? null;
  const proposal = live.isKnown ? written(domain, places, record) : null;
  return {
    live,
    part: proposal === null ? null : { name: live.name, type: 'TXT', text: proposal.record.text },
    changes: proposal?.changes ?? [],
    refused,
  };
}

/** Null where no place is left to which reports could go. */
function written(domain: string, rua: readonly string[], record: string | null): TlsRptProposal | null {
  try {
    return writeTlsRpt({ domain, rua, record });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

import { type DnsClient, OverlayDns } from '@whybounce/core/dns';
import {
  analyseSpf,
  explainSpf,
  formatCidr,
  lintSpf,
  mergeSpf,
  parseCidr,
  parseSpf,
  type SpfSender,
  selectSpf,
  writeSpf,
} from '@whybounce/core/record';
import { readSubject } from '@whybounce/probe';
import {
  allValues,
  choiceOf,
  composeChanges,
  listOf,
  type PublishedTexts,
  type RecordFields,
  recordProblems,
  type SpfDraft,
  writeSpfWording,
} from '@whybounce/web';
import { InputError } from './input-error.ts';
import { publishedTexts } from './published-texts.ts';
import type { World } from './world.ts';

/** Senders that one form adds: more never fit into ten look-ups, or into a record. */
const MAX_SENDERS = 40;

/** Writes the SPF record of a domain on the ground of what is published. */
export async function writeSpfDraft(domain: string, fields: RecordFields, { dns }: World): Promise<SpfDraft> {
  const live = await publishedSpf(domain, dns, fields);
  const before = await analyseSpf({ domain, dns });
  const existing = live.texts.length > 1 ? mergeSpf(live.texts) : null;
  const base = existing?.text ?? live.texts[0] ?? null;
  const terms =
    base === null ? [] : explainSpf(parseSpf(base), domain).parts.map(({ term, says }) => ({ text: term, says }));
  const limit = before.limits.lookups;
  if (!live.isKnown && !live.isWritten)
    return {
      ...nothing(domain, live),
      terms,
      lookups: { before: null, after: 0, allowed: limit },
      tree: before,
    };
  const written = writeSpf({
    existing: base,
    add: sendersOf(fields),
    remove: allValues(fields, 'remove'),
    all: choiceOf(fields, 'all', ['~', '-', '?'] as const) ?? undefined,
  });
  const tree = await analyseSpf({ domain, dns: new OverlayDns(dns, { [domain]: { TXT: [written.text] } }) });
  return {
    domain,
    live,
    parts: [{ name: domain, type: 'TXT', text: written.text }],
    changes: existing === null ? written.changes : composeChanges(existing.changes, written.changes),
    toDelete: live.texts.length > 1 ? live.texts.map((text) => ({ name: domain, text })) : [],
    // what is remarkable about the set of TXT records is no matter of the proposal, of which the overlay has one
    findings: lintSpf(tree).filter(({ code, severity }) => code !== 'long-txt-set' && severity !== 'info'),
    refused: [],
    steps: [
      writeSpfWording.publishStep(domain),
      ...new Set([...(existing?.left ?? []), ...written.left]),
      writeSpfWording.checkStep,
    ],
    terms,
    lookups: {
      before: live.isKnown && before.root.status === 'found' ? before.lookups.total : null,
      after: tree.lookups.total,
      allowed: limit,
    },
    tree,
  };
}

function nothing(domain: string, live: SpfDraft['live']): Omit<SpfDraft, 'terms' | 'lookups' | 'tree'> {
  return { domain, live, parts: [], changes: [], toDelete: [], findings: [], refused: [], steps: [] };
}

/** The SPF records of a domain; where it has none, what was meant as one. */
async function publishedSpf(domain: string, dns: DnsClient, fields: RecordFields): Promise<PublishedTexts> {
  const live = await publishedTexts(domain, dns, (text) => selectSpf([[text]]).records.length > 0, fields);
  if (live.texts.length > 0) return live;
  return { ...live, texts: live.others.filter((text) => selectSpf([[text]]).nearMisses.length > 0) };
}

/** @throws InputError for what is no sender */
function sendersOf(fields: RecordFields): SpfSender[] {
  const includes = [...allValues(fields, 'add'), ...listOf(fields, 'include')].map((text) => ({
    // people paste the whole term
    include: readSubject({ domain: text.replace(/^\+?include:/i, '') }).domain ?? text,
  }));
  const ips = listOf(fields, 'ip').map((text) => {
    const cidr = parseCidr(text.replace(/^\+?ip[46]:/i, ''));
    if (cidr === null) throw new InputError(recordProblems.badRange(text.slice(0, 80)));
    return { ip: formatCidr(cidr) };
  });
  const hosts = allValues(fields, 'host').flatMap((text): SpfSender[] =>
    text === 'mx' ? [{ mx: null }] : text === 'a' ? [{ a: null }] : [],
  );
  const senders = [...hosts, ...ips, ...includes];
  for (const sender of senders) expectSender(sender);
  if (senders.length > MAX_SENDERS) throw new InputError(recordProblems.tooMany(MAX_SENDERS));
  return senders;
}

/** @throws InputError for what can be no term: `a.123` is a name of the DNS, and SPF takes its end for a number (RFC 7208 section 7.1) */
function expectSender(sender: SpfSender): void {
  try {
    writeSpf({ existing: null, add: [sender] });
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(recordProblems.badTerm(String(Object.values(sender)[0])));
    throw error;
  }
}

import { type DnsClient, OverlayDns } from '@whybounce/core/dns';
import {
  analyseSpf,
  explainSpf,
  formatCidr,
  lintSpf,
  mergeSpf,
  parseCidr,
  parseSpf,
  type RecordFinding,
  type SpfSender,
  selectSpf,
  writeSpf,
} from '@whybounce/core/record';
import { readSubject, SubjectError } from '@whybounce/probe';
import {
  allValues,
  choiceOf,
  composeChanges,
  listOf,
  type PublishedTexts,
  type RecordFields,
  recordProblems,
  recordWording,
  type SpfDraft,
  standsInWay,
  visibleText,
  writeSpfWording,
} from '@whybounce/web';
import { InputError } from './input-error.ts';
import { isUnchanged } from './is-unchanged.ts';
import { publishedTexts } from './published-texts.ts';
import type { World } from './world.ts';

/** Senders that one form adds: more never fit into ten look-ups, or into a record. */
const MAX_SENDERS = 40;

/** Terms that are offered to be taken out: a hostile record has thousands. */
const MAX_TERMS = 100;

/** Writes the SPF record of a domain on the ground of what is published. */
export async function writeSpfDraft(domain: string, fields: RecordFields, { dns }: World): Promise<SpfDraft> {
  const live = await publishedSpf(domain, dns, fields);
  const before = await analyseSpf({ domain, dns });
  const existing = live.texts.length > 1 ? mergeSpf(live.texts) : null;
  const base = existing?.text ?? live.texts[0] ?? null;
  const parts = base === null ? [] : explainSpf(parseSpf(base), domain).parts;
  const terms = parts.slice(0, MAX_TERMS).map(({ term, says }) => ({ text: term, says }));
  const limit = before.limits.lookups;
  if (!live.isKnown && !live.isWritten)
    return {
      ...nothing(domain, live),
      terms,
      lookups: { before: null, after: 0, allowed: limit },
      tree: before,
    };
  const { senders, refused } = sendersOf(fields);
  const written = writeSpf({
    existing: base,
    add: senders,
    remove: allValues(fields, 'remove'),
    all: choiceOf(fields, 'all', ['~', '-', '?'] as const) ?? undefined,
  });
  const tree = await analyseSpf({ domain, dns: new OverlayDns(dns, { [domain]: { TXT: [written.text] } }) });
  const changes = existing === null ? written.changes : composeChanges(existing.changes, written.changes);
  // what is remarkable about the set of TXT records is no matter of the proposal, of which the overlay has one
  const findings = lintSpf(tree).filter(({ code, severity }) => code !== 'long-txt-set' && severity !== 'info');
  const isSame = isUnchanged(changes) && live.texts.length === 1;
  return {
    domain,
    live,
    parts: [{ name: domain, type: 'TXT', text: written.text }],
    changes,
    toDelete: live.texts.length > 1 ? live.texts.map((text) => ({ name: domain, text })) : [],
    findings,
    refused,
    steps: stepsOf(domain, [...(existing?.left ?? []), ...written.left], findings, isSame),
    terms,
    lookups: {
      before: live.isKnown && before.root.status === 'found' ? before.lookups.total : null,
      after: tree.lookups.total,
      allowed: limit,
    },
    tree,
  };
}

/** What to do with a proposal; one that is in error is not to be published. */
function stepsOf(
  domain: string,
  left: readonly string[],
  findings: readonly RecordFinding[],
  isSame: boolean,
): readonly string[] {
  const known = [...new Set(left)];
  if (standsInWay(findings).length > 0) return [recordWording.holdStep, ...known];
  return isSame ? known : [writeSpfWording.publishStep(domain), ...known, writeSpfWording.checkStep];
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

/**
 * Who is to be added, and what of it was none, as sentences: the rest of the form is not lost for it.
 *
 * @throws InputError for more than makes sense
 */
function sendersOf(fields: RecordFields): { readonly senders: readonly SpfSender[]; readonly refused: string[] } {
  const written = [
    ...allValues(fields, 'host').map((text) => () => hostSender(text)),
    ...listOf(fields, 'ip').map((text) => () => rangeSender(text)),
    ...[...allValues(fields, 'add'), ...listOf(fields, 'include')].map((text) => () => includeSender(text)),
  ];
  if (written.length > MAX_SENDERS) throw new InputError(recordProblems.tooMany(MAX_SENDERS));
  const senders: SpfSender[] = [];
  const refused: string[] = [];
  for (const read of written)
    try {
      senders.push(read());
    } catch (error) {
      if (!(error instanceof InputError || error instanceof SubjectError)) throw error;
      refused.push(error.message);
    }
  return { senders, refused };
}

function hostSender(text: string): SpfSender {
  if (text === 'mx') return { mx: null };
  if (text === 'a') return { a: null };
  throw new InputError(recordProblems.badTerm(shown(text)));
}

function rangeSender(text: string): SpfSender {
  // people paste the whole term, here and below
  const cidr = parseCidr(text.replace(/^\+?ip[46]:/i, ''));
  if (cidr === null) throw new InputError(recordProblems.badRange(shown(text)));
  return { ip: formatCidr(cidr) };
}

function includeSender(text: string): SpfSender {
  const include = readSubject({ domain: text.replace(/^\+?include:/i, '') }).domain ?? text;
  try {
    // `a.123` is a name of the DNS, and none to SPF, whose names end with no number (RFC 7208 section 7.1)
    writeSpf({ existing: null, add: [{ include }] });
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(recordProblems.badTerm(shown(include)));
    throw error;
  }
  return { include };
}

/** Somebody's text in a sentence: short, and all of it to be seen. */
function shown(text: string): string {
  return visibleText(text.slice(0, 80));
}

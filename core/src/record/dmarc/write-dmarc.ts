import type { RecordChange } from '../finding.ts';
import { isDmarcRecord } from '../organizational-domain/index.ts';
import { quoted } from '../quoted.ts';
import { parseTagList } from '../tag-list/index.ts';
import { inForceBy, setPolicies, setTest } from './choose-policy.ts';
import { isMeantAsDmarc } from './discover-dmarc.ts';
import { DmarcDraft } from './dmarc-draft.ts';
import { type DmarcStep, nextDmarcStep } from './dmarc-step.ts';
import type { DmarcWish } from './dmarc-wish.ts';
import { misspelt } from './lint-tags.ts';
import { type DmarcRecord, type DmarcTagName, dmarcPolicies, knownTag, parseDmarc, parseFo } from './parse-dmarc.ts';
import { repairDmarc } from './repair-dmarc.ts';
import { mailtoUri, writeReportList } from './report-list.ts';
import { parseReportUris, type ReportUri } from './report-uri.ts';

/** A record that is ready to be published. */
export interface WrittenDmarc {
  readonly text: string;
  /** The same in the character-strings of 255 octets that a TXT record has. */
  readonly strings: readonly string[];
  readonly changes: readonly RecordChange[];
  /** Every published text that this one record takes the place of. */
  readonly replaces: readonly string[];
  /** What of the wish was not followed, as sentences. */
  readonly refused: readonly string[];
  /** What to do after this; null where the aim is reached. */
  readonly next: DmarcStep | null;
}

/**
 * Writes a DMARC record out of what is published and what is wished. Keeps all that receivers can read, tags that are
 * not known too; repairs the rest. Never writes two records, and raises the policy of a domain that sends by one step.
 *
 * @param existing the texts at `_dmarc`, in any order
 */
export function writeDmarc({
  existing,
  want,
}: {
  readonly existing: readonly string[];
  readonly want: DmarcWish;
}): WrittenDmarc {
  const published = existing.filter((text) => isDmarcRecord(text) || isMeantAsDmarc(text));
  const inForce = published.filter(isDmarcRecord);
  // of several records receivers read none: the weakest surprises least
  const base = [...(inForce.length > 0 ? inForce : published)].sort((a, b) => strength(a) - strength(b))[0];
  const record = parseDmarc(repairDmarc(base ?? ''));
  const draft = new DmarcDraft();
  const refused: string[] = [];
  takeOver(record, base ?? null, draft);
  const current = inForceBy(inForce.length === 1 && base !== undefined ? parseDmarc(base) : null);
  setPolicies(draft, record, current, want, refused);
  setReports(
    draft,
    record,
    published.filter((text) => text !== base),
    want,
    refused,
  );
  for (const name of ['adkim', 'aspf'] as const)
    if (want[name] !== undefined)
      draft.set(name, want[name] === 'strict' ? 's' : 'r', `You asked for ${want[name]} alignment.`);
  if (want.psd !== undefined) draft.set('psd', want.psd, 'All receivers then take the domain for one organisation.');
  for (const name of want.withoutTags ?? [])
    draft.remove(name, `RFC 9989 took ${name} out, and here it changes nothing for mail.`);
  setTest(draft, current, want);
  dropMisspelt(draft);
  const { text, changes } = draft.write();
  return {
    text,
    strings: text.match(/.{1,255}/gs) ?? [],
    changes,
    replaces: published,
    refused,
    next: nextDmarcStep(parseDmarc(text), want.p ?? 'reject'),
  };
}

function strength(text: string): number {
  return dmarcPolicies.indexOf(parseDmarc(text).p ?? 'none');
}

/** Tags with few words: what is none of them is left out, which is what receivers do. */
const readable: Readonly<Partial<Record<DmarcTagName, RegExp>>> = {
  sp: /^(?:none|quarantine|reject)$/i,
  np: /^(?:none|quarantine|reject)$/i,
  adkim: /^[rs]$/i,
  aspf: /^[rs]$/i,
  psd: /^[ynu]$/i,
  t: /^[yn]$/i,
  pct: /^(?:100|\d{1,2})$/,
  rf: /^afrf$/i,
  ri: /^\d{1,10}$/,
};

function takeOver(record: DmarcRecord, base: string | null, draft: DmarcDraft): void {
  if (base === null) draft.set('v', 'DMARC1', 'It says that this is a DMARC record.');
  const seen = new Set<string>();
  for (const tag of record.list.tags) {
    const from = record.text.slice(...tag.span);
    const name = knownTag(tag.name) ?? misspelt(record.list, tag.name) ?? tag.name;
    const known = knownTag(name);
    if (seen.has(name)) {
      draft.drop(from, `${name} stands before it already, and receivers take only one.`);
      continue;
    }
    if (base === null) continue;
    const why = unreadable(name, known, tag.value);
    if (why !== null) {
      draft.drop(from, why);
      continue;
    }
    seen.add(name);
    const renamed = name === tag.name ? null : `${tag.name} is not known to all receivers; ${name} is meant.`;
    draft.take(
      name,
      known === undefined || known === 'rua' || known === 'ruf' ? flat(tag.value) : plain(known, tag.value),
      from,
      renamed,
    );
  }
  for (const { kind, span } of record.list.faults)
    if (kind === 'no-equals' || kind === 'no-name') {
      const piece = record.text.slice(...span);
      if (!/^mailto:/i.test(piece)) draft.drop(piece, 'It is no tag, so receivers skip it.');
    }
  if (base !== null && draft.get('v') === undefined)
    draft.set('v', 'DMARC1', 'Without it receivers ignore the record.');
}

/** A name that looks like a tag which is missing in the end: what it held could not be taken for that tag. */
function dropMisspelt(draft: DmarcDraft): void {
  const list = parseTagList(draft.write().text);
  for (const { name } of list.tags) {
    const meant = knownTag(name) === undefined ? misspelt(list, name) : undefined;
    if (meant !== undefined)
      draft.remove(name, `It looks like ${meant} misspelt, and is nothing that ${meant} can be.`);
  }
}

function unreadable(name: string, known: DmarcTagName | undefined, value: string): string | null {
  if (value === '') return `${name} has no value.`;
  if (known === undefined)
    return /^[a-z]+$/i.test(name) && /^[\x20-\x7e\s]+$/.test(value)
      ? null
      : `${quoted(`${name}=${value}`)} is no tag that receivers can read.`;
  if (known === 'fo') return parseFo(value.toLowerCase()) === null ? `${quoted(value)} is no option of fo.` : null;
  return readable[known]?.test(value) === false ? `${quoted(value)} is nothing that ${name} can be.` : null;
}

function plain(known: DmarcTagName, value: string): string {
  return known === 'v' ? 'DMARC1' : value.toLowerCase().replace(/\s+/g, '');
}

function flat(value: string): string {
  return value.replace(/\s*[\r\n]+\s*/g, ' ');
}

function setReports(
  draft: DmarcDraft,
  record: DmarcRecord,
  others: readonly string[],
  want: DmarcWish,
  refused: string[],
): void {
  const gone = new Set((want.withoutReports ?? []).map((mailbox) => mailbox.toLowerCase()));
  for (const name of ['rua', 'ruf'] as const) {
    const value = draft.get(name);
    const uris: ReportUri[] = value === undefined ? [] : parseReportUris(value, 0);
    if (name === 'rua') uris.push(...strayAddresses(record));
    for (const text of others) uris.push(...parseDmarc(repairDmarc(text))[name]);
    const kept = uris.filter(({ address, uri }) => !gone.has((address ?? uri).toLowerCase()));
    const added: string[] = [];
    for (const mailbox of want[name] ?? []) {
      const uri = mailtoUri(mailbox);
      if (uri === null) refused.push(`${quoted(mailbox)} is no mailbox to which reports can go.`);
      else added.push(uri);
    }
    const list = writeReportList(kept, added);
    const asked = added.length > 0 || kept.length < uris.length ? ['You asked for other mailboxes.'] : [];
    const why = [...list.why, ...asked].join(' ') || 'Addresses from other records at the same name are kept here.';
    if (list.value === '') draft.remove(name, why);
    else if (value === undefined || list.value !== value.replace(/\s*,\s*/g, ',')) draft.set(name, list.value, why);
  }
}

/** Addresses that a semicolon instead of a comma cut off. */
function strayAddresses({ list, text }: DmarcRecord): ReportUri[] {
  return list.faults
    .filter(({ kind, span }) => kind === 'no-equals' && /^mailto:/i.test(text.slice(...span)))
    .flatMap(({ span }) => parseReportUris(text.slice(...span), span[0]));
}

import {
  type DmarcRecord,
  type DmarcStep,
  type DmarcWish,
  discoverDmarc,
  isDmarcRecord,
  lintDmarc,
  nextDmarcStep,
  parseDmarc,
  writeDmarc,
} from '@whybounce/core/record';
import {
  allValues,
  choiceOf,
  type DmarcDraftAnswer,
  listOf,
  oneValue,
  type RecordFields,
  recordProblems,
  writeDmarcWording,
} from '@whybounce/web';
import { InputError } from './input-error.ts';
import { isUnchanged } from './is-unchanged.ts';
import { publishedTexts } from './published-texts.ts';
import { reportTargets } from './report-hosts.ts';
import type { World } from './world.ts';

/** Mailboxes that one form adds: receivers need not send to more than two (RFC 7489 section 6.2). */
const MAX_MAILBOXES = 10;
const policies = ['none', 'quarantine', 'reject'] as const;

/** Writes the DMARC record of a domain as it is wished; without a word on the policy it takes the next step from what is published. */
export async function writeDmarcDraft(domain: string, fields: RecordFields, { dns }: World): Promise<DmarcDraftAnswer> {
  const name = `_dmarc.${domain}`;
  const [live, { places }] = await Promise.all([
    publishedTexts(name, dns, isDmarcRecord, fields),
    discoverDmarc({ domain, dns }),
  ]);
  const at = places.rfc9989.record?.domain ?? null;
  const common = {
    domain,
    live,
    mailboxes: mailboxesOf([...live.texts, ...live.others]),
    inheritedFrom: at === domain ? null : at,
  };
  if (!live.isKnown && !live.isWritten)
    return {
      ...common,
      parts: [],
      changes: [],
      toDelete: [],
      findings: [],
      refused: [],
      steps: [],
      targets: [],
      next: null,
    };
  const step = takesStep(fields) ? nextDmarcStep(inForce(live.texts)) : null;
  const { text, changes, replaces, refused, next } = writeDmarc({
    existing: [...live.texts, ...live.others],
    want: { ...wishOf(fields), ...towards(step) },
  });
  const record = parseDmarc(text);
  return {
    ...common,
    parts: [{ name, type: 'TXT', text }],
    changes,
    toDelete: replaces.length > 1 ? replaces.map((old) => ({ name, text: old })) : [],
    findings: lintDmarc(record).filter(({ severity }) => severity !== 'info'),
    refused,
    steps: isUnchanged(changes)
      ? []
      : [...(step?.first == null ? [] : [step.first]), writeDmarcWording.publishStep(name)],
    targets: await reportTargets({ record, domain, dns }),
    next,
  };
}

/** Whether the policy is left to the order in which it is raised. */
function takesStep(fields: RecordFields): boolean {
  return ['', 'next'].includes(oneValue(fields, 'p'));
}

/** The record that receivers read; null where there is none or several. */
function inForce(texts: readonly string[]): DmarcRecord | null {
  const [only] = texts;
  return only === undefined || texts.length > 1 ? null : parseDmarc(only);
}

/** What leads one step on. Of a policy the aim is named: the record goes one step towards it by itself. */
function towards(step: DmarcStep | null): DmarcWish {
  switch (step?.do) {
    case 'raise':
      return { p: 'reject' };
    case 'raise-subdomains':
      return { sp: step.p };
    case 'end-test':
      return { test: false };
    default:
      return {};
  }
}

/** Who gets reports by the records that are published. */
function mailboxesOf(texts: readonly string[]): string[] {
  const uris = texts.map(parseDmarc).flatMap(({ rua, ruf }) => [...rua, ...ruf]);
  return [...new Set(uris.flatMap(({ address }) => address ?? []))];
}

/** @throws InputError for more mailboxes than make sense */
function wishOf(fields: RecordFields): DmarcWish {
  const tag = (name: 'sp' | 'np'): DmarcWish['sp'] =>
    oneValue(fields, name) === 'remove' ? null : (choiceOf(fields, name, policies) ?? undefined);
  const alignments = ['relaxed', 'strict'] as const;
  const mailboxes = (name: string): string[] => listOf(fields, name).map((text) => text.replace(/^mailto:/i, ''));
  const [rua, ruf] = [mailboxes('rua'), mailboxes('ruf')];
  if (rua.length + ruf.length > MAX_MAILBOXES) throw new InputError(recordProblems.tooMany(MAX_MAILBOXES));
  return {
    p: choiceOf(fields, 'p', policies) ?? undefined,
    atOnce: oneValue(fields, 'once') === 'yes',
    sp: tag('sp'),
    np: tag('np'),
    adkim: choiceOf(fields, 'adkim', alignments) ?? undefined,
    aspf: choiceOf(fields, 'aspf', alignments) ?? undefined,
    rua,
    ruf,
    withoutReports: allValues(fields, 'without'),
    test: oneValue(fields, 'test') === 'yes' ? true : oneValue(fields, 'test') === 'no' ? false : undefined,
  };
}

import { type MailHost, type MailHostKind, mailHosts } from '@whybounce/knowledge/mail-host';
import { normalName } from '../dns/index.ts';
import { hostPattern } from './host-pattern.ts';

/** What a domain publishes beside its MX records. */
export interface PublishedSigns {
  /** Domains that its SPF record includes, also by way of others. */
  readonly spfIncludes?: readonly string[] | undefined;
  /** Where the CNAME record of `autodiscover` leads. */
  readonly autodiscover?: string | null | undefined;
  /** Its TXT records, each as one text. */
  readonly txt?: readonly string[] | undefined;
  /** Where CNAME records of DKIM keys lead. */
  readonly dkimCnames?: readonly string[] | undefined;
  /** Selectors under which there is a DKIM key. */
  readonly dkimSelectors?: readonly string[] | undefined;
}

export type SignKind = 'spf' | 'autodiscover' | 'txt' | 'dkim-target' | 'dkim-selector';

/** Somebody who may hold the mailboxes behind a gateway. */
export interface Behind {
  readonly host: MailHost;
  /** `likely`: it is set up to serve the domain's users or to sign their mail; `possible`: it may only send for it. */
  readonly sure: 'likely' | 'possible';
  /** What speaks for it: the domain's own values. */
  readonly signs: readonly { readonly kind: SignKind; readonly value: string }[];
}

/** How far each sign carries alone; three is likely. SPF may name who only sends, TXT may be left from long ago. */
const strength: Readonly<Record<SignKind, number>> = {
  autodiscover: 3,
  'dkim-target': 3,
  spf: 2,
  txt: 1,
  'dkim-selector': 1,
};
const LIKELY = 3;
/** Records of one kind that are looked at: a domain may publish thousands to keep its checkers busy. */
const MAX_RECORDS = 200;

const holders: ReadonlySet<MailHostKind> = new Set(['mailbox', 'hosting', 'isp']);

/**
 * Who may hold the mailboxes of a domain whose MX records name only a gateway.
 *
 * @returns the most likely first; empty where nothing tells
 */
export function behindGateway(published: PublishedSigns): readonly Behind[] {
  const found = new Map<
    string,
    { host: MailHost; signs: Map<string, Behind['signs'][number]>; spfSaysLittle: boolean }
  >();
  for (const host of mailHosts) {
    if (!holders.has(host.kind)) continue;
    for (const sign of signsOf(host, published)) {
      const key = host.family ?? host.slug;
      const entry = found.get(key) ?? { host, signs: new Map(), spfSaysLittle: host.signs?.spfSaysLittle === true };
      entry.signs.set(`${sign.kind} ${sign.value}`, sign);
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .map(({ host, signs, spfSaysLittle }) => ({ host, signs: [...signs.values()], spfSaysLittle }))
    .filter(({ signs, spfSaysLittle }) => tells(signs, spfSaysLittle))
    .map(({ host, signs }) => ({ host, signs, sum: sumOf(signs) }))
    .toSorted((a, b) => b.sum - a.sum)
    .map(({ host, signs, sum }) => ({ host, signs, sure: sum >= LIKELY ? 'likely' : 'possible' }));
}

/** A selector is a word that anybody may use, and some includes are everybody's: neither tells anything alone. */
function tells(signs: Behind['signs'], spfSaysLittle: boolean): boolean {
  return signs.some(({ kind }) => kind !== 'dkim-selector' && !(spfSaysLittle && kind === 'spf'));
}

function sumOf(signs: Behind['signs']): number {
  return [...new Set(signs.map(({ kind }) => kind))].reduce((sum, kind) => sum + strength[kind], 0);
}

function signsOf({ signs = {} }: MailHost, published: PublishedSigns): Behind['signs'] {
  const of = (kind: SignKind, values: readonly string[] | undefined, tells: (value: string) => boolean) =>
    (values ?? [])
      .slice(0, MAX_RECORDS)
      .filter(tells)
      .map((value) => ({ kind, value }));
  const leadsTo = (patterns: readonly string[] = []) => {
    const tests = patterns.map(hostPattern);
    return (value: string) => tests.some((test) => test.matches(normalName(value).split('.')));
  };
  return [
    ...of('autodiscover', published.autodiscover ? [published.autodiscover] : [], leadsTo(signs.autodiscover)),
    ...of('dkim-target', published.dkimCnames, leadsTo(signs.dkimTargets)),
    ...of('spf', published.spfIncludes, (value) => signs.spf?.includes(normalName(value)) === true),
    ...of('txt', published.txt, (value) => signs.txt?.some((start) => value.startsWith(start)) === true),
    ...of('dkim-selector', published.dkimSelectors, (value) => signs.dkimSelectors?.includes(value) === true),
  ];
}

import type { AppliedPolicy, DmarcPlace, ReportTarget } from '@whybounce/core/record';

/** The words of the page about a DMARC policy. */
export const dmarcWording = {
  heading: 'DMARC policy',
  lead: 'Which policy applies to mail from a domain, where it was found, and what it does, by the old standard and by the new one.',
  description:
    'See which DMARC policy applies to a domain by RFC 7489 and RFC 9989: where it stands, what it does to subdomains, and whether report addresses are authorised.',
  policy: 'What happens to mail that fails',
  caption: 'Mail that says it comes from these names and passes neither SPF nor DKIM for them',
  from: 'From',
  old: { name: 'RFC 7489', about: 'the standard of 2015, which many receivers still follow' },
  now: { name: 'RFC 9989', about: 'the standard of 2026' },
  subdomain: (domain: string) => `subdomains of ${domain} that exist and have no record of their own`,
  missing: (domain: string) => `subdomains of ${domain} that do not exist`,
  sentences: 'The same in whole sentences, with who passes and who gets reports',
  where: 'Where the policy was found',
  found: {
    'author-domain': 'at the domain itself',
    'organizational-domain': 'at the domain of the organisation',
    'public-suffix': 'at the suffix above the organisation',
  } satisfies Readonly<Record<NonNullable<DmarcPlace['from']>, string>>,
  nowhere: 'nowhere: no policy applies',
  placeUnknown: (name: string) => `not known: the question for ${name} got no answer`,
  organisation: (domain: string) => `The organisation is ${domain}.`,
  walk: 'What was asked',
  stepStatus: { record: 'a record', none: 'no record', several: 'several records', undetermined: 'no answer' },
  reports: 'Where reports go',
  noReports: 'Nobody gets reports: without them nobody sees who sends in the name of the domain.',
  authorise: (host: string) => `What ${host} must publish`,
  hostGone: (mailbox: string, host: string) =>
    `Reports cannot go to ${mailbox}: the domain ${host} does not exist. Correct the address, or take it out.`,
  next: 'Next step',
  done: 'Nothing more to do: the policy is as strict as it gets, and reports come.',
  writeNext: 'Write this record',
  change: 'Change the record',
  none: (domain: string) => `No DMARC policy applies to ${domain}`,
  unknownPolicy: 'Which policy applies could not be determined',
  headline: (domain: string, policy: string) => `Mail from ${domain} that fails ${policy}`,
} as const;

/** What a policy does, as the end of a sentence and as a cell of a table. */
export function fateWords(applied: AppliedPolicy | null): string {
  if (applied === null) return 'no policy: delivered as without DMARC';
  if (applied.how === 'undetermined' || (applied.policy === null && applied.how !== 'ignored')) return 'not known';
  if (applied.how === 'ignored') return 'no policy: the record is ignored';
  const doing = policyWords[applied.policy ?? 'none'];
  return applied.percent < 100 ? `${doing} (${applied.percent} of 100)` : doing;
}

export const policyWords = {
  none: 'is delivered all the same',
  quarantine: 'goes to spam',
  reject: 'is refused',
} as const;

/** By which tag it is so. */
export function tagWords(applied: AppliedPolicy | null): string | null {
  if (applied === null || applied.tag === null) return applied?.how === 'as-none' ? 'taken for p=none' : null;
  return `${applied.tag}=${applied.requested}`;
}

export const targetStatusWords: Readonly<
  Record<ReportTarget['status'], { readonly word: string; readonly outcome: 'pass' | 'fail' | 'could-not-determine' }>
> = {
  own: { word: 'own domain', outcome: 'pass' },
  authorised: { word: 'authorised', outcome: 'pass' },
  'not-authorised': { word: 'not authorised', outcome: 'fail' },
  undetermined: { word: 'could not tell', outcome: 'could-not-determine' },
};

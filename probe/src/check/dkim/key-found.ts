import { selectSpf } from '@whybounce/core/record';
import { whyUnknown } from '../../dns/dns-words.ts';
import {
  byWayOf,
  type DkimKeys,
  dkimKeys,
  isOpen,
  type LookedKey,
  looksLikeKey,
  seenKeys,
} from '../../fact/dkim-keys.ts';
import { counted, listed } from '../../fact/list-words.ts';
import { quotedTerm, seenRecord } from '../../fact/spf-words.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'dkim.key_found',
  area: 'dkim',
  input: 'domain',
  needs: ['domain'],
  severity: 'critical',
  title: 'The DKIM key of each selector in use is published',
  about:
    'A signature names a selector, under which receivers fetch the key that proves it. Without the key the signature is worth nothing. The DNS cannot list selectors: where none is named, those of the mail host and a few common ones are tried, and finding none says nothing.',
  remedy: 'Publish the key, or the CNAME record that the sending service shows, at selector._domainkey of the domain.',
  source: 'RFC 6376 section 3.6',
  async run(context) {
    const domain = context.subject.domain as string;
    const keys = await dkimKeys(context);
    return keys.selectors.known.length > 0 ? ofKnown(keys) : ofGuessed(context, domain, keys);
  },
});

function where(key: LookedKey): string {
  return `${key.name}${byWayOf(key)}`;
}

function ofKnown({ looked, selectors: { left } }: DkimKeys): Verdict {
  const seen = seenKeys(looked);
  const missing = looked.filter((key) => !key.texts.some(looksLikeKey) && !isOpen(key));
  const rest = left === 0 ? '' : ` ${counted(left, 'more selector is', 'more selectors are')} not looked at.`;
  if (missing.length > 0)
    return fail(
      `No DKIM key is published at ${listed(missing.map(where))}: signatures with ${missing.length === 1 ? 'this selector' : 'these selectors'} fail.${rest}`,
      // a name that cannot exist gives no answer to show
      {
        seen: [
          ...seen,
          ...missing.flatMap(({ name, answer }) =>
            answer === null ? [{ of: 'No name of the DNS', value: name }] : [],
          ),
        ],
        fix: fixOf(missing),
      },
    );
  const open = looked.find(isOpen);
  if (open?.answer != null)
    return undetermined(
      `Whether there is a key at ${open.name} could not be told: ${whyUnknown(open.answer)}.${rest}`,
      { seen },
    );
  return pass(
    `${looked.length === 1 ? 'The DKIM key is' : 'The DKIM keys are'} published at ${listed(looked.map(where))}.${rest}`,
    { seen },
  );
}

function fixOf(missing: readonly LookedKey[]): string {
  return missing
    .slice(0, 3)
    .map(({ name, domain, answer, texts }) => {
      const end = answer?.chain.at(-1);
      if (texts.length > 0) return `What stands at ${name} is no key: publish the key there instead.`;
      return end === undefined
        ? `Publish the key at ${name}: the system that signs for ${domain} shows the record. If the selector is out of use, stop signing with it.`
        : `${name} is an alias for ${end}, where there is no key: switch DKIM on for ${domain} at the service that the alias belongs to, or correct the alias.`;
    })
    .join(' ');
}

async function ofGuessed(context: CheckContext, domain: string, keys: DkimKeys): Promise<Verdict> {
  const { looked, found, wildcard, nothingBelow, selectors } = keys;
  if (context.subject.message !== null)
    return notApplicable('The message has no DKIM signature, so it names no selector.');
  const seen = seenKeys(found);
  const live = found.filter(({ key }) => key?.revoked !== true);
  if (live.length > 0)
    return pass(`${domain} has ${counted(live.length, 'DKIM key')}: ${listed(live.map(where))}.`, { seen });
  const ask = `Name the selector to have it checked: it is the s= in the DKIM-Signature field of any message from ${domain}.`;
  if (wildcard !== null)
    return tell(
      /(?:^|;)\s*p\s*=\s*(?:;|$)/.test(wildcard)
        ? `Every name under _domainkey.${domain} answers "${wildcard}": the domain says that it signs no mail.`
        : `Every name under _domainkey.${domain} answers the same, by a wildcard record: which selector is in use does not show. ${ask}`,
      { seen: seenKeys(looked.slice(0, 1)) },
    );
  const dangling = looked.filter(
    ({ answer }) => answer !== null && answer.chain.length > 0 && answer.status !== 'found',
  );
  const tried = seenKeys(looked);
  if (dangling.length > 0 && !dangling.some(isOpen))
    return warn(
      `${listed(dangling.map(({ name, answer }) => `${name} is an alias for ${answer?.chain.at(-1)}`))}, and there is no key: mail that is signed with ${dangling.length === 1 ? 'this selector' : 'these selectors'} fails.`,
      { seen: tried, severity: 'high', fix: fixOf(dangling) },
    );
  const of = selectors.host === null ? '' : ` and those of ${selectors.host}`;
  if (nothingBelow === true) {
    const nothing = [...tried, { of: `TXT _domainkey.${domain}`, value: 'NXDOMAIN: no such name' }];
    const says = `_domainkey.${domain} does not exist, so ${domain} has no DKIM key under any selector.`;
    const senders = await namedSenders(context, domain);
    if (senders === null)
      return tell(
        `${says} If ${domain} sends mail, have it signed: at present its mail is signed by others or not at all.`,
        { seen: nothing },
      );
    return warn(
      `${says} Yet it sends mail: its SPF record names ${listed(senders.terms)}. That mail is not signed for ${domain}, so DMARC passes by SPF alone, which ends where mail is forwarded.`,
      {
        seen: [...nothing, seenRecord(domain, senders.record)],
        severity: 'medium',
        fix: `Switch DKIM on for ${domain} at each service that sends for it, and publish the record that it shows.`,
      },
    );
  }
  const open = looked.find(isOpen);
  const why = open?.answer == null ? '' : ` ${open.name} gave no answer: ${whyUnknown(open.answer)}.`;
  return undetermined(
    `Which DKIM selectors ${domain} uses is not known: the usual ones${of} (${looked.map(({ selector }) => selector).join(', ')}) have no key${found.length > 0 ? ', or a withdrawn one' : ''}.${why} That does not mean that there is none. ${ask}`,
    { seen: tried },
  );
}

/** Terms of SPF that somebody wrote to allow servers; a and mx stand in the records of many who send nothing. */
const SENDERS: ReadonlySet<string> = new Set(['include', 'ip4', 'ip6', 'exists']);

/** Who sends for the domain by the word of its SPF record; null where it names nobody, or that is not known. */
async function namedSenders(
  { dns }: CheckContext,
  domain: string,
): Promise<{ readonly record: string; readonly terms: readonly string[] } | null> {
  const { record } = selectSpf((await dns.query(domain, 'TXT')).records);
  if (record === null) return null;
  const terms = record.terms.flatMap((term) => {
    if (term.kind === 'mechanism')
      return SENDERS.has(term.name) && term.qualifier === '+' ? [quotedTerm(term.text)] : [];
    return term.kind === 'modifier' && term.name === 'redirect' ? [quotedTerm(term.text)] : [];
  });
  return terms.length === 0 ? null : { record: record.text, terms };
}

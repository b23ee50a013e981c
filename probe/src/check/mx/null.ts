import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { txtLine, zoneLine } from '../../dns/zone-line.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'mx.null',
  area: 'mx',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'A null MX record stands alone',
  about:
    'A null MX ("MX 0 .") says that a domain takes no mail. It must be the only MX record; and as nobody can answer mail from such a domain, many servers refuse what it sends.',
  remedy: 'Remove the null MX record, or all other MX records.',
  source: 'RFC 7505 section 3',
  async run({ subject, dns }) {
    const domain = subject.domain as string;
    const mx = await dns.query(domain, 'MX');
    const seen = [seenAnswer(mx)];
    if (!isDetermined(mx))
      return undetermined(`The MX records of ${domain} could not be read: ${whyUnknown(mx)}.`, { seen });
    const isNull = ({ exchange }: (typeof mx.records)[number]) => exchange === '.' || exchange === '';
    const own = mx.records.find(isNull);
    if (own === undefined)
      return notApplicable(`${domain} has no null MX: it does not say that it takes no mail.`, { seen });
    const others = mx.records.filter((record) => !isNull(record));
    if (others.length > 0)
      return fail(
        `${domain} has a null MX ("${own.preference} ."), which says that it takes no mail, and names ${others[0]?.exchange} as well: senders may give up at once.`,
        {
          seen,
          severity: 'high',
          fix: `Remove the null MX "${own.preference} ." of ${domain}, or, if ${domain} takes no mail, all its other MX records.`,
        },
      );
    if (own.preference !== 0)
      return warn(`The null MX of ${domain} should have the preference 0, and has ${own.preference}.`, {
        seen,
        severity: 'low',
        fix: `Set the preference of the null MX of ${domain} to 0.`,
        publish: zoneLine(domain, 'MX', '0 .'),
      });
    const [txt, policy] = await Promise.all([dns.query(domain, 'TXT'), dns.query(`_dmarc.${domain}`, 'TXT')]);
    if (!isDetermined(txt) || !isDetermined(policy))
      return undetermined(
        `${domain} takes no mail. Whether it says that it sends none either could not be told: ${whyUnknown(isDetermined(txt) ? policy : txt)}.`,
        { seen },
      );
    const texts = (records: readonly (readonly string[])[]) => records.map((strings) => strings.join(''));
    const sendsNothing = texts(txt.records).some((text) => /^v=spf1\s+-all\s*$/i.test(text));
    const isRejected = texts(policy.records).some((text) => /^v=DMARC1\s*;(?:.*;)?\s*p\s*=\s*reject\b/i.test(text));
    const all = [...seen, seenAnswer(txt), seenAnswer(policy)];
    if (sendsNothing && isRejected)
      return pass(`${domain} takes no mail and says that it sends none, so that nobody can write in its name.`, {
        seen: all,
      });
    const missing = [
      sendsNothing ? [] : [txtLine(domain, 'v=spf1 -all')],
      isRejected ? [] : [txtLine(`_dmarc.${domain}`, 'v=DMARC1; p=reject')],
    ].flat();
    return tell(
      `${domain} takes no mail, yet its records do not say that it sends none: others can write in its name, and if it does send, many servers refuse its mail because nobody can answer.`,
      {
        seen: all,
        fix: `If ${domain} sends no mail, publish what stands below in place of its records there; else let it take mail.`,
        publish: missing.join('\n'),
      },
    );
  },
});

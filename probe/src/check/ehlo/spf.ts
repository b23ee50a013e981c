import { isDetermined } from '@whybounce/core/dns';
import { organizationalDomain } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { heloForm } from '../../fact/host-name.ts';
import type { Subject } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'ehlo.spf',
  area: 'ehlo',
  input: 'message',
  needs: ['helo'],
  severity: 'low',
  title: 'The name that the server gives has an SPF record',
  about:
    'Bounces and out-of-office replies have no sender, so that receivers check SPF by the name that the server gives in EHLO. Without a record there, such mail has no SPF.',
  remedy: 'Publish an SPF record at the host name of the mail server: v=spf1 a -all.',
  source: 'RFC 7208 section 2.3',
  async run({ subject, dns }) {
    const helo = (subject.helo as string).replace(/\.$/, '');
    if (heloForm(helo) !== 'host') return notApplicable(`"${helo}" is no host name, so it can have no SPF record.`);
    const answer = await dns.query(helo, 'TXT');
    const seen = [seenAnswer(answer)];
    if (!isDetermined(answer))
      return undetermined(`Whether ${helo} has an SPF record could not be told: ${whyUnknown(answer)}.`, { seen });
    const records = answer.records.map((strings) => strings.join('')).filter((text) => /^v=spf1(?: |$)/i.test(text));
    if (records.length > 1)
      return fail(`${helo} has ${records.length} SPF records: with more than one, none is valid.`, {
        seen,
        fix:
          isForeign(subject, helo) === true
            ? `Ask whoever runs ${helo} to keep one SPF record there.`
            : `Keep one SPF record at ${helo}.`,
      });
    const [record] = records;
    const foreign = isForeign(subject, helo);
    if (record === undefined && foreign === true)
      return tell(
        `${helo} has no SPF record. That is for whoever runs the server to add, not for ${subject.domain ?? subject.mailFrom}; it matters for bounces and automatic replies alone.`,
        { seen },
      );
    if (record === undefined && foreign === null)
      return tell(`${helo} has no SPF record: bounces and automatic replies of this server have no SPF.`, {
        seen,
        fix: `If the server is yours, publish the record "v=spf1 a -all" at ${helo}.`,
      });
    if (record === undefined)
      return warn(`${helo} has no SPF record: bounces and automatic replies of this server have no SPF.`, {
        seen,
        fix: `Publish the record below: it says that the server at ${helo} alone may use that name.`,
        publish: txtLine(helo, 'v=spf1 a -all'),
      });
    return pass(`${helo} has an SPF record: ${record}`.replace(/\.?$/, '.'), { seen });
  },
});

/** Whether a server is somebody else's, by its name; null where nothing is known of who sends. */
function isForeign({ domain, mailFrom }: Subject, helo: string): boolean | null {
  // where both are known the domain decides: the return path is often that of a sending service
  const own = domain ?? (mailFrom === null || mailFrom === '' ? null : mailFrom.slice(mailFrom.lastIndexOf('@') + 1));
  return own === null ? null : organizationalDomain(own) !== organizationalDomain(helo);
}

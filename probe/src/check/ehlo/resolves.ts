import { isDetermined } from '@whybounce/core/dns';
import { formatIp, parseIp, unmapped } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { zoneLine } from '../../dns/zone-line.ts';
import { heloForm } from '../../fact/host-name.ts';
import { listed } from '../../fact/list-words.ts';
import { reverseNames } from '../../fact/reverse-names.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'ehlo.resolves',
  area: 'ehlo',
  input: 'message',
  needs: ['helo'],
  severity: 'high',
  title: 'The name that the server gives leads to it',
  about:
    'Receivers look up the name that a sending server gives in EHLO. It must exist; best it leads to the sending address and is the name that the address has by its PTR record.',
  remedy: 'Publish the sending address for the name that the server gives in EHLO.',
  source: 'RFC 5321 section 4.1.4',
  async run(context) {
    const { dns, subject } = context;
    const helo = (subject.helo as string).replace(/\.$/, '');
    if (heloForm(helo) !== 'host') return notApplicable(`"${helo}" is no host name that could be looked up.`);
    const [a, aaaa] = await Promise.all([dns.query(helo, 'A'), dns.query(helo, 'AAAA')]);
    const addresses = [...a.records, ...aaaa.records];
    const seen = [seenAnswer(a), seenAnswer(aaaa)];
    const ip = subject.ip === null ? null : parseIp(subject.ip);
    const wanted =
      ip === null ? null : zoneLine(helo, unmapped(ip).family === 4 ? 'A' : 'AAAA', formatIp(unmapped(ip)));
    const publish = wanted === null ? {} : { publish: wanted };
    const unknown = isDetermined(a) ? aaaa : a;
    if (addresses.length === 0) {
      if (!isDetermined(unknown))
        return undetermined(`Whether ${helo} has an address could not be told: ${whyUnknown(unknown)}.`, { seen });
      return fail(
        `The server gives the name ${helo}, which ${a.status === 'no-domain' ? 'does not exist' : 'has no address'}: some receivers refuse its mail.`,
        {
          seen,
          fix: `Publish the sending address for ${helo}, or have the server give a name that leads to it.`,
          ...publish,
        },
      );
    }
    if (ip === null)
      return pass(`${helo} leads to ${listed(addresses)}. The sending address is not known here.`, { seen });
    const leadsBack = addresses.map(parseIp).some((other) => other !== null && sameHost(other, ip));
    if (!leadsBack) {
      // of the other family nothing is known: the address may be there
      if (!isDetermined(unknown))
        return undetermined(`Whether ${helo} leads to ${subject.ip} could not be told: ${whyUnknown(unknown)}.`, {
          seen,
        });
      return warn(
        `The server gives the name ${helo}, which leads to ${listed(addresses)} and not to the sending address ${subject.ip}. That is usual for a farm of servers under one name; strict filters hold it against a single one.`,
        {
          seen,
          severity: 'low',
          fix: `Publish ${subject.ip} for ${helo} as well, or have the server give the name of its own address.`,
          ...publish,
        },
      );
    }
    const { answer } = await reverseNames(context);
    const names = answer.records;
    if (answer.status === 'found' && !names.includes(helo))
      return pass(
        `${helo} leads to ${subject.ip}. The address itself has another name, ${listed(names)}; that is allowed, and one name for both is best.`,
        { seen: [...seen, seenAnswer(answer)] },
      );
    return pass(
      names.includes(helo)
        ? `${helo} leads to ${subject.ip}, and it is the name that the address has.`
        : `${helo} leads to ${subject.ip}.`,
      { seen },
    );
  },
});

type Ip = NonNullable<ReturnType<typeof parseIp>>;

function sameHost(one: Ip, other: Ip): boolean {
  const [a, b] = [unmapped(one), unmapped(other)];
  return a.family === b.family && a.value === b.value;
}

import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { zoneLine } from '../../dns/zone-line.ts';
import { nameFor } from '../../fact/host-name.ts';
import { ofInsideAddress } from '../../fact/inside-address.ts';
import { listed } from '../../fact/list-words.ts';
import { reverseNames } from '../../fact/reverse-names.ts';
import { defineCheck, fail, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'ptr.exists',
  area: 'ptr',
  input: 'ip',
  needs: ['ip'],
  severity: 'critical',
  title: 'The sending address has a name',
  about:
    'Whether a PTR record gives the sending address a name. Gmail, Microsoft and many others refuse mail from an address without.',
  remedy: 'Ask whoever rents out the address to set its PTR record (reverse DNS) to the name of the mail server.',
  source: 'RFC 1912 section 2.1',
  async run(context) {
    const ip = context.subject.ip as string;
    const inside = ofInsideAddress(ip);
    if (inside !== null) return inside;
    const { at, answer } = await reverseNames(context);
    const seen = [seenAnswer(answer)];
    if (answer.status === 'found') return pass(`${ip} has the name ${listed(answer.records)}.`, { seen });
    if (!isDetermined(answer))
      return undetermined(`Whether ${ip} has a name could not be told: ${whyUnknown(answer)}.`, { seen });
    const name = nameFor(context.subject);
    return fail(`${ip} has no name: there is no PTR record at ${at}. Many receivers refuse mail from it.`, {
      seen,
      fix: `Ask whoever rents out ${ip} (the hosting or internet provider; many have a field "reverse DNS") to set its PTR record to ${name ?? 'the name of the mail server'}, and publish the address for that name.`,
      ...(name === null ? {} : { publish: zoneLine(at, 'PTR', `${name}.`) }),
    });
  },
});

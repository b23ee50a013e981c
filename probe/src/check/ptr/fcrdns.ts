import { isDetermined } from '@whybounce/core/dns';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { zoneLine } from '../../dns/zone-line.ts';
import { ofInsideAddress } from '../../fact/inside-address.ts';
import { listed } from '../../fact/list-words.ts';
import { reverseNames } from '../../fact/reverse-names.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'ptr.fcrdns',
  area: 'ptr',
  input: 'ip',
  needs: ['ip'],
  severity: 'critical',
  title: 'The name of the sending address leads back to it',
  about:
    'Anybody who holds an address can give it any name. Receivers therefore look the name up as well: only if it leads back to the address is it believed.',
  remedy: 'Publish the sending address for the name that its PTR record gives it.',
  source: 'RFC 8601 section 2.7.3',
  async run(context) {
    const ip = context.subject.ip as string;
    const inside = ofInsideAddress(ip);
    if (inside !== null) return inside;
    const { answer, names } = await reverseNames(context);
    if (!isDetermined(answer))
      return undetermined(`The name of ${ip} could not be looked up: ${whyUnknown(answer)}.`, {
        seen: [seenAnswer(answer)],
      });
    if (names.length === 0) return notApplicable(`${ip} has no name that could lead back to it.`);
    const seen = [seenAnswer(answer), ...names.map(({ looked }) => seenAnswer(looked))];
    const back = names.filter(({ leadsBack }) => leadsBack).map(({ name }) => name);
    // one name that leads back is enough (RFC 8601 section 2.7.3)
    if (back.length > 0) return pass(`${listed(back)} leads back to ${ip}.`, { seen });
    const unknown = names.find(({ leadsBack }) => leadsBack === null);
    if (unknown !== undefined)
      return undetermined(
        `Whether ${unknown.name} leads back to ${ip} could not be told: ${whyUnknown(unknown.looked)}.`,
        { seen },
      );
    const [first] = names as [(typeof names)[number]];
    const where = first.looked.records.length === 0 ? 'to no address' : `to ${listed(first.looked.records)}`;
    return fail(
      names.length === 1
        ? `${ip} has the name ${first.name}, which leads ${where}: receivers do not believe the name.`
        : `None of the names of ${ip} (${listed(names.map(({ name }) => name))}) leads back to it: receivers do not believe them.`,
      {
        seen,
        fix: `Publish the record below where ${first.name} is kept; if that is not yours, have the PTR record of ${ip} set to a name of yours that leads to ${ip}.`,
        publish: zoneLine(first.name, first.looked.type, ip),
      },
    );
  },
});

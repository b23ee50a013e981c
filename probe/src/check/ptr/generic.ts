import { organizationalDomain } from '@whybounce/core/record';
import { type GenericSigns, genericSigns } from '../../fact/generic-name.ts';
import { nameFor } from '../../fact/host-name.ts';
import { listed } from '../../fact/list-words.ts';
import { namesToRead } from '../../fact/reverse-names.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

export default defineCheck({
  id: 'ptr.generic',
  area: 'ptr',
  input: 'ip',
  needs: ['ip'],
  severity: 'high',
  title: 'The name of the sending address is its own',
  about:
    'Providers give every address a name made of its digits, such as 192-0-2-17.dyn.example.net. Receivers take mail from such a name for that of a home computer that sends spam, and filter or refuse it.',
  remedy: 'Have the PTR record of the sending address set to a host name of your own domain.',
  source: 'https://datatracker.ietf.org/doc/html/draft-msullivan-dnsop-generic-naming-schemes-00',
  async run(context) {
    const ip = context.subject.ip as string;
    const read = await namesToRead(context);
    if ('outcome' in read) return read;
    const { names, seen } = read;
    const judged = names.map((name) => ({ name, ...genericSigns(name, ip, organizationalDomain(name)) }));
    // receivers take the first name, or any: one name of one's own among several does not make the others go away
    const own = judged.find(({ kind }) => kind === 'named');
    if (own !== undefined) return pass(`${own.name} is a name of its own.`, { seen });
    const [{ name, kind, parts }] = judged as [(typeof judged)[number]];
    const told = `${name} looks like a name that the provider gave to ${ip} by itself (${listed(parts)} in it)${meaning[kind]}`;
    const wanted = nameFor(context.subject);
    const fix = `Have the PTR record of ${ip} set to a host name of your own domain${wanted === null ? ', such as mail.example.com' : `, such as ${wanted}`}, and publish ${ip} for that name.`;
    return kind === 'access' || kind === 'rented'
      ? fail(told, { seen, fix })
      : warn(told, { seen, fix, severity: 'medium' });
  },
});

/** How receivers take it. */
const meaning: Readonly<Record<GenericSigns['kind'], string>> = {
  access: ': receivers take it for a home connection and refuse or filter its mail.',
  rented: ': receivers see a rented machine whose user is not known, and trust it little.',
  fixed: ': the address is fixed, yet some receivers do not tell that from a home connection.',
  numbered: ': some receivers take it for a home connection.',
  named: '.',
};

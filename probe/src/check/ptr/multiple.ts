import { listed } from '../../fact/list-words.ts';
import { namesToRead } from '../../fact/reverse-names.ts';
import { defineCheck, fail, pass, tell, warn } from '../define.ts';

/** Names beyond which receivers read no further (RFC 7208 section 4.6.4). */
const READ_BY_RECEIVERS = 10;
/** A name or two more come of a move or a second service. */
const USUAL = 3;

export default defineCheck({
  id: 'ptr.multiple',
  area: 'ptr',
  input: 'ip',
  needs: ['ip'],
  severity: 'low',
  title: 'The sending address has one name',
  about:
    'An address may have several names, but receivers look at one of them, or at the first ten, in an order that changes. With many names it is left to chance which they see.',
  remedy: 'Keep one PTR record: that of the name which the server gives in EHLO.',
  source: 'RFC 1912 section 2.1',
  async run(context) {
    const ip = context.subject.ip as string;
    const read = await namesToRead(context);
    if ('outcome' in read) return read;
    const { names, seen } = read;
    if (names.length === 1) return pass(`${ip} has one name, ${names[0]}.`, { seen });
    const told = `${ip} has ${names.length} names: ${listed(names)}.`;
    const helo = context.subject.helo;
    const fix = `Keep one PTR record of ${ip}${helo !== null && names.includes(helo) ? `, that of ${helo}` : ''}, and have the others removed.`;
    if (names.length > READ_BY_RECEIVERS)
      return fail(`${told} Receivers read no more than ${READ_BY_RECEIVERS} of them.`, { seen, fix });
    return names.length > USUAL ? warn(told, { seen, fix }) : tell(`${told} Each should lead back to it.`, { seen });
  },
});

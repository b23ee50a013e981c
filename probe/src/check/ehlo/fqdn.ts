import { type HeloForm, heloForm, literalIn, nameFor } from '../../fact/host-name.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

export default defineCheck({
  id: 'ehlo.fqdn',
  area: 'ehlo',
  input: 'message',
  needs: ['helo'],
  severity: 'high',
  title: 'The sending server gives its full name',
  about:
    'A sending server introduces itself with EHLO and its name. It must be a full host name; many receivers refuse mail from "localhost" or a name without a domain.',
  remedy:
    'Set the name that the mail server gives in EHLO to its full host name (Postfix: myhostname, Exim: primary_hostname).',
  source: 'RFC 5321 section 4.1.1.1',
  async run({ subject }) {
    const helo = subject.helo as string;
    const form = heloForm(helo);
    const seen = [{ of: 'EHLO', value: helo }];
    if (form === 'host') return pass(`${helo} is a full host name.`, { seen });
    const wanted = nameFor({ ...subject, helo: null });
    const fix = `Set the name that the mail server gives in EHLO to its full host name${wanted === null ? '' : `, such as ${wanted}`} (Postfix: myhostname, Exim: primary_hostname, Exchange: the FQDN of the send connector).`;
    if (form === 'literal') {
      const ip = literalIn(helo);
      return subject.ip !== null && ip !== subject.ip
        ? fail(`The server gives the address ${helo} as its name, yet it sends from ${subject.ip}.`, { seen, fix })
        : warn(
            `The server gives its address ${helo} in place of a name: that is allowed, and many receivers trust it little.`,
            {
              seen,
              fix,
              severity: 'medium',
            },
          );
    }
    return fail(`The server gives "${helo}" as its name: ${faults[form]}.`, { seen, fix });
  },
});

const faults: Readonly<Record<Exclude<HeloForm, 'host' | 'literal'>, string>> = {
  'bad-literal': 'there is no address in the brackets',
  'bare-address': 'an address must stand in brackets, and a name is better',
  local: 'that is a name of inner networks, which nobody else knows',
  'one-label': 'there is no domain in it',
  'not-a-name': 'no host can have such a name',
};

import { isAligned } from '@whybounce/core/record';
import { heloForm } from '../../fact/host-name.ts';
import { defineCheck, notApplicable, tell } from '../define.ts';

export default defineCheck({
  id: 'spf.helo_only',
  area: 'spf',
  input: 'message',
  needs: ['mailFrom'],
  severity: 'info',
  title: 'Which name SPF looks at where there is no return path',
  about:
    'Bounces and automatic replies have an empty return path. Receivers then check SPF by the name that the server greets with in EHLO, and DMARC counts that name too.',
  remedy: null,
  source: 'RFC 7208 section 2.4',
  async run({ subject }) {
    const { mailFrom, domain } = subject;
    if (mailFrom !== '')
      return notApplicable(`The mail has the return path ${mailFrom}, by whose domain SPF is checked.`);
    const helo = subject.helo?.replace(/\.$/, '') ?? null;
    const start = 'The mail has an empty return path, as bounces have';
    if (helo === null)
      return tell(
        `${start}. Receivers then check SPF by the name that the server greets with, which is not known here.`,
      );
    const seen = [{ of: 'EHLO', value: helo }];
    if (heloForm(helo) !== 'host')
      return tell(`${start}, and its server greets with "${helo}", which is no host name: it has no SPF.`, { seen });
    const aligned =
      domain === null
        ? ''
        : isAligned(domain, helo, 'relaxed')
          ? ` For DMARC that name counts for ${domain}.`
          : ` For DMARC that name does not count for ${domain}: such mail needs a DKIM signature of ${domain}.`;
    return tell(`${start}: receivers check SPF by ${helo}, the name that the server greets with.${aligned}`, { seen });
  },
});

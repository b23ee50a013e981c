import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import { modifierOf, type SpfRecord } from '@whybounce/core/record';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { ofOneRecord } from '../../fact/spf.ts';
import { quotedTerm, shown } from '../../fact/spf-words.ts';
import { defineCheck, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

/** A percent sign that begins no macro (RFC 7208 section 7.1). */
const BAD_MACRO = /%(?!\{[slodiphcrtv]\d{0,3}r?[-.+,/_=]{0,8}\}|[%_-])/i;

export default defineCheck({
  id: 'spf.exp',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'The text for refused senders is there',
  about:
    'With exp= an SPF record names a text that receivers may show to whom they refuse. Where it is missing or faulty, nothing is shown; mail is not touched by it.',
  remedy: 'Publish the text as one TXT record in plain ASCII at the name that exp= gives, or remove exp=.',
  source: 'RFC 7208 section 6.2',
  run: (context) =>
    ofOneRecord(context, ({ domain, root, record, seen: whole }) => {
      const exp = modifierOf(record, 'exp');
      if (exp === null) return notApplicable(`The SPF record of ${domain} has no exp=.`, { seen: whole });
      const { explanation } = root;
      if (explanation === null)
        return tell(`${quotedTerm(exp.text)} of ${domain} names another text with every message.`, { seen: whole });
      const { answer } = explanation;
      const seen = [...whole, seenAnswer(answer)];
      if (!isDetermined(answer) && answer.status !== 'invalid-name')
        return undetermined(`The text at ${answer.name} could not be read: ${whyUnknown(answer)}.`, { seen });
      const wrong = faultOf(answer);
      if (wrong !== null)
        return warn(
          `${quotedTerm(exp.text)} of ${domain} leads to ${answer.name}, ${wrong}: refused senders are shown nothing.`,
          {
            seen,
            severity: 'low',
            fix: `Publish one TXT record in plain ASCII at ${answer.name}, or take ${quotedTerm(exp.text)} out of the record.`,
          },
        );
      const text = textOf(answer);
      return hasFail(record)
        ? pass(`Who is refused may be shown: "${shown(text)}".`, { seen })
        : tell(
            `The text "${shown(text)}" is never shown, as the record of ${domain} has no term with "-", by which it would refuse.`,
            { seen },
          );
    }),
});

function textOf({ records }: DnsAnswer<'TXT'>): string {
  return records[0]?.join('') ?? '';
}

/** What keeps receivers from taking the text; null where nothing does. */
function faultOf(answer: DnsAnswer<'TXT'>): string | null {
  const { records } = answer;
  if (records.length === 0) return 'where there is no text';
  if (records.length > 1) return `which has ${records.length} TXT records, of which none is taken`;
  const text = textOf(answer);
  if (!/^[\x20-\x7e]*$/.test(text)) return 'whose text has characters that are not ASCII';
  const bad = BAD_MACRO.exec(text);
  return bad === null
    ? null
    : `whose text has "${shown(text.slice(bad.index, bad.index + 8))}" in it, which is no macro`;
}

function hasFail({ terms }: SpfRecord): boolean {
  return terms.some((term) => term.kind === 'mechanism' && term.qualifier === '-');
}

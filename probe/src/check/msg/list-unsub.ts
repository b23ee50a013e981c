import type { Seen } from '@whybounce/core/check';
import { listed } from '../../fact/list-words.ts';
import { bulkSigns } from '../../fact/message-bulk.ts';
import { messageParts } from '../../fact/message-content.ts';
import { messageVerification } from '../../fact/message-verification.ts';
import { readListUnsubscribe } from '../../message/list-unsubscribe.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, type Verdict, warn } from '../define.ts';

const POST = 'List-Unsubscribe=One-Click';
/** The address is the sender's own to choose, so that there is nothing to copy. */
const ADD_BOTH = `Write an https address that unsubscribes this reader between < and > into List-Unsubscribe, and add the field List-Unsubscribe-Post: ${POST}`;

export default defineCheck({
  id: 'msg.list_unsub',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'high',
  title: 'Unsubscribing takes one click',
  about:
    'Gmail and Yahoo ask of marketing mail that their button can unsubscribe a reader with one request: an https address in List-Unsubscribe, List-Unsubscribe-Post beside it, and both signed with DKIM. It is not asked of personal mail, receipts and passwords. The address is not called here.',
  remedy: 'Add both header fields, and have DKIM sign them.',
  source: 'RFC 8058 sections 3.1 and 4; https://support.google.com/a/answer/14229414',
  async run(context) {
    const { headers } = await messageParts(context);
    const fields = headers.all('list-unsubscribe');
    const { signs } = await bulkSigns(context);
    const [value] = fields;
    if (value === undefined) {
      if (signs.length === 0)
        return notApplicable(
          'Nothing shows that this message goes to many: personal mail, receipts and passwords need no List-Unsubscribe.',
        );
      return fail(
        'The message looks like a newsletter, and has no List-Unsubscribe field: readers who want out press “spam” instead.',
        {
          seen: [...signs],
          fix: `${ADD_BOTH}. Receipts and the like need neither.`,
        },
      );
    }
    const post = headers.get('list-unsubscribe-post');
    const seen: Seen[] = [
      ...fields.map((one) => ({ of: 'List-Unsubscribe', value: one.slice(0, 500) })),
      { of: 'List-Unsubscribe-Post', value: post ?? 'missing' },
    ];
    if (fields.length > 1)
      return fail(`List-Unsubscribe stands ${fields.length} times: receivers take none of them, or the wrong one.`, {
        seen,
        fix: 'Write List-Unsubscribe once, with all addresses in it.',
      });
    const ways = readListUnsubscribe(value);
    if (ways.isBare)
      return fail('The address in List-Unsubscribe stands without angle brackets, so that it is not read.', {
        seen,
        fix: 'Write the address between < and >.',
      });
    const [target] = ways.https;
    if (target === undefined) {
      if (ways.mailto.length > 0)
        return warn(
          'List-Unsubscribe names a mail address alone. Yahoo accepts that; Gmail wants an https address and List-Unsubscribe-Post.',
          {
            seen,
            severity: 'medium',
            fix: `${ADD_BOTH}.`,
          },
        );
      const what = ways.http.length > 0 ? 'an http address, and https is asked' : 'no address that can be used';
      return fail(`List-Unsubscribe names ${what}.`, {
        seen,
        fix: `${ADD_BOTH}.`,
      });
    }
    if (post === null)
      return fail(
        `List-Unsubscribe names ${target.host}, but List-Unsubscribe-Post is missing: it is no unsubscribing with one click.`,
        {
          seen,
          fix: `Add the field List-Unsubscribe-Post: ${POST}`.concat('.'),
          publish: `List-Unsubscribe-Post: ${POST}`,
        },
      );
    if (post.replace(/\s+/g, '').toLowerCase() !== POST.toLowerCase())
      return fail(`List-Unsubscribe-Post says “${post.slice(0, 80)}”; it must say ${POST}.`, {
        seen,
        fix: `Write List-Unsubscribe-Post: ${POST}`.concat('.'),
        publish: `List-Unsubscribe-Post: ${POST}`,
      });
    return signed(context, target.host, seen);
  },
});

/** RFC 8058 section 4: a valid signature must cover both fields, else anybody on the way could add them. */
async function signed(context: CheckContext, host: string, seen: Seen[]): Promise<Verdict> {
  const found = await messageVerification(context);
  if ('beyond' in found)
    return undetermined(`The fields are right, but their signature was not looked at. ${found.beyond}`, { seen });
  const { signatures } = found.dkim;
  const covering = signatures.filter(
    ({ signedHeaders }) =>
      signedHeaders.includes('list-unsubscribe') && signedHeaders.includes('list-unsubscribe-post'),
  );
  const all = [
    ...seen,
    ...signatures.slice(0, 5).map(({ domain, result, signedHeaders }) => ({
      of: `DKIM signature of ${domain}, ${result}`,
      value: `h=${signedHeaders.join(':').slice(0, 400)}`,
    })),
  ];
  const passing = covering.find(({ result }) => result === 'pass');
  if (passing !== undefined)
    return pass(`Readers unsubscribe with one click at ${host}; both fields are signed by ${passing.domain}.`, {
      seen: all,
    });
  if (signatures.length === 0)
    return fail('The fields for unsubscribing are right, but the message has no DKIM signature to cover them.', {
      seen: all,
      fix: 'Sign the message with DKIM, and list both fields in h=.',
    });
  if (covering.length === 0)
    return fail(
      `No DKIM signature covers both List-Unsubscribe and List-Unsubscribe-Post; there ${signatures.length === 1 ? 'is one' : 'are signatures'} by ${listed([...new Set(signatures.map(({ domain }) => domain))])}.`,
      {
        seen: all,
        fix: 'Have the signer list List-Unsubscribe and List-Unsubscribe-Post in h=, beside what it signs already: h=…:list-unsubscribe:list-unsubscribe-post.',
      },
    );
  const names = listed([...new Set(covering.map(({ domain }) => domain))]);
  if (covering.some(({ result }) => result === 'temperror'))
    return undetermined(`Both fields are covered by a signature of ${names}, whose key could not be fetched.`, {
      seen: all,
    });
  return warn(
    `Both fields are covered by a signature of ${names}, but it does not verify here. See the checks of DKIM.`,
    {
      seen: all,
      severity: 'medium',
      fix: 'Make the DKIM signature verify: receivers heed these fields under a valid one only.',
    },
  );
}

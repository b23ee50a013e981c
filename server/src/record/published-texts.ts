import { type DnsClient, isDetermined } from '@whybounce/core/dns';
import { oneValue, type PublishedTexts, type RecordFields } from '@whybounce/web';

/**
 * The TXT records of one kind at a name. Where the DNS does not tell, what somebody pasted from their panel is taken:
 * a record beside one that could not be seen would break both.
 *
 * @param isOne whether a text is of the kind
 */
export async function publishedTexts(
  name: string,
  dns: DnsClient,
  isOne: (text: string) => boolean,
  fields: RecordFields = {},
): Promise<PublishedTexts> {
  const answer = await dns.query(name, 'TXT');
  // a name that cannot exist has no record, which is as sure as an answer
  const isKnown = isDetermined(answer) || answer.status === 'invalid-name';
  const pasted = oneValue(fields, 'published');
  const isWritten = !isKnown && (pasted !== '' || oneValue(fields, 'nothing') === 'yes');
  const all = answer.records.map((strings) => strings.join(''));
  const texts = isWritten ? (pasted === '' ? [] : [pasted]) : all.filter(isOne);
  return {
    name: answer.name,
    status: answer.status,
    isKnown,
    texts,
    others: isWritten ? [] : all.filter((text) => !isOne(text)),
    isWritten,
  };
}

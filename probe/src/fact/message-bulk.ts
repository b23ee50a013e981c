import type { Headers } from '@whybounce/core/message';
import type { CheckContext } from '../check/context.ts';
import { fact } from './fact.ts';
import { linksOfMessage, messageParts } from './message-content.ts';

/** What shows that a message goes to many who can unsubscribe. */
export interface BulkSigns {
  /** Each as it is seen: `List-Id: news.example.com`. */
  readonly signs: readonly { readonly of: string; readonly value: string }[];
}

/**
 * Fields that systems for newsletters write. Feedback-ID and X-CSA-Complaints are not among them: platforms such as
 * Amazon SES put them on receipts and passwords too.
 */
const FIELDS = [
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'x-campaign-id',
  'x-campaignid',
  'x-mc-user',
  'x-mailchimp-id',
];
/** Words of links to unsubscribe in languages of large audiences. */
const UNSUBSCRIBE =
  /\bunsubscrib|\bopt[ -]?out\b|\babmelden\b|\babbestellen\b|\bd[ée]sabonn|\bd[ée]sinscri|\bcancelar (?:la |mi )?suscripci|\bdarse de baja\b|\bdisiscri|\bannulla iscrizione|\bcancelar (?:a )?(?:inscri|assinatura)|\bdescadastrar|\bafmelden\b|\buitschrijven\b|\bavregistrera|\bavprenumerera|\bafmeld\b|\bwypisz\b|\bzrezygnuj|\bodhlásit|\bleiratkoz|\bотписаться|\bвідписатися|配信停止|退订|取消订阅|수신거부/iu;

/** Bounces and automatic replies (RFC 3834), which say “Precedence: bulk” too. */
function isAutomatic({ subject }: CheckContext, headers: Headers): boolean {
  const automatic = headers.get('auto-submitted')?.toLowerCase() ?? 'no';
  return (
    subject.mailFrom === '' ||
    !automatic.startsWith('no') ||
    /^\s{0,8}multipart\/report/i.test(headers.get('content-type') ?? '')
  );
}

/** Whether the message looks like a newsletter: only of such is a way to unsubscribe asked. */
export const bulkSigns = fact(async (context: CheckContext): Promise<BulkSigns> => {
  const { headers, plain } = await messageParts(context);
  if (isAutomatic(context, headers)) return { signs: [] };
  const signs: { of: string; value: string }[] = [];
  for (const name of FIELDS) {
    const value = headers.get(name);
    if (value !== null) signs.push({ of: name, value: value.slice(0, 300) });
  }
  const precedence = headers.get('precedence')?.toLowerCase() ?? '';
  if (precedence === 'bulk' || precedence === 'list') signs.push({ of: 'precedence', value: precedence });
  const link = (await linksOfMessage(context)).find(
    ({ words, url }) => UNSUBSCRIBE.test(words) || UNSUBSCRIBE.test(url),
  );
  if (link !== undefined)
    signs.push({ of: 'link to unsubscribe', value: `${link.words} ${link.url}`.trim().slice(0, 300) });
  else if (plain.some(({ text }) => UNSUBSCRIBE.test(text.slice(-4_000))))
    signs.push({ of: 'plain text', value: 'tells how to unsubscribe' });
  return { signs };
});

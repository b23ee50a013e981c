import type { CheckContext } from '../check/context.ts';
import type { HtmlContent } from '../message/html-content.ts';
import { type MessageLink, messageLinks } from '../message/message-links.ts';
import { readHtml } from '../message/read-html.ts';
import { type ReadMessage, readMessage } from '../message/read-message.ts';
import type { Message } from '../verify/message.ts';
import { fact } from './fact.ts';

/** The message that is tested, taken apart. */
export const messageParts = fact(
  async ({ subject }: CheckContext): Promise<ReadMessage> => readMessage((subject.message as Message).raw),
);

/** What its HTML texts show and hold. */
export const messageHtml = fact(async (context: CheckContext): Promise<readonly HtmlContent[]> => {
  const { html } = await messageParts(context);
  return Promise.all(html.map(({ text }) => readHtml(text)));
});

/** Where it links to; nothing of it is fetched. */
export const linksOfMessage = fact(
  async (context: CheckContext): Promise<readonly MessageLink[]> =>
    messageLinks(await messageParts(context), await messageHtml(context)),
);

import { counted, listed } from '../../fact/list-words.ts';
import { messageHtml, messageParts } from '../../fact/message-content.ts';
import { defineCheck, fail, notApplicable, pass, warn } from '../define.ts';

/** Visible characters below which a message with pictures is a picture. */
const LITTLE_TEXT = 200;
const MAX_SHOWN = 10;

export default defineCheck({
  id: 'msg.images',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'low',
  title: 'The message can be read without its pictures',
  about:
    'Many programs show no pictures until they are asked to, and filters cannot read them. A message must say in words what it is about, and each picture in its alternative text what it shows. Pictures of one pixel that count readers are left out here, and no ratio of text to pictures is demanded: providers name none.',
  remedy: 'Write the message as text and give each picture an alternative text, an empty one where it is decoration.',
  source: 'HTML Living Standard section 4.8.4.4',
  async run(context) {
    const { html } = await messageParts(context);
    if (html.length === 0) return notApplicable('The message has no HTML.');
    const htmls = await messageHtml(context);
    const images = htmls.flatMap((own) => own.images).filter(({ isPixel }) => !isPixel);
    const text = htmls.reduce((sum, { visible }) => sum + visible.length, 0);
    if (images.length === 0) return pass(`The message shows no pictures and ${counted(text, 'character')} of text.`);
    const seen = (list: typeof images) =>
      list.slice(0, MAX_SHOWN).map(({ url, alt }) => ({
        of: alt === null ? 'picture without alternative text' : 'picture',
        value: url.slice(0, 200),
      }));
    if (text < LITTLE_TEXT)
      return fail(
        `The message shows ${counted(images.length, 'picture')} and ${counted(text, 'character')} of text: without pictures it says next to nothing.`,
        {
          seen: seen(images),
          fix: `Write what the ${images.length === 1 ? 'picture says' : 'pictures say'} as text.`,
        },
      );
    const problems = [
      {
        of: images.filter(({ alt }) => alt === null),
        says: 'without alternative text',
        fix: 'Give each picture an alt attribute, alt="" where it is decoration.',
      },
      {
        of: images.filter(({ alt, isLinked }) => alt === '' && isLinked),
        says: 'with a link and an empty alternative text',
        fix: 'Say in the alt text of a linked picture where it leads.',
      },
      {
        of: images.filter(({ url }) => /^data:/i.test(url)),
        says: 'written into the HTML as data:, which Gmail and Outlook do not show',
        fix: 'Put pictures on a web server or attach them with a Content-ID.',
      },
      {
        of: images.filter(({ url }) => /^http:/i.test(url)),
        says: 'fetched without encryption (http:)',
        fix: 'Offer the pictures over https.',
      },
    ].filter(({ of }) => of.length > 0);
    if (problems.length === 0)
      return pass(
        `${images.length === 1 ? 'The picture has' : `All ${images.length} pictures have`} an alternative text, and the message shows ${counted(text, 'character')} of text.`,
      );
    return warn(
      `Of ${counted(images.length, 'picture')}: ${listed(problems.map(({ of, says }) => `${of.length} ${says}`))}.`,
      {
        seen: seen(problems.flatMap(({ of }) => of)),
        fix: problems.map(({ fix }) => fix).join(' '),
      },
    );
  },
});

import { proveCheck } from '../prove-fixture.ts';
import images from './images.ts';
import { htmlSubject, messageSubject } from './subject-fixture.ts';

const words = `<p>${'Something to read about. '.repeat(20)}</p>`;
const of = (html: string) => ({ subject: htmlSubject(html) });

proveCheck(images, {
  passes: {
    'no picture': { ...of('<p>Hi</p>'), says: 'no pictures and 2 characters' },
    'text and a picture': of(`${words}<img src="https://example.com/a.png" alt="Our house">`),
    decoration: of(`${words}<img src="https://example.com/line.png" alt="">`),
    'a pixel that counts readers': of('<p>Hi</p><img src="https://example.com/t.gif" width="1" height=1>'),
    'a pixel by its style': of('<p>Hi</p><img src="https://example.com/t.gif" style="display:none">'),
  },
  fails: {
    'a picture alone': {
      ...of('<a href="https://example.com/"><img src="https://example.com/all.jpg" alt="Sale"></a><p>View online</p>'),
      says: /shows 1 picture and 11 characters of text/,
    },
  },
  warns: {
    'no alternative text': {
      ...of(`${words}<img src="https://example.com/a.png">`),
      says: /1 without alternative text/,
      fix: /alt=""/,
    },
    'an empty one on a link': of(
      `${words}<a href="https://example.com/"><img src="https://example.com/a.png" alt=""></a>`,
    ),
    'data in the HTML': { ...of(`${words}<img alt="x" src="data:image/png;base64,AAAA">`), says: /Gmail and Outlook/ },
    'without encryption': of(`${words}<img alt="x" src="http://example.com/a.png">`),
  },
  undetermined: { never: 'the HTML is at hand, and no picture is fetched' },
  notApplicable: { 'plain text': { subject: messageSubject() } },
});

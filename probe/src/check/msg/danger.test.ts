import { proveCheck } from '../prove-fixture.ts';
import danger from './danger.ts';
import { htmlSubject, messageSubject } from './subject-fixture.ts';

const of = (html: string) => ({ subject: htmlSubject(html) });
const attached = (fileName: string, content = 'AAAA', disposition = 'attachment') => ({
  subject: messageSubject(
    { 'Content-Type': 'multipart/mixed; boundary=cut' },
    `--cut\nContent-Type: text/plain\n\nHello\n--cut\nContent-Type: application/octet-stream\nContent-Disposition: ${disposition}; ${fileName}\nContent-Transfer-Encoding: base64\n\n${content}\n--cut--\n`,
  ),
});

/** A ZIP archive of empty files. */
function zip(names: readonly string[], flags = 0): string {
  const encoded = names.map((name) => Buffer.from(name));
  const entries = encoded.map((name) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(name.length, 28);
    return Buffer.concat([entry, name]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  return Buffer.concat([...entries, end]).toString('base64');
}

proveCheck(danger, {
  passes: {
    'plain text': { subject: messageSubject() },
    'data for machines': of('<script type="application/ld+json">{"@type":"Order"}</script><p>Hi</p>'),
    'a preview line': of(`<div style="display:none">See what is new${'&zwnj;&nbsp;'.repeat(400)}</div><p>Hi</p>`),
    'a part for small screens': of(
      `<p>${'word '.repeat(700)}</p><div style="display:none">${'word '.repeat(300)}</div>`,
    ),
    'a document': attached('filename="report.pdf"'),
    'an archive of documents': attached('filename=all.zip', zip(['a.pdf', 'b.docx'])),
    'what is no archive though it says so': attached('filename=all.zip', 'AAAA'),
    'words of a script in the text': of('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><!-- <form> -->'),
  },
  fails: {
    'a script': { ...of('<SCRIPT>alert(1)</SCRIPT>'), says: 'The message holds a script.', fix: /no mail program/ },
    'a frame': of('<iframe src="https://example.com/"></iframe>'),
    'an object': of('<embed src="a.swf">'),
    'a form': { ...of('<form action="https://example.com/"><input></form>'), says: /a form/ },
    'a link that runs': of('<a href="java\nscript:alert(1)">x</a>'),
    'a program': { ...attached('filename="invoice.pdf.exe"'), says: 'the program invoice.pdf.exe' },
    'a program with blanks behind its name': attached('filename="setup.EXE. "'),
    'a program with an encoded name': { ...attached("filename*=utf-8''%72un.js"), says: 'the program run.js' },
    'a program in an archive': {
      ...attached('filename=all.zip', zip(['a.txt', 'x/run.vbs'])),
      says: 'x/run.vbs in all.zip',
    },
  },
  warns: {
    'an archive with a password': { ...attached('filename=all.zip', zip(['a.txt'], 1)), says: /a password only/ },
    'a document with macros': attached('filename=a.xlsm'),
    'an attached page': attached('filename=order.html'),
    'a handler': {
      ...of('<img src="https://example.com/a.png" alt="a" onload="go()">'),
      says: /a handler that would run a script, onload/,
    },
    'a redirect': of('<meta http-equiv=refresh content="0;url=https://example.com/">'),
    'much hidden text': {
      ...of(`<div style="font-size:0">${'word '.repeat(300)}</div><p>Hi</p>`),
      says: /1499 characters of text that is not shown, beside 2 that are/,
    },
  },
  undetermined: { never: 'the message is at hand whole' },
});

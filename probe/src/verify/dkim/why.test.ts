import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import {
  body,
  carefulNames,
  ed25519Key,
  edited,
  fields,
  keyZone,
  rsaKey,
  sign,
  signByHand,
  toMessage,
  verified,
} from '../signed-fixture.ts';

const key = rsaKey(2048);
const zone = keyZone({ s1: key.record });
const plain = toMessage(fields, body);

/** The causes of the first failure of the first signature. */
async function causes(message: string, dns = zone) {
  const { dkim } = await verified(message, dns);
  const failure = dkim.signatures[0]?.failures[0];
  return (failure?.causes ?? []).map(({ kind, proven, quote }) => ({ kind, proven, quote }));
}

const multipart = toMessage(
  fields.replace('text/plain; charset=utf-8', 'multipart/alternative; boundary="b1"'),
  `--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Gr\u00c3\u00bc\u00c3\u009fe aus K\u00c3\u00b6ln
--b1
Content-Type: text/html; charset=utf-8

<html><body>
<p>Hello</p>
</body></html>
--b1--
`,
);

describe('why a body differs', () => {
  it.each(['simple/simple', 'relaxed/relaxed'])('%s: text that was added', async (canonicalization) => {
    const signed = await sign(plain, key, { canonicalization });
    const footer = '_______________________________________________\r\nOur list: https://lists.example.org/\r\n';
    expect(await causes(signed + footer)).toEqual([
      { kind: 'footer-appended', proven: true, quote: expect.stringContaining('Our list') },
    ]);
    expect(await causes(edited(signed, '\r\n\r\nHello', '\r\n\r\nCAUTION: from outside.\r\n\r\nHello'))).toEqual([
      { kind: 'text-prepended', proven: true, quote: 'CAUTION: from outside.' },
    ]);
    expect(await causes(edited(signed, 'Pay it', 'Buy something else too.\r\nPay it'))).toEqual([
      { kind: 'text-inserted', proven: true, quote: 'Buy something else too.' },
    ]);
  });

  it('a footer inside a part, found in a long newsletter', async () => {
    const long = edited(multipart, '<p>Hello</p>', '<p>Hello</p>\r\n'.repeat(2_000));
    const signed = await sign(long, key);
    expect(await causes(edited(signed, '</body>', '<p>Scanned.</p>\r\n<p>Clean.</p>\r\n</body>'))).toEqual([
      { kind: 'text-inserted', proven: true, quote: '<p>Scanned.</p> <p>Clean.</p>' },
    ]);
  });

  it('with l= the end cannot matter, and the start can', async () => {
    const signed = await sign(plain, key, { maxBodyLength: 30 });
    expect(await causes(edited(signed, '\r\n\r\nHello', '\r\n\r\nCAUTION\r\nHello'))).toEqual([
      { kind: 'text-prepended', proven: true, quote: 'CAUTION' },
    ]);
    const cut = edited(signed, /\r\n\r\nHello[\s\S]*$/, '\r\n\r\nHello\r\n');
    expect(await causes(cut)).toEqual([{ kind: 'truncated', proven: true, quote: null }]);
  });

  it('blanks, tabs, dots, quoted From lines and cut lines', async () => {
    const text = `${body}.hidden\nFrom here on\na\tb\n${'x'.repeat(995)}yz\n`;
    const message = toMessage(fields, text);
    const simple = await sign(message, key, { canonicalization: 'relaxed/simple' });
    const kinds = async (changed: string) => (await causes(changed)).map(({ kind }) => kind);
    expect(await kinds(edited(simple, 'Friday.\r\n', 'Friday. \t\r\n'))).toEqual(['trailing-blanks']);
    expect(await kinds(edited(simple, '\r\n.hidden', '\r\n..hidden'))).toEqual(['dots-stuffed']);
    expect(await kinds(edited(simple, '\r\nFrom here', '\r\n>From here'))).toEqual(['from-quoted']);
    expect(await kinds(edited(simple, 'xxxyz', 'xxx!\r\n yz'))).toEqual(['long-lines-split']);
    expect(await kinds(edited(simple, 'xxxyz', 'xxx\r\n yz'))).toEqual(['long-lines-split']);
    const single = await sign(edited(message, /of {2}October[\s\S]*$/, 'of October.\r\n'), key, {
      canonicalization: 'relaxed/simple',
    });
    expect(await kinds(edited(single, 'of October', 'of  October'))).toEqual(['blanks-changed']);
  });

  it('a body that was encoded anew', async () => {
    const eight = toMessage(`${fields}Content-Transfer-Encoding: 8bit\n`, 'Gr\u00c3\u00bc\u00c3\u009fe, 1 + 1 = 2\n');
    const signed = signByHand(eight, key, 'From:To');
    const quoted = edited(
      edited(signed, 'Encoding: 8bit', 'Encoding: quoted-printable'),
      /\r\nGr[\s\S]*$/,
      '\r\nGr=C3=BC=C3=9Fe, 1 =\r\n+ 1 =3D 2\r\n',
    );
    expect(await causes(quoted)).toMatchObject([{ kind: 'encoding-changed', proven: true }]);
    const encoded = Buffer.from('Gr\u00c3\u00bc\u00c3\u009fe, 1 + 1 = 2\r\n', 'latin1').toString('base64');
    const base64 = edited(edited(signed, 'Encoding: 8bit', 'Encoding: base64'), /\r\nGr[\s\S]*$/, `\r\n${encoded}\r\n`);
    expect(await causes(base64)).toMatchObject([{ kind: 'encoding-changed', proven: true }]);
    const parts = await sign(multipart, key);
    const part = edited(
      edited(parts, 'Encoding: 8bit', 'Encoding: quoted-printable'),
      /\r\nGr.*K.*ln/,
      '\r\nGr=C3=BC=C3=9Fe aus K=C3=B6ln',
    );
    expect(await causes(part)).toMatchObject([{ kind: 'encoding-changed', proven: true }]);
    expect(await causes(`${part}-- \r\nlist footer\r\n`)).toMatchObject([
      { kind: 'encoding-changed', proven: true, quote: expect.stringContaining('list footer') },
    ]);
  });

  it('a body that a list wrapped', async () => {
    const signed = await sign(plain, key, { headerList: 'From:Subject' });
    const wrapped = edited(
      edited(signed, 'Content-Type: text/plain; charset=utf-8', 'Content-Type: multipart/mixed; boundary=outer'),
      /\r\n\r\nHello([\s\S]*)$/,
      '\r\n\r\n--outer\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello$1\r\n--outer\r\nContent-Type: text/plain\r\n\r\nfooter\r\n--outer--\r\n',
    );
    expect(await causes(wrapped)).toMatchObject([{ kind: 'wrapped-in-multipart', proven: true }]);
  });

  it('a signer that hashed something else', async () => {
    const empty = await sign(toMessage(fields, ''), key);
    expect(await causes(`${empty}Hello\r\n`)).toMatchObject([{ kind: 'empty-when-signed', proven: true }]);
    const simple = await sign(plain, key, { canonicalization: 'relaxed/simple' });
    expect(await causes(edited(simple, 'c=relaxed/simple', 'c=relaxed/relaxed'))).toMatchObject([
      { kind: 'other-canonicalization', proven: true },
    ]);
  });

  it('guesses where nothing undoes it', async () => {
    const signed = await sign(multipart, key, { headerList: 'From' });
    const changed = edited(
      signed,
      '<p>Hello</p>',
      '<a href="https://eur01.safelinks.protection.outlook.com/?url=x">Hi</a>',
    );
    const listed = edited(changed, 'MIME-Version', 'List-Id: <ada.lists.example.org>\r\nMIME-Version').replace(
      '--b1--\r\n',
      '',
    );
    expect((await causes(listed)).map(({ kind, proven }) => [kind, proven])).toEqual([
      ['links-rewritten', false],
      ['truncated', false],
      ['list-passed', false],
    ]);
    expect(await causes(edited(signed, 'Hello', 'Goodbye'))).toEqual([]);
  });
});

describe('why a header differs', () => {
  const signed = signByHand(
    toMessage(`${fields}Reply-To: ada@example.com\n`, body),
    key,
    `${carefulNames}:Content-Transfer-Encoding`,
  );

  it.each([
    ['a mark on the subject', 'Subject: Your', 'Subject: [ada-list] Your', ['subject-changed']],
    ['two marks', 'Subject: Your', 'Subject: [EXTERNAL] ***SPAM*** Your', ['subject-changed']],
    [
      'a field that was added',
      '\r\nMIME-Version',
      '\r\nContent-Transfer-Encoding: 8bit\r\nMIME-Version',
      ['field-added'],
    ],
    [
      'a list that marks and answers to itself',
      /Subject: Your([\s\S]*)Reply-To: ada@example.com/,
      'Subject: [list] Your$1X-Original-From: Ada <ada@example.com>\r\nReply-To: ada@example.com\r\nReply-To: list@example.org',
      ['subject-changed', 'field-added'],
    ],
    [
      'From of the list',
      'From: Ada <ada@example.com>',
      'From: Ada via list <list@example.org>\r\nX-Original-From: Ada <ada@example.com>',
      ['field-changed'],
    ],
  ])('%s', async (_, from, to, kinds) => {
    expect((await causes(edited(signed, from, to))).map(({ kind, proven }) => (proven ? kind : `${kind}?`))).toEqual(
      kinds,
    );
  });

  it('an encoding that a server wrote anew', async () => {
    const eight = signByHand(
      toMessage(`${fields}Content-Transfer-Encoding: 8bit\n`, body),
      key,
      'From:Content-Transfer-Encoding',
    );
    expect(await causes(edited(eight, 'Encoding: 8bit', 'Encoding: quoted-printable'))).toMatchObject([
      { kind: 'field-changed', proven: true, quote: 'quoted-printable' },
    ]);
  });

  it('guesses where nothing undoes it', async () => {
    expect(await causes(edited(signed, 'To: bob', 'To: eve'))).toEqual([]);
    expect(await causes(edited(signed, /To: bob.*\r\n/, 'List-Id: <l.example.org>\r\n'))).toMatchObject([
      { kind: 'field-removed', proven: false },
      { kind: 'list-passed', proven: false },
    ]);
  });

  it('finds the same of ed25519, which hides what was signed', async () => {
    const edwards = ed25519Key();
    const message = await sign(plain, edwards);
    expect(
      await causes(edited(message, 'Subject: Your', 'Subject: [x] Your'), keyZone({ s1: edwards.record })),
    ).toMatchObject([{ kind: 'subject-changed', proven: true }]);
  });
});

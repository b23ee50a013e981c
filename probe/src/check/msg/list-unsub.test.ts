import { rawMessage } from '../../message/message-fixture.ts';
import { rsaKey, sign } from '../../verify/signed-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import listUnsub from './list-unsub.ts';
import { htmlSubject, messageSubject, testSubject } from './subject-fixture.ts';

const key = rsaKey(1024);
const zone = { 's1._domainkey.example.com': { TXT: [key.record] } };
const good = {
  'List-Unsubscribe': '<mailto:leave@example.com>,\r\n <https://example.com/leave?id=7>',
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
};
const both = 'From:To:Subject:Date:List-Unsubscribe:List-Unsubscribe-Post';
const signed = async (headerList: string, change = (text: string) => text) => {
  const whole = new TextDecoder('latin1').decode(rawMessage(good));
  return testSubject(new TextEncoder().encode(change(await sign(whole, key, { headerList } as object))));
};
const whole = await signed(both);
const of = (fields: Readonly<Record<string, string | readonly string[] | null>>) => ({
  subject: messageSubject(fields),
  zone,
});

proveCheck(listUnsub, {
  passes: {
    'signed by the sender': {
      subject: whole,
      zone,
      says: /one click at example\.com; both fields are signed by example\.com/,
    },
  },
  fails: {
    'a newsletter without': {
      subject: htmlSubject('<p>News</p><a href="https://example.com/u">Unsubscribe</a>'),
      zone,
      says: /looks like a newsletter/,
      fix: /List-Unsubscribe-Post: List-Unsubscribe=One-Click\..*\nnull$/,
    },
    'a list without': of({ 'List-Id': '<news.example.com>' }),
    'bulk by its own word': of({ Precedence: 'bulk' }),
    'in German': {
      subject: messageSubject({}, 'Neues\n\nHier können Sie sich abmelden: https://example.com/a\n'),
      zone,
    },
    'http alone': { ...of({ 'List-Unsubscribe': '<http://example.com/u>' }), says: /an http address/ },
    'no brackets': { ...of({ 'List-Unsubscribe': 'https://example.com/u' }), says: /without angle brackets/ },
    nothing: of({ 'List-Unsubscribe': '<ftp://example.com/u>' }),
    twice: of({ 'List-Unsubscribe': ['<https://example.com/u>', '<https://example.com/v>'] }),
    'no one-click': {
      ...of({ 'List-Unsubscribe': '<https://example.com/u>' }),
      says: /List-Unsubscribe-Post is missing/,
    },
    'another word': {
      ...of({ ...good, 'List-Unsubscribe-Post': 'One-Click' }),
      says: /it must say List-Unsubscribe=One-Click/,
    },
    'no signature': { ...of(good), says: /no DKIM signature to cover them/ },
    'one field is not signed': {
      subject: await signed('From:To:Subject:Date:List-Unsubscribe'),
      zone,
      says: /No DKIM signature covers both .*; there is one by example\.com/,
      fix: /h=…:list-unsubscribe:list-unsubscribe-post\.\nnull$/,
    },
  },
  warns: {
    'mailto alone': {
      ...of({ 'List-Unsubscribe': '<mailto:leave@example.com>' }),
      says: /Yahoo accepts that; Gmail wants/,
    },
    'a signature that does not verify': {
      subject: await signed(both, (text) => text.replace('minutes are attached', 'minutes were attached')),
      zone,
      says: /does not verify here/,
    },
  },
  undetermined: {
    'no answer for the key': {
      subject: whole,
      zone: { 's1._domainkey.example.com': 'timeout' },
      says: /key could not be fetched/,
    },
    'a header beyond all limits': { subject: messageSubject({ ...good, 'X-Long': 'x'.repeat(200_000) }), zone },
  },
  notApplicable: {
    'a receipt over a platform': of({ 'Feedback-ID': '1.us-west-2.AAAA=:AmazonSES' }),
    'an automatic reply': of({ Precedence: 'bulk', 'Auto-Submitted': 'auto-replied' }),
    'a bounce': { subject: { ...messageSubject({ Precedence: 'bulk' }), mailFrom: '' }, zone },
    'a personal message': { subject: messageSubject(), zone, says: /Nothing shows that this message goes to many/ },
  },
});

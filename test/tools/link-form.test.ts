import { describe, expect, test } from 'vitest';
import { faultOfLink } from '../../tools/link-form.ts';

describe('a link of the knowledge', () => {
  test.each([
    'https://sender.office.com/',
    'https://support.google.com/mail/?p=NoSuchUser',
    'https://senders.yahooinc.com/error-codes#unresolvable-from-domain',
    'mailto:delist@microsoft.com',
    'http://mail.163.com/help/help_spam_16.htm',
  ])('%s is as it should be', (link) => expect(faultOfLink(link, false)).toBeNull());

  test.each([
    ['postmaster page', /no URL/],
    ['http://www.example.net/', /not https/],
    ['ftp://www.example.net/', /no web page/],
    ['javascript:alert(1)', /no web page/],
    ['mailto:somebody@example.net', /no web page/],
    ['https://name:secret@www.example.net/', /password/],
    ['https://www.example.net:8443/', /port/],
    ['https://192.0.2.1/', /host name/],
    ['https://[2001:db8::1]/', /host name/],
    ['https://localhost/', /host name/],
    ['https://www.example.net/?utm_source=list', /utm_source/],
    ['https://www.example.net/?a=1&fbclid=xyz', /fbclid/],
    ['https://www.example.net/#:~:text=blocked', /highlights/],
    ['https://www.example.net/a b', /signs/],
    ['https://www.example.net/\u202e', /signs/],
    [`https://www.example.net/${'a'.repeat(400)}`, /longer/],
  ])('%.60s is not', (link, why) => expect(faultOfLink(link, false)).toMatch(why));
});

import { proveCheck } from '../prove-fixture.ts';
import links from './links.ts';
import { htmlSubject, messageSubject } from './subject-fixture.ts';

const host = { A: ['192.0.2.80'] };
const zone = {
  'www.example.com': host,
  'example.com': host,
  'click.example.com': host,
  'click.example.net': host,
  'www.example.org': { AAAA: ['2001:db8::80'] },
  'inner.example.com': { A: ['10.0.0.5'] },
  'mail.example.com': { MX: [] },
  'slow.example.com': 'timeout',
  'bit.ly': host,
} as const;
const of = (html: string) => ({ subject: htmlSubject(html), zone });
const link = (url: string, words = 'read on') => of(`<p><a href="${url}">${words}</a></p>`);
const many = Array.from({ length: 12 }, (_, at) => `www${at}.example.com`);

proveCheck(links, {
  passes: {
    'a link': { ...link('https://www.example.com/a?b=c'), says: /lead to www\.example\.com\. None was opened/ },
    'IPv6 alone': link('https://www.example.org/'),
    'its own address as words': link('https://click.example.com/1', 'www.example.com'),
    'words that look like a name': link('https://click.example.net/1', 'Node.js'),
    'other schemes': of(
      '<a href="mailto:a@example.com">a@example.com</a><a href="tel:+1">call</a><a href="https://example.com">x</a>',
    ),
    'an address in plain text': { subject: messageSubject({}, 'See https://www.example.com/a.\n'), zone },
    'words about programs': { ...of('<p>Use a[i] and {x} and 100%%.</p><a href="https://example.com">x</a>') },
    'more hosts than are looked up': {
      subject: htmlSubject(many.map((name) => `<a href="https://${name}/">x</a>`).join('')),
      zone: Object.fromEntries(many.map((name) => [name, host])),
      says: '4 more hosts were not looked up.',
    },
  },
  fails: {
    'a host that does not exist': {
      ...link('https://www.gone.example/'),
      says: /www\.gone\.example, which does not exist/,
    },
    'a host without an address': link('https://mail.example.com/'),
    'an inner host': { ...link('https://inner.example.com/'), says: /inner network/ },
    'a shortener': { ...link('https://bit.ly/abc'), says: /public link shortener/, fix: /the page itself/ },
    'an address for a host': { ...link('http://192.0.2.7/login'), says: /bare IP address/ },
    'an address in disguise': link('http://3221225991/login'),
    'words of another domain': {
      ...link('https://click.example.net/1', 'https://bank.example/login'),
      says: /bank\.example is shown, click\.example\.net is opened/,
    },
    'a target that is missing': { ...link('', 'Buy'), says: /1 link without a target/ },
    'half an address': link('https://'),
    'a name before an @': link('https://www.bank.example@www.example.com/'),
    'marks of Handlebars': { ...of('<p>Dear {{first_name}},</p>'), says: /did not fill in: \{\{first_name\}\}/ },
    'marks in a link': link('https://www.example.com/?u=%7B%7Bunsubscribe%7D%7D'),
    'marks of Mailchimp in the subject': { subject: messageSubject({ Subject: 'News for *|FNAME|*' }), zone },
    'marks of Salesforce': { subject: messageSubject({}, 'Dear %%First Name%%,\n'), zone },
    'a value that was missing': { ...of('<p>Hello None,</p>'), says: /Hello None/ },
    'one dead, one slow': of('<a href="https://slow.example.com/">x</a><a href="https://gone.example/">y</a>'),
  },
  warns: {
    'its own domain as words for a click counter': {
      ...link('https://click.example.net/1', 'www.example.com'),
      says: /by way of counting clicks: example\.com is shown/,
    },
    'a place-holder for a target': { ...link('#'), says: /leads nowhere/ },
    'no encryption': { ...link('http://www.example.com/'), says: /1 link to http instead of https/ },
  },
  undetermined: {
    'no answer': { ...link('https://slow.example.com/'), says: /slow\.example\.com exists could not be told/ },
  },
  notApplicable: { 'no links': { subject: messageSubject() } },
});

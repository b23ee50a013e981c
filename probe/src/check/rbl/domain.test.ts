import { htmlSubject } from '../msg/subject-fixture.ts';
import { proveCheck } from '../prove-fixture.ts';
import domain from './domain.ts';

const dbl = { zone: 'dbl.list.example', name: 'Example DBL', subject: 'example.com' };
const uri = { zone: 'uri.list.example', name: 'Example URI', weight: 'medium', subject: 'example.com' } as const;
const small = { zone: 'small.list.example', name: 'Small list', weight: 'low', subject: 'example.com' } as const;
const listed = { verdict: 'listed', codes: [{ code: '127.0.1.2', meaning: 'a domain of spam' }] } as const;
const refused = { verdict: 'not-checkable', why: 'dbl.list.example gave no answer in time.' } as const;
const withLinks = (count: number) =>
  htmlSubject(Array.from({ length: count }, (_, at) => `<a href="https://www.site${at}.example/">x</a>`).join(''));
const onAll = (count: number) => ['example.com', ...Array.from({ length: count }, (_, at) => `site${at}.example`)];

proveCheck(domain, {
  passes: {
    'the domain alone': { subject: { domain: 'www.example.com' }, lists: [dbl, uri], says: 'example.com is not on' },
    'a message with all its domains': {
      subject: {
        ...htmlSubject('<a href="https://click.example.net/1">x</a><img src="https://img.example.org/a.png" alt="a">'),
        helo: 'mail.other.example',
        mailFrom: 'b@bounce.example',
        selectors: [{ selector: 's', domain: 'signer.example' }],
      },
      lists: ['example.com', 'signer.example', 'bounce.example', 'other.example', 'example.net', 'example.org'].map(
        (subject) => ({ ...dbl, subject }),
      ),
      says: 'example.com, signer.example, bounce.example, other.example and 2 more are not on Example DBL.',
    },
    'more domains than are asked about': {
      subject: { ...withLinks(20), mailFrom: null, helo: null },
      lists: onAll(20).map((subject) => ({ ...dbl, subject })),
      says: '9 more domains that it links to were not looked up.',
    },
  },
  fails: {
    'the domain': {
      subject: {},
      lists: [{ ...dbl, ...listed, delist: 'https://list.example/' }],
      severity: 'critical',
      says: 'example.com (domain) is on Example DBL (a domain of spam).',
      fix: 'Find and stop what got example.com listed',
    },
    'a link': {
      subject: { ...htmlSubject('<a href="https://bad.example.net/">x</a>') },
      lists: [dbl, { ...dbl, subject: 'example.net', ...listed }],
      says: 'example.net (link) is on Example DBL',
      fix: 'Take example.net out of the message.',
    },
    'listed on one while another does not answer': {
      lists: [
        { ...dbl, ...listed },
        { ...dbl, zone: 'b.example', ...refused },
      ],
    },
  },
  warns: { 'a list of medium weight': { lists: [dbl, { ...uri, ...listed }], severity: 'high', says: /Example URI/ } },
  tells: { 'a small list': { lists: [dbl, { ...small, ...listed }], says: /Few servers use it/ } },
  undetermined: {
    'the list does not answer': { lists: [{ ...dbl, ...refused }], says: /gave no answer in time/ },
    'a part of the lists': { lists: [{ ...dbl, ...refused }, uri], says: /for a part of the lists only/ },
  },
  notApplicable: {
    'no lists': {},
    'no registered domain': { subject: { domain: 'co.uk' }, lists: [] },
  },
});

import { proveCheck } from '../prove-fixture.ts';
import { noOne, noProposal, records, spfWorld, unread } from './spf-world-fixture.ts';
import syntax from './syntax.ts';

proveCheck(syntax, {
  passes: {
    'a right record': spfWorld(
      'v=spf1 ip4:192.0.2.0/24 -all',
      {},
      { says: 'Every term in the record of example.com can be read.' },
    ),
    'with what it includes': spfWorld('v=spf1 include:a.example -all', records({ 'a.example': 'v=spf1 -all' }), {
      says: /1 record to which it leads/,
    }),
    'modifiers of another standard': spfWorld('v=spf1 mx ra=postmaster -all', { 'example.com': { MX: [] } }),
  },
  fails: {
    ipv4: spfWorld(
      'v=spf1 ipv4:192.0.2.1 -all',
      {},
      {
        says: /"ipv4:192\.0\.2\.1"/,
        fix: 'Write "ip4:192.0.2.1" in place of "ipv4:192.0.2.1". The record below ends with ~all, as today nobody is refused by it: see whether a sender is missing, and then end it with -all again.\nexample.com. IN TXT "v=spf1 ip4:192.0.2.1 ~all"',
      },
    ),
    commas: spfWorld('v=spf1 ip4:192.0.2.1,ip4:192.0.2.2 -all', {}, { fix: 'v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 ~all' }),
    'a wrong prefix length': spfWorld(
      'v=spf1 ip4:192.0.2.0/33 mxx alll',
      {},
      { says: /Other terms are at fault too: "mxx" and "alll"/ },
    ),
    'a blank after the colon': spfWorld(
      'v=spf1 include: a.example -all',
      {},
      {
        fix: 'Write "include:a.example" in place of "include: a.example". The record below ends with ~all, as today nobody is refused by it: see whether a sender is missing, and then end it with -all again.\nexample.com. IN TXT "v=spf1 include:a.example ~all"',
      },
    ),
    'a lost blank before the end': spfWorld(
      'v=spf1 mx include:a.example.-all',
      {},
      { fix: 'example.com. IN TXT "v=spf1 mx include:a.example ~all"' },
    ),
    'a name of other letters': spfWorld(
      'v=spf1 a:b\xc3\xbccher.example -all',
      {},
      {
        says: /"a:b\u00fccher\.example" has "\u00fc" in it, and/,
        fix: 'Write "a:xn--bcher-kva.example" in place of "a:b\u00fccher.example". The record below ends with ~all, as today nobody is refused by it: see whether a sender is missing, and then end it with -all again.\nexample.com. IN TXT "v=spf1 a:xn--bcher-kva.example ~all"',
      },
    ),
    'a term that cannot be guessed': spfWorld('v=spf1 mx ip4:192.0.2.0/33 -all', {}, { fix: noProposal }),
    'families swapped': spfWorld('v=spf1 ip4:2001:db8::1 -all', {}, { fix: /ip6:2001:db8::1/ }),
    'two redirects': spfWorld('v=spf1 redirect=a.example redirect=b.example'),
    'a broken macro': spfWorld('v=spf1 exists:%{i.example -all'),
    'a dash of a word processor': spfWorld(
      'v=spf1 mx \u2013all',
      {},
      { says: /typographic dash/, fix: /v=spf1 mx ~all/ },
    ),
    'in an included record': spfWorld(
      'v=spf1 include:a.example -all',
      records({ 'a.example': 'v=spf1 include:b.example -all', 'b.example': 'v=spf1 mxx -all' }),
      {
        says: /"include:b\.example" in the record of a\.example \(by way of "include:a\.example" of example\.com\) leads to b\.example/,
        fix: /whoever runs b\.example/,
      },
    ),
  },
  warns: {
    'an equals sign': spfWorld(
      'v=spf1 include=a.example -all',
      {},
      { says: /does nothing/, fix: /include:a\.example/ },
    ),
    'a lost blank that the grammar allows': spfWorld(
      'v=spf1 mx include:a.example-all',
      records({ 'a.example': 'v=spf1 -all' }),
      { says: /A blank is missing/, fix: 'example.com. IN TXT "v=spf1 mx include:a.example ~all"' },
    ),
    'an inner range': spfWorld('v=spf1 ip4:192.168.0.0/16 -all', {}, { says: /private/, fix: noProposal }),
    'a modifier that nobody knows': spfWorld('v=spf1 ip=192.0.2.1 -all'),
  },
  undetermined: {
    ...unread,
    'an included record': spfWorld(
      'v=spf1 include:a.example -all',
      { 'a.example': 'servfail' },
      {
        says: /itself can be read\. Of what it includes, the record of a\.example could not be read: the name server failed/,
      },
    ),
  },
  notApplicable: noOne,
});

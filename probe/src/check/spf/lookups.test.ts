import { expect, it } from 'vitest';
import { contextOf, proveCheck } from '../prove-fixture.ts';
import lookups from './lookups.ts';
import { hosts, noOne, records, spfWorld, unread } from './spf-world-fixture.ts';

const aTerms = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `a:h${at + from}.hosts.example`).join(' ');

proveCheck(lookups, {
  passes: {
    none: spfWorld('v=spf1 ip4:192.0.2.1 -all', {}, { says: /needs 0 DNS look-ups of the 10/ }),
    seven: spfWorld(`v=spf1 ${aTerms(7)} -all`, hosts(7), { says: /needs 7/ }),
    'an include that depends on the message': spfWorld(
      'v=spf1 include:%{i}.a.example -all',
      {},
      {
        says: /depends on the message/,
      },
    ),
  },
  warns: {
    eight: spfWorld(`v=spf1 ${aTerms(8)} -all`, hosts(8), { says: /one or two more services/ }),
    ten: spfWorld(`v=spf1 ${aTerms(10)} -all`, hosts(10), { says: /one more service breaks it/ }),
    'eight, one of them twice': spfWorld(`v=spf1 ${aTerms(7)} a:h0.hosts.example -all`, hosts(7), {
      fix: /7 look-ups are left/,
    }),
  },
  fails: {
    eleven: spfWorld(`v=spf1 ${aTerms(11)} -all`, hosts(11), { says: /needs 11 .* "a:h10\.hosts\.example"/ }),
    'over the whole tree': spfWorld(
      'v=spf1 include:a.example include:b.example -all',
      {
        ...hosts(10),
        ...records({ 'a.example': `v=spf1 ${aTerms(5)} -all`, 'b.example': `v=spf1 ${aTerms(5, 5)} -all` }),
      },
      {
        says: /needs 12 .* "a:h8\.hosts\.example" in the record of b\.example \(by way of "include:b\.example" of example\.com\)/,
        fix: /example\.com\. IN TXT "v=spf1 ip4:192\.0\.2\.1 /,
      },
    ),
    'only by terms that allow nobody': spfWorld(`v=spf1 ${aTerms(10)} a:gone.example -all`, hosts(10), {
      fix: /Remove "a:gone\.example", which allows nobody.*10 look-ups are left/s,
    }),
    'though a record is unknown': spfWorld(
      `v=spf1 include:a.example ${aTerms(10)} -all`,
      { ...hosts(10), 'a.example': 'timeout' },
      {
        says: /at least 11/,
      },
    ),
    'a tree of which forty names are asked': spfWorld(
      `v=spf1 ${Array.from({ length: 60 }, (_, at) => `include:i${at}.example`).join(' ')} -all`,
      records(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`i${at}.example`, 'v=spf1 -all']))),
      { says: /at least 60/, fix: /subdomain such as news\.example\.com/ },
    ),
  },
  undetermined: {
    ...unread,
    'an included record': spfWorld(
      'v=spf1 include:a.example -all',
      { 'a.example': 'refused' },
      { says: /at least 1 .*REFUSED/ },
    ),
  },
  notApplicable: {
    ...noOne,
    'a circle': spfWorld('v=spf1 include:a.example -all', records({ 'a.example': 'v=spf1 include:example.com -all' })),
  },
});

it('asks no more than its share of the check’s questions', async () => {
  const includes = Array.from({ length: 200 }, (_, at) => `include:i${at}.example`).join(' ');
  const context = contextOf(spfWorld(`v=spf1 ${includes} -all`));
  await lookups.run(context);
  await lookups.run(context);
  const { asked } = context.dns as unknown as { asked: string[] };
  expect(new Set(asked).size).toBe(40);
});

it('shows what each include costs', async () => {
  const world = spfWorld('v=spf1 include:a.example -all', {
    ...hosts(2),
    ...records({ 'a.example': `v=spf1 ${aTerms(2)} -all` }),
  });
  const { seen = [] } = await lookups.run(contextOf(world));
  expect(seen.at(-1)?.value).toBe(
    'example.com: 3\n  include:a.example: 3\n    a:h0.hosts.example: 1\n    a:h1.hosts.example: 1',
  );
});

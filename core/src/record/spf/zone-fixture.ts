import fc from 'fast-check';
import { type Zone, ZoneDns } from '../../dns/index.ts';

/** Names of the zones that are made up: few, so that records lead to each other and in circles. */
const names = ['example.com', 'a.example', 'b.example', 'c.example', 'd.example'] as const;

const address = fc.integer({ min: 0, max: 15 }).map((last) => `192.0.2.${last}`);
const address6 = fc.integer({ min: 0, max: 15 }).map((last) => `2001:db8::${last.toString(16)}`);
const network = fc.oneof(
  fc.tuple(address, fc.integer({ min: 28, max: 32 })).map(([ip, prefix]) => `ip4:${ip}/${prefix}`),
  fc.tuple(address6, fc.integer({ min: 124, max: 128 })).map(([ip, prefix]) => `ip6:${ip}/${prefix}`),
);
const name = fc.constantFrom(...names);
const qualifier = fc.constantFrom('', '', '', '+', '-', '~', '?');

function mechanism(hosts: boolean) {
  const host = fc.tuple(
    fc.constantFrom('a', 'mx'),
    fc.option(name),
    fc.constantFrom('', '', '/30', '//126', '/31//127'),
  );
  return fc.oneof(
    { weight: 3, arbitrary: network },
    { weight: 2, arbitrary: name.map((domain) => `include:${domain}`) },
    ...(hosts
      ? [
          { weight: 1, arbitrary: host.map(([what, at, cidr]) => `${what}${at === null ? '' : `:${at}`}${cidr}`) },
          { weight: 1, arbitrary: name.map((domain) => `exists:${domain}`) },
        ]
      : []),
  );
}

function record(hosts: boolean, broken: boolean) {
  const term = fc.tuple(qualifier, mechanism(hosts)).map(([sign, text]) => `${sign}${text}`);
  const end = fc.oneof(
    fc.constantFrom(['-all'], ['~all'], ['?all'], ['all'], []),
    name.map((domain) => [`redirect=${domain}`]),
    ...(broken ? [fc.constantFrom(['moo'], ['-all', 'ip4:192.0.2.1'], ['-all', 'redirect=a.example'])] : []),
  );
  return fc
    .tuple(fc.array(term, { maxLength: 5 }), end)
    .map(([terms, last]) => ['v=spf1', ...terms, ...last].join(' '));
}

/** A zone in which five names have records that lead to each other, some of them missing, doubled, broken or not to be had. */
export const wildZone: fc.Arbitrary<ZoneDns> = zones(
  fc.oneof(
    { weight: 8, arbitrary: record(true, true).map((text) => ({ TXT: [text] })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom({ TXT: ['other'] }, { TXT: ['v=spf1 a', 'v=spf1 mx'] }, { TXT: 'timeout' as const }),
    },
  ),
  true,
);

/** A zone in which nothing is in error but for circles. */
export const calmZone: fc.Arbitrary<ZoneDns> = zones(
  record(true, false).map((text) => ({ TXT: [text] })),
  false,
);

function zones(own: fc.Arbitrary<Zone[string]>, errors: boolean): fc.Arbitrary<ZoneDns> {
  const some = <T>(item: fc.Arbitrary<T>) =>
    errors
      ? fc.oneof(
          { weight: 5, arbitrary: fc.array(item, { maxLength: 3 }) },
          { weight: 1, arbitrary: fc.constant('servfail' as const) },
        )
      : fc.array(item, { minLength: 1, maxLength: 3 });
  const hosts = fc.record({
    A: some(address),
    AAAA: some(address6),
    MX: some(name.map((exchange) => ({ preference: 10, exchange: exchange as string }))),
  });
  const each = fc.tuple(own, hosts).map(([text, rest]) => ({ ...(text as object), ...rest }));
  return fc
    .tuple(each, each, each, each, each)
    .map((list) => new ZoneDns(Object.fromEntries(names.map((key, place) => [key, list[place]])) as Zone));
}

/** Clients at every address that the zones speak of, and one that they never do. */
export const clients: readonly string[] = [
  ...Array.from({ length: 17 }, (_, last) => `192.0.2.${last}`),
  ...Array.from({ length: 17 }, (_, last) => `2001:db8::${last.toString(16)}`),
  '198.51.100.1',
];

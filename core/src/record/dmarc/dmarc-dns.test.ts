import { describe, expect, it } from 'vitest';
import { type Zone, ZoneDns } from '../../dns/index.ts';
import { isAligned } from './alignment.ts';
import { policyFor } from './applied-policy.ts';
import { discoverDmarc } from './discover-dmarc.ts';
import { domainExists } from './domain-exists.ts';
import { evaluateDmarc } from './evaluate-dmarc.ts';
import { parseDmarc } from './parse-dmarc.ts';
import { checkReportTargets } from './report-targets.ts';

const txt = (...texts: string[]): Zone[string] => ({ TXT: texts });

describe('the policy that applies', () => {
  it.each([
    // record, subdomain, exists, by RFC 7489, by RFC 9989
    ['v=DMARC1; p=reject', false, true, 'p=reject reject 100', 'p=reject reject 100'],
    ['v=DMARC1; p=reject; sp=none; np=quarantine', false, true, 'p=reject reject 100', 'p=reject reject 100'],
    ['v=DMARC1; p=reject; sp=none; np=quarantine', true, true, 'sp=none none 100', 'sp=none none 100'],
    ['v=DMARC1; p=reject; sp=none; np=quarantine', true, false, 'sp=none none 100', 'np=quarantine quarantine 100'],
    ['v=DMARC1; p=reject; sp=none; np=quarantine', true, null, 'sp=none none 100', 'undetermined'],
    ['v=DMARC1; p=reject; np=reject', true, null, 'p=reject reject 100', 'p=reject reject 100'],
    ['v=DMARC1; p=none; np=reject', true, false, 'p=none none 100', 'np=reject reject 100'],
    ['v=DMARC1; p=reject; pct=40', false, true, 'p=reject reject 40', 'p=reject reject 100'],
    ['v=DMARC1; p=reject; pct=0; t=y', false, true, 'p=reject quarantine 100', 'p=reject quarantine 100'],
    ['v=DMARC1; p=quarantine; t=y', false, true, 'p=quarantine quarantine 100', 'p=quarantine none 100'],
    ['v=DMARC1; p=none; pct=5; t=y', false, true, 'p=none none 100', 'p=none none 100'],
    ['v=DMARC1; rua=mailto:a@example.com', false, true, 'as-none none 100', 'as-none none 100'],
    ['v=DMARC1; p=block; rua=mailto:a@example.com', false, true, 'as-none none 100', 'as-none none 100'],
    ['v=DMARC1; p=reject; sp=x; rua=mailto:a@example.com', false, true, 'as-none none 100', 'as-none none 100'],
    ['v=DMARC1; p=reject; np=x; rua=mailto:a@example.com', false, true, 'p=reject reject 100', 'as-none none 100'],
    ['v=DMARC1; p=block', false, true, 'ignored', 'ignored'],
    ['v=dmarc1; p=reject', false, true, 'ignored', 'ignored'],
  ] as const)('%s, subdomain %s that exists %s', (text, subdomain, exists, old, now) => {
    const say = (standard: 'rfc7489' | 'rfc9989'): string => {
      const { how, tag, requested, policy, percent } = policyFor(parseDmarc(text), { subdomain, exists }, standard);
      return policy === null ? how : `${tag === null ? how : `${tag}=${requested}`} ${policy} ${percent}`;
    };
    expect([say('rfc7489'), say('rfc9989')]).toEqual([old, now]);
  });
});

it('tells whether a domain exists', async () => {
  const dns = new ZoneDns({
    'a.example.com': txt('x'),
    'alias.example.com': { CNAME: ['gone.example.net'] },
    'down.example.com': 'servfail',
  });
  expect(await domainExists('a.example.com', dns)).toBe(true);
  expect(await domainExists('example.com', dns)).toBe(true);
  expect(await domainExists('alias.example.com', dns)).toBe(true);
  expect(await domainExists('b.example.com', dns)).toBe(false);
  expect(await domainExists('down.example.com', dns)).toBeNull();
});

it.each([
  ['example.com', 'Example.com.', 'strict', true],
  ['example.com', 'mail.example.com', 'strict', false],
  ['news.example.com', 'mail.example.com', 'relaxed', true],
  ['a.co.uk', 'b.co.uk', 'relaxed', false],
  ['co.uk', 'co.uk', 'relaxed', true],
] as const)('%s and %s, %s: %s', (from, other, mode, aligned) => {
  expect(isAligned(from, other, mode)).toBe(aligned);
});

describe('discovery', () => {
  const good = 'v=DMARC1; p=none; rua=mailto:a@example.com';

  async function codes(domain: string, zone: Zone): Promise<string[]> {
    return (await discoverDmarc({ domain, dns: new ZoneDns(zone) })).findings.map(
      ({ code, severity }) => `${code} ${severity}`,
    );
  }

  it('finds the record that applies', async () => {
    const found = await discoverDmarc({
      domain: 'News.example.com.',
      dns: new ZoneDns({ '_dmarc.example.com': txt(good) }),
    });
    expect(found.record?.p).toBe('none');
    expect(found.own?.status).toBe('none');
    expect(found.places.rfc9989.record?.name).toBe('_dmarc.example.com');
    expect(found.findings).toEqual([]);
  });

  it.each([
    [{ '_dmarc.example.com': txt(good, 'v=DMARC1; p=reject') }, ['several-records critical']],
    [{ '_dmarc.example.com': txt(good, 'v=spf1 -all') }, ['unrelated-text low']],
    [{ '_dmarc.example.com': txt('v=dmarc1; p=none') }, ['unreadable-record critical']],
    [{ '_dmarc.example.com': txt(good, '"v=DMARC1; p=none"') }, ['unreadable-record medium']],
    [{ '_dmarc.example.com': { CNAME: ['d.example.net'] }, 'd.example.net': txt(good) }, ['alias info']],
    [{ '_dmarc.example.com': { CNAME: ['gone.example.net'] } }, ['alias-without-record high']],
    [{ 'example.com': txt(good) }, ['misplaced-record high']],
    [{ '_dmarc._dmarc.example.com': txt(good) }, ['misplaced-record high']],
    [{ '_dmarc.example.com.example.com': txt(good) }, ['misplaced-record high']],
    [{ 'dmarc.example.com': txt('V=dmarc1 p=none') }, ['misplaced-record high']],
    [{ 'example.com': txt('v=spf1 -all') }, []],
    [{ '_dmarc.example.com': 'timeout' }, []],
    [{ '_dmarc.com': txt('v=DMARC1; p=reject; psd=y') }, ['standards-differ low']],
  ] as const)('of %j', async (zone, expected) => {
    expect(await codes('example.com', zone as Zone)).toEqual(expected);
  });

  it('says where the record stands and what to do', async () => {
    const { findings, misplaced } = await discoverDmarc({
      domain: 'example.com',
      dns: new ZoneDns({ 'example.com': txt(good) }),
    });
    expect(misplaced).toEqual([{ name: 'example.com', text: good }]);
    expect(findings[0]?.says).toBe(
      `"${good}" stands at example.com, where receivers do not look; they ask for _dmarc.example.com.`,
    );
    expect(findings[0]?.fix).toBe('Publish the record at _dmarc.example.com and take it out of example.com.');
  });

  it.each([
    [
      'example.com',
      { '_dmarc.com': txt('v=DMARC1; p=reject; psd=y') },
      'Publish one DMARC record at _dmarc.example.com, so that all receivers take the same.',
    ],
    [
      'a.example.com',
      { '_dmarc.a.example.com': txt(good) },
      'Publish a DMARC record at _dmarc.example.com too: all receivers then count a.example.com to it.',
    ],
    ['a.example.com', { '_dmarc.a.example.com': txt(`${good}; psd=n`) }, null],
    [
      'tenant.blogspot.com',
      { '_dmarc.tenant.blogspot.com': txt(good), '_dmarc.blogspot.com': txt(good) },
      'Add psd=n to the record at _dmarc.tenant.blogspot.com: it then is an organisation of its own for all receivers.',
    ],
  ] as const)('says how %s is the same for all receivers', async (domain, zone, fix) => {
    const { findings } = await discoverDmarc({ domain, dns: new ZoneDns(zone as Zone) });
    expect(findings.map(({ code, fix: said }) => [code, said])).toEqual([['standards-differ', fix]]);
  });

  it('asks nothing about what is no domain', async () => {
    const dns = new ZoneDns({});
    expect(await discoverDmarc({ domain: '[192.0.2.1]', dns })).toMatchObject({
      own: null,
      record: null,
      findings: [],
    });
    expect(dns.asked).toEqual([]);
  });
});

describe('the domains to which reports go', () => {
  async function targets(text: string, zone: Zone, domain = 'example.com'): Promise<[string, string | null][]> {
    const found = await checkReportTargets({ record: parseDmarc(text), domain, dns: new ZoneDns(zone) });
    return found.map(({ status, publish }) => [status, publish?.name ?? null]);
  }
  const name = 'example.com._report._dmarc.example.net';

  it.each([
    ['mailto:a@example.com', {}, [['own', null]]],
    ['mailto:a@reports.example.com', { '_dmarc.example.com': txt('v=DMARC1; p=none') }, [['own', null]]],
    // the walk counts a domain without any record above it to nobody else
    ['mailto:a@reports.example.com', {}, [['not-authorised', 'example.com._report._dmarc.reports.example.com']]],
    ['mailto:a@example.net', {}, [['not-authorised', name]]],
    ['mailto:a@example.net', { [name]: txt('v=DMARC1') }, [['authorised', null]]],
    ['mailto:a@example.net', { '*._report._dmarc.example.net': txt('v=DMARC1;') }, [['authorised', null]]],
    [
      'mailto:a@example.net',
      { [name]: txt('v=spf1 -all', 'v=DMARC1; rua=mailto:b@example.net') },
      [['authorised', null]],
    ],
    ['mailto:a@example.net', { [name]: txt('v=DMARC1; rua=mailto:b@example.org') }, [['not-authorised', name]]],
    ['mailto:a@example.net', { [name]: txt('v=dmarc1') }, [['not-authorised', name]]],
    ['mailto:a@example.net', { [name]: 'timeout' }, [['undetermined', null]]],
    [
      'mailto:a@example.net,mailto:b@EXAMPLE.net',
      { [name]: txt('v=DMARC1') },
      [
        ['authorised', null],
        ['authorised', null],
      ],
    ],
    ['https://example.net/,b@example.net', {}, []],
  ] as const)('%s with %j', async (uris, zone, expected) => {
    expect(await targets(`v=DMARC1; p=none; rua=${uris}`, zone as Zone)).toEqual(expected);
  });

  it('say so in sentences', async () => {
    const dns = new ZoneDns({ '*._report._dmarc.example.net': txt('v=DMARC1; rua=mailto:x@example.net') });
    const record = parseDmarc('v=DMARC1; p=none; rua=mailto:a@example.net; ruf=mailto:f@example.org');
    const [aggregate, failure] = await checkReportTargets({ record, domain: 'example.com', dns });
    expect(aggregate?.says).toBe(
      `Aggregate reports about example.com may go to a@example.net: example.net says so at ${name}, and wants them at mailto:x@example.net.`,
    );
    expect(failure?.says).toBe(
      'Failure reports about example.com do not go to f@example.org: example.org does not say at example.com._report._dmarc.example.org that it wants them.',
    );
    expect(failure?.publish).toEqual({ name: 'example.com._report._dmarc.example.org', text: 'v=DMARC1' });
  });

  it('are asked by some receivers only, where the list and the walk differ', async () => {
    const dns = new ZoneDns({ '_dmarc.mail.example.com': txt('v=DMARC1; p=none') });
    const record = parseDmarc('v=DMARC1; p=none; rua=mailto:a@example.com');
    const [target] = await checkReportTargets({ record, domain: 'mail.example.com', dns });
    expect(target?.says).toBe(
      'Aggregate reports about mail.example.com do not go to a@example.com: example.com does not say at mail.example.com._report._dmarc.example.com that it wants them. Receivers that follow RFC 7489 count both to example.com and send them all the same.',
    );
  });

  it('cannot say yes at a name that is too long', async () => {
    const domain = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example.com`;
    const host = `${'d'.repeat(60)}.example.net`;
    expect(await targets(`v=DMARC1; p=none; rua=mailto:a@${host}`, {}, domain)).toEqual([['not-authorised', null]]);
  });

  it('are asked only so often', async () => {
    const uris = Array.from({ length: 20 }, (_, i) => `mailto:a@d${i}.example`).join(',');
    const dns = new ZoneDns({});
    const found = await checkReportTargets({ record: parseDmarc(`v=DMARC1; rua=${uris}`), domain: 'example.com', dns });
    expect(found).toHaveLength(10);
    expect(dns.asked).toHaveLength(10);
  });
});

describe('a message is judged', () => {
  const zone: Zone = {
    '_dmarc.example.com': txt('v=DMARC1; p=reject; sp=quarantine; np=reject'),
    '_dmarc.strict.example': txt('v=DMARC1; p=reject; adkim=s; aspf=s'),
    'news.example.com': txt('x'),
    '_dmarc.own.example.com': txt('v=DMARC1; p=quarantine; psd=n'),
  };
  const spf = (result: string, domain: string) => ({ result, domain });

  async function judge(
    fromDomain: string,
    spfResult: ReturnType<typeof spf> | null,
    dkim: ReturnType<typeof spf>[] = [],
    more: Zone = {},
  ) {
    return evaluateDmarc({ fromDomain, spf: spfResult, dkim, dns: new ZoneDns({ ...zone, ...more }) });
  }

  it.each([
    ['example.com', spf('pass', 'bounce.example.com'), [], 'pass', 'pass'],
    ['example.com', spf('pass', 'example.net'), [spf('pass', 'Example.com')], 'pass', 'pass'],
    ['example.com', spf('pass', 'example.net'), [spf('fail', 'example.com')], 'fail', 'fail'],
    ['example.com', spf('softfail', 'example.com'), [], 'fail', 'fail'],
    ['example.com', null, [], 'fail', 'fail'],
    ['example.com', spf('temperror', 'example.com'), [], 'temperror', 'temperror'],
    ['example.com', spf('temperror', 'example.net'), [], 'fail', 'fail'],
    ['strict.example', spf('pass', 'mail.strict.example'), [spf('pass', 'strict.example')], 'pass', 'pass'],
    ['strict.example', spf('pass', 'mail.strict.example'), [spf('pass', 'd.strict.example')], 'fail', 'fail'],
    ['none.example', spf('pass', 'none.example'), [], 'none', 'none'],
    // an organisation of its own by psd=n is known to the walk alone
    ['own.example.com', spf('pass', 'example.com'), [], 'pass', 'fail'],
    ['example.com', spf('pass', 'own.example.com'), [], 'pass', 'fail'],
  ] as const)('from %s with SPF %j and DKIM %j', async (from, spfResult, dkim, old, now) => {
    const { rfc7489, rfc9989, differ } = await judge(from, spfResult, [...dkim]);
    expect([rfc7489.result, rfc9989.result]).toEqual([old, now]);
    expect(differ).toBe(old !== now);
  });

  it('with the policy for a subdomain that exists, and one that does not', async () => {
    expect((await judge('news.example.com', null)).rfc9989.policy).toMatchObject({ tag: 'sp', policy: 'quarantine' });
    const invented = await judge('invented.example.com', null);
    expect(invented.rfc7489.policy).toMatchObject({ tag: 'sp', policy: 'quarantine' });
    expect(invented.rfc9989.policy).toMatchObject({ tag: 'np', policy: 'reject' });
    expect(invented.differ).toBe(true);
    const unknown = await judge('down.example.com', null, [], { 'down.example.com': { A: 'timeout' } });
    expect(unknown.rfc9989.policy).toMatchObject({ how: 'undetermined', policy: null });
  });

  it('in sentences', async () => {
    const { rfc9989 } = await judge('news.example.com', spf('pass', 'example.net'), [spf('fail', 'example.com')]);
    expect(rfc9989.says).toBe(
      'The message fails DMARC for news.example.com. SPF gave pass for example.net, which is not aligned: it would have to be example.com or a domain of the same organisation. DKIM gave fail for example.com, so it cannot carry the message. The record at _dmarc.example.com asks for sp=quarantine.',
    );
    const passed = await judge('example.com', spf('pass', 'example.com'));
    expect(passed.rfc7489.says).toBe(
      'The message passes DMARC for example.com. SPF gave pass for example.com, which is aligned with example.com.',
    );
    const nothing = await judge('none.example', null);
    expect(nothing.rfc7489.says).toBe(
      'No DMARC record applies to none.example, so DMARC says nothing about the message.',
    );
    const test = await judge('t.example', null, [], { '_dmarc.t.example': txt('v=DMARC1; p=reject; t=y; pct=30') });
    expect(test.rfc7489.says).toContain(
      'It has neither an SPF result nor a DKIM signature. The record at _dmarc.t.example asks for p=reject for 30 of 100 such messages.',
    );
    expect(test.rfc9989.says).toContain('asks for p=reject, weakened to quarantine for a test.');
  });

  it('and left open where the DNS does not answer', async () => {
    const down = await judge('down.example', spf('pass', 'down.example'), [], { '_dmarc.down.example': 'timeout' });
    expect([down.rfc7489.result, down.rfc9989.result]).toEqual(['temperror', 'temperror']);
    expect(down.rfc9989.says).toBe(
      'Whether down.example has a DMARC policy could not be determined: the question for _dmarc.down.example ended with timeout.',
    );
    // the record is known, the organisation is not
    const above = await judge('own.example.net', spf('pass', 'mail.own.example.net'), [spf('pass', 'example.org')], {
      '_dmarc.own.example.net': txt('v=DMARC1; p=reject'),
      '_dmarc.example.net': 'servfail',
    });
    expect(above.rfc7489.result).toBe('pass');
    expect(above.rfc9989.result).toBe('temperror');
    expect(above.rfc9989.identifiers.map(({ aligned }) => aligned)).toEqual([null, false]);
    const broken = await judge('x.example', null, [], { '_dmarc.x.example': txt('v=DMARC1; p=maybe') });
    expect(broken.rfc9989).toMatchObject({
      result: 'none',
      says: expect.stringContaining('names no policy that can be read'),
    });
  });

  it('with only so many look-ups, however many signatures there are', async () => {
    const dns = new ZoneDns(zone);
    const dkim = Array.from({ length: 300 }, (_, i) => spf('pass', `s${i}.own${i}.example.com`));
    const { rfc9989 } = await evaluateDmarc({ fromDomain: 'example.com', dkim, dns });
    expect(dns.asked.length).toBeLessThan(60);
    expect(rfc9989.result).toBe('pass');
    const foreign = Array.from({ length: 300 }, (_, i) => spf('pass', `${i}.own.example.com`));
    const other = await evaluateDmarc({ fromDomain: 'example.com', dkim: foreign, dns });
    expect(other.rfc9989.result).toBe('temperror');
    expect(other.rfc9989.says.length).toBeLessThan(1000);
  });
});

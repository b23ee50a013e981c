import { beforeAll, describe, expect, it } from 'vitest';
import { body, edited, fields, keyZone, rsaKey, seal, toMessage, verified } from './signed-fixture.ts';

const key = rsaKey(2048);
const names = [1, 2, 3].map((hop) => `arc._domainkey.hop${hop}.example`);
const zone = keyZone(Object.fromEntries(names.map((name) => [name, key.record])));
const plain = toMessage(fields, body);
let one = '';
let three = '';

beforeAll(async () => {
  one = await seal(plain, key, 1, 'none');
  three = await seal(await seal(one, key, 2, 'pass'), key, 3, 'pass');
});

const arcOf = async (message: string, dns = zone) => (await verified(message, dns)).arc;
const verdicts = (sets: Awaited<ReturnType<typeof arcOf>>['sets']) =>
  sets.map(({ instance, seal: sealed, messageSignature }) => [instance, sealed?.verdict, messageSignature?.verdict]);

describe('ARC', () => {
  it('is none without a chain', async () => {
    expect(await arcOf(plain)).toMatchObject({
      cv: 'none',
      hops: 0,
      sets: [],
      fault: null,
      firstBroken: null,
      oldestPass: null,
    });
  });

  it('passes a chain, with every hop of it', async () => {
    const arc = await arcOf(three);
    expect(arc).toMatchObject({ cv: 'pass', hops: 3, fault: null, firstBroken: null, oldestPass: 0, lenient: null });
    expect(verdicts(arc.sets)).toEqual([
      [1, 'pass', 'pass'],
      [2, 'pass', 'pass'],
      [3, 'pass', 'pass'],
    ]);
    expect(arc.sets[1]).toMatchObject({
      cv: 'pass',
      seal: { domain: 'hop2.example', selector: 'arc', key: { type: 'rsa', bits: 2048 } },
      results: 'i=2; hop2.example; spf=pass smtp.mailfrom=example.com',
    });
  });

  it('tells which hop changed the message, where the chain holds', async () => {
    const changed = edited(one, 'Friday', 'Thursday');
    const arc = await arcOf(await seal(changed, key, 2, 'pass'));
    expect(arc).toMatchObject({ cv: 'pass', oldestPass: 2 });
    expect(verdicts(arc.sets)).toEqual([
      [1, 'pass', 'fail'],
      [2, 'pass', 'pass'],
    ]);
  });

  it('fails a message that was changed after the last hop', async () => {
    const arc = await arcOf(edited(three, 'Friday', 'Thursday'));
    expect(arc).toMatchObject({ cv: 'fail', fault: 'message-differs', firstBroken: 3 });
    expect(arc.sets.map(({ messageSignature }) => messageSignature?.bodyHash)).toEqual(['fail', 'fail', 'fail']);
    expect(arc.sets.map(({ seal: sealed }) => sealed?.verdict)).toEqual(['pass', 'pass', 'pass']);
  });

  it('names the first seal that breaks', async () => {
    const arc = await arcOf(edited(three, 'i=1; hop1.example; spf=pass', 'i=1; hop1.example; spf=fail'));
    expect(arc).toMatchObject({ cv: 'fail', fault: 'seal-differs', firstBroken: 1 });
    const second = await arcOf(edited(three, 'i=2; hop2.example; spf=pass', 'i=2; hop2.example; spf=fail'));
    expect(second).toMatchObject({ cv: 'fail', fault: 'seal-differs', firstBroken: 2 });
    expect(verdicts(second.sets).map(([, sealed]) => sealed)).toEqual(['pass', 'fail', 'fail']);
  });

  it.each([
    ['a set that lacks its results', /ARC-Authentication-Results: i=2;.*\r\n(?:[ \t].*\r\n)*/, '', 'set-incomplete', 2],
    ['a set that is missing', /ARC-[A-Za-z-]+: i=2;.*\r\n(?:[ \t].*\r\n)*/g, '', 'instance', 3],
    [
      'results that stand there twice',
      'ARC-Authentication-Results: i=2;',
      'ARC-Authentication-Results: i=2; x\r\nARC-Authentication-Results: i=2;',
      'set-repeated',
      2,
    ],
    ['a first hop that had a chain before it', 'cv=none', 'cv=pass', 'cv', 1],
  ])('%s', async (_, from, to, fault, at) => {
    expect(await arcOf(edited(three, from, to))).toMatchObject({ cv: 'fail', fault, firstBroken: at });
  });

  it('fails where a hop says that the chain had failed', async () => {
    expect(await arcOf(await seal(one, key, 2, 'fail'))).toMatchObject({ cv: 'fail', fault: 'cv', firstBroken: 2 });
  });

  it('a key that is missing fails, one that cannot be fetched does not', async () => {
    const missing = keyZone({ [names[0] as string]: key.record, [names[2] as string]: key.record });
    expect(await arcOf(three, missing)).toMatchObject({ cv: 'fail', fault: 'key-missing', firstBroken: 2 });
    for (const name of names) {
      const arc = await arcOf(three, { ...zone, [name]: 'servfail' });
      expect(arc, name).toMatchObject({ cv: 'undetermined', fault: null, firstBroken: null });
    }
    // what is broken for all to see stays broken
    const broken = edited(three, 'cv=none', 'cv=pass');
    expect(await arcOf(broken, { ...zone, [names[1] as string]: 'timeout' })).toMatchObject({
      cv: 'fail',
      fault: 'cv',
    });
  });
});

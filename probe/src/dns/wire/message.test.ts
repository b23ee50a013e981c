import type { RecordType } from '@whybounce/core/dns';
import { type Answer, encode } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from '../interpret.ts';
import { MalformedMessage } from './malformed.ts';
import { readHead, readMessage } from './message.ts';
import { type WireQuestion, writeQuestion } from './question.ts';
import { readRecordData } from './record-data.ts';
import { TYPE_CODE } from './type-code.ts';

const ID = 4711;
const question = (type: RecordType, name = 'example.com'): WireQuestion & { readonly type: RecordType } => ({
  name,
  type,
  recursion: true,
  checkingDisabled: false,
});

/** An answer that another implementation wrote. */
function foreign(type: RecordType, answers: readonly unknown[]): Buffer {
  return encode({
    type: 'response',
    id: ID,
    flags: 0x0180,
    questions: [{ type: type as Answer['type'], name: 'example.com' }],
    answers: answers.map((data) => ({ type, name: 'example.com', ttl: 60, data }) as Answer),
  });
}

/** What the client makes of a message that came from the network; null where it passes it over. */
function readAll(octets: Buffer, asked: WireQuestion & { readonly type: RecordType }, id = ID): string | null {
  const head = readHead(octets, asked, id);
  if (head === null) return null;
  try {
    return interpret(asked, readMessage(octets, head), '192.0.2.53:53').status;
  } catch (error) {
    if (error instanceof MalformedMessage) return 'malformed';
    throw error;
  }
}

describe('what another implementation wrote', () => {
  it.each([
    ['A', '192.0.2.1', '192.0.2.1'],
    ['AAAA', '2001:db8::1', '2001:db8::1'],
    ['MX', { preference: 10, exchange: 'MX.example.com' }, { preference: 10, exchange: 'mx.example.com' }],
    ['TXT', [Buffer.from([0xff, 0x22]), Buffer.alloc(0)], ['\u00ff"', '']],
    ['CNAME', 'host.example.net', 'host.example.net'],
    ['NS', 'ns.example.net', 'ns.example.net'],
    ['PTR', 'host.example.net', 'host.example.net'],
    [
      'SOA',
      {
        mname: 'ns.example.com',
        rname: 'a\\.b.example.com',
        serial: 4294967295,
        refresh: 2,
        retry: 3,
        expire: 4,
        minimum: 5,
      },
      {
        mname: 'ns.example.com',
        rname: 'a\\.b.example.com',
        serial: 4294967295,
        refresh: 2,
        retry: 3,
        expire: 4,
        minimum: 5,
      },
    ],
    [
      'TLSA',
      { usage: 3, selector: 1, matchingType: 1, certificate: Buffer.from('AB01', 'hex') },
      { usage: 3, selector: 1, matchingType: 1, data: 'ab01' },
    ],
    ['CAA', { flags: 128, tag: 'issue', value: 'ca.example' }, { critical: true, tag: 'issue', value: 'ca.example' }],
    [
      'DS',
      { keyTag: 9, algorithm: 13, digestType: 2, digest: Buffer.alloc(32) },
      { keyTag: 9, algorithm: 13, digestType: 2 },
    ],
    ['DNSKEY', { flags: 257, algorithm: 13, key: Buffer.alloc(64) }, { flags: 257, algorithm: 13 }],
    [
      'SRV',
      { priority: 1, weight: 2, port: 25, target: 'host.example.net' },
      { priority: 1, weight: 2, port: 25, target: 'host.example.net' },
    ],
  ] as const)('%s', (type, written, read) => {
    const octets = foreign(type, [written]);
    const head = readHead(octets, question(type), ID);
    expect(head).not.toBeNull();
    if (head === null) return;
    expect(interpret(question(type), readMessage(octets, head), 's').records).toEqual([read]);
  });

  it('reads any text records', () => {
    const strings = fc.array(fc.uint8Array({ maxLength: 255 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(strings, { minLength: 1, maxLength: 5 }), (records) => {
        const octets = foreign(
          'TXT',
          records.map((record) => record.map((string) => Buffer.from(string))),
        );
        const head = readHead(octets, question('TXT'), ID);
        if (head === null) throw new Error('passed over');
        expect(interpret(question('TXT'), readMessage(octets, head), 's').records).toEqual(
          records.map((record) => record.map((string) => Buffer.from(string).toString('latin1'))),
        );
      }),
    );
  });
});

describe('a message is passed over', () => {
  const octets = foreign('A', ['192.0.2.1']);
  const changed = (change: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(octets);
    change(copy);
    return copy;
  };

  it.each([
    ['another id', changed((copy) => copy.writeUInt16BE(ID + 1, 0))],
    ['a question instead of an answer', changed((copy) => copy.writeUInt16BE(0x0100, 2))],
    ['another operation', changed((copy) => copy.writeUInt16BE(0xa980, 2))],
    ['another name', changed((copy) => copy.write('f', 13, 'latin1'))],
    ['another type', changed((copy) => copy.writeUInt16BE(TYPE_CODE.MX, 25))],
    ['another class', changed((copy) => copy.writeUInt16BE(3, 27))],
    ['two questions', changed((copy) => copy.writeUInt16BE(2, 4))],
    ['success without a question', changed((copy) => copy.writeUInt16BE(0, 4))],
    ['eleven octets', octets.subarray(0, 11)],
    ['nothing', Buffer.alloc(0)],
  ])('with %s', (_, message) => expect(readHead(message, question('A'), ID)).toBeNull());

  it('but not for capital letters in the question, nor for an error without one', () => {
    expect(
      readHead(
        changed((copy) => copy.write('E', 13, 'latin1')),
        question('A'),
        ID,
      ),
    ).not.toBeNull();
    const refusal = Buffer.from(octets.subarray(0, 12));
    refusal.writeUInt16BE(0x8185, 2);
    refusal.fill(0, 4);
    expect(readHead(refusal, question('A'), ID)).toMatchObject({ responseCode: 5 });
  });
});

describe('a record whose length is a lie', () => {
  it.each([
    ['A', [1, 2, 3]],
    ['A', [1, 2, 3, 4, 5]],
    ['AAAA', [1, 2, 3, 4]],
    ['MX', [0]],
    ['MX', [0, 10, 1]],
    ['MX', [0, 10, 0, 0]],
    ['TXT', []],
    ['TXT', [5, 65]],
    ['SOA', [0, 0, 1, 2, 3, 4]],
    ['TLSA', [3, 1]],
    ['CAA', [0]],
    ['CAA', [0, 9, 65]],
    ['DS', [0, 1, 2]],
    ['DNSKEY', [1, 1, 3]],
    ['SRV', [0, 1, 0, 2, 0]],
    ['CNAME', []],
  ] as const)('%s of %j', (type, data) => {
    const message = Buffer.from([...data, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(() => readRecordData(type, message, 0, data.length)).toThrow(MalformedMessage);
  });
});

describe('hostile messages', () => {
  it.each([0, 1, 2, 3])('that claim 65,535 records in section %i cost nothing', (section) => {
    const octets = foreign('A', ['192.0.2.1']);
    octets.writeUInt16BE(65_535, 4 + 2 * section);
    expect(readAll(octets, question('A'))).toBe(section === 0 ? null : 'malformed');
  });

  it('with a ladder of pointers under thousands of names end at once', () => {
    const asked = writeQuestion(question('CNAME'), ID, false);
    const octets = Buffer.alloc(65_535);
    asked.copy(octets);
    octets.writeUInt16BE(0x8180, 2);
    let at = asked.length;
    // the rungs stand in the data of a record of some unknown type
    Buffer.from([0, 0xff, 0, 0, 1, 0, 0, 0, 60, 0x3e, 0x80]).copy(octets, at);
    at += 11;
    const top = at + 16_000 - 2;
    for (let rung = at + 2; rung <= top; rung += 2) octets.writeUInt16BE(0xc000 | (rung - 2), rung);
    at += 16_000;
    let records = 1;
    for (; at + 14 <= octets.length; at += 14, records++) {
      octets.writeUInt16BE(0xc000 | Math.min(top, 0x3fff), at);
      octets.writeUInt16BE(TYPE_CODE.CNAME, at + 2);
      octets.writeUInt16BE(1, at + 4);
      octets.writeUInt16BE(2, at + 10);
      octets.writeUInt16BE(0xc000 | Math.min(top, 0x3fff), at + 12);
    }
    octets.writeUInt16BE(records, 6);
    for (let i = 0; i < 1000; i++) expect(readAll(octets, question('CNAME'))).toBe('malformed');
  });

  it('10,000 of random octets are read or called malformed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 512 }), (bytes) => {
        readAll(Buffer.from(bytes), question('TXT'), bytes.length >= 2 ? ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0) : 0);
      }),
      { numRuns: 10_000 },
    );
  });

  it('10,000 whose head is right and whose records are random are read or called malformed', () => {
    const types = Object.keys(TYPE_CODE) as RecordType[];
    const statuses = new Set<string | null>();
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.uint8Array({ minLength: 1, maxLength: 80 }),
        fc.uint8Array({ maxLength: 200 }),
        fc.boolean(),
        (type, data, rest, framed) => {
          const octets = writeQuestion(question(type), ID, false);
          octets.writeUInt16BE(0x8180, 2);
          octets.writeUInt16BE(1, 6);
          octets.writeUInt16BE(framed ? 0 : (rest[0] ?? 0) % 4, 10);
          const code = TYPE_CODE[type];
          // a record of the name that was asked for, whose data is random
          const record = Buffer.from([0xc0, 12, code >> 8, code & 255, 0, 1, 0, 0, 0, 60, 0, data.length, ...data]);
          statuses.add(readAll(Buffer.concat([octets, record, Buffer.from(rest)]), question(type)));
        },
      ),
      { numRuns: 10_000 },
    );
    expect([...statuses].sort()).toEqual(expect.arrayContaining(['found', 'malformed']));
  });

  it('10,000 right ones with octets changed are read or called malformed', () => {
    const right = foreign('MX', [
      { preference: 10, exchange: 'a.example.com' },
      { preference: 20, exchange: 'b.example.com' },
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(right.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(right.length),
        (changes, length) => {
          const octets = Buffer.from(right);
          for (const [at, value] of changes) if (at > 1) octets[at] = value;
          readAll(octets, question('MX'));
          readAll(octets.subarray(0, length), question('MX'));
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

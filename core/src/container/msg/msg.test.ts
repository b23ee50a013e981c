import { expect, test } from 'vitest';
import { readMail } from '../../read/mail.ts';
import { compoundFile } from './cfb-fixture.ts';
import { MsgError, msgToMail, readMsg } from './msg.ts';
import { type MessageFixture, msgFile } from './msg-fixture.ts';

const ascii = (text: string) => new TextEncoder().encode(text);

/** A message that Exchange returned, as it lies in the report. */
const offer: MessageFixture = {
  values: {
    '001A': 'IPM.Note',
    '0037': 'Angebot für März',
    '1035': '<offer-77@shop.example>',
    '0C1A': 'Sales Team',
    '0C1F': 'sales@shop.example',
    '0C1E': 'SMTP',
    '0039': new Date('2026-05-27T14:29:07Z'),
    '1000': 'The offer of 550 pieces.',
  },
  recipients: [{ '3001': 'Gone', '39FE': 'gone@partner.example', '0C15': 1 }],
};

const report: MessageFixture = {
  values: {
    '001A': 'REPORT.IPM.Note.NDR',
    '0037': 'Undeliverable: Angebot für März',
    '0C1A': 'Microsoft Outlook',
    '0C1F': 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@shop.example',
    '0040': 'Sales Team',
    '0076': 'sales@shop.example',
    '0E06': new Date('2026-05-27T14:31:00Z'),
    '1000': 'Delivery has failed to these recipients.\r\n',
    '6820': 'dns;EX07.shop.example',
    '1046': '<offer-77@shop.example>',
    '0049': 'Angebot für März',
  },
  recipients: [
    {
      '3001': 'Gone',
      '39FE': 'gone@partner.example',
      '3003': '/o=Shop/ou=Exchange/cn=Recipients/cn=gone',
      '0C20': 511,
      '0C1B': '<mx2.partner.example #5.1.1 smtp;550 5.1.1 <gone@partner.example>: user unknown in table>',
      '0032': new Date('2026-05-27T14:30:58Z'),
    },
    { '3001': 'Full', '3003': 'full@other.example', '0C20': 522 },
    {
      '3001': 'Late',
      '3003': '/o=Shop/cn=late',
      '300B': ascii('SMTP:LATE@THIRD.EXAMPLE\0'),
      '0C1B': '<edge.shop.example #<mx.third.example #4.4.7 smtp;550 4.4.7 QUEUE.Expired; message expired> #SMTP#>',
    },
  ],
  attachments: [{ values: { '3001': 'Angebot für März' }, message: offer }],
};

const original = {
  messageId: 'offer-77@shop.example',
  subject: 'Angebot für März',
  from: '"Sales Team" <sales@shop.example>',
  date: '2026-05-27T14:29:07Z',
  listId: null,
  campaign: null,
};

const common = {
  format: 'dsn',
  dialect: null,
  kind: 'bounce',
  originalRecipient: null,
  sender: 'sales@shop.example',
  reportingMta: 'EX07.shop.example',
  remoteIp: null,
  stage: null,
  replyCode: null,
  dsnAction: 'failed',
  hint: null,
  warnings: [],
  position: null,
  sendingMta: { host: null, ip: null },
  authentication: null,
  message: original,
};

/** What the reader of mails finds, whichever system it takes the report for. */
function read(bytes: Uint8Array) {
  return readMail(msgToMail(bytes)).map((reading) => ({ ...reading, dialect: null }));
}

test('a report that Exchange took apart is read as the report that it was', () => {
  expect(read(msgFile(report))).toEqual([
    {
      ...common,
      recipient: 'gone@partner.example',
      remoteHost: 'mx2.partner.example',
      enhancedStatus: '5.1.1',
      diagnostic: '550 5.1.1 <gone@partner.example>: user unknown in table',
      timestamp: '2026-05-27T14:30:58Z',
    },
    {
      ...common,
      recipient: 'full@other.example',
      remoteHost: null,
      enhancedStatus: '5.2.2',
      diagnostic: null,
      timestamp: '2026-05-27T14:31:00Z',
    },
    {
      ...common,
      recipient: 'late@third.example',
      remoteHost: 'mx.third.example',
      enhancedStatus: '4.4.7',
      diagnostic: '550 4.4.7 QUEUE.Expired; message expired',
      timestamp: '2026-05-27T14:31:00Z',
    },
  ]);
});

test('without the returned message, its identity comes from the properties of the report', () => {
  const readings = read(msgFile({ ...report, attachments: [] }));
  expect(readings.map(({ message }) => message)).toEqual(readings.map(() => ({ ...original, from: null, date: null })));
  expect(readings[0]?.sender).toBe('sales@shop.example');
});

test.each([
  ['REPORT.IPM.Note.Delayed.DR', 'delayed', 'deferral'],
  ['REPORT.IPM.Note.DR', 'delivered', 'delivery'],
  ['REPORT.IPM.Note.Relayed.DR', 'relayed', 'delivery'],
  ['REPORT.IPM.Note.Expanded.DR', 'expanded', 'delivery'],
  ['report.ipm.note.ndr', 'failed', 'bounce'],
])('a report of class %s says %s', (messageClass, action, kind) => {
  const readings = read(msgFile({ ...report, values: { ...report.values, '001A': messageClass } }));
  expect(readings.map(({ dsnAction, kind: found }) => [dsnAction, found])).toEqual(readings.map(() => [action, kind]));
});

test('a read receipt is read as one', () => {
  const receipt: MessageFixture = {
    values: {
      '001A': 'REPORT.IPM.Note.IPNRN',
      '0037': 'Read: Offer',
      '5D01': 'ann@partner.example',
      '0076': 'sales@shop.example',
      '1046': '<offer-77@shop.example>',
      '0049': 'Offer',
      '0E06': new Date('2026-06-01T08:00:00Z'),
      '1000': 'Your message was read.',
    },
  };
  expect(read(msgFile(receipt))).toEqual([
    {
      ...common,
      format: 'mdn',
      kind: 'other',
      recipient: 'ann@partner.example',
      sender: 'sales@shop.example',
      reportingMta: null,
      remoteHost: null,
      enhancedStatus: null,
      dsnAction: 'displayed',
      diagnostic: null,
      timestamp: '2026-06-01T08:00:00Z',
      message: { ...original, subject: 'Offer', from: null, date: null },
      warnings: [expect.objectContaining({ code: 'read-receipt' })],
    },
  ]);
});

const status = [
  'Reporting-MTA: dns; relay9.host.example',
  '',
  'Final-Recipient: rfc822; nobody@dest.example',
  'Action: failed',
  'Status: 5.7.1',
  'Remote-MTA: dns; in.dest.example',
  'Diagnostic-Code: smtp; 554 5.7.1 refused by policy',
  '',
].join('\r\n');

const pop: MessageFixture = {
  values: {
    '001A': 'IPM.Note',
    '0037': 'Undelivered Mail Returned to Sender',
    '007D':
      'Microsoft Mail Internet Headers Version 2.0\r\nReturn-Path: <>\r\nDate: Mon, 1 Jun 2026 09:10:11 +0200\r\nFrom: MAILER-DAEMON@relay9.host.example\r\nTo: me@mine.example\r\nSubject: Undelivered\r\n Mail\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="old"\r\n\r\n--old',
    '1000':
      'I am the mail system.\r\n--=_msg_0_0\r\n--=_msg_0_1--\r\nContent-Type: message/delivery-status\r\n\r\nnot a part\r\n',
  },
  attachments: [
    { '3707': 'details.txt', '370E': 'message/delivery-status', '3701': ascii(status) },
    {
      '3707': 'headers.txt',
      '370E': 'text/rfc822-headers',
      '3701': ascii('Message-ID: <m1@mine.example>\r\nFrom: me@mine.example\r\nSubject: Hi\r\n'),
    },
    { '3707': 'logo "1".png', '370E': 'image/png', '3701': new Uint8Array(5000) },
  ],
};

const popReading = {
  ...common,
  recipient: 'nobody@dest.example',
  sender: 'me@mine.example',
  reportingMta: 'relay9.host.example',
  remoteHost: 'in.dest.example',
  enhancedStatus: '5.7.1',
  diagnostic: '554 5.7.1 refused by policy',
  timestamp: '2026-06-01T07:10:11Z',
  message: {
    messageId: 'm1@mine.example',
    subject: 'Hi',
    from: 'me@mine.example',
    date: null,
    listId: null,
    campaign: null,
  },
};

test('a report that came over POP keeps its headers and parts, and its old structure goes', () => {
  expect(read(msgFile(pop))).toEqual([popReading]);
  const mail = msgToMail(msgFile(pop));
  expect(mail).not.toContain('old');
  expect(mail).not.toContain('Internet Headers');
  expect(mail).toContain('Subject: Undelivered\r\n Mail\r\n');
  expect(mail).toContain('Content-Type: image/png\r\nContent-Disposition: attachment; filename="logo 1.png"\r\n');
  expect(mail.length).toBeLessThan(2500);
});

test('the status part is known by what it says, where Outlook has lost its type', () => {
  const [, ...rest] = pop.attachments ?? [];
  expect(read(msgFile({ ...pop, attachments: [{ '3704': 'ATT00001.dat', '3701': ascii(status) }, ...rest] }))).toEqual([
    popReading,
  ]);
});

test.each([
  ['an Outlook message', { values: { '3001': 'bounce' }, message: pop }],
  ['a .msg file', { '3707': 'bounce.msg', '3701': msgFile(pop) }],
  ['an .eml file', { '3707': 'bounce.eml', '3701': ascii(msgToMail(msgFile(pop))) }],
])('a report that somebody forwarded as %s is read', (_, attachment) => {
  const forward: MessageFixture = {
    values: {
      '001A': 'IPM.Note',
      '0037': 'FW: help',
      '0C1A': 'Ann',
      '0C1F': 'ann@mine.example',
      '1000': 'See attached.',
    },
    attachments: [attachment],
  };
  expect(read(msgFile(forward))).toEqual([popReading]);
});

test('8-bit text is read by the code page of the message, also in its recipients', () => {
  const sjis = (bytes: number[]) => ({ type: '001E', bytes: Uint8Array.from(bytes) });
  const message = readMsg(
    msgFile({
      values: {
        '3FFD': 932,
        '0037': sjis([0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0]),
        '1013': Uint8Array.from([0x3c, 0x70, 0x3e, 0x94, 0x92]),
      },
      recipients: [{ '3001': sjis([0x93, 0x63, 0x92, 0x86]), '3003': 'tanaka@jp.example' }],
    }),
  );
  expect(message.subject).toBe('テスト');
  expect(message.html).toBe('<p>白');
  expect(message.recipients).toEqual([
    {
      name: '田中',
      address: 'tanaka@jp.example',
      isTo: true,
      supplementaryInfo: null,
      statusCode: null,
      remoteMta: null,
      reportTime: null,
    },
  ]);
});

test('text that names every boundary parts nothing', () => {
  const all = Array.from({ length: 20 }, (_, i) => `--=_msg_0_${i}\r\n`).join('');
  const body = `I am the mail system.\r\n${all}--=_msg_0\r\nContent-Type: message/delivery-status\r\n\r\n${status}`;
  const [reading, ...others] = read(msgFile({ ...pop, values: { ...pop.values, '1000': body } }));
  expect(others).toEqual([]);
  expect(reading).toEqual(popReading);
});

test('properties cannot add headers, parts or status fields of their own', () => {
  const mail = msgToMail(
    msgFile({
      values: {
        '001A': 'REPORT.IPM.Note.NDR',
        '0037': 'x\r\nX-Failed-Recipients: victim@live.example\r\n\r\nbody',
        '0C1A': 'a"\r\nBcc: b@c.example',
        '007D': '--=_msg_0_0: x\r\nContent-Type: text/html\r\n --=_msg_0_0\r\nX-Ok: 1',
      },
      recipients: [
        {
          '3003': 'one@dest.example',
          '0C1B': '<mx #5.1.1 smtp;550 no\r\n\r\nFinal-Recipient: rfc822; victim@live.example>',
        },
      ],
    }),
  );
  expect(
    mail.split('\r\n').filter((line) => /^(?:X-Failed|Bcc|--=_msg_0_0:|Content-Type: text\/html)/.test(line)),
  ).toEqual([]);
  expect(mail.match(/^Final-Recipient:/gm)).toHaveLength(1);
  expect(mail.match(/^--=_msg_0/gm)).toHaveLength(3);
});

test('a broken stream leaves a warning and the rest of the message', () => {
  const bytes = msgFile({ ...report, values: { ...report.values, '1000': 'B'.repeat(5000) } });
  const view = new DataView(bytes.buffer);
  const name = '__substg1.0_1000001F';
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const found = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + 2 * name.length));
    if (found === name && view.getUint32(at + 120, true) === 10_000) view.setUint32(at + 120, 0xfffffff0, true);
  }
  const message = readMsg(bytes);
  expect(message.body).toBe(null);
  expect(message.subject).toBe('Undeliverable: Angebot für März');
  expect(message.warnings.map(({ code }) => code)).toEqual(['msg-broken']);
});

test('other OLE files are refused with a sentence', () => {
  const word = compoundFile({ WordDocument: new Uint8Array(5000), '1Table': new Uint8Array(100) });
  expect(() => readMsg(word)).toThrow(MsgError);
  expect(() => readMsg(word)).toThrow('This OLE file holds no message');
});

test('messages in messages are read to a depth, then no more', () => {
  let inner: MessageFixture = { values: { '0037': 'innermost' } };
  for (let i = 0; i < 15; i++)
    inner = { values: { '0037': `level ${i}` }, attachments: [{ values: {}, message: inner }] };
  let depth = 0;
  let message = readMsg(msgFile(inner));
  const warnings: string[] = [];
  for (
    let next = message.attachments[0]?.message ?? null;
    next !== null;
    next = message.attachments[0]?.message ?? null
  ) {
    message = next;
    warnings.push(...message.warnings.map(({ code }) => code));
    depth++;
  }
  expect(depth).toBe(10);
  expect(warnings).toEqual(['msg-truncated']);
});

test('files in files whose parts lie over each other do not multiply', () => {
  let file = msgFile({ values: { '0037': 'innermost', '1000': 'B'.repeat(3000) } });
  for (let i = 0; i < 9; i++) {
    const attachments = Array.from({ length: 6 }, () => ({ '3707': 'a.msg', '3701': new Uint8Array(4096) }));
    file = overlaid(
      msgFile({ values: { '0037': `level ${i}` }, attachments: [{ '3707': 'a.msg', '3701': file }, ...attachments] }),
    );
  }
  const begun = performance.now();
  readMsg(file);
  expect(performance.now() - begun).toBeLessThan(3000);
});

/** Lets all data streams of the attachments point to the first one's sectors. */
function overlaid(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  const name = '__substg1.0_37010102';
  let start = -1;
  let size = 0;
  const places: number[] = [];
  const from = (view.getUint32(48, true) + 1) * 512;
  for (let at = from; at + 128 <= bytes.length; at += 128) {
    if (new TextDecoder('utf-16le').decode(bytes.subarray(at, at + 2 * name.length)) !== name) continue;
    places.push(at);
    if (view.getUint32(at + 120, true) > size) {
      size = view.getUint32(at + 120, true);
      start = view.getUint32(at + 116, true);
    }
  }
  for (const at of places) {
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  }
  return bytes;
}

test('throws nothing but its own errors, whatever bytes are changed', () => {
  const whole = msgFile(report);
  let state = 4321;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
  for (let round = 0; round < 1500; round++) {
    const file = whole.slice(0, random(4) === 0 ? random(whole.length) : whole.length);
    for (let i = 0; i < 6 && file.length > 0; i++) file[random(file.length)] = random(256);
    try {
      expect(readMail(msgToMail(file)).length).toBeGreaterThan(0);
    } catch (error) {
      if (!(error instanceof MsgError)) throw error;
    }
  }
});

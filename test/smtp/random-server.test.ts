import type { Socket } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeCertificate } from '../../probe/src/certificate-fixture.ts';
import { startSmtpScript } from '../peer/smtp-script.ts';
import { ask } from './ask.ts';

/** So short that a server which keeps silent costs next to nothing. */
const limits = {
  connectTime: 1_000,
  greetingTime: 60,
  stepTime: 60,
  leaveTime: 30,
  wholeTime: 300,
  line: 200,
  reply: 800,
  dialogue: 3_000,
};
const outcomes = ['answered', 'turned-away', 'timeout', 'dropped', 'not-smtp'];

const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('220 hi\r\n', '250 ok\r\n', '250-STARTTLS\r\n', '250 STARTTLS\r\n', '250-SIZE\r\n'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('421 bye\r\n', '450 later\r\n', '550 no\r\n', '354 go ahead\r\n', '500 what\r\n'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '250-',
      '250',
      '\r',
      '\n',
      '\r\n',
      '\0',
      ' ',
      '-',
      '\x16\x03\x01\x00\x05',
      'x'.repeat(300),
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);
/** What the server sends at once, and whether it hangs up after that. */
const move = fc.record({ octets: fc.array(piece, { maxLength: 4 }), end: fc.boolean() });

it('whatever a server sends, the dialogue ends, nothing is thrown, and no message is begun', async () => {
  const { key, cert } = makeCertificate({ names: ['mx.example.net'] });
  let moves: { readonly octets: readonly string[]; readonly end: boolean }[] = [];
  const next = (socket: Socket): void => {
    const own = moves.shift();
    if (own === undefined) return;
    socket.write(Buffer.from(own.octets.join(''), 'utf8'));
    if (own.end && moves.length % 3 === 0) socket.end();
  };
  const server = await startSmtpScript({ tls: { key, cert }, greeting: next, replies: { '': next } });
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 9 }), async (drawn) => {
        moves = [{ octets: ['220 hi\r\n'], end: false }, ...drawn];
        const recipients = ['a@example.net', 'b@example.net'];
        const seen = await ask(server.port, { recipients }, { limits });
        expect(outcomes).toContain(seen.outcome);
        expect(seen.outcome === 'answered' || seen.detail !== null).toBe(true);
        expect(seen.recipients.map(({ address }) => address)).toEqual(recipients);
        for (const { step, notTried } of seen.recipients) expect(step.command === null).toBe(notTried !== undefined);
        for (const { reply, code } of seen.steps) expect(reply === null).toBe(code === null);
      }),
      { numRuns: 150 },
    );
    const commands = server.transcripts.flatMap((own) => own.commands);
    expect(commands.length).toBeGreaterThan(150);
    expect(
      commands.filter(
        (own) =>
          !/^(?:EHLO|HELO) probe\.example\.org$|^STARTTLS$|^MAIL FROM:<>$|^RCPT TO:<[ab]@example\.net>$|^RSET$|^QUIT$/.test(
            own,
          ),
      ),
    ).toEqual([]);
  } finally {
    await server.stop();
  }
});

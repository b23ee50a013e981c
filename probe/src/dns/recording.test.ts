import { ZoneDns } from '@whybounce/core/dns';
import { expect, it } from 'vitest';
import { recordingDns, replayDns } from './recording.ts';

it('replays what was recorded, and nothing else', async () => {
  const zone = new ZoneDns({
    'example.com': { MX: [{ preference: 10, exchange: 'mx.example.com' }], TXT: ['v=spf1 \u00ff'] },
  });
  const dns = recordingDns(zone);
  const asked = [
    await dns.query('Example.com.', 'MX'),
    await dns.query('example.com', 'TXT', { checkingDisabled: true }),
    await dns.query('none.example.com', 'A', { server: '192.0.2.1:53' }),
  ];
  await dns.query('example.com', 'MX');
  const recording = JSON.parse(JSON.stringify(dns.recording()));
  expect(recording.questions).toHaveLength(3);
  expect(recording.questions[2]).toMatchObject({
    name: 'none.example.com',
    type: 'A',
    server: '192.0.2.1:53',
    checkingDisabled: false,
  });

  const replay = replayDns(recording);
  expect([
    await replay.query('EXAMPLE.com', 'MX'),
    await replay.query('example.com', 'TXT', { checkingDisabled: true }),
    await replay.query('none.example.com', 'A', { server: '192.0.2.1:53' }),
  ]).toEqual(asked);
  for (const other of [
    await replay.query('example.com', 'TXT'),
    await replay.query('example.com', 'A'),
    await replay.query('none.example.com', 'A'),
  ])
    expect(other).toMatchObject({ status: 'unreachable', detail: 'not recorded', records: [] });
});

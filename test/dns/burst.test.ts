import type { Zone } from '@whybounce/core/dns';
import { expect, it, vi } from 'vitest';
import { createDns } from '../../probe/src/dns/create.ts';
import { needs } from '../peer/installed.ts';
import { startNsd } from '../peer/nsd.ts';
import { zoneFile } from '../peer/zone-file.ts';
import { startHostile } from './hostile-server.ts';

const COUNT = 5000;
const need = needs('nsd');

it.runIf(need.met)(`loses none of 5,000 questions that are asked at once${need.because}`, async () => {
  const names: Record<string, Zone[string]> = {};
  for (let i = 0; i < COUNT; i++) names[`n${i}.example.com`] = { TXT: [`text ${i}`] };
  const nsd = await startNsd({ zones: { 'example.com': zoneFile('example.com', names) } });
  const dns = createDns({ servers: [nsd.address] });
  try {
    const answers = await Promise.all(Array.from({ length: COUNT }, (_, i) => dns.query(`n${i}.example.com`, 'TXT')));
    expect(answers.filter(({ records }, i) => records[0]?.[0] === `text ${i}`)).toHaveLength(COUNT);
    expect(dns.asked).toBe(COUNT);
  } finally {
    dns.close();
    await nsd.stop();
  }
});

it.runIf(need.met)(`an answer that came while the program was busy is not too late${need.because}`, async () => {
  const nsd = await startNsd({ zones: { 'example.com': zoneFile('example.com', {}) } });
  const dns = createDns({ servers: [nsd.address], timeout: 200, tries: 1, deadline: 200 });
  try {
    for (let i = 0; i < 3; i++) {
      const answer = dns.query(`busy${i}.example.com`, 'TXT');
      // the question is on its way, and nothing was read yet
      await new Promise((resolve) => setImmediate(resolve));
      for (const until = performance.now() + 400; performance.now() < until; );
      expect((await answer).status).toBe('no-domain');
    }
  } finally {
    dns.close();
    await nsd.stop();
  }
});

it('has 200 questions in flight and no more', async () => {
  const held: (() => void)[] = [];
  const server = await startHostile({
    udp: (query, send) => {
      const answer = Buffer.from(query);
      answer.writeUInt16BE(0x8183, 2);
      held.push(() => send(answer));
    },
  });
  const dns = createDns({ servers: [server.address], timeout: 60_000, deadline: 60_000 });
  try {
    const all = Promise.all(Array.from({ length: 1000 }, (_, i) => dns.query(`n${i}.example`, 'A')));
    const waves: number[] = [];
    while (waves.length < 5) {
      await vi.waitFor(() => expect(held.length).toBeGreaterThanOrEqual(200), 20_000);
      // time for those to come that should not
      await new Promise((resolve) => setTimeout(resolve, 50));
      waves.push(held.length);
      for (const answer of held.splice(0)) answer();
    }
    expect(waves).toEqual([200, 200, 200, 200, 200]);
    expect((await all).filter(({ status }) => status === 'no-domain')).toHaveLength(1000);
  } finally {
    dns.close();
    server.stop();
  }
});

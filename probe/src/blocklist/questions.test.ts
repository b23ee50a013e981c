import { type DnsClient, ZoneDns } from '@whybounce/core/dns';
import { expect, it } from 'vitest';
import { ListQuestions } from './questions.ts';

const zone = new ZoneDns({ 'a.example': { A: ['127.0.0.2'] }, 'down.example': 'timeout' });

it('stops after two thousand questions', async () => {
  const questions = new ListQuestions(zone, () => 0);
  const names = Array.from({ length: 2_000 }, (_, number) => `${number}.example`);
  for (const { status } of await Promise.all(names.map((name) => questions.ask(name, 'A'))))
    expect(status).toBe('no-domain');
  expect((await questions.ask('a.example', 'A')).status).toBe('over-budget');
  // what was answered already costs nothing
  expect((await questions.ask('7.example', 'A')).status).toBe('no-domain');
});

it('has sixteen questions under way at most', async () => {
  let [underWay, most] = [0, 0];
  const dns: DnsClient = {
    async query(name, type) {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((done) => setTimeout(done, 1));
      underWay -= 1;
      return zone.query(name, type);
    },
  };
  const questions = new ListQuestions(dns, () => 0);
  await Promise.all(Array.from({ length: 100 }, (_, number) => questions.ask(`${number}.example`, 'A')));
  expect([underWay, most]).toEqual([0, 16]);
});

it('asks again sooner what could not be determined', async () => {
  let now = 0;
  const dns = new ZoneDns({ 'a.example': { A: ['127.0.0.2'] }, 'down.example': 'timeout' });
  const questions = new ListQuestions(dns, () => now);
  const ask = async () => {
    for (const name of ['a.example', 'down.example']) await questions.ask(name, 'A');
    return dns.asked.length;
  };
  expect([await ask(), await ask()]).toEqual([2, 2]);
  now = 30_000;
  expect(await ask()).toBe(3);
});

it('goes on after the client failed', async () => {
  const failing = { query: () => Promise.reject(new Error('broken')) };
  const questions = new ListQuestions(failing, () => 0);
  const asked = Array.from({ length: 40 }, (_, number) => questions.ask(`${number}.example`, 'A'));
  const ends = await Promise.allSettled(asked);
  expect(ends.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 'rejected'));
});

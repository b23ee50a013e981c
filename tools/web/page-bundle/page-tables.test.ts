import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import type { BounceEvent } from '@whybounce/core';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { refusalOfProof } from '../../../core/src/rules/prove-entry.ts';
import { systems } from '../../../knowledge/src/generated/index.ts';
import { diagnosisTable, loadDiagnosisProse, reasonIds, ruleTable } from '../../../knowledge/src/index.ts';
import { browserOptions } from '../browser-options.ts';
import * as source from './fixture-entry.ts';
import { pageTables } from './page-tables.ts';

// The engine in the page answers what the engine from its source answers, letter by letter.

/** Of how many proofs one is asked; 1 asks all of them. */
const EVERY = Number(process.env['PROOFS_EVERY'] ?? 23);

type Engine = typeof source;

const entry = join(import.meta.dirname, 'fixture-entry.ts');

describe('the engine in the page', () => {
  let page: Engine;
  let code: string;

  beforeAll(async () => {
    const result = await build({
      ...browserOptions,
      entryPoints: [entry],
      plugins: [pageTables()],
      format: 'iife',
      globalName: 'engine',
    });
    code = result.outputFiles[0]?.text ?? '';
    // What the language, the Encoding Standard and a worker's global scope give.
    const context = createContext({ TextDecoder, TextEncoder, URL, atob });
    page = runInContext(`${code};engine`, context) as Engine;
  }, 120_000);

  /** Values of the page's realm have other prototypes: what counts is what they say. */
  function same(ofPage: unknown, ofSource: unknown): void {
    expect(JSON.stringify(ofPage)).toBe(JSON.stringify(ofSource));
  }

  const proofs = systems
    .flatMap(({ system }) => system.entries)
    .flatMap(({ matches, mustNotMatch }) => [...matches, ...mustNotMatch])
    .filter((_, i) => i % EVERY === 0);

  test('the proofs of the entries', { timeout: 600_000 }, () => {
    expect(proofs.length).toBeGreaterThan(500);
    for (const proof of proofs) {
      const line = typeof proof === 'string' ? proof : proof.line;
      same(page.decodeReply(line), source.decodeReply(line));
      const refusal = refusalOfProof(proof);
      same(page.builtInRules().matches(refusal).map(shown), source.builtInRules().matches(refusal).map(shown));
    }
  });

  function shown(match: ReturnType<ReturnType<Engine['builtInRules']>['matches']>[number]): unknown {
    return [match, match.words, match.identifiedBy, match.mark];
  }

  test('the prose of every entry', async () => {
    const rules = ruleTable.systems.flatMap(({ slug, rules }) => rules.map(({ id }) => `${slug}/${id}`));
    expect(rules.length).toBeGreaterThan(2000);
    for (const rule of rules) same(await page.explainRule(rule), await source.explainRule(rule));
    for (const { slug } of ruleTable.systems) same(page.systemName(slug), source.systemName(slug));
    same(await page.explainRule('gmail/none'), null);
    same(await page.explainRule('none/none'), null);
  });

  test('the prose of causes, tests, observations and reasons', async () => {
    const { causes, tests, observations } = await loadDiagnosisProse();
    for (const id of Object.keys(causes) as (keyof typeof causes)[]) same(await page.explainCause(id), causes[id]);
    for (const id of Object.keys(tests) as (keyof typeof tests)[]) same(await page.explainTest(id), tests[id]);
    for (const id of diagnosisTable.observations) same(await page.explainObservation(id), observations[id]);
    for (const id of reasonIds) same(page.sayReason(id), source.sayReason(id));
  });

  const report = `From: MAILER-DAEMON@example.com
To: ann@example.com
Subject: Undelivered Mail Returned to Sender
Date: Tue, 03 Mar 2026 11:20:30 +0100
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Почтовый ящик переполнен

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; olga@example.net
Action: failed
Status: 5.4.1
Diagnostic-Code: smtp; 550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]

--b--
`;

  test('a report, what to ask, send, look at and hide', () => {
    const [there, here] = [page.decode(report), source.decode(report)];
    same(there, here);
    for (const [i, event] of here.entries()) {
      const other = there[i] as typeof event;
      same(page.escalationPacket(other), source.escalationPacket(event));
      same(page.recipientChecklist(other), source.recipientChecklist(event));
      same(new page.Conversation(other).question, new source.Conversation(event).question);
    }
    const hidden = (engine: Engine): string => new engine.Redactor().text(report);
    same(hidden(page), hidden(source));
  });

  test('patterns among many events', () => {
    const inputs = (engine: Engine): { event: BounceEvent }[] =>
      Array.from({ length: 60 }, (_, i) => {
        const refused = engine.decodeReply('550 5.7.1 [192.0.2.7] blocked using zen.spamhaus.org');
        const domain = i % 2 === 0 ? 'example.net' : 'example.org';
        return { event: { ...refused, kind: i % 2 === 0 ? 'bounce' : 'delivery', recipient: `u${i}@${domain}` } };
      });
    const [there, here] = [new page.Tally(), new source.Tally()];
    for (const input of inputs(page)) there.add(input);
    for (const input of inputs(source)) here.add(input);
    const found = source.findPatterns(here);
    expect(found.length).toBeGreaterThan(0);
    same(page.findPatterns(there), found);
    same(page.diagnoseAll(inputs(page)).events, source.diagnoseAll(inputs(source)).events);
  });

  test('the bundle is smaller than with its tables as they are', async () => {
    const before = await build({ ...browserOptions, entryPoints: [entry] });
    const saved = brotliCompressSync(before.outputFiles?.[0]?.text ?? '').length - brotliCompressSync(code).length;
    expect(saved).toBeGreaterThan(25_000);
  }, 120_000);
});

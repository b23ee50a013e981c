import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWebhook } from '../core/src/read/webhook/index.ts';
import type { Kind, Reading } from '../core/src/reading.ts';
import { findCorpus, skippedBecause } from './corpora.ts';

const corpus = findCorpus('corpus/webhooks');
const folder = corpus.path;
const isAbsent = corpus.missing !== null;
const because = skippedBecause(corpus);

/** django-anymail's event types as kinds. What it calls rejected was not sent at all, which ends the delivery too. */
const KINDS: { readonly [eventType: string]: Kind } = {
  bounced: 'bounce',
  rejected: 'bounce',
  failed: 'bounce',
  deferred: 'deferral',
  delivered: 'delivery',
  complained: 'complaint',
  autoresponded: 'auto-reply',
};

/** Rows that disagree, with the reason why they are left so. A row that agrees again must leave this list. */
const DEVIATIONS: { readonly [test: string]: string } = {
  'MailgunLegacyTestCase.test_metadata_key_conflicts':
    'the payload is only the metadata of the test, without the event that the expectation is about',
};

interface Row {
  readonly esp: string;
  readonly test: string;
  readonly payload: unknown;
  readonly expected: {
    readonly event_type?: string;
    readonly recipient?: string;
    readonly mta_response?: string | null;
  };
}

const rows = isAbsent ? [] : readRows();

test.skipIf(isAbsent)(`every payload is read as its own sender's${because}`, () => {
  const wrong = rows
    .filter((row) => isExpectedToBeRead(row))
    .filter((row) => readWebhook(row.payload)?.some((reading) => reading.dialect !== slugOf(row.esp)) ?? true);
  expect(wrong.map((row) => row.test)).toEqual([...Object.keys(DEVIATIONS)]);
});

test.skipIf(isAbsent)(`the kind agrees with django-anymail${because}`, () => {
  agree(
    (row) => row.expected.event_type,
    (row, reading) => reading.kind === (KINDS[row.expected.event_type ?? ''] ?? 'other'),
  );
});

test.skipIf(isAbsent)(`the recipient agrees with django-anymail${because}`, () => {
  agree(
    (row) => row.expected.recipient,
    (row, reading) => reading.recipient === row.expected.recipient,
  );
});

test.skipIf(isAbsent)(`the server's reply agrees with django-anymail${because}`, () => {
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
  agree(
    (row) => row.expected.mta_response,
    (row, reading) => fold(reading.diagnostic ?? '').includes(fold(row.expected.mta_response ?? '')),
  );
});

test.skipIf(isAbsent)(`every sample of Sisimai gives a recipient and an outcome${because}`, () => {
  const samples = join(folder, 'sisimai-json');
  for (const name of readdirSync(samples)) {
    const readings = readWebhook(JSON.parse(readFileSync(join(samples, name), 'utf8'))) ?? [];
    expect(readings.length, name).toBeGreaterThan(0);
    for (const { recipient, kind, dialect } of readings) {
      expect(recipient, name).toContain('@');
      expect(kind, name).not.toBe('other');
      expect(name, name).toContain(`-${dialect?.replace('-', '')}-`);
    }
  }
});

/** At least 95 of 100 rows that state the field must agree, and none may disagree that is not listed above. */
function agree(stated: (row: Row) => unknown, agrees: (row: Row, reading: Reading) => boolean): void {
  const compared = rows.filter((row) => (stated(row) ?? null) !== null);
  const wrong = compared.filter((row) => {
    const reading = readingFor(row);
    return reading === undefined || !agrees(row, reading);
  });
  expect(wrong.map((row) => row.test).filter((name) => DEVIATIONS[name] === undefined)).toEqual([]);
  expect(compared.length).toBeGreaterThan(10);
  expect((compared.length - wrong.length) / compared.length).toBeGreaterThanOrEqual(0.95);
}

/** The reading of the recipient that the row expects; else the last, which is the one that anymail's tests look at. */
function readingFor(row: Row): Reading | undefined {
  const readings = readWebhook(row.payload) ?? [];
  return (
    readings.find(({ recipient }) => recipient !== null && recipient === row.expected.recipient) ?? readings.at(-1)
  );
}

function isExpectedToBeRead(row: Row): boolean {
  return Object.keys(row.expected).length > 0;
}

function slugOf(esp: string): string {
  return esp.replaceAll('_', '-');
}

function readRows(): Row[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}

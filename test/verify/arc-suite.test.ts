import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { ZoneDns, type ZoneName } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { verifyMessage } from '../../probe/src/verify/verify-message.ts';
import { findCorpus, skippedBecause } from '../corpora.ts';

/** The validation cases of the ARC test suite, which was written for the drafts before RFC 8617. */
const suite = findCorpus('suites/arc/arc-draft-validation-tests.yml');

interface Scenario {
  readonly description: string;
  readonly tests: Readonly<Record<string, { readonly message: string; readonly cv: string }>>;
  readonly 'txt-records': Readonly<Record<string, string>> | null;
}

/** Cases in which the specification has moved on since the draft, with the reason. */
const deviations: Readonly<Record<string, { readonly why: string; readonly lenient: string }>> = {
  ams_fields_c_na: {
    why: 'without c= an ARC-Message-Signature is simple/simple (RFC 8617 section 4.1.2, RFC 6376 section 3.5); the draft had relaxed',
    lenient: 'pass',
  },
  ams_fields_h_empty: {
    why: 'h= must not be empty and must name From (RFC 6376 section 5.4)',
    lenient: 'fail',
  },
};
/** The suite leaves the outcome open where the newest seal says cv=fail; RFC 8617 section 5.2 step 2 has such a chain fail. */
const OPEN = '';

describe.skipIf(suite.missing !== null)(`ARC test suite${skippedBecause(suite)}`, () => {
  const scenarios = suite.missing === null ? readScenarios(suite.path) : [];
  const cases = scenarios.flatMap(({ tests, 'txt-records': records }) =>
    Object.entries(tests).map(([name, { message, cv }]) => ({
      name,
      message,
      cv: (cv ?? OPEN).trim().toLowerCase(),
      records,
    })),
  );

  it('has all its cases', () => {
    expect(cases).toHaveLength(171);
  });

  it.each(cases)('$name: $cv', async ({ name, message, cv, records }) => {
    const arc = await verifyArc(message, records ?? {});
    const deviation = deviations[name];
    if (deviation === undefined) expect(arc.cv, arc.detail ?? '').toBe(cv === OPEN ? 'fail' : cv);
    else {
      expect(arc.cv, deviation.why).not.toBe(cv);
      expect(arc.lenient?.result ?? arc.cv).toBe(deviation.lenient);
    }
    // what each hop shows must bear the verdict out
    const holds =
      arc.sets.every(({ seal }) => seal?.verdict === 'pass') && arc.sets.at(-1)?.messageSignature?.verdict === 'pass';
    if (arc.cv === 'pass') expect(holds).toBe(true);
    if (arc.cv === 'fail') expect(arc.fault).not.toBeNull();
  });
});

function readScenarios(path: string): Scenario[] {
  // some cases stand there twice under one key
  return parseAllDocuments(readFileSync(path, 'utf8'), { uniqueKeys: false }).map(
    (document) => document.toJS() as Scenario,
  );
}

async function verifyArc(message: string, records: Readonly<Record<string, string>>) {
  const zone: Record<string, ZoneName> = {};
  for (const [name, text] of Object.entries(records)) zone[name] = { TXT: [text] };
  const verification = await verifyMessage(
    {
      raw: Buffer.from(message.replaceAll(/\r?\n/g, '\r\n')),
      ip: null,
      helo: null,
      mailFrom: null,
      received: new Date(0),
    },
    { dns: new ZoneDns(zone), now: new Date(0) },
  );
  return verification.arc;
}

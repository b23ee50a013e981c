import type { CheckResult, Outcome, Severity } from '@whybounce/core/check';
import { type Zone, ZoneDns } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../blocklist/listing.ts';
import type { HttpsResponse } from '../https/response.ts';
import type { SmtpObservation, SmtpRequest } from '../smtp/observation.ts';
import { type CheckContext, NOTHING, type Subject } from './context.ts';
import type { Check } from './define.ts';
import { resultOf } from './run.ts';

/** A world in memory in which a check looks at its subject. */
export interface World {
  /** Default: the domain example.com, and nothing else known. */
  readonly subject?: Partial<Subject>;
  readonly zone?: Zone;
  /** What name servers say that are asked themselves, by address; one that is not named does not answer. */
  readonly servers?: Readonly<Record<string, Zone>>;
  /** What the resolver says where it is told not to check signatures. */
  readonly unchecked?: Zone;
  /** What the server at an address does; `*` for all others. An address that is not named gives no connection. Absent: no mail server may be connected to. */
  readonly smtp?: Readonly<
    Record<string, Partial<SmtpObservation> | ((request: SmtpRequest) => Partial<SmtpObservation>)>
  >;
  /** By URL; one that is not named gives no connection. */
  readonly https?: Readonly<Record<string, Partial<HttpsResponse> & { readonly text?: string }>>;
  readonly lists?: readonly Partial<Listing>[];
  readonly now?: Date;
  /** What the result must say; a string must occur, a pattern must match. */
  readonly says?: string | RegExp;
  /** What the proposed fix or text to publish must hold. */
  readonly fix?: string | RegExp;
  /** What the result must weigh, where the case weighs another than the check does in general. */
  readonly severity?: Severity;
}

type Worlds = Readonly<Record<string, World>>;

/** What shows that a check works: worlds by what is remarkable about them. */
export interface Proofs {
  readonly passes: Worlds | Impossible;
  readonly fails: Worlds | Impossible;
  /** What could not be determined must never cost anything. */
  readonly undetermined: Worlds | Impossible;
  readonly warns?: Worlds;
  readonly tells?: Worlds;
  readonly notApplicable?: Worlds;
}

/** That an outcome cannot come, and why. */
type Impossible = { readonly never: string };

export const NOW = new Date('2026-11-28T12:00:00Z');

const outcomeOf: Readonly<Record<keyof Proofs, Outcome>> = {
  passes: 'pass',
  fails: 'fail',
  undetermined: 'could-not-determine',
  warns: 'warn',
  tells: 'info',
  notApplicable: 'not-applicable',
};

/** Tests a check in worlds of every outcome that it can have. */
export function proveCheck(check: Check, proofs: Proofs): void {
  describe(check.id, () => {
    for (const [kind, worlds] of Object.entries(proofs) as [keyof Proofs, Worlds | Impossible][]) {
      if (isImpossible(worlds)) {
        it(`never ${kind}: ${worlds.never}`, () => expect(worlds.never.length).toBeGreaterThan(20));
        continue;
      }
      it.each(Object.entries(worlds))(`${kind}: %s`, async (_name, world) => {
        const context = contextOf(world);
        const known = Object.fromEntries(check.needs.map((need) => [need, context.subject[need]]));
        expect(known, 'the world must name what the check needs').not.toContain(null);
        const result = resultOf(check, await check.run(context));
        expect(result).toMatchObject({ outcome: outcomeOf[kind] });
        expectSentences(result);
        if (world.says !== undefined) expect(result.says).toMatch(world.says);
        if (world.fix !== undefined) expect(`${result.fix}\n${result.publish}`).toMatch(world.fix);
        if (world.severity !== undefined) expect(result.severity).toBe(world.severity);
        if (kind === 'fails') {
          expect(result.seen.length, 'a failure shows what was seen').toBeGreaterThan(0);
          if (check.remedy !== null) expect(result.fix).not.toBeNull();
        }
      });
    }
  });
}

/** That everything told is whole sentences about what was seen. */
function expectSentences({ says, fix, seen }: CheckResult): void {
  for (const text of fix === null ? [says] : [says, fix]) {
    expect(text).toMatch(/^\S.*[.?]$/s);
    // a null MX and the null sender are terms of the field
    expect(text).not.toMatch(/undefined|null\b(?! (?:MX|sender)\b)|NaN|\[object| {2}/);
  }
  for (const { of, value } of seen) expect([of.length > 0, typeof value]).toEqual([true, 'string']);
}

function isImpossible(worlds: Worlds | Impossible): worlds is Impossible {
  return 'never' in worlds && typeof worlds.never === 'string';
}

/** The context that a world makes. */
export function contextOf(world: World): CheckContext {
  return {
    subject: { ...NOTHING, domain: 'example.com', ...world.subject },
    dns: new ZoneDns(world.zone ?? {}, { servers: world.servers, unchecked: world.unchecked }),
    smtp: world.smtp === undefined ? null : { probe: async (request) => observed(world.smtp ?? {}, request) },
    https: world.https === undefined ? null : { get: async (url) => fetched(world.https ?? {}, url) },
    lists: world.lists === undefined ? null : listsOf(world.lists),
    now: world.now ?? NOW,
    ownName: 'probe.example.org',
    smtpPort: 25,
  };
}

function observed(servers: NonNullable<World['smtp']>, request: SmtpRequest): SmtpObservation {
  const own = servers[request.ip] ?? servers['*'];
  const given = typeof own === 'function' ? own(request) : own;
  return {
    request,
    outcome: given === undefined ? 'no-connection' : 'answered',
    detail: given === undefined ? 'connection refused' : null,
    steps: [],
    connected: 20,
    greeted: 40,
    extensions: {},
    plainExtensions: {},
    startTls: 'not-offered',
    tlsError: null,
    tls: null,
    recipients: [],
    ...given,
  };
}

function fetched(pages: NonNullable<World['https']>, url: string): HttpsResponse {
  const { text, ...given } = pages[url] ?? { outcome: 'no-connection' as const, detail: 'connection refused' };
  const outcome = given.outcome ?? 'answered';
  return {
    url,
    outcome,
    status: outcome === 'answered' ? 200 : null,
    headers: { 'content-type': 'text/plain' },
    body: new TextEncoder().encode(text ?? ''),
    detail: null,
    ip: '192.0.2.80',
    certificateEnds: new Date('2027-06-01T00:00:00Z'),
    ...given,
  };
}

function listsOf(listings: readonly Partial<Listing>[]): NonNullable<CheckContext['lists']> {
  const all = listings.map(
    (own): Listing => ({
      zone: 'list.example',
      name: 'Example list',
      weight: 'high',
      kind: 'block',
      subject: '192.0.2.1',
      verdict: 'not-listed',
      codes: [],
      reason: null,
      why: null,
      delist: null,
      ...own,
    }),
  );
  const of = async (subject: string): Promise<Listing[]> => all.filter((listing) => listing.subject === subject);
  return { ip: of, domain: of };
}

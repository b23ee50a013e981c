import { expect, it } from 'vitest';
import type { SmtpRequest } from '../../smtp/observation.ts';
import { busy } from '../mx/dialogue-fixture.ts';
import { contextOf, proveCheck } from '../prove-fixture.ts';
import { nothingThere, plain, secured, servers, untestable, withOld } from './tls-fixture.ts';
import version from './version.ts';

proveCheck(version, {
  passes: {
    'old ones are refused': {
      ...servers(withOld('refused')),
      says: 'TLS 1.3 is agreed on, and TLS 1.0 and 1.1 are refused',
    },
    'old ones could not be asked for': { ...servers(withOld('busy')), says: 'could not be told' },
    'TLS 1.2 is the best': servers((request) =>
      request.tlsVersions === undefined ? secured({}, { version: 'TLSv1.2' }) : withOld('refused')(request),
    ),
    'a server without TLS is the matter of another check': servers(withOld('refused'), plain),
  },
  fails: {
    'old ones alone': {
      ...servers(secured({}, { version: 'TLSv1' })),
      severity: 'high',
      says: 'the best that it offers is TLS 1.0,',
    },
    'one of two': {
      ...servers(withOld('refused'), secured({}, { version: 'TLSv1.1' })),
      says: /^mx2\.example\.com \(192\.0\.2\.2\): the best that it offers is TLS 1\.1/,
      fix: /in mx2\.example\.com/,
    },
  },
  warns: {
    'old ones too': {
      ...servers(withOld('TLSv1.1'), withOld('refused')),
      severity: 'medium',
      says: 'still takes TLS 1.1',
      fix: /switch older versions off/,
    },
  },
  undetermined: { ...untestable, 'one was not reached': servers(withOld('refused'), busy) },
  notApplicable: { ...nothingThere, 'no TLS': servers(plain) },
});

it('opens one connection more, and to the first server alone', async () => {
  const asked: SmtpRequest[] = [];
  const first = (request: SmtpRequest) => {
    asked.push(request);
    return withOld('refused')(request);
  };
  await version.run(contextOf(servers(first)));
  expect(asked.map(({ ip, tlsVersions }) => [ip, tlsVersions?.max ?? null])).toEqual([
    ['192.0.2.1', null],
    ['192.0.2.2', null],
    ['192.0.2.1', 'TLSv1.1'],
  ]);
  expect(asked[2]?.recipients).toEqual([]);
});

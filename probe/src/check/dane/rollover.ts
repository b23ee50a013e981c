import { formatTlsa, type TlsaRecord, tlsaRollover } from '@whybounce/core/record';
import { tlsaFor } from '../../dane/digest.ts';
import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { listed } from '../../fact/list-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { smtpSessions } from '../../fact/smtp-sessions.ts';
import { tlsStateOf } from '../../fact/tls-sessions.ts';
import { matchOf, type TlsaSet, tlsaLine, tlsaSets } from '../../fact/tlsa.ts';
import type { SeenTls } from '../../smtp/observation.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, notApplicable, pass, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'dane.rollover',
  area: 'dane',
  input: 'domain',
  needs: ['domain'],
  severity: 'low',
  title: 'TLSA records are ready for the next key',
  about:
    'Whether each mail server has a TLSA record that will still fit after its key or its authority changes. With one record alone, mail stops at the next change until the DNS has followed; nothing is wrong until then.',
  remedy: 'Publish a second TLSA record: for the next key, or for the authority that signs the certificate.',
  source: 'RFC 7671 section 8',
  async run(context) {
    const sets = await tlsaSets(context);
    const { route } = await mailServers(context);
    if (route === 'unknown')
      return undetermined('The mail servers are not known, so nothing can be said of their TLSA records.');
    const counting = sets.filter(({ state }) => state === 'signed');
    const open = sets.filter(({ state }) => state === 'unknown');
    const seen = [...counting, ...open].flatMap(({ answer }) => (answer === null ? [] : [seenAnswer(answer)]));
    if (counting.length === 0)
      return open.length === 0
        ? notApplicable('No mail server has signed TLSA records.')
        : undetermined(
            `The TLSA records of ${listed(open.map(({ server }) => server.host))} could not be read or not be verified: ${listed([...new Set(open.map(({ answer }) => (answer === null || answer.status === 'found' ? 'the resolver that was asked does not vouch for signatures' : whyUnknown(answer))))])}.`,
            { seen },
          );
    const judged = await Promise.all(counting.map((set) => judge(context, set)));
    const unready = judged.filter(({ rollover }) => !rollover.ready);
    if (unready.length > 0)
      return warn(unready.map(({ host, rollover }) => `${host}: ${rollover.says}`).join(' '), {
        seen,
        fix: [
          ...new Set(unready.map(({ rollover }) => rollover.fix ?? '')),
          ...(unready.some(({ second }) => second !== null)
            ? [
                'Or publish the record below beside the present one: it names the authority of the certificate, and helps as long as the next one comes from there too.',
              ]
            : []),
        ]
          .join(' ')
          .trim(),
        ...publishing(unready.flatMap(({ second }) => (second === null ? [] : [second]))),
      });
    if (open.length > 0)
      return undetermined(
        `${listed(judged.map(({ host }) => host))}: ready for a change of keys. ${listed(open.map(({ server }) => server.host))}: could not be told.`,
        { seen },
      );
    return pass(judged.map(({ host, rollover }) => `${host}: ${rollover.says}`).join(' '), { seen });
  },
});

const publishing = (lines: readonly string[]) => (lines.length === 0 ? {} : { publish: lines.join('\n') });

async function judge(context: CheckContext, set: TlsaSet) {
  const { host } = set.server;
  const records = set.answer?.records ?? [];
  const tls = await tlsOf(context, host);
  const match = tls === null ? null : matchOf(context, set, tls);
  // of a certificate that cannot be read nobody knows whether a record names it
  const matches =
    match === null || match.outcome === 'no-chain' ? null : match.matches.map(({ verdict }) => verdict === 'match');
  const rollover = tlsaRollover(records, matches);
  const authority = rollover.ready || tls === null ? null : authorityOf(context, set, tls);
  return { host, rollover, second: authority === null ? null : tlsaLine(host, context.smtpPort, authority) };
}

/** What a server presents; null where nobody looked, or it could not be told. */
async function tlsOf(context: CheckContext, host: string): Promise<SeenTls | null> {
  for (const session of (await smtpSessions(context))?.sessions ?? []) {
    const state = tlsStateOf(session);
    if (session.server.host === host && state.kind === 'done' && state.tls.certificate !== null) return state.tls;
  }
  return null;
}

/**
 * The record `2 1 1` for the authority that signed the server's certificate, where it would fit and is not there yet:
 * of the next key nobody here knows the digest.
 */
function authorityOf(context: CheckContext, set: TlsaSet, tls: SeenTls): TlsaRecord | null {
  const der = tls.certificate?.chain[1];
  if (der === undefined || set.answer === null) return null;
  try {
    const record = tlsaFor(der, { usage: 2, selector: 1, matchingType: 1 });
    const isNew = set.answer.records.every((one) => formatTlsa(one) !== formatTlsa(record));
    const answer = { ...set.answer, records: [record] };
    return isNew && matchOf(context, { ...set, answer }, tls)?.outcome === 'match' ? record : null;
  } catch {
    return null;
  }
}

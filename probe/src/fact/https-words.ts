import type { Seen } from '@whybounce/core/check';
import type { HttpsResponse } from '../https/response.ts';
import { oneLine } from './smtp-sessions.ts';

/** Why a file could not be had. */
export interface FetchFault {
  /** Whether everybody meets it; else it may be the moment, or the way from here. */
  readonly definite: boolean;
  /** Words that follow the URL and a colon, without the full stop. */
  readonly says: string;
  /** As a sentence. */
  readonly fix: string;
}

/** What web servers say for a while only, or to those who ask too often. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/** Why a response is not the file that was asked for; null where it is. */
export function fetchFault(response: HttpsResponse): FetchFault | null {
  const { outcome, detail, status, headers, url } = response;
  const host = URL.canParse(url) ? new URL(url).hostname : oneLine(url);
  const words = detail === null ? '' : `; ${detail.replace(/[.\s]+$/, '')}`;
  const definite = (says: string, fix: string): FetchFault => ({ definite: true, says: `${says}${words}`, fix });
  const passing = (says: string): FetchFault => ({
    definite: false,
    says: `${says}${words}`,
    fix: `Look whether ${host} can be reached from elsewhere.`,
  });
  switch (outcome) {
    case 'no-name':
      return definite(`${host} has no address in the DNS`, `Publish an address for ${host}.`);
    case 'not-public':
      return definite(
        `${host} leads to an address that is not on the public internet`,
        `Give ${host} a public address.`,
      );
    case 'not-allowed':
      return definite('this is no URL that can be fetched', 'Write an https URL with a host name and the usual port.');
    case 'bad-certificate':
      return definite(
        `the certificate of the web server is not valid for ${host}`,
        `Install a certificate that browsers trust and that names ${host}, with its intermediate certificates.`,
      );
    case 'too-large':
      return definite('the file is too large', 'Serve the file itself, and nothing larger than needed.');
    case 'no-connection':
      // a refusal is the other side's word, silence may be the way from here
      return /refus/i.test(detail ?? '')
        ? definite('the web server takes no connection', `Start the web server of ${host}, and open port 443.`)
        : passing('no connection');
    case 'could-not-resolve':
      return passing(`whether ${host} has an address could not be told`);
    case 'timeout':
      return passing('no answer came in time');
    case 'broken':
      return passing('the answer broke off');
    case 'answered':
      return status === 200 ? null : ofStatus(status ?? 0, headers['location'], host);
  }
}

function ofStatus(status: number, location: string | undefined, host: string): FetchFault {
  if (status >= 300 && status < 400)
    return {
      definite: true,
      says: `the web server answers ${status}${location === undefined ? '' : ` and sends on to ${oneLine(location)}`}`,
      fix: `Serve the file at this very URL. Many content delivery networks redirect by default: switch that off for ${host}.`,
    };
  const says = `the web server answers ${status} instead of 200`;
  if (PASSING.has(status)) return { definite: false, says, fix: `Look at the web server of ${host}.` };
  return {
    definite: true,
    says,
    fix:
      status === 401 || status === 403
        ? `Let everybody read it: programs fetch it, so a login or a test for humans must not stand before ${host}.`
        : `Put the file there, and have ${host} answer 200.`,
  };
}

/** A response as evidence: its head, and of the body the beginning. */
export function seenResponse(
  { url, outcome, status, headers, detail, ip, body }: HttpsResponse,
  withBody = false,
): Seen {
  if (outcome !== 'answered')
    return { of: `GET ${oneLine(url)}`, value: detail === null ? outcome : `${outcome}; ${detail}` };
  const head = [
    `${status ?? ''}${ip === null ? '' : ` from ${ip}`}`,
    ...['content-type', 'location'].flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [`${name}: ${oneLine(value)}`];
    }),
  ];
  const text = withBody ? `\n\n${new TextDecoder().decode(body.subarray(0, MAX_SHOWN))}` : '';
  return { of: `GET ${oneLine(url)}`, value: `${head.join('\n')}${text}` };
}

/** A policy has a few hundred octets; of what is none, the beginning tells enough. */
const MAX_SHOWN = 2_000;

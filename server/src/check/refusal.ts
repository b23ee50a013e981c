import type { Context } from 'hono';
import { type ClientBindings, networkOf } from '../client.ts';
import { isFromOtherSite, isLinkFromOtherSite } from '../cross-site.ts';
import { RETRY_AFTER_SECONDS } from '../limits.ts';
import type { Asker, CheckDesk, Wait } from './check-desk.ts';

/** Why a check is not made, and how that is answered. */
interface Refusal {
  readonly problem: Wait | 'foreign';
  readonly status: 403 | 429 | 503;
  readonly headers: Readonly<Record<string, string>>;
}

/** For whom a request is answered. */
export function askerOf(context: Context<ClientBindings>): Asker {
  return { network: networkOfRequest(context), gone: context.req.raw.signal };
}

/** The network that a request counts against. */
export function networkOfRequest({ env }: Context<ClientBindings>): string {
  // undefined where the application is called without a server
  const { address = '' } = (env as ClientBindings['Bindings'] | undefined) ?? {};
  return networkOf({ address });
}

/**
 * Why a check is not made for this request now; null where it is.
 *
 * @param as what is asked for: a link of another site may lead to a page, and never to results or with a posted form
 */
export function refusalFor(desk: CheckDesk, context: Context<ClientBindings>, as: 'page' | 'data'): Refusal | null {
  const { raw } = context.req;
  if (isFromOtherSite(raw) && !(as === 'page' && isLinkFromOtherSite(raw)))
    return { problem: 'foreign', status: 403, headers: {} };
  const problem = desk.refusal(networkOfRequest(context));
  if (problem === null) return null;
  const headers = { 'Retry-After': String(RETRY_AFTER_SECONDS) };
  return { problem, status: problem === 'busy' ? 503 : 429, headers };
}

import type { Context } from 'hono';
import { networkOfRequest } from '../check/refusal.ts';
import type { ClientBindings } from '../client.ts';
import { isFromOtherSite } from '../cross-site.ts';
import type { ByteBudget } from '../form/byte-budget.ts';
import { FormError } from '../form/form-error.ts';
import { parseForm } from '../form/parse-form.ts';
import { postedBody } from '../form/posted-body.ts';
import { discardBody } from '../form/read-body.ts';
import { textOf } from '../form/text-of-field.ts';
import { MAX_DISCARDED_BYTES, MAX_RECORD_FORM_BYTES, RETRY_AFTER_SECONDS } from '../limits.ts';
import { formFaults, recordProblems } from '../wording.ts';
import { problemOfBody } from './problem-of.ts';

/** What came of a posted form about a record: its fields, or how it is refused. */
type PostedFields =
  | { readonly kind: 'fields'; readonly fields: URLSearchParams }
  | {
      readonly kind: 'refused';
      readonly says: string;
      readonly status: 400 | 403 | 408 | 413 | 415 | 422 | 503;
      readonly headers: Readonly<Record<string, string>>;
    };

const statusOf = { foreign: 403, tooSlow: 408, tooLarge: 413, busy: 503 } as const;

/** Reads a form that is small enough to be read where requests are answered; null where the client went away. */
export async function postedFields(context: Context<ClientBindings>, budget: ByteBudget): Promise<PostedFields | null> {
  const { raw } = context.req;
  if (isFromOtherSite(raw)) {
    await discardBody(raw.body, MAX_DISCARDED_BYTES).catch(() => {});
    return refused('foreign');
  }
  const network = networkOfRequest(context);
  const read = await postedBody(raw, MAX_RECORD_FORM_BYTES, budget, network);
  if (read === null) return null;
  if (read.kind !== 'body') return refused(problemOfBody[read.kind]);
  const { buffer, byteOffset, byteLength } = read.bytes;
  try {
    const form = parseForm(raw.headers.get('Content-Type'), Buffer.from(buffer, byteOffset, byteLength));
    return { kind: 'fields', fields: new URLSearchParams(form.map((field) => [field.name, textOf(field)])) };
  } catch (error) {
    if (!(error instanceof FormError)) throw error;
    const { says, status } = formFaults[error.fault];
    return { kind: 'refused', says, status, headers: {} };
  } finally {
    budget.giveBack(network, byteLength);
  }
}

/** What was not read of the body must not be taken for the next request: the connection ends. */
function refused(problem: keyof typeof statusOf): PostedFields {
  return {
    kind: 'refused',
    says: recordProblems[problem],
    status: statusOf[problem],
    headers: { Connection: 'close', ...(problem === 'busy' ? { 'Retry-After': String(RETRY_AFTER_SECONDS) } : {}) },
  };
}

import { readSubject, SubjectError } from '@whybounce/probe';
import {
  type Answered,
  type Assets,
  atOrigin,
  dmarcDocument,
  mtaStsDocument,
  notAsked,
  oneValue,
  type RecordFields,
  readFields,
  spfDocument,
  whatIfDocument,
  writeBimiDocument,
  writeDkimDocument,
  writeDmarcDocument,
  writeMtaStsDocument,
  writeSpfDocument,
} from '@whybounce/web';
import { type Context, Hono } from 'hono';
import type { CheckDesk } from '../check/check-desk.ts';
import { askerOf, refusalFor } from '../check/refusal.ts';
import type { ClientBindings } from '../client.ts';
import type { ByteBudget } from '../form/byte-budget.ts';
import { InputError } from '../record/input-error.ts';
import { lookAtDmarc } from '../record/look-at-dmarc.ts';
import { lookAtMtaSts } from '../record/look-at-mta-sts.ts';
import { lookAtSpf } from '../record/look-at-spf.ts';
import { withoutPrivateKeys, withoutUnreadKey } from '../record/private-key.ts';
import { tryRecord, tryRecordNames } from '../record/try-record.ts';
import type { Look } from '../record/world.ts';
import { writeBimiDraft } from '../record/write-bimi-draft.ts';
import { writeDkimDraft } from '../record/write-dkim-draft.ts';
import { writeDmarcDraft } from '../record/write-dmarc-draft.ts';
import { writeMtaStsDraft } from '../record/write-mta-sts-draft.ts';
import { writeSpfDraft } from '../record/write-spf-draft.ts';
import { sendHead, sendHtml } from '../send-html.ts';
import { checkProblems, recordProblems } from '../wording.ts';
import { postedFields } from './posted-fields.ts';

/** What the routes of records need. */
export interface RecordRoute {
  readonly desk: CheckDesk;
  /** What posted forms may hold together. */
  readonly budget: ByteBudget;
  readonly assets: Assets;
  /** The site's own address. */
  readonly origin: string;
}

/** A page about records: which parameters it knows, what it looks up, and how it is shown. */
interface RecordPage<T> {
  readonly names: readonly string[];
  /** Parameters without which nothing is looked up: the form alone is shown. */
  readonly needs?: readonly string[];
  /** Whether the form is posted: what it may hold by mistake must not stand in an address, which browsers and proxies keep. */
  readonly isPosted?: boolean;
  /** What of a form may stand in it again. */
  readonly shown?: (fields: RecordFields) => RecordFields;
  readonly look: Look<T>;
  readonly document: (assets: Assets, fields: RecordFields, state: Answered<T>) => string;
}

/**
 * The pages that show and write records: `GET /check/spf?domain=…` and its kin. Each is whole when it is sent, without
 * script; without a domain it is its form alone. A form that takes a key is posted.
 */
export function recordRoutes({ desk, budget, assets, origin }: RecordRoute): Hono<ClientBindings> {
  const app = new Hono<ClientBindings>();
  const serve = <T>(path: string, page: RecordPage<T>): void => {
    const { names, needs = [], isPosted = false, shown = (fields) => fields, look, document } = page;
    const known = ['domain', ...names];
    const answer = async (context: Context<ClientBindings>, fields: RecordFields): Promise<Response> => {
      const harmless = withoutPrivateKeys(fields);
      const again = shown(harmless);
      const show = (state: Answered<T>): string => atOrigin(document(assets, again, state), origin);
      const problem = (says: string): string => show({ answer: null, problem: says });
      if (harmless !== fields) return sendHtml(context, problem(recordProblems.privateKey), 422);
      if (['domain', ...needs].some((name) => oneValue(fields, name) === '')) return sendHtml(context, show(notAsked));
      if (context.req.method === 'HEAD') return sendHead(context);
      let domain: string;
      try {
        domain = readSubject({ domain: oneValue(fields, 'domain') }).domain ?? '';
      } catch (error) {
        return sendHtml(context, problem(sentenceOf(error)), 422);
      }
      const refused = refusalFor(desk, context, isPosted ? 'data' : 'page');
      if (refused !== null)
        return sendHtml(context, problem(checkProblems[refused.problem]), refused.status, refused.headers);
      try {
        const found = await desk.lend(askerOf(context), `${path} ${domain}`, (lent) =>
          look(domain, fields, { ...lent, now: new Date() }),
        );
        return sendHtml(context, show({ answer: found, problem: null }));
      } catch (error) {
        return sendHtml(context, problem(sentenceOf(error)), 422);
      }
    };
    app.get(path, (context) => {
      const fields = readFields(new URL(context.req.url).searchParams, known);
      // of a form that is posted, an address may fill in where to begin, and nothing is looked up by it
      if (!isPosted) return answer(context, fields);
      const harmless = withoutPrivateKeys(fields);
      const { key: _, ...begun } = harmless;
      const isSecret = harmless !== fields;
      const state = { answer: null, problem: isSecret ? recordProblems.privateKey : null };
      return sendHtml(context, atOrigin(document(assets, begun, state), origin), isSecret ? 422 : 200);
    });
    if (!isPosted) return;
    app.post(path, async (context) => {
      const form = await postedFields(context, budget);
      // nobody is there any more to read an answer
      if (form === null) return context.body(null, 400);
      if (form.kind === 'fields') return answer(context, readFields(form.fields, known));
      const { says, status, headers } = form;
      return sendHtml(
        context,
        atOrigin(document(assets, {}, { answer: null, problem: says }), origin),
        status,
        headers,
      );
    });
  };
  for (const path of ['/write', '/write/'])
    app.get(path, (context) => context.body(null, 308, { Location: '/check', 'Cache-Control': 'no-cache' }));
  serve('/check/spf', { names: ['ip', 'sender', 'helo'], look: lookAtSpf, document: spfDocument });
  serve('/check/dmarc', { names: [], look: lookAtDmarc, document: dmarcDocument });
  serve('/check/mta-sts', { names: [], look: lookAtMtaSts, document: mtaStsDocument });
  serve('/check/what-if', {
    names: tryRecordNames,
    needs: ['record'],
    look: tryRecord,
    document: whatIfDocument,
  });
  serve('/write/spf', {
    names: ['add', 'include', 'ip', 'host', 'remove', 'all', 'published', 'nothing'],
    look: writeSpfDraft,
    document: writeSpfDocument,
  });
  serve('/write/dmarc', {
    names: [
      ...['p', 'once', 'sp', 'np', 'rua', 'ruf', 'without', 'adkim', 'aspf', 'test'],
      ...['published', 'nothing'],
    ],
    look: writeDmarcDraft,
    document: writeDmarcDocument,
  });
  serve('/write/mta-sts', { names: ['mode', 'age', 'rua'], look: writeMtaStsDraft, document: writeMtaStsDocument });
  serve('/write/dkim', {
    names: ['selector', 'key'],
    needs: ['selector', 'key'],
    isPosted: true,
    shown: withoutUnreadKey,
    look: writeDkimDraft,
    document: writeDkimDocument,
  });
  serve('/write/bimi', {
    names: ['selector', 'logo', 'evidence'],
    needs: ['logo'],
    look: writeBimiDraft,
    document: writeBimiDocument,
  });
  return app;
}

/** What is wrong with what somebody wrote; every other error is a fault of the service, and goes on. */
function sentenceOf(error: unknown): string {
  if (error instanceof SubjectError || error instanceof InputError) return error.message;
  throw error;
}

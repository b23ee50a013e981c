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
import type { ClientBindings } from '../client.ts';
import { InputError } from '../record/input-error.ts';
import { lookAtDmarc } from '../record/look-at-dmarc.ts';
import { lookAtMtaSts } from '../record/look-at-mta-sts.ts';
import { lookAtSpf } from '../record/look-at-spf.ts';
import { tryRecord, tryRecordNames } from '../record/try-record.ts';
import type { Look } from '../record/world.ts';
import { writeBimiDraft } from '../record/write-bimi-draft.ts';
import { writeDkimDraft } from '../record/write-dkim-draft.ts';
import { writeDmarcDraft } from '../record/write-dmarc-draft.ts';
import { writeMtaStsDraft } from '../record/write-mta-sts-draft.ts';
import { writeSpfDraft } from '../record/write-spf-draft.ts';
import { sendHtml } from '../send-html.ts';
import { checkProblems } from '../wording.ts';
import { refusalFor } from './check.ts';

/** What the routes of records need. */
export interface RecordRoute {
  readonly desk: CheckDesk;
  readonly assets: Assets;
  /** The site's own address. */
  readonly origin: string;
}

/** A page about records: which parameters it knows, what it looks up, and how it is shown. */
interface RecordPage<T> {
  readonly names: readonly string[];
  /** Parameters without which nothing is looked up: the form alone is shown. */
  readonly needs?: readonly string[];
  readonly look: Look<T>;
  readonly document: (assets: Assets, fields: RecordFields, state: Answered<T>) => string;
}

/**
 * The pages that show and write records: `GET /check/spf?domain=…` and its kin. Each is whole when it is sent, without
 * script; without a domain it is its form alone.
 */
export function recordRoutes({ desk, assets, origin }: RecordRoute): Hono<ClientBindings> {
  const app = new Hono<ClientBindings>();
  const serve = <T>(path: string, { names, needs = [], look, document }: RecordPage<T>): void => {
    app.get(path, async (context: Context<ClientBindings>) => {
      const fields = readFields(new URL(context.req.url).searchParams, ['domain', ...names]);
      const show = (state: Answered<T>): string => atOrigin(document(assets, fields, state), origin);
      if (['domain', ...needs].some((name) => oneValue(fields, name) === '')) return sendHtml(context, show(notAsked));
      const problem = (says: string): Answered<T> => ({ answer: null, problem: says });
      let domain: string;
      try {
        domain = readSubject({ domain: oneValue(fields, 'domain') }).domain ?? '';
      } catch (error) {
        return sendHtml(context, show(problem(sentenceOf(error))), 422);
      }
      const refused = refusalFor(desk, context);
      if (refused !== null)
        return sendHtml(context, show(problem(checkProblems[refused.problem])), refused.status, refused.headers);
      try {
        const answer = await desk.lend(`${path} ${domain}`, (lent) =>
          look(domain, fields, { ...lent, now: new Date() }),
        );
        return sendHtml(context, show({ answer, problem: null }));
      } catch (error) {
        return sendHtml(context, show(problem(sentenceOf(error))), 422);
      }
    });
  };
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

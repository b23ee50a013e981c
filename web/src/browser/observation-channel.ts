import type { SeenForDiagnosis } from '../answer/check/check-state.ts';

/**
 * The way by which a check page hands what it saw to a decoder in another tab of the same browser. It never
 * leaves the browser: the decoder's page may open no connection at all, and needs none for this.
 */
const NAME = 'whybounce-observations';
/** Milliseconds in which an open decoder answers. */
const PATIENCE = 1_000;
/** More than there are tests; a page of the same origin alone can send, and what it sends is looked at all the same. */
const MAX_OBSERVATIONS = 40;
/** Characters of an id (there are shorter ones alone), of a note and of a name: whatever is longer is cut or left out. */
const MAX_ID = 100;
const MAX_NOTE = 600;
const MAX_SUBJECT = 253;

/** What a check page offers. */
export interface Offer {
  /** What was checked. */
  readonly subject: string;
  readonly observed: readonly SeenForDiagnosis[];
}

type ChannelMessage = ({ readonly type: 'offer' } & Offer) | { readonly type: 'taken' };

/** Offers observations to open decoders; true where one with a bounce took them. */
export function offerToDecoder(subject: string, observed: readonly SeenForDiagnosis[]): Promise<boolean> {
  const channel = new BroadcastChannel(NAME);
  return new Promise((resolve) => {
    const end = (isTaken: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(isTaken);
    };
    const timer = setTimeout(end, PATIENCE, false);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isObject(data) && data['type'] === 'taken') end(true);
    });
    channel.postMessage({ type: 'offer', subject, observed } satisfies ChannelMessage);
  });
}

/**
 * Listens for observations.
 *
 * @param take says whether it took them; which ids there are it has to know itself
 * @returns ends it
 */
export function listenForObservations(take: (offer: Offer) => Promise<boolean>): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const offer = readOffer(data);
    if (offer === null) return;
    void take(offer).then((isTaken) => {
      if (isTaken) channel.postMessage({ type: 'taken' } satisfies ChannelMessage);
    });
  });
  return () => channel.close();
}

/** An offer as it may be looked at: texts alone, none too long, of each test one outcome; null for what is none. */
export function readOffer(data: unknown): Offer | null {
  if (!isObject(data) || data['type'] !== 'offer' || !Array.isArray(data['observed'])) return null;
  const byTest = new Map<string, SeenForDiagnosis>();
  for (const one of data['observed'].slice(0, MAX_OBSERVATIONS) as unknown[]) {
    if (!isObject(one)) continue;
    const { id, note } = one;
    if (typeof id !== 'string' || id.length > MAX_ID || typeof note !== 'string') continue;
    const test = id.slice(0, Math.max(0, id.indexOf(':')));
    if (test !== '') byTest.set(test, { id: id as SeenForDiagnosis['id'], note: cut(note, MAX_NOTE) });
  }
  const { subject } = data;
  const observed = [...byTest.values()];
  return observed.length === 0 || typeof subject !== 'string' ? null : { subject: cut(subject, MAX_SUBJECT), observed };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

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

type ChannelMessage =
  | { readonly type: 'offer'; readonly observed: readonly SeenForDiagnosis[] }
  | { readonly type: 'taken' };

/** Offers observations to open decoders; true where one with a bounce took them. */
export function offerToDecoder(observed: readonly SeenForDiagnosis[]): Promise<boolean> {
  const channel = new BroadcastChannel(NAME);
  return new Promise((resolve) => {
    const end = (isTaken: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(isTaken);
    };
    const timer = setTimeout(end, PATIENCE, false);
    channel.addEventListener('message', ({ data }: MessageEvent<ChannelMessage>) => {
      if (data?.type === 'taken') end(true);
    });
    channel.postMessage({ type: 'offer', observed } satisfies ChannelMessage);
  });
}

/**
 * Listens for observations.
 *
 * @param take says whether it took them
 * @returns ends it
 */
export function listenForObservations(take: (observed: readonly SeenForDiagnosis[]) => boolean): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<ChannelMessage>) => {
    if (data?.type !== 'offer' || !Array.isArray(data.observed)) return;
    const observed = data.observed
      .slice(0, MAX_OBSERVATIONS)
      .filter(({ id, note }) => typeof id === 'string' && typeof note === 'string');
    if (observed.length > 0 && take(observed)) channel.postMessage({ type: 'taken' } satisfies ChannelMessage);
  });
  return () => channel.close();
}

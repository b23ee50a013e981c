import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { sharedReply } from '../../address.ts';
import { Actions } from '../../component/decoder/actions.ts';
import { EventList } from '../../component/decoder/event-list.tsx';
import { examples } from '../../component/decoder/examples.ts';
import { Failure } from '../../component/decoder/failure.tsx';
import { InputForm } from '../../component/decoder/input-form.tsx';
import { Overview } from '../../component/decoder/overview.tsx';
import { Intro, LIST_SIZE } from '../../page/decoder/decoder-page.tsx';
import { answer } from '../../wording/decoder.ts';
import type { DeskClient } from '../desk-client.ts';
import { Reading } from './reading.tsx';
import { type DecoderState, PATTERN_FROM } from './state.ts';
import { useDecoder } from './use-decoder.ts';
import { useHandedIn } from './use-handed-in.ts';
import { useListKeys } from './use-list-keys.ts';

/** The decoder in a page with script: the same components as without, drawn anew with each answer. */
export function DecoderApp({
  engine,
  typed,
}: {
  readonly engine: DeskClient;
  /** What stood in the field before the script came. */
  readonly typed: string;
}): JSX.Element {
  const [state, actions] = useDecoder(engine, typed);
  useEffect(() => {
    // What is read first would wait until tables are unpacked and code is warm: that is done while nobody waits.
    const warmUp = examples.map(({ id, text }) => ({ name: id, content: text }));
    engine.read(warmUp, () => undefined).catch(() => undefined);
    if (typed.trim() !== '' && sharedReply(location.hash) === null) actions.type(typed);
  }, [engine, typed, actions]);
  useHandedIn(actions);
  useListKeys(state, actions);
  const { text, source, isReading, progress, problem, sheet, message } = state;
  const isEmpty = sheet === null && !isReading && source === null && text.trim() === '';
  return (
    <Actions.Provider value={actions}>
      <Intro isCompact={!isEmpty} />
      <InputForm
        text={text}
        isCompact={!isEmpty}
        form={{ onText: actions.type, onFiles: actions.pick, onExample: actions.example, onClear: actions.clear }}
      />
      {source === null ? null : (
        <p class="source">
          <bdi>{source}</bdi>
        </p>
      )}
      {isReading && (sheet === null || progress !== null) ? <Reading progress={progress} /> : null}
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {sheet === null || isEmpty ? null : <Answer state={state} />}
      <p class="unseen" role="status">
        {message}
      </p>
    </Actions.Provider>
  );
}

function Answer({ state }: { readonly state: DecoderState }): JSX.Element | null {
  const { sheet, failure, list, query, filterName, outputs } = state;
  const shown = useRef<HTMLDivElement>(null);
  const number = list === null ? null : (failure?.number ?? null);
  const wasOpen = useRef(number);
  useEffect(() => {
    // Who opens an event of a list, or comes back, goes on from there by keyboard too.
    if (list !== null && number !== wasOpen.current) {
      const title = number === null ? '#list-title' : `#bounce-${number}-title`;
      shown.current?.querySelector<HTMLElement>(title)?.focus();
      shown.current?.scrollIntoView({ block: 'start' });
    }
    wasOpen.current = number;
  }, [list, number]);
  if (sheet === null) return null;
  return (
    <div class="answer" ref={shown}>
      {sheet.unread.map((sentence) => (
        <p key={sentence} class="problem">
          {sentence}
        </p>
      ))}
      {failure === null ? (
        <>
          {sheet.overview === null || sheet.overview.events < PATTERN_FROM ? null : (
            <Overview overview={sheet.overview} pageSize={LIST_SIZE} />
          )}
          {list === null ? null : <EventList list={list} query={query} filterName={filterName} />}
        </>
      ) : (
        <>
          {list === null ? null : (
            <p>
              <button type="button" onClick={() => history.back()}>
                {answer.back}
              </button>
            </p>
          )}
          <Failure key={failure.number} failure={failure} outputs={outputs} />
        </>
      )}
    </div>
  );
}

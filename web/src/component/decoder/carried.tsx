import type { JSX } from 'preact';

/** What a page without script sends back, so that the server need not remember anything. */
export interface Carried {
  readonly text: string;
  readonly host: string | null;
  /** Answers so far, as `test:outcome`; a question that was left open as `test:`. */
  readonly answers: readonly string[];
}

/** The fields of a form that sends it back. */
export function CarriedFields({ carried }: { readonly carried: Carried }): JSX.Element {
  return (
    <>
      <input type="hidden" name="text" value={carried.text} />
      {carried.host === null ? null : <input type="hidden" name="host" value={carried.host} />}
      {carried.answers.map((given) => (
        <input key={given} type="hidden" name="answered" value={given} />
      ))}
    </>
  );
}

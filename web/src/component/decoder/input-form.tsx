import type { JSX, TargetedEvent } from 'preact';
import { decoder, exampleNames } from '../../wording/decoder.ts';
import { examples } from './examples.ts';

/** The one field, and what else can be handed in. Without script it posts; with script its owner listens. */
export function InputForm({
  text,
  isCompact,
  form,
}: {
  readonly text: string;
  /** An answer stands below: the field steps back. */
  readonly isCompact: boolean;
  /** What the page's script listens for; null where there is none. */
  readonly form: {
    readonly onText: (text: string) => void;
    readonly onFiles: (files: readonly File[]) => void;
    readonly onExample: (id: string) => void;
    readonly onClear: () => void;
  } | null;
}): JSX.Element {
  const pick = (event: TargetedEvent<HTMLInputElement>): void => {
    const files = [...(event.currentTarget.files ?? [])];
    if (files.length > 0) form?.onFiles(files);
    // The same file may be picked again.
    event.currentTarget.value = '';
  };
  return (
    <form
      class={isCompact ? 'input compact' : 'input'}
      method="post"
      action="/"
      encType="multipart/form-data"
      onSubmit={
        form === null
          ? undefined
          : (event) => {
              event.preventDefault();
              const button = event.submitter as HTMLButtonElement | null;
              if (button?.name === 'example') form.onExample(button.value);
              else form.onText(text);
            }
      }
    >
      <label for="bounce" class="unseen">
        {decoder.label}
      </label>
      <textarea
        id="bounce"
        name="text"
        rows={isCompact ? 3 : 8}
        placeholder={decoder.placeholder}
        spellcheck={false}
        autocapitalize="off"
        autofocus
        value={text}
        dir="auto"
        onInput={form === null ? undefined : (event) => form.onText(event.currentTarget.value)}
      />
      <div class="buttons">
        <button type="submit" class="main without-script">
          {decoder.submit}
        </button>
        <label class="button file">
          {decoder.files}
          <input class="unseen" type="file" name="file" multiple onChange={form === null ? undefined : pick} />
        </label>
        {isCompact ? null : (
          <label class="button file needs-script">
            {decoder.folder}
            <input
              class="unseen"
              type="file"
              multiple
              {...{ webkitdirectory: true }}
              onChange={form === null ? undefined : pick}
            />
          </label>
        )}
        {form === null || !isCompact ? null : (
          <button type="button" onClick={() => form.onClear()}>
            {decoder.clear}
          </button>
        )}
      </div>
      {isCompact ? null : (
        <>
          <p class="soft needs-script">{decoder.drop}</p>
          <fieldset class="examples">
            <legend>{decoder.examples}</legend>
            <ul class="plain">
              {examples.map(({ id }) => (
                <li key={id}>
                  <button type="submit" name="example" value={id} class="link">
                    {exampleNames[id]}
                  </button>
                </li>
              ))}
            </ul>
          </fieldset>
        </>
      )}
    </form>
  );
}

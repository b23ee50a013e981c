import type { ComponentChildren, JSX } from 'preact';
import { recordWording } from '../../wording/record.ts';

/** A form that asks for a page about records. It is sent with GET, so that the answer has an address. */
export function RecordForm({
  action,
  submit,
  children,
}: {
  readonly action: string;
  readonly submit: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <form class="ask" method="get" action={action}>
      {children}
      <div class="buttons">
        <button type="submit" class="main">
          {submit}
        </button>
      </div>
      <p class="soft">{recordWording.sent}</p>
    </form>
  );
}

/** A field of one line. */
export function TextField({
  name,
  value,
  label,
  example,
  hint = null,
  isRequired = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly example: string;
  readonly hint?: string | null;
  readonly isRequired?: boolean;
}): JSX.Element {
  return (
    <div class="field">
      <label for={`ask-${name}`}>{label}</label>
      <input
        id={`ask-${name}`}
        name={name}
        type="text"
        value={value}
        placeholder={example}
        required={isRequired}
        maxLength={2000}
        autocapitalize="off"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={hint === null ? undefined : `ask-${name}-hint`}
      />
      {hint === null ? null : (
        <p class="soft" id={`ask-${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The domain, which every one of these pages is about. */
export function DomainField({ value }: { readonly value: string }): JSX.Element {
  const { label, example } = recordWording.domain;
  return <TextField name="domain" value={value} label={label} example={example} isRequired />;
}

/** A text of several lines. */
export function LongField({
  name,
  value,
  label,
  example,
  hint,
  rows = 4,
}: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly example: string;
  readonly hint: string;
  readonly rows?: number;
}): JSX.Element {
  return (
    <div class="field">
      <label for={`ask-${name}`}>{label}</label>
      <textarea
        id={`ask-${name}`}
        name={name}
        rows={rows}
        placeholder={example}
        maxLength={4000}
        autocapitalize="off"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`ask-${name}-hint`}
        value={value}
      />
      <p class="soft" id={`ask-${name}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** One of several words, as a list to choose from. */
export function ChoiceField<T extends string>({
  name,
  label,
  value,
  choices,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly choices: Readonly<Record<T, string>>;
}): JSX.Element {
  return (
    <div class="field">
      <label for={`ask-${name}`}>{label}</label>
      <select id={`ask-${name}`} name={name} value={value}>
        {(Object.entries(choices) as [string, string][]).map(([choice, words]) => (
          <option key={choice} value={choice} selected={choice === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A box to tick. */
export function Tick({
  name,
  value,
  isTicked,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly isTicked: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <label class="check">
      <input type="checkbox" name={name} value={value} checked={isTicked} />
      <span>{children}</span>
    </label>
  );
}

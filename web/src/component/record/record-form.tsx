import type { ComponentChildren, JSX } from 'preact';
import { recordWording } from '../../wording/record.ts';

/** The attributes of a field for names and addresses, which no keyboard should correct. */
const exact = { autocapitalize: 'off', autocomplete: 'off', spellcheck: false } as const;

/**
 * A form that asks for a page about records. It is sent with GET, so that the answer has an address; with POST where
 * somebody may paste by mistake what must not stand in one. Where more is to be chosen than the domain, the button stands
 * at its end.
 */
export function RecordForm({
  action,
  domain,
  submit,
  isLong = false,
  isPosted = false,
  children = null,
}: {
  readonly action: string;
  readonly domain: string;
  readonly submit: string;
  readonly isLong?: boolean;
  readonly isPosted?: boolean;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { label, example } = recordWording.domain;
  const button = (
    <button type="submit" class="main">
      {submit}
    </button>
  );
  return (
    <form class="ask" method={isPosted ? 'post' : 'get'} action={action}>
      <label for="ask-domain">{label}</label>
      <div class={isLong ? undefined : 'ask-row'}>
        <input
          id="ask-domain"
          name="domain"
          type="text"
          inputMode="url"
          value={domain}
          placeholder={example}
          required
          maxLength={2000}
          {...exact}
        />
        {isLong ? null : button}
      </div>
      {children}
      {isLong ? <div class="buttons">{button}</div> : null}
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
        {...exact}
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
        {...exact}
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
    <div class="tick">
      <label class="check">
        <input type="checkbox" name={name} value={value} checked={isTicked} />
        <span>{children}</span>
      </label>
    </div>
  );
}

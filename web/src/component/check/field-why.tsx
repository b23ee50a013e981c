import type { JSX } from 'preact';

/** Where to find what a field asks for, or what it is for; the field names it by `aria-describedby`. */
export function FieldWhy({ of, why }: { readonly of: string; readonly why: string }): JSX.Element {
  return (
    <p id={`${of}-why`} class="soft">
      {why}
    </p>
  );
}
